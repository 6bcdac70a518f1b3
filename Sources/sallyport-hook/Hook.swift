internal import Evidence
internal import ExactValues
internal import Files
internal import PolicyCore
internal import PushGate
internal import ReceiveHooks

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The hook: `pre-receive`, `reference-transaction` and `post-receive` by the name it is called as, or by its first
/// argument. Whatever goes wrong, it does not exit with 0.
@main
enum Hook {
    static func main() {
        unsafe CertificateLoading.isLeftOut = true
        ProcessLimits.set()
        exit(run(CommandLine.arguments))
    }

    private static func run(_ arguments: [String]) -> Int32 {
        do throws(PushGateError) {
            return try dispatch(arguments)
        } catch {
            say(["rejected: \(error)"])
            return error.code == .input || error.code == .configuration ? 2 : 3
        }
    }

    private static func dispatch(_ arguments: [String]) throws(PushGateError) -> Int32 {
        let names: [Name] = ["pre-receive", "reference-transaction", "post-receive"]
        let calledAs = arguments.first.map(lastPart) ?? ""
        var rest = arguments.dropFirst()
        guard let hook = names.contains(Name(calledAs)) ? calledAs : rest.popFirst() else {
            throw usage("no hook is named")
        }
        switch (Name(hook), rest.count) {
        case ("pre-receive", 0): return try preReceive()
        case ("post-receive", 0): return try postReceive()
        case ("reference-transaction", 1): return try referenceTransaction(Name(rest.first ?? ""))
        default:
            throw usage("\"\(DecisionText.printable(hook))\" with \(rest.count) arguments is not a call of a hook")
        }
    }

    private static func lastPart(_ path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func usage(_ problem: String) -> PushGateError {
        PushGateError(
            code: .input,
            description: "\(problem): it is pre-receive, reference-transaction STATE or post-receive")
    }

    // MARK: Hooks

    private static func preReceive() throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parse(try standardInput())
        let environment = try HookEnvironment.ofPush(variable)
        let gate = try InstalledGate.fromEnvironment()
        let pusher = try PusherSource.pusher(gate.root.pusherSource, environment: variable)
        let verdict = try PreReceive(environment, gate, transaction: TransactionID.ofHook()).receive(
            updates, at: now().time, pusher: pusher, namespace: variable("GIT_NAMESPACE"),
            digits: String(UInt64.random(in: 0...UInt64.max), radix: 16))
        say(verdict.lines, prefix: prefix(gate))
        return verdict.isAccepted ? 0 : 1
    }

    private static func referenceTransaction(_ state: Name) throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parseTransaction(try standardInput())
        func transaction() throws(PushGateError) -> ReferenceTransaction {
            ReferenceTransaction(
                try HookEnvironment.ofTransaction(variable), transaction: TransactionID.ofHook())
        }
        switch state {
        case "prepared":
            let objections = try transaction().prepared(updates, moment: now().nanoseconds)
            say(objections.map { "rejected \($0)" })
            return objections.isEmpty ? 0 : 1
        case "committed": try transaction().committed(updates, moment: now().nanoseconds)
        case "aborted": try transaction().aborted(updates)
        case "preparing": break
        default: throw usage("\"\(DecisionText.printable(state.text))\" is no state of a transaction")
        }
        return 0
    }

    private static func postReceive() throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parse(try standardInput())
        let (time, moment) = now()
        do throws(PushGateError) {
            let environment = try HookEnvironment.ofPush(variable)
            let gate = try InstalledGate.fromEnvironment()
            let lines = try PostReceive(environment, gate, transaction: TransactionID.ofHook()).finish(
                updates, at: time, moment: moment)
            say(lines, prefix: prefix(gate))
        } catch {
            throw PushGateError(
                code: error.code,
                description: "the push is in, its receipt is not: \(error). The next push writes it")
        }
        return 0
    }

    // MARK: Surroundings

    private static func standardInput() throws(PushGateError) -> [UInt8] {
        do throws(FileError) {
            return try InputFile.standardInput().rest(limit: UpdateLines.byteLimit)
        } catch {
            throw PushGateError(code: .input, description: error.description)
        }
    }

    private static func now() -> (time: Timestamp, nanoseconds: Int64) {
        var moment = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &moment)
        let seconds = Int64(moment.tv_sec)
        return (Timestamp(seconds: seconds), seconds * 1_000_000_000 + Int64(moment.tv_nsec))
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// GitLab shows only lines that begin so.
    private static func prefix(_ gate: InstalledGate) -> String {
        gate.root.pusherSource == "gitlab" ? "GL-HOOK-ERR: sallyport: " : "sallyport: "
    }

    private static func say(_ lines: [String], prefix: String = "sallyport: ") {
        for line in lines {
            let bytes = Array("\(prefix)\(DecisionText.printable(line))\n".utf8)
            _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
        }
    }
}
