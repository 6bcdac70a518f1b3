import TestSupport
import Testing

@Suite("Versions of the root")
struct RootTests {
    @Test("An owner is added, and one who lost the key is replaced; a fresh mirror follows")
    func owners() throws {
        let ground = try OwnersGround()
        try ground.bringsIn(
            try ground.rootFile(version: 2, owners: ["alice": "alice", "bob": "bob", "carol": "carol"]),
            signers: ["alice", "bob"])
        #expect(try ground.pushOnTop(by: "alice").accepted)
        // bob's key is gone; dave's file is the new one.
        try ground.bringsIn(
            try ground.rootFile(version: 3, owners: ["alice": "alice", "bob": "dave", "carol": "carol"]),
            signers: ["alice", "carol"])
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
        // What the new root says counts: bob's old key is nobody's, his new one is an owner's.
        try ground.server(moves: "refs/heads/main", to: try ground.administratorsCommit())
        let old = try ground.heal(by: "bob")
        #expect(!old.accepted && old.text.contains("not signed by an owner"), "\(old.text)")
        #expect(try ground.heal(by: "alice").text.contains("1 of 2"))
        #expect(try ground.heal(by: "dave").text.contains("is on record, by alice, bob"))
        try ground.expectVerified()
    }

    @Test("A raised threshold counts from its version on")
    func threshold() throws {
        let ground = try OwnersGround()
        let owners = ["alice": "alice", "bob": "bob", "carol": "carol"]
        try ground.bringsIn(
            try ground.rootFile(version: 2, owners: owners, threshold: 3), signers: ["alice", "bob", "carol"])
        let next = try ground.rootFile(version: 3, owners: owners, threshold: 2)
        let text = try ground.proposes(next, signers: ["alice", "bob"])
        #expect(text.contains("it takes 3 of the owners, alice, bob signed"), "\(text)")
        try ground.expectVerified()
        #expect(try ground.root(["show", "--repo", "../server.git"], by: "alice").text.contains("version: 2"))
    }

    @Test("Another source of who pushes counts from its version on")
    func pusher() throws {
        let ground = try OwnersGround()
        try ground.bringsIn(
            try ground.rootFile(version: 2, owners: ["alice": "alice", "bob": "bob"], pusher: "ssh"),
            signers: ["alice", "bob"])
        let push = try ground.pushOnTop(by: "alice")
        #expect(!push.accepted && push.text.contains("the server was to say who pushes"), "\(push.text)")
        try ground.expectVerified()
    }

    @Test("The receipt key is rotated, with both keys valid in between; a fresh mirror accepts all of it")
    func receiptKey() throws {
        let ground = try OwnersGround()
        let owners = ["alice": "alice", "bob": "bob"]
        let old = try ground.receiptKey()
        let new = try ground.makesReceiptKey("next.pem")
        try ground.bringsIn(
            try ground.rootFile(version: 2, owners: owners, receiptKeys: [old, new]), signers: ["alice", "bob"])
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.sandbox.run(["cp", "next.pem", "server.git/sallyport/receipt-key.pem"])
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
        try ground.bringsIn(
            try ground.rootFile(version: 3, owners: owners, receiptKeys: [new]), signers: ["alice", "bob"])
        #expect(try ground.pushOnTop(by: "alice").accepted)
        try ground.expectVerified()
        // A key that no version names signs nothing.
        _ = try ground.makesReceiptKey("server.git/sallyport/receipt-key.pem")
        let push = try ground.pushOnTop(by: "alice")
        #expect(!push.accepted && push.text.contains("none of those that the root names"), "\(push.text)")
    }

    /// A next version that must not come in.
    enum Attack: String, CaseIterable, Sendable {
        case skipped, sameVersion, otherRepository, otherPolicyRef, otherReceiptKey, oldOwnersOnly, newOwnersOnly,
            oneOwner
    }

    @Test(
        "What is not the next version, or not signed by both thresholds, does not come in", arguments: Attack.allCases)
    func attacks(_ attack: Attack) throws {
        let ground = try OwnersGround()
        let owners = ["alice": "alice", "bob": "bob"]
        let others = ["carol": "carol", "dave": "dave"]
        let zeros = "\(String(repeating: "A", count: 43))="
        let (file, signers, reason): (String, [String], String) =
            switch attack {
            case .skipped:
                (try ground.rootFile(version: 3, owners: owners), ["alice", "bob"], "version 1 is in force")
            case .sameVersion:
                (try ground.rootFile(version: 1, owners: owners), ["alice", "bob"], "must have version (2 or above)")
            case .otherRepository:
                (
                    try ground.rootFile(version: 2, owners: owners, repository: "other"), ["alice", "bob"],
                    "it is for repository other"
                )
            case .otherPolicyRef:
                (
                    try ground.rootFile(version: 2, owners: owners, policyRef: "refs/heads/x"), ["alice", "bob"],
                    "its policyRef is not refs/heads/main"
                )
            case .otherReceiptKey:
                (
                    try ground.rootFile(version: 2, owners: owners, receiptKeys: [zeros]), ["alice", "bob"],
                    "its receiptKeys lack the key"
                )
            case .oldOwnersOnly:
                (
                    try ground.rootFile(version: 2, owners: others), ["alice", "bob"],
                    "it takes 2 of the new owners, none signed"
                )
            case .newOwnersOnly:
                (
                    try ground.rootFile(version: 2, owners: others), ["alice", "carol", "dave"],
                    "it takes 2 of the owners, alice signed"
                )
            case .oneOwner:
                (try ground.rootFile(version: 2, owners: owners), ["alice"], "it takes 2 of the owners, alice signed")
            }
        let text = try ground.proposes(file, signers: signers)
        #expect(text.contains(reason) && !text.contains("of the root is in force"), "\(text)")
        #expect(try ground.sandbox.result(["git", "rev-parse", "refs/sallyport/root"], in: "server.git").status != 0)
        try ground.expectVerified()
    }

    @Test("An earlier version does not come back, and its approvals are used up")
    func replayed() throws {
        let ground = try OwnersGround()
        let owners = ["alice": "alice", "bob": "bob"]
        try ground.bringsIn(try ground.rootFile(version: 2, owners: owners), signers: ["alice", "bob"])
        let second = try ground.tip("refs/sallyport/root")
        try ground.bringsIn(
            try ground.rootFile(version: 3, owners: ["alice": "alice", "carol": "carol"]),
            signers: ["alice", "bob", "carol"])
        let back = try ground.push("+\(second):refs/sallyport/root")
        #expect(!back.accepted && back.text.contains("on top of the one before"), "\(back.text)")
        #expect(try !ground.push(":refs/sallyport/root").accepted)
        let again = try ground.proposes(try ground.rootFile(version: 2, owners: owners), signers: ["alice", "carol"])
        #expect(again.contains("it is version 2, and version 3 is in force"), "\(again)")
        #expect(try !ground.push("HEAD:refs/sallyport/other").accepted)
        try ground.expectVerified()
    }

    @Test("Who is no owner, and whom no owner proposes, signs no version")
    func stranger() throws {
        let ground = try OwnersGround()
        let file = try ground.rootFile(version: 2, owners: ["carol": "carol", "dave": "dave"])
        let text = try ground.proposes(file, signers: ["carol"])
        #expect(text.contains("it is signed by no owner"), "\(text)")
    }
}
