internal import CLibCrypto

/// SHA-256, SHA-384 and SHA-512 (FIPS 180-4), by libcrypto.
public enum Digest {
    /// Which hash a signature is made with.
    enum Algorithm: Sendable, Hashable {
        case sha256, sha384, sha512
    }

    /// The 20 bytes of the SHA-1 of `bytes`: for the names of OpenPGP keys, never for signatures.
    static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, count: 20, fetched: sha1Algorithm)
    }

    /// The 32 bytes of the SHA-256 of `bytes`.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, count: 32, fetched: sha256Algorithm)
    }

    /// The 64 bytes of the SHA-512 of `bytes`.
    public static func sha512(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, count: 64, fetched: sha512Algorithm)
    }

    // Fetched once: looking an algorithm up by name costs more than hashing a commit.
    private static let sha1Algorithm = unsafe Fetched(EVP_MD_fetch(nil, "SHA1", nil))
    private static let sha256Algorithm = unsafe Fetched(EVP_MD_fetch(nil, "SHA256", nil))
    private static let sha384Algorithm = unsafe Fetched(EVP_MD_fetch(nil, "SHA384", nil))
    private static let sha512Algorithm = unsafe Fetched(EVP_MD_fetch(nil, "SHA512", nil))

    /// libcrypto's form of an algorithm.
    static func fetched(_ algorithm: Algorithm) -> Fetched {
        switch algorithm {
        case .sha256: sha256Algorithm
        case .sha384: sha384Algorithm
        case .sha512: sha512Algorithm
        }
    }

    /// An algorithm for the life of the process; libcrypto lets any thread use it.
    @safe struct Fetched: @unchecked Sendable {
        let pointer: OpaquePointer?

        init(_ pointer: OpaquePointer?) {
            unsafe self.pointer = pointer
        }
    }

    private static func digest(_ bytes: [UInt8], count: Int, fetched: Fetched) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        var length: UInt32 = 0
        let status = unsafe bytes.withUnsafeBytes { input in
            unsafe EVP_Digest(input.baseAddress, input.count, &result, &length, fetched.pointer, nil)
        }
        // A wrong digest could turn into a good verdict; there is nothing to go on with.
        precondition(status == 1 && length == count, "libcrypto cannot compute a digest")
        return result
    }
}
