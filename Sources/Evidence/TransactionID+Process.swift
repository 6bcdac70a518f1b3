internal import ExactValues
internal import Files

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension TransactionID {
    /// What is known of a transaction's process.
    enum Life: Sendable, Hashable {
        case alive
        /// It ended since the machine started.
        case ended
        /// The machine has started again; what was not synced may be lost.
        case endedWithMachine
        /// Its id counts in another namespace (a container), or the system does not tell.
        case unknown
    }

    /// How many processes lie between a hook and its `git` at most.
    private static let depth = 64

    /// The transaction of the hook that this process is: the nearest process above that is `git` or `git-receive-pack`.
    /// Servers put shells and delegates of their own in between, some with names such as `gitea` or `gitaly`.
    /// - Returns: nil when there is none, or the system does not tell.
    public static func ofHook() -> TransactionID? {
        guard let boot = currentBoot(), let namespace = currentNamespace() else { return nil }
        var process = getppid()
        for _ in 0..<depth {
            guard process > 1, let status = ProcessStatus(process) else { return nil }
            if status.isGit {
                return TransactionID(boot: boot, namespace: namespace, process: process, start: status.start)
            }
            process = status.parent
        }
        return nil
    }

    /// Whether the process is still there.
    func life() -> Life {
        guard let current = Self.currentBoot(), let space = Self.currentNamespace() else { return .unknown }
        guard Name(current) == Name(boot) else { return .endedWithMachine }
        guard space == namespace else { return .unknown }
        guard let status = ProcessStatus(process), status.start == start, !status.hasEnded else { return .ended }
        return .alive
    }

    private static func currentBoot() -> String? {
        guard let bytes = try? InputFile.read("/proc/sys/kernel/random/boot_id", limit: 64), bytes.count >= 8 else {
            return nil
        }
        return String(decoding: bytes[..<8], as: UTF8.self)
    }

    private static func currentNamespace() -> UInt64? {
        var status = stat()
        guard unsafe stat("/proc/self/ns/pid", &status) == 0 else { return nil }
        return UInt64(status.st_ino)
    }
}
