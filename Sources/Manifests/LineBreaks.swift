/// The ways of ending a line that YAML 1.1 knows and that editors, diffs and reviewers do not show.
enum LineBreaks {
    /// The first U+0085, U+2028, U+2029 or carriage return without a line feed in a text, nil when there is none.
    static func problem(in bytes: [UInt8]) -> ManifestContent.Problem? {
        var line: UInt32 = 1
        for index in bytes.indices {
            switch bytes[index] {
            case 0x0a: line &+= 1
            case 0x0d where !follows([0x0a], index, in: bytes):
                return problem(line, "a carriage return without a line feed")
            case 0xc2 where follows([0x85], index, in: bytes): return problem(line, "U+0085 (next line)")
            case 0xe2 where follows([0x80, 0xa8], index, in: bytes): return problem(line, "U+2028 (line separator)")
            case 0xe2 where follows([0x80, 0xa9], index, in: bytes):
                return problem(line, "U+2029 (paragraph separator)")
            default: break
            }
        }
        return nil
    }

    private static func follows(_ rest: [UInt8], _ index: Int, in bytes: [UInt8]) -> Bool {
        bytes[(index + 1)...].starts(with: rest)
    }

    private static func problem(_ line: UInt32, _ what: String) -> ManifestContent.Problem {
        .init(line: line, message: "\(what) ends a line in YAML where no reviewer sees it: write it as an escape")
    }
}
