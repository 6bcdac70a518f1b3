#if canImport(Glibc)
import Glibc
#endif

/// Runs programs such as `git` with the caller's terminal and environment.
enum ChildProcess {
    /// Runs a program to its end.
    /// - Parameters:
    ///   - arguments: the program, looked up in PATH, and its arguments.
    ///   - keepsOutput: whether to return what it writes to standard output and not show it.
    /// - Returns: its exit code and, if kept, its output, at most 1 MiB.
    static func run(
        _ arguments: [String], keepsOutput: Bool = false
    ) throws(CommandFailure) -> (status: Int32, output: String) {
        guard let program = arguments.first else { throw CommandFailure.internalError("no program to run") }
        var ends: [Int32] = [-1, -1]
        if keepsOutput {
            guard unsafe pipe(&ends) == 0 else { throw CommandFailure.internalError("cannot make a pipe") }
            // The child's copy of the reading end would keep the pipe open for ever.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if keepsOutput { unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO) }
        let pointers = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        var process: pid_t = 0
        let status = unsafe posix_spawnp(&process, program, &actions, nil, pointers + [nil], environ)
        if keepsOutput { close(ends[1]) }
        guard status == 0 else {
            if keepsOutput { close(ends[0]) }
            throw CommandFailure.usage("cannot run \(program): \(unsafe String(cString: strerror(status)))")
        }
        let output = keepsOutput ? drain(ends[0]) : ""
        var ending: Int32 = 0
        while unsafe waitpid(process, &ending, 0) < 0, errno == EINTR {}
        let isExit = ending & 0x7f == 0
        return (isExit ? (ending >> 8) & 0xff : 128 + (ending & 0x7f), output)
    }

    private static func drain(_ file: Int32) -> String {
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let room = buffer.count
            let count = unsafe read(file, &buffer, room)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            if bytes.count < 1 << 20 { bytes += buffer[..<count] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
