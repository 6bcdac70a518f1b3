internal import FieldTree

/// The quality-of-service class of a Pod (`pkg/apis/core/v1/helper/qos`).
enum PodQuality {
    private static let resources = ["cpu", "memory"]

    static func of(_ spec: FieldValue) -> String {
        if let whole = spec["resources"], whole["requests"] != nil || whole["limits"] != nil {
            return name([whole])
        }
        let containers = (spec["containers"]?.list ?? []) + (spec["initContainers"]?.list ?? [])
        return name(containers.map { $0["resources"] ?? [:] })
    }

    private static func name(_ all: [FieldValue]) -> String {
        var isBestEffort = true
        var isGuaranteed = !all.isEmpty
        for one in all {
            for resource in resources {
                let limit = amount(one["limits"]?[resource])
                let request = amount(one["requests"]?[resource])
                if limit != nil || request != nil { isBestEffort = false }
                if limit == nil || (request ?? limit) != limit { isGuaranteed = false }
            }
        }
        return isBestEffort ? "BestEffort" : isGuaranteed ? "Guaranteed" : "Burstable"
    }

    /// A canonical quantity that is more than nothing.
    private static func amount(_ quantity: FieldValue?) -> FieldValue? {
        guard let text = quantity?.string, text != "0", text.utf8.first != UInt8(ascii: "-") else { return nil }
        return quantity
    }
}
