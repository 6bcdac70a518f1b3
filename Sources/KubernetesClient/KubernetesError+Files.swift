internal import Files

extension KubernetesError {
    /// The bytes of a file that is small by nature: a token, a certificate, configuration.
    /// - Throws: ``Code/configuration`` when it cannot be read or has more than `limit` bytes.
    static func reading(_ path: String, limit: Int) throws(KubernetesError) -> [UInt8] {
        do throws(FileError) {
            return try InputFile.read(path, limit: limit)
        } catch {
            throw KubernetesError(code: .configuration, description: error.description)
        }
    }
}
