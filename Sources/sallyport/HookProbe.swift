import ExactValues
import GitNames
import PolicyCore

#if canImport(Glibc)
import Glibc
#endif

/// Finds out whether Git runs the gate's hooks in a repository.
struct HookProbe {
    /// The bare repository.
    let repository: String

    static let hookNames = ["pre-receive", "reference-transaction", "post-receive"]

    /// The hooks that Git would run, whatever configuration says so, and each of ours among them.
    func checkFiles() throws -> StatusCheck {
        let git = ["git", "-C", repository]
        let found = try ChildProcess.run(git + ["rev-parse", "--git-path", "hooks"], keepsOutput: true)
        let folder = String(decoding: found.output.utf8.filter { $0 != 0x0a }, as: UTF8.self)
        guard found.status == 0 else { return .bad("hooks", "git does not take \(repository) for a repository") }
        let path = folder.utf8.first == UInt8(ascii: "/") ? folder : "\(repository)/\(folder)"
        guard let effective = Self.resolved(path), effective == Self.resolved("\(repository)/hooks") else {
            let origin = try ChildProcess.run(
                git + ["config", "--show-origin", "--get", "core.hooksPath"], keepsOutput: true)
            return .bad(
                "hooks",
                "Git runs hooks of \(path) and not of this repository: unset core.hooksPath ("
                    + origin.output.split(whereSeparator: \.isWhitespace).joined(separator: " ") + ")")
        }
        for name in Self.hookNames where unsafe access("\(effective)/\(name)", X_OK) != 0 {
            return .bad("hooks", "\(effective)/\(name) is no program that can be run: sallyport install --force")
        }
        return .good("hooks", "Git runs the hooks in \(effective)")
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    /// Pushes a commit of nothing to a ref that is closed to everybody: the hook must say so. Nothing is changed.
    func push() throws -> StatusCheck {
        let ref = "refs/sallyport/probe/\(UInt64.random(in: 0...UInt64.max))"
        let script = """
            set -e; work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; git init -q --bare "$work"
            tree=$(git -C "$work" mktree </dev/null)
            commit=$(git -C "$work" -c user.name=probe -c user.email=probe@sallyport.invalid commit-tree -m probe "$tree")
            git -C "$work" push "$0" "$commit:$1" 2>&1
            """
        guard let target = Self.resolved(repository) else {
            return .bad("probe", "\(repository) is not there")
        }
        let pushed = try ChildProcess.run(["sh", "-c", script, target, ref], keepsOutput: true)
        if pushed.status == 0 {
            _ = try ChildProcess.run(["git", "-C", target, "-c", "core.hooksPath=/dev/null", "update-ref", "-d", ref])
            return .bad(
                "probe", "a push to \(ref), which is closed, went in: the hooks do not run (it was taken out again)")
        }
        let words = Array(pushed.output.utf8)
        guard Self.contains(words, "rejected \(ref)") else {
            return .bad("probe", "a push was rejected, but not by a judgement of the gate: \(Self.lastLines(words))")
        }
        return .good("probe", "a push of nothing to a closed ref was rejected by the hook")
    }

    private static func contains(_ text: [UInt8], _ word: String) -> Bool {
        let wanted = Array(word.utf8)
        guard text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }

    private static func lastLines(_ text: [UInt8]) -> String {
        text.split(separator: 0x0a).suffix(3).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " / ")
    }
}
