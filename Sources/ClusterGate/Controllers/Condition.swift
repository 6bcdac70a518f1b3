internal import FieldTree

/// What must hold for a row of the controllers table. Which of them speak of the object, and which of one change in it,
/// is told apart in ``Judgement/refusal(of:changes:)`` and ``Judgement/holds(_:for:)``.
enum Condition: Sendable, Hashable {
    // MARK: Where
    case inNamespace(String)
    case isNamed([String])
    /// In versions before 1.this.
    case isBefore(Int)

    // MARK: Children
    /// The object names one owner: one of this kind that is in the cluster under that very uid, is not being deleted, and
    /// is declared or traced to what is.
    case ownerLives(GroupKind)
    /// The object is what the controller makes of that owner's template, leaf by leaf.
    case equalsTemplate(GroupKind)
    /// The controller would make it now: wanted count, not finished or suspended, a revision in use.
    case wanted(GroupKind)
    /// A claim of a declared StatefulSet by its name, equal to the claim template.
    case isClaimOfSet
    /// Endpoints of the Service of that name, which is declared.
    case describesService
    /// Every address is that of a live Pod that the Service selects.
    case addressesSelectedPods
    /// The slice says what the live Endpoints say.
    case mirrorsEndpoints

    // MARK: Records of the control plane
    case hasForm(ControlPlaneForm)
    /// A ClusterRole's rules are those of the declared roles that it selects.
    case aggregates
    /// The event names its writer as its source.
    case isOwnEvent
    /// A lease that leaders contend for.
    case isLeaderLease
    /// The token is for a live Pod of the kubelet's own node.
    case isTokenOfOwnPod
    /// The Secret is the token of a live account, and stays it.
    case isTokenOfAccount
    /// Taints that come or go are those of a node's conditions.
    case taintsAreConditions

    // MARK: Deletion
    case isBeingDeleted
    case namespaceIsTerminating
    /// Every owner reference that goes away names an owner that is gone or being deleted.
    case ownersAreLeaving
    /// The object's controller reference names an owner of this kind.
    case isOwnedBy(GroupKind)
    /// None of the owners is in the cluster any more.
    case ownersAreGone
    /// A Job that is finished and has a time to live.
    case isExpiredJob
    /// A Pod that is finished, or whose node is gone.
    case isAbandonedPod
    /// A Pod whose node has a NoExecute taint.
    case isOnTaintedNode
    /// A Pod that the scheduler said it preempts.
    case isPreempted
    /// A Pod of the kubelet's own node.
    case isOnOwnNode
    /// The node that the kubelet speaks for.
    case isOwnNode
    /// The Service of that name is not in the cluster, or selects nothing.
    case serviceIsGone
    /// The token's ServiceAccount is not in the cluster.
    case accountIsGone
    /// The volume's claim is gone and its reclaim policy is Delete.
    case isReleasedVolume
    /// A Pod that has no node yet.
    case isUnboundPod

    // MARK: One change
    case isAdded
    case isRemoved
    case becomes([FieldValue])
    /// The value is a decimal number.
    case isNumber
    /// From no claim to one that is there, or the same claim gaining its uid.
    case bindsClaim
    /// The volume whose `claimRef` is this claim.
    case bindsVolume
    case namesNode
    case namesGeneratedToken
    /// Within the bounds of the autoscaler that Git declares for it.
    case isWithinAutoscaler
    /// The provisioner of the class that the claim asks for.
    case isProvisionerOfClass
    /// The default class of the cluster.
    case isDefaultClass
    /// An element whose own name begins with this.
    case elementIsNamed(String)

    /// Whether this speaks of a single change.
    var isOfChange: Bool {
        switch self {
        case .isAdded, .isRemoved, .becomes, .isNumber, .bindsClaim, .bindsVolume, .namesNode, .namesGeneratedToken,
            .isWithinAutoscaler, .isProvisionerOfClass, .isDefaultClass, .elementIsNamed:
            true
        default: false
        }
    }
}

/// The forms of what the control plane writes for itself; each is computed in `Judgement+Forms.swift` and its kin.
enum ControlPlaneForm: Sendable, Hashable {
    case event, lease, address, serviceRegistration, certificateBundle, defaultAccount, ownAccount, tokenSecret
    case tokenRequest, review, binding, bootstrapRole, bootstrapBinding, bootstrapNamespace, bootstrapFlow
    case bootstrapPriorityClass, bootstrapService, bootstrapEndpoints, authenticationConfiguration, releaseSecret
    case volumeAttachment, mirrorPod, ephemeralClaim
}

extension [Condition] {
    /// The three conditions of a child: C3 of the design.
    static func madeFor(_ owner: GroupKind) -> [Condition] {
        [.ownerLives(owner), .equalsTemplate(owner), .wanted(owner)]
    }
}
