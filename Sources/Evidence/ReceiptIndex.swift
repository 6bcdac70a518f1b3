internal import ExactValues
public import GitNames
public import GitStore
public import PolicyCore
internal import Signatures

/// What the receipts so far come to, kept beside them so that a push need not read them all.
///
/// The index serves this gate alone; who checks receipts reads the receipts. Its files are small, and fanned out so that
/// reading and writing one costs the same however many there are.
public struct ReceiptIndex: PriorReceipts {
    /// Where receipts are.
    public static let ref = "refs/sallyport/receipts"
    /// The folder of the commits that were there before the gate.
    public static let genesisFolder = "genesis"
    /// The most bytes of one file of the index.
    static let fileLimit = 16 << 20

    /// The commit the index was read from; nil when there are no receipts.
    public let commit: ObjectID?
    /// The highest sequence number; 0 when there are no receipts.
    public private(set) var sequence: Int64
    /// The SHA-256 of the last receipt, in hexadecimal digits.
    public private(set) var last: String
    private let repository: Repository
    /// What receipts change that are not written yet; nil takes a file out.
    private var changed: [String: [UInt8]?] = [:]
    /// How many bytes they hold.
    private(set) var changedSize = 0

    /// Reads the index as it is now.
    public init(_ repository: Repository) throws(EvidenceError) {
        self.repository = repository
        do throws(GitError) {
            commit = try repository.resolve(ref: Self.ref)
            guard let commit else {
                (sequence, last) = (0, "")
                return
            }
            let words = try Self.file(repository, "head", in: commit).map(Self.words) ?? []
            guard words.count == 2, let sequence = Int64(words[0]), sequence > 0, words[1].utf8.count == 64 else {
                throw GitError(code: .malformed, description: "\(Self.ref) has no head")
            }
            (self.sequence, last) = (sequence, words[1])
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read the receipts: \(error)")
        }
    }

    public func value(of ref: RefName) throws(EvidenceError) -> ObjectID? {
        try file(Self.path(of: ref)).flatMap { ObjectID(hex: $0.prefix(ObjectID.hexCount)) }
    }

    /// The number of the last receipt of a ref; nil when it has none or was deleted.
    public func sequence(of ref: RefName) throws(EvidenceError) -> Int64? {
        let words = try file(Self.path(of: ref)).map(Self.words)
        return words.flatMap { $0.count == 3 ? Int64($0[1]) : nil }
    }

    public func facts(of commit: ObjectID) throws(EvidenceError) -> EstablishedFacts? {
        if let line = try shard(of: commit)[commit] { return line }
        return try wasThereBefore(commit) ? EstablishedFacts(wasThereBefore: true) : nil
    }

    private func wasThereBefore(_ commit: ObjectID) throws(EvidenceError) -> Bool {
        let firstByte = UInt8(CommitSet.shard(of: commit))
        guard let bytes = try file(GenesisCommits.path(ofShard: firstByte)) else { return false }
        guard let shard = CommitShard(bytes, firstByte: firstByte) else {
            throw Self.unreadable("what was there before")
        }
        return shard.contains(commit)
    }

    /// All commits on record in the shard of one.
    func shard(of commit: ObjectID) throws(EvidenceError) -> [ObjectID: EstablishedFacts] {
        var found: [ObjectID: EstablishedFacts] = [:]
        for line in try file(Self.path(ofCommit: commit))?.split(separator: 0x0a) ?? [] {
            guard let commit = EstablishedCommit(text: Array(line)) else { throw Self.unreadable("the facts") }
            found[commit.id] = commit.facts
        }
        return found
    }

    public func approval(_ identity: ApprovalIdentity) throws(EvidenceError) -> ApprovalRecord? {
        guard let text = try file(Self.path(of: identity)) else { return nil }
        guard let record = ApprovalRecord(text: Array(text.split(separator: 0x0a).first ?? [])) else {
            throw Self.unreadable("an approval")
        }
        return record
    }

    public func approvals(of head: ObjectID) throws(EvidenceError) -> [ApprovalRecord] {
        try records(Self.path(ofHead: head))
    }

    public func approvals(ofChange digest: [UInt8]) throws(EvidenceError) -> [ApprovalRecord] {
        try records(Self.path(ofChange: digest))
    }

    /// The records that a file lists by their identities.
    private func records(_ path: String) throws(EvidenceError) -> [ApprovalRecord] {
        var records: [ApprovalRecord] = []
        for line in try file(path)?.split(separator: 0x0a) ?? [] {
            guard let digest = Hexadecimal.bytes(Array(line)),
                let record = try approval(ApprovalIdentity(digest: digest))
            else { throw Self.unreadable("the list of approvals") }
            records.append(record)
        }
        return records
    }

    func file(_ path: String) throws(EvidenceError) -> [UInt8]? {
        if let bytes = changed[path] { return bytes }
        guard let commit else { return nil }
        do throws(GitError) {
            return try Self.file(repository, path, in: commit)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read the receipts: \(error)")
        }
    }

    private static func file(
        _ repository: Repository, _ path: String, in commit: ObjectID
    ) throws(GitError) -> [UInt8]? {
        guard let entry = try repository.entry(at: path, in: commit) else { return nil }
        return try repository.blob(entry.id, limit: fileLimit)
    }

    private static func words(_ text: [UInt8]) -> [String] {
        text.split { $0 == 0x20 || $0 == 0x0a }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func unreadable(_ what: String) -> EvidenceError {
        EvidenceError(code: .storage, description: "\(what) in \(ref) cannot be read")
    }
}

// MARK: - Receipts that are not written yet

extension ReceiptIndex {
    /// Goes on to what it is with one more receipt.
    /// - Parameters:
    ///   - envelope: it as it is signed.
    ///   - changes: what else changes beside it; nil takes a file out.
    mutating func take(_ receipt: Receipt, envelope: [UInt8], changes: [(path: String, bytes: [UInt8]?)]) {
        (sequence, last) = (receipt.sequence, SignedReceipt.link(to: envelope))
        change(SignedReceipt.path(sequence), envelope)
        change("head", Array("\(sequence) \(last)\n".utf8))
        for (path, bytes) in changes { change(path, bytes) }
    }

    /// What is to be written, in the order of the paths.
    var changedFiles: [(path: String, bytes: [UInt8]?)] {
        changed.map { ($0.key, $0.value) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }

    private mutating func change(_ path: String, _ bytes: [UInt8]?) {
        let old = changed.updateValue(bytes, forKey: path) ?? nil
        changedSize += (bytes?.count ?? 0) - (old?.count ?? 0)
    }
}

// MARK: - Where things are

extension ReceiptIndex {
    /// A name that a tree can hold whatever the ref is called.
    static func path(of ref: RefName) -> String {
        "refs/\(fanned(Hexadecimal.text(Digest.sha256(Array(ref.text.utf8)))))"
    }

    static func path(of identity: ApprovalIdentity) -> String {
        "approvals/\(fanned(Hexadecimal.text(identity.digest)))"
    }

    static func path(ofHead head: ObjectID) -> String { "heads/\(fanned(head.hex))" }

    static func path(ofChange digest: [UInt8]) -> String { "changes/\(fanned(Hexadecimal.text(digest)))" }

    /// One of 4,096 shards by the first three digits.
    static func path(ofCommit commit: ObjectID) -> String {
        "facts/\(commit.hex.prefix(2))/\(commit.hex.dropFirst(2).prefix(1))"
    }

    private static func fanned(_ digits: String) -> String {
        "\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))/\(digits.dropFirst(4))"
    }
}
