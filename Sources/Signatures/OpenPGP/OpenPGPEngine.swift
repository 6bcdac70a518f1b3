internal import CLibRNP
internal import ExactValues

/// librnp with a keyring, at one moment. For one thread at a time.
@safe final class OpenPGPEngine {
    let keyring: OpenPGPKeyring
    let time: Timestamp
    private let rnp: RNPLibrary
    private let ffi: rnp_ffi_t

    /// - Parameter time: the moment at which signatures must not be expired or of the future.
    init(_ keyring: OpenPGPKeyring, at time: Timestamp) throws(SignatureError) {
        self.keyring = keyring
        self.time = time
        rnp = try RNPLibrary.load()
        var made: rnp_ffi_t?
        try rnp.check(unsafe rnp.functions.rnp_ffi_create(&made, "GPG", "GPG"), "start librnp")
        guard let ffi = unsafe made else { throw SignatureError(code: .library, description: "cannot start librnp") }
        unsafe self.ffi = ffi
        try rnp.check(
            unsafe rnp.functions.rnp_set_timestamp(ffi, UInt64(max(0, time.seconds))), "set the time of librnp")
        for certificate in keyring.certificates { try load(certificate) }
    }

    deinit {
        _ = unsafe rnp.functions.rnp_ffi_destroy(ffi)
    }

    private func load(_ certificate: OpenPGPCertificate) throws(SignatureError) {
        let input = try Input(rnp, certificate.bytes)
        defer { withExtendedLifetime(input) {} }
        let status = unsafe rnp.functions.rnp_load_keys(ffi, "GPG", input.handle, UInt32(RNP_LOAD_SAVE_PUBLIC_KEYS))
        try rnp.check(status, "load the OpenPGP key \(Hexadecimal.text(certificate.fingerprint))")
    }

    /// Bytes that librnp reads; it keeps a copy of its own.
    @safe private final class Input {
        let handle: rnp_input_t
        private let rnp: RNPLibrary

        init(_ rnp: RNPLibrary, _ bytes: [UInt8]) throws(SignatureError) {
            var made: rnp_input_t?
            try rnp.check(unsafe rnp.functions.rnp_input_from_memory(&made, bytes, bytes.count, true), "read bytes")
            guard let handle = unsafe made else {
                throw SignatureError(code: .library, description: "cannot read bytes")
            }
            unsafe self.handle = handle
            self.rnp = rnp
        }

        deinit {
            _ = unsafe rnp.functions.rnp_input_destroy(handle)
        }
    }

    /// Checks a signature that stands apart from what it is over.
    ///
    /// - Returns: the key that made it; nil when the keyring does not hold it.
    func signer(of message: [UInt8], _ signature: [UInt8]) throws(SignatureError) -> OpenPGPKey? {
        // librnp reads both until the operation is gone.
        let (data, detached) = (try Input(rnp, message), try Input(rnp, signature))
        defer { withExtendedLifetime((data, detached)) {} }
        var made: rnp_op_verify_t?
        try rnp.check(
            unsafe rnp.functions.rnp_op_verify_detached_create(&made, ffi, data.handle, detached.handle),
            "check an OpenPGP signature")
        guard let operation = unsafe made else { return nil }
        defer { _ = unsafe rnp.functions.rnp_op_verify_destroy(operation) }
        // How it went is asked of the one signature, which tells more.
        _ = unsafe rnp.functions.rnp_op_verify_execute(operation)
        var count = 0
        var found: rnp_op_verify_signature_t?
        guard unsafe rnp.functions.rnp_op_verify_get_signature_count(operation, &count) == 0, count == 1,
            unsafe rnp.functions.rnp_op_verify_get_signature_at(operation, 0, &found) == 0, let found = unsafe found
        else { throw .malformed("the OpenPGP signature cannot be read") }
        let status = unsafe rnp.functions.rnp_op_verify_signature_get_status(found)
        if status == rnp_result_t(RNP_ERROR_KEY_NOT_FOUND) { return nil }
        if status == rnp_result_t(RNP_ERROR_SIGNATURE_EXPIRED) { throw .malformed("the OpenPGP signature is expired") }
        guard status == 0 else { throw .malformed("the OpenPGP signature does not match the object or its key") }
        var handle: rnp_key_handle_t?
        try rnp.check(
            unsafe rnp.functions.rnp_op_verify_signature_get_key(found, &handle), "find the key of a signature")
        guard let handle = unsafe handle else { return nil }
        return try unsafe OpenPGPKey(rnp, ffi, handle, of: keyring)
    }
}
