internal import DesiredState
internal import ExactValues

/// An API group and a kind in it, compared by their bytes; the version does not tell kinds apart.
struct GroupKind: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Empty for the core group.
    let group: Name
    let kind: Name

    init(group: String, kind: String) {
        self.group = Name(group)
        self.kind = Name(kind)
    }

    /// Reads `apps/Deployment`; a kind of the core group stands alone: `Pod`.
    init(_ text: String) {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            self.init(group: "", kind: text)
            return
        }
        self.init(group: String(text[..<slash]), kind: String(text[text.utf8.index(after: slash)...]))
    }

    init(stringLiteral value: String) {
        self.init(value)
    }

    var description: String { group.text.isEmpty ? kind.text : "\(group)/\(kind)" }

    /// Whether this stands for every kind: `*`.
    var isAny: Bool { kind == "*" }

    func matches(_ reference: ObjectReference) -> Bool {
        isAny || (kind == Name(reference.kind) && group == Name(reference.group))
    }
}
