public import ExactValues
public import GitNames

/// The message of the signed tag that is an approval: any text, an empty line, and six trailers.
///
///     Approve 1a2b3c4d5e for refs/heads/main
///
///     Repository: 7f0c…-shop-deploy
///     Target: refs/heads/main
///     Base: 0f…
///     Head: 1a…
///     Result-Tree: 2b…
///     Verdict: approve
public struct ApprovalText: Sendable, Hashable {
    public let repository: Name
    public let target: RefName
    /// Zero when the target is to be created.
    public let base: ObjectID
    public let head: ObjectID
    public let resultTree: ObjectID

    public init(repository: Name, target: RefName, base: ObjectID, head: ObjectID, resultTree: ObjectID) {
        self.repository = repository
        self.target = target
        self.base = base
        self.head = head
        self.resultTree = resultTree
    }

    private static let keys = ["Repository", "Target", "Base", "Head", "Result-Tree", "Verdict"]

    /// The name inside the tag.
    public var tagName: String { "approvals/\(head)" }

    /// The message, with a line end at its end.
    public var message: String {
        """
        Approve \(head) for \(target)

        Repository: \(repository)
        Target: \(target)
        Base: \(base)
        Head: \(head)
        Result-Tree: \(resultTree)
        Verdict: approve

        """
    }

    /// Reads a message whose last paragraph is the six trailers, each once, in any order, and nothing else. No line
    /// before may look like one of them.
    public init(message: [UInt8]) throws(EvidenceError) {
        guard let text = String(validating: message, as: UTF8.self), !message.contains(0), !message.contains(0x0d)
        else { throw Self.malformed("its message is not plain UTF-8 text") }
        var lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        let start = lines.lastIndex(where: \.isEmpty).map { $0 + 1 } ?? 0
        guard !lines[..<start].contains(where: { Self.field($0) != nil }) else {
            throw Self.malformed("its message has trailers above the last paragraph")
        }
        var values: [String: String] = [:]
        for line in lines[start...] {
            guard let (key, value) = Self.field(line) else {
                throw Self.malformed(
                    "its last paragraph has a line that is none of \(Self.keys.joined(separator: ", "))")
            }
            guard values.updateValue(value, forKey: key) == nil else { throw Self.malformed("it has \(key) twice") }
        }
        guard let missing = Self.keys.first(where: { values[$0] == nil }) else {
            try self.init(values)
            return
        }
        throw Self.malformed("it has no \(missing)")
    }

    private init(_ values: [String: String]) throws(EvidenceError) {
        guard values["Verdict"].map({ Name($0) }) == "approve" else {
            throw Self.malformed("a Verdict other than \"approve\" is not supported")
        }
        guard let repository = values["Repository"], let target = values["Target"].flatMap({ RefName($0) }),
            let base = values["Base"].flatMap({ ObjectID(hex: $0) }),
            let head = values["Head"].flatMap({ ObjectID(hex: $0) }), !head.isZero,
            let tree = values["Result-Tree"].flatMap({ ObjectID(hex: $0) })
        else { throw Self.malformed("one of its trailers is no ref name or object id") }
        self.init(repository: Name(repository), target: target, base: base, head: head, resultTree: tree)
    }

    /// A trailer of the six, `Key: value` with one space.
    private static func field(_ line: [UInt8]) -> (key: String, value: String)? {
        for key in keys where line.starts(with: Array("\(key): ".utf8)) {
            return (key, String(decoding: line.dropFirst(key.utf8.count + 2), as: UTF8.self))
        }
        return nil
    }

    private static func malformed(_ reason: String) -> EvidenceError {
        EvidenceError(code: .malformed, description: "it is no approval: \(reason)")
    }
}
