/// The minor version of an API server: which defaults it computes depends on it.
public struct KubernetesVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int
    public let minor: Int

    public init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `1.36`, `v1.36.2` or `1.36+`.
    /// - Returns: nil for any other text.
    public init?(_ text: String) {
        let parts = text.drop { $0 == "v" }.split(separator: ".")
        guard parts.count >= 2, let major = Int(parts[0]) else { return nil }
        guard let minor = Int(parts[1].prefix { $0.isASCII && $0.isNumber }) else { return nil }
        self.init(major: major, minor: minor)
    }

    /// The newest version whose defaults are known here.
    public static let newestKnown = KubernetesVersion(major: 1, minor: 36)

    /// Whether this is version 1.`minor` or newer.
    public func isAtLeast(_ minor: Int) -> Bool {
        self >= KubernetesVersion(major: 1, minor: minor)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    public var description: String { "\(major).\(minor)" }
}
