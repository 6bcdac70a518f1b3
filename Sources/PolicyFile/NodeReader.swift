internal import ExactValues
internal import FieldTree
internal import GitNames
internal import PolicyCore
internal import YAMLDocument

/// Reads nodes as what they must be and keeps what is wrong with them.
struct NodeReader {
    let file: String
    let keys: any KeyReader
    private(set) var diagnostics: [PolicyDiagnostic] = []

    init(file: String, keys: any KeyReader) {
        self.file = file
        self.keys = keys
    }

    mutating func report(_ mark: YAMLMark, _ message: String) {
        diagnostics.append(
            PolicyDiagnostic(file: file, line: Int(mark.line), column: Int(mark.column), message: message))
    }

    /// The members of a map by key; reports keys that are neither known nor there to be refused.
    mutating func fields(
        _ node: YAMLNode, _ what: String, known: [String], unsupported: [String] = []
    ) -> [String: YAMLNode] {
        guard let members = node.members else {
            report(node.mark, "\(what) must be a map of \(known.joined(separator: ", "))")
            return [:]
        }
        var fields: [String: YAMLNode] = [:]
        for member in members {
            if known.contains(where: { ExactText.equal($0, member.key) }) {
                fields[member.key] = member.value
            } else if unsupported.contains(where: { ExactText.equal($0, member.key) }) {
                report(member.keyMark, "\"\(member.key)\" is not supported yet")
            } else {
                report(member.keyMark, unknown(member.key, "field of \(what)", known))
            }
        }
        return fields
    }

    /// What to say of a word that is not one of the known ones.
    func unknown(_ word: String, _ what: String, _ known: [String]) -> String {
        let quoted = JSONText.quoted(word)
        if let nearest = NearestWord.of(word, among: known) {
            return "\(quoted) is no \(what): did you mean \"\(nearest)\"?"
        }
        return "\(quoted) is no \(what): it can be \(known.joined(separator: ", "))"
    }

    mutating func missing(_ field: String, in node: YAMLNode, _ what: String) {
        report(node.mark, "\(what) lacks \"\(field)\"")
    }

    mutating func string(_ node: YAMLNode?, _ what: String) -> String? {
        guard let node else { return nil }
        guard case .scalar(.string(let text)) = node.content, !text.isEmpty else {
            report(node.mark, "\(what) must be a text (in quotes when it looks like a number)")
            return nil
        }
        return text
    }

    mutating func integer(_ node: YAMLNode?, _ what: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let node else { return nil }
        guard case .scalar(.integer(let integer)) = node.content, range.contains(integer) else {
            report(node.mark, "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return integer
    }

    mutating func word(_ node: YAMLNode?, _ what: String, of known: [String]) -> String? {
        guard let node, let text = string(node, what) else { return nil }
        guard known.contains(where: { ExactText.equal($0, text) }) else {
            report(node.mark, unknown(text, what, known))
            return nil
        }
        return text
    }

    mutating func elements(_ node: YAMLNode?, _ what: String) -> [YAMLNode] {
        guard let node else { return [] }
        guard let elements = node.elements else {
            report(node.mark, "\(what) must be a list")
            return []
        }
        return elements
    }

    mutating func members(_ node: YAMLNode?, _ what: String) -> [YAMLNode.Member] {
        guard let node else { return [] }
        guard let members = node.members else {
            report(node.mark, "\(what) must be a map")
            return []
        }
        return members
    }

    mutating func timestamp(_ node: YAMLNode?, _ what: String) -> Timestamp? {
        guard let node, let text = string(node, what) else { return nil }
        guard let timestamp = Timestamp(rfc3339: text) else {
            report(node.mark, "\(what) must be a moment like 2026-01-31T00:00:00Z")
            return nil
        }
        return timestamp
    }

    /// A span of time like `14d`, `4h`, `30m` or `90s`, in seconds.
    mutating func duration(_ node: YAMLNode?, _ what: String) -> Int64? {
        guard let node, let text = string(node, what) else { return nil }
        let units: [UInt8: Int64] = [
            UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
        ]
        let digits = String(decoding: text.utf8.dropLast(), as: UTF8.self)
        guard let last = text.utf8.last, let unit = units[last], digits.utf8.count <= 9, let count = Int64(digits),
            count > 0, digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else {
            report(node.mark, "\(what) must be a span of time like 14d, 4h, 30m or 90s")
            return nil
        }
        return count * unit
    }

    /// A name that people, teams and clusters can have: letters, digits, `.`, `_` and `-`, at most 64.
    mutating func name(_ text: String, at mark: YAMLMark, _ what: String) -> Name? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isPlain, (1...64).contains(text.utf8.count) else {
            report(mark, "\(what) must be 1 to 64 letters, digits, dots, dashes and underscores")
            return nil
        }
        return Name(text)
    }

    mutating func names(_ node: YAMLNode?, _ what: String) -> [Name] {
        elements(node, what).compactMap { element in
            guard let text = string(element, "each of \(what)") else { return nil }
            return name(text, at: element.mark, "each of \(what)")
        }
    }

    mutating func pattern(_ node: YAMLNode?, _ what: String) -> GlobPattern? {
        guard let node, let text = string(node, what) else { return nil }
        guard let pattern = GlobPattern(text) else {
            report(node.mark, "\(what) may have * within a segment and ** for segments, and none of ?[]{}\\!")
            return nil
        }
        return pattern
    }

    mutating func refName(_ node: YAMLNode?, _ what: String) -> RefName? {
        guard let node, let text = string(node, what) else { return nil }
        guard let name = RefName(text) else {
            report(node.mark, "\(what) must be a full ref name like refs/heads/main")
            return nil
        }
        return name
    }
}
