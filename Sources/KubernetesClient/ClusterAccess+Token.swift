extension ClusterAccess {
    /// The longest token that is taken, in bytes: curl's limit for a header line is above it.
    static let tokenLimit = 64 << 10

    /// The token to send now.
    /// - Throws: `KubernetesError.Code.configuration` when its file cannot be read or holds no token.
    func currentToken() throws(KubernetesError) -> String? {
        switch token {
        case nil: return nil
        case .literal(let text): return try Self.checked(text, from: "the kubeconfig")
        case .file(let path):
            let bytes = try KubernetesError.reading(path, limit: Self.tokenLimit)
            return try Self.checked(String(decoding: bytes, as: UTF8.self), from: path)
        }
    }

    /// A token is one word: a line break in it would add a header of its own.
    private static func checked(_ text: String, from source: String) throws(KubernetesError) -> String {
        let word = text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == " " })
        guard word.count == 1, let token = word.first, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            throw KubernetesError(code: .configuration, description: "\(source): no bearer token in it")
        }
        return String(token)
    }
}
