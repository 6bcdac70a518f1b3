#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Whether libgit2 parses the system's certificates when it starts.
enum CertificateLoading {
    /// What mbedTLS has: fills a list of certificates from a file.
    typealias Parser = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> CInt

    /// Set before anything else happens in the hook. Tests, which have this file in them, load certificates.
    nonisolated(unsafe) static var isLeftOut = false

    /// The function that libgit2 would have called: the next of its name (dlsym(3), RTLD_NEXT).
    static var next: Parser? {
        let symbol = unsafe dlsym(UnsafeMutableRawPointer(bitPattern: -1), "mbedtls_x509_crt_parse_file")
        return unsafe symbol.map { unsafe unsafeBitCast($0, to: Parser.self) }
    }
}

/// Answers libgit2 in the place of mbedTLS that there are no certificates.
///
/// Debian's libgit2 parses the system's certificates whenever it starts (`git_mbedtls_stream_global_init`), before an
/// option could tell it not to: 4 of the 4.6 ms that opening a repository takes, in each of a push's hooks. The hook speaks to
/// nobody, and a connection that it would make to a TLS server fails for want of certificates.
///
/// It is public so that the linker lists it among the symbols that come before those of libraries.
@_cdecl("mbedtls_x509_crt_parse_file")
public func parseNoCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> CInt {
    guard unsafe !CertificateLoading.isLeftOut, let next = unsafe CertificateLoading.next else { return -1 }
    return unsafe next(chain, path)
}
