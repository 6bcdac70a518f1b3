internal import NIOCore
internal import NIOHTTPTypes
internal import NIOSSL
internal import NIOTLS

/// Enters a connection into the ledger, and tells it once the handshake has brought a certificate.
final class ConnectionLedgerHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let ledger: ConnectionLedger
    private var number: UInt64?
    private var isRefused = false

    init(ledger: ConnectionLedger) {
        self.ledger = ledger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { enter(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        enter(context)
        context.fireChannelActive()
    }

    private func enter(_ context: ChannelHandlerContext) {
        guard number == nil else { return }
        let number = ledger.open(context.channel)
        self.number = number
        context.channel.closeFuture.whenComplete { [ledger] _ in ledger.close(number) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let number, case .handshakeCompleted? = event as? TLSUserEvent,
            (try? context.pipeline.syncOperations.nioSSL_peerCertificate()) != nil, !ledger.certify(number)
        {
            isRefused = true
            context.close(promise: nil)
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Closing takes a moment, and a request may have come with the end of the handshake.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isRefused { context.fireChannelRead(data) }
    }
}
