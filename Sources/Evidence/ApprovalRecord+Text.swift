internal import ExactValues
internal import GitNames
internal import PolicyCore

extension ApprovalRecord {
    /// One line without its end: words between blanks, the target last.
    var text: [UInt8] {
        let state =
            switch state {
            case .unused: "unused"
            case .consumed: "consumed"
            case .withdrawn: "withdrawn"
            }
        let words = [
            Hexadecimal.text(identity.digest), tag.hex, verdict.rawValue, person?.text ?? "-", head.hex,
            String(arrival.seconds), state, target.text,
        ]
        return Array(words.joined(separator: " ").utf8)
    }

    /// Reads ``text``.
    init?(text: [UInt8]) {
        let words = text.split(separator: 0x20, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let states: [String: Approval.State] = ["unused": .unused, "consumed": .consumed, "withdrawn": .withdrawn]
        guard words.count == 8, let digest = Hexadecimal.bytes(words[0]), digest.count == 32,
            let tag = ObjectID(hex: words[1]), let verdict = Approval.Verdict(rawValue: words[2]),
            let head = ObjectID(hex: words[4]), let seconds = Int64(words[5]), let state = states[words[6]],
            let target = RefName(words[7])
        else { return nil }
        self.init(
            identity: ApprovalIdentity(digest: digest), tag: tag, verdict: verdict,
            person: words[3] == "-" ? nil : Name(words[3]), target: target, head: head,
            arrival: Timestamp(seconds: seconds), state: state)
    }
}
