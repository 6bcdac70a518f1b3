internal import DesiredState
internal import ExactValues
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
    private let known = Mutex<[Key: ExpectedObject?]>([:])

    /// An object in one version of its group.
    private struct Key: Hashable {
        let reference: ObjectReference
        let apiVersion: Name
    }

    init(desired: DesiredState, version: KubernetesVersion) {
        self.desired = desired
        self.version = version
    }

    /// The declared object, completed, as it is in the version of its group that Git has.
    func object(_ declared: DeclaredObject) -> ExpectedObject? {
        object(declared, in: declared.apiVersion)
    }

    /// The declared object, completed.
    /// - Parameter apiVersion: the version of its group in which it is asked for.
    /// - Returns: nil when the conversion to that is not known.
    func object(_ declared: DeclaredObject, in apiVersion: String) -> ExpectedObject? {
        let key = Key(reference: declared.reference, apiVersion: Name(apiVersion))
        if let known = known.withLock({ $0[key] }) { return known }
        let definition = desired.definition(group: declared.reference.group, kind: declared.reference.kind)
        let object = ExpectedObject(
            declared: declared.value, in: apiVersion, namespace: declared.reference.namespace, version: version,
            definition: definition?.value)
        known.withLock { known in
            if known.count >= Self.bound { known.removeAll() }
            known[key] = .some(object)
        }
        return object
    }
}
