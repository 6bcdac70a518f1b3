/// What stands in a commit as the next version of the root.
public enum RootProposal: Sendable, Hashable {
    /// The update is about no root.
    case none
    case version(Root)
    /// The file is no root, with the reason.
    case broken(String)

    /// The version, where it is one.
    public var root: Root? {
        if case .version(let root) = self { return root }
        return nil
    }
}
