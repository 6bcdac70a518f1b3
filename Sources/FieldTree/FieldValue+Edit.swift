extension FieldValue {
    /// Sets the member `key` of a map; null and other values become a map first. Setting nil removes the member.
    public mutating func set(_ key: String, _ value: FieldValue?) {
        var map = takeMap()
        map[key] = value
        self = .map(map)
    }

    /// Sets the member `key` unless it is there with a value other than null.
    public mutating func setDefault(_ key: String, _ value: FieldValue) {
        if let present = self[key], present != .null { return }
        set(key, value)
    }

    /// Changes the member `key` in place, if it is there with a value other than null.
    public mutating func update(_ key: String, _ change: (inout FieldValue) -> Void) {
        guard var value = self[key], value != .null else { return }
        change(&value)
        set(key, value)
    }

    /// Changes the member `key` in place, making it an empty map first when it is absent or null.
    public mutating func updateOrCreate(_ key: String, _ change: (inout FieldValue) -> Void) {
        setDefault(key, .map(FieldMap()))
        update(key, change)
    }

    /// Changes each element of the list `key` in place, if it is there.
    public mutating func updateEach(_ key: String, _ change: (inout FieldValue) -> Void) {
        guard case .list(var list)? = self[key] else { return }
        for index in list.indices { change(&list[index]) }
        set(key, .list(list))
    }

    /// Appends to the list `key`, making it when it is absent.
    public mutating func append(_ key: String, _ element: FieldValue) {
        set(key, .list((self[key]?.list ?? []) + [element]))
    }

    /// Changes every member's value of the map `key` in place, if it is there.
    public mutating func updateValues(_ key: String, _ change: (inout FieldValue) -> Void) {
        guard case .map(let map)? = self[key] else { return }
        var changed = map
        for member in map.members {
            var value = member.value
            change(&value)
            changed[member.key] = value
        }
        set(key, .map(changed))
    }

    /// This value without members that are null, at any depth: null in a manifest means "not set".
    public var withoutNulls: FieldValue {
        switch self {
        case .map(let map):
            var kept = FieldMap()
            for member in map.members where member.value != .null { kept[member.key] = member.value.withoutNulls }
            return .map(kept)
        case .list(let list):
            return .list(list.map(\.withoutNulls))
        default:
            return self
        }
    }

    private func takeMap() -> FieldMap {
        if case .map(let map) = self { return map }
        return FieldMap()
    }
}
