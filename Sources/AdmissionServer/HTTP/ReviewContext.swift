internal import Hummingbird
internal import NIOCore

/// What the responder knows of a request beside the request itself: its connection.
struct ReviewContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
