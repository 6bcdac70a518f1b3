internal import ExactValues
public import PolicyCore

extension KeyIdentity {
    /// What people compare a key by: for SSH, as `ssh-keygen -l` prints it, `SHA256:…`; the
    /// authority's for those that certificates name. For OpenPGP, as `gpg --fingerprint` does without blanks.
    public var fingerprint: String {
        switch format {
        case .ssh: SSHPublicKey.fingerprint(ofBlob: KeyCertificate.authority(of: self)?.bytes ?? bytes)
        // The bytes are a digest already.
        case .x509: "SHA256:" + Base64.encode(KeyCertificate.authority(of: self)?.bytes ?? bytes).prefix { $0 != "=" }
        case .openpgp: Hexadecimal.text(bytes).uppercased()
        }
    }
}
