#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What the hook may take of the server, whatever is pushed: time and memory. Beyond it the push is rejected.
enum ProcessLimits {
    /// Seconds after which the hook gives up.
    static let seconds: UInt32 = 120
    /// Bytes of memory of its own (RLIMIT_DATA: heap, private mappings, stacks of threads). Packs that libgit2 maps for
    /// reading do not count; RLIMIT_AS would count them, and fail where packs are larger.
    static let bytes: rlim_t = 1 << 30

    static func set() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGALRM) { _ in ProcessLimits.reject("the hook did not finish in time") }
        // Swift traps where it gets no memory, libraries abort.
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS] {
            signal(number) { _ in ProcessLimits.reject("the hook failed, or ran out of the memory that it may take") }
        }
        alarm(seconds)
        var limit = rlimit()
        unsafe getrlimit(__rlimit_resource_t(2), &limit)
        limit.rlim_cur = min(bytes, limit.rlim_max)
        if unsafe setrlimit(__rlimit_resource_t(2), &limit) != 0 { reject("the hook's memory cannot be limited") }
    }

    private static func reject(_ reason: StaticString) {
        let parts: [StaticString] = ["sallyport: rejected: ", reason, "\n"]
        for part in parts { _ = unsafe write(2, part.utf8Start, part.utf8CodeUnitCount) }
        _exit(3)
    }
}
