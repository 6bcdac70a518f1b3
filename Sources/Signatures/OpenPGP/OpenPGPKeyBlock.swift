internal import ExactValues

/// Armoured public keys (RFC 4880 §6.2), as every tool exports them: width and headers do not matter here.
enum OpenPGPKeyBlock {
    private static let begin = "-----BEGIN PGP PUBLIC KEY BLOCK-----"
    private static let end = "-----END PGP PUBLIC KEY BLOCK-----"

    /// Whether a file begins as a keyring does: with an armour, or a packet of a public key.
    static func isKeyring(_ file: [UInt8]) -> Bool {
        file.drop { $0 <= 0x20 }.starts(with: "-----BEGIN PGP ".utf8) || [0x98, 0x99, 0x9a, 0xc6].contains(file.first)
    }

    /// The bytes in each block; a file that is not armoured is one.
    static func bodies(of file: [UInt8]) throws(SignatureError) -> [[UInt8]] {
        guard let first = file.first, first & 0x80 == 0 else { return [file] }
        var bodies: [[UInt8]] = []
        var lines = file.split(separator: 0x0a, omittingEmptySubsequences: false).map { IdentityLine.trimmed($0) }[...]
        while let line = lines.popFirst() {
            if line.isEmpty { continue }
            guard line.elementsEqual(begin.utf8) else { throw .malformed("text outside the armours of OpenPGP keys") }
            bodies.append(try body(&lines))
        }
        return bodies
    }

    private static func body(_ lines: inout ArraySlice<ArraySlice<UInt8>>) throws(SignatureError) -> [UInt8] {
        while let line = lines.popFirst(), !line.isEmpty {
            guard line.contains(UInt8(ascii: ":")) else { throw .malformed("a broken header in an OpenPGP armour") }
        }
        var digits: [UInt8] = []
        while let line = lines.popFirst() {
            if line.elementsEqual(end.utf8) {
                guard let body = Base64.decode(digits) else { throw .malformed("an OpenPGP key is not in Base64") }
                return body
            }
            // The checksum, a line of its own, guards against slips of the hand only.
            if line.first != UInt8(ascii: "=") { digits += line }
        }
        throw .malformed("the armour of an OpenPGP key does not end")
    }
}
