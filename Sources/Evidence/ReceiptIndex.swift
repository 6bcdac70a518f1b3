public import ExactValues
public import GitNames
public import GitStore
internal import Signatures

/// What the receipts so far come to, kept beside them so that a push need not read them all.
///
/// The index serves this gate alone; who checks receipts reads the receipts.
public struct ReceiptIndex {
    /// Where receipts are.
    public static let ref = "refs/sallyport/receipts"
    /// Stands for a rule in the index of what was there before the gate: accepted under every rule.
    public static let genesisDigest = "genesis"

    /// What is on record of an approval.
    public struct ApprovalRecord: Sendable, Hashable {
        public let arrival: Timestamp
        public let isConsumed: Bool

        public init(arrival: Timestamp, isConsumed: Bool) {
            self.arrival = arrival
            self.isConsumed = isConsumed
        }
    }

    /// The commit the index was read from; nil when there are no receipts.
    public let commit: ObjectID?
    /// The highest sequence number; 0 when there are no receipts.
    public let sequence: Int64
    /// The SHA-256 of the last receipt, in hexadecimal digits.
    public let last: String
    private let repository: Repository

    /// Reads the index as it is now.
    public init(_ repository: Repository) throws(EvidenceError) {
        self.repository = repository
        do throws(GitError) {
            commit = try repository.resolve(ref: Self.ref)
            guard let commit else {
                (sequence, last) = (0, "")
                return
            }
            let words = try Self.words(repository, "head", in: commit) ?? []
            guard words.count == 2, let sequence = Int64(words[0]), sequence > 0, words[1].utf8.count == 64 else {
                throw GitError(code: .malformed, description: "\(Self.ref) has no head")
            }
            (self.sequence, last) = (sequence, words[1])
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read the receipts: \(error)")
        }
    }

    /// The commits whose history is receipted under a rule, or was there before the gate.
    public func tips(ruleDigest: String) throws(EvidenceError) -> [ObjectID] {
        var tips: [ObjectID] = []
        guard let commit else { return [] }
        do throws(GitError) {
            for digest in [Self.genesisDigest, ruleDigest] where !digest.isEmpty {
                for file in try repository.blobs(under: "tips/\(digest)", in: commit) {
                    let text = String(decoding: try repository.blob(file.id, limit: 8192), as: UTF8.self)
                    guard let id = ObjectID(hex: text.utf8.prefix(ObjectID.hexCount)) else {
                        throw GitError(code: .malformed, description: "\(file.path) in \(Self.ref) has no object id")
                    }
                    tips.append(id)
                }
            }
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read the receipts: \(error)")
        }
        return tips
    }

    /// What the last receipt moved a ref to; nil when it has no receipt or was deleted.
    package func value(of ref: RefName) throws(EvidenceError) -> ObjectID? {
        try words("refs/\(Self.name(of: ref))")?.first.flatMap { ObjectID(hex: $0) }
    }

    /// What is on record of an approval; nil when it never arrived.
    public func approval(_ tag: ObjectID) throws(EvidenceError) -> ApprovalRecord? {
        guard let words = try words(Self.path(ofApproval: tag)) else { return nil }
        guard words.count == 2, let seconds = Int64(words[0]) else {
            throw EvidenceError(code: .storage, description: "the record of approval \(tag) cannot be read")
        }
        return ApprovalRecord(arrival: Timestamp(seconds: seconds), isConsumed: words[1] == "consumed")
    }

    static func path(ofApproval tag: ObjectID) -> String {
        "approvals/\(tag.hex.prefix(2))/\(tag.hex.dropFirst(2))"
    }

    /// A name that a tree can hold whatever the ref is called.
    static func name(of ref: RefName) -> String {
        Hexadecimal.text(Digest.sha256(Array(ref.text.utf8)))
    }

    private func words(_ path: String) throws(EvidenceError) -> [String]? {
        guard let commit else { return nil }
        do throws(GitError) {
            return try Self.words(repository, path, in: commit)
        } catch {
            throw EvidenceError(code: .storage, description: "cannot read the receipts: \(error)")
        }
    }

    private static func words(
        _ repository: Repository, _ path: String, in commit: ObjectID
    ) throws(GitError) -> [String]? {
        guard let entry = try repository.entry(at: path, in: commit) else { return nil }
        let text = String(decoding: try repository.blob(entry.id, limit: 8192), as: UTF8.self)
        return text.utf8.split { $0 == 0x20 || $0 == 0x0a }.map { String(Substring($0)) }
    }
}
