internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// Tokens of service accounts.
extension Judgement {
    /// The controller manager asks for the tokens of its own controllers, in one exact form.
    func tokenRequestOutcome() -> RowOutcome {
        guard ExactText.equal(request.namespace, "kube-system"), ControlPlaneAccounts.controllers.contains(request.name)
        else { return .notMeant }
        var form: FieldValue = [
            "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
            "metadata": ["name": .string(request.name), "namespace": .string(request.namespace)],
            "status": ["token": "", "expirationTimestamp": .null],
        ]
        // Whom the token is for is the issuer's own setting, which Git does not know.
        let audiences = object["spec"]?["audiences"]?.list ?? []
        form.set("spec", ["audiences": object["spec"]?["audiences"] ?? .null, "expirationSeconds": 3600])
        // Older servers leave the name out.
        var unnamed = form
        unnamed.set("metadata", [:])
        let findings = nearest([form, unnamed], to: object)
        if findings.isEmpty, audiences.allSatisfy({ $0.string != nil }) { return .holds }
        return .refused(
            deny(
                .controlPlane, findings, declared: nil, basis: "a controller's own token request",
                next: "Tokens for anybody else need a grant."))
    }

    /// A kubelet asks for tokens that are bound to a Pod of its own node, for the Pod's own account.
    func ownPodTokenOutcome() throws(MissingLiveState) -> RowOutcome {
        let bound = object["spec"]?["boundObjectRef"]
        guard bound?["kind"] == "Pod", let name = bound?["name"]?.string, let node = identity.node else {
            return .notMeant
        }
        let pod = try lookUp(ObjectReference(group: "", kind: "Pod", namespace: request.namespace, name: name))
        guard let pod, pod["metadata"]?["uid"] == bound?["uid"], pod["spec"]?["nodeName"] == .string(node),
            pod["spec"]?["serviceAccountName"] == .string(request.name)
        else { return .notMeant }
        return .holds
    }

    /// Up to 1.23 the controller manager makes a token Secret for each ServiceAccount that is in the cluster.
    func tokenSecretForm() throws(MissingLiveState) -> FieldValue? {
        let suffix = "-token-".utf8.count + 5
        let account = String(request.name.dropLast(suffix))
        guard !version.isAtLeast(24),
            PodAdmission.isGenerated(request.name, prefix: account + "-token-")
        else { return nil }
        let live = try lookUp(
            ObjectReference(group: "", kind: "ServiceAccount", namespace: request.namespace, name: account))
        guard let live else { return nil }
        var form = form(
            "v1", "Secret",
            [
                "annotations": [
                    "kubernetes.io/service-account.name": .string(account),
                    "kubernetes.io/service-account.uid": live["metadata"]?["uid"] ?? "",
                ]
            ])
        form.set("type", "kubernetes.io/service-account-token")
        var data: FieldValue = ["namespace": .string(Base64.encode(Array(request.namespace.utf8)))]
        for key in ["ca.crt", "token"] {
            let value = object["data"]?[key]?.string ?? ""
            data.set(key, .string(isEncoded(value) ? value : ""))
        }
        form.set("data", data)
        return form
    }

    /// Whether a text is base64 (RFC 4648) of at least one byte.
    private func isEncoded(_ text: String) -> Bool {
        Base64.decode(text.utf8)?.isEmpty == false
    }

    /// The token Secret of a declared account is filled in by the controller manager, for the account that is live.
    func accountTokenOutcome() throws(MissingLiveState) -> RowOutcome {
        let secret = KubernetesObject(object)
        guard declared != nil, object["type"] == "kubernetes.io/service-account-token",
            let name = secret.annotation("kubernetes.io/service-account.name")
        else { return .notMeant }
        let account = try lookUp(
            ObjectReference(group: "", kind: "ServiceAccount", namespace: request.namespace, name: name))
        guard let uid = account?["metadata"]?["uid"]?.string,
            secret.annotation("kubernetes.io/service-account.uid") == uid,
            object["data"]?["namespace"] == .string(Base64.encode(Array(request.namespace.utf8)))
        else { return .notMeant }
        return .holds
    }
}
