internal import ExactValues
internal import GitNames
internal import PolicyCore

extension EstablishedCommit {
    /// One line without its end: the commit, whether it was there before (`b` or `-`), its signer, how far down that
    /// holds, and for each ref that reviewed it `reach:approvers:ref`.
    var text: [UInt8] {
        var words = [
            id.hex, facts.wasThereBefore ? "b" : "-", facts.signer?.text ?? "-", String(facts.signedReach.rawValue),
        ]
        for review in facts.reviews {
            let approvers = review.approvers.map(\.text).joined(separator: ",")
            words.append("\(review.reach.rawValue):\(approvers):\(review.ref)")
        }
        return Array(words.joined(separator: " ").utf8)
    }

    /// Reads ``text``.
    init?(text: [UInt8]) {
        let words = text.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count >= 4, let id = ObjectID(hex: words[0]), words[1].count == 1, let reach = Self.reach(words[3])
        else { return nil }
        var facts = EstablishedFacts(wasThereBefore: words[1].first == UInt8(ascii: "b"), signedReach: reach)
        if !words[2].elementsEqual("-".utf8) { facts.signer = Name(String(decoding: words[2], as: UTF8.self)) }
        for word in words[4...] {
            guard let review = Self.review(word) else { return nil }
            facts.reviews.append(review)
        }
        self.init(id: id, facts: facts)
    }

    private static func reach(_ word: ArraySlice<UInt8>) -> EstablishedFacts.Reach? {
        Int(String(decoding: word, as: UTF8.self)).flatMap(EstablishedFacts.Reach.init(rawValue:))
    }

    private static func review(_ word: ArraySlice<UInt8>) -> EstablishedFacts.Review? {
        let parts = word.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let reach = reach(parts[0]),
            let ref = RefName(String(decoding: parts[2], as: UTF8.self))
        else { return nil }
        let approvers = parts[1].split(separator: UInt8(ascii: ",")).map { Name(String(decoding: $0, as: UTF8.self)) }
        return .init(ref: ref, approvers: approvers, reach: reach)
    }
}
