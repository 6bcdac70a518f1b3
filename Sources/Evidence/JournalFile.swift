public import ExactValues
internal import Files
public import GitNames
public import PolicyCore

/// A journal entry that is open to look things up in: each reads only a few lines of the file.
public struct JournalFile: ~Copyable {
    /// What an entry says of all of its updates.
    public struct Head: Sendable, Hashable {
        public let time: Timestamp
        public let pusher: Name?
        public let policy: PolicyVersion?
        public let policyRef: RefName
        public let policyTip: ObjectID
    }

    /// The most bytes of an entry, written or read.
    public static let byteLimit = 32 << 20

    /// The entry's name.
    public let id: String
    /// How many updates it has.
    public let count: Int
    public let head: Head
    /// How often the file was read: what looking up costs.
    public private(set) var readCount = 2
    private let file: InputFile
    private let indexStart: Int

    /// - Throws: ``EvidenceError/Code/malformed`` when it is not of the one form.
    init(_ path: String, id: String) throws(EvidenceError) {
        let opened = try Self.opened(path, id)
        let size = try EvidenceError.storing { () throws(FileError) in try opened.status().size }
        guard size <= Self.byteLimit, size > JournalEntry.trailerSize else { throw Self.malformed(id) }
        let end = try Self.bytes(of: opened, at: size - JournalEntry.trailerSize, JournalEntry.trailerSize, id)
        let words = end.dropLast().split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, words[0].elementsEqual("judged".utf8), let start = Self.number(words[1]),
            let count = Self.number(words[2]), start <= size, count <= size,
            start + count * JournalEntry.indexLineSize + JournalEntry.trailerSize == size
        else { throw Self.malformed(id) }
        head = try Self.head(try Self.bytes(of: opened, at: 0, min(JournalEntry.headLimit, start), id), id)
        self.id = id
        self.count = count
        indexStart = start
        file = opened
    }

    private static func opened(_ path: String, _ id: String) throws(EvidenceError) -> InputFile {
        do throws(FileError) {
            return try InputFile(path)
        } catch  where error.code == .unreadable {
            throw malformed(id)
        } catch  where error.code == .missing {
            throw EvidenceError(code: .missing, description: error.description)
        } catch {
            throw EvidenceError(error)
        }
    }

    /// Where an update of a ref stands; nil when the push has none.
    public mutating func position(of ref: RefName) throws(EvidenceError) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let found = try update(at: middle)
            if found.ref == ref { return middle }
            if found.ref < ref { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The update at a place, of ``count``.
    public mutating func update(at position: Int) throws(EvidenceError) -> RefUpdate {
        try line(at: position).update
    }

    /// What its receipt needs beyond the update itself.
    public mutating func details(at position: Int) throws(EvidenceError) -> [UInt8] {
        let line = try line(at: position)
        let bytes = try read(at: line.details, count: line.length)
        guard bytes.count == line.length else { throw Self.malformed(id) }
        return bytes
    }

    private mutating func read(at offset: Int, count: Int) throws(EvidenceError) -> [UInt8] {
        readCount += 1
        return try Self.bytes(of: file, at: offset, count, id)
    }

    private static func bytes(
        of file: borrowing InputFile, at offset: Int, _ count: Int, _ id: String
    ) throws(EvidenceError) -> [UInt8] {
        do throws(FileError) {
            return try file.bytes(at: offset, count: count)
        } catch  where error.code == .unreadable {
            throw malformed(id)
        } catch {
            throw EvidenceError(error)
        }
    }
}

// MARK: - Lines

extension JournalFile {
    private mutating func line(
        at position: Int
    ) throws(EvidenceError) -> (update: RefUpdate, details: Int, length: Int) {
        let size = JournalEntry.indexLineSize
        let digits = try read(at: indexStart + position * size, count: size)
        guard let start = Self.number(digits.dropLast()), start < indexStart else { throw Self.malformed(id) }
        let bytes = try read(at: start, count: min(JournalEntry.updateLineLimit, indexStart - start))
        guard let end = bytes.firstIndex(of: 0x0a) else { throw Self.malformed(id) }
        let words = bytes[..<end].split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 5, words[0].elementsEqual("update".utf8), let old = ObjectID(hex: words[1]),
            let new = ObjectID(hex: words[2]), let name = String(validating: words[3], as: UTF8.self),
            let ref = RefName(name), let length = Self.number(words[4]), length <= indexStart - start - end
        else { throw Self.malformed(id) }
        return (RefUpdate(ref: ref, old: old, new: new), start + end + 1, length)
    }

    private static func head(_ bytes: [UInt8], _ id: String) throws(EvidenceError) -> Head {
        guard bytes.starts(with: JournalEntry.header) else { throw malformed(id) }
        let lines = bytes.split(separator: 0x0a, maxSplits: 6, omittingEmptySubsequences: false)
        func words(_ line: Int, _ key: String) -> [ArraySlice<UInt8>]? {
            let words = lines[line].split(separator: 0x20, omittingEmptySubsequences: false)
            return words.first?.elementsEqual(key.utf8) == true ? Array(words.dropFirst()) : nil
        }
        guard lines.count == 7, lines[5].elementsEqual("updates".utf8), let time = words(1, "time"), time.count == 1,
            let seconds = Int64(String(decoding: time[0], as: UTF8.self)), let pusher = words(2, "pusher"),
            pusher.count == 1, let policy = words(3, "policy"), let tip = words(4, "policy-ref"), tip.count == 2,
            let policyTip = ObjectID(hex: tip[0]), let name = String(validating: tip[1], as: UTF8.self),
            let policyRef = RefName(name)
        else { throw malformed(id) }
        return Head(
            time: Timestamp(seconds: seconds), pusher: try login(pusher[0], id), policy: try version(policy, id),
            policyRef: policyRef, policyTip: policyTip)
    }

    private static func login(_ word: ArraySlice<UInt8>, _ id: String) throws(EvidenceError) -> Name? {
        if word.elementsEqual("-".utf8) { return nil }
        guard let bytes = Base64.decode(Array(word)), let text = String(validating: bytes, as: UTF8.self) else {
            throw malformed(id)
        }
        return Name(text)
    }

    private static func version(_ words: [ArraySlice<UInt8>], _ id: String) throws(EvidenceError) -> PolicyVersion? {
        if words.count == 1, words[0].elementsEqual("-".utf8) { return nil }
        guard words.count == 2, let commit = ObjectID(hex: words[0]), let blob = ObjectID(hex: words[1]) else {
            throw malformed(id)
        }
        return PolicyVersion(commit: commit, blob: blob)
    }

    /// At most 12 digits.
    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 12 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func malformed(_ id: String) -> EvidenceError {
        EvidenceError(code: .malformed, description: "the journal entry \(id) cannot be read")
    }
}
