internal import CLibCrypto

/// libcrypto's own failures.
enum CryptoLibrary {
    /// Turns a status into an error, draining this thread's error queue at once.
    static func check(_ status: Int32, _ action: String) throws(SignatureError) {
        guard status != 1 else { return }
        throw error(action)
    }

    /// The error for a failed call, with the oldest entry of this thread's queue; the queue is emptied.
    static func error(_ action: String) -> SignatureError {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return SignatureError(code: .library, description: "cannot \(action)") }
        var text = [CChar](repeating: 0, count: 256)
        unsafe ERR_error_string_n(code, &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return SignatureError(code: .library, description: "cannot \(action): \(reason)")
    }
}
