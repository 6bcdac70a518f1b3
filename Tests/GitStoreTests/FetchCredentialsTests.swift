import Foundation
import GitStore
import TestSupport
import Testing

@Suite("Fetching from a server that asks who it is", .serialized)
struct FetchCredentialsTests {
    private let sandbox = Sandbox()

    /// It ends with its standard input, so with the test whatever becomes of that.
    ///
    /// `git http-backend` behind TLS and Basic authentication, for the name `bot` and the password `hunter2`.
    private static let server = """
        import base64, http.server, os, ssl, subprocess, sys, threading
        def end():
            sys.stdin.read()
            os._exit(0)
        threading.Thread(target=end, daemon=True).start()
        root, certificate, key = sys.argv[1:]
        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                wanted = "Basic " + base64.b64encode(b"bot:hunter2").decode()
                if self.headers.get("Authorization") != wanted:
                    self.send_response(401)
                    self.send_header("WWW-Authenticate", 'Basic realm="git"')
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                path, _, query = self.path.partition("?")
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                done = subprocess.run(["git", "http-backend"], input=body, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={
                    "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": root, "GIT_HTTP_EXPORT_ALL": "1",
                    "PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": self.command, "REMOTE_USER": "bot",
                    "CONTENT_TYPE": self.headers.get("Content-Type") or "", "CONTENT_LENGTH": str(len(body)),
                    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"})
                head, _, content = done.stdout.partition(b"\\r\\n\\r\\n")
                self.send_response(200)
                for line in head.decode().splitlines():
                    name, _, value = line.partition(": ")
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            do_GET = do_POST = answer
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    @Test("With the right name and password it fetches, once asked, and says neither when it is refused")
    func credentials() throws {
        try sandbox.git("init", "-q", "-b", "main", "work")
        try sandbox.git("commit", "-q", "--allow-empty", "-m", "one", in: "work")
        try sandbox.git("clone", "-q", "--bare", "work", "shop.git")
        let certificates = try TestCertificates()
        try certificates.makePair("server", subject: "/CN=localhost")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", Self.server, sandbox.path, certificates.path("server.crt"),
            certificates.path("server.key"),
        ]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.trimmingCharacters(in: .newlines)))
        let url = "https://localhost:\(port)/shop.git"
        let mirror = try Repository.createBare(at: "\(sandbox.path)/mirror.git")
        let refspecs = ["+refs/*:refs/*"]
        let good = RemoteCredentials(username: "bot", password: "hunter2")

        let stranger = #expect(throws: GitError.self) {
            try mirror.fetch(from: url, refspecs: refspecs, credentials: good)
        }
        #expect(stranger?.description.contains("certificate") == true, "\(stranger?.description ?? "")")
        try Repository.trust(authorities: certificates.path("server.crt"))
        try mirror.fetch(from: url, refspecs: refspecs, credentials: good)
        #expect(try mirror.resolve(ref: "refs/heads/main") != nil)
        let unasked = #expect(throws: GitError.self) { try mirror.fetch(from: url, refspecs: refspecs) }
        #expect(unasked?.description.contains("wants credentials") == true, "\(unasked?.description ?? "")")
        let refused = #expect(throws: GitError.self) {
            try mirror.fetch(
                from: url, refspecs: refspecs, credentials: RemoteCredentials(username: "bot", password: "hunter3"))
        }
        #expect(refused?.description.contains("refuses the credentials") == true, "\(refused?.description ?? "")")
        #expect(refused?.description.contains("hunter3") == false)
    }

    @Test(
        "A URL is shown without the name and password in it",
        arguments: [
            ("https://bot:hunter2@git.example/a@b.git", "https://git.example/a@b.git"),
            ("https://git.example/a.git", "https://git.example/a.git"), ("/srv/a@b.git", "/srv/a@b.git"),
            ("https://a@b:c@d/e", "https://d/e"),
        ])
    func shown(url: String, text: String) {
        #expect(Repository.withoutSecrets(url) == text)
    }

    @Test("A failed fetch shows no password of its URL")
    func failure() throws {
        let mirror = try Repository.createBare(at: "\(sandbox.path)/mirror.git")
        let error = #expect(throws: GitError.self) {
            try mirror.fetch(from: "https://bot:hunter2@localhost:1/shop.git", refspecs: ["+refs/*:refs/*"])
        }
        #expect(error?.description.contains("hunter2") == false)
    }
}
