public import FieldTree

extension KubernetesClient {
    /// The most pages of 250 Pods that one look-up reads: more of them is an error, never a part of the truth.
    static let podPages = 20

    /// Lists the Pods of a namespace.
    /// - Parameters:
    ///   - selector: a label selector, `app=web,tier=front`; empty for all Pods.
    ///   - deadline: when the caller stops waiting.
    public func pods(
        in namespace: String, selector: String, until deadline: ContinuousClock.Instant
    ) async throws(KubernetesError) -> [FieldValue] {
        let address = ObjectAddress(
            group: "", version: "v1", resource: "namespaces", namespace: nil, name: namespace)
        let path = try address.path() + "/pods?limit=250&labelSelector=" + Self.escaped(selector)
        var pods: [FieldValue] = []
        var rest = ""
        for _ in 0..<Self.podPages {
            let page = try value(await get(path + rest, until: deadline), of: path)
            guard let items = page["items"]?.list ?? (page["items"] == .null ? [] : nil) else {
                throw KubernetesError(code: .malformed, description: "GET \(path): the answer is no list")
            }
            pods += items
            guard let next = page["metadata"]?["continue"]?.string, !next.isEmpty else { return pods }
            rest = "&continue=" + Self.escaped(next)
        }
        throw KubernetesError(code: .malformed, description: "GET \(path): more than \(Self.podPages * 250) Pods")
    }

    /// A text as it stands in a query (RFC 3986): all but letters, digits, `-._~` by their bytes.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                escaped += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
            }
        }
        return escaped
    }
}
