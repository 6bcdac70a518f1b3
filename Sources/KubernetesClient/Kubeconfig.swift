internal import ExactValues
internal import FieldTree
internal import YAMLDocument

/// Reads kubeconfig files (https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/): the current context's
/// server, authority, and client certificate or token. What would weaken or redirect the connection, or start a
/// program, is refused rather than ignored.
public enum Kubeconfig {
    /// The largest file that is read, in bytes.
    public static let byteLimit = 1 << 20

    /// Reads the file at `path`; relative paths in it start from its folder.
    public static func access(path: String) throws(KubernetesError) -> ClusterAccess {
        let bytes = try KubernetesError.reading(path, limit: byteLimit)
        return try access(bytes: bytes, path: path)
    }

    /// Reads a kubeconfig that came from `path`.
    static func access(bytes: [UInt8], path: String) throws(KubernetesError) -> ClusterAccess {
        let documents: [YAMLDocument]
        do throws(YAMLError) {
            documents = try YAMLDocument.parse(bytes)
        } catch {
            throw failure(path, error.description)
        }
        guard documents.count == 1, let root = documents.first?.root.value, root.map != nil else {
            throw failure(path, "a kubeconfig is one YAML map")
        }
        guard let current = root["current-context"]?.string else { throw failure(path, "current-context is missing") }
        let context = try entry(current, of: root, list: "contexts", key: "context", path)
        let cluster = try entry(
            context["cluster"]?.string, of: root, list: "clusters", key: "cluster", path)
        let user = try entry(context["user"]?.string, of: root, list: "users", key: "user", path)
        try refuse(
            ["insecure-skip-tls-verify", "tls-server-name", "proxy-url"], in: cluster, path)
        try refuse(
            ["exec", "auth-provider", "username", "password", "as", "as-uid", "as-groups", "as-user-extra"],
            in: user, path)
        guard let server = cluster["server"]?.string else { throw failure(path, "the cluster has no server") }
        return try ClusterAccess(
            server: server, authority: try material("certificate-authority", in: cluster, path),
            clientCertificate: try clientCertificate(user, path), token: token(user, path))
    }

    private static func entry(
        _ name: String?, of root: FieldValue, list: String, key: String, _ path: String
    ) throws(KubernetesError) -> FieldValue {
        guard let name else { throw failure(path, "the context names no \(key)") }
        let match = root[list]?.list?.first { entry in
            entry["name"]?.string.map { ExactText.equal($0, name) } ?? false
        }
        guard let value = match?[key] else {
            throw failure(path, "\(list) has no \(JSONText.quoted(name))")
        }
        return value
    }

    private static func refuse(
        _ keys: [String], in value: FieldValue, _ path: String
    ) throws(KubernetesError) {
        for key in keys {
            guard let found = value[key], !found.isEmpty, found != .bool(false), found != .string("") else { continue }
            throw failure(path, "\(key) is not supported")
        }
    }

    /// PEM from `key-data` in base64, or else the file that `key` names.
    private static func material(
        _ key: String, in value: FieldValue, _ path: String
    ) throws(KubernetesError) -> ClusterAccess.Material? {
        if let data = value[key + "-data"]?.string {
            guard let bytes = Base64.decode(data.utf8.filter { $0 != 0x0a && $0 != 0x0d }) else {
                throw failure(path, "\(key)-data is not base64")
            }
            return .bytes(bytes)
        }
        return value[key]?.string.map { .file(absolute($0, from: path)) }
    }

    private static func clientCertificate(
        _ user: FieldValue, _ path: String
    ) throws(KubernetesError) -> ClusterAccess.ClientCertificate? {
        let certificate = try material("client-certificate", in: user, path)
        let key = try material("client-key", in: user, path)
        switch (certificate, key) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return .init(certificate: certificate, key: key)
        default: throw failure(path, "client-certificate and client-key go together")
        }
    }

    /// The file, if there is one, goes before the literal token, as in `kubectl`.
    private static func token(_ user: FieldValue, _ path: String) -> ClusterAccess.Token? {
        if let file = user["tokenFile"]?.string { return .file(absolute(file, from: path)) }
        return user["token"]?.string.map { .literal($0) }
    }

    private static func absolute(_ file: String, from path: String) -> String {
        guard !file.utf8.starts(with: "/".utf8), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return file
        }
        return String(path[...slash]) + file
    }

    private static func failure(_ path: String, _ text: String) -> KubernetesError {
        KubernetesError(code: .configuration, description: "\(path): \(text)")
    }
}
