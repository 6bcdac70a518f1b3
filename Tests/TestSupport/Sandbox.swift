#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A temporary folder with an environment of its own, in which a test runs commands.
///
/// Nothing of the caller's Git configuration is seen; dates and identities are fixed. The folder goes with the object.
public final class Sandbox: Sendable {
    /// The folder, without a slash at its end.
    public let path: String

    public init() {
        var template = Array("/tmp/sallyport-test-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { name in
            guard let name = name.baseAddress else { return false }
            return unsafe mkdtemp(name) != nil
        }
        precondition(made, "cannot make a temporary folder")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        _ = try? Command.run(["rm", "-rf", path], in: "/", environment: ["PATH=/usr/bin:/bin"], input: [])
    }

    /// The environment in which commands run.
    public var environment: [String] {
        [
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(path)", "LC_ALL=C",
            "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=\(path)/.gitconfig", "GIT_TERMINAL_PROMPT=0",
            "GIT_AUTHOR_NAME=Alice", "GIT_AUTHOR_EMAIL=alice@shop.example",
            "GIT_AUTHOR_DATE=1767225600 +0000", "GIT_COMMITTER_NAME=Alice",
            "GIT_COMMITTER_EMAIL=alice@shop.example", "GIT_COMMITTER_DATE=1767225600 +0000",
        ]
    }

    /// Runs a command and returns how it ended, whatever its exit code.
    ///
    /// - Parameters:
    ///   - arguments: the program, looked up in `PATH`, and its arguments.
    ///   - folder: where it runs, relative to the sandbox.
    ///   - extra: more of `NAME=value`, replacing earlier ones.
    ///   - input: its standard input.
    public func result(
        _ arguments: [String], in folder: String = "", environment extra: [String] = [], input: [UInt8] = []
    ) throws -> Command.Result {
        let names = extra.map { $0.prefix { $0 != "=" } + "=" }
        let kept = environment.filter { variable in !names.contains { variable.hasPrefix($0) } }
        let place = folder.isEmpty ? path : "\(path)/\(folder)"
        return try Command.run(arguments, in: place, environment: kept + extra, input: input)
    }

    /// Runs a command that has to succeed and returns its standard output without the last line end.
    @discardableResult
    public func run(
        _ arguments: [String], in folder: String = "", environment extra: [String] = [], input: [UInt8] = []
    ) throws -> String {
        let result = try result(arguments, in: folder, environment: extra, input: input)
        guard result.status == 0 else { throw Command.Failure(arguments: arguments, result: result) }
        let text = String(decoding: result.output, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Runs `git` in a folder of the sandbox.
    @discardableResult
    public func git(
        _ arguments: String..., in folder: String = "", environment extra: [String] = [], input: [UInt8] = []
    ) throws -> String {
        try run(["git"] + arguments, in: folder, environment: extra, input: input)
    }

    /// Writes a file in the sandbox, with the folders that lead there.
    public func write(_ bytes: [UInt8], to file: String, mode: UInt32 = 0o600) throws {
        let place = "\(path)/\(file)"
        if let slash = file.lastIndex(of: "/") { try run(["mkdir", "-p", String(file[..<slash])]) }
        let descriptor = unsafe open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Command.SystemFailure(what: "open \(place)", number: errno) }
        defer { close(descriptor) }
        try Command.write(bytes, to: descriptor)
    }

    /// Writes a text file in the sandbox, with the folders that lead there.
    public func write(_ text: String, to file: String, mode: UInt32 = 0o600) throws {
        try write(Array(text.utf8), to: file, mode: mode)
    }
}
