internal import ExactValues
internal import GitNames

extension SignedObject {
    /// Reads the bytes of a commit.
    ///
    /// The header must be `tree`, up to 128 different `parent`, `author`, `committer`, then other headers, each at most
    /// once, `gpgsig` among them. Refused are: a NUL anywhere; a carriage return in the header; a missing, repeated or
    /// misplaced header; a continuation line on any of the five headers above or on `encoding`; every other header that
    /// carries a signature (`gpgsig-sha256`, any with an armour in it); a signature that is not one armour from its first
    /// to its last line, as the tool that signs writes it; and a message with a line that looks like a `gpgsig` header,
    /// which libgit2 takes for one. `mergetag` may stand where Git writes it, before `gpgsig`, once for each parent and
    /// with a signed tag on that parent in it; it is never taken for the commit's signature.
    ///
    /// - Parameter limit: the most bytes it may have.
    public init(commit bytes: [UInt8], limit: Int = defaultLimit) throws(SignatureError) {
        guard bytes.count <= limit else {
            throw SignatureError(code: .tooLarge, description: "the commit is over \(limit) bytes")
        }
        let header = try ObjectHeader(bytes)
        var fields = header.fields[...]
        let tree = try Self.objectID(try Self.take("tree", from: &fields))
        var parents: [ObjectID] = []
        while let field = fields.first, field.isNamed("parent") {
            guard parents.count < Self.parentLimit else { throw .malformed("it has over \(Self.parentLimit) parents") }
            parents.append(try Self.objectID(try Self.take("parent", from: &fields)))
        }
        guard Set(parents).count == parents.count else { throw .malformed("it has a parent twice") }
        let author = try Self.identity(try Self.take("author", from: &fields))
        let committer = try Self.identity(try Self.take("committer", from: &fields))
        try Self.checkRemaining(fields, parents: Set(parents))
        let message = bytes[header.end...]
        try Self.checkMessage(message)

        content = .commit(tree: tree, parents: parents, author: author)
        maker = committer
        self.message = Array(message)
        guard let field = fields.first(where: { $0.isNamed("gpgsig") }) else {
            signature = nil
            payload = bytes
            return
        }
        signature = try Signature(field.wholeValue, in: .commit)
        var payload: [UInt8] = []
        payload.reserveCapacity(bytes.count)
        payload += bytes[..<field.range.lowerBound]
        payload += bytes[field.range.upperBound...]
        self.payload = payload
    }

    static func take(
        _ name: StaticString, from fields: inout ArraySlice<ObjectHeader.Field>
    ) throws(SignatureError) -> ArraySlice<UInt8> {
        guard let field = fields.first, field.isNamed(name) else {
            throw .malformed("its header has no \(name) where there must be one")
        }
        guard field.continuation.isEmpty else { throw .malformed("its \(name) header goes on over a second line") }
        fields = fields.dropFirst()
        return field.value
    }

    static func objectID(_ value: ArraySlice<UInt8>) throws(SignatureError) -> ObjectID {
        guard let id = ObjectID(hex: value) else { throw .malformed("its header names an object by a bad id") }
        return id
    }

    static func identity(_ value: ArraySlice<UInt8>) throws(SignatureError) -> IdentityLine {
        guard let identity = IdentityLine(value) else {
            throw .malformed("a person in its header is not \"Name <e-mail> seconds zone\"")
        }
        return identity
    }

    /// Looks at what may follow the committer.
    private static func checkRemaining(
        _ fields: ArraySlice<ObjectHeader.Field>, parents: Set<ObjectID>
    ) throws(SignatureError) {
        var names: Set<[UInt8]> = []
        var tagged: Set<ObjectID> = []
        for field in fields {
            if field.isNamed("mergetag") {
                guard !names.contains(Array("gpgsig".utf8)) else {
                    throw .malformed("its header has mergetag behind gpgsig")
                }
                let commit = try taggedCommit(field)
                guard parents.contains(commit), tagged.insert(commit).inserted else {
                    throw .malformed("its mergetag is not the one of a parent")
                }
                continue
            }
            guard names.insert(Array(field.key)).inserted else {
                throw .malformed("its header has \(text(field.key)) twice")
            }
            if field.isNamed("gpgsig") { continue }
            try checkUnsigned(field, followsMergeTag: !tagged.isEmpty)
        }
    }

    /// The commit that a tag in a `mergetag` header is on. Git copies a signed tag there whole when it is merged; whose
    /// signature it bears says nothing about this commit.
    private static func taggedCommit(_ field: ObjectHeader.Field) throws(SignatureError) -> ObjectID {
        let tag: SignedObject
        do throws(SignatureError) {
            tag = try SignedObject(tag: field.wholeValue)
        } catch {
            throw SignatureError(code: error.code, description: "the tag in its mergetag header: \(error.description)")
        }
        guard case .tag(let commit, "commit", _) = tag.content, tag.signature != nil else {
            throw .malformed("its mergetag header is no signed tag on a commit")
        }
        return commit
    }

    /// Refuses a header that stands at a wrong place, or carries what somebody could take for a signature.
    private static func checkUnsigned(
        _ field: ObjectHeader.Field, followsMergeTag: Bool
    ) throws(SignatureError) {
        if ["tree", "parent", "author", "committer"].contains(where: { field.key.elementsEqual($0.utf8) }) {
            throw .malformed("its header has \(text(field.key)) at the wrong place")
        }
        let lower = field.key.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        if lower.starts(with: "gpgsig".utf8) || lower.elementsEqual("mergetag".utf8) {
            throw .notSupported("its header carries a \(text(field.key)), which is not supported")
        }
        if field.isNamed("encoding"), !field.continuation.isEmpty || followsMergeTag {
            throw .malformed("its encoding header goes on over a second line or stands behind a mergetag")
        }
        if ([field.value] + field.continuation).contains(where: { contains("-----BEGIN ", in: $0) }) {
            throw .malformed("its header \(text(field.key)) carries a signature")
        }
    }

    /// Refuses a line that readers which look for `gpgsig` beyond the header would take for one.
    private static func checkMessage(_ message: ArraySlice<UInt8>) throws(SignatureError) {
        var start = message.startIndex
        while start < message.endIndex {
            let line = message[start...]
            if line.starts(with: "gpgsig".utf8) {
                let rest = line.dropFirst(6).drop { $0 != 0x20 && $0 != 0x0a }
                if rest.starts(with: " -----BEGIN ".utf8) {
                    throw .malformed("its message has a gpgsig header in it")
                }
            }
            guard let end = line.firstIndex(of: 0x0a) else { return }
            start = end + 1
        }
    }

    private static func contains(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= text.utf8CodeUnitCount else { return false }
        return (bytes.startIndex...(bytes.endIndex - text.utf8CodeUnitCount)).contains { start in
            bytes[start] == UInt8(ascii: "-") && bytes[start...].starts(with: text.description.utf8)
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
