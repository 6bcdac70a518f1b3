internal import ExactValues
internal import PolicyCore

/// Certificates whose word is taken for those that they sign.
public struct TrustAnchors: Sendable, Hashable {
    /// The most certificates of one bundle.
    static let limit = 1000
    private static let begin = "-----BEGIN CERTIFICATE-----"
    private static let end = "-----END CERTIFICATE-----"

    /// Each in DER.
    let certificates: [[UInt8]]
    /// What the whole is known by: the SHA-256 over all of them.
    let identity: KeyIdentity

    init(_ certificates: [[UInt8]]) {
        self.certificates = certificates
        identity = KeyIdentity(.x509, Digest.sha256(certificates.flatMap { $0 }))
    }

    /// Takes a PEM bundle (RFC 7468 §5): certificates alone, text between them unread.
    init(pem file: [UInt8]) throws(SignatureError) {
        var certificates: [[UInt8]] = []
        var digits: [UInt8]?
        for line in file.split(separator: 0x0a).map({ IdentityLine.trimmed($0) }) {
            if line.elementsEqual(Self.begin.utf8), digits == nil {
                digits = []
            } else if line.elementsEqual(Self.end.utf8), let found = digits {
                guard let bytes = Base64.decode(found), certificates.count < Self.limit else {
                    throw .malformed("a certificate that is not in Base64, or more than \(Self.limit)")
                }
                _ = try X509Certificate(bytes)
                certificates.append(bytes)
                digits = nil
            } else if line.starts(with: "-----".utf8) {
                throw .malformed("a PEM bundle must hold certificates and nothing else")
            } else if digits != nil {
                digits? += line
            }
        }
        guard digits == nil, !certificates.isEmpty else { throw .malformed("there is no whole certificate in it") }
        self.init(certificates)
    }

    /// The certificates one after the other, as ``init(material:)`` takes them.
    var material: [UInt8] {
        var writer = SSHWriter()
        for certificate in certificates { writer.string(certificate) }
        return writer.bytes
    }

    init(material: [UInt8]) {
        var reader = SSHReader(material)
        var certificates: [[UInt8]] = []
        while let certificate = reader.string() { certificates.append(certificate) }
        self.init(certificates)
    }
}
