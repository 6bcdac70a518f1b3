#if canImport(Glibc)
internal import Glibc
#endif

/// Reads files that are small by nature: tokens, certificates, configuration.
enum SmallFile {
    /// The bytes of the file at `path`.
    /// - Throws: `KubernetesError.Code.configuration` when it cannot be read or has more than `limit` bytes.
    static func read(_ path: String, limit: Int) throws(KubernetesError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw KubernetesError(code: .configuration, description: "\(path): more than \(limit) bytes")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func failure(_ path: String) -> KubernetesError {
        let reason = unsafe String(cString: strerror(errno))
        return KubernetesError(code: .configuration, description: "\(path): \(reason)")
    }
}
