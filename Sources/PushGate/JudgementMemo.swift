internal import ExactValues
internal import GitNames
internal import PolicyCore
internal import Signatures

/// What judging found out that follows from objects alone, by their ids: another judgement of the same objects finds it
/// here. What receipts say is asked anew each time.
///
/// For one thread.
public final class JudgementMemo {
    /// More than these are not kept.
    private static let (policyLimit, mergeLimit) = (64, 10_000)

    private var policies: [ObjectID: Result<Policy, PolicyLookup.Unusable>] = [:]
    private var merges: [ObjectID: Bool] = [:]
    private var reading: ObjectReadings?

    public init() {}

    /// The policy in a blob, parsed once.
    func policy(
        _ blob: ObjectID, _ parse: () throws(PushGateError) -> Result<Policy, PolicyLookup.Unusable>
    ) throws(PushGateError) -> Result<Policy, PolicyLookup.Unusable> {
        if let known = policies[blob] { return known }
        let found = try parse()
        if policies.count >= Self.policyLimit { policies.removeAll() }
        policies[blob] = found
        return found
    }

    /// Whether a commit is the merge that its parents give, found out once.
    func isClean(
        _ commit: ObjectID, _ merge: () throws(PushGateError) -> Bool
    ) throws(PushGateError) -> Bool {
        if let known = merges[commit] { return known }
        let found = try merge()
        if merges.count >= Self.mergeLimit { merges.removeAll() }
        merges[commit] = found
        return found
    }

    /// What was read of objects by a policy at a time; that of another policy or time is forgotten.
    func readings(policy: Policy?, root: Root, at time: Timestamp) -> ObjectReadings {
        if let reading, reading.isOf(policy, root, time) { return reading }
        let fresh = ObjectReadings(policy: policy, root: root, at: time)
        reading = fresh
        return fresh
    }
}

/// What was read of objects, and what their signatures prove by one policy at one time.
final class ObjectReadings {
    /// The most objects that are kept, and the most bytes of one.
    private static let (objectLimit, sizeLimit) = (1000, 16 << 10)
    /// The most commits whose facts are kept.
    private static let commitLimit = 20_000

    let signers: KnownSigners
    let verifier = SignatureVerifier()
    let time: Timestamp
    private let policy: Policy?
    private let root: Root
    private var objects: [ObjectID: ObjectReader.PushedObject] = [:]
    private var commits: [ObjectID: CommitFacts] = [:]
    /// What the signatures of single objects prove.
    private(set) var signatures: [ObjectID: SignatureFacts] = [:]

    init(policy: Policy?, root: Root, at time: Timestamp) {
        self.policy = policy
        self.root = root
        self.time = time
        signers = KnownSigners(policy: policy, root: root)
    }

    func isOf(_ policy: Policy?, _ root: Root, _ time: Timestamp) -> Bool {
        self.time == time && self.root == root && self.policy == policy
    }

    func object(_ id: ObjectID) -> ObjectReader.PushedObject? { objects[id] }

    func keep(_ object: ObjectReader.PushedObject, size: Int) {
        guard objects.count < Self.objectLimit, size <= Self.sizeLimit else { return }
        objects[object.id] = object
    }

    /// What an object's signature proves, checked once.
    func signature(_ id: ObjectID, _ object: SignedObject) -> SignatureFacts {
        if let known = signatures[id] { return known }
        let found = signers.facts(of: object, verifier, at: time)
        if signatures.count < Self.objectLimit { signatures[id] = found }
        return found
    }

    /// The facts of a commit whose signature was checked.
    func commit(_ id: ObjectID) -> CommitFacts? { commits[id] }

    func keep(_ commit: CommitFacts) {
        guard commits.count < Self.commitLimit else { return }
        commits[commit.id] = commit
    }
}
