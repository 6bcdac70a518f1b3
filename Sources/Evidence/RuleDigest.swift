internal import ExactValues
public import PolicyCore
internal import Signatures

/// Names a rule by what it asks, so that a receipt says what was checked whatever becomes of the policy.
public enum RuleDigest {
    /// The SHA-256 of the rule's canonical text, in hexadecimal digits; empty for no rule.
    public static func of(_ rule: RefRule?) -> String {
        rule.map { Hexadecimal.text(Digest.sha256(Array($0.canonicalText.utf8))) } ?? ""
    }
}
