internal import ExactValues

/// One file of manifests: plain or multi-document YAML, or JSON (which is YAML).
public struct Manifest: Sendable {
    /// The largest file that is read, in bytes.
    public static let byteLimit = 16 << 20

    /// The file's path in the repository.
    public let file: String
    /// The file's content.
    public let bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Whether a file of this path is read as manifests: by its ending, and nothing on the way to it is hidden.
    /// - Parameter file: a path, parts joined by slashes.
    public static func isManifest(_ file: String) -> Bool {
        let isEnded = [".yaml", ".yml", ".json"].contains { file.utf8.reversed().starts(with: $0.utf8.reversed()) }
        guard isEnded else { return false }
        return file.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.first != UInt8(ascii: ".") }
    }

    /// Whether a file of this path makes its folder a kustomization, which says what is applied in place of the files.
    public static func isKustomization(_ file: String) -> Bool {
        let name = file.utf8.split(separator: UInt8(ascii: "/")).last ?? file.utf8[...]
        return ["kustomization.yaml", "kustomization.yml", "Kustomization"].contains { name.elementsEqual($0.utf8) }
    }
}
