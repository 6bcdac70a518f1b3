internal import ExactValues
internal import FieldTree
internal import GitNames
public import PolicyCore

/// A decision as JSON; `docs/check.schema.json` describes it.
public enum DecisionJSON {
    /// One line of JSON without its end.
    public static func text(_ decision: Decision) -> String {
        JSONText.compact([
            "accepted": .bool(decision.isAccepted), "updates": .list(decision.updates.map(value)),
        ])
    }

    private static func value(_ update: Decision.Update) -> FieldValue {
        [
            "approvals": .list(update.consumed.map { .string($0.tag.hex) }),
            "approvers": .list(update.approvers.map { .string($0.text) }),
            "levels": .list(update.violations.isEmpty ? update.levels.map { .string($0) } : []),
            "new": .string(update.update.new.hex), "observations": .list(update.observations.map(value)),
            "old": .string(update.update.old.hex), "ref": .string(update.update.ref.text),
            "violations": .list(update.violations.map(value)),
        ]
    }

    private static func value(_ violation: Violation) -> FieldValue {
        [
            "commit": violation.commit.map { .string($0.hex) } ?? .null, "message": .string(violation.message),
            "nextStep": .string(violation.nextStep),
            "policyLine": violation.policyLine.map { .integer(Int64($0)) } ?? .null,
            "rule": .string(violation.rule.rawValue),
        ]
    }
}
