internal import Evidence
internal import ExactValues
internal import GitNames
internal import PolicyCore
internal import Signatures

/// Reads approvals from tags.
struct ApprovalReader {
    private let reader: ObjectReader

    init(_ reader: ObjectReader) {
        self.reader = reader
    }

    func approval(_ tag: ObjectID) throws -> Approval {
        try approval(try reader.object(tag))
    }

    func approval(_ object: ObjectReader.PushedObject) throws(EvidenceError) -> Approval {
        guard let signed = object.signed, case .tag(let tagged, _, _) = signed.content else {
            throw EvidenceError(code: .malformed, description: "it is no tag that can be read")
        }
        let text = try ApprovalText(message: signed.message)
        guard text.tagged == tagged else {
            throw EvidenceError(code: .malformed, description: "its Head is not the commit it tags")
        }
        let signature = reader.signature(of: object.id, signed)
        // Without a key that signed it, an approval never counts; its identity only tells it from others.
        let key: KeyIdentity = if case .key(let key) = signature { key } else { KeyIdentity(.ssh, [0]) }
        return Approval(
            tag: object.id, identity: ApprovalIdentity(digest: signed.signedDigest(by: key)), verdict: text.verdict,
            repository: text.repository, target: text.target, base: text.base, head: text.head,
            resultTree: text.resultTree, signature: signature)
    }
}
