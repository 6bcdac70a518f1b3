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
    /// Nothing about what comes in is believed: whoever uses it checks it. Not supported yet: ssh.
    /// libgit2 1.5 has no timeout: where a server says nothing, this waits with it.
    ///
    /// - Parameters:
    ///   - url: an absolute path, or a URL of `file`, `https` or `http`.
    ///   - refspecs: what to fetch and where to, as `git fetch` takes them.
    ///   - credentials: shown to an `https` server that asks, once a fetch.
    ///   - limit: the most bytes that are received; more is an error with ``GitError/Code/tooLarge``.
    ///   - shouldStop: asked now and then while data comes in; the fetch fails when it says so.
    public func fetch(
        from url: String, refspecs: [String], credentials: RemoteCredentials? = nil, limit: Int = defaultFetchLimit,
        shouldStop: @escaping () -> Bool = { false }
    ) throws(GitError) {
        let shown = Self.withoutSecrets(url)
        guard ["/", "file://", "https://", "http://"].contains(where: { url.utf8.starts(with: $0.utf8) }) else {
            throw GitError(
                code: .invalidName,
                description: "\(shown) is not supported: give an absolute path, or a URL of file, https or http")
        }
        let remote = try unsafe Handle(git_remote_free, "use \(shown)") { made in
            unsafe git_remote_create_anonymous(&made, handle, url)
        }
        var options = unsafe git_fetch_options()
        let version = UInt32(GIT_FETCH_OPTIONS_VERSION)
        try LibGit2.check(unsafe git_fetch_options_init(&options, version), "prepare a fetch")
        let isEncrypted = url.utf8.starts(with: "https://".utf8)
        let progress = FetchProgress(
            limit: limit, credentials: isEncrypted ? credentials : nil, shouldStop: shouldStop)
        unsafe options.prune = GIT_FETCH_PRUNE
        unsafe options.update_fetchhead = 0
        unsafe options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        unsafe options.callbacks.payload = Unmanaged.passUnretained(progress).toOpaque()
        unsafe options.callbacks.transfer_progress = { stats, payload in
            unsafe FetchProgress.note(stats, payload)
        }
        unsafe options.callbacks.credentials = { made, _, _, allowed, payload in
            unsafe FetchProgress.show(made, allowed, payload)
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
        if status == GIT_EAUTH.rawValue {
            throw GitError(
                code: .library,
                description:
                    "cannot fetch from \(shown): the server \(credentials == nil ? "wants" : "refuses the") credentials"
            )
        }
        try LibGit2.check(status, "fetch from \(shown)")
    }
}

extension Repository {
    /// Believes servers whose certificates these authorities have signed, and no others, from now on in this process.
    /// - Parameter file: their certificates in PEM.
    public static func trust(authorities file: String) throws(GitError) {
        try LibGit2.start()
        try LibGit2.check(unsafe sallyport_git_set_authorities(file), "read the authorities in \(file)")
    }

    /// A URL as it may be shown: without the name and the password that may stand before its host.
    public static func withoutSecrets(_ url: String) -> String {
        let bytes = Array(url.utf8)
        guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return url }
        let authority = bytes[scheme.upperBound...].prefix { $0 != UInt8(ascii: "/") }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return url }
        return String(decoding: bytes[..<scheme.upperBound] + bytes[(at + 1)...], as: UTF8.self)
    }
}

/// What a fetch has received so far, and whether it may go on.
private final class FetchProgress {
    private let limit: Int
    private let shouldStop: () -> Bool
    private let credentials: RemoteCredentials?
    /// libgit2 asks again after a refusal, for ever.
    private var isShown = false
    private(set) var stopped: GitError?

    init(limit: Int, credentials: RemoteCredentials?, shouldStop: @escaping () -> Bool) {
        self.limit = limit
        self.credentials = credentials
        self.shouldStop = shouldStop
    }

    /// libgit2's callback when the server wants credentials.
    static func show(
        _ made: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>?, _ allowed: UInt32,
        _ payload: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard let payload = unsafe payload, let made = unsafe made,
            allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0
        else { return GIT_EAUTH.rawValue }
        let progress = unsafe Unmanaged<FetchProgress>.fromOpaque(payload).takeUnretainedValue()
        guard let credentials = progress.credentials, !progress.isShown else { return GIT_EAUTH.rawValue }
        progress.isShown = true
        return unsafe git_credential_userpass_plaintext_new(made, credentials.username, credentials.password)
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
