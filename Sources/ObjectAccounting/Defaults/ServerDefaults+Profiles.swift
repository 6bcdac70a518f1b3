internal import FieldTree

extension ServerDefaults {
    /// Keeps the seccomp and AppArmor fields of a Pod and the annotations that they replaced the same: seccomp up to
    /// 1.26, AppArmor since 1.30 (`pkg/registry/core/pod/strategy.go`, `applySeccompVersionSkew`,
    /// `applyAppArmorVersionSkew`).
    func profileAnnotations(_ pod: inout FieldValue) {
        if !version.isAtLeast(27) { seccomp(&pod) }
        if version.isAtLeast(30), pod["spec"]?["os"]?["name"] != "windows" {
            containers(&pod, prefix: "container.apparmor.security.beta.kubernetes.io/", field: "appArmorProfile") {
                $0["spec"]?["securityContext"]?["appArmorProfile"]
            }
        }
    }

    private func seccomp(_ pod: inout FieldValue) {
        let key = "seccomp.security.alpha.kubernetes.io/pod"
        let annotation = pod["metadata"]?["annotations"]?[key]?.string
        let profile = pod["spec"]?["securityContext"]?["seccompProfile"]
        if let profile, annotation == nil, let text = Self.text(profile) {
            Self.annotate(&pod, key, text)
        } else if profile == nil, let annotation, let made = Self.profile(annotation) {
            pod.update("spec") { $0.updateOrCreate("securityContext") { $0.set("seccompProfile", made) } }
        }
        containers(&pod, prefix: "container.seccomp.security.alpha.kubernetes.io/", field: "seccompProfile") { _ in nil
        }
    }

    /// - Parameter inherited: the profile that a container without its own has from its Pod.
    private func containers(
        _ pod: inout FieldValue, prefix: String, field: String, inherited: (FieldValue) -> FieldValue?
    ) {
        let whole = inherited(pod)
        let annotations = pod["metadata"]?["annotations"]
        var added: [(key: String, text: String)] = []
        pod.update("spec") { spec in
            for list in ["initContainers", "containers", "ephemeralContainers"] {
                spec.updateEach(list) { container in
                    let key = prefix + (container["name"]?.string ?? "")
                    let own = container["securityContext"]?[field]
                    guard let annotation = annotations?[key]?.string else {
                        if let text = (own ?? whole).flatMap(Self.text) { added.append((key, text)) }
                        return
                    }
                    guard own == nil, let made = Self.profile(annotation), made != whole else { return }
                    container.updateOrCreate("securityContext") { $0.set(field, made) }
                }
            }
        }
        for (key, text) in added { Self.annotate(&pod, key, text) }
    }

    private static func annotate(_ pod: inout FieldValue, _ key: String, _ text: String) {
        pod.updateOrCreate("metadata") { metadata in
            metadata.updateOrCreate("annotations") { $0.set(key, .string(text)) }
        }
    }

    private static func text(_ profile: FieldValue) -> String? {
        switch profile["type"] {
        case "Unconfined": "unconfined"
        case "RuntimeDefault": "runtime/default"
        case "Localhost": profile["localhostProfile"]?.string.map { "localhost/" + $0 }
        default: nil
        }
    }

    private static func profile(_ text: String) -> FieldValue? {
        switch text {
        case "unconfined": ["type": "Unconfined"]
        case "runtime/default", "docker/default": ["type": "RuntimeDefault"]
        case let local where local.hasPrefix("localhost/"):
            ["type": "Localhost", "localhostProfile": .string(String(local.dropFirst("localhost/".count)))]
        default: nil
        }
    }
}
