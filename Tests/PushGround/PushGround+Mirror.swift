internal import Evidence
internal import GitNames
internal import GitStore
internal import PolicyCore
internal import PushGate
internal import ReceiptChain
internal import ReceiptLog
internal import TestSupport
public import Testing

extension PushGround {
    /// Has a fresh mirror verify all receipts from the first on, by the root that install pinned: gate and mirror never
    /// disagree, and the receipts say where each ref of the server is.
    public func expectMirrored(
        following branch: String = "refs/heads/main", sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let number = try sandbox.run(["sh", "-c", "ls -d mirror-*.git 2>/dev/null | wc -l"])
        let folder = "mirror-\(number).git"
        try sandbox.git("init", "-q", "--bare", folder)
        try sandbox.git("fetch", "-q", "../server.git", "+refs/*:refs/*", in: folder)
        let root = try InstalledGate(try Repository(path: "\(sandbox.path)/server.git")).root
        let log = ReceiptLog(
            repository: try Repository(path: "\(sandbox.path)/\(folder)"), root: root, branch: RefName(branch)!)
        var tips: [String: String] = [:]
        do {
            for (ref, id) in try log.verify().tips { tips[ref.text] = id.hex }
        } catch {
            Issue.record("a fresh mirror refuses what the gate accepted: \(error)", sourceLocation: sourceLocation)
            return
        }
        var refs: [String: String] = [:]
        let lines = try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)", in: "server.git")
        for line in lines.utf8.split(separator: 0x0a) where !line.starts(with: "refs/sallyport/".utf8) {
            let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            refs[words[0]] = words[1]
        }
        #expect(tips == refs, sourceLocation: sourceLocation)
    }
}
