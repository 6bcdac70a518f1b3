import AdmissionServer
import Foundation
import TestSupport
import Testing

/// Answers every body with its length, after reading it as JSON would cost.
private struct LengthService: ReviewService {
    func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply {
        ReviewReply(status: body.isEmpty ? 400 : 200, body: "\(body.count)")
    }
}

/// Holds every review until told to answer.
private actor GateService: ReviewService {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOpen = false
    private(set) var held = 0

    func review(_ body: [UInt8], until deadline: ContinuousClock.Instant) async -> ReviewReply {
        held += 1
        if !isOpen { await withCheckedContinuation { waiting.append($0) } }
        return ReviewReply(status: 200, body: "{}")
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

@Suite(.timeLimit(.minutes(1))) struct AdmissionServerTests {
    let certificates: TestCertificates

    init() throws {
        certificates = try TestCertificates()
    }

    private func serve(
        limits: ServerLimits = ServerLimits(), clientAuthority: String? = nil,
        _ body: (LoopbackServer) async throws -> Void
    ) async throws {
        try await LoopbackServer.run(
            service: LengthService(), certificates: certificates, clientAuthority: clientAuthority, limits: limits, body
        )
    }

    @Test func `A review is answered over TLS`() async throws {
        try await serve { server in
            let answer = await server.send { $0.body = Array(#"{"a":1}"#.utf8) }
            #expect(answer.status == 200)
            #expect(answer.body == "7")
        }
    }

    @Test(arguments: ["text/plain", "application/jsonx", "application/yaml", nil])
    func `Only JSON is taken`(type: String?) async throws {
        try await serve { server in
            let answer = await server.send {
                $0.contentType = type
                $0.body = Array("{}".utf8)
            }
            #expect(answer.status == 415)
        }
    }

    @Test(arguments: ["application/json", "application/json; charset=utf-8", "Application/JSON ;charset=utf-8"])
    func `Parameters and case of the content type do not matter`(type: String) async throws {
        try await serve { server in
            let answer = await server.send {
                $0.contentType = type
                $0.body = Array("{}".utf8)
            }
            #expect(answer.status == 200)
        }
    }

    @Test func `A compressed body is refused`() async throws {
        try await serve { server in
            let answer = await server.send {
                $0.headers = ["Content-Encoding: gzip"]
                $0.body = [1, 2, 3]
            }
            #expect(answer.status == 415)
        }
    }

    @Test(arguments: [true, false])
    func `A body of 20 MiB is refused, its length declared or not`(isDeclared: Bool) async throws {
        try await serve { server in
            let answer = await server.send {
                if !isDeclared { $0.headers = ["Transfer-Encoding: chunked"] }
                $0.body = [UInt8](repeating: 0x20, count: 20 << 20)
            }
            #expect(answer.status == 413)
            #expect(answer.body.contains("16777216"))
            let next = await server.send { $0.body = Array("{}".utf8) }
            #expect(next.status == 200)
        }
    }

    @Test func `A body of exactly the limit is taken`() async throws {
        try await serve { server in
            let answer = await server.send { $0.body = [UInt8](repeating: 0x20, count: 16 << 20) }
            #expect(answer.status == 200)
            #expect(answer.body == "16777216")
        }
    }

    @Test(arguments: [
        ("GET", "/validate"), ("PUT", "/validate"), ("DELETE", "/validate"), ("POST", "/livez"), ("PUT", "/readyz"),
        ("DELETE", "/metrics"),
    ])
    func `A wrong method is refused`(method: String, path: String) async throws {
        try await serve { server in
            let answer = await server.send {
                $0.method = method
                $0.path = path
            }
            #expect(answer.status == 405)
        }
    }

    @Test(arguments: ["/", "/validate/", "/Validate", "/noop", "/validate%2f", "/../validate"])
    func `Other paths do not exist`(path: String) async throws {
        try await serve { server in
            let answer = await server.send {
                $0.path = path
                $0.headers = []
                $0.body = Array("{}".utf8)
            }
            // curl itself takes "/.." out of a path.
            #expect(answer.status == (path == "/../validate" ? 200 : 404))
        }
    }

    @Test func `The query that the API server adds is ignored`() async throws {
        try await serve { server in
            let answer = await server.send {
                $0.path = "/validate?timeout=10s"
                $0.body = Array("{}".utf8)
            }
            #expect(answer.status == 200)
        }
    }

    @Test func `A trickled body is dropped at the deadline and its room given back`() async throws {
        var limits = ServerLimits()
        limits.deadline = .seconds(1)
        limits.reviews = 1
        try await serve(limits: limits) { server in
            let began = ContinuousClock.now
            let slow = await server.send {
                $0.body = [UInt8](repeating: 0x20, count: 1 << 20)
                $0.sendSpeed = 20_000
            }
            #expect(slow.status == 408 || slow.curl != 0)
            #expect(began.duration(to: .now) < .seconds(10))
            let next = await server.send { $0.body = Array("{}".utf8) }
            #expect(next.status == 200)
        }
    }

    @Test func `Reviews beyond the limit are refused, and taken again when there is room`() async throws {
        var limits = ServerLimits()
        limits.reviews = 2
        let gate = GateService()
        try await LoopbackServer.run(service: gate, certificates: certificates, limits: limits) { server in
            try await withThrowingTaskGroup(of: TestRequest.Answer.self) { group in
                for _ in 0..<2 { group.addTask { await server.send { $0.body = Array("{}".utf8) } } }
                while await gate.held < 2 { try await Task.sleep(for: .milliseconds(5)) }
                let refused = await server.send { $0.body = Array("{}".utf8) }
                #expect(refused.status == 503)
                await gate.open()
                for try await answer in group { #expect(answer.status == 200) }
            }
            let next = await server.send { $0.body = Array("{}".utf8) }
            #expect(next.status == 200)
        }
    }

    @Test func `A review under way is answered before the server ends`() async throws {
        let gate = GateService()
        let answers = AsyncStream<TestRequest.Answer>.makeStream()
        try await LoopbackServer.run(service: gate, certificates: certificates) { server in
            Task { answers.continuation.yield(await server.send { $0.body = Array("{}".utf8) }) }
            while await gate.held < 1 { try await Task.sleep(for: .milliseconds(5)) }
            Task {
                try await Task.sleep(for: .milliseconds(300))
                await gate.open()
            }
        }
        var iterator = answers.stream.makeAsyncIterator()
        #expect(await iterator.next()?.status == 200)
    }

    // MARK: Probes and metrics

    @Test func `Readiness follows the mirror`() async throws {
        let readiness = Readiness(staleAfter: .seconds(30), unreadyAfter: .seconds(60))
        try await LoopbackServer.run(
            service: LengthService(), certificates: certificates, readiness: readiness
        ) { server in
            func status(_ path: String) async -> Int {
                await server.send {
                    $0.method = "GET"
                    $0.path = path
                }.status
            }
            #expect(await status("/livez") == 200)
            #expect(await status("/readyz") == 503)
            readiness.update(.init(sequence: 3, commit: "", verified: .now))
            #expect(await status("/readyz") == 200)
            #expect(!readiness.isStale(at: .now))
            readiness.update(.init(sequence: 3, commit: "", verified: .now - .seconds(31)))
            #expect(readiness.isStale(at: .now))
            #expect(await status("/readyz") == 200)
            readiness.update(.init(sequence: 3, commit: "", verified: .now - .seconds(61)))
            #expect(await status("/readyz") == 503)
            #expect(await status("/livez") == 200)
        }
    }

    @Test func `Metrics tell statuses, latencies and the mirror's state`() async throws {
        try await serve { server in
            server.readiness.update(.init(sequence: 42, commit: "", verified: .now))
            _ = await server.send { $0.body = Array("{}".utf8) }
            _ = await server.send { $0.contentType = "text/plain" }
            let text = await server.send {
                $0.method = "GET"
                $0.path = "/metrics"
            }.body
            #expect(text.contains(#"sallyport_http_responses_total{path="/validate",status="200"} 1"#))
            #expect(text.contains(#"sallyport_http_responses_total{path="/validate",status="415"} 1"#))
            #expect(text.contains("sallyport_mirror_sequence 42\n"))
            #expect(text.contains("sallyport_ready 1\n"))
            #expect(text.contains(#"sallyport_review_seconds_bucket{le="+Inf"} 2"#))
        }
    }

    // MARK: Client certificates

    @Test func `With an authority for clients, reviews need its certificate and probes do not`() async throws {
        try certificates.makePair("authority", subject: "/CN=clients")
        try certificates.makePair("stranger", subject: "/CN=stranger")
        try certificates.makeClient("apiserver", authority: "authority")
        try await serve(clientAuthority: certificates.path("authority.crt")) { server in
            func review(as name: String?) async -> TestRequest.Answer {
                await server.send { request in
                    request.body = Array("{}".utf8)
                    request.client = name.map { (certificates.path("\($0).crt"), certificates.path("\($0).key")) }
                }
            }
            #expect(await review(as: "apiserver").status == 200)
            #expect(await review(as: nil).status == 403)
            #expect(await review(as: "stranger").curl != 0)
            let probe = await server.send {
                $0.method = "GET"
                $0.path = "/livez"
            }
            #expect(probe.status == 200)
        }
    }

    // MARK: Certificates

    @Test func `A new certificate is taken up, and a broken one leaves the last good one in use`() async throws {
        try await LoopbackServer.run(
            service: LengthService(), certificates: certificates, reloadInterval: .milliseconds(50)
        ) { server in
            try certificates.makePair("next", subject: "/CN=next")
            for kind in ["crt", "key"] {
                // A rename, as Kubernetes swaps its links.
                let copy = certificates.path("copy.\(kind)")
                try FileManager.default.copyItem(atPath: certificates.path("next.\(kind)"), toPath: copy)
                guard unsafe rename(copy, certificates.path("server.\(kind)")) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
            func isTrusted(by authority: String) async -> Bool {
                await server.send {
                    $0.authority = certificates.path(authority)
                    $0.body = Array("{}".utf8)
                }.status == 200
            }
            for _ in 0..<100 where await !isTrusted(by: "next.crt") { try await Task.sleep(for: .milliseconds(20)) }
            #expect(await isTrusted(by: "next.crt"))
            try Data("-----BEGIN CERTIFICATE-----\n".utf8).write(
                to: URL(fileURLWithPath: certificates.path("server.crt")))
            try await Task.sleep(for: .milliseconds(200))
            #expect(await isTrusted(by: "next.crt"))
        }
    }

    @Test func `A key of another certificate is refused at the start`() async throws {
        try certificates.makePair("other", subject: "/CN=other")
        try FileManager.default.removeItem(atPath: certificates.path("server.key"))
        try FileManager.default.copyItem(
            atPath: certificates.path("other.key"), toPath: certificates.path("server.key"))
        await #expect(throws: ServerError.self) { try await serve { _ in } }
    }
}
