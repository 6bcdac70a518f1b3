import ArgumentParser
import Evidence
import ExactValues
import Files
import GitNames
import GitStore
import PolicyCore
import PolicyFile
import PushGate
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// `sallyport install`: hooks and pinned root into a bare repository.
struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts the push gate into a bare repository and pins who owns it.",
        discussion: """
            The root is a YAML file: apiVersion sallyport.dev/v1, kind Root, policyRef (refs/heads/main unless given), \
            owners (people with keys, as in a policy), threshold (how many owners replace a policy), pusher (the kind \
            of server that is believed about who pushes, or none) and repository (an id; made unless given).
            """
    )

    @Argument(help: "The bare repository.")
    var repo: String

    @Option(help: "The root file.")
    var root: String

    @Option(help: "The hook program; the one beside this program unless given.")
    var hook: String?

    @Flag(help: "Replace hooks and a root that are there. Replaced hooks are kept as NAME.before-sallyport.")
    var force = false

    private static let hookNames = ["pre-receive", "reference-transaction", "post-receive"]

    func run() throws {
        do {
            try install()
        } catch let error as GitError {
            throw CommandFailure.usage(error.description)
        } catch let error as PolicyFileError {
            throw CommandFailure.usage(error.description)
        } catch let error as EvidenceError {
            let isUsage = error.code == .notConfigured || error.code == .key
            throw CommandFailure(description: error.description, exitCode: isUsage ? 2 : 3)
        } catch let error as FileError {
            throw CommandFailure.internalError(error.description)
        } catch let error as SignatureError {
            throw CommandFailure.internalError(error.description)
        }
    }

    private func install() throws {
        let file = try RootFile.parse(try readable(root), file: root, keys: OwnersKeys())
        let program = try readable(hook ?? Self.siblingHook())
        let repository = try Repository(path: repo)
        guard repository.isBare else { throw CommandFailure.usage("\(repo) is not a bare repository") }
        let installed = try repository.configString("sallyport.repository")
        if installed != nil, !force { throw CommandFailure.usage("\(repo) already has the gate: --force replaces it") }
        try refuseForeignHooks(repository)
        let id = file.repository?.text ?? installed ?? Self.randomID()
        let key = try receiptKey(repository)
        let pinned = Root(
            repository: Name(id), policyRef: file.policyRef, owners: file.owners, threshold: file.threshold,
            receiptKey: key.publicKey.rawBytes, pusherSource: file.pusherSource)
        // Hooks first: until the root is written they reject every push.
        try putHooks(program, repository)
        try PinnedRoot.write(pinned, to: repository, keyText: KnownKeys.text)
        let genesis = try writeGenesis(pinned, repository, key)
        if let genesis { try PinnedRoot.pin(genesis, in: repository) }
        StandardStream.output(
            """
            installed in \(repository.path)
            repository: \(id)
            receiptKeys: [{ed25519: \(Base64.encode(pinned.receiptKey))}]
            genesis: \(Self.text(genesis))
            genesis receipts: \(genesis?.refs ?? 0)

            """)
        StandardStream.flush()
    }

    /// What goes into the root file of a cluster gate.
    private static func text(_ genesis: GenesisPin?) -> String {
        genesis.map { "{refs: \($0.refs), sha256: \(Hexadecimal.text($0.digest))}" } ?? "none"
    }

    private func readable(_ path: String) throws -> [UInt8] {
        do {
            return try InputFile.read(path, limit: 256 << 20)
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }

    private static func siblingHook() throws -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { throw CommandFailure.usage("give the hook program with --hook") }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
        return folder + "/sallyport-hook"
    }

    private static func randomID() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    // MARK: Hooks

    private func hooksFolder(_ repository: Repository) throws -> String {
        if let other = try repository.configString("core.hookspath") {
            throw CommandFailure.usage("core.hooksPath is \(other): Git would not run hooks that are put here")
        }
        return repository.path + "hooks"
    }

    private static let program = "../sallyport/sallyport-hook"

    private func isOurs(_ path: String) -> Bool {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink(path, &buffer, buffer.count)
        guard count > 0 else { return false }
        return buffer[..<count].map { UInt8(bitPattern: $0) } == Array(Self.program.utf8)
    }

    private func isThere(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    private func refuseForeignHooks(_ repository: Repository) throws {
        let folder = try hooksFolder(repository)
        for name in Self.hookNames where !force && isThere("\(folder)/\(name)") && !isOurs("\(folder)/\(name)") {
            throw CommandFailure.usage("\(folder)/\(name) is there already: --force replaces it")
        }
    }

    private func putHooks(_ program: [UInt8], _ repository: Repository) throws {
        try Folder.create(repository.path + "sallyport")
        try DurableFile.create(repository.path + "sallyport/sallyport-hook", program, mode: 0o755)
        let folder = try hooksFolder(repository)
        try Folder.create(folder)
        for name in Self.hookNames {
            let path = "\(folder)/\(name)"
            if isOurs(path) { continue }
            if isThere(path), unsafe rename(path, path + ".before-sallyport") != 0 {
                throw CommandFailure.usage("cannot move \(path) away")
            }
            guard unsafe symlink(Self.program, path) == 0 else {
                throw CommandFailure.usage("cannot make \(path): \(unsafe String(cString: strerror(errno)))")
            }
        }
    }

    // MARK: Evidence

    private func receiptKey(_ repository: Repository) throws -> Ed25519PrivateKey {
        let path = repository.path + PinnedRoot.receiptKeyPath
        if isThere(path) { return try ReceiptLedger.key(of: repository) }
        let key = try Ed25519PrivateKey.generate()
        try Folder.create(repository.path + "sallyport")
        try DurableFile.create(path, Array(try key.pem().utf8))
        return key
    }

    /// A receipt for each ref that is there, and what the root pins of them; nothing where there are receipts already.
    private func writeGenesis(_ root: Root, _ repository: Repository, _ key: Ed25519PrivateKey) throws -> GenesisPin? {
        guard try ReceiptIndex(repository).commit == nil else { return nil }
        var refs: [(ref: RefName, id: ObjectID)] = []
        for reference in try repository.references() where reference.symbolicTarget == nil {
            guard let name = RefName(reference.name) else {
                throw CommandFailure.usage("\(reference.name) is no ref that can be receipted")
            }
            let isClosed = PolicyEvaluator.closedNamespaces.contains { name.isWithin($0) }
            if !isClosed { refs.append((name, reference.id)) }
        }
        guard !refs.isEmpty else { return nil }
        var tips: [ObjectID] = []
        for (_, id) in refs { if let tip = try? repository.peel(id) { tips.append(tip) } }
        let commits = CommitSet(try repository.newCommits(from: tips, hiding: []))
        let ledger = try ReceiptLedger(repository, root: root, key: key)
        try ledger.writeGenesis(refs: refs, commits: commits, at: try SystemClock.time(at: nil))
        return GenesisPin(refs: refs.count, digest: GenesisCommits.digest(refs: refs, commits: commits))
    }
}
