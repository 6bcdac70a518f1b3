internal import ExactValues
internal import GitNames
internal import PolicyCore

/// The form of a journal entry's file, version 2:
///
///     sallyport-journal 2
///     time SECONDS
///     pusher BASE64 | pusher -
///     policy COMMIT BLOB | policy -
///     policy-ref COMMIT REF
///     updates
///     update OLD NEW REF LENGTH          one for each update, by the bytes of the refs
///     DETAILS                            LENGTH bytes
///     000000000123                       where each update starts, in the same order
///     judged 000000004567 000000000002   where the line above starts, and how many there are
///
/// The end has a fixed length and so has each line of the index: one update is found in the file of 10,000 by reading
/// a few lines.
extension JournalEntry {
    static let header = Array("sallyport-journal 2\n".utf8)
    /// Bytes of a line of the index.
    static let indexLineSize = 13
    /// Bytes of the last line.
    static let trailerSize = 33
    /// The most bytes of all lines before the updates.
    static let headLimit = 16_384
    /// The most bytes of a line about an update, without its details.
    static let updateLineLimit = 4096 + 128

    /// The entry as its file holds it.
    /// - Throws: ``EvidenceError/Code/malformed`` when a ref stands twice or the login is too long.
    func text() throws(EvidenceError) -> [UInt8] {
        guard pusher?.text.utf8.count ?? 0 <= Self.pusherLimit else {
            throw EvidenceError(
                code: .malformed, description: "the pusher's login is over \(Self.pusherLimit) bytes long")
        }
        for (left, right) in zip(updates, updates.dropFirst()) where left.update.ref == right.update.ref {
            throw EvidenceError(code: .malformed, description: "the push updates \(left.update.ref) twice")
        }
        var text = Self.header
        text += "time \(time.seconds)\n".utf8
        text += "pusher \(pusher.map { Base64.encode(Array($0.text.utf8)) } ?? "-")\n".utf8
        text +=
            "policy \(policy.map { "\($0.commit) \($0.blob)" } ?? "-")\npolicy-ref \(policyTip) \(policyRef)\nupdates\n"
            .utf8
        var index: [UInt8] = []
        for update in updates {
            index += "\(Self.padded(text.count))\n".utf8
            let moved = update.update
            text += "update \(moved.old) \(moved.new) \(moved.ref) \(update.details.count)\n".utf8
            text += update.details + [0x0a]
        }
        let start = text.count
        return text + index + Array("judged \(Self.padded(start)) \(Self.padded(updates.count))\n".utf8)
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
    }
}
