internal import DesiredState
internal import FieldTree
internal import ObjectAccounting
internal import Synchronization

/// What the API server makes of each declared object: computed when it is first asked for, and then kept, for one state
/// and one version.
///
/// Kept for the objects that are asked for, up to a bound; beyond it, all are forgotten and computed anew.
final class ExpectedObjects: Sendable {
    /// How many objects are kept at most.
    static let bound = 4096

    private let desired: DesiredState
    private let version: KubernetesVersion
    private let known = Mutex<[ObjectReference: ExpectedObject]>([:])

    init(desired: DesiredState, version: KubernetesVersion) {
        self.desired = desired
        self.version = version
    }

    /// The declared object, completed.
    func object(_ declared: DeclaredObject) -> ExpectedObject {
        if let known = known.withLock({ $0[declared.reference] }) { return known }
        let definition = desired.definition(group: declared.reference.group, kind: declared.reference.kind)
        let object = ExpectedObject(
            declared: declared.value, namespace: declared.reference.namespace, version: version,
            definition: definition?.value)
        known.withLock { known in
            if known.count >= Self.bound { known.removeAll() }
            known[declared.reference] = object
        }
        return object
    }
}
