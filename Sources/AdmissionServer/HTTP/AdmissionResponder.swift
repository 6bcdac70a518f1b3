internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOSSL

/// Answers the server's few routes. There is no router: five fixed paths need none, and a wrong method or path gets
/// its own status.
struct AdmissionResponder: HTTPResponder {
    typealias Context = ReviewContext

    let service: any ReviewService
    let probes: ProbeResponses
    let metrics: MetricsRegistry
    let refusals: RefusalLog
    let limits: ServerLimits
    let budget: ReviewBudget
    let requiresClientCertificate: Bool
    let offersNoop: Bool

    func respond(to request: Request, context: ReviewContext) async throws -> Response {
        let began = ContinuousClock.now
        let path = request.uri.path
        let response: Response
        switch path {
        case "/validate":
            response = try await onlyPost(request) {
                try await self.validate(request, context: context, until: began + limits.deadline)
            }
        case "/noop" where offersNoop:
            // The benchmark's floor: all that a review costs except the judging.
            response = try await onlyPost(request) {
                try await self.withBody(of: request, context: context, until: began + limits.deadline) { _ in
                    ReviewReply(status: 200, body: #"{"noop":true}"#)
                }
            }
        case "/livez", "/readyz", "/metrics":
            response = onlyGet(request) { self.probe(path, at: began) }
        default:
            response = Self.text(.notFound, "there is nothing here; reviews go to POST /validate\n")
        }
        if path == "/validate" || response.status != .ok {
            count(path: path, status: response.status, began: began)
        }
        return response
    }

    private func onlyPost(_ request: Request, _ answer: () async throws -> Response) async throws -> Response {
        guard request.method == .post else { return Self.wrongMethod(allowed: "POST") }
        return try await answer()
    }

    private func onlyGet(_ request: Request, _ answer: () -> Response) -> Response {
        switch request.method {
        case .get: answer()
        case .head: answer().createHeadResponse()
        default: Self.wrongMethod(allowed: "GET, HEAD")
        }
    }

    // MARK: Reviews

    private func validate(
        _ request: Request, context: ReviewContext, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        if requiresClientCertificate, try await context.channel.nioSSL_peerCertificate().get() == nil {
            refusals.note(from: context.channel.remoteAddress?.description ?? "")
            return refusal(
                .forbidden,
                """
                reviews are taken with a client certificate of tls.clientAuthority only; a stock API server shows none: \
                give it one by an AdmissionConfiguration (docs/admission.md, "The API server's client certificate")

                """, context)
        }
        return try await withBody(of: request, context: context, until: deadline) { body in
            await service.review(body, until: deadline)
        }
    }

    private func withBody(
        of request: Request, context: ReviewContext, until deadline: ContinuousClock.Instant,
        _ answer: ([UInt8]) async -> ReviewReply
    ) async throws -> Response {
        guard Self.isJSON(request.headers) else {
            return refusal(.unsupportedMediaType, "the content type must be application/json\n", context)
        }
        // A body of unknown length counts as the longest that is taken.
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? limits.bodyBytes
        guard declared <= limits.bodyBytes else { return tooLarge(context) }
        guard budget.take(bytes: declared) else {
            var response = refusal(.serviceUnavailable, "too many reviews are under way\n", context)
            response.headers[.retryAfter] = "1"
            return response
        }
        defer { budget.giveBack(bytes: declared) }
        switch try await read(request.body, expected: declared, until: deadline) {
        case .whole(let body):
            let reply = await answer(body)
            let type = reply.status == 200 ? "application/json" : "text/plain; charset=utf-8"
            return Self.response(.init(code: reply.status), type, reply.body)
        case .tooLarge: return tooLarge(context)
        case .late: return refusal(.requestTimeout, "the body did not arrive in time\n", context)
        }
    }

    private enum Body {
        case whole([UInt8])
        case tooLarge, late
    }

    private func read(
        _ body: RequestBody, expected: Int, until deadline: ContinuousClock.Instant
    ) async throws -> Body {
        var bytes: [UInt8] = []
        for try await chunk in body {
            guard bytes.count + chunk.readableBytes <= limits.bodyBytes else { return .tooLarge }
            if bytes.isEmpty { bytes.reserveCapacity(min(expected, max(chunk.readableBytes, 1 << 20))) }
            bytes.append(contentsOf: chunk.readableBytesView)
            if ContinuousClock.now > deadline { return .late }
        }
        return .whole(bytes)
    }

    private static func isJSON(_ headers: HTTPFields) -> Bool {
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" { return false }
        guard let type = headers[.contentType]?.split(separator: ";", maxSplits: 1).first else { return false }
        return type.filter { $0 != " " && $0 != "\t" }.lowercased() == "application/json"
    }

    private func tooLarge(_ context: ReviewContext) -> Response {
        refusal(.contentTooLarge, "a review may have \(limits.bodyBytes) bytes, this one has more\n", context)
    }

    // MARK: Responses

    /// An answer given before the body was read. What is left of the body is read and dropped for a moment, so that
    /// the client sees the answer rather than a reset, then the connection ends.
    private func refusal(_ status: HTTPResponse.Status, _ text: String, _ context: ReviewContext) -> Response {
        let channel = context.channel
        _ = channel.eventLoop.scheduleTask(in: .seconds(2)) {
            channel.close(promise: nil)
        }
        var response = Self.text(status, text)
        response.headers[.connection] = "close"
        return response
    }

    private static func wrongMethod(allowed: String) -> Response {
        var response = text(.methodNotAllowed, "the method must be \(allowed)\n")
        response.headers[.allow] = allowed
        return response
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        response(status, "text/plain; charset=utf-8", text)
    }

    private static func response(_ status: HTTPResponse.Status, _ type: String, _ body: String) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }

    // MARK: Metrics

    private func count(path: String, status: HTTPResponse.Status, began: ContinuousClock.Instant) {
        let known = ["/validate", "/livez", "/readyz", "/metrics", "/noop"].contains(path)
        metrics.count(
            "sallyport_http_responses_total", help: "Responses by path and status; probes count when they fail.",
            [.init("path", known ? path : "other"), .init("status", String(status.code))])
        if path == "/validate" {
            metrics.observe(
                "sallyport_review_seconds", help: "Time from a review's head to its response.",
                seconds: began.duration(to: .now).seconds)
        }
    }

    private func probe(_ path: String, at now: ContinuousClock.Instant) -> Response {
        guard let answer = probes.answer(to: path, at: now) else {
            return Self.text(.notFound, "there is nothing here\n")
        }
        return Self.response(.init(code: answer.status), answer.type, answer.body)
    }
}
