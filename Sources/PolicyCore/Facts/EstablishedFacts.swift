public import ExactValues
public import GitNames

/// What earlier receipts verified of a commit. A fact stays one whatever becomes of keys, people and rules (P4): a rule
/// is met by facts that meet its demand, whichever rule established them.
public struct EstablishedFacts: Sendable, Hashable {
    /// How far down a fact of a commit holds for all of its history.
    public enum Reach: Int, Sendable, Hashable, Comparable {
        /// For the commit alone, as far as is known.
        case commit
        /// For every commit below that was not there before the gate.
        case downToGenesis
        /// For every commit below.
        case wholeHistory

        public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }

    /// That a ref which demands approvals accepted the commit.
    public struct Review: Sendable, Hashable {
        public let ref: RefName
        public let approvers: [Name]
        public let reach: Reach

        public init(ref: RefName, approvers: [Name], reach: Reach) {
            self.ref = ref
            self.approvers = approvers
            self.reach = reach
        }
    }

    /// Whether the commit was there before the gate, or came past it and the owners put that on record. All of its
    /// history was there as well.
    public var wasThereBefore: Bool
    /// Who signed it, validly when a receipt said so.
    public var signer: Name?
    /// How far down every commit has a signer.
    public var signedReach: Reach
    /// The refs that accepted it under approvals, each once.
    public var reviews: [Review]

    public init(
        wasThereBefore: Bool = false, signer: Name? = nil, signedReach: Reach = .commit, reviews: [Review] = []
    ) {
        self.wasThereBefore = wasThereBefore
        self.signer = signer
        self.signedReach = signedReach
        self.reviews = reviews
    }

    /// Whether all of the commit's history is signed, as far as a rule cares.
    /// - Parameter countsGenesis: whether what was there before the gate counts as signed.
    public func isSignedThroughout(countsGenesis: Bool) -> Bool {
        if wasThereBefore { return countsGenesis }
        return signer != nil && (countsGenesis ? signedReach >= .downToGenesis : signedReach == .wholeHistory)
    }

    /// Whether all of the commit's history is accepted for one of some refs.
    /// - Parameters:
    ///   - countsGenesis: whether what was there before the gate counts as reviewed.
    ///   - isOfThose: which refs count.
    public func isReviewedThroughout(countsGenesis: Bool, for isOfThose: (RefName) -> Bool) -> Bool {
        if wasThereBefore { return countsGenesis }
        return reviews.contains { review in
            isOfThose(review.ref)
                && (countsGenesis ? review.reach >= .downToGenesis : review.reach == .wholeHistory)
        }
    }

    /// Whether one of some refs accepted the commit.
    public func isReviewed(for refs: [RefName]) -> Bool {
        reviews.contains { refs.contains($0.ref) }
    }
}
