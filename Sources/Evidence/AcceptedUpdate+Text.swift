internal import ExactValues
internal import GitNames
internal import PolicyCore

extension AcceptedUpdate {
    private static let version = "accepted 1"

    /// The one text: lines of a key and words.
    public var text: [UInt8] {
        var text = Array("\(Self.version)\n".utf8)
        func line(_ key: String, _ value: [UInt8]) {
            text += key.utf8
            text.append(0x20)
            text += value
            text.append(0x0a)
        }
        if !rule.isEmpty { line("rule", Array(Base64.encode(Array(rule.utf8)).utf8)) }
        if isByOwners { line("by", Array("owners".utf8)) }
        for level in levels { line("level", Array(level.utf8)) }
        for approval in consumed {
            let words = [approval.tag.hex, Hexadecimal.text(approval.identity.digest), approval.person.text]
            line("consumed", Array(words.joined(separator: " ").utf8))
        }
        if let submitted {
            line("submitted", submitted.record.text)
            if let change = submitted.change { line("change", Array(Hexadecimal.text(change).utf8)) }
        }
        for commit in established { line("commit", commit.text) }
        return text
    }

    /// Reads ``text``.
    public init(text: [UInt8]) throws(EvidenceError) {
        var lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), first.elementsEqual(Self.version.utf8) else { throw Self.malformed }
        self.init()
        for line in lines where !line.isEmpty {
            guard let blank = line.firstIndex(of: 0x20) else { throw Self.malformed }
            try take(String(decoding: line[..<blank], as: UTF8.self), Array(line[(blank + 1)...]))
        }
        guard self.text == text else { throw Self.malformed }
    }

    private mutating func take(_ key: String, _ value: [UInt8]) throws(EvidenceError) {
        switch key {
        case "rule":
            guard let bytes = Base64.decode(value) else { throw Self.malformed }
            rule = String(decoding: bytes, as: UTF8.self)
        case "by": isByOwners = true
        case "level": levels.append(String(decoding: value, as: UTF8.self))
        case "consumed": consumed.append(try Self.consumed(value))
        case "submitted":
            guard let record = ApprovalRecord(text: value) else { throw Self.malformed }
            submitted = SubmittedApproval(record: record, change: nil)
        case "change":
            guard let record = submitted?.record else { throw Self.malformed }
            submitted = SubmittedApproval(record: record, change: Hexadecimal.bytes(value))
        case "commit":
            guard let commit = EstablishedCommit(text: value) else { throw Self.malformed }
            established.append(commit)
        default: throw Self.malformed
        }
    }

    private static func consumed(_ value: [UInt8]) throws(EvidenceError) -> Decision.ConsumedApproval {
        let words = value.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, let tag = ObjectID(hex: words[0]), let digest = Hexadecimal.bytes(Array(words[1]))
        else {
            throw malformed
        }
        return .init(
            tag: tag, identity: ApprovalIdentity(digest: digest),
            person: Name(String(decoding: words[2], as: UTF8.self)))
    }

    private static var malformed: EvidenceError {
        EvidenceError(code: .malformed, description: "what the journal holds of an accepted update cannot be read")
    }
}
