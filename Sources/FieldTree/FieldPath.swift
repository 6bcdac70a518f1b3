/// Where a value stands in an object, printed as Kubernetes prints it: `spec.template.spec.containers[name=web].image`.
public struct FieldPath: Sendable, Hashable {
    /// The key of an element of a keyed list. An empty name stands for the element itself, as in a list that is a set.
    public struct Key: Sendable, Hashable {
        public let name: String
        public let value: FieldValue

        public init(name: String, value: FieldValue) {
            self.name = name
            self.value = value
        }
    }

    /// One step down from a value.
    public enum Step: Sendable, Hashable {
        case member(String)
        case index(Int)
        case element([Key])
    }

    public var steps: [Step]

    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// The path of member names alone: `FieldPath("spec", "replicas")`.
    public init(_ members: String...) {
        steps = members.map { .member($0) }
    }

    /// This path and one more step.
    public func appending(_ step: Step) -> FieldPath {
        FieldPath(steps + [step])
    }

    /// This path and one more member.
    public func appending(_ member: String) -> FieldPath {
        appending(.member(member))
    }

    /// Whether this path is `prefix` or lies below it.
    public func starts(with prefix: FieldPath) -> Bool {
        steps.starts(with: prefix.steps)
    }
}

extension FieldPath: CustomStringConvertible {
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .member(let key) where key.utf8.allSatisfy(Self.isPlain) && !key.isEmpty:
                text += text.isEmpty ? key : "." + key
            case .member(let key):
                text += "[" + JSONText.quoted(key) + "]"
            case .index(let index):
                text += "[\(index)]"
            case .element(let keys):
                text +=
                    "["
                    + keys.map { $0.name.isEmpty ? Self.plain($0.value) : "\($0.name)=\(Self.plain($0.value))" }.joined(
                        separator: ",") + "]"
            }
        }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }

    private static func plain(_ value: FieldValue) -> String {
        if case .string(let string) = value, !string.isEmpty,
            string.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
        {
            return string
        }
        return JSONText.compact(value)
    }
}
