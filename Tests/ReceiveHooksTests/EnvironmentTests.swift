import TestSupport
import Testing

@Suite("What surrounds the hook")
struct EnvironmentTests {
    @Test(
        "A variable that Git does not set for a hook, or sets to something else, rejects the push",
        arguments: [
            "GIT_COMMON_DIR=/tmp", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_PARAMETERS='core.x'='y'", "GIT_CONFIG=/dev/null",
            "GIT_WORK_TREE=/tmp", "GIT_INDEX_FILE=/tmp/i", "GIT_OBJECT_DIRECTORY=/tmp", "GIT_GRAFT_FILE=/tmp/g",
            "GIT_REPLACE_REF_BASE=refs/x", "GIT_ALTERNATE_OBJECT_DIRECTORIES=objects:/tmp", "GIT_QUARANTINE_PATH=/tmp",
            "GIT_SHALLOW_FILE=/tmp/s", "GIT_DIR=../other.git", "GIT_DIR=/nowhere",
        ])
    func redirected(variable: String) throws {
        let ground = try HookGround()
        try ground.sandbox.run(["cp", "-r", "server.git", "other.git"])
        let head = try ground.commit()
        try ground.sandbox.git("fetch", "-q", "../work", "+HEAD:refs/incoming/x", in: "work")
        let zero = String(repeating: "0", count: 40)
        func run(_ environment: [String]) throws -> Command.Result {
            try ground.sandbox.result(
                ["hooks/pre-receive"], in: "server.git",
                environment: environment.contains { $0.hasPrefix("GIT_DIR=") }
                    ? environment : ["GIT_DIR=."] + environment,
                input: Array("\(zero) \(try ground.server("refs/heads/main") ?? head) refs/heads/x\n".utf8))
        }
        #expect(try run([]).status == 0)
        let result = try run([variable])
        let text = String(decoding: result.errors, as: UTF8.self)
        #expect(result.status == 2 && text.contains(variable.prefix { $0 != "=" }) || text.contains("no repository"))
        #expect(text.hasPrefix("sallyport: rejected: "), "\(text)")
    }

    @Test("The hook may take a gibibyte of memory, no more")
    func memory() throws {
        let ground = try HookGround()
        // It waits for its input while its limits are looked at.
        let limits = try ground.sandbox.run([
            "sh", "-c",
            """
            mkfifo in; \(HookGround.program("sallyport-hook")) pre-receive <in 2>/dev/null & hook=$!
            exec 3>in
            until grep -q 'Max data size *1073741824' /proc/$hook/limits; do
              kill -0 $hook || exit 1
            done
            cat /proc/$hook/limits; exec 3>&-; wait $hook; [ $? = 2 ]
            """,
        ])
        #expect(limits.contains("Max data size             1073741824"), "\(limits)")
    }

    @Test("Input without end takes neither the memory nor the push in", .timeLimit(.minutes(1)))
    func endless() throws {
        let ground = try HookGround()
        let result = try ground.sandbox.result([
            "sh", "-c", "\(HookGround.program("sallyport-hook")) pre-receive </dev/zero",
        ])
        #expect(result.status == 2)
    }

    @Test("Packing refs needs neither journal, policy nor receipts")
    func packing() throws {
        let ground = try HookGround()
        try ground.commit()
        try ground.pushed("HEAD:refs/heads/a", "HEAD:refs/heads/b", "HEAD:refs/tags/v1")
        // Whoever packs asks about nothing but where refs are.
        try ground.sandbox.run(["mv", "server.git/sallyport/receipt-key.pem", "key"])
        try ground.sandbox.run(["mv", "server.git/sallyport/journal", "journal"])
        try ground.sandbox.git("config", "sallyport.unknown", "x", in: "server.git")
        try ground.sandbox.git("pack-refs", "--all", in: "server.git")
        #expect(try ground.sandbox.run(["sh", "-c", "find refs -type f"], in: "server.git").isEmpty)
        try ground.sandbox.git("config", "--unset", "sallyport.unknown", in: "server.git")
        try ground.sandbox.run(["mv", "journal", "server.git/sallyport/journal"])
        try ground.sandbox.run(["mv", "key", "server.git/sallyport/receipt-key.pem"])
        for arguments in [["-d", "refs/heads/a"], ["refs/heads/a", "refs/heads/main"], ["-d", "refs/heads/main"]] {
            #expect(try ground.sandbox.result(["git", "update-ref"] + arguments, in: "server.git").status != 0)
        }
        try ground.pushed(":refs/heads/b")
        try ground.commit("2")
        try ground.pushed("HEAD:refs/heads/a")
        try ground.expectWhole()
    }
}
