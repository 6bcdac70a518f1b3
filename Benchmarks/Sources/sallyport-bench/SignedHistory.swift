import CLibCrypto
import ExactValues
import GitNames
import GitStore
import PolicyCore
import Signatures

#if canImport(Glibc)
import Glibc
#endif

/// Writes a history of SSH-signed commits, much faster than `git commit -S` would.
enum SignedHistory {
    private static let who = "Bench <bench@shop.example>"

    /// Makes a bare repository whose `refs/heads/main` has `commits` commits, each with another file, and the
    /// `allowed_signers` file that vouches for them.
    static func write(repository path: String, commits: Int, allowedSigners: String) throws {
        let repository = try Repository.createBare(at: path)
        let key = try Ed25519PrivateKey.generate()
        var parent: ObjectID?
        for number in 0..<commits {
            let blob = try repository.write(.init(kind: .blob, bytes: Array("replicas: \(number)\n".utf8)))
            let tree = try repository.write(
                .init(kind: .tree, bytes: Array("100644 web.yaml\u{0}".utf8) + blob.bytes))
            parent = try commit(number, tree: tree, parent: parent, key: key, in: repository)
        }
        guard let head = parent else { return }
        try repository.updateRef("refs/heads/main", new: head, old: .zero, message: "bench")
        let line = Array("bench@shop.example namespaces=\"git\" \(key.publicKey.sshText)\n".utf8)
        let file = unsafe open(allowedSigners, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0, unsafe Glibc.write(file, line, line.count) == line.count, close(file) == 0 else {
            throw BenchError("\(allowedSigners) cannot be written")
        }
    }

    private static func commit(
        _ number: Int, tree: ObjectID, parent: ObjectID?, key: Ed25519PrivateKey, in repository: Repository
    ) throws -> ObjectID {
        let parentLine = parent.map { "parent \($0)\n" } ?? ""
        let time = 1_700_000_000 + number
        let header = "tree \(tree)\n\(parentLine)author \(who) \(time) +0000\ncommitter \(who) \(time) +0000\n"
        let body = "\nSet the replicas to \(number)\n"
        let armour = try signature(over: Array((header + body).utf8), by: key)
        let indented = armour.split(separator: "\n").joined(separator: "\n ")
        return try repository.write(
            .init(kind: .commit, bytes: Array("\(header)gpgsig \(indented)\n\(body)".utf8)))
    }

    /// An SSH signature (PROTOCOL.sshsig) with namespace `git` and SHA-512.
    private static func signature(over message: [UInt8], by key: Ed25519PrivateKey) throws -> String {
        let domain = text("git") + text("") + text("sha512")
        let signed = Array("SSHSIG".utf8) + domain + string(try sha512(message))
        let signature = text("ssh-ed25519") + string(try key.sign(signed))
        let blob =
            Array("SSHSIG".utf8) + [0, 0, 0, 1] + string(key.publicKey.sshBlob) + domain + string(signature)
        var lines = ["-----BEGIN SSH SIGNATURE-----"]
        var rest = Substring(Base64.encode(blob))
        while !rest.isEmpty {
            lines.append(String(rest.prefix(70)))
            rest = rest.dropFirst(70)
        }
        return (lines + ["-----END SSH SIGNATURE-----"]).joined(separator: "\n")
    }

    private static func text(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

    /// Bytes with their length before them (RFC 4251, section 5).
    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(bytes.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + bytes
    }

    private static func sha512(_ bytes: [UInt8]) throws -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 64)
        guard unsafe EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha512(), nil) == 1 else {
            throw BenchError("SHA-512 failed")
        }
        return digest
    }
}
