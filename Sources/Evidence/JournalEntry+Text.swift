internal import ExactValues
internal import GitNames
internal import PolicyCore

extension JournalEntry {
    private static let header = "sallyport-journal 1"

    /// The entry as its file holds it when the push was judged.
    var text: String {
        var text = "\(Self.header)\ntime \(time.seconds)\n"
        text += "pusher \(pusher.map { Base64.encode(Array($0.text.utf8)) } ?? "-")\n"
        text += "policy \(policy.map { "\($0.commit) \($0.blob)" } ?? "-")\n"
        text += "next \(nextPolicy?.hex ?? "-")\n"
        for update in updates {
            text += "update \(update.update.text) \(Base64.encode(update.accepted.text))\n"
        }
        return text + "judged\n"
    }

    /// The line that says what became of an update; nil when nothing did yet.
    ///
    /// It starts on a line of its own and ends in a period, so that one that a crash cut short says nothing and harms
    /// no other.
    static func line(_ update: RefUpdate, _ outcome: Outcome) -> String? {
        switch outcome {
        case .judged: nil
        case .committed(let moment): "\ncommitted \(update.text) \(moment) .\n"
        case .aborted: "\naborted \(update.text) .\n"
        case .receipted: "\nreceipted \(update.text) .\n"
        }
    }

    /// Reads a file.
    init(id: String, text: [UInt8]) throws(EvidenceError) {
        guard let string = String(validating: text, as: UTF8.self) else { throw Self.malformed(id) }
        let whole = string.utf8.lastIndex(of: 0x0a).map { string[..<$0] } ?? ""
        var lines = whole.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
            .map { String(Substring($0)).split(separator: " ", omittingEmptySubsequences: false).map(String.init) }[...]
        guard lines.popFirst()?.joined(separator: " ") == Self.header,
            let time = Self.take("time", 1, from: &lines), let seconds = Int64(time[0]),
            let pusher = Self.take("pusher", 1, from: &lines), let policy = Self.takePolicy(from: &lines),
            let next = Self.take("next", 1, from: &lines)
        else { throw Self.malformed(id) }
        var updates: [Update] = []
        while let fields = Self.take("update", 4, from: &lines) {
            guard let update = Update(fields) else { throw Self.malformed(id) }
            updates.append(update)
        }
        guard lines.popFirst() == ["judged"] else { throw Self.malformed(id) }
        let login = pusher[0] == "-" ? nil : Base64.decode(Array(pusher[0].utf8))
        self.init(
            id: id, time: Timestamp(seconds: seconds), pusher: login.map { Name(String(decoding: $0, as: UTF8.self)) },
            policy: policy.version, nextPolicy: ObjectID(hex: next[0]), updates: updates)
        for line in lines where line.last == "." { try apply(line.dropLast()) }
    }

    private mutating func apply(_ words: ArraySlice<String>) throws(EvidenceError) {
        let line = Array(words)
        let outcome: Outcome
        switch line.first {
        case "committed" where line.count == 5:
            guard let moment = Int64(line[4]) else { throw Self.malformed(id) }
            outcome = .committed(at: moment)
        case "aborted" where line.count == 4: outcome = .aborted
        case "receipted" where line.count == 4: outcome = .receipted
        default: throw Self.malformed(id)
        }
        guard let update = RefUpdate(line[1...3]), let index = updates.firstIndex(where: { $0.update == update })
        else { throw Self.malformed(id) }
        updates[index].outcome = outcome
    }

    private static func take(_ key: String, _ count: Int, from lines: inout ArraySlice<[String]>) -> [String]? {
        guard let line = lines.first, line.first == key, line.count == count + 1 else { return nil }
        lines = lines.dropFirst()
        return Array(line.dropFirst())
    }

    private static func takePolicy(from lines: inout ArraySlice<[String]>) -> (version: PolicyVersion?, Void)? {
        if take("policy", 1, from: &lines)?.first == "-" { return (nil, ()) }
        guard let ids = take("policy", 2, from: &lines), let commit = ObjectID(hex: ids[0]),
            let blob = ObjectID(hex: ids[1])
        else { return nil }
        return (PolicyVersion(commit: commit, blob: blob), ())
    }

    private static func malformed(_ id: String) -> EvidenceError {
        EvidenceError(code: .malformed, description: "the journal entry \(id) cannot be read")
    }
}

extension JournalEntry.Update {
    /// The fields of an `update` line: ref, old, new, and what was found out.
    fileprivate init?(_ fields: [String]) {
        guard let update = RefUpdate(fields[0...2]), let text = Base64.decode(Array(fields[3].utf8)),
            let accepted = try? AcceptedUpdate(text: text)
        else { return nil }
        self.init(update: update, accepted: accepted)
    }
}

extension RefUpdate {
    fileprivate var text: String { "\(ref) \(old) \(new)" }

    fileprivate init?(_ fields: ArraySlice<String>) {
        let fields = Array(fields)
        guard fields.count == 3, let ref = RefName(fields[0]), let old = ObjectID(hex: fields[1]),
            let new = ObjectID(hex: fields[2])
        else { return nil }
        self.init(ref: ref, old: old, new: new)
    }
}
