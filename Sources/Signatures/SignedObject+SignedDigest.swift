public import PolicyCore

extension SignedObject {
    /// What was signed, and by which key: the same however the signature around it is spelt, so that wrapping it anew
    /// makes no second one.
    ///
    /// - Parameter key: the key whose signature was found valid.
    /// - Returns: 32 bytes: the SHA-256 of the key's format, the key and the object without its signature, each behind its
    ///   length as RFC 4251 §5 writes strings, with the kind of object in between.
    public func signedDigest(by key: KeyIdentity) -> [UInt8] {
        var writer = SSHWriter()
        writer.string(Array("sallyport signed object".utf8))
        writer.string(Array(key.format.rawValue.utf8))
        writer.string(key.bytes)
        switch content {
        case .commit: writer.string(Array("commit".utf8))
        case .tag: writer.string(Array("tag".utf8))
        }
        writer.string(payload)
        return Digest.sha256(writer.bytes)
    }
}
