internal import ExactValues
internal import FieldTree
internal import PolicyCore

/// A GitOps agent of a cluster: what it stamps on what it applies, and what it writes of its own objects.
struct AgentIdentity: Sendable {
    let name: Name
    let stamps: AgentStamps
    /// Names of the agent's objects that the policy knows besides those that Git declares: `flux-system/apps`.
    let names: Set<Name>

    init(_ agent: ClusterAgent) {
        name = agent.identity
        stamps = agent.stamps
        names = Set(agent.names)
    }

    /// The labels and annotations that agents of this kind write, and what their values have to be.
    var marks: [Stamp] {
        switch stamps {
        case .flux:
            [
                Stamp(.label, "kustomize.toolkit.fluxcd.io/name", .name),
                Stamp(.label, "kustomize.toolkit.fluxcd.io/namespace", .namespace),
                Stamp(.label, "helm.toolkit.fluxcd.io/name", .name),
                Stamp(.label, "helm.toolkit.fluxcd.io/namespace", .namespace),
                Stamp(.label, "app.kubernetes.io/managed-by", .text("Helm")),
                Stamp(.annotation, "meta.helm.sh/release-name", .release),
                Stamp(.annotation, "meta.helm.sh/release-namespace", .anyNamespace),
            ]
        case .argocd:
            [
                Stamp(.label, "app.kubernetes.io/instance", .name), Stamp(.label, "argocd.argoproj.io/instance", .name),
                Stamp(.annotation, "argocd.argoproj.io/tracking-id", .tracking),
            ]
        case .helm:
            [
                Stamp(.label, "app.kubernetes.io/managed-by", .text("Helm")),
                Stamp(.annotation, "meta.helm.sh/release-name", .release),
                Stamp(.annotation, "meta.helm.sh/release-namespace", .anyNamespace),
            ]
        }
    }

    /// The kinds whose objects stamps name.
    var kinds: [GroupKind] {
        switch stamps {
        case .flux: ["kustomize.toolkit.fluxcd.io/Kustomization", "helm.toolkit.fluxcd.io/HelmRelease"]
        case .argocd: ["argoproj.io/Application"]
        case .helm: []
        }
    }

    /// What an agent writes of its own objects: status and finalizers, and the records of its releases.
    var rows: [ControllerRow] {
        let who = Writer.user(name)
        let own: [GroupKind]
        var rows: [ControllerRow] = []
        switch stamps {
        case .flux:
            own = [
                "kustomize.toolkit.fluxcd.io/Kustomization", "helm.toolkit.fluxcd.io/HelmRelease",
                "source.toolkit.fluxcd.io/GitRepository", "source.toolkit.fluxcd.io/OCIRepository",
                "source.toolkit.fluxcd.io/HelmRepository", "source.toolkit.fluxcd.io/HelmChart",
                "source.toolkit.fluxcd.io/Bucket", "image.toolkit.fluxcd.io/ImageRepository",
                "image.toolkit.fluxcd.io/ImagePolicy", "image.toolkit.fluxcd.io/ImageUpdateAutomation",
                "notification.toolkit.fluxcd.io/Receiver", "notification.toolkit.fluxcd.io/Alert",
                "notification.toolkit.fluxcd.io/Provider",
            ]
            for kind in own {
                rows.append(
                    .policy(who, .update, kind: kind, fields: ["metadata.finalizers[finalizers.fluxcd.io]"]))
            }
        case .argocd:
            own = ["argoproj.io/Application", "argoproj.io/AppProject", "argoproj.io/ApplicationSet"]
            // An Application has no status subresource.
            rows.append(
                .policy(
                    who, .update, kind: "argoproj.io/Application",
                    fields: [
                        "status", "operation", "metadata.annotations[argocd.argoproj.io/refresh]",
                        "metadata.finalizers[resources-finalizer.argocd.argoproj.io]",
                    ]))
        case .helm: own = []
        }
        rows += own.map { .policy(who, .update, kind: $0, subresource: "status", fields: ["status"]) }
        guard stamps != .argocd else { return rows }
        for operation in [AdmissionRequest.Operation.create, .update, .delete] {
            rows.append(.policy(who, operation, kind: "Secret", when: [.hasForm(.releaseSecret)]))
        }
        return rows
    }
}

/// One label or annotation that an agent writes on everything it applies.
struct Stamp: Sendable {
    enum Place: Sendable { case label, annotation }

    /// What a stamp's value has to be.
    enum Value: Sendable {
        /// The name of an object of the agent, or its namespace.
        case name, namespace
        /// The name of a release: of a HelmRelease, or one that the policy names.
        case release
        /// The namespace of a release: any that Git declares something in.
        case anyNamespace
        /// `<application>:<group>/<kind>:<namespace>/<name>` of the very object.
        case tracking
        case text(String)
    }

    let place: Place
    let key: String
    let value: Value

    init(_ place: Place, _ key: String, _ value: Value) {
        self.place = place
        self.key = key
        self.value = value
    }

    /// The key of the stamp that tells the namespace of what this one names: `…/namespace` beside `…/name`.
    var namespaceKey: String? {
        let ending = "/name".utf8
        guard key.utf8.suffix(ending.count).elementsEqual(ending) else { return nil }
        return key + "space"
    }

    /// The map of the metadata that it stands in.
    var map: String { place == .label ? "labels" : "annotations" }
}
