public import ExactValues
public import GitNames
public import PolicyCore

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
    /// Zero when the target is to be gone.
    public let resultTree: ObjectID
    public let verdict: Approval.Verdict

    public init(
        repository: Name, target: RefName, base: ObjectID, head: ObjectID, resultTree: ObjectID,
        verdict: Approval.Verdict = .approve
    ) {
        self.repository = repository
        self.target = target
        self.base = base
        self.head = head
        self.resultTree = resultTree
        self.verdict = verdict
    }

    private static let keys = ["Repository", "Target", "Base", "Head", "Result-Tree", "Verdict"]

    /// The commit that the tag is on: the head, or for a ref that is gone what it was at.
    public var tagged: ObjectID { head.isZero ? base : head }

    /// The name inside the tag.
    public var tagName: String { "approvals/\(tagged)" }

    /// The message, with a line end at its end.
    public var message: String { message(reason: nil) }

    /// The message, with a line end at its end.
    /// - Parameter reason: a line of the signer's own; nil says what the trailers say.
    public func message(reason: String?) -> String {
        """
        \(reason ?? "\(subject) \(tagged) for \(target)")

        Repository: \(repository)
        Target: \(target)
        Base: \(base)
        Head: \(head)
        Result-Tree: \(resultTree)
        Verdict: \(verdict.rawValue)

        """
    }

    private var subject: String {
        switch verdict {
        case .approve: "Approve"
        case .withdraw: "Withdraw what was said of"
        case .reject: "Reject"
        case .heal: "Put on record"
        }
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
        guard let verdict = values["Verdict"].flatMap(Approval.Verdict.init(rawValue:)) else {
            throw Self.malformed("its Verdict is none of approve, withdraw, reject and heal")
        }
        guard let repository = values["Repository"], let target = values["Target"].flatMap({ RefName($0) }),
            let base = values["Base"].flatMap({ ObjectID(hex: $0) }),
            let head = values["Head"].flatMap({ ObjectID(hex: $0) }),
            let tree = values["Result-Tree"].flatMap({ ObjectID(hex: $0) })
        else { throw Self.malformed("one of its trailers is no ref name or object id") }
        guard !head.isZero || (verdict == .heal && !base.isZero) else { throw Self.malformed("it has no Head") }
        self.init(
            repository: Name(repository), target: target, base: base, head: head, resultTree: tree, verdict: verdict)
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
