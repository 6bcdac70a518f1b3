extension IdentityLine {
    /// A text without white space and control characters at its ends.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    /// The one address in a text that a person wrote: what is between its angle brackets, or the whole when it has no
    /// brackets and looks like an address.
    static func email(inFreeText text: ArraySlice<UInt8>) -> [UInt8]? {
        let (less, greater, at) = (UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"))
        guard let open = text.firstIndex(of: less) else {
            let isAddress = text.contains(at) && !text.contains { $0 <= 0x20 || $0 == greater }
            return isAddress ? Array(text) : nil
        }
        guard let close = text.lastIndex(of: greater), open < close else { return nil }
        let email = trimmed(text[(open + 1)..<close])
        return email.isEmpty || email.contains(less) || email.contains(greater) ? nil : Array(email)
    }

    /// Every address that a reader of a header line might take: between any opening bracket and the next closing one.
    static func emails(inHeader line: ArraySlice<UInt8>) -> [[UInt8]] {
        var emails: [[UInt8]] = []
        var open: Int?
        for index in line.indices {
            if line[index] == UInt8(ascii: "<") {
                open = index
            } else if line[index] == UInt8(ascii: ">"), let start = open {
                emails.append(Array(trimmed(line[(start + 1)..<index])))
                open = nil
            }
        }
        return emails
    }
}
