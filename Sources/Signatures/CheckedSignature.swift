/// What an object's signature proves, before anybody asks whose key it is.
public enum CheckedSignature: Sendable, Hashable {
    /// There is no signature.
    case unsigned
    /// The holder of the key signed exactly this object.
    case valid(Signer)
    /// The signature is wrong or weak, or is not one.
    case invalid(reason: String)
    /// A signature that is not looked into: another format or type of key.
    case notSupported(format: SignatureFormat, fingerprint: String?, reason: String)
}
