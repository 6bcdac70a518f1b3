/// A commit from before the gate, which the strict reading may refuse: nothing is believed of it but who says that they
/// had a hand in it.
public struct HistoricCommit: Sendable, Hashable {
    /// The e-mail addresses of author, committer and co-authors, each that could be meant.
    public let makerEmails: [[UInt8]]

    /// Reads a commit that Git would show.
    ///
    /// Where a header stands several times or names several addresses, all of them count: an address too many excludes
    /// somebody from approving, one too few lets a maker approve.
    ///
    /// - Parameter bytes: the commit; its bounds are the caller's.
    /// - Returns: nil when author, committer or a co-author cannot be made out: they are unknown then, not nobody.
    public init?(_ bytes: [UInt8]) {
        var emails: [[UInt8]] = []
        var (hasAuthor, hasCommitter) = (false, false)
        var start = 0
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.endIndex
            let line = bytes[start..<end]
            start = end + 1
            if line.isEmpty { break }
            let isAuthor = line.starts(with: "author ".utf8)
            guard isAuthor || line.starts(with: "committer ".utf8) else { continue }
            let found = IdentityLine.emails(inHeader: line)
            guard !found.isEmpty else { return nil }
            emails += found
            if isAuthor { hasAuthor = true } else { hasCommitter = true }
        }
        guard hasAuthor, hasCommitter else { return nil }
        for coAuthor in SignedObject.coAuthors(in: bytes[min(start, bytes.endIndex)...]) {
            guard let email = coAuthor.email else { return nil }
            emails.append(email)
        }
        makerEmails = emails
    }
}
