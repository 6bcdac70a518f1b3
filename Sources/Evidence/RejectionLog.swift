public import ExactValues
internal import FieldTree
internal import Files
internal import GitNames
public import PolicyCore

/// What the gate rejected, for people who look later: one line of JSON for each thing that was wrong, in two files of
/// which the older is overwritten.
public struct RejectionLog: Sendable {
    /// The most bytes of each of the two files.
    public static let byteLimit = 8 << 20
    /// The most lines about one push.
    public static let lineLimit = 100
    /// The most bytes of a message that are kept.
    private static let messageLimit = 2000

    /// Why one update was rejected.
    public struct Reason: Sendable {
        public let update: RefUpdate
        /// The name of the rule.
        public let rule: String
        public let message: String

        public init(update: RefUpdate, rule: String, message: String) {
            self.update = update
            self.rule = rule
            self.message = message
        }
    }

    private let path: String

    /// - Parameter gitFolder: the repository's own folder, with a slash at its end.
    public init(gitFolder: String) {
        path = gitFolder + "sallyport/rejected"
    }

    /// The files that there may be, the older first.
    public var files: [String] { [path + ".1", path] }

    /// Adds a push.
    /// - Parameter byteLimit: when to begin a new file; 8 MiB unless given.
    public func add(
        _ reasons: [Reason], at time: Timestamp, pusher: Name?, byteLimit: Int = byteLimit
    ) throws(EvidenceError) {
        var lines: [UInt8] = []
        for reason in reasons.prefix(Self.lineLimit) {
            lines += Array((JSONText.compact(Self.value(reason, at: time, pusher)) + "\n").utf8)
        }
        if reasons.count > Self.lineLimit {
            let rest: FieldValue = [
                "more": .integer(Int64(reasons.count - Self.lineLimit)), "time": .string(time.description),
            ]
            lines += Array((JSONText.compact(rest) + "\n").utf8)
        }
        let path = path
        try FileLock.holding(path + ".lock", failure: EvidenceError.init(_:)) { () throws(EvidenceError) in
            try EvidenceError.storing { () throws(FileError) in
                let size = try FileStatus.of(path)?.size
                if let size, size + lines.count > byteLimit { try DurableFile.move(path, to: path + ".1") }
                if size == nil || size.map({ $0 + lines.count > byteLimit }) == true {
                    try DurableFile.create(path, lines)
                } else {
                    try DurableFile.append(path, lines, isSynced: false)
                }
            }
        }
    }

    private static func value(_ reason: Reason, at time: Timestamp, _ pusher: Name?) -> FieldValue {
        var message = reason.message
        if message.utf8.count > messageLimit {
            message = String(decoding: message.utf8.prefix(messageLimit), as: UTF8.self) + "…"
        }
        return [
            "message": .string(message), "new": .string(reason.update.new.hex), "old": .string(reason.update.old.hex),
            "pusher": pusher.map { .string($0.text) } ?? .null, "ref": .string(reason.update.ref.text),
            "rule": .string(reason.rule), "time": .string(time.description),
        ]
    }
}
