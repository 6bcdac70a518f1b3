internal import GitNames
public import PolicyCore

/// Tells a decision to a person, line by line.
public enum DecisionText {
    /// What a pusher is told. Nothing for a push that is accepted without a remark.
    public static func lines(_ decision: Decision) -> [String] {
        var lines: [String] = []
        for update in decision.updates {
            for violation in update.violations { lines += text(violation, update.update.ref, "rejected") }
            for observation in update.observations {
                lines += text(observation, update.update.ref, "would be rejected (mode: observe)")
            }
        }
        if decision.updates.isEmpty { lines.append("rejected: the push updates nothing") }
        return lines.map(printable)
    }

    private static func text(_ violation: Violation, _ ref: RefName, _ verdict: String) -> [String] {
        var lines = ["\(verdict) \(ref): \(violation.message)"]
        let place = violation.policyLine.map { ", policy.yaml line \($0)" } ?? ""
        lines.append("  rule: \(violation.rule.rawValue)\(place)")
        if let commit = violation.commit { lines.append("  object: \(commit)") }
        lines.append("  next: \(violation.nextStep)")
        return lines
    }

    /// The text without characters that a terminal obeys or that turn text around.
    public static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: result.append("?")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
