/// Why a manifest, or an object in it, was not taken as declared.
public struct ManifestProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file's path in the repository.
    public let file: String
    /// The line, from 1.
    public let line: UInt32
    /// What is wrong, for a person.
    public let message: String

    public init(file: String, line: UInt32, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { "\(file):\(line): \(message)" }
}
