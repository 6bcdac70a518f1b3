import ExactValues
import PolicyCore
import Signatures
import TestSupport
import Testing

/// Commits that GnuPG signs, in a home of its own.
final class OpenPGPSigner {
    let signer = SSHSigner()
    var sandbox: Sandbox { signer.sandbox }
    /// When keys are made unless told otherwise: 2025-01-01.
    static let birth = "20250101T000000"
    /// When commits are signed unless told otherwise: 2026-01-01, the date of the sandbox's commits.
    static let date = "20260101T000000"
    static let seconds: Int64 = 1_767_225_600

    init() throws {
        try sandbox.run(["mkdir", "-m", "700", ".gnupg"])
        try sandbox.write("allow-weak-digest-algos\nallow-weak-key-signatures\n", to: ".gnupg/gpg.conf")
    }

    deinit {
        _ = try? sandbox.run(["gpgconf", "--kill", "all"])
    }

    @discardableResult
    func gpg(_ arguments: [String], at time: String = date, input: String = "") throws -> String {
        try sandbox.run(
            ["gpg", "--batch", "--yes", "--quiet", "--faked-system-time", time, "--pinentry-mode", "loopback"]
                + ["--passphrase", ""] + arguments, input: Array(input.utf8))
    }

    /// Answers what GnuPG asks.
    func talk(_ arguments: [String], at time: String, _ answers: [String]) throws -> String {
        try sandbox.run(
            ["gpg", "--no-tty", "--yes", "--quiet", "--faked-system-time", time, "--pinentry-mode", "loopback"]
                + ["--passphrase", "", "--command-fd", "0"] + arguments,
            input: Array((answers.joined(separator: "\n") + "\n").utf8))
    }

    /// Makes a key and returns its fingerprint.
    func makeKey(
        _ name: String = "alice", _ algorithm: String = "ed25519", usage: String = "sign", expires: String = "never",
        at time: String = birth
    ) throws -> String {
        try gpg(
            ["--quick-generate-key", "\(name) <\(name)@shop.example>", algorithm, usage, expires], at: time)
        return try #require(try fingerprints(name).first)
    }

    /// The fingerprints of a key and its subkeys.
    func fingerprints(_ name: String) throws -> [String] {
        try gpg(["--with-colons", "--list-keys", name]).split(separator: "\n").filter { $0.hasPrefix("fpr:") }
            .map { String($0.split(separator: ":")[1]) }
    }

    func publicKey(_ name: String = "alice") throws -> String { try gpg(["--armor", "--export", name]) }

    /// The commit signed by a key, or by several.
    func commit(
        signedBy keys: String..., at time: String = date, options: [String] = []
    ) throws -> [UInt8] {
        try sandbox.write(signer.payload, to: "payload")
        let users = keys.flatMap { ["--local-user", $0] }
        try gpg(users + options + ["--armor", "--output", "payload.asc", "--detach-sign", "payload"], at: time)
        return try signer.commit(openPGP: try sandbox.run(["cat", "payload.asc"]))
    }

    func verdict(
        _ commit: [UInt8], _ trust: String, at seconds: Int64 = OpenPGPSigner.seconds
    ) throws -> SignatureVerdict {
        var store = TrustStore()
        try store.add(file: Array(trust.utf8), named: "trust")
        return store.verdict(on: try SignedObject(commit: commit), SignatureVerifier(), at: Timestamp(seconds: seconds))
    }

    /// Whether `git verify-commit` takes it, with GnuPG behind.
    func gitAccepts(_ commit: [UInt8]) throws -> Bool {
        try sandbox.git("init", "-q", "work")
        let id = try sandbox.git(
            "hash-object", "-w", "-t", "commit", "--literally", "--stdin", in: "work", input: commit)
        return try sandbox.result(["git", "verify-commit", id], in: "work").status == 0
    }
}

extension SSHSigner {
    /// The commit with an armour that has an empty line in it.
    func commit(openPGP armour: String) throws -> [UInt8] {
        let lines = armour.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = "gpgsig " + lines.joined(separator: "\n ") + "\n"
        let text = String(decoding: payload, as: UTF8.self)
        let end = try #require(text.firstRange(of: "\n\n")).lowerBound
        return Array((text[..<end] + "\n" + header + text[end...].dropFirst()).utf8)
    }
}
