internal import FieldTree

/// The LimitRanger admission plugin: containers without limits or requests get those of the namespace's LimitRanges,
/// and an annotation says which (`plugin/pkg/admission/limitranger`).
struct LimitRanger {
    static let annotation = "kubernetes.io/limit-ranger"

    /// LimitRanges of the Pod's namespace, completed.
    let ranges: [FieldValue]

    func apply(to pod: FieldValue) -> FieldValue {
        var pod = pod
        var notes: [String] = []
        for range in ranges {
            for item in range["spec"]?["limits"]?.list ?? [] where item["type"] == "Container" {
                pod.update("spec") { spec in
                    for (list, title) in [("containers", "container"), ("initContainers", "init container")] {
                        spec.updateEach(list) { notes += Self.fill(&$0, from: item, title: title) }
                    }
                }
            }
        }
        guard !notes.isEmpty else { return pod }
        pod.updateOrCreate("metadata") { metadata in
            metadata.updateOrCreate("annotations") {
                $0.set(Self.annotation, .string("LimitRanger plugin set: " + notes.joined(separator: "; ")))
            }
        }
        return pod
    }

    private static func fill(_ container: inout FieldValue, from item: FieldValue, title: String) -> [String] {
        let name = container["name"]?.string ?? ""
        var notes: [String] = []
        container.updateOrCreate("resources") { resources in
            for (key, source, word) in [("requests", "defaultRequest", "request"), ("limits", "default", "limit")] {
                let standard = item[source]?.map?.members ?? []
                let missing = standard.filter { resources[key]?[$0.key] == nil }
                guard !missing.isEmpty else { continue }
                resources.updateOrCreate(key) { values in
                    for member in missing { values.set(member.key, member.value) }
                }
                notes.append("\(missing.map(\.key).joined(separator: ", ")) \(word) for \(title) \(name)")
            }
        }
        return notes
    }
}
