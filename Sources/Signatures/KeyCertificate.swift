public import ExactValues
public import PolicyCore

/// What an authority says of a key.
public struct KeyCertificate: Sendable, Hashable {
    /// The key of whoever signed it.
    public let authority: KeyIdentity
    /// Whom it is for.
    public let names: [String]
    /// The first second in which it counts.
    public let validFrom: Timestamp
    /// The first second in which it does not count any more; nil when it always does.
    public let validUntil: Timestamp?

    /// Why it does not count at a time, or nil when it does.
    public func objection(at time: Timestamp) -> String? {
        if time < validFrom { return "its certificate is valid only from \(validFrom)" }
        if let validUntil, time >= validUntil { return "its certificate expired at \(validUntil)" }
        return nil
    }
}

extension KeyCertificate {
    /// What a policy knows the holder of such a certificate by: the authority and one of the names.
    static func identity(authority: KeyIdentity, name: String) -> KeyIdentity {
        var writer = SSHWriter()
        writer.string(Array("certified".utf8))
        writer.string(authority.bytes)
        writer.string(Array(name.utf8))
        return KeyIdentity(authority.format, writer.bytes)
    }

    /// The authority in an identity that ``identity(authority:name:)`` made; nil for the identity of a key.
    static func authority(of identity: KeyIdentity) -> KeyIdentity? {
        var reader = SSHReader(identity.bytes)
        guard let word = reader.string(), word.elementsEqual("certified".utf8), let authority = reader.string() else {
            return nil
        }
        return KeyIdentity(identity.format, authority)
    }

    /// The name in an identity that ``identity(authority:name:)`` made; nil for the identity of a key.
    static func name(in identity: KeyIdentity) -> String? {
        var reader = SSHReader(identity.bytes)
        guard authority(of: identity) != nil, reader.string() != nil, reader.string() != nil else { return nil }
        return reader.string().map { String(decoding: $0, as: UTF8.self) }
    }

    func identity(of name: String) -> KeyIdentity { Self.identity(authority: authority, name: name) }
}
