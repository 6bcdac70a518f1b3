internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// The conditions that speak of the object as a whole.
extension Judgement {
    func outcome(of condition: Condition, changes: [Difference]) throws(MissingLiveState) -> RowOutcome {
        switch condition {
        case .inNamespace(let namespace): return meant(ExactText.equal(request.namespace, namespace))
        case .isNamed(let names): return meant(names.contains { ExactText.equal($0, request.name) })
        case .isBefore(let minor): return meant(!version.isAtLeast(minor))
        case .ownerLives(let kind): return try ownerOutcome(kind)
        case .equalsTemplate(let kind): return try templateOutcome(kind, changes: changes)
        case .wanted(let kind): return try wantedOutcome(kind)
        case .isClaimOfSet: return try claimOutcome(changes: changes)
        case .describesService: return try endpointsOutcome(changes: changes)
        case .addressesSelectedPods: return try addressesOutcome()
        case .mirrorsEndpoints: return try mirrorOutcome()
        case .hasForm(let form): return try formOutcome(form)
        case .aggregates: return aggregation(changes)
        case .isOwnEvent: return meant(isSource(oldObject["source"]?["component"]))
        case .isLeaderLease: return meant(!isOwnLease)
        case .isTokenOfOwnPod: return try ownPodTokenOutcome()
        case .isTokenOfAccount: return try accountTokenOutcome()
        case .taintsAreConditions: return taintsOutcome(changes)
        default: return meant(try isDeletable(condition))
        }
    }

    private func meant(_ holds: Bool) -> RowOutcome {
        holds ? .holds : .notMeant
    }

    /// The conditions on an object that is deleted, or let go.
    private func isDeletable(_ condition: Condition) throws(MissingLiveState) -> Bool {
        let old = KubernetesObject(oldObject)
        switch condition {
        case .isBeingDeleted: return old.isBeingDeleted
        case .namespaceIsTerminating: return try isNamespaceTerminating()
        case .ownersAreLeaving: return try areLeaving()
        case .isOwnedBy(let kind):
            guard let owner = old.controllerReference else { return false }
            return GroupKind(
                group: ObjectReference.group(ofAPIVersion: owner["apiVersion"]?.string ?? ""),
                kind: owner["kind"]?.string ?? "") == kind
        case .ownersAreGone: return try old.owners.isEmpty ? false : areAllGone(old.owners)
        case .isExpiredJob:
            return oldObject["spec"]?["ttlSecondsAfterFinished"] != nil && isFinished(old)
        case .isAbandonedPod: return try isAbandoned(old)
        case .isOnTaintedNode: return try isOnTaintedNode()
        case .isPreempted:
            guard oldObject["spec"]?["nodeName"] != nil else { return false }
            return !version.isAtLeast(26) || old.hasCondition("DisruptionTarget", reason: "PreemptionByScheduler")
        case .isOnOwnNode: return identity.node.map { oldObject["spec"]?["nodeName"] == .string($0) } ?? false
        case .isOwnNode: return identity.node.map { ExactText.equal($0, request.name) } ?? false
        case .serviceIsGone: return try isServiceGone()
        case .accountIsGone: return try isAccountGone()
        case .isReleasedVolume: return try isReleased()
        case .isUnboundPod:
            let pod = try lookUp(reference)
            return pod != nil && pod?["spec"]?["nodeName"] == nil
        default: return false
        }
    }

    // MARK: Owners and namespaces

    private func isNamespaceTerminating() throws(MissingLiveState) -> Bool {
        guard !request.namespace.isEmpty else { return false }
        let namespace = ObjectReference(group: "", kind: "Namespace", namespace: "", name: request.namespace)
        return try lookUp(namespace).map { KubernetesObject($0).isBeingDeleted } ?? false
    }

    private func areAllGone(_ owners: [FieldValue]) throws(MissingLiveState) -> Bool {
        for owner in owners where try isAlive(owner) { return false }
        return true
    }

    /// Whether an owner is in the cluster under this very uid and not itself being deleted.
    func isAlive(_ owner: FieldValue) throws(MissingLiveState) -> Bool {
        let group = ObjectReference.group(ofAPIVersion: owner["apiVersion"]?.string ?? "")
        let kind = owner["kind"]?.string ?? ""
        let isNamespaced = desired.catalog.entry(group: group, kind: kind)?.isNamespaced ?? true
        let live = try lookUp(
            ObjectReference(
                group: group, kind: kind, namespace: isNamespaced ? request.namespace : "",
                name: owner["name"]?.string ?? ""))
        guard let live, live["metadata"]?["uid"] == owner["uid"] else { return false }
        return !KubernetesObject(live).isBeingDeleted
    }

    /// Whether every owner reference that the request takes away is that of an owner that is gone, or going.
    private func areLeaving() throws(MissingLiveState) -> Bool {
        let kept = KubernetesObject(object).owners
        for owner in KubernetesObject(oldObject).owners where !kept.contains(owner) {
            if try isAlive(owner) { return false }
        }
        return true
    }

    // MARK: Pods, Jobs

    func isFinished(_ job: KubernetesObject) -> Bool {
        job.hasCondition("Complete") || job.hasCondition("Failed")
    }

    private func isAbandoned(_ pod: KubernetesObject) throws(MissingLiveState) -> Bool {
        let phase = pod.value["status"]?["phase"]
        if phase == "Succeeded" || phase == "Failed" { return true }
        guard let node = pod.value["spec"]?["nodeName"]?.string else { return pod.isBeingDeleted }
        guard let live = try lookUp(Self.node(node)) else { return true }
        let isOutOfService = (live["spec"]?["taints"]?.list ?? []).contains {
            $0["key"] == "node.kubernetes.io/out-of-service"
        }
        return pod.isBeingDeleted && isOutOfService
    }

    static func node(_ name: String) -> ObjectReference {
        ObjectReference(group: "", kind: "Node", namespace: "", name: name)
    }

    private func isOnTaintedNode() throws(MissingLiveState) -> Bool {
        guard let name = oldObject["spec"]?["nodeName"]?.string, let node = try lookUp(Self.node(name)) else {
            return false
        }
        return (node["spec"]?["taints"]?.list ?? []).contains { $0["effect"] == "NoExecute" }
    }

    // MARK: What stands for something else

    private func isServiceGone() throws(MissingLiveState) -> Bool {
        let service = ObjectReference(group: "", kind: "Service", namespace: request.namespace, name: request.name)
        return try lookUp(service).map { ($0["spec"]?["selector"] ?? .null).isEmpty } ?? true
    }

    private func isAccountGone() throws(MissingLiveState) -> Bool {
        let secret = KubernetesObject(oldObject)
        guard oldObject["type"] == "kubernetes.io/service-account-token",
            let name = secret.annotation("kubernetes.io/service-account.name")
        else { return false }
        let account = try lookUp(
            ObjectReference(group: "", kind: "ServiceAccount", namespace: request.namespace, name: name))
        let uid = secret.annotation("kubernetes.io/service-account.uid")
        return account == nil || uid.map { account?["metadata"]?["uid"] != .string($0) } ?? false
    }

    private func isReleased() throws(MissingLiveState) -> Bool {
        guard oldObject["spec"]?["persistentVolumeReclaimPolicy"] == "Delete",
            let claim = oldObject["spec"]?["claimRef"]
        else { return false }
        let live = try lookUp(
            ObjectReference(
                group: "", kind: "PersistentVolumeClaim", namespace: claim["namespace"]?.string ?? "",
                name: claim["name"]?.string ?? ""))
        return live == nil || live?["metadata"]?["uid"] != claim["uid"]
    }
}
