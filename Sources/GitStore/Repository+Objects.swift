internal import CLibGit2
public import GitNames

extension Repository {
    /// The most bytes of one object that are read, unless a call says otherwise: 64 MiB.
    public static let defaultObjectLimit = 64 << 20

    /// Reads an object as it is stored; libgit2 checks that the bytes hash to `id`.
    ///
    /// - Parameter limit: the most bytes it may have; a larger object is an error with ``GitError/Code/tooLarge``, and
    ///   is not read.
    public func rawObject(_ id: ObjectID, limit: Int = defaultObjectLimit) throws(GitError) -> RawObject {
        var name = id.libraryName
        let (kind, size) = try header(&name)
        guard size <= limit else {
            throw GitError(code: .tooLarge, description: "\(kind) \(id) has \(size) bytes, the limit is \(limit)")
        }
        let object = try unsafe Handle(git_odb_object_free, "read object \(id)") { made in
            unsafe git_odb_read(&made, objects, &name)
        }
        let count = unsafe git_odb_object_size(object.pointer)
        let data = unsafe UnsafeRawBufferPointer(start: git_odb_object_data(object.pointer), count: count)
        return RawObject(kind: kind, bytes: unsafe Array(data))
    }

    /// The kind of an object, nil when there is no such object.
    public func objectKind(_ id: ObjectID) throws(GitError) -> ObjectKind? {
        var name = id.libraryName
        do throws(GitError) {
            return try header(&name).kind
        } catch  where error.code == .notFound {
            return nil
        }
    }

    /// The bytes of a blob.
    ///
    /// - Parameter limit: the most bytes it may have.
    public func blob(_ id: ObjectID, limit: Int = defaultObjectLimit) throws(GitError) -> [UInt8] {
        try bytes(of: id, kind: .blob, limit: limit)
    }

    /// The size of a blob in bytes, without reading it.
    public func blobSize(_ id: ObjectID) throws(GitError) -> Int {
        var name = id.libraryName
        let (kind, size) = try header(&name)
        guard kind == .blob else { throw Self.unexpected(kind, id, expected: .blob) }
        return size
    }

    /// Stores an object and returns its id. Nothing is checked about the bytes.
    public func write(_ object: RawObject) throws(GitError) -> ObjectID {
        var name = git_oid()
        let status = unsafe object.bytes.withUnsafeBytes { bytes in
            unsafe git_odb_write(&name, objects, bytes.baseAddress, bytes.count, object.kind.libraryType)
        }
        try LibGit2.check(status, "write a \(object.kind)")
        return ObjectID(name)
    }

    /// The bytes of an object that must be of `kind`.
    func bytes(of id: ObjectID, kind: ObjectKind, limit: Int = defaultObjectLimit) throws(GitError) -> [UInt8] {
        let object = try rawObject(id, limit: limit)
        guard object.kind == kind else { throw Self.unexpected(object.kind, id, expected: kind) }
        return object.bytes
    }

    static func unexpected(_ kind: ObjectKind, _ id: ObjectID, expected: ObjectKind) -> GitError {
        GitError(code: .malformed, description: "\(id) is a \(kind), not a \(expected)")
    }

    private func header(_ name: inout git_oid) throws(GitError) -> (kind: ObjectKind, size: Int) {
        var size = 0
        var type = GIT_OBJECT_INVALID
        let status = unsafe git_odb_read_header(&size, &type, objects, &name)
        if status == GIT_ENOTFOUND.rawValue {
            throw GitError(code: .notFound, description: "there is no object \(ObjectID(name))")
        }
        try LibGit2.check(status, "read object \(ObjectID(name))")
        guard let kind = ObjectKind(type) else {
            throw GitError(code: .malformed, description: "object \(ObjectID(name)) is of an unknown kind")
        }
        return (kind, size)
    }
}

extension ObjectKind {
    init?(_ type: git_object_t) {
        switch type {
        case GIT_OBJECT_COMMIT: self = .commit
        case GIT_OBJECT_TREE: self = .tree
        case GIT_OBJECT_BLOB: self = .blob
        case GIT_OBJECT_TAG: self = .tag
        default: return nil
        }
    }

    var libraryType: git_object_t {
        switch self {
        case .commit: GIT_OBJECT_COMMIT
        case .tree: GIT_OBJECT_TREE
        case .blob: GIT_OBJECT_BLOB
        case .tag: GIT_OBJECT_TAG
        }
    }
}
