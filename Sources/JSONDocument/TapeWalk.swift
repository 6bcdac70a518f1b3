internal import FieldTree

/// Walks simdjson's tape (https://github.com/simdjson/simdjson/blob/v3.0.1/doc/tape.md) once, front to back.
///
/// Safe as long as the tape is one that simdjson wrote for a document it accepted and the parser lives: every index
/// followed below comes from the tape itself.
@unsafe struct TapeWalk {
    let tape: UnsafePointer<UInt64>
    let strings: UnsafePointer<UInt8>
    /// The next word; word 0 is the root.
    var next = 1

    init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>) {
        unsafe self.tape = tape
        unsafe self.strings = strings
    }

    mutating func value() throws(JSONError) -> FieldValue {
        let word = unsafe tape[next]
        unsafe next += 1
        switch UInt8(truncatingIfNeeded: word >> 56) {
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "t"): return .bool(true)
        case UInt8(ascii: "f"): return .bool(false)
        case UInt8(ascii: "\""): return .string(unsafe string(word))
        case UInt8(ascii: "l"): return .integer(Int64(bitPattern: unsafe operand()))
        case UInt8(ascii: "d"): return .number(Double(bitPattern: unsafe operand()))
        case UInt8(ascii: "["): return try unsafe list(word)
        case UInt8(ascii: "{"): return try unsafe map(word)
        case UInt8(ascii: "u"):
            throw JSONError(code: .numberOutOfRange, description: "an integer is over 9223372036854775807")
        default:
            throw JSONError(code: .malformed, description: "unknown value")
        }
    }

    private mutating func operand() -> UInt64 {
        let word = unsafe tape[next]
        unsafe next += 1
        return word
    }

    private func string(_ word: UInt64) -> String {
        let start = unsafe strings + Int(word & 0x00ff_ffff_ffff_ffff)
        let length = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        let bytes = unsafe UnsafeBufferPointer(start: start + 4, count: Int(length))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// How many elements a container has; simdjson saturates the count at 2^24 - 1, so it only sizes the array.
    private static func count(_ word: UInt64) -> Int {
        Int((word & 0x00ff_ffff_ffff_ffff) >> 32)
    }

    private static func end(_ word: UInt64) -> Int {
        Int(word & 0xffff_ffff)
    }

    private mutating func list(_ word: UInt64) throws(JSONError) -> FieldValue {
        let end = unsafe Self.end(word)
        var elements: [FieldValue] = []
        elements.reserveCapacity(unsafe Self.count(word))
        while unsafe next < end - 1 {
            elements.append(try unsafe value())
        }
        unsafe next = end
        return .list(elements)
    }

    private mutating func map(_ word: UInt64) throws(JSONError) -> FieldValue {
        let end = unsafe Self.end(word)
        var members: [FieldMap.Member] = []
        members.reserveCapacity(unsafe Self.count(word))
        while unsafe next < end - 1 {
            let keyWord = unsafe tape[next]
            unsafe next += 1
            let key = unsafe string(keyWord)
            members.append(.init(key: key, value: try unsafe value()))
        }
        unsafe next = end
        guard let map = FieldMap(unsorted: members) else {
            let twice = unsafe Self.firstDuplicate(members)
            throw JSONError(
                code: .duplicateKey, description: "key \(JSONText.quoted(twice)) stands twice in one object")
        }
        return .map(map)
    }

    private static func firstDuplicate(_ members: [FieldMap.Member]) -> String {
        var seen: Set<String> = []
        return members.first { !seen.insert($0.key).inserted }?.key ?? ""
    }
}
