internal import NIOCore
internal import NIOHTTP1

/// Answers one request of a connection and closes it. Works on the connection's thread alone.
final class ProbeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let responses: ProbeResponses
    private let ledger: ConnectionLedger
    private let limit: TimeAmount
    private var head: HTTPRequestHead?
    private var isAnswered = false

    init(responses: ProbeResponses, ledger: ConnectionLedger, limit: TimeAmount) {
        self.responses = responses
        self.ledger = ledger
        self.limit = limit
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        let number = ledger.open(channel)
        let timer = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { [ledger] _ in
            timer.cancel()
            ledger.close(number)
        }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head, !isAnswered else { return }
            isAnswered = true
            answer(head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let found: ProbeResponses.Answer
        switch request.method {
        case .GET, .HEAD:
            let path = request.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
            found =
                responses.answer(to: String(path), at: .now)
                ?? .init(status: 404, type: "text/plain; charset=utf-8", body: "there is nothing here\n")
        default: found = .init(status: 405, type: "text/plain; charset=utf-8", body: "the method must be GET\n")
        }
        let headers: HTTPHeaders = [
            "content-type": found.type, "content-length": String(found.body.utf8.count), "connection": "close",
        ]
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: found.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: found.body)))), promise: nil)
        }
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }
}
