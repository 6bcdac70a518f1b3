internal import CLibGit2
public import GitNames

extension Repository {
    /// The most refs that are listed, unless a call says otherwise.
    public static let defaultReferenceLimit = 2_000_000

    /// The refs, read without libgit2, which would read all of `packed-refs` for one.
    public var refs: RefStore {
        RefStore(gitFolder: unsafe String(cString: git_repository_commondir(handle)))
    }

    /// The object that a ref leads to, through symbolic refs; nil when the ref or what it stands for does not exist.
    public func resolve(ref name: String) throws(GitError) -> ObjectID? {
        if let name = RefName(name) { return try refs.resolve(name) }
        var id = git_oid()
        let status = unsafe git_reference_name_to_id(&id, handle, name)
        if status == GIT_ENOTFOUND.rawValue { return nil }
        try LibGit2.check(status, "read \(name)")
        return ObjectID(id)
    }

    /// The name that a symbolic ref stands for (one step); nil when the ref is not symbolic or does not exist.
    public func symbolicTarget(of name: String) throws(GitError) -> String? {
        if let name = RefName(name) {
            guard case .symbolic(let target) = try refs.value(name) else { return nil }
            return target.text
        }
        guard let reference = try lookup(name), let target = unsafe git_reference_symbolic_target(reference.pointer)
        else { return nil }
        return try Self.text(unsafe String(validatingCString: target), "the target of \(name)")
    }

    /// Whether the ref is symbolic: an update of it moves another ref.
    public func isSymbolic(ref name: String) throws(GitError) -> Bool {
        try symbolicTarget(of: name) != nil
    }

    /// The refs whose names start with `prefix`, sorted by the bytes of their names. Costs what stands under it.
    ///
    /// Symbolic refs to nothing are left out. A name that is not UTF-8 is an error.
    ///
    /// - Parameters:
    ///   - prefix: such as `refs/heads/`.
    ///   - limit: more refs than this are an error.
    public func references(
        prefix: String = "refs/", limit: Int = defaultReferenceLimit
    ) throws(GitError) -> [Reference] {
        var found: [Reference] = []
        let refs = refs
        for (name, value) in try refs.values(prefix: prefix, limit: limit) {
            switch value {
            case .object(let id): found.append(Reference(name: name.text, id: id, symbolicTarget: nil))
            case .symbolic(let target):
                guard let id = try refs.resolve(target) else { continue }
                found.append(Reference(name: name.text, id: id, symbolicTarget: target.text))
            }
        }
        return found
    }

    /// Moves, creates or deletes a ref if it still is at `old`.
    ///
    /// - Parameters:
    ///   - name: the full name. A symbolic ref is refused: what moves would be another one.
    ///   - new: where it goes; ``ObjectID/zero`` deletes it.
    ///   - old: where it must be; ``ObjectID/zero`` means that it must not exist.
    ///   - message: for the reflog, where there is one.
    /// - Throws: ``GitError/Code/conflict`` when the ref is elsewhere or locked by another process.
    public func updateRef(
        _ name: String, new: ObjectID, old: ObjectID, message: String
    ) throws(GitError) {
        if try isSymbolic(ref: name) {
            throw GitError(code: .invalidName, description: "\(name) is symbolic and is not updated through")
        }
        if new.isZero { return try deleteRef(name, old: old) }
        var target = new.libraryName
        var expected = old.libraryName
        let force: Int32 = old.isZero ? 0 : 1
        _ = try unsafe Handle(git_reference_free, "move \(name) from \(old) to \(new)") { made in
            unsafe git_reference_create_matching(&made, handle, name, &target, force, &expected, message)
        }
    }

    private func deleteRef(_ name: String, old: ObjectID) throws(GitError) {
        guard let reference = try lookup(name), let target = unsafe git_reference_target(reference.pointer),
            ObjectID(unsafe target.pointee) == old
        else { throw GitError(code: .conflict, description: "\(name) is not at \(old)") }
        // Deleting compares with the value just read, under the ref's lock.
        try LibGit2.check(unsafe git_reference_delete(reference.pointer), "delete \(name)")
    }

    private func lookup(_ name: String) throws(GitError) -> Handle? {
        do throws(GitError) {
            return try unsafe Handle(git_reference_free, "read \(name)") { made in
                unsafe git_reference_lookup(&made, handle, name)
            }
        } catch  where error.code == .notFound {
            return nil
        }
    }

    static func text(_ text: String?, _ what: @autoclosure () -> String) throws(GitError) -> String {
        guard let text else { throw GitError(code: .invalidName, description: "\(what()) is not UTF-8") }
        return text
    }
}
