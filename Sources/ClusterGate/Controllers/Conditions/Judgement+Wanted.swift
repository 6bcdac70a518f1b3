internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// Whether a controller would make a child of its owner now: an old child is not made again from what is no longer
/// wanted, however well it equals a template.
extension Judgement {
    func wantedOutcome(_ kind: GroupKind) throws(MissingLiveState) -> RowOutcome {
        guard case .found(let owner) = try liveOwner(kind) else { return .notMeant }
        guard let reason = try surplus(owner) else { return .holds }
        let path = FieldPath("metadata", "ownerReferences").appending(.index(0)).appending("name")
        return .refused(
            deny(.lineage, "\(reference): \(owner.reference) \(reason), so its controller makes none now", path: path))
    }

    /// Why the owner wants no such child; nil when it does.
    private func surplus(_ owner: LiveOwner) throws(MissingLiveState) -> String? {
        switch (owner.reference.kind, request.kind) {
        case ("ReplicaSet", "Pod"):
            return try surplus(owner, selector: owner.value["spec"]?["selector"]?["matchLabels"])
        case ("ReplicationController", "Pod"): return try surplus(owner, selector: owner.value["spec"]?["selector"])
        case ("DaemonSet", "Pod"): return try surplusOnNode(owner)
        case ("Job", "Pod"): return try surplusOfJob(owner)
        case ("CronJob", "Job"): return surplusOfSchedule(owner)
        case ("Deployment", "ReplicaSet"): return surplusOfRollout(owner)
        case ("Service", "EndpointSlice"):
            let isSelecting = !(owner.value["spec"]?["selector"] ?? .null).isEmpty
            return isSelecting && owner.value["spec"]?["type"] != "ExternalName" ? nil : "selects no Pods"
        case (_, "ControllerRevision"): return surplusOfRevision(owner)
        default: return nil
        }
    }

    // MARK: Pods

    /// The Pods of an owner that count as its replicas: neither finished nor being deleted, the one at hand left out.
    private func activePods(of owner: LiveOwner, selector: FieldValue?) throws(MissingLiveState) -> [FieldValue] {
        let selection = PodSelection(namespace: request.namespace, labels: selector)
        return try lookUp(selection).filter { value in
            let pod = KubernetesObject(value)
            let phase = value["status"]?["phase"]
            return !pod.isBeingDeleted && phase != "Succeeded" && phase != "Failed"
                && !ExactText.equal(pod.name, request.name)
                && pod.controllerReference?["uid"] == owner.object.uid
        }
    }

    private func surplus(_ owner: LiveOwner, selector: FieldValue?) throws(MissingLiveState) -> String? {
        guard request.operation == .create else { return nil }
        let wanted = owner.value["spec"]?["replicas"]?.integer ?? 1
        if wanted <= 0 { return "wants 0 Pods" }
        let count = try activePods(of: owner, selector: selector).count
        return Int64(count) < wanted ? nil : "wants \(wanted) Pods and has \(count)"
    }

    private func surplusOnNode(_ owner: LiveOwner) throws(MissingLiveState) -> String? {
        guard request.operation == .create else { return nil }
        let node = ChildTemplate.daemonNode(of: object)
        guard try lookUp(Self.node(node)) != nil else { return "has no node \(quoted(node)) to run on" }
        let others = try activePods(of: owner, selector: owner.value["spec"]?["selector"]?["matchLabels"]).filter {
            ChildTemplate.daemonNode(of: $0) == node
        }
        let surge = owner.value["spec"]?["updateStrategy"]?["rollingUpdate"]?["maxSurge"] ?? 0
        let most = surge == 0 || surge == "0%" || surge == "0" ? 1 : 2
        return others.count < most ? nil : "has a Pod on node \(node)"
    }

    private func surplusOfJob(_ owner: LiveOwner) throws(MissingLiveState) -> String? {
        guard request.operation == .create else { return nil }
        let spec = owner.value["spec"] ?? [:]
        if isFinished(owner.object) || owner.object.hasCondition("SuccessCriteriaMet")
            || owner.object.hasCondition("FailureTarget")
        {
            return "is finished"
        }
        if spec["suspend"] == true { return "is suspended" }
        let selector = spec["selector"]?["matchLabels"]
        let active = Int64(try activePods(of: owner, selector: selector).count)
        let parallel = spec["parallelism"]?.integer ?? 1
        guard active < parallel else { return "wants \(parallel) Pods at a time and has \(active)" }
        guard let completions = spec["completions"]?.integer else { return nil }
        let succeeded = max(0, owner.value["status"]?["succeeded"]?.integer ?? 0)
        let (sum, isOver) = active.addingReportingOverflow(succeeded)
        guard !isOver, sum < completions else { return "wants \(completions) completions and has them" }
        return nil
    }

    // MARK: Jobs of a schedule

    /// A CronJob's controller makes Jobs for times after the last one, never for a time before the CronJob was there.
    private func surplusOfSchedule(_ owner: LiveOwner) -> String? {
        guard request.operation == .create else { return nil }
        if owner.value["spec"]?["suspend"] == true { return "is suspended" }
        guard let number = ClaimName.ordinal(request.name, after: owner.reference.name + "-") else { return nil }
        // Names count minutes since 1.21 (cronjob_controllerv2.go, getJobName), and seconds before.
        let (seconds, isOver) = number.multipliedReportingOverflow(by: version.isAtLeast(21) ? 60 : 1)
        guard !isOver else { return "has no such time in its schedule" }
        let scheduled = Timestamp(seconds: seconds)
        let last = owner.value["status"]?["lastScheduleTime"]?.string.flatMap { Timestamp(rfc3339: $0) }
        if let last, scheduled <= last { return "has made the Jobs up to \(last)" }
        let created = owner.object.metadata["creationTimestamp"]?.string.flatMap { Timestamp(rfc3339: $0) }
        if let created, scheduled.advanced(by: 60) < created { return "was not there at \(scheduled)" }
        if let now, now.advanced(by: 300) < scheduled { return "is not due before \(scheduled)" }
        return nil
    }

    // MARK: Rollouts

    /// A new ReplicaSet is made unless the rollout is paused; a retired one does not grow again, but for the one whose
    /// template the Deployment has now.
    private func surplusOfRollout(_ owner: LiveOwner) -> String? {
        let wanted = object["spec"]?["replicas"]?.integer ?? 1
        guard request.operation == .update else {
            return owner.value["spec"]?["paused"] == true ? "is paused" : nil
        }
        let had = oldObject["spec"]?["replicas"]?.integer ?? 1
        guard wanted > had, had <= 0 else { return nil }
        return isCurrent(of: owner) ? nil : "has another template now: this ReplicaSet is retired"
    }

    /// Whether the ReplicaSet at hand has the template that its Deployment has now.
    private func isCurrent(of owner: LiveOwner) -> Bool {
        var template = object["spec"]?["template"] ?? [:]
        template.update("metadata") { metadata in
            metadata.update("labels") { $0.set("pod-template-hash", nil) }
        }
        return template == owner.value["spec"]?["template"]
    }

    /// Each revision comes of a change of the owner, so there are no more of them than generations.
    private func surplusOfRevision(_ owner: LiveOwner) -> String? {
        guard let number = object["revision"]?.integer, let generation = owner.object.metadata["generation"]?.integer
        else { return nil }
        return number <= generation ? nil : "has had \(generation) generations, not \(number)"
    }
}
