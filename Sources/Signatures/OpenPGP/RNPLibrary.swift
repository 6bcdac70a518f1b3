internal import CLibRNP

/// librnp, loaded when it is first asked for, and its failures.
@safe struct RNPLibrary: @unchecked Sendable {
    // A table of functions, filled once and never changed.
    let functions: sallyport_rnp_functions

    private static let loaded: Result<RNPLibrary, SignatureError> = {
        var missing: UnsafePointer<CChar>?
        guard let functions = unsafe sallyport_rnp_load(&missing) else {
            let text = unsafe missing.map { unsafe String(cString: $0) } ?? "librnp cannot be loaded"
            return .failure(SignatureError(code: .library, description: text))
        }
        return unsafe .success(RNPLibrary(functions: functions.pointee))
    }()

    static func load() throws(SignatureError) -> RNPLibrary {
        try loaded.get()
    }

    func check(_ status: rnp_result_t, _ action: String) throws(SignatureError) {
        guard status != 0 else { return }
        throw SignatureError(code: .library, description: "cannot \(action): \(text(status))")
    }

    /// What a status means, for a person.
    func text(_ status: rnp_result_t) -> String {
        guard let text = unsafe functions.rnp_result_to_string(status) else { return "unknown" }
        return unsafe String(cString: text)
    }

    /// A text that a function allocates.
    func string(
        _ action: String, _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> rnp_result_t
    ) throws(SignatureError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        try check(unsafe body(&text), action)
        guard let text = unsafe text else { return "" }
        defer { unsafe functions.rnp_buffer_destroy(text) }
        return unsafe String(cString: text)
    }
}
