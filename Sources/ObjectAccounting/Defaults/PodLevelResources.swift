internal import FieldTree

/// Requests of a Pod as a whole default from its limits (`pkg/apis/core/v1/defaults.go`, `defaultPodRequests`), where no
/// container asks for that resource.
enum PodLevelResources {
    static func complete(_ spec: inout FieldValue) {
        guard let limits = spec["resources"]?["limits"]?.map, !limits.isEmpty else { return }
        let containers = (spec["containers"]?.list ?? []) + (spec["initContainers"]?.list ?? [])
        spec.update("resources") { resources in
            resources.updateOrCreate("requests") { requests in
                for member in limits.members where isSupported(member.key) {
                    let asked = containers.compactMap { $0["resources"]?["requests"]?[member.key] }
                    // What several containers ask for is their sum; what one asks for is the sum itself.
                    guard asked.count < 2 else { continue }
                    requests.setDefault(member.key, asked.first ?? member.value)
                }
            }
        }
    }

    private static func isSupported(_ resource: String) -> Bool {
        resource == "cpu" || resource == "memory" || resource.hasPrefix("hugepages-")
    }
}
