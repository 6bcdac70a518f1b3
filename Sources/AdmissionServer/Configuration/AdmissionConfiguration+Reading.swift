internal import ExactValues
internal import ObjectAccounting
internal import YAMLDocument

#if canImport(Glibc)
internal import Glibc
#endif

extension AdmissionConfiguration {
    /// The largest file that is read, in bytes.
    public static let byteLimit = 1 << 20

    /// The `apiVersion` and `kind` of the files that this reads.
    public static let apiVersion = "sallyport.dev/v1"
    public static let kind = "AdmissionConfiguration"

    /// Reads the file at `path`.
    public static func read(path: String) throws(ConfigurationError) -> AdmissionConfiguration {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= byteLimit else {
                throw ConfigurationError(
                    code: .unreadable, file: path, mark: nil, message: "more than \(byteLimit) bytes")
            }
        }
        return try parse(bytes, file: path)
    }

    private static func unreadable(_ path: String) -> ConfigurationError {
        let reason = unsafe String(cString: strerror(errno))
        return ConfigurationError(code: .unreadable, file: path, mark: nil, message: reason)
    }

    /// Reads a configuration.
    /// - Parameter file: its name in errors.
    public static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> AdmissionConfiguration {
        let documents: [YAMLDocument]
        do throws(YAMLError) {
            documents = try YAMLDocument.parse(bytes)
        } catch {
            throw ConfigurationError(code: .malformed, file: file, mark: error.mark, message: error.message)
        }
        guard documents.count == 1 else {
            throw ConfigurationError(
                code: .malformed, file: file, mark: YAMLMark(line: 1, column: 1),
                message: "a configuration is one YAML document, here are \(documents.count)")
        }
        let top = try ConfigurationSection(
            documents[0].root, file: file,
            keys: [
                "apiVersion", "kind", "listen", "probes", "tls", "repository", "kubernetes", "limits", "diagnostics",
            ])
        try expect(top, "apiVersion", apiVersion)
        try expect(top, "kind", kind)
        return AdmissionConfiguration(
            server: try server(top), probes: try probes(top), repository: try repository(top),
            kubernetes: try kubernetes(top))
    }

    private static func expect(
        _ section: ConfigurationSection, _ key: String, _ expected: String
    ) throws(ConfigurationError) {
        guard try !ExactText.equal(section.requiredText(key), expected) else { return }
        throw section.bad(try section.required(key), "\(key) must be \(expected)")
    }

    private static func server(
        _ top: ConfigurationSection
    ) throws(ConfigurationError) -> AdmissionServer.Configuration {
        let listen = try top.section("listen", keys: ["address", "port"])
        let tls = try top.requiredSection(
            "tls", keys: ["certificate", "key", "clientAuthority", "reloadInterval"])
        var server = AdmissionServer.Configuration(
            address: try listen?.text("address") ?? "0.0.0.0", port: try listen?.integer("port", in: 0...65535) ?? 8443,
            tls: TLSFiles(
                certificate: try tls.requiredText("certificate"), key: try tls.requiredText("key"),
                clientAuthority: try tls.text("clientAuthority"),
                reloadInterval: try tls.duration("reloadInterval", in: .seconds(1)...(.seconds(86400)))
                    ?? .seconds(60)))
        if let limits = try top.section(
            "limits",
            keys: ["body", "heldBodies", "reviews", "connections", "uncertifiedConnections", "deadline", "idle"])
        {
            server.limits = try Self.limits(limits)
        }
        let diagnostics = try top.section("diagnostics", keys: ["noop"])
        server.offersNoop = try diagnostics?.flag("noop") ?? false
        return server
    }

    private static func probes(
        _ top: ConfigurationSection
    ) throws(ConfigurationError) -> ProbeServer.Configuration? {
        guard let section = try top.section("probes", keys: ["address", "port"]) else { return nil }
        return .init(
            address: try section.text("address") ?? "0.0.0.0", port: try section.integer("port", in: 0...65535) ?? 8081)
    }

    private static func limits(_ section: ConfigurationSection) throws(ConfigurationError) -> ServerLimits {
        var limits = ServerLimits()
        let most = limits.bodyBytes
        limits.bodyBytes = try section.bytes("body", in: 1024...most) ?? limits.bodyBytes
        limits.heldBytes = try section.bytes("heldBodies", in: most...(64 << 30)) ?? limits.heldBytes
        limits.reviews = try section.integer("reviews", in: 1...65536) ?? limits.reviews
        limits.connections = try section.integer("connections", in: 1...65536) ?? limits.connections
        limits.uncertifiedConnections =
            try section.integer("uncertifiedConnections", in: 16...65536) ?? limits.uncertifiedConnections
        // The API server waits for a webhook for 30 seconds at most.
        limits.deadline = try section.duration("deadline", in: .milliseconds(100)...(.seconds(30))) ?? limits.deadline
        limits.idle = try section.duration("idle", in: .seconds(1)...(.seconds(3600))) ?? limits.idle
        return limits
    }

    private static func repository(_ top: ConfigurationSection) throws(ConfigurationError) -> Repository {
        let section = try top.requiredSection(
            "repository",
            keys: [
                "url", "mirror", "ref", "path", "root", "id", "receiptKey", "leastReceipt", "interval", "staleAfter",
                "unreadyAfter", "state", "credentials", "authority", "rolloutWindow",
            ])
        let mirror = try section.requiredText("mirror")
        let ref = try section.requiredText("ref")
        guard ref.utf8.starts(with: "refs/heads/".utf8) else {
            throw section.bad(try section.required("ref"), "repository.ref must be a full name such as refs/heads/main")
        }
        let interval = try section.duration("interval", in: .seconds(1)...(.seconds(3600))) ?? .seconds(30)
        let staleAfter = try section.duration("staleAfter", in: .seconds(1)...(.seconds(86400 * 7))) ?? .seconds(600)
        guard staleAfter > interval else {
            throw section.bad(
                try section.required("staleAfter"), "repository.staleAfter must be longer than repository.interval")
        }
        return Repository(
            url: try url(section), mirror: mirror, ref: ref, path: try path(section),
            root: try section.requiredText("root"), id: try section.text("id"),
            receiptKey: try section.requiredText("receiptKey"),
            leastReceipt: UInt64(try section.integer("leastReceipt", in: 0...Int.max) ?? 0), interval: interval,
            staleAfter: staleAfter,
            unreadyAfter: try section.duration("unreadyAfter", in: staleAfter...(.seconds(86400 * 7))),
            state: try section.text("state") ?? mirror + ".state", credentials: try credentials(section),
            authority: try section.text("authority"),
            rolloutWindow: try section.duration("rolloutWindow", in: .zero...(.seconds(86400))) ?? .zero)
    }

    /// The URL, without anything secret in it: it is in logs and in errors.
    private static func url(_ section: ConfigurationSection) throws(ConfigurationError) -> String {
        let url = try section.requiredText("url")
        let node = try section.required("url")
        guard let start = url.utf8.firstRange(of: "://".utf8)?.upperBound else {
            guard url.utf8.first == UInt8(ascii: "/") else {
                throw section.bad(
                    node,
                    "repository.url must be an absolute path, or a URL of https, http or file; ssh is not supported yet"
                )
            }
            return url
        }
        guard !url.utf8[start...].prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: "@")) else {
            throw section.bad(
                node, "repository.url must not hold a name or a password: write them under repository.credentials")
        }
        return url
    }

    private static func credentials(
        _ section: ConfigurationSection
    ) throws(ConfigurationError) -> Repository.Credentials? {
        guard let credentials = try section.section("credentials", keys: ["username", "passwordFile"]) else {
            return nil
        }
        guard try url(section).utf8.starts(with: "https://".utf8) else {
            throw section.bad(
                try section.required("credentials"),
                "repository.credentials need a URL of https: others would show them")
        }
        return Repository.Credentials(
            username: try credentials.requiredText("username"),
            passwordFile: try credentials.requiredText("passwordFile"))
    }

    /// The folder of manifests, without `.` and slashes at its ends.
    private static func path(_ section: ConfigurationSection) throws(ConfigurationError) -> String {
        guard let text = try section.text("path") else { return "" }
        let parts = text.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        guard !parts.contains("..") else {
            throw section.bad(try section.required("path"), "repository.path must not leave the repository")
        }
        return parts.joined(separator: "/")
    }

    private static func kubernetes(_ top: ConfigurationSection) throws(ConfigurationError) -> Kubernetes? {
        guard
            let section = try top.section("kubernetes", keys: ["kubeconfig", "inCluster", "version", "timeout"])
        else { return nil }
        let kubeconfig = try section.text("kubeconfig")
        let inCluster = try section.flag("inCluster") ?? false
        let version = try section.text("version")
        guard kubeconfig == nil || !inCluster, kubeconfig != nil || inCluster || version != nil else {
            throw ConfigurationError(
                code: .badValue, file: section.file, mark: section.mark,
                message: "kubernetes needs one of kubeconfig and inCluster: true, or else a version")
        }
        if let version, KubernetesVersion(served: version) == nil {
            throw section.bad(
                try section.required("version"),
                "kubernetes.version must be one from 1.20 to \(KubernetesVersion.newestKnown), such as 1.36")
        }
        return Kubernetes(
            kubeconfig: kubeconfig, inCluster: inCluster, version: version,
            timeout: try section.duration("timeout", in: .milliseconds(10)...(.seconds(30))) ?? .seconds(2))
    }
}
