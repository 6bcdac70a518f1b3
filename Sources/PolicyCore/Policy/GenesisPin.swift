/// What a root pins of what was there before the gate, so that nobody can make up another beginning.
public struct GenesisPin: Sendable, Hashable {
    /// How many refs were there.
    public let refs: Int
    /// 32 bytes of SHA-256 over the refs and all of their commits.
    public let digest: [UInt8]

    public init(refs: Int, digest: [UInt8]) {
        self.refs = refs
        self.digest = digest
    }
}
