internal import ExactValues
internal import GitNames

/// Something wrong with an update, as a value; ``Finding/violation(_:)`` puts it into words.
struct Finding: Sendable, Hashable {
    let rule: Violation.Rule
    /// The line of the policy file that asks for it; nil when the gate asks for it whatever the policy says.
    var policyLine: Int?
    /// The object that is meant.
    var object: ObjectID?
    let problem: Problem

    init(_ rule: Violation.Rule, _ problem: Problem, policyLine: Int? = nil, object: ObjectID? = nil) {
        self.rule = rule
        self.problem = problem
        self.policyLine = policyLine
        self.object = object
    }

    /// Why a signature does not say who signed.
    enum SignatureProblem: Sendable, Hashable {
        case unsigned
        case bad(String)
        case unknownKey
        /// The person's key does not count, with the reason.
        case keyDoesNotCount(Name, String)
    }

    /// How somebody who may not is involved in moving a ref.
    enum Stranger: Sendable, Hashable {
        case pushes(Name)
        case signed(kind: String, Name)
        case keyDoesNotCount(kind: String, String)
        case nobody(kind: String)
        /// Nobody says who takes the ref back.
        case notTold
    }

    /// What is wrong.
    enum Problem: Sendable, Hashable {
        case repeatedRef
        case namespace(String)
        case symbolic(target: String)
        case closed(namespace: String)
        /// The ref was moved past the gate: its last receipt says another value.
        case movedPast(recorded: ObjectID)
        case malformedObject(String)
        case tagElsewhere
        case tagName(String)
        case pusherNotTold
        case unknownLogin(Name)
        case unmatched
        case immutable
        case notDeletable
        case deletableBy([Name])
        case rewound
        case rewindableBy([Name])
        case unsignedTag
        case tagOfNoCommit
        case noCommit(kind: String)
        case signature(kind: String, SignatureProblem)
        case stranger(Stranger, teams: [Name])
        case approvals(ApprovalShortage)
        case approvalForm(String)
        case rootVersion(String)
        case policyDeletion
        case policyRewind
        case policyRemoval
        case policyUnusable(String)
        case policySerial(Int64, after: Int64)
        case noPolicy(state: String, NoPolicy)
    }

    /// What is wrong while the owners act.
    enum NoPolicy: Sendable, Hashable {
        case otherRef
        case noCommitOnTop
        case bringsNone
        case notByOwner
        case tooFew([Name], threshold: Int)
    }
}
