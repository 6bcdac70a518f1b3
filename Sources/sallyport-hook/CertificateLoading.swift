#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Whether libgit2 loads the system's certificates when it starts.
///
/// Debian's libgit2 parses them whenever it starts (`git_mbedtls_stream_global_init`), before an option could tell it not
/// to: 4 of the 4.6 ms that opening a repository takes, in each of a push's hooks. The hook speaks to nobody, and a
/// connection that it would make to a TLS server fails for want of certificates.
enum CertificateLoading {
    /// Set once, before any other thread is there: the hook's first act.
    nonisolated(unsafe) static var isSkipped = false

    typealias Parse = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> CInt
}

/// Answers libgit2 in the place of mbedTLS that there are no certificates; asks mbedTLS itself where this is not the hook
/// (tests link its code as well).
///
/// It is public so that the linker lists it among the symbols that come before those of libraries.
@_cdecl("mbedtls_x509_crt_parse_file")
public func parseCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> CInt {
    if unsafe CertificateLoading.isSkipped { return -1 }
    // RTLD_NEXT: the definition that comes after this one.
    let next = unsafe UnsafeMutableRawPointer(bitPattern: -1)
    guard let symbol = unsafe dlsym(next, "mbedtls_x509_crt_parse_file") else { return -1 }
    return unsafe unsafeBitCast(symbol, to: CertificateLoading.Parse.self)(chain, path)
}
