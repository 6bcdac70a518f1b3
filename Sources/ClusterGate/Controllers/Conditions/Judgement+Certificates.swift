internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The certificate bundles that a publisher keeps in every namespace.
extension Judgement {
    private static let rootDescription = """
        Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the \
        internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes \
        clusters.
        """

    /// Every namespace has the bundle that kube-system has. Where that one is not known, a bundle that is there stays as
    /// it is.
    func bundleOutcome() throws(MissingLiveState) -> RowOutcome {
        let isRoot = request.name == "kube-root-ca.crt"
        let key = isRoot ? "ca.crt" : "service-ca.crt"
        let bundle = object["data"]?[key]
        var form = bundleForm(isRoot: isRoot)
        let pinned = try pinnedBundle(key)
        if let pinned {
            form.set("data", [key: pinned])
        } else {
            form.set("data", [key: .string(Self.isCertificateBundle(bundle?.string ?? "") ? bundle?.string ?? "" : "")])
        }
        return exactly(form)
    }

    private func bundleForm(isRoot: Bool) -> FieldValue {
        var metadata: FieldValue = [:]
        if isRoot, version.isAtLeast(21) {
            metadata = ["annotations": ["kubernetes.io/description": .string(Self.rootDescription)]]
        } else if !isRoot {
            metadata = ["annotations": ["service.beta.openshift.io/inject-cabundle": "true"]]
        }
        return form("v1", "ConfigMap", metadata)
    }

    /// The bundle that must stand here; nil when nothing says so.
    private func pinnedBundle(_ key: String) throws(MissingLiveState) -> FieldValue? {
        let isSource = request.namespace == "kube-system"
        if !isSource {
            let source = ObjectReference(
                group: "", kind: "ConfigMap", namespace: "kube-system", name: request.name)
            if let value = try lookUp(source)?["data"]?[key] { return value }
        }
        let stored = oldObject["data"]?[key]
        return stored?.string.map { Self.isCertificateBundle($0) && !$0.isEmpty } == true ? stored : nil
    }

    /// Whether the text is nothing but PEM certificates; a publisher without a bundle writes an empty one.
    private static func isCertificateBundle(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        var isInside = false
        for line in lines {
            switch (line, isInside) {
            case ("-----BEGIN CERTIFICATE-----", false): isInside = true
            case ("-----END CERTIFICATE-----", true): isInside = false
            case (_, true):
                let isBase64 = line.utf8.allSatisfy {
                    (65...90).contains($0) || (97...122).contains($0) || (47...57).contains($0) || $0 == 43 || $0 == 61
                }
                guard isBase64, line.utf8.count <= 76 else { return false }
            default: return false
            }
        }
        return !isInside
    }
}
