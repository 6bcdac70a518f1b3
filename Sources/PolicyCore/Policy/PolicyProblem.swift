/// Why a policy cannot be used.
public struct PolicyProblem: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands in the policy file, counted from 1.
    public let line: Int
    public let message: String

    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    public var description: String { "\(line): \(message)" }
}
