internal import CLibGit2
internal import GitNames

extension ObjectID {
    init(_ name: git_oid) {
        let id = unsafe withUnsafeBytes(of: name) { bytes in unsafe ObjectID(bytes: bytes) }
        guard let id else { preconditionFailure("a git_oid has 20 bytes") }
        self = id
    }

    var libraryName: git_oid {
        var name = git_oid()
        unsafe withUnsafeMutableBytes(of: &name) { target in unsafe target.copyBytes(from: bytes) }
        return name
    }
}
