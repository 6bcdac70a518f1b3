internal import ExactValues

/// An OpenSSH certificate: a key, for whom and how long, signed by an authority (OpenSSH's PROTOCOL.certkeys).
struct SSHCertificate: Sendable, Hashable {
    /// The most names that one may hold.
    static let principalLimit = 256

    /// The key that is certified, as a plain key.
    let key: SSHPublicKey
    let serial: UInt64
    let isForUsers: Bool
    let keyID: [UInt8]
    let principals: [[UInt8]]
    /// From when it is valid, in seconds since 1970.
    let validAfter: UInt64
    /// From when it is not valid any more, in seconds since 1970; all ones for ever.
    let validBefore: UInt64
    let hasCriticalOptions: Bool
    let authority: SSHPublicKey
    /// The bytes that the authority signed.
    let signedBytes: [UInt8]
    let signature: SSHRawSignature

    private static let suffix = "-cert-v01@openssh.com"

    /// Whether a key's type is one of a certificate.
    static func isCertificate(type: [UInt8]) -> Bool {
        type.count > suffix.utf8.count && type.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Takes a certificate in wire format.
    init(blob: [UInt8]) throws(SignatureError) {
        var reader = SSHReader(blob)
        guard blob.count <= SSHPublicKey.byteLimit, let type = reader.string(), Self.isCertificate(type: type),
            let nonce = reader.string(), !nonce.isEmpty
        else { throw .malformed("not an SSH certificate") }
        let base = String(decoding: type.dropLast(Self.suffix.utf8.count), as: UTF8.self)
        let plain = base.utf8.starts(with: "sk-".utf8) ? base + "@openssh.com" : base
        let start = reader.rest
        let (material, _) = try SSHPublicKey.fields(plain, from: &reader)
        guard material != nil else { throw .notSupported("certificates of type \(base) are not supported") }
        var writer = SSHWriter()
        writer.string(Array(plain.utf8))
        key = try SSHPublicKey(blob: writer.bytes + start.prefix(start.count - reader.rest.count))
        guard let serial = reader.uint64(), let kind = reader.uint32(), let keyID = reader.string(),
            let principals = reader.string(), let after = reader.uint64(), let before = reader.uint64(),
            let options = reader.string(), let extensions = reader.string(), reader.string() != nil,
            let authority = reader.string()
        else { throw .malformed("an SSH certificate is cut short") }
        (self.serial, self.keyID, validAfter, validBefore) = (serial, keyID, after, before)
        guard kind == 1 || kind == 2 else { throw .malformed("an SSH certificate for neither users nor hosts") }
        isForUsers = kind == 1
        self.principals = try Self.list(principals)
        hasCriticalOptions = !options.isEmpty
        _ = try Self.list(extensions)
        self.authority = try SSHPublicKey(blob: authority)
        signedBytes = Array(blob.prefix(blob.count - reader.rest.count))
        guard let signature = reader.string(), reader.isAtEnd else {
            throw .malformed("an SSH certificate is cut short or has bytes after its end")
        }
        self.signature = try SSHRawSignature(signature, by: self.authority)
    }

    private static func list(_ bytes: [UInt8]) throws(SignatureError) -> [[UInt8]] {
        var reader = SSHReader(bytes)
        var list: [[UInt8]] = []
        while !reader.isAtEnd {
            guard list.count < principalLimit, let element = reader.string() else {
                throw .malformed("an SSH certificate has a list that is broken or too long")
            }
            list.append(element)
        }
        return list
    }
}
