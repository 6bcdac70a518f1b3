/// What kind of signature an object carries.
public enum SignatureFormat: String, Sendable, Hashable {
    case ssh, openpgp, x509, none

    /// The markers that Git takes for the start of a signature, when a line begins with one (gpg-interface.c).
    static let markers: [(text: String, format: SignatureFormat)] = [
        ("-----BEGIN SSH SIGNATURE-----", .ssh), ("-----BEGIN PGP SIGNATURE-----", .openpgp),
        ("-----BEGIN PGP MESSAGE-----", .openpgp), ("-----BEGIN SIGNED MESSAGE-----", .x509),
    ]

    /// The format whose marker the text begins with.
    init?(armour: some Collection<UInt8>) {
        guard let marker = Self.markers.first(where: { armour.starts(with: $0.text.utf8) }) else { return nil }
        self = marker.format
    }
}
