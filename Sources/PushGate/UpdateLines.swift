internal import GitNames
public import PolicyCore

/// The lines that Git writes to hooks: `<old> SP <new> SP <ref> LF`.
public enum UpdateLines {
    /// The most bytes of all lines, and the most lines, that are read.
    public static let byteLimit = 64 << 20
    static let lineLimit = 100_000

    /// Reads the lines of `pre-receive` and `post-receive`: at least one, each in the exact form, with a ref below
    /// `refs/`.
    public static func parse(_ bytes: [UInt8]) throws(PushGateError) -> [RefUpdate] {
        let updates = try parseTransaction(bytes)
        guard !updates.isEmpty else { throw malformed("there is no ref update on standard input") }
        guard !updates.contains(where: { $0.old.isZero && $0.new.isZero }) else {
            throw malformed("a line neither creates, moves nor deletes its ref")
        }
        return updates
    }

    /// Reads the lines of `reference-transaction`: as above, where lines about pseudo-refs such as `HEAD` are left out;
    /// Git writes those beside the ref that moves. Zero to zero is a deletion by somebody who did not say what is there.
    public static func parseTransaction(_ bytes: [UInt8]) throws(PushGateError) -> [RefUpdate] {
        guard bytes.count <= byteLimit else { throw malformed("standard input is over \(byteLimit) bytes") }
        guard bytes.isEmpty || bytes.last == 0x0a else { throw malformed("standard input ends within a line") }
        var updates: [RefUpdate] = []
        for line in bytes.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false) where !bytes.isEmpty {
            guard updates.count < lineLimit else { throw malformed("there are more than \(lineLimit) ref updates") }
            if let update = try parseLine(line) { updates.append(update) }
        }
        return updates
    }

    private static func parseLine(_ line: ArraySlice<UInt8>) throws(PushGateError) -> RefUpdate? {
        let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(validating: parts[2], as: UTF8.self) else {
            throw malformed("a line is not \"old new ref\"")
        }
        if isPseudoRef(parts[2]) { return nil }
        guard let old = ObjectID(hex: parts[0]), let new = ObjectID(hex: parts[1]) else {
            throw malformed("a line has no two SHA-1 object ids")
        }
        guard let ref = RefName(name) else { throw malformed("a line names no ref below refs/") }
        return RefUpdate(ref: ref, old: old, new: new)
    }

    /// `HEAD`, `ORIG_HEAD` and their like: gitglossary(7), pseudoref.
    private static func isPseudoRef(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty
            && name.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_") }
    }

    private static func malformed(_ reason: String) -> PushGateError {
        PushGateError(code: .input, description: "cannot read what Git says of the push: \(reason)")
    }
}
