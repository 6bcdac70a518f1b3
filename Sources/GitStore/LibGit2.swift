internal import CLibGit2

/// libgit2 itself: started once a process, and its thread-local error read where it is still the right one.
enum LibGit2 {
    /// The number of times libgit2 has been started (by this or other code of the process), negative on failure.
    private static let started: Int32 = git_libgit2_init()

    /// Starts libgit2 before its first use; it costs about 4 ms, once.
    static func start() throws(GitError) {
        try check(started, "start libgit2")
    }

    /// Turns a status into an error, reading the thread's last error at once.
    ///
    /// - Parameters:
    ///   - status: what a libgit2 function returned; negative is a failure.
    ///   - action: what was attempted, as the end of "cannot …".
    static func check(_ status: Int32, _ action: @autoclosure () -> String) throws(GitError) {
        guard status < 0 else { return }
        let text = lastMessage()
        throw GitError(code: code(status), description: "cannot \(action()): \(text ?? "libgit2 status \(status)")")
    }

    /// The message of this thread's last failure.
    static func lastMessage() -> String? {
        guard let last = unsafe git_error_last(), let message = unsafe last.pointee.message else { return nil }
        return unsafe String(cString: message)
    }

    private static func code(_ status: Int32) -> GitError.Code {
        switch status {
        case GIT_ENOTFOUND.rawValue: .notFound
        case GIT_EAMBIGUOUS.rawValue: .ambiguous
        case GIT_EINVALIDSPEC.rawValue, GIT_EPEEL.rawValue: .invalidName
        case GIT_EEXISTS.rawValue, GIT_EMODIFIED.rawValue, GIT_ELOCKED.rawValue: .conflict
        case GIT_EMISMATCH.rawValue: .malformed
        case GIT_EOWNER.rawValue: .foreignOwner
        default: .library
        }
    }
}
