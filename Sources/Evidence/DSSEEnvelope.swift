internal import ExactValues
internal import FieldTree

/// A signed payload in the Dead Simple Signing Envelope, version 1.
///
/// https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
public enum DSSEEnvelope {
    /// The payload type of in-toto statements.
    public static let inTotoType = "application/vnd.in-toto+json"

    /// The bytes that are signed: `DSSEv1`, and type and payload with their lengths.
    public static func preAuthenticationEncoding(type: String, payload: [UInt8]) -> [UInt8] {
        Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
    }

    /// The envelope as one line of JSON.
    public static func json(type: String, payload: [UInt8], keyID: String, signature: [UInt8]) -> [UInt8] {
        let envelope: FieldValue = [
            "payload": .string(Base64.encode(payload)), "payloadType": .string(type),
            "signatures": [["keyid": .string(keyID), "sig": .string(Base64.encode(signature))]],
        ]
        return Array((JSONText.compact(envelope) + "\n").utf8)
    }
}
