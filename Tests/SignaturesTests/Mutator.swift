/// Alters objects as an attacker would who knows how they are written; the same seed gives the same alterations.
struct Mutator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    private static let words = [
        "gpgsig ", "gpgsig-sha256 ", "\ngpgsig ", "\n\n", "\n", "\n ", " ", "\t", "\r", "\r\n", "\0", "<", ">",
        "mergetag ",
        "tree ", "parent ", "\nauthor ", "\ncommitter ", "encoding UTF-8\n", "tag ", "\ntagger ", "=",
        "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----\n", "-----BEGIN PGP SIGNATURE-----\n\n",
        "-----END PGP SIGNATURE-----\n", "-----BEGIN SIGNED MESSAGE-----\n", "-----END SIGNED MESSAGE-----\n",
    ]

    /// The bytes with one to three alterations; perhaps, by chance, the same bytes.
    mutating func mutant(of bytes: [UInt8]) -> [UInt8] {
        var mutant = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) where !mutant.isEmpty { alter(&mutant) }
        return mutant
    }

    private mutating func alter(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0..<bytes.count, using: &self)
        switch Int.random(in: 0..<7, using: &self) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &self)))
        case 2: bytes.insert(contentsOf: (Self.words.randomElement(using: &self) ?? "").utf8, at: place)
        case 3: bytes[place] = bytes.randomElement(using: &self) ?? 0
        default: alterLines(&bytes)
        }
    }

    private mutating func alterLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
        let (first, second) = (
            Int.random(in: 0..<lines.count, using: &self), Int.random(in: 0..<lines.count, using: &self)
        )
        switch Int.random(in: 0..<3, using: &self) {
        case 0: lines.swapAt(first, second)
        case 1: lines.insert(lines[first], at: second)
        default: lines.remove(at: first)
        }
        bytes = Array(lines.joined(separator: [0x0a]))
    }
}
