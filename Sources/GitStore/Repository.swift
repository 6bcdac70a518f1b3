internal import CLibGit2

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A Git repository.
///
/// Not `Sendable`: libgit2 lets one thread at a time use a repository. Work on several threads opens it once on each.
@safe public final class Repository {
    let handle: OpaquePointer
    let objects: OpaquePointer
    let place: Place
    /// Trees that were read lately: a push looks into the same few again and again.
    var trees = KnownTrees()

    /// How a repository was found, so that it can be opened again.
    enum Place: Sendable {
        case path(String)
        case environment
    }

    /// Opens the repository at `path`: a bare repository, a working tree's top folder, or its `.git`.
    ///
    /// Folders above `path` are not searched.
    public convenience init(path: String) throws(GitError) {
        try self.init(.path(path))
    }

    /// Opens the repository that the environment names, as Git sets it up for a hook.
    ///
    /// This honours `GIT_OBJECT_DIRECTORY` and `GIT_ALTERNATE_OBJECT_DIRECTORIES`: only so are the pushed objects seen
    /// while they are in quarantine. With no `GIT_DIR`, the current folder and those above it are searched.
    public static func openFromEnvironment() throws(GitError) -> Repository {
        try Repository(.environment)
    }

    init(_ place: Place) throws(GitError) {
        try LibGit2.start()
        var repository: OpaquePointer?
        let status =
            switch place {
            case .path(let path):
                unsafe git_repository_open_ext(&repository, path, UInt32(GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue), nil)
            case .environment:
                unsafe git_repository_open_ext(&repository, nil, UInt32(GIT_REPOSITORY_OPEN_FROM_ENV.rawValue), nil)
            }
        guard status >= 0, let repository = unsafe repository else { throw place.error(status) }
        var objects: OpaquePointer?
        let objectStatus = unsafe git_repository_odb(&objects, repository)
        guard objectStatus >= 0, let objects = unsafe objects else {
            let message = LibGit2.lastMessage() ?? "status \(objectStatus)"
            unsafe git_repository_free(repository)
            throw GitError(code: .library, description: "cannot open the object store of \(place): \(message)")
        }
        unsafe handle = repository
        unsafe self.objects = objects
        self.place = place
    }

    deinit {
        unsafe git_odb_free(objects)
        unsafe git_repository_free(handle)
    }

    /// The same repository once more, for a use that must not disturb this one.
    func reopened() throws(GitError) -> Repository {
        try Repository(place)
    }

    /// Makes an empty bare repository at `path`, with the folders that lead there; an existing one is opened as it is.
    public static func createBare(at path: String) throws(GitError) -> Repository {
        try LibGit2.start()
        var options = unsafe git_repository_init_options()
        let version = UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)
        try LibGit2.check(unsafe git_repository_init_options_init(&options, version), "prepare a repository")
        unsafe options.flags = GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
        _ = try unsafe Handle(git_repository_free, "create a repository at \(path)") { made in
            unsafe git_repository_init_ext(&made, path, &options)
        }
        return try Repository(path: path)
    }

    /// The repository's own folder: the bare repository itself, or the working tree's `.git`. Ends with a slash.
    public var path: String {
        unsafe String(cString: git_repository_path(handle))
    }

    /// Whether it has no working tree.
    public var isBare: Bool {
        unsafe git_repository_is_bare(handle) == 1
    }
}
