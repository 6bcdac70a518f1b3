internal import DesiredState
internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    func subresourceVerdict() throws(MissingLiveState) -> Verdict {
        switch (request.subresource, request.operation) {
        case ("status", .update): return try statusChange()
        case ("scale", .update): return try scaling()
        case ("finalize", .update): return try finalization()
        default: return try tableVerdict(rows(request.operation)) ?? operationVerdict()
        }
    }

    /// The changes of an update, without what only the server writes.
    private var changes: [Difference] {
        ObjectComparison(ServerOwned.stripped(oldObject), ServerOwned.stripped(object)).differences
    }

    /// Whether any row of the table lets the sender write this subresource of this object.
    private var isWriter: Bool {
        get throws(MissingLiveState) {
            for row in rows(.update) {
                if case .holds = try outcome(of: row, changes: []) { return true }
            }
            return false
        }
    }

    // MARK: status

    /// Status belongs to the kind's status writers; nothing but status changes through it. Old drift is no obstacle.
    private func statusChange() throws(MissingLiveState) -> Verdict {
        guard try isWriter else {
            return deny(
                .status,
                """
                \(request.username) is no declared writer of the status of \(reference); \
                its controller writes it: declare one under clusters.NAME.controllers
                """, path: FieldPath("status"))
        }
        let findings = try undelegated(changes).open.map { Finding($0, expected: $0.before) }
        guard !findings.isEmpty else { return allow(.status) }
        return deny(
            .status, findings, declared: nil, basis: "the stored object",
            next: "A status request changes status alone.")
    }

    // MARK: scale

    /// The replica count through `/scale`: the declared value, or the autoscaler's within its declared bounds.
    private func scaling() throws(MissingLiveState) -> Verdict {
        let path = FieldPath("spec", "replicas")
        let changes = self.changes
        if let other = changes.first(where: { $0.path != path && !($0.path == FieldPath("spec") && isBare($0)) }) {
            return deny(.scale, "a scale request changes \(path) alone, not \(other.path)", path: other.path)
        }
        guard let declared else {
            return deny(.undeclared, "\(reference) is not declared in Git on \(branch)", path: path)
        }
        let wanted = declaredReplicas(declared)
        // A Scale of no replicas is written without the number.
        let requested = object["spec"]?["replicas"]?.integer ?? 0
        if .integer(requested) == wanted || changes.isEmpty { return allow(.scale, declared) }
        if try undelegated(changes).open.isEmpty { return allow(.scale, autoscaler(of: declared)?.declared) }
        if let scaler = autoscaler(of: declared), identity.isController("horizontal-pod-autoscaler") {
            let bounds = scaler.bounds
            return deny(
                .scale,
                """
                \(reference): \(requested) replicas are outside \(bounds.lowerBound) to \(bounds.upperBound), \
                the bounds of \(scaler.declared.reference)
                """,
                path: path, source: "\(scaler.declared.file):\(scaler.declared.line(of: path))")
        }
        let finding = Finding(path: path, expected: wanted, requested: .integer(requested))
        return deny(
            .scale, [finding], declared: declared, basis: "Git", next: "Change the replica count in Git on \(branch).")
    }

    private func isBare(_ change: Difference) -> Bool {
        (change.before ?? .null).isEmpty && (change.after ?? .null).isEmpty
    }

    /// The declared replica count; a custom resource's stands where its definition says.
    private func declaredReplicas(_ declared: DeclaredObject) -> FieldValue? {
        let definition = desired.definition(group: reference.group, kind: reference.kind)
        let complete = ServerDefaults(version: version, definition: definition?.value).complete(declared.value)
        let version = declared.apiVersion.split(separator: "/").last.map(String.init) ?? ""
        let entry = definition?.value["spec"]?["versions"]?.list?.first { $0["name"] == .string(version) }
        let path = entry?["subresources"]?["scale"]?["specReplicasPath"]?.string ?? ".spec.replicas"
        return complete[FieldPath(path.split(separator: ".").map { .member(String($0)) })]
    }

    /// The autoscaler that Git declares for a declared workload, and its bounds.
    func autoscaler(of declared: DeclaredObject) -> (declared: DeclaredObject, bounds: ClosedRange<Int64>)? {
        let scalers = desired.objects(
            in: declared.reference.namespace, group: "autoscaling", kind: "HorizontalPodAutoscaler")
        let found = scalers.first { object in
            let target = object.value["spec"]?["scaleTargetRef"]
            return target?["kind"] == .string(declared.reference.kind)
                && target?["name"] == .string(declared.reference.name)
                && ExactText.equal(
                    ObjectReference.group(ofAPIVersion: target?["apiVersion"]?.string ?? ""), declared.reference.group)
        }
        guard let found else { return nil }
        let low = found.value["spec"]?["minReplicas"]?.integer ?? 1
        let high = found.value["spec"]?["maxReplicas"]?.integer ?? 0
        return (found, low...max(low, high))
    }

    // MARK: finalize

    /// The namespace controller takes its finalizer off a namespace that is being deleted.
    private func finalization() throws(MissingLiveState) -> Verdict {
        guard try isWriter else { return operationVerdict() }
        let open = try undelegated(changes).open
        guard !open.isEmpty else { return allow(.controlPlane) }
        return deny(
            .controlPlane, open.map { Finding($0, expected: $0.before) }, declared: nil, basis: "the stored object",
            next: "Finalization takes finalizers away and nothing else.")
    }
}
