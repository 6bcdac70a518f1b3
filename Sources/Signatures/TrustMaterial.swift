/// What signatures are checked with that do not bring their key along, or bring it with the word of somebody else.
struct TrustMaterial: Sendable {
    /// OpenPGP keys; nil when there are none.
    var keyring: OpenPGPKeyring?
    /// Bundles of X.509 certificates; the first that vouches counts.
    var bundles: [TrustAnchors] = []
}
