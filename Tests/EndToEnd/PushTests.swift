import TestSupport
import Testing

@Suite("Pushing through the installed hook")
struct PushTests {
    @Test("An unsigned push and a signed one without approval are rejected, the approved one is accepted and receipted")
    func story() throws {
        let repository = try GuardedRepository()
        let founding = try #require(try repository.server("refs/heads/main"))
        try repository.commit("app.yaml", "a: 1\n", by: nil)
        var push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("is not signed"), "\(push.text)")
        #expect(push.text.contains("rule: signed, policy.yaml line") && push.text.contains("next: sign it"))
        try repository.commitIndex("signed", by: "alice", command: ["commit", "-q", "--amend", "--reset-author"])
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("needs 1 approvals from shop, has none"), "\(push.text)")
        #expect(try repository.approve(by: "alice").status == 0)
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("does not count: alice signed"), "\(push.text)")
        #expect(try repository.server("refs/heads/main") == founding)
        #expect(try repository.approve(by: "bob").status == 0)
        push = try repository.push("HEAD:refs/heads/main")
        #expect(push.accepted, "\(push.text)")
        #expect(try repository.server("refs/heads/main") == repository.head())
        // The policy, two approvals, the change.
        #expect(try repository.receiptCount() == 4)
        #expect(try repository.sandbox.run(["ls", "server.git/sallyport/journal"]).isEmpty)
    }

    @Test("Commits are judged wherever they come from: through a second parent, parked on another branch, on a new ref")
    func everythingNew() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        try sandbox.git("checkout", "-q", "-b", "side", in: "work")
        try repository.commit("side.yaml", "s: 1\n", by: nil)
        try sandbox.git("checkout", "-q", "main", in: "work")
        try repository.commit("main.yaml", "m: 1\n", by: "alice")
        try repository.commitIndex("merge", by: "alice", command: ["merge", "-q", "--no-ff", "side"])
        _ = try repository.approve(by: "bob")
        var push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("is not signed"), "\(push.text)")
        #expect(try !repository.push("HEAD:refs/heads/new").accepted)

        try sandbox.git("checkout", "-q", "-B", "park", "origin/main", in: "work")
        try repository.commit("parked.yaml", "p: 1\n", by: "bob")
        try repository.pushed("HEAD:refs/heads/park")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("needs 1 approvals"), "\(push.text)")
        // Bob's hand in the parked commit is not forgotten.
        _ = try repository.approve(by: "bob")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("bob signed"), "\(push.text)")
    }

    @Test("Approvals may come in the same push, are used once, and carry to the clean merge when the target moved on")
    func approvals() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        let base = try repository.head()
        try sandbox.git("checkout", "-q", "-b", "one", in: "work")
        let one = try repository.commit("one.yaml", "a: 1\n", by: "alice")
        _ = try repository.approve(by: "bob")
        try sandbox.git("checkout", "-q", "-b", "two", base, in: "work")
        try repository.commit("two.yaml", "a: 1\n", by: "alice")
        _ = try repository.approve(by: "bob")
        try repository.pushed("HEAD:refs/heads/main")
        // Approved on the old base: neither as it is nor as a merge that adds something, but as the clean merge.
        try sandbox.git("checkout", "-q", "one", in: "work")
        #expect(try !repository.push("HEAD:refs/heads/main").accepted)
        try sandbox.git("checkout", "-q", "two", in: "work")
        try repository.commitIndex("merge", by: "bob", command: ["merge", "-q", "--no-ff", "one"])
        let clean = try repository.head()
        try sandbox.write(Array("evil: 1\n".utf8), to: "work/evil.yaml")
        try sandbox.git("add", ".", in: "work")
        try repository.commitIndex("merge", by: "bob", command: ["commit", "-q", "--amend"])
        var push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("needs 1 approvals"), "\(push.text)")
        try sandbox.git("reset", "-q", "--hard", clean, in: "work")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(push.accepted, "\(push.text)")
        _ = one

        let three = try repository.commit("three.yaml", "a: 1\n", by: "alice")
        let text = """
            x

            Repository: \(repository.id)
            Target: refs/heads/main
            Base: \(clean)
            Head: \(three)
            Result-Tree: \(try repository.head("HEAD^{tree}"))
            Verdict: approve
            """
        try sandbox.run(
            ["git"] + sandbox.signing(with: "\(sandbox.path)/keys/bob")
                + ["tag", "-s", "-m", text, "approvals/\(three)"], in: "work")
        let tag = try repository.head("refs/tags/approvals/\(three)")
        push = try repository.push("HEAD:refs/heads/main", "\(tag):refs/approvals/\(three)/\(tag)")
        #expect(push.accepted, "\(push.text)")
        #expect(try !repository.push("\(tag):refs/tags/approvals/\(three)").accepted)
    }

    @Test("Protected and closed refs are neither rewound, deleted nor gone round")
    func refs() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        _ = try repository.approve(by: "bob")
        try repository.pushed("HEAD:refs/heads/main")
        let main = try repository.server("refs/heads/main")
        try sandbox.git("symbolic-ref", "refs/heads/master", "refs/heads/main", in: "server.git")
        for refspec in [
            "+HEAD~1:refs/heads/main", ":refs/heads/main", "HEAD:refs/replace/\(try repository.head())",
            "HEAD:refs/notes/commits", "HEAD:refs/sallyport/receipts", "+HEAD:refs/sallyport/receipts",
            ":refs/sallyport/receipts", "+HEAD~1:refs/heads/master", "HEAD:refs/changes/1",
            "HEAD:refs/approvals/x", "HEAD^{tree}:refs/heads/tree", "HEAD:refs/tags/v1",
        ] {
            let push = try repository.push(refspec)
            #expect(!push.accepted, "\(refspec): \(push.text)")
        }
        #expect(try repository.server("refs/heads/main") == main)
        let inNamespace = try repository.push("HEAD:refs/heads/x", environment: ["GIT_NAMESPACE=n"])
        #expect(!inNamespace.accepted && inNamespace.text.contains("GIT_NAMESPACE"), "\(inNamespace.text)")
    }

    @Test("A ref does not move past the gate on the server either")
    func updateRef() throws {
        let repository = try GuardedRepository()
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        try repository.pushed("HEAD:refs/heads/a")
        let result = try repository.sandbox.result(
            ["git", "update-ref", "refs/heads/main", "refs/heads/a"], in: "server.git")
        #expect(result.status != 0)
        #expect(String(decoding: result.errors, as: UTF8.self).contains("did not go through pre-receive"))
    }

    @Test("Refs can be packed and collected, and packed refs are guarded as well")
    func packing() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        try repository.pushed("HEAD:refs/heads/a", "HEAD:refs/heads/b")
        try sandbox.git("gc", "-q", in: "server.git")
        try sandbox.git("pack-refs", "--all", in: "server.git")
        for arguments in [
            ["-d", "refs/heads/main"], ["-d", "refs/sallyport/receipts"], ["refs/heads/main", "refs/heads/a"],
        ] {
            #expect(try sandbox.result(["git", "update-ref"] + arguments, in: "server.git").status != 0)
        }
        #expect(try repository.push(":refs/heads/b").accepted)
        #expect(try repository.server("refs/heads/b") == nil)
        try repository.commit("b.yaml", "b: 1\n", by: "alice")
        try repository.pushed("HEAD:refs/heads/a")
        #expect(try sandbox.run(["ls", "server.git/sallyport/journal"]).isEmpty)
    }

    @Test("Pushes at the same time each get their receipt")
    func concurrency() throws {
        let repository = try GuardedRepository()
        let count = try repository.receiptCount()
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        try repository.sandbox.run(
            ["xargs", "-P", "6", "-I{}", "git", "push", "-q", "origin", "HEAD:refs/heads/p{}"], in: "work",
            input: Array("1\n2\n3\n4\n5\n6\n".utf8))
        #expect(try repository.receiptCount() == count + 6)
        try repository.sandbox.git("fsck", "--strict", in: "server.git")
    }

    @Test("Tags: signed, by the team, called what they are called, never moved")
    func tags() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        func tag(_ name: String, by person: String) throws {
            try sandbox.run(
                ["git"] + sandbox.signing(with: "\(sandbox.path)/keys/\(person)") + [
                    "tag", "-f", "-s", "-m", "x", name,
                ],
                in: "work")
        }
        try tag("v1", by: "carol")
        #expect(try !repository.push("refs/tags/v1:refs/tags/v2").accepted)
        let push = try repository.push("refs/tags/v1")
        #expect(push.accepted, "\(push.text)")
        try repository.commit("a.yaml", "a: 1\n", by: "carol")
        try tag("v1", by: "carol")
        #expect(try !repository.push("+refs/tags/v1").accepted)
        #expect(try !repository.push(":refs/tags/v1").accepted)
        try tag("v3", by: "alice")
        let other = try repository.push("refs/tags/v3")
        #expect(!other.accepted && other.text.contains("only platform may write"), "\(other.text)")
        // What a tag brings is judged as well.
        try repository.commit("b.yaml", "b: 1\n", by: nil)
        try tag("v4", by: "carol")
        let unsigned = try repository.push("refs/tags/v4")
        #expect(!unsigned.accepted && unsigned.text.contains("is not signed"), "\(unsigned.text)")
    }

    @Test(
        "A commit that was altered after signing, or carries its signature in a way that can be read twice, is rejected",
        arguments: ["altered", "in the message", "twice", "NUL", "before the tree"])
    func forged(how: String) throws {
        let repository = try GuardedRepository()
        let signed = try repository.commit("a.yaml", "a: 1\n", by: "alice")
        let raw = Array(try repository.sandbox.result(["git", "cat-file", "commit", signed], in: "work").output)
        let text = String(decoding: raw, as: UTF8.self)
        let start = try #require(text.firstRange(of: "gpgsig "))
        let end = try #require(text.firstRange(of: " -----END SSH SIGNATURE-----\n"))
        let header = String(text[start.lowerBound..<end.upperBound])
        let forged =
            switch how {
            case "altered": text.replacing("change a.yaml", with: "change b.yaml")
            case "in the message": text.replacing(header, with: "") + "\n" + header
            case "twice": text.replacing(header, with: header + header)
            case "NUL": text + "\u{0}x\n"
            default: header + text.replacing(header, with: "")
            }
        #expect(forged != text)
        try repository.sandbox.write(Array(forged.utf8), to: "forged")
        let id = try repository.sandbox.git(
            "hash-object", "-t", "commit", "-w", "--literally", "../forged", in: "work")
        let push = try repository.push("\(id):refs/heads/x")
        #expect(!push.accepted, "\(push.text)")
        #expect(try repository.server("refs/heads/x") == nil)
        #expect(try repository.push("\(signed):refs/heads/x").accepted)
    }

    @Test("The policy before the push judges it, and a policy that cannot be used does not get in")
    func policyChanges() throws {
        let repository = try GuardedRepository()
        let path = ".sallyport/policy.yaml"
        try repository.commit(path, try repository.policy(serial: 1) + "# x\n", by: "alice")
        _ = try repository.approve(by: "carol")
        var push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("serial 1 is not above 1"), "\(push.text)")
        // A policy that lets Eve in may not be relied on by the push that brings it.
        let eve = try repository.sandbox.publicKey("eve")
        let withEve = try repository.policy(serial: 2).replacing(
            "teams:", with: "  eve: {keys: [{ssh: \(eve)}]}\nteams:")
        try repository.commit(path, withEve, by: "alice")
        _ = try repository.approve(by: "bob")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(
            !push.accepted && push.text.contains(".sallyport/policy.yaml needs 1 approvals from platform"),
            "\(push.text)")
        _ = try repository.approve(by: "carol")
        let change = try repository.head()
        try repository.sandbox.git("checkout", "-q", "-b", "eve", in: "work")
        try repository.commit("e.yaml", "e: 1\n", by: "eve")
        push = try repository.push("\(change):refs/heads/main", "HEAD:refs/heads/eve")
        #expect(!push.accepted && push.text.contains("belongs to nobody in the policy"), "\(push.text)")
        #expect(try repository.push("\(change):refs/heads/main").accepted)
        #expect(try repository.push("HEAD:refs/heads/eve").accepted)
        try repository.sandbox.git("checkout", "-q", change, in: "work")
        try repository.commit(path, "apiVersion: nonsense\n", by: "alice")
        _ = try repository.approve(by: "carol")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("the new policy cannot be used"), "\(push.text)")
    }

    @Test("A policy that moved between judgement and transaction rejects the update")
    func policyMoved() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        try repository.commit(".sallyport/policy.yaml", try repository.policy(serial: 2), by: "alice")
        let next = try repository.head()
        try repository.pushed("HEAD:refs/heads/next")
        try sandbox.git("checkout", "-q", "HEAD~1", in: "work")
        let feature = try repository.commit("f.yaml", "f: 1\n", by: "alice")
        // Another hook, run after the gate's judgement, stands for the moment in between.
        try sandbox.write(
            Array(
                """
                #!/bin/sh
                ../sallyport/sallyport-hook pre-receive || exit 1
                env -u GIT_QUARANTINE_PATH git -c core.hooksPath=/dev/null update-ref refs/heads/main \(next)

                """.replacing("../sallyport", with: "\(sandbox.path)/server.git/sallyport").utf8),
            to: "server.git/hooks/chained", mode: 0o755)
        try sandbox.run(["mv", "server.git/hooks/chained", "server.git/hooks/pre-receive"])
        let push = try repository.push("\(feature):refs/heads/feature")
        #expect(!push.accepted && push.text.contains("the policy has changed"), "\(push.text)")
        #expect(try repository.server("refs/heads/feature") == nil)
    }

    @Test("What another hook rejects gets no receipt, and a crash before the receipt is repaired by the next push")
    func crashes() throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        let count = try repository.receiptCount()
        try sandbox.run(["rm", "server.git/hooks/post-receive"])
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        try repository.pushed("HEAD:refs/heads/a")
        #expect(try repository.receiptCount() == count)
        try repository.pushed("HEAD:refs/heads/b")
        #expect(try repository.receiptCount() == count + 1)
        try sandbox.write(Array("#!/bin/sh\nexit 1\n".utf8), to: "server.git/hooks/update", mode: 0o755)
        #expect(try !repository.push("HEAD:refs/heads/c").accepted)
        try sandbox.run(["rm", "server.git/hooks/update"])
        try repository.pushed("HEAD:refs/heads/d")
        #expect(try repository.receiptCount() == count + 2)
    }

    @Test("Without a policy only its owners' policy goes in")
    func founding() throws {
        let repository = try GuardedRepository(founded: false)
        try repository.commit("a.yaml", "a: 1\n", by: "olga")
        var push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("there is no policy yet"), "\(push.text)")
        try repository.commit(".sallyport/policy.yaml", try repository.policy(serial: 1), by: "bob")
        push = try repository.push("HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("is not signed by an owner"), "\(push.text)")
        try repository.commitIndex("founding", by: "olga", command: ["commit", "-q", "--amend", "--reset-author"])
        push = try repository.push("HEAD:refs/heads/main")
        #expect(push.accepted, "\(push.text)")
    }

    @Test(
        "A damaged installation rejects every push", arguments: ["config", "key", "receipts", "policyref"])
    func failsClosed(what: String) throws {
        let repository = try GuardedRepository()
        let sandbox = repository.sandbox
        switch what {
        case "config": try sandbox.git("config", "sallyport.unknown", "x", in: "server.git")
        case "key": try sandbox.run(["rm", "server.git/sallyport/receipt-key.pem"])
        case "receipts":
            try sandbox.git(
                "-c", "core.hooksPath=/dev/null", "update-ref", "refs/sallyport/receipts", "refs/heads/main",
                in: "server.git")
        default: try sandbox.git("config", "sallyport.policyRef", "refs/heads/nowhere", in: "server.git")
        }
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        let push = try repository.push("HEAD:refs/heads/a")
        #expect(!push.accepted && push.text.contains("sallyport: rejected"), "\(push.text)")
    }

    @Test("sallyport check says what the hook does")
    func check() throws {
        let repository = try GuardedRepository()
        try repository.commit("a.yaml", "a: 1\n", by: "alice")
        try repository.pushed("HEAD:refs/heads/a")
        func check() throws -> Command.Result {
            try repository.sandbox.result([
                Checkout.program("sallyport"), "check", "--repo", "server.git", "refs/heads/main", "refs/heads/a",
                "refs/heads/main", "--format", "json",
            ])
        }
        var result = try check()
        #expect(result.status == 1)
        #expect(String(decoding: result.output, as: UTF8.self).contains("\"rule\":\"approvals\""))
        _ = try repository.approve(by: "bob")
        result = try check()
        #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
        #expect(String(decoding: result.output, as: UTF8.self).contains("\"accepted\":true"))
        #expect(try repository.push("HEAD:refs/heads/main").accepted)
    }
}
