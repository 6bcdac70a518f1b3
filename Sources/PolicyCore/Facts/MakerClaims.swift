/// Whom a commit names as having made it. Nothing of it is proved: it only ever excludes approvers.
public struct MakerClaims: Sendable, Hashable {
    /// The author's address.
    public let author: String
    public let committer: String
    /// The addresses of `Co-authored-by` trailers.
    public let coAuthors: [String]
    /// Whether the commit could be read at all.
    public let isReadable: Bool

    public init(author: String, committer: String, coAuthors: [String] = []) {
        self.author = author
        self.committer = committer
        self.coAuthors = coAuthors
        isReadable = true
    }

    private init() {
        (author, committer, coAuthors, isReadable) = ("", "", [], false)
    }

    /// Nobody can tell whom the commit names.
    public static let unreadable = MakerClaims()

    var emails: [String] { [author, committer] + coAuthors }
}
