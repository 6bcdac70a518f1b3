internal import FieldTree

extension FieldValue {
    /// Sets the member `key` where it is absent or its type's zero value: what Go's defaulting does to a field that is
    /// no pointer, while `setDefault` is what it does to a pointer.
    mutating func fill(_ key: String, _ value: FieldValue) {
        switch self[key] {
        case nil, .null?, .string("")?, .integer(0)?, .bool(false)?: set(key, value)
        case .list(let list)? where list.isEmpty: set(key, value)
        case .map(let map)? where map.isEmpty: set(key, value)
        default: break
        }
    }

    /// Adds those members of `source` that this map lacks.
    mutating func fill(from source: FieldMap) {
        for member in source.members { setDefault(member.key, member.value) }
    }

    /// Adds a finalizer, unless it is there.
    mutating func addFinalizer(_ finalizer: String) {
        let present = self["finalizers"]?.list ?? []
        if !present.contains(.string(finalizer)) { append("finalizers", .string(finalizer)) }
    }
}
