public import Evidence
internal import ExactValues
internal import FieldTree
internal import GitNames
internal import JSONDocument
public import PolicyCore
public import ReceiptChain
internal import Signatures

extension Receipt {
    /// Reads a stored receipt: a DSSE envelope with one signature of a key of the root over an in-toto statement.
    ///
    /// The statement must be, byte for byte, the one that the push gate would write for what it says: there is one
    /// form of every receipt, so nothing can be added to one.
    /// - Parameters:
    ///   - envelope: the file's bytes.
    ///   - root: the root in force, whose keys count at the receipt's time.
    public init(envelope: [UInt8], under root: Root) throws(ReceiptChainError) {
        let value = try Self.json(envelope, what: "the envelope")
        let signatures = value["signatures"]?.list ?? []
        guard value["payloadType"] == .string(DSSEEnvelope.inTotoType), signatures.count == 1,
            let payload = value["payload"]?.string.flatMap({ Base64.decode(Array($0.utf8)) }),
            let signature = signatures[0]["sig"]?.string.flatMap({ Base64.decode(Array($0.utf8)) })
        else {
            throw ReceiptChainError(.malformed, "it is no DSSE envelope of an in-toto statement with one signature")
        }
        let signed = DSSEEnvelope.preAuthenticationEncoding(type: DSSEEnvelope.inTotoType, payload: payload)
        let keys = root.receiptKeys.map(\.publicKey).filter { Self.isSigned(signed, signature, by: $0) }
        guard !keys.isEmpty else {
            throw ReceiptChainError(.unverified, "it is not signed by a receipt key of the root")
        }
        try self.init(statement: try Self.json(payload, what: "the statement"))
        guard Array(JSONText.compact(statement).utf8) == payload else {
            throw ReceiptChainError(.malformed, "its statement is not in the form that the push gate writes")
        }
        guard keys.contains(where: { root.accepts(receiptKey: $0, at: time) }) else {
            throw ReceiptChainError(.unverified, "by the root, the key that signed it does not count at \(time)")
        }
    }

    private static func isSigned(_ message: [UInt8], _ signature: [UInt8], by key: [UInt8]) -> Bool {
        Ed25519PublicKey(rawBytes: key)?.verifies(signature, over: message) ?? false
    }

    private static func json(_ bytes: [UInt8], what: String) throws(ReceiptChainError) -> FieldValue {
        do throws(JSONError) {
            return try JSONReader(byteLimit: 64 << 20).read(bytes)
        } catch {
            throw ReceiptChainError(.malformed, "\(what) cannot be read: \(error)")
        }
    }

    private init(statement: FieldValue) throws(ReceiptChainError) {
        let predicate = statement["predicate"] ?? [:]
        let details = predicate[Self.extensionKey] ?? [:]
        let uri = predicate["resourceUri"]?.string ?? ""
        guard uri.hasPrefix("sallyport:"), let kind = details["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let sequence = details["sequence"]?.integer,
            let time = predicate["timeVerified"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let ref = details["ref"]?.string.flatMap({ RefName($0) }),
            let old = details["old"]?.string.flatMap({ ObjectID(hex: $0) }),
            let new = details["new"]?.string.flatMap({ ObjectID(hex: $0) }),
            let previous = details["previous"]?.string
        else { throw ReceiptChainError(.malformed, "its statement lacks what a receipt says") }
        self.init(
            kind: kind, sequence: sequence, repository: Name(String(uri.dropFirst("sallyport:".count))), time: time,
            update: RefUpdate(ref: ref, old: old, new: new), previous: previous)
        policy = try Self.policy(predicate)
        isByOwners = details["by"] != nil
        rule = details["rule"]?.string ?? ""
        for text in details["approvals"]?.list ?? [] { approvals.append(try Self.tag(text)) }
        approvers = (details["approvers"]?.list ?? []).compactMap { $0.string.map { Name($0) } }
        submitted = try details["submitted"].map { text throws(ReceiptChainError) in try Self.tag(text) }
        for text in details["signed"]?.list ?? [] { signed.append(try Self.signedCommit(text)) }
        pusher = details["pusher"]?.string.map { Name($0) }
        levels = (predicate["verifiedLevels"]?.list ?? []).compactMap(\.string)
    }

    private static func tag(_ text: FieldValue) throws(ReceiptChainError) -> [UInt8] {
        guard let bytes = text.string.flatMap({ Base64.decode(Array($0.utf8)) }) else {
            throw ReceiptChainError(.malformed, "an approval in it is no base64")
        }
        return bytes
    }

    private static func signedCommit(_ text: FieldValue) throws(ReceiptChainError) -> SignedCommit {
        let words = (text.string ?? "").utf8.split(separator: 0x20, maxSplits: 1).map { Array($0) }
        guard words.count == 2, let id = ObjectID(hex: words[0]) else {
            throw ReceiptChainError(.malformed, "a signed commit in it is no id and name")
        }
        return SignedCommit(id: id, signer: Name(String(decoding: words[1], as: UTF8.self)))
    }

    private static func policy(_ predicate: FieldValue) throws(ReceiptChainError) -> PolicyVersion? {
        guard let digest = predicate["policy"]?["digest"] else { return nil }
        guard let commit = digest["gitCommit"]?.string.flatMap({ ObjectID(hex: $0) }),
            let blob = digest["gitBlob"]?.string.flatMap({ ObjectID(hex: $0) })
        else { throw ReceiptChainError(.malformed, "the policy it names is no commit and blob") }
        return PolicyVersion(commit: commit, blob: blob)
    }
}
