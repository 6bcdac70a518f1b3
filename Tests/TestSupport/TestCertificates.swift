internal import Foundation

/// Certificates for loopback, made by the `openssl` command in a temporary folder.
public final class TestCertificates: Sendable {
    public let folder: String

    public init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/sallyport-tls-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try makePair("server", subject: "/CN=localhost")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    public func path(_ name: String) -> String { folder + "/" + name }

    /// Makes the self-signed `name.crt` and `name.key`.
    public func makePair(_ name: String, subject: String) throws {
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", subject, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout", path("\(name).key"), "-out", path("\(name).crt"))
    }

    /// Makes `name.crt` and `name.key` for a client, signed by the authority `authority.crt`.
    public func makeClient(_ name: String, authority: String) throws {
        try openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=\(name)",
            "-keyout", path("\(name).key"), "-out", path("\(name).csr"))
        try openssl(
            "x509", "-req", "-in", path("\(name).csr"), "-CA", path("\(authority).crt"),
            "-CAkey", path("\(authority).key"), "-CAcreateserial", "-days", "2", "-out", path("\(name).crt"))
    }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
}
