/// What became of one update of a journalled push. It only goes on, never back: the first of ``committed(at:)`` and
/// ``aborted`` that is written holds.
public enum JournalOutcome: Sendable, Hashable {
    /// Accepted by the gate; Git has not asked about it again.
    case judged
    /// Git holds the ref's lock and was told that it may go on.
    case prepared
    /// Git moved the ref. The moment orders receipts of different refs: nanoseconds since 1970.
    case committed(at: Int64)
    /// Git did not move the ref.
    case aborted
    /// Its receipt is about to be written, with this number and no other.
    case writing(sequence: Int64)
    /// Its receipt is written.
    case receipted(sequence: Int64)
    /// Committed, and does not follow from the receipts before it.
    case setAside

    /// Whether an update of which this is known may still become the other.
    func permits(_ next: JournalOutcome) -> Bool {
        switch (self, next) {
        case (.judged, .prepared), (.judged, .committed), (.judged, .aborted): true
        case (.prepared, .committed), (.prepared, .aborted): true
        case (.committed, .writing), (.committed, .setAside): true
        case (.writing, .writing), (.writing, .receipted), (.writing, .setAside): true
        default: false
        }
    }

    /// Whether nothing more will happen to it.
    public var isFinal: Bool {
        switch self {
        case .aborted, .receipted, .setAside: true
        case .judged, .prepared, .committed, .writing: false
        }
    }
}

extension JournalOutcome {
    private var word: (letter: UInt8, number: Int64) {
        switch self {
        case .judged: (UInt8(ascii: "j"), 0)
        case .prepared: (UInt8(ascii: "p"), 0)
        case .committed(let moment): (UInt8(ascii: "c"), max(0, moment))
        case .aborted: (UInt8(ascii: "a"), 0)
        case .writing(let sequence): (UInt8(ascii: "w"), sequence)
        case .receipted(let sequence): (UInt8(ascii: "r"), sequence)
        case .setAside: (UInt8(ascii: "s"), 0)
        }
    }

    /// 32 bytes: a letter, a number, a period at the end.
    var slot: [UInt8] {
        let digits = String(word.number)
        let number = String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits
        let text = [word.letter, 0x20] + Array(number.utf8)
        return text + [UInt8](repeating: 0x20, count: 30 - text.count) + Array(".\n".utf8)
    }

    /// Reads a slot. What was never written, or was lost with the machine's power, says no more than ``judged``.
    init(slot: [UInt8]) {
        self = .judged
        guard slot.count == 32, slot[30] == UInt8(ascii: "."),
            let number = Int64(String(decoding: slot[2..<21], as: UTF8.self))
        else { return }
        switch slot[0] {
        case UInt8(ascii: "p"): self = .prepared
        case UInt8(ascii: "c"): self = .committed(at: number)
        case UInt8(ascii: "a"): self = .aborted
        case UInt8(ascii: "w"): self = .writing(sequence: number)
        case UInt8(ascii: "r"): self = .receipted(sequence: number)
        case UInt8(ascii: "s"): self = .setAside
        default: break
        }
    }
}
