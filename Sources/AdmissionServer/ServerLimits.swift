/// Bounds on what one server takes on.
public struct ServerLimits: Sendable, Hashable {
    /// The largest request body in bytes. The API server sends up to 3 MiB an object, and two objects a review.
    public var bodyBytes = 16 << 20
    /// The most bytes of bodies that are held at once, over all requests.
    public var heldBytes = 128 << 20
    /// The most reviews under way at once.
    public var reviews = 512
    /// The most open connections; beyond it new ones wait in the backlog. Where client certificates are asked for, the
    /// most that have shown one.
    public var connections = 1024
    /// The most open connections that have not shown a certificate, handshakes under way included; the oldest of them
    /// is closed for a new one. Only where client certificates are asked for.
    public var uncertifiedConnections = 128
    /// How long one review may take, reading its body included.
    public var deadline = Duration.seconds(8)
    /// How long a connection may stay silent. Longer than the 90 seconds after which the API server drops an idle
    /// connection of its own: were the server to close first, a review sent at that moment would fail.
    public var idle = Duration.seconds(120)

    public init() {}
}
