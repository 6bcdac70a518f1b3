#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Runs a program to its end, with its output kept in unnamed files, so that no pipe can fill up.
public enum Command {
    /// How a program ended.
    public struct Result: Sendable {
        /// Its exit code; 128 and the signal's number when a signal ended it.
        public let status: Int32
        public let output: [UInt8]
        public let errors: [UInt8]
    }

    /// A program that had to succeed did not.
    public struct Failure: Error, CustomStringConvertible {
        public let arguments: [String]
        public let result: Result

        public var description: String {
            "\(arguments.joined(separator: " ")) ended with \(result.status): "
                + String(decoding: result.errors + result.output, as: UTF8.self)
        }
    }

    /// A call of the system failed.
    public struct SystemFailure: Error {
        public let what: String
        public let number: Int32
    }

    /// Runs a program.
    ///
    /// - Parameters:
    ///   - arguments: the program, looked up in the caller's `PATH`, and its arguments.
    ///   - folder: where it runs.
    ///   - environment: its whole environment, as `NAME=value`.
    ///   - input: its standard input.
    public static func run(
        _ arguments: [String], in folder: String, environment: [String], input: [UInt8]
    ) throws -> Result {
        let files = try (0..<3).map { _ in try unnamedFile() }
        defer {
            for file in files { close(file) }
        }
        try write(input, to: files[0])
        lseek(files[0], 0, SEEK_SET)
        let child = try spawn(arguments, in: folder, environment: environment, files: files)
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemFailure(what: "waitpid", number: errno) }
        }
        let signal = status & 0x7f
        return Result(
            status: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: try readAll(files[1]),
            errors: try readAll(files[2]))
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
            }
            guard count > 0 else { throw SystemFailure(what: "write", number: errno) }
            done += count
        }
    }

    private static func spawn(
        _ arguments: [String], in folder: String, environment: [String], files: [Int32]
    ) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in files.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, file, Int32(target))
        }
        var list = unsafe (["env", "-C", folder] + arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe list.indices { unsafe free(list[index]) }
            for index in unsafe variables.indices { unsafe free(variables[index]) }
        }
        var child = pid_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // A thread of the test runner may block signals, and a shell that never hears of its children waits forever.
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let status = unsafe posix_spawnp(&child, "env", &actions, &attributes, &list, &variables)
        guard status == 0 else { throw SystemFailure(what: "start \(arguments[0])", number: status) }
        return child
    }

    private static func unnamedFile() throws -> Int32 {
        var template = Array("/tmp/sallyport-test-XXXXXX".utf8CString)
        let file = unsafe template.withUnsafeMutableBufferPointer { name in
            guard let name = name.baseAddress else { return Int32(-1) }
            let file = unsafe mkstemp(name)
            if file >= 0 { unsafe unlink(name) }
            return file
        }
        guard file >= 0 else { throw SystemFailure(what: "mkstemp", number: errno) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        return file
    }

    private static func readAll(_ file: Int32) throws -> [UInt8] {
        let size = Int(lseek(file, 0, SEEK_END))
        lseek(file, 0, SEEK_SET)
        return try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = unsafe read(file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
                guard got > 0 else { throw SystemFailure(what: "read", number: errno) }
                count += got
            }
        }
    }
}
