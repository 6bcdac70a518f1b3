import CLibCurl
import Foundation

/// One HTTP request to a server on loopback, by libcurl.
struct TestRequest: Sendable {
    var method = "POST"
    var path = "/validate"
    var contentType: String? = "application/json"
    var headers: [String] = []
    var body: [UInt8] = []
    /// PEM files of the authority that the server's certificate must chain to, and of a client certificate and key.
    var authority: String
    var client: (certificate: String, key: String)?
    /// Bytes a second; 0 sends as fast as it goes.
    var sendSpeed = 0

    struct Answer: Sendable {
        var status: Int
        var body: String
        /// curl's own error, 0 when there was an answer.
        var curl: UInt32
    }

    /// Sends it from a thread that may block.
    func send(port: Int) async -> Answer {
        await withCheckedContinuation { continuation in
            // A thread of its own: Dispatch's are the ones that the server's tasks run on.
            Thread.detachNewThread {
                continuation.resume(returning: self.sendBlocking(port: port))
            }
        }
    }

    private final class Received {
        var bytes: [UInt8] = []
    }

    private func sendBlocking(port: Int) -> Answer {
        let handle = unsafe curl_easy_init()!
        defer { unsafe curl_easy_cleanup(handle) }
        unsafe sallyport_curl_set_text(handle, CURLOPT_URL, "https://localhost:\(port)\(path)")
        unsafe sallyport_curl_set_text(handle, CURLOPT_CAINFO, authority)
        unsafe sallyport_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, method)
        unsafe sallyport_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        unsafe sallyport_curl_set_long(handle, CURLOPT_TIMEOUT_MS, 20_000)
        if let client {
            unsafe sallyport_curl_set_text(handle, CURLOPT_SSLCERT, client.certificate)
            unsafe sallyport_curl_set_text(handle, CURLOPT_SSLKEY, client.key)
        }
        var list = unsafe curl_slist_append(nil, "Expect:")
        unsafe list = curl_slist_append(list, contentType.map { "Content-Type: \($0)" } ?? "Content-Type:")
        for header in headers { unsafe list = curl_slist_append(list, header) }
        defer { unsafe curl_slist_free_all(list) }
        unsafe sallyport_curl_set_headers(handle, list)
        if sendSpeed > 0 { unsafe sallyport_curl_set_long(handle, CURLOPT_MAX_SEND_SPEED_LARGE, sendSpeed) }
        let received = Received()
        let context = unsafe Unmanaged.passUnretained(received).toOpaque()
        unsafe sallyport_curl_set_sink(
            handle,
            { bytes, size, count, context in
                let received = unsafe Unmanaged<Received>.fromOpaque(context!).takeUnretainedValue()
                unsafe received.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
                return size * count
            }, context)
        let code = unsafe body.withUnsafeBytes { bytes in
            if method == "POST" {
                let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                unsafe sallyport_curl_set_post(handle, start ?? UnsafePointer(bitPattern: 1), bytes.count)
            }
            return unsafe curl_easy_perform(handle)
        }
        let status = unsafe sallyport_curl_response_code(handle)
        return Answer(status: status, body: String(decoding: received.bytes, as: UTF8.self), curl: code.rawValue)
    }
}
