import Evidence
import ExactValues
import PolicyFile
import PushGate
import ReceiptLog
import Signatures

/// A reader of outside text, and what it starts from.
struct FuzzTarget: Sendable {
    /// Reads an input; ends the process where what was read does not hold.
    typealias Read = @Sendable ([UInt8]) -> Void

    let name: String
    let seeds: [[UInt8]]
    let read: Read

    static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

    static let all: [FuzzTarget] = [
        FuzzTarget(name: "commit", seeds: []) { bytes in
            guard let object = try? SignedObject(commit: bytes) else { return }
            _ = (SignatureVerifier().check(object), object.coAuthors)
        },
        FuzzTarget(name: "historic-commit", seeds: []) { _ = HistoricCommit($0)?.makerEmails },
        FuzzTarget(name: "tag", seeds: []) { bytes in
            guard let object = try? SignedObject(tag: bytes) else { return }
            _ = SignatureVerifier().check(object)
        },
        FuzzTarget(name: "ssh-signature", seeds: []) { _ = try? SSHSignature(armour: $0) },
        FuzzTarget(name: "ssh-key", seeds: []) {
            _ = try? SSHPublicKey(text: String(decoding: $0, as: UTF8.self))
        },
        FuzzTarget(name: "approval", seeds: Seeds.approvals, read: approval),
        FuzzTarget(name: "journal", seeds: Seeds.journals, read: journal),
        FuzzTarget(name: "accepted-update", seeds: Seeds.acceptedUpdates) { bytes in
            guard let update = try? AcceptedUpdate(text: bytes) else { return }
            precondition((try? AcceptedUpdate(text: update.text)) == update, "it is written otherwise than read")
        },
        FuzzTarget(name: "envelope", seeds: Seeds.envelopes) {
            _ = try? Receipt(envelope: $0, signedBy: Seeds.receiptKey.publicKey.rawBytes)
        },
        FuzzTarget(name: "receipt", seeds: Seeds.statements, read: receipt),
        FuzzTarget(name: "policy", seeds: Seeds.policies) { _ = try? PolicyFile.parse($0, keys: KnownKeys()) },
        FuzzTarget(name: "root", seeds: Seeds.roots) {
            _ = try? RootFile.parse($0, file: "root.yaml", keys: KnownKeys())
        },
        FuzzTarget(name: "updates", seeds: Seeds.updates) {
            _ = (try? UpdateLines.parse($0), try? UpdateLines.parseTransaction($0))
        },
    ]

    /// An approval that can be read has one text, but for the reason at its end.
    @Sendable private static func approval(_ bytes: [UInt8]) {
        guard let text = try? ApprovalText(message: bytes) else { return }
        precondition(
            (try? ApprovalText(message: Array(text.message.utf8))) == text, "it is written otherwise than read")
    }

    /// What a statement says once the pinned key has signed it.
    @Sendable private static func receipt(_ payload: [UInt8]) {
        let type = DSSEEnvelope.inTotoType
        let message = DSSEEnvelope.preAuthenticationEncoding(type: type, payload: payload)
        let key = Seeds.receiptKey
        guard let signature = try? key.sign(message) else { return }
        let envelope = DSSEEnvelope.json(
            type: type, payload: payload, keyID: key.publicKey.fingerprint, signature: signature)
        _ = try? Receipt(envelope: envelope, signedBy: key.publicKey.rawBytes)
    }

    /// All that is looked up in an entry.
    @Sendable private static func journal(_ bytes: [UInt8]) {
        let id = "fuzzed"
        Seeds.writeJournal(bytes, id: id)
        guard var file = try? Seeds.journal.open(id) else { return }
        for position in 0..<min(file.count, 64) {
            guard let update = try? file.update(at: position) else { continue }
            _ = (try? file.details(at: position), try? file.position(of: update.ref))
        }
    }
}
