import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A bare repository with the built hook installed, whose policy asks for nothing but on `main`, and a clone to push
/// from.
struct HookGround {
    let sandbox = Sandbox()

    init() throws {
        try sandbox.git("init", "-q", "--bare", "-b", "main", "server.git")
        let key = try sandbox.makeSSHKey("alice")
        let text = try sandbox.publicKey("alice").split(separator: " ").prefix(2).joined(separator: " ")
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: Root
            repository: ground
            owners:
              alice: {keys: [{ssh: \(text)}]}
            threshold: 1

            """, to: "root.yaml")
        try sandbox.run([
            Self.program("sallyport"), "install", "server.git", "--root", "root.yaml", "--hook",
            Self.program("sallyport-hook"),
        ])
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.git("remote", "add", "origin", "file://\(sandbox.path)/server.git", in: "work")
        try sandbox.write(
            """
            apiVersion: sallyport.dev/v1
            kind: Policy
            repository: ground
            serial: 1
            people:
              alice: {keys: [{ssh: \(text)}]}
            refs:
              - match: refs/heads/main
                signed: required
                history: fast-forward
            unmatched: allow

            """, to: "work/.sallyport/policy.yaml")
        try sandbox.git("add", ".", in: "work")
        try sandbox.run(
            ["git"] + sandbox.signing(with: key) + ["commit", "-q", "-S", "-m", "policy"], in: "work")
        try pushed("HEAD:refs/heads/main")
    }

    /// A program of this package: of the folder that `SALLYPORT_BIN` names, or of the running tests.
    static func program(_ name: String) -> String {
        if let folder = unsafe getenv("SALLYPORT_BIN") { return "\(unsafe String(cString: folder))/\(name)" }
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])/\(name)"
    }

    /// Commits something new in the clone, by nobody in particular.
    @discardableResult
    func commit(_ text: String = "x") throws -> String {
        try sandbox.git("commit", "-q", "--allow-empty", "-m", text, in: "work")
        return try sandbox.git("rev-parse", "HEAD", in: "work")
    }

    func push(_ arguments: String..., environment: [String] = []) throws -> (accepted: Bool, text: String) {
        let result = try sandbox.result(
            ["git", "push", "origin"] + arguments, in: "work", environment: environment)
        return (result.status == 0, String(decoding: result.errors, as: UTF8.self))
    }

    /// A push that has to be accepted.
    func pushed(_ arguments: String...) throws {
        try sandbox.run(["git", "push", "-q", "origin"] + arguments, in: "work")
    }

    /// Where a ref of the server is; nil when there is none.
    func server(_ ref: String) throws -> String? {
        let result = try sandbox.result(["git", "rev-parse", "-q", "--verify", ref], in: "server.git")
        return result.status == 0 ? String(decoding: result.output.dropLast(), as: UTF8.self) : nil
    }

    /// What receipts there are, in their order, as `REF OLD NEW`.
    func receipts() throws -> [String] {
        let lines = try sandbox.git(
            "log", "--reverse", "--format=%s%n%b", "refs/sallyport/receipts", in: "server.git"
        ).utf8.split(separator: 0x0a).map { $0.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }
        return zip(lines, lines.dropFirst()).filter { $0.0.first == "Receipt" }.map { subject, body in
            "\(subject[2]) \(body[0]) \(body[2])"
        }
    }

    /// What journal and set-aside folder hold.
    func waiting() throws -> [String] {
        try sandbox.run(["sh", "-c", "ls journal set-aside 2>/dev/null || true"], in: "server.git/sallyport")
            .split(separator: "\n").map(String.init).filter { !$0.hasSuffix(":") }
    }

    private static func words(_ line: String) -> [String] {
        line.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Checks that the receipts of each ref follow each other and end where the ref is, and that nothing waits.
    func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var values: [String: String] = [:]
        for receipt in try receipts() {
            let words = Self.words(receipt)
            let zero = String(repeating: "0", count: 40)
            #expect(values[words[0]] ?? zero == words[1], "\(receipt)", sourceLocation: sourceLocation)
            values[words[0]] = words[2] == zero ? nil : words[2]
        }
        let refs = try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)", in: "server.git")
        for line in refs.split(separator: "\n") where !line.hasPrefix("refs/sallyport/") {
            let words = Self.words(String(line))
            #expect(values.removeValue(forKey: words[0]) == words[1], "\(line)", sourceLocation: sourceLocation)
        }
        #expect(values.isEmpty, "receipted and not there", sourceLocation: sourceLocation)
        #expect(try waiting().isEmpty, sourceLocation: sourceLocation)
    }
}
