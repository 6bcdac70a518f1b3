internal import ExactValues
internal import FieldTree

/// The layout in which the server keeps Endpoints: one subset for all ports that the same addresses serve, addresses
/// once and by ascending text (`pkg/api/v1/endpoints/util.go`, `RepackSubsets`). The order of ports and subsets is that
/// of hashes: they are compared as sets.
enum EndpointsLayout {
    /// Who serves one port, by address and the uid of what it is of.
    private struct Service {
        var ports: [FieldValue]
        var ready: [String: Bool] = [:]
    }

    static func repack(_ object: inout FieldValue) {
        guard let subsets = object["subsets"]?.list, !subsets.isEmpty else { return }
        var addresses: [String: FieldValue] = [:]
        var byPort: [String: Service] = [:]
        var order: [String] = []
        for subset in subsets {
            let ports = subset["ports"]?.list ?? []
            for port in ports.isEmpty ? [FieldValue.null] : ports {
                let key = JSONText.compact(port)
                if byPort[key] == nil { order.append(key) }
                var service = byPort.removeValue(forKey: key) ?? Service(ports: port == .null ? [] : [port])
                add(subset, to: &service, &addresses)
                byPort[key] = service
            }
        }
        let packed = merged(order.compactMap { byPort[$0] }).map { subset($0, addresses) }
        object.set("subsets", .list(packed))
    }

    private static func add(_ subset: FieldValue, to service: inout Service, _ addresses: inout [String: FieldValue]) {
        // Who is listed as both is not ready.
        for (list, isReady) in [("addresses", true), ("notReadyAddresses", false)] {
            for address in subset[list]?.list ?? [] {
                let key = "\(address["ip"]?.string ?? "") \(address["targetRef"]?["uid"]?.string ?? "")"
                if addresses[key] == nil { addresses[key] = address }
                service.ready[key] = isReady && service.ready[key] ?? true
            }
        }
    }

    /// Ports with the very same addresses are one subset; a port that nobody serves is gone.
    private static func merged(_ services: [Service]) -> [Service] {
        var bySet: [[String: Bool]: Service] = [:]
        var order: [[String: Bool]] = []
        for service in services where !service.ready.isEmpty {
            if bySet[service.ready] == nil {
                order.append(service.ready)
                bySet[service.ready] = service
            } else {
                bySet[service.ready]?.ports += service.ports
            }
        }
        return order.compactMap { bySet[$0] }
    }

    private static func subset(_ service: Service, _ addresses: [String: FieldValue]) -> FieldValue {
        var subset: FieldValue = ["ports": .list(service.ports)]
        for (list, isReady) in [("addresses", true), ("notReadyAddresses", false)] {
            let keys = service.ready.filter { $0.value == isReady }.map(\.key).sorted(by: ExactText.less)
            let found = keys.compactMap { addresses[$0] }
            subset.set(list, found.isEmpty ? nil : .list(found))
        }
        return subset
    }
}
