#if canImport(Glibc)
import Glibc
#endif

/// The parts of `Scripts/bench.sh` that need a program: each prints one number, or a few, on one line.
@main
enum BenchCommand {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            let line = Array("sallyport-bench: \(error)\n".utf8)
            _ = unsafe write(2, line, line.count)
            exit(2)
        }
    }

    private static func run(_ arguments: [String]) throws {
        switch arguments.first {
        case "history" where arguments.count == 4:
            guard let count = Int(arguments[2]), count > 0 else { throw BenchError("the count must be above 0") }
            try SignedHistory.write(repository: arguments[1], commits: count, allowedSigners: arguments[3])
        case "time" where arguments.count >= 6 && arguments[4] == "--":
            guard let runs = Int(arguments[1]), runs > 0 else { throw BenchError("the count must be above 0") }
            let times = try CommandTiming.milliseconds(
                Array(arguments[5...]), input: arguments[2], clearing: arguments[3] == "-" ? nil : arguments[3],
                runs: runs)
            print("\(rounded(times[times.count / 2])) \(rounded(times[times.count * 9 / 10]))")
        case "index" where arguments.count == 2:
            guard let count = Int(arguments[1]), count > 0 else { throw BenchError("the count must be above 0") }
            let rates = IndexTiming.objectsPerSecond(objects: count)
            print("\(Int(rates.parse)) \(Int(rates.index))")
        default:
            throw BenchError(
                "usage: sallyport-bench history REPO COUNT ALLOWED-SIGNERS | time RUNS INPUT FOLDER|- -- COMMAND… | index COUNT"
            )
        }
    }

    private static func rounded(_ value: Double) -> Double {
        (value * 100).rounded() / 100
    }
}

/// Why a benchmark could not run.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
