extension SignedObject {
    /// Reads the bytes of an annotated tag.
    ///
    /// The header must be `object`, `type`, `tag`, `tagger` and nothing else. A signature is one armour at the very end
    /// of the message. Refused are: a NUL anywhere; a carriage return in header or signature; any other header; a
    /// second armour; an armour spelt otherwise than the tool that signs writes it.
    ///
    /// - Parameter limit: the most bytes it may have.
    public init(tag bytes: [UInt8], limit: Int = defaultLimit) throws(SignatureError) {
        guard bytes.count <= limit else {
            throw SignatureError(code: .tooLarge, description: "the tag is over \(limit) bytes")
        }
        let header = try ObjectHeader(bytes)
        var fields = header.fields[...]
        let object = try Self.objectID(try Self.take("object", from: &fields))
        let type = try Self.take("type", from: &fields)
        guard let kind = ["commit", "tree", "blob", "tag"].first(where: { type.elementsEqual($0.utf8) }) else {
            throw .malformed("it is on an object of no known kind")
        }
        let name = try Self.take("tag", from: &fields)
        guard !name.isEmpty else { throw .malformed("it has no name") }
        let tagger = try Self.identity(try Self.take("tagger", from: &fields))
        guard fields.isEmpty else { throw .malformed("it has a header beyond object, type, tag and tagger") }

        content = .tag(object: object, kind: kind, name: Array(name))
        maker = tagger
        let starts = Self.armourStarts(in: bytes, from: header.end)
        guard let start = starts.first else {
            signature = nil
            message = Array(bytes[header.end...])
            payload = bytes
            return
        }
        guard starts.count == 1 else { throw .malformed("it has two signatures") }
        signature = try Signature(Array(bytes[start...]), in: .tag)
        message = Array(bytes[header.end..<start])
        payload = Array(bytes[..<start])
    }

    /// Every line at which Git would take a signature to begin.
    private static func armourStarts(in bytes: [UInt8], from messageStart: Int) -> [Int] {
        var starts: [Int] = []
        var line = messageStart
        while line < bytes.endIndex {
            if bytes[line] == UInt8(ascii: "-"), SignatureFormat(armour: bytes[line...]) != nil { starts.append(line) }
            guard let end = bytes[line...].firstIndex(of: 0x0a) else { break }
            line = end + 1
        }
        return starts
    }
}
