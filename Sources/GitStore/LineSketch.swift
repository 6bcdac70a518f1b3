/// How many bytes of a file fall to each of its lines, by which two files are compared: as Git finds renames
/// (diffcore-delta.c), lines longer than 64 bytes in pieces.
struct LineSketch {
    private static let pieceLength = 64

    private let size: Int
    private var bytesByPiece: [UInt64: Int] = [:]

    init(_ bytes: [UInt8]) {
        size = bytes.count
        var (hash, length) = (Self.seed, 0)
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            length += 1
            guard byte == UInt8(ascii: "\n") || length == Self.pieceLength else { continue }
            bytesByPiece[hash, default: 0] += length
            (hash, length) = (Self.seed, 0)
        }
        if length > 0 { bytesByPiece[hash, default: 0] += length }
    }

    /// FNV-1a, which is the same everywhere.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// How many bytes are in both; nil when that is less than half of the larger file.
    func shared(with other: LineSketch) -> Int? {
        let shared = bytesByPiece.reduce(0) { $0 + min($1.value, other.bytesByPiece[$1.key] ?? 0) }
        return shared > 0 && shared >= (max(size, other.size) + 1) / 2 ? shared : nil
    }
}
