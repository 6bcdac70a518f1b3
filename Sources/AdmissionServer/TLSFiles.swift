/// Where a server's TLS material is on disk, all of it PEM.
public struct TLSFiles: Sendable, Hashable {
    /// The server's certificate, followed by its intermediates.
    public var certificate: String
    /// The certificate's private key.
    public var key: String
    /// The authorities whose client certificates may send reviews; nil takes reviews from anyone.
    public var clientAuthority: String?
    /// How often certificate and key are read again.
    public var reloadInterval: Duration

    public init(
        certificate: String, key: String, clientAuthority: String? = nil, reloadInterval: Duration = .seconds(60)
    ) {
        self.certificate = certificate
        self.key = key
        self.clientAuthority = clientAuthority
        self.reloadInterval = reloadInterval
    }
}
