internal import ExactValues
public import PolicyCore

extension KeyIdentity {
    /// What people compare a key by: for SSH, as `ssh-keygen -l` prints it, `SHA256:…`; the
    /// authority's for those that certificates name. For OpenPGP, as `gpg --fingerprint` does without blanks.
    public var fingerprint: String {
        switch format {
        case .ssh, .x509: SSHPublicKey.fingerprint(ofBlob: KeyCertificate.authority(of: self)?.bytes ?? bytes)
        case .openpgp: Hexadecimal.text(bytes).uppercased()
        }
    }
}
