import TestSupport
import Testing

@Suite("One push, one transaction, one outcome")
struct TransactionTests {
    @Test("A push says its receipts, and what is deleted is receipted too")
    func success() throws {
        let ground = try HookGround()
        let head = try ground.commit()
        let push = try ground.push("HEAD:refs/heads/a", "HEAD:refs/tags/t")
        #expect(push.text.contains("sallyport: receipt 2: refs/heads/a is at \(head.prefix(10))"), "\(push.text)")
        #expect(push.text.contains("sallyport: receipt 3: refs/tags/t is at \(head.prefix(10))"), "\(push.text)")
        let deletion = try ground.push(":refs/heads/a")
        #expect(deletion.text.contains("receipt 4: refs/heads/a is deleted"), "\(deletion.text)")
        try ground.expectWhole()
    }

    @Test("An atomic push that Git fails leaves nothing that a later hook could make a receipt of")
    func directoryFileConflict() throws {
        let ground = try HookGround()
        let head = try ground.commit()
        try ground.pushed("HEAD:refs/heads/a")
        let push = try ground.push("--atomic", "HEAD:refs/heads/b", "HEAD:refs/heads/a/c")
        #expect(!push.accepted)
        let zero = String(repeating: "0", count: 40)
        // A post-receive of another process about the same update.
        let late = try ground.sandbox.result(
            ["hooks/post-receive"], in: "server.git", environment: ["GIT_DIR=."],
            input: Array("\(zero) \(head) refs/heads/b\n".utf8))
        #expect(late.status == 0, "\(String(decoding: late.errors, as: UTF8.self))")
        try ground.pushed("HEAD:refs/heads/d")
        #expect(try !ground.receipts().contains { $0.hasPrefix("refs/heads/b ") })
        try ground.expectWhole()
    }

    @Test("Of two equal pushes at once one is receipted, and that once")
    func equalPushes() throws {
        let ground = try HookGround()
        try ground.commit()
        for round in 0..<5 {
            try ground.sandbox.run(
                ["sh", "-c", "for i in 1 2 3 4; do git push -q origin HEAD:refs/heads/e\(round) & done; wait"],
                in: "work")
            #expect(try ground.receipts().filter { $0.hasPrefix("refs/heads/e\(round) ") }.count == 1)
        }
        try ground.pushed("HEAD:refs/heads/last")
        try ground.expectWhole()
    }

    @Test("What another hook rejects is not receipted; what it lets through afterwards is, once")
    func otherHook() throws {
        let ground = try HookGround()
        try ground.commit()
        try ground.sandbox.write(
            "#!/bin/sh\n[ \"$1\" != refs/heads/no ]\n", to: "server.git/hooks/update", mode: 0o755)
        #expect(try !ground.push("HEAD:refs/heads/no", "HEAD:refs/heads/yes").accepted)
        #expect(try ground.server("refs/heads/yes") != nil && ground.server("refs/heads/no") == nil)
        try ground.expectWhole()
        try ground.sandbox.run(["rm", "server.git/hooks/update"])
        try ground.pushed("HEAD:refs/heads/no")
        try ground.expectWhole()
    }

    @Test(
        "A push whose process is killed before or after Git moved the ref is settled by the next",
        arguments: [
            "pre-receive", "reference-transaction prepared", "reference-transaction committed", "post-receive",
        ])
    func killed(at place: String) throws {
        let ground = try HookGround()
        try ground.commit()
        let words = place.split(separator: " ")
        // Instead of the hook, or after it: the receive-pack above is killed the way the machine's owner would.
        let guardScript = """
            #!/bin/sh
            ../sallyport-hook \(words[0]) "$@" || exit 1
            case "$* " in
              "\(words.dropFirst().joined()) "*) [ -e killed ] || { touch killed; kill -9 $PPID; sleep 0.1; } ;;
            esac

            """.replacing("../sallyport-hook", with: "\(ground.sandbox.path)/server.git/sallyport/sallyport-hook")
        try ground.sandbox.run(["rm", "server.git/hooks/\(words[0])"])
        try ground.sandbox.write(guardScript, to: "server.git/hooks/\(words[0])", mode: 0o755)
        #expect(try !ground.push("--atomic", "HEAD:refs/heads/a", "HEAD:refs/heads/b").accepted)
        try ground.commit("more")
        // The lock files of the killed process are in the way, and taken out of it.
        try ground.pushed("HEAD:refs/heads/a")
        try ground.pushed("HEAD:refs/heads/b")
        try ground.expectWhole()
    }

    @Test("A ref name whose last character takes the next blank in is a ref name like others")
    func unicode() throws {
        let ground = try HookGround()
        try ground.commit()
        try ground.pushed("HEAD:refs/heads/x\u{600}", "HEAD:refs/heads/y\u{301}")
        try ground.pushed("HEAD:refs/heads/z")
        try ground.expectWhole()
    }

    @Test("An entry that cannot be read is told and stands in nobody's way")
    func unreadable() throws {
        let ground = try HookGround()
        try ground.commit()
        try ground.sandbox.write("x\n", to: "server.git/sallyport/journal/1-a")
        let push = try ground.push("HEAD:refs/heads/a")
        #expect(push.accepted && push.text.contains("1-a cannot be read; it was put into"), "\(push.text)")
        #expect(try ground.waiting() == ["1-a"])
        try ground.sandbox.run(["rm", "server.git/sallyport/set-aside/1-a"])
        try ground.expectWhole()
    }

    @Test("A full journal rejects with its reason")
    func full() throws {
        let ground = try HookGround()
        try ground.commit()
        // Entries of nobody, a day old at most, which wait: as many as there may be.
        try ground.sandbox.write(
            "#!/bin/sh\nexit 1\n", to: "server.git/hooks/update", mode: 0o755)
        try ground.sandbox.run(["mv", "server.git/hooks/update", "server.git/hooks/x"])
        let sample = try ground.sandbox.run(
            ["sh", "-c", "date +%s"])
        let entry = Self.entry(time: sample)
        try ground.sandbox.write(entry, to: "server.git/sallyport/journal/u-0")
        try ground.sandbox.run(
            ["sh", "-c", "seq 1 9999 | xargs -I{} ln u-0 u-{}"], in: "server.git/sallyport/journal")
        let push = try ground.push("HEAD:refs/heads/a")
        #expect(!push.accepted && push.text.contains("10000 pushes in the journal wait"), "\(push.text)")
    }

    private static func entry(time: String) -> String {
        let zero = String(repeating: "0", count: 40)
        let head =
            "sallyport-journal 2\ntime \(time)\npusher -\npolicy -\npolicy-ref \(zero) refs/heads/main\nupdates\n"
        let update = "update \(zero) \(zero) refs/heads/w 0\n\n"
        func padded(_ number: Int) -> String { String("000000000000\(number)".suffix(12)) }
        let start = head.utf8.count + update.utf8.count
        return head + update + padded(head.utf8.count) + "\njudged \(padded(start)) \(padded(1))\n"
    }

    @Test("A policy that moved between judging and moving rejects, and nobody else's push of it counts")
    func policyMoved() throws {
        let ground = try HookGround()
        let sandbox = ground.sandbox
        let policy = try sandbox.run(["cat", "work/.sallyport/policy.yaml"])
        try sandbox.write(policy.replacing("serial: 1", with: "serial: 2"), to: "work/.sallyport/policy.yaml")
        try sandbox.git("add", ".", in: "work")
        try sandbox.run(
            ["git"] + sandbox.signing(with: "\(sandbox.path)/keys/alice") + ["commit", "-q", "-S", "-m", "2"],
            in: "work")
        let next = try sandbox.git("rev-parse", "HEAD", in: "work")
        try ground.pushed("HEAD:refs/heads/next")
        try sandbox.run(["rm", "server.git/hooks/pre-receive"])
        // The same next policy comes in from elsewhere, between this push's judgement and Git's lock.
        try sandbox.write(
            """
            #!/bin/sh
            sallyport/sallyport-hook pre-receive || exit 1
            env -u GIT_QUARANTINE_PATH git -c core.hooksPath=/dev/null update-ref refs/heads/main \(next)

            """, to: "server.git/hooks/pre-receive", mode: 0o755)
        let push = try ground.push("HEAD:refs/heads/feature", "HEAD:refs/heads/main")
        #expect(!push.accepted && push.text.contains("the policy has changed"), "\(push.text)")
        #expect(try ground.server("refs/heads/feature") == nil)
    }

    @Test("A ref that was moved past the hooks takes no push that could not be receipted")
    func movedPast() throws {
        let ground = try HookGround()
        let first = try ground.commit()
        try ground.pushed("HEAD:refs/heads/a", "HEAD:refs/heads/b")
        let second = try ground.commit("2")
        try ground.pushed("HEAD:refs/heads/c")
        try ground.sandbox.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/a", second, in: "server.git")
        try ground.commit("3")
        let push = try ground.push("HEAD:refs/heads/a")
        #expect(!push.accepted && push.text.contains("its last receipt says \(first)"), "\(push.text)")
        #expect(try ground.push("HEAD:refs/heads/b").accepted)
        let log = try ground.sandbox.run(["cat", "server.git/sallyport/rejected"])
        #expect(log.contains("\"rule\":\"past-the-gate\"") && log.contains("\"ref\":\"refs/heads/a\""), "\(log)")
        // The way out that the message names.
        try ground.sandbox.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/a", first, in: "server.git")
        try ground.pushed("HEAD:refs/heads/a")
        try ground.expectWhole()
    }

    @Test("A rejected push is noted with who, when, which rule")
    func rejected() throws {
        let ground = try HookGround()
        try ground.commit()
        #expect(try !ground.push("HEAD:refs/heads/main").accepted)
        let log = try ground.sandbox.run(["cat", "server.git/sallyport/rejected"])
        #expect(log.contains("\"rule\":\"signed\"") && log.contains("\"pusher\":null"), "\(log)")
        #expect(log.contains("\"time\":\"20"), "\(log)")
    }
}
