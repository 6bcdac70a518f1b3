import Evidence
import ExactValues
import TestSupport

#if canImport(Glibc)
import Glibc
#endif

/// Names of transactions whose processes are in a state of the test's choice.
enum ProcessLife {
    case alive, ended, endedWithMachine, unknown

    /// The entry's name; different for each number, but for ``alive``, of which there is this process alone.
    func id(_ number: Int32) throws -> String {
        if self == .unknown {
            return JournalEntry.unknownTransaction(at: Timestamp(seconds: 1000), digits: String(number))
        }
        let sandbox = Sandbox()
        func field(_ index: Int, of file: String) throws -> String {
            let words = try sandbox.run(["cat", file]).split(separator: " ")
            return String(words[index])
        }
        let boot = try sandbox.run(["head", "-c", "8", "/proc/sys/kernel/random/boot_id"])
        let space = UInt64(try sandbox.run(["stat", "-L", "-c", "%i", "/proc/self/ns/pid"])) ?? 0
        let start = UInt64(try field(21, of: "/proc/\(getpid())/stat")) ?? 0
        let transaction =
            switch self {
            case .alive: TransactionID(boot: boot, namespace: space, process: getpid(), start: start)
            case .ended:
                // The same process id, begun at another moment.
                TransactionID(boot: boot, namespace: space, process: getpid(), start: start + 1_000 + UInt64(number))
            default: TransactionID(boot: "00000000", namespace: space, process: number, start: start)
            }
        return transaction.text
    }
}
