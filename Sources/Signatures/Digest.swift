internal import CLibCrypto

/// SHA-256 and SHA-512 (FIPS 180-4), by libcrypto.
public enum Digest {
    /// The 32 bytes of the SHA-256 of `bytes`.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, count: 32, fetched: sha256Algorithm)
    }

    /// The 64 bytes of the SHA-512 of `bytes`.
    public static func sha512(_ bytes: [UInt8]) -> [UInt8] {
        digest(bytes, count: 64, fetched: sha512Algorithm)
    }

    // Fetched once: looking an algorithm up by name costs more than hashing a commit.
    private static let sha256Algorithm = unsafe Algorithm(EVP_MD_fetch(nil, "SHA256", nil))
    private static let sha512Algorithm = unsafe Algorithm(EVP_MD_fetch(nil, "SHA512", nil))

    /// An algorithm for the life of the process; libcrypto lets any thread use it.
    @safe private struct Algorithm: @unchecked Sendable {
        let pointer: OpaquePointer?

        init(_ pointer: OpaquePointer?) {
            unsafe self.pointer = pointer
        }
    }

    private static func digest(_ bytes: [UInt8], count: Int, fetched: Algorithm) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        var length: UInt32 = 0
        let status = unsafe bytes.withUnsafeBytes { input in
            unsafe EVP_Digest(input.baseAddress, input.count, &result, &length, fetched.pointer, nil)
        }
        // A wrong digest could turn into a good verdict; there is nothing to go on with.
        precondition(status == 1 && length == count, "libcrypto cannot compute SHA-2")
        return result
    }
}
