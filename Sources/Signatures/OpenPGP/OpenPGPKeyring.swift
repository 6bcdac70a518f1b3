internal import ExactValues

/// The certificates that OpenPGP signatures are checked with. A reference, so that a verifier sees at once whether it
/// has loaded this one.
public final class OpenPGPKeyring: Sendable {
    let certificates: [OpenPGPCertificate]

    init(_ certificates: [OpenPGPCertificate]) {
        self.certificates = certificates
    }

    /// The certificate whose primary key has a fingerprint, in hexadecimal digits of any case.
    func certificate(_ digits: String) -> OpenPGPCertificate? {
        let lower = digits.utf8.map { $0 | 0x20 }
        return certificates.first { Hexadecimal.text($0.fingerprint).utf8.elementsEqual(lower) }
    }
}
