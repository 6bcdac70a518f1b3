internal import CLibRNP
internal import ExactValues

/// What librnp says of the key that made a signature.
struct OpenPGPKey: Sendable, Hashable {
    /// The fingerprint of the primary key it belongs to: 20 bytes.
    let primary: [UInt8]
    /// The first user id of the primary key.
    let userID: String
    let validFrom: Timestamp
    /// When it, or its primary key, expires or was revoked; nil when never.
    let validUntil: Timestamp?

    /// Takes a key that is freed afterwards.
    ///
    /// - Throws: ``SignatureError/Code/weak`` for DSA and RSA under 2,048 bits.
    init(
        _ rnp: RNPLibrary, _ ffi: rnp_ffi_t, _ key: rnp_key_handle_t, of keyring: OpenPGPKeyring
    ) throws(SignatureError) {
        defer { _ = unsafe rnp.functions.rnp_key_handle_destroy(key) }
        let action = "look at an OpenPGP key"
        var (bits, creation, till) = (UInt32(0), UInt32(0), UInt64(0))
        let algorithm = try unsafe rnp.string(action) { unsafe rnp.functions.rnp_key_get_alg(key, $0) }
        try rnp.check(unsafe rnp.functions.rnp_key_get_bits(key, &bits), action)
        if algorithm == "RSA", bits < SSHKeyMaterial.leastRSABits {
            throw .weak("RSA keys under \(SSHKeyMaterial.leastRSABits) bits are refused: it has \(bits)")
        }
        guard ["RSA", "ECDSA", "EDDSA"].contains(algorithm) else { throw .weak("\(algorithm) keys are refused") }
        var maySign = false
        try rnp.check(unsafe rnp.functions.rnp_key_allows_usage(key, "sign", &maySign), action)
        guard maySign else { throw .malformed("its OpenPGP key is not for signing") }
        try rnp.check(unsafe rnp.functions.rnp_key_get_creation(key, &creation), action)
        try rnp.check(unsafe rnp.functions.rnp_key_valid_till64(key, &till), action)
        var isPrimary = false
        try rnp.check(unsafe rnp.functions.rnp_key_is_primary(key, &isPrimary), action)
        let digits = try unsafe rnp.string(action) { text in
            unsafe isPrimary
                ? rnp.functions.rnp_key_get_fprint(key, text) : rnp.functions.rnp_key_get_primary_fprint(key, text)
        }
        guard let certificate = keyring.certificate(digits) else {
            throw .malformed("its OpenPGP key belongs to no primary key")
        }
        primary = certificate.fingerprint
        var owner: rnp_key_handle_t?
        try rnp.check(unsafe rnp.functions.rnp_locate_key(ffi, "fingerprint", digits, &owner), action)
        guard let owner = unsafe owner else { throw .malformed("its OpenPGP key belongs to no primary key") }
        defer { _ = unsafe rnp.functions.rnp_key_handle_destroy(owner) }
        userID = (try? unsafe rnp.string(action) { unsafe rnp.functions.rnp_key_get_primary_uid(owner, $0) }) ?? ""
        validFrom = Timestamp(seconds: Int64(creation))
        validUntil = till == .max ? nil : Timestamp(seconds: Int64(clamping: till))
    }
}
