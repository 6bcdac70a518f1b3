internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

/// What comes of one condition, or of all conditions of a row.
enum RowOutcome {
    case holds
    /// The row does not speak of this object.
    case notMeant
    /// The row speaks of it, and it is not as it has to be.
    case refused(Verdict)
}

/// The evaluation of the controllers table.
extension Judgement {
    /// The rows for this request's operation that its sender holds.
    func rows(_ operation: AdmissionRequest.Operation) -> [ControllerRow] {
        rules.table.rows(for: operation, on: reference, subresource: request.subresource).filter {
            $0.isHeld(by: identity)
        }
    }

    /// The verdict of the first row that allows the object as a whole; else the first denial; nil when no row speaks of it.
    func tableVerdict(_ rows: [ControllerRow], changes: [Difference] = []) throws(MissingLiveState) -> Verdict? {
        var denial: Verdict?
        for row in rows {
            switch try outcome(of: row, changes: changes) {
            case .holds: return allow(Self.rule(of: row), try root(of: row))
            case .notMeant: continue
            case .refused(let verdict): denial = denial ?? verdict
            }
        }
        return denial
    }

    /// Whether all conditions of a row that speak of the object hold.
    func outcome(of row: ControllerRow, changes: [Difference]) throws(MissingLiveState) -> RowOutcome {
        for condition in row.when where !condition.isOfChange {
            let outcome = try outcome(of: condition, changes: changes)
            guard case .holds = outcome else { return outcome }
        }
        return .holds
    }

    /// The changes that no row delegates to the request's sender, and why not, where a row says so.
    func undelegated(
        _ changes: [Difference]
    ) throws(MissingLiveState) -> (open: [Difference], refusal: Verdict?, rule: Verdict.Rule?) {
        var open = changes
        var refusal: Verdict?
        var rule: Verdict.Rule?
        for row in rows(.update) where !row.fields.isEmpty && open.contains(where: row.covers) {
            switch try outcome(of: row, changes: changes) {
            case .notMeant: continue
            case .refused(let verdict): refusal = refusal ?? verdict
            case .holds:
                var left: [Difference] = []
                for change in open where !(row.covers(change) ? try holds(row, for: change) : false) {
                    left.append(change)
                }
                if left.count < open.count { rule = rule ?? Self.rule(of: row) }
                open = left
            }
        }
        return (open, refusal, rule)
    }

    private func holds(_ row: ControllerRow, for change: Difference) throws(MissingLiveState) -> Bool {
        // A list or map that became empty says nothing beyond the leaves that went.
        if row.isForm(change) { return true }
        for condition in row.when where condition.isOfChange {
            guard try holds(condition, for: change) else { return false }
        }
        return true
    }

    /// Paths that rows give to somebody: a change there is nobody's healing.
    func delegatedFields() -> [FieldPattern] {
        rules.table.rows(for: .update, on: reference).filter { row in
            // Rules of a role that selects none are Git's.
            !row.when.contains(.aggregates) || oldObject["aggregationRule"] != nil
        }.flatMap(\.fields)
    }

    /// The declared object at the root of a child's owners.
    private func root(of row: ControllerRow) throws(MissingLiveState) -> DeclaredObject? {
        guard let kind = row.ownerKind, case .found(let owner) = try liveOwner(kind) else { return nil }
        return owner.root
    }

    private static func rule(of row: ControllerRow) -> Verdict.Rule {
        switch (row.subresource, row.may) {
        case ("status", _): return .status
        case ("scale", _): return .scale
        case (_, .delete): return .deletion
        default: break
        }
        let isRecord = row.when.contains { if case .hasForm = $0 { true } else { $0 == .isOwnEvent } }
        return isRecord ? .controlPlane : .lineage
    }
}
