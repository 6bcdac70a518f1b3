/// What a tree entry is, by the six modes that Git writes.
public enum FileMode: UInt32, Sendable, Hashable {
    case tree = 0o040000
    case file = 0o100644
    /// Writable by the group: written by very old versions of Git, read as ``file`` today.
    case groupWritableFile = 0o100664
    case executable = 0o100755
    case symbolicLink = 0o120000
    /// A submodule: the id names a commit of another repository.
    case submodule = 0o160000

    /// Whether the entry's object is a blob of this repository.
    public var isBlob: Bool {
        switch self {
        case .file, .groupWritableFile, .executable, .symbolicLink: true
        case .tree, .submodule: false
        }
    }

    /// Whether it is a file whose lines can be merged.
    var isRegularFile: Bool {
        switch self {
        case .file, .groupWritableFile, .executable: true
        case .tree, .symbolicLink, .submodule: false
        }
    }

    /// Whether what stands at a path leads to content elsewhere: a symbolic link or a submodule.
    public var leadsElsewhere: Bool {
        self == .symbolicLink || self == .submodule
    }
}
