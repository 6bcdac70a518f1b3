/// An object as it is stored: the bytes that its name is the hash of, without the header.
public struct RawObject: Sendable, Hashable {
    public let kind: ObjectKind
    public let bytes: [UInt8]

    public init(kind: ObjectKind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }
}
