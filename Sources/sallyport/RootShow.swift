import ArgumentParser
import ExactValues
import FieldTree
import GitNames
import GitStore
import PolicyCore
import PushGate
import Signatures

/// `sallyport root show`: the root in force in an installed repository.
struct RootShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the root in force: version, owners, threshold, receipt keys, genesis.")

    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "The installed repository.")
    var repo: String = "."

    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
        let root: Root
        do {
            root = try InstalledGate(try Repository(path: repo)).root
        } catch let error as GitError {
            throw CommandFailure.usage(error.description)
        } catch let error as PushGateError {
            throw CommandFailure.usage(error.description)
        }
        let value = Self.value(root)
        StandardStream.output(format == .json ? JSONText.compact(value) + "\n" : Self.text(root))
        StandardStream.flush()
    }

    private static func value(_ root: Root) -> FieldValue {
        var fields = FieldMap()
        fields["version"] = .integer(root.version)
        fields["repository"] = .string(root.repository.text)
        fields["policyRef"] = .string(root.policyRef.text)
        fields["threshold"] = .integer(Int64(root.threshold))
        fields["owners"] = .list(
            root.owners.map { owner in
                [
                    "name": .string(owner.name.text),
                    "keys": .list(owner.keys.map { .string(KnownKeys.text($0.identity)) }),
                ]
            })
        fields["receiptKeys"] = .list(root.receiptKeys.map { .string(Base64.encode($0.publicKey)) })
        fields["pusher"] = .string(root.pusherSource?.text ?? "none")
        if let genesis = root.genesis {
            fields["genesis"] = [
                "refs": .integer(Int64(genesis.refs)), "sha256": .string(Hexadecimal.text(genesis.digest)),
            ]
        }
        return .map(fields)
    }

    /// A root file, to be changed and proposed as the next version.
    private static func text(_ root: Root) -> String {
        var lines = [
            "apiVersion: sallyport.dev/v1", "kind: Root", "version: \(root.version)", "repository: \(root.repository)",
            "policyRef: \(root.policyRef)", "threshold: \(root.threshold)",
            "pusher: \(root.pusherSource?.text ?? "none")", "owners:",
        ]
        for owner in root.owners {
            lines += ["  \(owner.name):", "    keys:"]
            lines += owner.keys.map { "      - {ssh: \(KnownKeys.text($0.identity))\(bounds($0))}" }
        }
        lines.append("receiptKeys:")
        lines += root.receiptKeys.map { key in
            "  - {ed25519: \(Base64.encode(key.publicKey))"
                + (key.validFrom.map { ", from: \($0)" } ?? "") + (key.validUntil.map { ", until: \($0)" } ?? "") + "}"
        }
        if let genesis = root.genesis {
            lines.append("genesis: {refs: \(genesis.refs), sha256: \(Hexadecimal.text(genesis.digest))}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func bounds(_ key: SigningKey) -> String {
        (key.validFrom.map { ", from: \($0)" } ?? "") + (key.validUntil.map { ", until: \($0)" } ?? "")
            + (key.revocation.map { ", revoked: {at: \($0.at)}" } ?? "")
    }
}
