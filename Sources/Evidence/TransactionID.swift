internal import ExactValues

/// Which process moves refs: one `git receive-pack` for one push.
///
/// A process id alone comes back; with the moment at which the process began, the machine's boot and the namespace
/// that the id counts in it does not.
public struct TransactionID: Sendable, Hashable {
    /// The first digits of the machine's boot id (proc(5), /proc/sys/kernel/random/boot_id).
    public let boot: String
    /// The number of the process id namespace.
    public let namespace: UInt64
    public let process: Int32
    /// Clock ticks after boot.
    public let start: UInt64

    public init(boot: String, namespace: UInt64, process: Int32, start: UInt64) {
        self.boot = boot
        self.namespace = namespace
        self.process = process
        self.start = start
    }

    /// One word of digits, letters and hyphens: the name of its journal entry.
    public var text: String { "t-\(boot)-\(namespace)-\(process)-\(start)" }

    /// Reads ``text``; nil for anything else.
    public init?(_ text: String) {
        let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard words.count == 5, Name(words[0]) == "t", words[1].utf8.allSatisfy({ $0 >= 0x30 && $0 < 0x7b }),
            let namespace = UInt64(words[2]), let process = Int32(words[3]), let start = UInt64(words[4])
        else { return nil }
        self.init(boot: words[1], namespace: namespace, process: process, start: start)
        guard Name(self.text) == Name(text) else { return nil }
    }
}
