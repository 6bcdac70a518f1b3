internal import ObjectAccounting

extension KubernetesVersion {
    /// The oldest version that is known here.
    static let oldestKnown = KubernetesVersion(major: 1, minor: 20)

    /// A version that somebody configured: one whose defaults are known here.
    init?(served text: String) {
        guard let version = KubernetesVersion(text), (Self.oldestKnown...Self.newestKnown).contains(version) else {
            return nil
        }
        self = version
    }
}
