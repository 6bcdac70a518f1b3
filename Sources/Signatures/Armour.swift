internal import ExactValues

/// An armoured signature in the spelling of the tools that sign; whatever else a reader might take is refused, so that
/// one signature has one form in bytes.
struct Armour {
    /// What an armour stands in.
    enum Carrier {
        case commit, tag
    }

    let format: SignatureFormat
    /// What the Base64 stands for.
    let body: [UInt8]

    /// How tools write a format: marker lines with the label, and full lines of Base64 but for the last one.
    private struct Spelling: Sendable {
        let format: SignatureFormat
        let label: String
        /// How many digits a full line has.
        let width: Int

        var begin: String { "-----BEGIN \(label)-----" }
        var end: String { "-----END \(label)-----" }
    }

    private static let spellings = [
        // ssh-keygen: sshbuf_dtob64 with wrapping.
        Spelling(format: .ssh, label: "SSH SIGNATURE", width: 70),
        // GnuPG, and the OpenPGP library of Go that forges sign with.
        Spelling(format: .openpgp, label: "PGP SIGNATURE", width: 64),
        // gpgsm, and PEM as Go writes it for smimesign and gitsign.
        Spelling(format: .x509, label: "SIGNED MESSAGE", width: 64),
    ]
    /// The most bytes of an armour that are read.
    static let limit = 64 << 10
    /// The most header lines of an OpenPGP armour.
    private static let headerLimit = 4

    /// Takes an armour with its last line end.
    init(_ bytes: [UInt8], in carrier: Carrier) throws(SignatureError) {
        guard bytes.count <= Self.limit else {
            throw SignatureError(code: .tooLarge, description: "its signature is over \(Self.limit) bytes")
        }
        guard let spelling = Self.spellings.first(where: { bytes.starts(with: $0.begin.utf8) }) else {
            throw .malformed("its signature does not start with a signature's marker")
        }
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)[...]
        guard lines.popLast()?.isEmpty == true else { throw .malformed("its signature does not end with a line end") }
        // GitHub leaves an empty line behind the end of what it signs.
        if spelling.format == .openpgp, carrier == .commit, lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.count >= 3, lines.removeFirst().elementsEqual(spelling.begin.utf8),
            lines.removeLast().elementsEqual(spelling.end.utf8)
        else { throw .malformed("its signature is not one armour from its first to its last line") }
        format = spelling.format
        guard spelling.format == .openpgp else {
            body = try Self.decode(lines, width: spelling.width)
            return
        }
        try Self.takeHeaders(&lines, in: carrier)
        let checksum = lines.popLast()
        body = try Self.decode(lines, width: spelling.width)
        guard checksum?.elementsEqual("=\(Base64.encode(Self.checksum(body)))".utf8) == true else {
            throw .malformed("its OpenPGP signature has no right checksum as its last line")
        }
    }

    private static func decode(_ lines: ArraySlice<ArraySlice<UInt8>>, width: Int) throws(SignatureError) -> [UInt8] {
        guard let last = lines.last, (1...width).contains(last.count),
            lines.dropLast().allSatisfy({ $0.count == width })
        else { throw .malformed("the lines of its signature are not \(width) digits wide") }
        var digits: [UInt8] = []
        digits.reserveCapacity(lines.count * width)
        for line in lines { digits += line }
        guard let body = Base64.decode(digits) else { throw .malformed("its signature is not in strict Base64") }
        return body
    }

    /// Takes the empty line in front of OpenPGP's Base64. In commits, whose id is all they are known by, the lines
    /// stand before it that older versions of GnuPG wrote.
    private static func takeHeaders(
        _ lines: inout ArraySlice<ArraySlice<UInt8>>, in carrier: Carrier
    ) throws(SignatureError) {
        var count = 0
        while let line = lines.popFirst() {
            if line.isEmpty { return }
            count += 1
            let isKnown = ["Version: ", "Comment: "].contains { line.starts(with: $0.utf8) }
            guard carrier == .commit, isKnown, count <= headerLimit, line.allSatisfy({ (0x20...0x7e).contains($0) })
            else { throw .malformed("its OpenPGP signature has a header in its armour") }
        }
        throw .malformed("its OpenPGP signature has no empty line in front of its Base64")
    }

    /// CRC-24 of RFC 4880 §6.1.
    private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        var checksum: UInt32 = 0xb704ce
        for byte in bytes {
            checksum ^= UInt32(byte) << 16
            for _ in 0..<8 {
                checksum <<= 1
                if checksum & 0x100_0000 != 0 { checksum ^= 0x186_4cfb }
            }
        }
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) }
    }
}
