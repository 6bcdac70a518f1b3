public import ExactValues

/// Who and when, as an author, committer or tagger line says it: `Name <e-mail> seconds zone`.
///
/// It proves nothing about who made a change.
public struct IdentityLine: Sendable, Hashable {
    /// The bytes before the e-mail, without the space.
    public let name: [UInt8]
    /// The bytes between the angle brackets.
    public let email: [UInt8]
    /// When, by the word of whoever wrote the object.
    public let time: Timestamp

    /// Takes the value of the header, nil when it is not of that form.
    init?(_ value: ArraySlice<UInt8>) {
        let (less, greater) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
        guard let open = value.firstIndex(of: less), let close = value.lastIndex(of: greater), open < close,
            !value[(open + 1)..<close].contains(where: { $0 == less || $0 == greater }),
            !value[value.startIndex..<open].contains(greater)
        else { return nil }
        let rest = value[(close + 1)...].split(separator: 0x20, omittingEmptySubsequences: false)
        guard rest.count == 3, rest[0].isEmpty, (1...12).contains(rest[1].count),
            rest[1].allSatisfy(Self.isDigit), rest[2].count == 5, rest[2].first == 0x2b || rest[2].first == 0x2d,
            rest[2].dropFirst().allSatisfy(Self.isDigit)
        else { return nil }
        var name = value[value.startIndex..<open]
        if !name.isEmpty {
            guard name.last == 0x20 else { return nil }
            name = name.dropLast()
        }
        self.name = Array(name)
        let email = value[(open + 1)..<close]
        // Git never writes blanks there, and an address with one would be somebody else's.
        guard Self.trimmed(email).count == email.count else { return nil }
        self.email = Array(email)
        time = Timestamp(seconds: rest[1].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) })
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
