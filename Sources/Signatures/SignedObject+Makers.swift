internal import ExactValues

extension SignedObject {
    /// Whom a line of a commit's message names as another author.
    public struct CoAuthor: Sendable, Hashable {
        /// What follows `Co-authored-by:`, lines that continue it included, without white space at its ends.
        public let value: [UInt8]
        /// The e-mail address in it; nil when none can be made out.
        public let email: [UInt8]?
    }

    /// Whom lines of the message name as other authors, wherever they stand.
    ///
    /// git-interpret-trailers(1) looks at the last paragraph only; a maker named elsewhere is one as well. The key is
    /// compared as Git does, upper and lower case taken as the same, white space allowed in front of the colon.
    public var coAuthors: [CoAuthor] { Self.coAuthors(in: message[...]) }

    /// The e-mail addresses of all who say that they had a hand in it: author, committer or tagger, co-authors.
    ///
    /// - Returns: the addresses as they stand there; nil when somebody is named and no address can be made out.
    public var makerEmails: [[UInt8]]? {
        var emails = [maker.email]
        if case .commit(_, _, let author) = content { emails.append(author.email) }
        for coAuthor in coAuthors {
            guard let email = coAuthor.email else { return nil }
            emails.append(email)
        }
        return emails
    }

    static func coAuthors(in message: ArraySlice<UInt8>) -> [CoAuthor] {
        var coAuthors: [CoAuthor] = []
        var value: [UInt8]?
        func finish() {
            guard let found = value else { return }
            let trimmed = IdentityLine.trimmed(found[...])
            coAuthors.append(CoAuthor(value: Array(trimmed), email: IdentityLine.email(inFreeText: trimmed)))
            value = nil
        }
        for line in message.split(separator: 0x0a, omittingEmptySubsequences: false) {
            if value != nil, line.first == 0x20 || line.first == 0x09 {
                value? += line
                continue
            }
            finish()
            if let start = coAuthorValue(line) { value = Array(start) }
        }
        finish()
        return coAuthors
    }

    /// What stands behind the colon, when a line is such a trailer.
    private static func coAuthorValue(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let key = "co-authored-by"
        let start = line.prefix(key.utf8.count).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        guard start.elementsEqual(key.utf8) else { return nil }
        let rest = line.dropFirst(key.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
        return rest.first == UInt8(ascii: ":") ? rest.dropFirst() : nil
    }
}
