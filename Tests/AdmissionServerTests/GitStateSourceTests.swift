import DesiredState
import GitNames
import Signatures
import TestSupport
import Testing

@testable import AdmissionServer

@Suite struct GitStateSourceTests {
    private let gated: GatedRepository

    init() throws {
        gated = try GatedRepository()
    }

    private func source() throws -> GitStateSource {
        try GitStateSource(repository: try gated.settings())
    }

    private func fetched(_ source: GitStateSource, after last: AcceptedState? = nil) throws -> VerifiedState {
        try source.verified(isFetching: true, after: last, current: nil)
    }

    private func declares(_ state: VerifiedState, _ name: String) -> Bool {
        let reference = ObjectReference(group: "", kind: "ConfigMap", namespace: "shop", name: name)
        return state.desired.object(reference) != nil
    }

    @Test func `Accepted pushes are followed, one after another and from the start`() throws {
        try gated.push(try gated.commitConfigMap("one"))
        let source = try source()
        let first = try fetched(source)
        #expect(first.state.sequence == 2)
        #expect(declares(first, "one"))
        try gated.push(try gated.commitConfigMap("two"))
        let second = try fetched(source, after: first.state)
        #expect(second.state.sequence == 3)
        #expect(second.continuesLast)
        #expect(declares(second, "two"))
        let fresh = try fetched(try self.source(), after: first.state)
        #expect(fresh.state == second.state)
        #expect(fresh.continuesLast)
    }

    @Test(arguments: [
        ("refs/heads/main", "clusters/prod", true), ("refs/heads/main", ".", false),
        ("refs/heads/x", "clusters/prod", false),
    ])
    func `Where the policy names clusters, only their branch and folder are followed`(
        branch: String, manifests: String, isFollowed: Bool
    ) throws {
        let clusters = "clusters:\n  prod: {branch: \(branch), manifests: \(manifests)}\n"
        try gated.push(try gated.commit(try gated.policy(serial: 2) + clusters, to: ".sallyport/policy.yaml"))
        try gated.push(try gated.commitConfigMap("one"))
        guard !isFollowed else {
            _ = try fetched(try source())
            return
        }
        let error = #expect(throws: MirrorError.self) { try fetched(try source()) }
        #expect(error?.description.contains("no cluster in .sallyport/policy.yaml") == true)
    }

    @Test func `A commit that came past the gate is not followed`() throws {
        try gated.push(try gated.commitConfigMap("one"))
        try gated.moveMain(to: try gated.commitConfigMap("two"))
        let state = try fetched(try source())
        #expect(declares(state, "one"))
        #expect(!declares(state, "two"))
    }

    @Test func `A receipt alone makes no unsigned commit acceptable`() throws {
        let first = try gated.commitConfigMap("one")
        try gated.push(first)
        let source = try source()
        let good = try fetched(source)
        try gated.moveMainWithStolenKey(to: try gated.commitConfigMap("two", isSigned: false))
        let error = #expect(throws: MirrorError.self) { try fetched(source, after: good.state) }
        #expect(error?.code == .unverified)
        #expect(error?.description.contains("not signed") == true)
        // The mirror itself stays where it was, also for a replica that starts now.
        let restarted = try self.source().verified(isFetching: false, after: good.state, current: nil)
        #expect(restarted.state == good.state)
    }

    @Test func `A server that goes back is not followed, and a restart keeps the last good state`() throws {
        try gated.push(try gated.commitConfigMap("one"))
        let early = try #require(try gated.receipts)
        try gated.push(try gated.commitConfigMap("two"))
        let source = try source()
        let good = try fetched(source)
        try gated.moveReceipts(to: early)
        let error = #expect(throws: MirrorError.self) { try fetched(source, after: good.state) }
        #expect(error?.code == .backwards)
        let restarted = try self.source().verified(isFetching: false, after: good.state, current: nil)
        #expect(restarted.state == good.state)
        #expect(declares(restarted, "two"))
    }

    @Test func `Another history of the same length is seen as such`() throws {
        try gated.push(try gated.commitConfigMap("one"))
        let fork = try #require(try gated.receipts)
        try gated.push(try gated.commitConfigMap("two"))
        let good = try fetched(try source())
        let other = AcceptedState(sequence: good.state.sequence, receipt: fork.hex, commit: good.state.commit)
        let state = try fetched(try source(), after: other)
        #expect(!state.continuesLast)
    }

    @Test func `Receipts of another key are not believed`() throws {
        try gated.push(try gated.commitConfigMap("one"))
        var settings = try gated.settings()
        settings.receiptKey = try Ed25519PrivateKey.generate().publicKey.base64
        let error = #expect(throws: MirrorError.self) { try fetched(try GitStateSource(repository: settings)) }
        #expect(error?.code == .unverified)
    }

    @Test func `Receipts of another repository are not believed`() throws {
        var settings = try gated.settings()
        settings.id = "other"
        #expect(throws: MirrorError.self) { try fetched(try GitStateSource(repository: settings)) }
    }

    @Test func `A remote that is away is told from one that lies`() throws {
        var settings = try gated.settings()
        settings.url = gated.sandbox.path + "/none.git"
        let error = #expect(throws: MirrorError.self) { try fetched(try GitStateSource(repository: settings)) }
        #expect(error?.code == .unreachable)
    }

    @Test(
        arguments: [
            { (settings: inout AdmissionConfiguration.Repository) in settings.url = "ssh://git.example/shop.git" },
            { $0.url = "shop.git" }, { $0.root += ".none" }, { $0.root = "/etc/passwd" }, { $0.id = nil },
            { $0.receiptKey = "AAAA" }, { $0.receiptKey = "ssh-rsa AAAA" }, { $0.ref = "refs/heads/a..b" },
        ] as [@Sendable (inout AdmissionConfiguration.Repository) -> Void])
    func `Settings that cannot work are refused at the start`(
        change: @Sendable (inout AdmissionConfiguration.Repository) -> Void
    ) throws {
        var settings = try gated.settings()
        change(&settings)
        let error = #expect(throws: ServerError.self) { try GitStateSource(repository: settings) }
        #expect(error?.isOfConfiguration == true)
    }
}
