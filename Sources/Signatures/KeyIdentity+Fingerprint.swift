public import PolicyCore

extension KeyIdentity {
    /// What people compare a key by: for SSH, as `ssh-keygen -l` prints it, `SHA256:…`; the
    /// authority's for those that certificates name.
    public var fingerprint: String {
        SSHPublicKey.fingerprint(ofBlob: KeyCertificate.authority(of: self)?.bytes ?? bytes)
    }
}
