internal import Logging
internal import NIOCertificateReloading
internal import NIOSSL

/// The server's certificate and key, read again as they change on disk, and whose client certificates it believes.
struct ServerIdentity: Sendable {
    let reloader: TimedCertificateReloader
    let tls: TLSConfiguration

    /// Reads both files once.
    /// - Throws: `ServerError` when they cannot be read, are no pair, or the client authority is not readable.
    init(files: TLSFiles, logger: Logger) throws(ServerError) {
        do {
            reloader = try TimedCertificateReloader.makeReloaderValidatingSources(
                configuration: Self.configuration(files: files, logger: logger))
        } catch {
            throw ServerError(code: .unusableCertificate, description: Self.text(error, files: files))
        }
        do {
            var tls = try TLSConfiguration.makeServerConfiguration(certificateReloader: reloader)
            tls.minimumTLSVersion = .tlsv12
            // The Go client takes HTTP/1.1 gladly, and one connection a review in flight is what it opens anyway.
            tls.applicationProtocols = ["http/1.1"]
            if let authority = files.clientAuthority {
                // Not required by the handshake: the kubelet's probes come without a certificate. The responder
                // refuses reviews on a connection that has none.
                guard try !NIOSSLCertificate.fromPEMFile(authority).isEmpty else {
                    throw ServerError(
                        code: .unusableCertificate, description: "\(authority): no certificate in it")
                }
                tls.trustRoots = .file(authority)
                tls.certificateVerification = .optionalVerification
            }
            self.tls = tls
        } catch let error as ServerError {
            throw error
        } catch {
            let file = files.clientAuthority ?? files.certificate
            throw ServerError(code: .unusableCertificate, description: "\(file): \(error)")
        }
    }

    private static func configuration(files: TLSFiles, logger: Logger) -> TimedCertificateReloader.Configuration {
        .init(
            refreshInterval: files.reloadInterval,
            certificateSource: .init(location: .file(path: files.certificate), format: .pem),
            privateKeySource: .init(location: .file(path: files.key), format: .pem)
        ) { configuration in
            configuration.onCertificateLoaded = { diff in
                guard diff.previousCertificateChain != diff.currentCertificateChain else { return }
                logger.info("certificate loaded", metadata: ["certificate": "\(files.certificate)"])
            }
            configuration.onCertificateLoadFailed = { failure in
                logger.error(
                    "certificate not reloaded; the last good one stays in use",
                    metadata: ["error": "\(text(failure.error, files: files))"])
            }
        }
    }

    private static func text(_ error: any Error, files: TLSFiles) -> String {
        "\(files.certificate) and \(files.key): \(error)"
    }
}
