import ArgumentParser
import Evidence
import ExactValues
import Files
import GitNames
import PolicyCore
import PolicyFile
import Signatures

/// `sallyport policy`: what a policy file says.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Reads policy files.",
        subcommands: [PolicyLint.self, PolicyShow.self, PolicyAccess.self, PolicyExport.self]
    )

    /// The policy in a file; what is wrong with it goes to standard output, as compilers write it.
    static func read(_ path: String) throws -> Policy {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
        do {
            return try PolicyFile.parse(bytes, file: path, keys: KnownKeys())
        } catch {
            StandardStream.output("\(error)\n")
            StandardStream.flush()
            throw ExitCode(1)
        }
    }
}

/// `sallyport policy lint`: whether a policy can be used.
struct PolicyLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Says what is wrong with a policy file, with line and column.",
        discussion: "Exits with 1 when something is.")

    @Argument(help: "The policy file.")
    var file: String = PolicyFile.path

    func run() throws {
        let policy = try PolicyCommand.read(file)
        StandardStream.output("\(file): good, serial \(policy.serial)\n")
        StandardStream.flush()
    }
}

/// `sallyport policy show`: the rules, in one line each.
struct PolicyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a policy's rules, or the one rule for a ref.")

    @Argument(help: "The policy file.")
    var file: String = PolicyFile.path

    @Option(help: "Only the rule that applies to this ref.")
    var ref: String?

    func run() throws {
        let policy = try PolicyCommand.read(file)
        if let ref {
            guard let name = RefName(ref) else { throw CommandFailure.usage("\(ref) is no full ref name") }
            StandardStream.output(policy.rule(for: name).map(Self.line) ?? "unmatched: \(policy.unmatched.rawValue)\n")
        } else {
            for rule in policy.refs { StandardStream.output(Self.line(rule)) }
            StandardStream.output("unmatched: \(policy.unmatched.rawValue)\n")
            for rule in policy.paths {
                StandardStream.output("line \(rule.line)  path \(rule.match): \(Self.text(rule.approvals))\n")
            }
        }
        StandardStream.flush()
    }

    static func line(_ rule: RefRule) -> String {
        var parts: [String] = []
        if rule.isSigned { parts.append("signed") }
        if let approvals = rule.approvals { parts.append(text(approvals)) }
        if rule.isFastForwardOnly { parts.append("fast-forward only") }
        if let by = rule.by { parts.append("by \(by.map(\.text).joined(separator: ", "))") }
        if rule.isImmutable { parts.append("immutable") }
        if rule.mode == .observe { parts.append("observed, not enforced") }
        return "line \(rule.line)  \(rule.match): \(parts.isEmpty ? "free" : parts.joined(separator: "; "))\n"
    }

    static func text(_ approvals: ApprovalRequirement) -> String {
        "\(approvals.required) approvals from \(approvals.from.map(\.text).joined(separator: ", "))"
    }
}

/// `sallyport policy access`: who can do what.
struct PolicyAccess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Says for each rule who can sign, and who can approve.")

    @Argument(help: "The policy file.")
    var file: String = PolicyFile.path

    @Option(help: ArgumentHelp("Whose keys count at this time, by RFC 3339; now unless given.", valueName: "time"))
    var at: String?

    func run() throws {
        let time = try SystemClock.time(at: at)
        let policy = try PolicyCommand.read(file)
        let able = policy.people.values.filter { $0.keys.contains { $0.objection(at: time) == nil } }
        let signers = Set(able.map(\.name))
        let approvers = Set(able.filter { $0.kind == .human }.map(\.name))
        for rule in policy.refs {
            let writers = rule.by.map { policy.members(of: $0).intersection(signers) } ?? signers
            let who = rule.isSigned || rule.by != nil ? Self.list(writers) : "whoever can push"
            StandardStream.output("\(rule.match)\n  change: \(who)\n")
            guard let approvals = rule.approvals else { continue }
            write(approvals, policy, approvers)
            for path in policy.paths {
                StandardStream.output("  \(path.match)\n  ")
                write(path.approvals, policy, approvers)
            }
        }
        StandardStream.output("other refs\n  change: \(policy.unmatched == .reject ? "nobody" : "whoever can push")\n")
        StandardStream.flush()
    }

    private func write(_ approvals: ApprovalRequirement, _ policy: Policy, _ able: Set<Name>) {
        let people = policy.members(of: approvals.from).intersection(able)
        StandardStream.output("  approve (\(approvals.required)): \(Self.list(people))\n")
    }

    private static func list(_ names: Set<Name>) -> String {
        names.isEmpty ? "nobody" : names.sorted().map(\.text).joined(separator: ", ")
    }
}
