internal import ExactValues
internal import FieldTree

/// Which paths of an object a row speaks of: a path, and everything below it.
///
/// Written as `spec.claimRef`, `metadata.annotations[pv.kubernetes.io/*]`, `spec.ports[*].nodePort`: brackets hold a key
/// or the value that names an element, a star at its end stands for any ending, a star alone for any step.
struct FieldPattern: Sendable, Hashable {
    enum Step: Hashable {
        case named(Name)
        case prefixed(Name)
        case any
    }

    let steps: [Step]

    /// - Returns: nil when brackets do not match, or a step is empty.
    init?(parsing text: String) {
        var steps: [Step] = []
        var word: [UInt8] = []
        var isInBrackets = false
        var isClosed = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "[") where !isInBrackets:
                if !isClosed, !Self.take(&word, into: &steps) { return nil }
                isInBrackets = true
            case UInt8(ascii: "]") where isInBrackets:
                guard Self.take(&word, into: &steps) else { return nil }
                isInBrackets = false
                isClosed = true
            case UInt8(ascii: ".") where !isInBrackets:
                if !isClosed, !Self.take(&word, into: &steps) { return nil }
                isClosed = false
            case UInt8(ascii: "]"): return nil
            default:
                if isClosed, !isInBrackets { return nil }
                word.append(byte)
            }
        }
        guard !isInBrackets, isClosed || Self.take(&word, into: &steps), !steps.isEmpty else { return nil }
        self.steps = steps
    }

    /// A pattern of the built-in table; one that cannot be read covers nothing, which its tests show.
    init(_ text: String) {
        self.init(steps: Self(parsing: text)?.steps ?? [])
    }

    private init(steps: [Step]) {
        self.steps = steps
    }

    private static func take(_ word: inout [UInt8], into steps: inout [Step]) -> Bool {
        guard !word.isEmpty else { return false }
        let isOpen = word.last == UInt8(ascii: "*")
        let text = Name(String(decoding: isOpen ? word.dropLast() : word[...], as: UTF8.self))
        steps.append(!isOpen ? .named(text) : word.count == 1 ? .any : .prefixed(text))
        word = []
        return true
    }

    /// Whether `path` is what this names, or lies below it.
    func covers(_ path: FieldPath) -> Bool {
        !steps.isEmpty && steps.count <= path.steps.count && zip(steps, path.steps).allSatisfy(Self.matches)
    }

    /// Whether `path` lies above what this names.
    func isBelow(_ path: FieldPath) -> Bool {
        path.steps.count < steps.count && zip(steps, path.steps).allSatisfy(Self.matches)
    }

    private static func matches(_ step: Step, _ actual: FieldPath.Step) -> Bool {
        guard step != .any else { return true }
        let text: String
        switch actual {
        case .member(let key): text = key
        case .element(let keys):
            guard keys.count == 1, let value = keys.first?.value.string else { return false }
            text = value
        case .index: return false
        }
        switch step {
        case .any: return true
        case .named(let name): return name == Name(text)
        case .prefixed(let prefix): return text.utf8.starts(with: prefix.text.utf8)
        }
    }
}

extension FieldPattern: ExpressibleByStringLiteral {
    init(stringLiteral value: String) {
        self.init(value)
    }
}
