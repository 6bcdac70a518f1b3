internal import Files

/// What proc(5) says of a process in /proc/PID/stat.
struct ProcessStatus {
    let parent: Int32
    /// Clock ticks after boot.
    let start: UInt64
    /// Whether it is `git`, or `git-receive-pack`, of which the system keeps 15 bytes.
    let isGit: Bool
    /// Whether it only waits for its parent to notice that it is gone.
    let hasEnded: Bool

    /// - Returns: nil when there is no such process.
    init?(_ process: Int32) {
        guard let bytes = try? InputFile.read("/proc/\(process)/stat", limit: 4096) else { return nil }
        self.init(line: bytes)
    }

    /// Reads `PID (NAME) STATE PARENT …`; the name may have blanks and parentheses, the 22nd field is the start.
    init?(line: [UInt8]) {
        guard let open = line.firstIndex(of: UInt8(ascii: "(")), let close = line.lastIndex(of: UInt8(ascii: ")")),
            open < close
        else { return nil }
        let name = line[(open + 1)..<close]
        let fields = line[(close + 1)...].split { $0 == 0x20 || $0 == 0x0a }
        guard fields.count >= 20, let parent = Int32(String(decoding: fields[1], as: UTF8.self)),
            let start = UInt64(String(decoding: fields[19], as: UTF8.self))
        else { return nil }
        self.parent = parent
        self.start = start
        isGit = name.elementsEqual("git".utf8) || name.elementsEqual("git-receive-pac".utf8)
        hasEnded = fields[0].elementsEqual("Z".utf8) || fields[0].elementsEqual("X".utf8)
    }
}
