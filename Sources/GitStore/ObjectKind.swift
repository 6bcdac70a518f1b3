/// The four kinds of objects that Git stores.
public enum ObjectKind: String, Sendable, Hashable {
    case commit, tree, blob, tag
}
