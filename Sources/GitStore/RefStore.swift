internal import Files
public import GitNames

/// The refs of a repository, read from its files without libgit2: a ref costs one small file, or where it is packed a
/// search in `packed-refs` that reads a few KiB of it however many refs there are; a prefix costs what stands under it.
///
/// A ref's own file counts before `packed-refs`, and is looked at first: Git moves refs the other way.
public struct RefStore: Sendable {
    /// The most bytes of a ref's own file, as Git writes them: a name of 4,096 bytes after `ref: `.
    private static let fileLimit = 8192
    /// How many refs may stand for one another in turn, as in Git.
    private static let symbolicDepth = 5

    private let folder: String

    /// - Parameter gitFolder: the bare repository, or the `.git` that the work trees share.
    public init(gitFolder: String) {
        folder = gitFolder.utf8.last == UInt8(ascii: "/") ? String(gitFolder.dropLast()) : gitFolder
    }

    /// What a ref holds; nil when there is none of that name.
    ///
    /// - Throws: ``GitError/Code/malformed`` when what is stored is not what Git writes, and
    ///   ``GitError/Code/unsupportedFormat`` for a repository with reftables.
    public func value(_ name: RefName) throws(GitError) -> RefValue? {
        try refuseReftable()
        if let loose = try looseValue(name) { return loose }
        return try PackedRefs.open(packedPath)?.find(name).map { .object($0) }
    }

    /// The object that a ref leads to, through symbolic refs; nil when the ref or what it stands for does not exist.
    public func resolve(_ name: RefName) throws(GitError) -> ObjectID? {
        var name = name
        for _ in 0...Self.symbolicDepth {
            switch try value(name) {
            case .object(let id): return id
            case .symbolic(let target): name = target
            case nil: return nil
            }
        }
        throw GitError(code: .tooLarge, description: "\(name) is behind more than \(Self.symbolicDepth) symbolic refs")
    }

    /// What the refs hold whose names start with `prefix`.
    ///
    /// - Parameters:
    ///   - prefix: starts with `refs/`, such as `refs/heads/` or `refs/tags/v`.
    ///   - limit: more refs than this are an error.
    /// - Returns: sorted by the bytes of the names.
    public func values(
        prefix: String, limit: Int
    ) throws(GitError) -> [(name: RefName, value: RefValue)] {
        try refuseReftable()
        guard RefName(prefix + "x") != nil else {
            throw GitError(code: .invalidName, description: "\(prefix) is not the start of a ref name")
        }
        var listing = LooseRefs(prefix: prefix, limit: limit)
        let parent = String(
            decoding: prefix.utf8.prefix(
                through: prefix.utf8.lastIndex(of: UInt8(ascii: "/")) ?? prefix.utf8.startIndex), as: UTF8.self)
        try listing.visit(self, String(parent.dropLast()))
        var found = listing.found
        try PackedRefs.open(packedPath)?.each(prefix: prefix) { (name, id) throws(GitError) in
            guard found[name] == nil else { return }
            guard found.count < limit else { throw Self.tooMany(limit, prefix) }
            found[name] = .object(id)
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    static func tooMany(_ limit: Int, _ prefix: String) -> GitError {
        GitError(code: .tooLarge, description: "more than \(limit) refs start with \(prefix)")
    }

    private var packedPath: String { "\(folder)/packed-refs" }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func refuseReftable() throws(GitError) {
        let status = try GitError.reading { () throws(FileError) in try FileStatus.of("\(folder)/reftable") }
        guard status == nil else {
            throw GitError(code: .unsupportedFormat, description: "\(folder) keeps its refs in reftables")
        }
    }

    /// What the ref's own file says; nil when there is none.
    func looseValue(_ name: RefName) throws(GitError) -> RefValue? {
        let path = path(name.text)
        let status = try GitError.reading { () throws(FileError) in try FileStatus.of(path) }
        switch status?.kind {
        case nil, .folder: return nil
        case .file: break
        case .symbolicLink, .other: throw GitError(code: .malformed, description: "\(path) is not a plain file")
        }
        let bytes = try GitError.readingIfThere { () throws(FileError) in
            try InputFile.read(path, limit: Self.fileLimit)
        }
        return if let bytes { try Self.parse(bytes, path) } else { nil }
    }

    private static func parse(_ bytes: [UInt8], _ path: String) throws(GitError) -> RefValue {
        let blanks = Array(" \t\r\n".utf8)
        guard let end = bytes.lastIndex(where: { !blanks.contains($0) }) else { throw malformed(path) }
        let text = bytes[...end]
        let prefix = Array("ref:".utf8)
        guard text.starts(with: prefix) else {
            guard let id = ObjectID(hex: text) else { throw malformed(path) }
            return .object(id)
        }
        let target = text.dropFirst(prefix.count).drop { blanks.contains($0) }
        guard let name = String(validating: target, as: UTF8.self).flatMap(RefName.init) else { throw malformed(path) }
        return .symbolic(name)
    }

    private static func malformed(_ path: String) -> GitError {
        GitError(code: .malformed, description: "\(path) is not what Git writes for a ref")
    }
}
