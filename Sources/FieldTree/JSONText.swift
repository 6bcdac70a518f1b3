/// Writes values as JSON (RFC 8259): compact, keys in ascending order, so that equal values give equal bytes.
public enum JSONText {
    /// One line of JSON without white space.
    public static func compact(_ value: FieldValue) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// A string as a JSON string, quotes included. Control characters and U+2028/2029 are escaped.
    public static func quoted(_ string: String) -> String {
        var text = ""
        appendQuoted(string, to: &text)
        return text
    }

    private static func append(_ value: FieldValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .integer(let integer): text += String(integer)
        case .number(let number): text += number.isFinite ? "\(number)" : "null"
        case .string(let string): appendQuoted(string, to: &text)
        case .list(let list):
            text += "["
            for (index, element) in list.enumerated() {
                if index > 0 { text += "," }
                append(element, to: &text)
            }
            text += "]"
        case .map(let map):
            text += "{"
            for (index, member) in map.members.enumerated() {
                if index > 0 { text += "," }
                appendQuoted(member.key, to: &text)
                text += ":"
                append(member.value, to: &text)
            }
            text += "}"
        }
    }

    private static func appendQuoted(_ string: String, to text: inout String) {
        text += "\""
        // Nearly all strings of real objects need no escape, and are then copied whole.
        if string.utf8.allSatisfy(isPlain) {
            text += string
            text += "\""
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// Whether a byte of UTF-8 stands for itself in a JSON string, whatever is around it.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
