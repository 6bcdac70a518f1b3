internal import Evidence
internal import ExactValues
internal import Files
internal import PolicyCore
internal import PushGate

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The hook: `pre-receive`, `reference-transaction` and `post-receive` by the name it is called as, or by its first
/// argument. Whatever goes wrong, it does not exit with 0.
@main
enum Hook {
    /// After how many seconds the hook gives up, and with it the push.
    private static let deadline: UInt32 = 120

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGALRM) { _ in
            let text = "sallyport: rejected: the hook did not finish in time\n"
            _ = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe write(2, $0.baseAddress, $0.count) }
            _exit(3)
        }
        alarm(deadline)
        let status = run(CommandLine.arguments)
        exit(status)
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
        let names = ["pre-receive", "reference-transaction", "post-receive"]
        let calledAs = arguments.first.map { $0.split(separator: "/").last.map(String.init) ?? "" } ?? ""
        var rest = arguments.dropFirst()
        let isNamed = names.contains { Name($0) == Name(calledAs) }
        guard let hook = isNamed ? calledAs : rest.popFirst() else { throw usage("no hook is named") }
        switch hook {
        case "pre-receive" where rest.isEmpty: return try preReceive()
        case "post-receive" where rest.isEmpty: return try postReceive()
        case "reference-transaction" where rest.count == 1: return try referenceTransaction(rest.first ?? "")
        default:
            throw usage("\"\(DecisionText.printable(hook))\" with \(rest.count) arguments is not a call of a hook")
        }
    }

    private static func usage(_ problem: String) -> PushGateError {
        PushGateError(
            code: .input,
            description: "\(problem): it is pre-receive, reference-transaction STATE or post-receive")
    }

    // MARK: Hooks

    private static func preReceive() throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parse(try standardInput())
        let gate = try InstalledGate.fromEnvironment()
        let pusher = try PusherSource.pusher(gate.root.pusherSource, environment: variable)
        let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let judgement = try PushGate(gate).receive(
            updates, at: now().time, pusher: pusher, namespace: variable("GIT_NAMESPACE"), randomDigits: digits)
        let isGitLab = gate.root.pusherSource == "gitlab"
        say(DecisionText.lines(judgement.decision), prefix: isGitLab ? "GL-HOOK-ERR: sallyport: " : "sallyport: ")
        return judgement.decision.isAccepted ? 0 : 1
    }

    private static func referenceTransaction(_ state: String) throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parseTransaction(try standardInput())
        switch state {
        case "prepared":
            guard !updates.isEmpty else { return 0 }
            let objections = try PushGate(try InstalledGate.fromEnvironment()).prepare(updates)
            say(objections.map { "rejected \($0)" })
            return objections.isEmpty ? 0 : 1
        case "committed":
            let moment = now().nanoseconds
            try PushGate(try InstalledGate.fromEnvironment()).note(updates, .committed(at: moment))
        case "aborted": try PushGate(try InstalledGate.fromEnvironment()).note(updates, .aborted)
        case "preparing": break
        default: throw usage("\"\(DecisionText.printable(state))\" is no state of a transaction")
        }
        return 0
    }

    private static func postReceive() throws(PushGateError) -> Int32 {
        let updates = try UpdateLines.parse(try standardInput())
        let (time, moment) = now()
        do throws(PushGateError) {
            try PushGate(try InstalledGate.fromEnvironment()).finish(updates, at: time, moment: moment)
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

    private static func say(_ lines: [String], prefix: String = "sallyport: ") {
        for line in lines {
            let bytes = Array("\(prefix)\(DecisionText.printable(line))\n".utf8)
            _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
        }
    }
}
