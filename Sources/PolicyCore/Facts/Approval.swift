public import ExactValues
public import GitNames

/// What a reviewer signed about this change of this ref of this repository, and nothing else.
public struct Approval: Sendable, Hashable {
    /// What the reviewer says.
    public enum Verdict: String, Sendable, Hashable {
        case approve
        /// Takes back whatever the signer said before.
        case withdraw
        /// As `withdraw`, and nobody else's approval of it counts until this is withdrawn.
        case reject
        /// Said by an owner: the ref's move from base to head, past the gate, goes on record.
        case heal
    }

    /// What became of it.
    public enum State: Sendable, Hashable {
        case unused
        /// A receipt has used it; it never counts again.
        case consumed
        /// Its signer said something else later.
        case withdrawn
    }

    /// How the change that was approved compares with the one that is pushed.
    public enum Fit: Sendable, Hashable {
        /// Base, head and tree are those of the update.
        case exact
        /// The target has moved on, and the update changes it path by path and blob by blob as was approved. `replaced`
        /// has, for each new commit, the approved commits that it may stand for.
        case carried(replaced: [ObjectID: [CommitFacts]])
        /// Another change, with the reason.
        case other(String)
    }

    /// The tag object that says so.
    public let tag: ObjectID
    public let identity: ApprovalIdentity
    public let verdict: Verdict
    public let repository: Name
    public let target: RefName
    /// What the target was at; zero when it did not exist.
    public let base: ObjectID
    /// What the target is to be at: a commit, for a tag's ref the one to be tagged.
    public let head: ObjectID
    /// The tree of `head`.
    public let resultTree: ObjectID
    public let signature: SignatureFacts
    /// When it first came in, by the gate's own record; nil when there is no record.
    public var arrival: Timestamp?
    public var state: State
    public var fit: Fit

    public init(
        tag: ObjectID, identity: ApprovalIdentity, verdict: Verdict = .approve, repository: Name, target: RefName,
        base: ObjectID, head: ObjectID, resultTree: ObjectID, signature: SignatureFacts, arrival: Timestamp? = nil,
        state: State = .unused, fit: Fit = .exact
    ) {
        self.tag = tag
        self.identity = identity
        self.verdict = verdict
        self.repository = repository
        self.target = target
        self.base = base
        self.head = head
        self.resultTree = resultTree
        self.signature = signature
        self.arrival = arrival
        self.state = state
        self.fit = fit
    }

    /// The object that its tag is on: the head, or for a ref that is gone what it was at.
    public var tagged: ObjectID { head.isZero ? base : head }
}
