/// What the signature on an object's raw bytes proves.
public enum SignatureFacts: Sendable, Hashable {
    case unsigned
    /// There is something like a signature and it proves nothing, with the reason.
    case bad(String)
    /// The bytes were signed by the holder of this key.
    case key(KeyIdentity)
}
