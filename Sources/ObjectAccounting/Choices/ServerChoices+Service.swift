internal import ExactValues
public import FieldTree

/// Addresses and ports of Services (`pkg/registry/core/service/storage/alloc.go`).
extension ServerChoices {
    func service(_ object: inout FieldValue, _ actual: FieldValue, _ previous: FieldValue?) {
        let chosen = actual["spec"] ?? [:]
        let stored = previous?["spec"] ?? [:]
        object.update("spec") { spec in
            if spec["type"] == "ExternalName" { return }
            addresses(&spec, chosen: chosen, stored: stored)
            nodePorts(&spec, chosen: chosen, stored: stored)
        }
    }

    private func addresses(_ spec: inout FieldValue, chosen: FieldValue, stored: FieldValue) {
        if spec["clusterIP"] == nil {
            let address = Self.isAddress(stored["clusterIP"]) ? stored["clusterIP"] : chosen["clusterIP"]
            if Self.isAddress(address) { spec.set("clusterIP", address) }
        }
        guard let address = spec["clusterIP"] else { return }
        let isHeadless = address == "None"
        if version.isAtLeast(21) {
            let isOpen = isHeadless && spec["selector"] == nil
            spec.setDefault("ipFamilyPolicy", isOpen ? "RequireDualStack" : "SingleStack")
        }
        let isDual = spec["ipFamilyPolicy"].map { $0 != "SingleStack" } ?? false
        if spec["clusterIPs"] == nil {
            let more = (chosen["clusterIPs"]?.list ?? []).dropFirst().prefix(1).filter { Self.isAddress($0) }
            spec.set("clusterIPs", .list([address] + (isDual && !isHeadless ? Array(more) : [])))
        }
        guard version.isAtLeast(21) else { return }
        let declared = spec["ipFamilies"]?.list ?? []
        let found = isHeadless ? headlessFamilies(spec, chosen) : (spec["clusterIPs"]?.list ?? []).map(Self.family)
        if found.starts(with: declared) { spec.set("ipFamilies", .list(found)) }
    }

    /// Without addresses, the families are the cluster's: one, or both where the policy takes both.
    private func headlessFamilies(_ spec: FieldValue, _ chosen: FieldValue) -> [FieldValue] {
        let families = chosen["ipFamilies"]?.list ?? []
        let isKnown = Set(families).count == families.count && families.allSatisfy { $0 == "IPv4" || $0 == "IPv6" }
        let counts: ClosedRange<Int>
        switch spec["ipFamilyPolicy"] {
        case "RequireDualStack"?: counts = 2...2
        case "PreferDualStack"?: counts = spec["selector"] == nil ? 2...2 : 1...2
        default: counts = 1...1
        }
        if isKnown, counts.contains(families.count) { return families }
        return Array((["IPv4", "IPv6"] as [FieldValue]).prefix(counts.lowerBound))
    }

    private func nodePorts(_ spec: inout FieldValue, chosen: FieldValue, stored: FieldValue) {
        let type = spec["type"]
        let isAllocated = spec["allocateLoadBalancerNodePorts"] != false
        guard type == "NodePort" || (type == "LoadBalancer" && isAllocated) else { return }
        var index = 0
        spec.updateEach("ports") { port in
            defer { index += 1 }
            guard port["nodePort"] == nil else { return }
            let old = Self.samePort(as: port, in: stored, at: index)?["nodePort"]
            port.set("nodePort", Self.drawn(old ?? Self.samePort(as: port, in: chosen, at: index)?["nodePort"]))
        }
        if spec["externalTrafficPolicy"] == "Local", type == "LoadBalancer", spec["healthCheckNodePort"] == nil {
            let number = stored["healthCheckNodePort"] ?? chosen["healthCheckNodePort"]
            spec.set("healthCheckNodePort", Self.drawn(number))
        }
    }

    /// A port that the server draws; what is none becomes a text that no port equals.
    private static func drawn(_ value: FieldValue?) -> FieldValue {
        // A dry run draws no port: it counts on from the last one, past 65535 too.
        (1...65_599).contains(value?.integer ?? 0) ? value ?? .null : "a port"
    }

    /// The port with the same number and protocol: at the same place nearly always.
    private static func samePort(as port: FieldValue, in spec: FieldValue, at index: Int) -> FieldValue? {
        let ports = spec["ports"]?.list ?? []
        let isSame = { (other: FieldValue) in other["port"] == port["port"] && other["protocol"] == port["protocol"] }
        if index < ports.count, isSame(ports[index]) { return ports[index] }
        return ports.first(where: isSame)
    }

    private static func family(_ address: FieldValue) -> FieldValue {
        address.string?.utf8.contains(UInt8(ascii: ":")) == true ? "IPv6" : "IPv4"
    }

    /// Whether this is the text of an IPv4 or IPv6 address, as far as its form goes.
    public static func isAddress(_ value: FieldValue?) -> Bool {
        guard let text = value?.string, (2...45).contains(text.utf8.count) else { return false }
        if text.utf8.contains(UInt8(ascii: ":")) {
            return text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: ":")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(String.init)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.flatMap { text in UInt8(text).map { ExactText.equal(String($0), text) } } ?? false
            }
    }
}
