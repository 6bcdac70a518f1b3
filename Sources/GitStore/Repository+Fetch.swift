internal import CLibGit2

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension Repository {
    /// The most bytes that a fetch receives, unless a call says otherwise: 4 GiB.
    public static let defaultFetchLimit = 4 << 30

    /// Fetches all refs of another repository into a bare repository, which is made if it is not there.
    ///
    /// - Parameters:
    ///   - url: see ``fetch(from:refspecs:limit:shouldStop:)``.
    ///   - path: the bare repository.
    ///   - prefix: what stands in place of `refs/` in the names here. With `refs/`, refs are moved whatever they were;
    ///     with another prefix (such as `refs/incoming/`) the caller looks at them before it moves its own.
    ///   - limit: the most bytes that are received.
    ///   - shouldStop: asked now and then while data comes in.
    public static func mirror(
        from url: String, to path: String, under prefix: String = "refs/", limit: Int = defaultFetchLimit,
        shouldStop: @escaping () -> Bool = { false }
    ) throws(GitError) -> Repository {
        let repository = try createBare(at: path)
        try repository.fetch(from: url, refspecs: ["+refs/*:\(prefix)*"], limit: limit, shouldStop: shouldStop)
        return repository
    }

    /// Fetches refs of another repository; refs of the refspecs that are gone there go here as well.
    ///
    /// Nothing about what comes in is believed: whoever uses it checks it. Not supported yet: ssh, and any credentials.
    /// libgit2 1.5 has no timeout: where a server says nothing, this waits with it.
    ///
    /// - Parameters:
    ///   - url: an absolute path, or a URL of `file`, `https` or `http`.
    ///   - refspecs: what to fetch and where to, as `git fetch` takes them.
    ///   - limit: the most bytes that are received; more is an error with ``GitError/Code/tooLarge``.
    ///   - shouldStop: asked now and then while data comes in; the fetch fails when it says so.
    public func fetch(
        from url: String, refspecs: [String], limit: Int = defaultFetchLimit,
        shouldStop: @escaping () -> Bool = { false }
    ) throws(GitError) {
        guard ["/", "file://", "https://", "http://"].contains(where: { url.utf8.starts(with: $0.utf8) }) else {
            throw GitError(
                code: .invalidName,
                description: "\(url) is not supported: give an absolute path, or a URL of file, https or http")
        }
        let remote = try unsafe Handle(git_remote_free, "use \(url)") { made in
            unsafe git_remote_create_anonymous(&made, handle, url)
        }
        var options = unsafe git_fetch_options()
        let version = UInt32(GIT_FETCH_OPTIONS_VERSION)
        try LibGit2.check(unsafe git_fetch_options_init(&options, version), "prepare a fetch")
        let progress = FetchProgress(limit: limit, shouldStop: shouldStop)
        unsafe options.prune = GIT_FETCH_PRUNE
        unsafe options.update_fetchhead = 0
        unsafe options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        unsafe options.callbacks.payload = Unmanaged.passUnretained(progress).toOpaque()
        unsafe options.callbacks.transfer_progress = { stats, payload in
            unsafe FetchProgress.note(stats, payload)
        }
        var names = unsafe refspecs.map { unsafe strdup($0) }
        defer {
            for index in unsafe names.indices { unsafe free(names[index]) }
        }
        let status = unsafe names.withUnsafeMutableBufferPointer { names in
            var list = unsafe git_strarray(strings: names.baseAddress, count: names.count)
            return withExtendedLifetime(progress) {
                unsafe git_remote_fetch(remote.pointer, &list, &options, "fetch")
            }
        }
        if status < 0, let reason = progress.stopped { throw reason }
        try LibGit2.check(status, "fetch from \(url)")
    }
}

/// What a fetch has received so far, and whether it may go on.
private final class FetchProgress {
    private let limit: Int
    private let shouldStop: () -> Bool
    private(set) var stopped: GitError?

    init(limit: Int, shouldStop: @escaping () -> Bool) {
        self.limit = limit
        self.shouldStop = shouldStop
    }

    /// libgit2's callback: anything but 0 ends the fetch.
    static func note(_ stats: UnsafePointer<git_indexer_progress>?, _ payload: UnsafeMutableRawPointer?) -> Int32 {
        guard let payload = unsafe payload, let stats = unsafe stats else { return -1 }
        let progress = unsafe Unmanaged<FetchProgress>.fromOpaque(payload).takeUnretainedValue()
        return progress.mayGoOn(received: unsafe stats.pointee.received_bytes) ? 0 : -1
    }

    private func mayGoOn(received: Int) -> Bool {
        if received > limit {
            stopped = GitError(code: .tooLarge, description: "the fetch is over \(limit) bytes")
        } else if shouldStop() {
            stopped = GitError(code: .library, description: "the fetch was stopped")
        }
        return stopped == nil
    }
}
