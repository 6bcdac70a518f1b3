internal import ExactValues
public import FieldTree

/// Fields that the API server chooses itself: allocated addresses and ports, times, names and labels drawn from a uid.
///
/// An expected object takes them from the object at hand, but only in the form in which the server writes them and
/// only where Git says nothing; everything else about the object stays as declared.
public struct ServerChoices: Sendable {
    /// The API server's version.
    public let version: KubernetesVersion

    public init(version: KubernetesVersion) {
        self.version = version
    }

    /// `expected` with the server's choices filled in.
    /// - Parameters:
    ///   - expected: a completed object, see ``ServerDefaults``.
    ///   - actual: the object of the request.
    ///   - previous: the stored object on UPDATE: what the server once chose stays.
    ///   - requester: the request's `userInfo`, which a certificate request carries.
    public func fill(
        _ expected: FieldValue, from actual: FieldValue, previous: FieldValue? = nil, requester: FieldValue? = nil
    ) -> FieldValue {
        var object = expected
        switch (ServerChoices.group(expected), expected["kind"]?.string ?? "") {
        case ("", "Service"): service(&object, actual, previous)
        case ("", "PersistentVolume"): persistentVolume(&object, actual)
        case ("", "Pod"): podConditions(&object, actual)
        case ("batch", "Job"): job(&object, actual, previous)
        case ("apps", "DaemonSet"): daemonSet(&object, actual, previous)
        case ("apiregistration.k8s.io", "APIService"): apiService(&object, actual)
        case ("certificates.k8s.io", "CertificateSigningRequest"): certificate(&object, previous, requester)
        case ("resource.k8s.io", "ResourceSlice"): deviceTaints(&object, actual)
        default: break
        }
        return object
    }

    private static func group(_ object: FieldValue) -> String {
        let text = object["apiVersion"]?.string ?? ""
        return text.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } ?? ""
    }

    /// A time as the server writes it; what is none becomes a text that no time equals.
    private static func time(_ value: FieldValue?) -> FieldValue {
        guard let text = value?.string, let time = Timestamp(rfc3339: text), ExactText.equal(time.description, text)
        else { return "a time" }
        return .string(text)
    }

    // MARK: Jobs and sets

    /// A Job without a manual selector selects, and labels its Pods with, its own uid and name
    /// (`pkg/registry/batch/job/strategy.go`, `generateSelector`).
    private func job(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        guard object["spec"]?["manualSelector"] != true else { return }
        guard let uid = (previous ?? actual)["metadata"]?["uid"]?.string else { return }
        let name = object["metadata"]?["name"] ?? actual["metadata"]?["name"] ?? .null
        let isPrefixed = version.isAtLeast(27)
        object.update("spec") { spec in
            let selector = isPrefixed ? "batch.kubernetes.io/controller-uid" : "controller-uid"
            spec.updateOrCreate("selector") { whole in
                whole.updateOrCreate("matchLabels") { $0.setDefault(selector, .string(uid)) }
            }
            spec.updateOrCreate("template") { template in
                template.updateOrCreate("metadata") { metadata in
                    metadata.updateOrCreate("labels") { labels in
                        for prefix in isPrefixed ? ["", "batch.kubernetes.io/"] : [""] {
                            labels.setDefault(prefix + "controller-uid", .string(uid))
                            labels.setDefault(prefix + "job-name", name)
                        }
                    }
                }
            }
        }
    }

    /// The template generation rises by one with each change of the template.
    private func daemonSet(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        let name = "deprecated.daemonset.template.generation"
        guard let previous, let old = previous["metadata"]?["annotations"]?[name]?.string, let number = Int64(old)
        else { return }
        let isChanged = previous["spec"]?["template"] != actual["spec"]?["template"]
        let (next, isOver) = number.addingReportingOverflow(isChanged ? 1 : 0)
        guard !isOver else { return }
        object.update("metadata") { metadata in
            metadata.update("annotations") { $0.set(name, .string(String(next))) }
        }
    }

    // MARK: Times

    private func persistentVolume(_ object: inout FieldValue, _ actual: FieldValue) {
        guard version.isAtLeast(29) else { return }
        object.update("status") {
            $0.setDefault("lastPhaseTransitionTime", Self.time(actual["status"]?["lastPhaseTransitionTime"]))
        }
    }

    /// When a condition that the server writes itself began.
    private func podConditions(_ object: inout FieldValue, _ actual: FieldValue) {
        let begun = actual["status"]?["conditions"]?.list?.first?["lastTransitionTime"]
        object.update("status") { status in
            status.updateEach("conditions") { $0.setDefault("lastTransitionTime", Self.time(begun)) }
        }
    }

    private func apiService(_ object: inout FieldValue, _ actual: FieldValue) {
        podConditions(&object, actual)
    }

    /// A taint without a time began when its slice was written.
    private func deviceTaints(_ object: inout FieldValue, _ actual: FieldValue) {
        let devices = actual["spec"]?["devices"]?.list ?? []
        var index = 0
        object.update("spec") { spec in
            spec.updateEach("devices") { device in
                var taints = ((index < devices.count ? devices[index] : .null)["taints"]?.list ?? [])[...]
                device.updateEach("taints") { taint in
                    taint.setDefault("timeAdded", Self.time(taints.popFirst()?["timeAdded"]))
                }
                index += 1
            }
        }
    }

    // MARK: Certificates

    /// Who asks for a certificate is written by the server, whatever the request says
    /// (`pkg/registry/certificates/certificates/strategy.go`).
    private func certificate(_ object: inout FieldValue, _ previous: FieldValue?, _ requester: FieldValue?) {
        let source = previous?["spec"] ?? requester ?? [:]
        object.updateOrCreate("spec") { spec in
            for key in ["username", "uid", "groups", "extra"] {
                spec.set(key, source[key]?.isEmpty == false && source[key] != "" ? source[key] : nil)
            }
        }
    }
}
