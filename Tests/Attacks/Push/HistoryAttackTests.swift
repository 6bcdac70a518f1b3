import PushGround
import TestSupport
import Testing

@Suite("Attacks by history")
struct HistoryAttackTests {
    @Test("No number of edges hides a commit", arguments: ["repeated", "many"])
    func hiddenByEdges(_ way: String) throws {
        let ground = try PushGround()
        let base = try ground.id("main")
        let tree = try ground.id("main^{tree}")
        let hidden = try ground.git(["commit-tree", "-p", base, "-m", "hidden", tree])
        // 17 commits of 4,080 repeated parents make 65,536 and more edges to the hidden one.
        var carriers: [String] = []
        for number in 0..<(way == "repeated" ? 17 : 2) {
            carriers.append(
                try ground.signedCommit(
                    tree: tree, parents: [base] + Array(repeating: hidden, count: way == "repeated" ? 4_080 : 1),
                    message: "carrier \(number)", by: "alice"))
        }
        let join = try ground.signedCommit(tree: tree, parents: carriers, message: "join", by: "alice")
        let (accepted, text) = try ground.push(["\(join):refs/heads/feature"])
        #expect(!accepted, "\(text)")
        try ground.expectMirrored()
    }

    @Test("Parked commits are judged where they go: unsigned, lax, observed, under a rule that is gone or renamed")
    func parked() throws {
        var policy = GroundPolicy()
        policy.refs.insert("{match: refs/heads/watched, mode: observe, signed: required}", at: 0)
        let ground = try PushGround(policy)
        try ground.branch("evil")
        try ground.commit("a", "1", by: nil)
        try ground.accepts("HEAD:refs/heads/watched")
        try ground.accepts("HEAD:refs/heads/lax/a")
        try ground.rejects("HEAD:refs/heads/strict", rule: "signed")
        try ground.replacePolicy { policy in
            policy.refs = GroundPolicy().refs.filter { !$0.contains("lax") }
        }
        try ground.git(["checkout", "-q", "evil"])
        try ground.commit("b", "1", by: "alice")
        // The ref itself goes on from where it is, and nothing else does.
        try ground.accepts("HEAD:refs/heads/watched")
        try ground.rejects("HEAD:refs/heads/strict", rule: "signed")
        try ground.accepts(":refs/heads/watched")
        try ground.rejects("HEAD:refs/heads/watched", rule: "signed")
        try ground.git(["tag", "-s", "-m", "x", "v1", "HEAD"], by: "alice")
        try ground.rejects("v1", rule: "signed")
        try ground.branch("merge", at: "main")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "evil"], by: "alice")
        try ground.rejects("HEAD:refs/heads/strict", rule: "signed")
        try ground.approve(by: "bob")
        try ground.rejects("HEAD:main", rule: "signed")
        try ground.expectMirrored()
    }

    @Test("Commits that a branch with a laxer demand reviewed are reviewed anew on a stricter one")
    func laxerReview() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: refs/heads/dev, signed: required, approvals: {required: 1, from: [shop]}}", at: 0)
        policy.refs.insert(
            "{match: 'refs/heads/prod/*', signed: required, approvals: {required: 1, from: [platform]}}", at: 0)
        let ground = try PushGround(policy)
        try ground.git(["checkout", "-q", "--orphan", "dev"])
        try ground.git(["rm", "-rfq", "."])
        try ground.commit("a", "1", by: "dave")
        try ground.approve(by: "bob", target: "refs/heads/dev")
        try ground.accepts("HEAD:refs/heads/dev")
        // Dave is of the team that approves here, and made the commit.
        try ground.approve(by: "dave", target: "refs/heads/prod/a")
        try ground.rejects("HEAD:refs/heads/prod/a", rule: "approvals")
        try ground.approve(by: "carol", target: "refs/heads/prod/a")
        try ground.accepts("HEAD:refs/heads/prod/a")
        try ground.expectMirrored()
    }

    @Test("A commit that a key signed is parked before or after the key is revoked")
    func revokedKey() throws {
        let ground = try PushGround()
        try ground.branch("before")
        try ground.commit("a", "1", by: "eve")
        try ground.accepts("HEAD:refs/heads/before")
        try ground.branch("after")
        try ground.commit("b", "1", by: "eve")
        try ground.accepts("HEAD:refs/heads/lax/early")
        try ground.branch("late")
        try ground.commit("c", "1", by: "eve")
        try ground.replacePolicy { policy in
            policy.keyOptions["eve"] = "revoked: {at: 2026-01-01T00:00:00Z, why: lost}"
        }
        try ground.accepts("late:refs/heads/lax/late")
        try ground.rejects("late:refs/heads/late", rule: "signed")
        try ground.rejects("late:refs/heads/before2", rule: "signed")
        try ground.accepts("before:refs/heads/before2")
        try ground.rejects("after:refs/heads/after2", rule: "signed")
        try ground.git(["checkout", "-q", "before"])
        try ground.commit("d", "1", by: "eve")
        try ground.rejects("HEAD:refs/heads/before", rule: "signed")
        try ground.expectMirrored()
    }

    @Test("A new branch off a parked tip, merges of parked commits and a deleted and made anew branch need approvals")
    func parkedForMain() throws {
        var policy = GroundPolicy()
        policy.refs.insert(
            "{match: 'refs/heads/release/*', signed: required, approvals: {required: 1, from: [shop]},"
                + " reviewedIn: [refs/heads/main]}", at: 0)
        let ground = try PushGround(policy)
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        try ground.accepts("HEAD:refs/heads/change")
        try ground.rejects("HEAD:refs/heads/release/1", rule: "approvals")
        try ground.accepts("main:refs/heads/release/1")
        try ground.rejects("HEAD:refs/heads/release/1", rule: "approvals")
        try ground.branch("merge", at: "main")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "change"], by: "bob")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.rejects("HEAD:refs/heads/release/1", rule: "approvals")
        try ground.rejects(":main", rule: "history")
        try ground.rejects(":refs/heads/release/1", rule: "history")
        try ground.expectMirrored()
    }

    @Test("An evil merge needs an approval of its own: changed content, -s ours, an octopus")
    func evilMerge() throws {
        let ground = try PushGround()
        try ground.branch("change")
        try ground.commit("a", "1", by: "alice")
        try ground.approve(by: "bob")
        try ground.branch("aside", at: "main")
        try ground.commit("b", "1", by: "carol")
        try ground.approve(by: "bob")
        try ground.accepts("HEAD:main")
        try ground.branch("merge", at: "aside")
        try ground.git(["merge", "-q", "--no-ff", "--no-commit", "change"], by: "alice")
        try ground.commit("c", "1", by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.branch("ours", at: "aside")
        try ground.git(["merge", "-q", "-s", "ours", "--no-edit", "change"], by: "alice")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.branch("good", at: "aside")
        try ground.git(["merge", "-q", "--no-ff", "--no-edit", "change"], by: "alice")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }

    @Test("The author of a commit from before the gate does not approve it, readable or not", arguments: [true, false])
    func genesisAuthor(_ isReadable: Bool) throws {
        var policy = GroundPolicy()
        policy.refs = GroundPolicy.refs(
            main: "signed: required, approvals: {required: 1, from: [shop]}, history: fast-forward, genesis: judged")
        policy.refs.insert(
            "{match: 'refs/heads/new/*', signed: required, approvals: {required: 1, from: [shop]}, genesis: judged}",
            at: 0)
        let ground = try PushGround(policy) { ground in
            try ground.git(["checkout", "-q", "--orphan", "old"])
            try ground.commit("old", "1", by: "bob", email: isReadable ? nil : "bob\u{1}<@shop.example")
            try ground.accepts("HEAD:refs/heads/old")
            try ground.git(["checkout", "-q", "--orphan", "main"])
        }
        try ground.approve("refs/remotes/origin/old", by: "bob", target: "refs/heads/new/a")
        try ground.rejects("refs/remotes/origin/old:refs/heads/new/a", rule: "approvals")
        try ground.expectMirrored()
    }

    @Test("A link, a submodule or a file in the place of a folder is a change of all below it", arguments: 0..<3)
    func inPlaceOfFolder(_ kind: Int) throws {
        var policy = GroundPolicy()
        policy.paths.append("{match: 'prod/**', approvals: {required: 2, from: [platform]}}")
        let ground = try PushGround(policy)
        try ground.branch("change")
        let id = try ground.id("main")
        let blob = try ground.id("main:.sallyport/policy.yaml")
        let mode = ["120000,\(blob)", "160000,\(id)", "100644,\(blob)"][kind]
        try ground.git(["update-index", "--add", "--cacheinfo", "\(mode),prod"])
        try ground.git(["commit", "-q", "-m", "in place"], by: "alice")
        try ground.approve(by: "carol")
        try ground.rejects("HEAD:main", rule: "approvals")
        try ground.approve(by: "dave")
        try ground.accepts("HEAD:main")
        try ground.expectMirrored()
    }
}
