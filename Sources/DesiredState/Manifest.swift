internal import FieldTree
internal import YAMLDocument

/// One file of manifests: plain or multi-document YAML, or JSON (which is YAML).
public struct Manifest: Sendable {
    /// The file's path in the repository.
    public let file: String
    /// The file's content.
    public let bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Whether a file of this name is read as manifests.
    public static func isManifest(_ file: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { file.hasSuffix($0) }
    }

    /// A Kubernetes object of the file and the lines of its values.
    struct Found {
        let value: FieldValue
        let lines: [UInt32]
    }

    /// The objects in the file, Lists unpacked, and what was wrong with it. A file that does not parse declares nothing.
    func objects() -> ([Found], ManifestProblem?) {
        let documents: [YAMLDocument]
        do throws(YAMLError) {
            documents = try YAMLDocument.parse(bytes)
        } catch {
            return ([], ManifestProblem(file: file, line: error.line, message: error.message))
        }
        var found: [Found] = []
        for document in documents { Self.collect(document.root, into: &found) }
        return (found, nil)
    }

    private static func collect(_ node: YAMLNode, into found: inout [Found]) {
        let value = node.value
        guard value["apiVersion"]?.string != nil, let kind = value["kind"]?.string else { return }
        if kind == "List", let items = node.members?.first(where: { $0.key == "items" })?.value.elements {
            for item in items { collect(item, into: &found) }
        } else {
            found.append(Found(value: value, lines: node.lines))
        }
    }
}
