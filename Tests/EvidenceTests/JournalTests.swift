import Evidence
import ExactValues
import Files
import GitNames
import PolicyCore
import TestSupport
import Testing

@Suite("The journal's files")
struct JournalTests {
    let sandbox = Sandbox()
    let journal: Journal
    static let id = ObjectID(hex: String(repeating: "a", count: 40))!

    init() {
        journal = Journal(gitFolder: sandbox.path)
    }

    private func entry(_ refs: [String], details: [UInt8] = Array("d\n".utf8), pusher: Name? = "a b") -> JournalEntry {
        JournalEntry(
            id: "u-1", time: Timestamp(seconds: 7), pusher: pusher, policy: nil, policyRef: RefName("refs/heads/main")!,
            policyTip: Self.id,
            updates: refs.map {
                .init(update: RefUpdate(ref: RefName($0)!, old: .zero, new: Self.id), details: details)
            })
    }

    private struct Gone: Error {}

    private func opened() throws -> JournalFile {
        guard let file = try journal.open("u-1") else { throw Gone() }
        return file
    }

    private func isFound(_ ref: String, in file: inout JournalFile) throws -> Bool {
        guard let position = try file.position(of: RefName(ref)!) else { return false }
        return try file.update(at: position) == RefUpdate(ref: RefName(ref)!, old: .zero, new: Self.id)
    }

    @Test("What is written is found, by any name that Git allows")
    func roundTrip() throws {
        // The blank that followed a name once joined its last character.
        let refs = ["refs/heads/b\u{600}", "refs/heads/e\u{301}", "refs/heads/\u{e9}", "refs/heads/a", "refs/heads/ab"]
        try journal.record(entry(refs, details: [0, 10, 32, 255]))
        var file = try opened()
        let head = file.head
        #expect(head.pusher == "a b" && head.policyTip == Self.id && head.policyRef.text == "refs/heads/main")
        let details = try (0..<file.count).map { position in try file.details(at: position) }
        #expect(details == [[UInt8]](repeating: [0, 10, 32, 255], count: 5))
        for ref in refs {
            let isFound = try isFound(ref, in: &file)
            #expect(isFound)
        }
        let isThere = try isFound("refs/heads/aa", in: &file)
        #expect(!isThere)
        if try journal.open("u-2") != nil { Issue.record("there is a second entry") }
    }

    @Test("The first word about an update holds, and each update has its own")
    func firstWord() throws {
        try journal.record(entry(["refs/heads/a", "refs/heads/b"]))
        #expect(try journal.note([(1, .prepared)], in: "u-1") == [.prepared])
        #expect(try journal.note([(1, .aborted)], in: "u-1") == [.aborted])
        #expect(try journal.note([(1, .committed(at: 5))], in: "u-1") == [.aborted])
        #expect(try journal.note([(0, .committed(at: 5)), (0, .committed(at: 6))], in: "u-1")[1] == .committed(at: 5))
        #expect(try journal.note([(0, .aborted)], in: "u-1") == [.committed(at: 5)])
        #expect(try journal.outcomes(of: "u-1", count: 2) == [.committed(at: 5), .aborted])
    }

    @Test("A push that was on its way is not judged again under it")
    func twice() throws {
        try journal.record(entry(["refs/heads/a"]))
        try journal.record(entry(["refs/heads/a"]))
        try journal.note([(0, .prepared)], in: "u-1")
        #expect(throws: EvidenceError.self) { try journal.record(entry(["refs/heads/a"])) }
    }

    @Test("What would not be read back is not written: too long, the same ref twice, a login without end")
    func bounds() throws {
        let long = [UInt8](repeating: 1, count: JournalFile.byteLimit)
        let error = #expect(throws: EvidenceError.self) { try journal.record(entry(["refs/heads/a"], details: long)) }
        #expect(error?.code == .full)
        #expect(throws: EvidenceError.self) { try journal.record(entry(["refs/heads/a", "refs/heads/a"])) }
        let login = Name(String(repeating: "x", count: JournalEntry.pusherLimit + 1))
        #expect(throws: EvidenceError.self) { try journal.record(entry(["refs/heads/a"], pusher: login)) }
        #expect(try journal.names().isEmpty)
        let refs = (0..<3000).map { "refs/heads/\($0)" + String(repeating: "y", count: 4000) }
        try journal.record(entry(refs))
        var file = try opened()
        let isThere = try isFound(refs[1234], in: &file)
        #expect(isThere)
    }

    @Test("A full journal takes no more pushes, and says so")
    func full() throws {
        try sandbox.run(["mkdir", "-p", "sallyport/journal"])
        try sandbox.run(["sh", "-c", "seq -f u-0-%.0f \(Journal.entryLimit) | xargs touch"], in: "sallyport/journal")
        let error = #expect(throws: EvidenceError.self) { try journal.record(entry(["refs/heads/a"])) }
        #expect(error?.code == .full && error?.description.contains("wait for their receipts") == true)
    }

    @Test("Finding one update reads a few lines, however many there are")
    func logarithmic() throws {
        func reads(_ count: Int) throws -> Int {
            let refs = (0..<count).map { "refs/heads/\($0)" }
            try journal.record(entry(refs))
            var file = try opened()
            for ref in refs { _ = try file.position(of: RefName(ref)!) }
            return file.readCount / count
        }
        let (few, many) = (try reads(100), try reads(10_000))
        #expect(few > 2 && few <= 14 && many <= 28, "\(few) and \(many) reads an update")
    }

    @Test("A damaged entry is an error and no other entry", arguments: ["cut", "head", "index", "count", "line"])
    func damaged(how: String) throws {
        try journal.record(entry(["refs/heads/a", "refs/heads/b"]))
        let path = "sallyport/journal/u-1"
        var text = try InputFile.read("\(sandbox.path)/\(path)")
        switch how {
        case "cut": text.removeLast(5)
        case "head": text[18] = UInt8(ascii: "9")
        case "index": text[text.count - 33 - 13] = UInt8(ascii: "9")
        case "count": text[text.count - 2] = UInt8(ascii: "7")
        default:
            let place = try #require(text.firstRange(of: Array("refs/heads/b".utf8)))
            text[place.lowerBound] = UInt8(ascii: " ")
        }
        try sandbox.write(text, to: path)
        let error = #expect(throws: EvidenceError.self) {
            guard var file = try journal.open("u-1") else { return }
            for position in 0..<file.count { _ = try file.update(at: position) }
        }
        #expect(error?.code == .malformed)
    }

    @Test("The rejections that are kept do not grow without end")
    func rejections() throws {
        let log = RejectionLog(gitFolder: sandbox.path + "/")
        try sandbox.run(["mkdir", "-p", "sallyport"])
        let update = RefUpdate(ref: RefName("refs/heads/a")!, old: .zero, new: Self.id)
        let reason = RejectionLog.Reason(update: update, rule: "signed", message: String(repeating: "m", count: 9000))
        for _ in 0..<20 {
            try log.add(
                Array(repeating: reason, count: 150), at: Timestamp(seconds: 1), pusher: "p", byteLimit: 500_000)
        }
        let sizes = try log.files.map { try InputFile.read($0).count }
        #expect(sizes.allSatisfy { $0 > 100_000 && $0 <= 500_000 }, "\(sizes)")
        let lines = try InputFile.read(log.files[1]).split(separator: 0x0a)
        #expect(lines.count % 101 == 0)
        #expect(String(decoding: lines[100], as: UTF8.self).contains("\"more\":50"))
    }

    @Test("What the ledger needs goes through the journal byte by byte")
    func accepted() throws {
        var update = AcceptedUpdate()
        update.levels = ["L1"]
        update.rule = "refs/heads/\u{600} é"
        update.consumed = [
            .init(tag: Self.id, identity: ApprovalIdentity(digest: Array(repeating: 3, count: 32)), person: "a")
        ]
        #expect(try AcceptedUpdate(text: update.text) == update)
        #expect(throws: EvidenceError.self) { try AcceptedUpdate(text: update.text + [0x20]) }
        #expect(throws: EvidenceError.self) { try AcceptedUpdate(text: []) }
    }
}
