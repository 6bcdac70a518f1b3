import AdmissionServer
import Testing

@Suite struct AdmissionConfigurationTests {
    private static let good = """
        apiVersion: sallyport.dev/v1
        kind: AdmissionConfiguration
        listen: {address: 127.0.0.1, port: 9443}
        tls:
          certificate: tls.crt
          key: tls.key
        repository:
          url: https://git.example/shop.git
          mirror: /var/lib/sallyport/mirror.git
          ref: refs/heads/main
          path: ./clusters/prod/
          root: root.yaml
          id: 7f0c
          receiptKey: ssh-ed25519 AAAA
          leastReceipt: 12
          interval: 10s
          staleAfter: 5m
          unreadyAfter: 1h
        kubernetes:
          inCluster: true
        limits:
          deadline: 5s
          body: 1MiB
        """

    private func parse(_ text: String) throws(ConfigurationError) -> AdmissionConfiguration {
        try AdmissionConfiguration.parse(Array(text.utf8), file: "admission.yaml")
    }

    @Test func `A whole configuration is read`() throws {
        let configuration = try parse(Self.good)
        #expect(configuration.server.address == "127.0.0.1")
        #expect(configuration.server.port == 9443)
        #expect(configuration.server.limits.deadline == .seconds(5))
        #expect(configuration.server.limits.bodyBytes == 1 << 20)
        #expect(!configuration.server.offersNoop)
        #expect(configuration.repository.path == "clusters/prod")
        #expect(configuration.repository.leastReceipt == 12)
        #expect(configuration.repository.staleAfter == .seconds(300))
        #expect(configuration.repository.state == "/var/lib/sallyport/mirror.git.state")
        #expect(configuration.repository.receiptKey == "ssh-ed25519 AAAA")
        #expect(configuration.kubernetes?.kubeconfig == nil)
        #expect(configuration.kubernetes?.inCluster == true)
        #expect(configuration.repository.credentials == nil)
        #expect(configuration.repository.rolloutWindow == .zero)
    }

    @Test func `Credentials, an authority and a rollout window are read, and a version is enough for kubernetes`()
        throws
    {
        let text = Self.good.replacing(
            "  interval: 10s",
            with: """
                  interval: 10s
                  credentials: {username: bot, passwordFile: /etc/sallyport/git/password}
                  authority: /etc/sallyport/git/ca.crt
                  rolloutWindow: 1h
                """
        ).replacing("inCluster: true", with: "version: '1.28'")
        let configuration = try parse(text)
        #expect(configuration.repository.credentials?.username == "bot")
        #expect(configuration.repository.credentials?.passwordFile == "/etc/sallyport/git/password")
        #expect(configuration.repository.authority == "/etc/sallyport/git/ca.crt")
        #expect(configuration.repository.rolloutWindow == .seconds(3600))
        #expect(configuration.kubernetes?.version == "1.28")
        #expect(configuration.kubernetes?.inCluster == false)
    }

    @Test(arguments: [
        ("port: 9443", "prt: 9443", "3:30: unknown key \"prt\" in listen; did you mean port?"),
        ("repository:\n", "repositry:\n", "7:1: unknown key \"repositry\"; did you mean repository?"),
        ("port: 9443", "port: 70000", "3:36: listen.port must be a whole number from 0 to 65535"),
        ("port: 9443", "port: \"9443\"", "3:36: listen.port must be a whole number from 0 to 65535"),
        ("  key: tls.key\n", "", "5:3: tls.key is missing"),
        ("interval: 10s", "interval: 10", "16:13: repository.interval must be a duration from 1s to 3600s, such as"),
        ("interval: 10s", "interval: -1s", "16:13: repository.interval must be a duration"),
        ("staleAfter: 5m", "staleAfter: 5s", "17:15: repository.staleAfter must be longer than repository.interval"),
        ("ref: refs/heads/main", "ref: main", "10:8: repository.ref must be a full name such as refs/heads/main"),
        ("./clusters/prod/", "clusters/../../etc", "11:9: repository.path must not leave the repository"),
        ("  receiptKey: ssh-ed25519 AAAA\n", "", "8:3: repository.receiptKey is missing"),
        (
            "receiptKey: ssh-ed25519 AAAA", "receiptKeys: [a]",
            "14:3: unknown key \"receiptKeys\" in repository; did you mean receiptKey?"
        ),
        ("unreadyAfter: 1h", "unreadyAfter: 4m", "18:17: repository.unreadyAfter must be a duration from 300s to"),
        ("inCluster: true", "inCluster: false", "20:3: kubernetes needs one of kubeconfig and inCluster: true"),
        ("inCluster: true", "version: '2.99'", "20:12: kubernetes.version must be one from 1.20 to 1.36"),
        ("inCluster: true", "version: '1.19'", "20:12: kubernetes.version must be one from 1.20 to 1.36"),
        (
            "https://git.example", "https://bot:hunter2@git.example",
            "8:8: repository.url must not hold a name or a password: write them under repository.credentials"
        ),
        ("https://git.example/shop.git", "shop.git", "8:8: repository.url must be an absolute path, or a URL"),
        (
            "https://git.example/shop.git",
            "http://git.example/shop.git\n  credentials: {username: a, passwordFile: b}",
            "9:16: repository.credentials need a URL of https"
        ),
        ("limits:", "probes: {prt: 1}\nlimits:", "21:10: unknown key \"prt\" in probes; did you mean port?"),
        ("inCluster: true", "inCluster: yes please", "20:14: kubernetes.inCluster must be true or false"),
        ("body: 1MiB", "body: 20MiB", "23:9: limits.body must be a size from 1024 to 16777216 bytes"),
        ("v1\n", "v2\n", "1:13: apiVersion must be sallyport.dev/v1"),
        ("kind: AdmissionConfiguration", "kind: Policy", "2:7: kind must be AdmissionConfiguration"),
        ("deadline: 5s", "deadline: 5s\n  deadline: 6s", "23:3: "),
    ])
    func `An error names its place and the nearest word`(old: String, new: String, message: String) throws {
        #expect(Self.good.contains(old))
        let text = Self.good.replacing(old, with: new, maxReplacements: 1)
        let error = try #require(throws: ConfigurationError.self) { try parse(text) }
        #expect(error.description.hasPrefix("admission.yaml:" + message), "\(error)")
    }

    @Test(arguments: ["", "- a", "text", "a: 1\n---\nb: 2", "\u{0}", "{", "a: &x [*x]"])
    func `What is not one map is refused`(text: String) {
        #expect(throws: ConfigurationError.self) { try parse(text) }
    }

    @Test func `Bytes that are not UTF-8 are refused`() {
        #expect(throws: ConfigurationError.self) {
            try AdmissionConfiguration.parse([0x61, 0x3a, 0x20, 0xff, 0xfe], file: "admission.yaml")
        }
    }

    @Test func `A file that is not there is named`() {
        let error = #expect(throws: ConfigurationError.self) {
            try AdmissionConfiguration.read(path: "/nonexistent/admission.yaml")
        }
        #expect(error?.description == "/nonexistent/admission.yaml: No such file or directory")
    }
}
