internal import ExactValues
public import FieldTree

extension YAMLNode {
    /// The value of a scalar, or nil for any other node.
    public var scalar: FieldValue? {
        if case .scalar(let value) = content { return value }
        return nil
    }

    /// The member `key` of a map, or nil.
    public subscript(key: String) -> YAMLNode? {
        members?.first { ExactText.equal($0.key, key) }?.value
    }

    /// This map with a text under `key`, in place of what is there; the text stands where the map starts. Any other
    /// node is returned as it is.
    public func setting(_ key: String, _ text: String) -> YAMLNode {
        guard var members else { return self }
        let index = members.firstIndex { !ExactText.less($0.key, key) } ?? members.count
        let value = YAMLNode(mark: mark, content: .scalar(.string(text)))
        let member = Member(key: key, keyMark: mark, value: value)
        if index < members.count, ExactText.equal(members[index].key, key) {
            members[index] = member
        } else {
            members.insert(member, at: index)
        }
        return YAMLNode(mark: mark, content: .map(members))
    }
}
