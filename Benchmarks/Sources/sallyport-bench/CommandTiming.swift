#if canImport(Glibc)
import Glibc
#endif

/// Times whole commands, start and end of their process included.
enum CommandTiming {
    /// - Parameters:
    ///   - command: the program, looked up in `PATH`, and its arguments.
    ///   - input: the file that is its standard input.
    ///   - folder: whose files are removed before each run, outside the time that is taken.
    ///   - runs: how often it is run after one run that does not count.
    /// - Returns: milliseconds of each run, ascending.
    static func milliseconds(_ command: [String], input: String, clearing folder: String?, runs: Int) throws -> [Double]
    {
        try clear(folder)
        try run(command, input: input)
        var times: [Double] = []
        for _ in 0..<runs {
            try clear(folder)
            let began = ContinuousClock.now
            try run(command, input: input)
            let time = began.duration(to: .now).components
            times.append(Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15)
        }
        return times.sorted()
    }

    private static func clear(_ folder: String?) throws {
        guard let folder, let directory = unsafe opendir(folder) else { return }
        defer { unsafe closedir(directory) }
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { unsafe unlink("\(folder)/\(name)") }
        }
    }

    private static func run(_ command: [String], input: String) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
        var child = pid_t()
        guard unsafe posix_spawnp(&child, command[0], &actions, nil, &arguments, environ) == 0 else {
            throw BenchError("\(command[0]) cannot be started")
        }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else { throw BenchError("\(command.joined(separator: " ")) ended with status \(status)") }
    }
}
