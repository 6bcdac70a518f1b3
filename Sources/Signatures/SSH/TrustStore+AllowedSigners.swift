extension TrustStore {
    /// The most bytes of a file that are read: 16 MiB.
    public static let fileLimit = 16 << 20

    /// Adds what a file of trusted keys says.
    ///
    /// Read are OpenSSH `allowed_signers` files and OpenPGP keyrings, armoured
    /// or not, and PEM bundles of certificates. A line that is not understood refuses the whole
    /// file: skipping it could trust more than its author meant.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name, for errors.
    public mutating func add(file bytes: [UInt8], named file: String) throws(SignatureError) {
        guard bytes.count <= Self.fileLimit else {
            throw SignatureError(code: .tooLarge, description: "\(file) is over \(Self.fileLimit) bytes")
        }
        guard try !addOtherFormats(bytes, named: file) else { return }
        let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do throws(SignatureError) {
                try add(line: line.last == 0x0d ? line.dropLast() : line)
            } catch {
                throw SignatureError(code: error.code, description: "\(file):\(index + 1): \(error.description)")
            }
        }
    }

    /// Adds an OpenPGP keyring or a PEM bundle; false when the file is neither.
    private mutating func addOtherFormats(_ bytes: [UInt8], named file: String) throws(SignatureError) -> Bool {
        do throws(SignatureError) {
            if OpenPGPKeyBlock.isKeyring(bytes) {
                add(try OpenPGPCertificate.all(in: bytes))
                return true
            }
            guard bytes.starts(with: "-----BEGIN ".utf8) || bytes.firstRange(of: Array("\n-----BEGIN ".utf8)) != nil
            else { return false }
            add(try TrustAnchors(pem: bytes))
            return true
        } catch {
            throw SignatureError(code: error.code, description: "\(file): \(error.description)")
        }
    }

    private mutating func add(line: ArraySlice<UInt8>) throws(SignatureError) {
        let text = line.drop { Self.isBlank($0) }
        guard let first = text.first, first != UInt8(ascii: "#") else { return }
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }),
            String(validating: line, as: UTF8.self) != nil
        else { throw .malformed("not a text") }
        var fields = try Self.fields(text)[...]
        let principals = try Self.principals(fields.removeFirst())
        var options = AllowedSignerOptions()
        if let field = fields.first, fields.count >= 2, !Self.isKeyType(field) {
            options = try AllowedSignerOptions(field)
            fields.removeFirst()
        }
        guard fields.count >= 2 else { throw .malformed("must be: principals [options] key-type key") }
        let key = try SSHPublicKey(type: Array(fields[fields.startIndex]), base64: Array(fields[fields.startIndex + 1]))
        guard key.material != nil else { throw .notSupported("keys of type \(key.typeText) are not supported") }
        let namespaces = options.namespaces
        add(
            Entry(
                isAuthority: options.isAuthority, principals: principals,
                isForGit: namespaces.map { SSHPatternList.matches(SSHSignature.namespace, $0) } ?? true,
                validAfter: options.validAfter, validBefore: options.validBefore),
            for: key)
    }

    /// Splits at white space outside double quotes; the rest after the key is a comment and stays unread.
    private static func fields(_ line: ArraySlice<UInt8>) throws(SignatureError) -> [ArraySlice<UInt8>] {
        var fields: [ArraySlice<UInt8>] = []
        var rest = line
        while fields.count < 4, !rest.isEmpty {
            var isQuoted = false
            let end =
                rest.firstIndex { byte in
                    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                    return isBlank(byte) && !isQuoted
                } ?? rest.endIndex
            // A quote that stays open matters in options only; a comment may hold one.
            if isQuoted, fields.count < 3 { throw .malformed("a double quote is not closed") }
            fields.append(rest[rest.startIndex..<end])
            rest = rest[end...].drop { isBlank($0) }
        }
        return fields
    }

    private static func principals(_ field: ArraySlice<UInt8>) throws(SignatureError) -> [String] {
        guard !field.contains(UInt8(ascii: "\"")) else { throw .notSupported("quoted principals are not supported") }
        let principals = field.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard principals.count <= 256, principals.allSatisfy({ (1...1024).contains($0.count) }) else {
            throw .malformed("the principals must be names joined by commas")
        }
        return principals.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isKeyType(_ field: ArraySlice<UInt8>) -> Bool {
        ["ssh-", "ecdsa-", "sk-", "rsa-"].contains { field.starts(with: $0.utf8) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
