internal import CLibCurl

#if canImport(Glibc)
internal import Glibc
#endif

/// One libcurl handle and the connection it keeps open between requests.
///
/// Serves one thread at a time; `KubernetesClient` hands each to one request after another.
@safe final class CurlHandle: @unchecked Sendable {
    /// A status and the body that came with it.
    struct Answer {
        let status: Int
        let body: [UInt8]
    }

    private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let handle: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>

    /// Sets up a handle that talks `https` to the server of `access` alone: no redirects, no proxy.
    init(access: ClusterAccess) throws(KubernetesError) {
        guard Self.isInitialised, let handle = unsafe curl_easy_init() else {
            throw KubernetesError(code: .unreachable, description: "no memory for a connection")
        }
        unsafe self.handle = handle
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        unsafe sallyport_curl_set_error_buffer(handle, errorText)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_PROTOCOLS_STR, "https")
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_USERAGENT, "sallyport-admission")
        try set(access)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe errorText.deallocate()
    }

    private func set(_ access: ClusterAccess) throws(KubernetesError) {
        switch access.authority {
        case .file(let path): try set(CURLOPT_CAINFO, path)
        case .bytes(let bytes): try set(CURLOPT_CAINFO_BLOB, bytes)
        case nil: break
        }
        // curl's built-in folder of authorities would be trusted beside the configured ones.
        if access.authority != nil { try check(unsafe sallyport_curl_set_text(handle, CURLOPT_CAPATH, nil)) }
        guard let client = access.clientCertificate else { return }
        switch client.certificate {
        case .file(let path): try set(CURLOPT_SSLCERT, path)
        case .bytes(let bytes): try set(CURLOPT_SSLCERT_BLOB, bytes)
        }
        switch client.key {
        case .file(let path): try set(CURLOPT_SSLKEY, path)
        case .bytes(let bytes): try set(CURLOPT_SSLKEY_BLOB, bytes)
        }
    }

    /// Sends one GET and waits for the whole answer.
    /// - Parameters:
    ///   - milliseconds: how long it may take, above zero.
    ///   - byteLimit: the largest body taken.
    func get(
        _ url: String, token: String?, milliseconds: Int, byteLimit: Int
    ) throws(KubernetesError) -> Answer {
        try set(CURLOPT_URL, url)
        try set(CURLOPT_TIMEOUT_MS, milliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds)
        var headers = unsafe curl_slist_append(nil, "Accept: application/json")
        if let token {
            guard let longer = unsafe curl_slist_append(headers, "Authorization: Bearer " + token) else {
                unsafe curl_slist_free_all(headers)
                throw KubernetesError(code: .unreachable, description: "no memory for a request")
            }
            unsafe headers = longer
        }
        defer {
            unsafe sallyport_curl_set_headers(handle, nil)
            unsafe curl_slist_free_all(headers)
        }
        try check(unsafe sallyport_curl_set_headers(handle, headers))
        return try perform(byteLimit: byteLimit)
    }

    private func perform(byteLimit: Int) throws(KubernetesError) -> Answer {
        var sink = Sink(limit: byteLimit)
        let code = unsafe withUnsafeMutablePointer(to: &sink) { pointer in
            let set = unsafe sallyport_curl_set_sink(
                handle,
                { bytes, size, count, context in
                    guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
                    let sink = unsafe context.assumingMemoryBound(to: Sink.self)
                    let added = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return unsafe sink.pointee.take(added) ? size * count : 0
                }, pointer)
            return set == CURLE_OK ? unsafe curl_easy_perform(handle) : set
        }
        if sink.isOver {
            throw KubernetesError(code: .tooLarge, description: "the answer has more than \(byteLimit) bytes")
        }
        try check(code)
        return Answer(status: unsafe sallyport_curl_response_code(handle), body: sink.body)
    }

    /// Collects a body up to a limit.
    private struct Sink {
        let limit: Int
        var body: [UInt8] = []
        var isOver = false

        mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
            isOver = bytes.count > limit - body.count
            if !isOver { unsafe body.append(contentsOf: bytes) }
            return !isOver
        }
    }

    // MARK: Options and errors

    private func set(_ option: CURLoption, _ value: Int) throws(KubernetesError) {
        try check(unsafe sallyport_curl_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(KubernetesError) {
        try check(unsafe sallyport_curl_set_text(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: [UInt8]) throws(KubernetesError) {
        try check(
            unsafe value.withUnsafeBytes { bytes in
                unsafe sallyport_curl_set_blob(handle, option, bytes.baseAddress, bytes.count)
            })
    }

    private func check(_ code: CURLcode) throws(KubernetesError) {
        guard code != CURLE_OK else { return }
        let detail = unsafe String(cString: errorText)
        let text = detail.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : detail
        unsafe errorText.update(repeating: 0, count: 1)
        let kind: KubernetesError.Code = code == CURLE_OPERATION_TIMEDOUT ? .timedOut : .unreachable
        throw KubernetesError(code: kind, description: text)
    }
}
