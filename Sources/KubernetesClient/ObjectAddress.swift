/// Where one object is in the API: group, version, plural resource, namespace and name.
public struct ObjectAddress: Sendable, Hashable {
    /// The API group, empty for the core one.
    public let group: String
    public let version: String
    /// The plural name: `deployments`.
    public let resource: String
    /// nil for a resource that has no namespace.
    public let namespace: String?
    public let name: String

    public init(group: String, version: String, resource: String, namespace: String?, name: String) {
        self.group = group
        self.version = version
        self.resource = resource
        self.namespace = namespace
        self.name = name
    }

    /// The path of `GET` for this object.
    /// - Throws: `KubernetesError.Code.configuration` for a part that could lead to another path: empty, `.`, `..`,
    ///   or with a `/` or `%`. Other bytes are percent-encoded.
    func path() throws(KubernetesError) -> String {
        var path = try Self.prefix(group: group, version: version)
        if let namespace { path += "/namespaces/" + (try Self.segment(namespace)) }
        path += "/" + (try Self.segment(resource))
        path += "/" + (try Self.segment(name))
        return path
    }

    /// The path of `GET` for all objects of a resource, in all namespaces.
    static func listPath(group: String, version: String, resource: String) throws(KubernetesError) -> String {
        try prefix(group: group, version: version) + "/" + (try segment(resource))
    }

    /// Any text as a part of a URL.
    static func encoded(_ text: String) -> String {
        encoded(Array(text.utf8))
    }

    /// The path under which a group's version is served.
    static func prefix(group: String, version: String) throws(KubernetesError) -> String {
        group.isEmpty ? "/api/" + (try segment(version)) : try prefix(group: group) + "/" + (try segment(version))
    }

    /// The path that tells which versions of a group are served.
    static func prefix(group: String) throws(KubernetesError) -> String {
        "/apis/" + (try segment(group))
    }

    private static func segment(_ text: String) throws(KubernetesError) -> String {
        let bytes = Array(text.utf8)
        let isDots = !bytes.isEmpty && bytes.count < 3 && bytes.allSatisfy { $0 == UInt8(ascii: ".") }
        guard !bytes.isEmpty, bytes.count <= 253, !isDots, !bytes.contains(UInt8(ascii: "/")),
            !bytes.contains(UInt8(ascii: "%"))
        else {
            throw KubernetesError(code: .configuration, description: "\"\(text)\" cannot name an API object")
        }
        return encoded(bytes)
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                text += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
            }
        }
        return text
    }
}
