internal import ExactValues

/// A type of the API: the fields that its objects can have.
public struct ObjectType: Sendable {
    /// The number of a type in its table.
    public struct ID: Sendable, Hashable {
        let index: Int
    }

    /// The type's name as Kubernetes' packages have it: `core/v1.PodSpec`.
    public let name: String
    /// The fields by ascending name. One whose attributes changed with a version stands once for each span.
    public let fields: [Field]

    /// One field.
    public struct Field: Sendable {
        public let name: String
        public let type: FieldType
        /// Whether null differs from the type's zero value: a pointer to 0 is written.
        public let isPointer: Bool
        public let omission: Omission
        /// How the elements of a list are told apart; of other values, ``ListSemantics/ordered``.
        public let list: ListSemantics
        /// The first and the last minor version that has the field.
        public let minors: ClosedRange<Int>
    }

    /// When a field is not written.
    public enum Omission: Sendable {
        /// Always written: null when there is nothing.
        case never
        /// Left out when it is zero, "", an empty list or map, or null; a zero object is written.
        case empty
        /// As ``empty``, and left out when it is a zero object.
        case zero
    }

    /// The field called `name` in version 1.`minor`, nil when there is none.
    public func field(_ name: String, minor: Int) -> Field? {
        spans(name).first { $0.minors.contains(minor) }
    }

    /// The field called `name` in the newest version that has it, nil when none does.
    public func newestField(_ name: String) -> Field? {
        spans(name).last
    }

    /// The field called `name`, once for each of its spans.
    private func spans(_ name: String) -> some BidirectionalCollection<Field> {
        var low = 0
        var high = fields.count
        while low < high {
            let middle = (low + high) / 2
            if ExactText.less(fields[middle].name, name) { low = middle + 1 } else { high = middle }
        }
        return fields[low...].prefix { ExactText.equal($0.name, name) }
    }
}
