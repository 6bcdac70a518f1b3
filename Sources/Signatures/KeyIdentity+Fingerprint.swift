public import PolicyCore

extension KeyIdentity {
    /// What people compare a key by: for SSH, as `ssh-keygen -l` prints it, `SHA256:…`.
    public var fingerprint: String { SSHPublicKey.fingerprint(ofBlob: bytes) }
}
