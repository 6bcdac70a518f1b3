public import ExactValues
internal import FieldTree
internal import GitNames
public import PolicyCore
public import Signatures

/// Receipts as they are stored: a DSSE envelope a file.
public enum SignedReceipt {
    /// Where a receipt is in the tree of the receipts' ref: a hundred to a folder, and a hundred of these to one.
    public static func path(_ sequence: Int64) -> String {
        "receipts/\(padded(sequence / 10_000, 9))/\(padded(sequence / 100 % 100, 2))/\(padded(sequence, 12)).json"
    }

    /// Where receipts were before: a thousand to a folder.
    public static func formerPath(_ sequence: Int64) -> String {
        "receipts/\(padded(sequence / 1000, 9))/\(padded(sequence, 12)).json"
    }

    /// What the gate will attest of an update that it accepts, after the receipts so far.
    /// - Parameters:
    ///   - approvals: the whole tag objects of the approvals that it uses up.
    ///   - submitted: the whole tag object of the approval that it brings.
    public static func receipt(
        _ accepted: AcceptedUpdate, of update: RefUpdate, after index: ReceiptIndex, repository: Name,
        time: Timestamp, policy: PolicyVersion?, pusher: Name?, approvals: [[UInt8]], submitted: [UInt8]?
    ) -> Receipt {
        var receipt = Receipt(
            kind: .push, sequence: index.sequence + 1, repository: repository, time: time, update: update,
            previous: index.last)
        receipt.policy = policy
        receipt.isByOwners = accepted.isByOwners
        receipt.rule = accepted.rule
        receipt.approvals = approvals
        receipt.approvers = accepted.approvers
        receipt.submitted = submitted
        receipt.signed = accepted.established.compactMap { commit in
            commit.facts.signer.map { Receipt.SignedCommit(id: commit.id, signer: $0) }
        }
        receipt.pusher = pusher
        receipt.levels = accepted.levels
        return receipt
    }

    /// The signed envelope, one line of JSON.
    public static func envelope(_ receipt: Receipt, key: Ed25519PrivateKey) throws(EvidenceError) -> [UInt8] {
        let payload = Array(JSONText.compact(receipt.statement).utf8)
        let message = DSSEEnvelope.preAuthenticationEncoding(type: DSSEEnvelope.inTotoType, payload: payload)
        do throws(SignatureError) {
            return DSSEEnvelope.json(
                type: DSSEEnvelope.inTotoType, payload: payload, keyID: key.publicKey.fingerprint,
                signature: try key.sign(message))
        } catch {
            throw EvidenceError(code: .key, description: "cannot sign a receipt: \(error)")
        }
    }

    /// What the next receipt says of this one: the SHA-256 of the envelope, in hexadecimal digits.
    public static func link(to envelope: [UInt8]) -> String {
        Hexadecimal.text(Digest.sha256(envelope))
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
