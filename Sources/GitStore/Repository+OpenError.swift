internal import CLibGit2

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension Repository.Place: CustomStringConvertible {
    var description: String {
        switch self {
        case .path(let path): path
        case .environment: Self.variable("GIT_DIR") ?? "the current folder"
        }
    }

    /// Why opening gave `status`, told from libgit2's last error on this thread.
    func error(_ status: Int32) -> GitError {
        let message = LibGit2.lastMessage() ?? "libgit2 status \(status)"
        // libgit2 1.5 says "not found" when the search for safe.directory ends without an entry.
        if status == GIT_EOWNER.rawValue || Self.contains(message, "safe.directory")
            || Self.contains(message, "not owned by current user")
        {
            return GitError(
                code: .foreignOwner,
                description: "\(self) belongs to another user; run as its owner, or list it:"
                    + " git config --global --add safe.directory \(self)")
        }
        if Self.contains(message, "extensions.objectformat") || Self.contains(message, "object format") {
            return GitError(
                code: .unsupportedFormat, description: "\(self) is a SHA-256 repository, which is not supported")
        }
        if Self.contains(message, "unsupported extension") || Self.contains(message, "unsupported repository version") {
            return GitError(code: .unsupportedFormat, description: "\(self) is not supported: \(message)")
        }
        if status == GIT_ENOTFOUND.rawValue {
            return GitError(code: .notARepository, description: "\(self) is not a Git repository (\(message))")
        }
        return GitError(code: .library, description: "cannot open \(self): \(message)")
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Whether `text` contains `part`, letter case of ASCII aside.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let haystack = Array(text.lowercased().utf8)
        let needle = Array(part.utf8)
        guard haystack.count >= needle.count else { return false }
        return (0...haystack.count - needle.count).contains { start in
            haystack[start..<start + needle.count].elementsEqual(needle)
        }
    }
}
