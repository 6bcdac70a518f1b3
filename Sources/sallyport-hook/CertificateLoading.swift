/// Answers libgit2 in the place of mbedTLS that there are no certificates.
///
/// Debian's libgit2 parses the system's certificates whenever it starts (`git_mbedtls_stream_global_init`), before an
/// option could tell it not to: 4 of the 4.6 ms that opening a repository takes, in each of a push's hooks. The hook speaks to
/// nobody, and a connection that it would make to a TLS server fails for want of certificates.
///
/// It is public so that the linker lists it among the symbols that come before those of libraries.
@_cdecl("mbedtls_x509_crt_parse_file")
public func parseNoCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> CInt {
    -1
}
