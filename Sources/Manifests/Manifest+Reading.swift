internal import FieldTree
internal import YAMLDocument

extension Manifest {
    /// Reads the file. One that does not parse, or in which a line may end where no reviewer sees it, declares nothing.
    public func content() -> ManifestContent {
        if let problem = LineBreaks.problem(in: bytes) { return ManifestContent(objects: [], problems: [problem]) }
        let documents: [YAMLDocument]
        do throws(YAMLError) {
            documents = try YAMLDocument.parse(bytes)
        } catch {
            return .unreadable(error.message, line: error.line)
        }
        var collection = Collection()
        for document in documents { collection.take(document.root, listOf: nil) }
        return ManifestContent(objects: collection.objects, problems: collection.problems)
    }

    private struct Collection {
        var objects: [ManifestObject] = []
        var problems: [ManifestContent.Problem] = []

        /// Takes an object, or each item of a List.
        /// - Parameter list: the `apiVersion` and the kind of the list's items, which an item need not repeat, as in
        ///   `UnstructuredJSONScheme` (apimachinery/pkg/apis/meta/v1/unstructured/helpers.go).
        mutating func take(_ node: YAMLNode, listOf list: (apiVersion: String, kind: String)?) {
            var node = node
            if let list, !list.kind.isEmpty, node.members != nil, node["apiVersion"] == nil || node["kind"] == nil {
                node = node.setting("apiVersion", list.apiVersion).setting("kind", list.kind)
            }
            switch (node["apiVersion"]?.scalar?.string, node["kind"]?.scalar?.string) {
            case (nil, nil): if list != nil { report(node, "an item of a list has no apiVersion and kind") }
            case (nil, _): report(node, "kind without apiVersion: this counts as no object")
            case (_, nil): report(node, "apiVersion without kind: this counts as no object")
            case (let apiVersion?, let kind?): take(node, apiVersion: apiVersion, kind: kind)
            }
        }

        private mutating func take(_ node: YAMLNode, apiVersion: String, kind: String) {
            if kind.utf8.reversed().starts(with: "List".utf8.reversed()), let items = node["items"]?.elements {
                let itemKind = String(kind.utf8.dropLast(4)) ?? ""
                for item in items { take(item, listOf: (apiVersion, itemKind)) }
                return
            }
            let value = node.value
            guard let name = value["metadata"]?["name"]?.string, !name.isEmpty else {
                return report(node, "\(kind) has no metadata.name")
            }
            objects.append(ManifestObject(value: value, name: name, lines: node.lines))
        }

        private mutating func report(_ node: YAMLNode, _ message: String) {
            problems.append(.init(line: node.mark.line, message: message))
        }
    }
}
