internal import ExactValues

/// A public key as OpenSSH writes it: `ssh-ed25519 AAAAC3Nz… comment`.
public enum SSHKeyText {
    /// Why a text is no key that signatures can be checked with.
    public enum Problem: Error, Sendable, Hashable {
        case malformed
        /// A type of key that is not built yet.
        case unsupported(type: String)
    }

    private static let ed25519 = "ssh-ed25519"

    /// The key in SSH's wire format.
    ///
    /// - Parameter text: type, base64 and an optional comment, one space between them, no options before.
    public static func parse(_ text: String) throws(Problem) -> [UInt8] {
        let words = text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2).map(Array.init)
        guard let first = words.first else { throw .malformed }
        guard first == Array(ed25519.utf8) else {
            let type = String(decoding: first, as: UTF8.self)
            let isType = type.utf8.contains(UInt8(ascii: "-")) && words.count > 1
            throw isType ? .unsupported(type: type) : .malformed
        }
        guard words.count >= 2, let blob = Base64.decode(words[1]), blob.count == 51,
            blob.starts(with: [0, 0, 0, 11] + Array(ed25519.utf8) + [0, 0, 0, 32])
        else { throw .malformed }
        return blob
    }

    /// The text for a key in SSH's wire format, without a comment.
    public static func text(_ blob: [UInt8]) -> String {
        "\(ed25519) \(Base64.encode(blob))"
    }
}
