internal import ExactValues
public import FieldTree

extension YAMLNode {
    /// The lines of this node and of all below it, in the order of a walk over `value`: the node itself, then its
    /// members by ascending bytes of their keys or its elements in order, each followed at once by what is below it.
    ///
    /// A member stands on the line of its key, an element on the line where it starts.
    public var lines: [UInt32] {
        var lines = [mark.line]
        appendLines(to: &lines)
        return lines
    }

    private func appendLines(to lines: inout [UInt32]) {
        switch content {
        case .scalar: break
        case .list(let elements):
            for element in elements {
                lines.append(element.mark.line)
                element.appendLines(to: &lines)
            }
        case .map(let members):
            for member in members {
                lines.append(member.keyMark.line)
                member.value.appendLines(to: &lines)
            }
        }
    }

    /// The line of the value at `path` below `value`, or nil when there is none.
    /// - Parameter lines: the `lines` of the node that `value` came from.
    public static func line(of path: FieldPath, in value: FieldValue, lines: [UInt32]) -> UInt32? {
        var value = value
        var offset = 0
        for step in path.steps {
            guard let (child, distance) = value.childAndDistance(step) else { return nil }
            value = child
            offset += distance
        }
        return lines.indices.contains(offset) ? lines[offset] : nil
    }
}

extension FieldValue {
    /// A child and how many steps of a walk in order it is away.
    fileprivate func childAndDistance(_ step: FieldPath.Step) -> (FieldValue, Int)? {
        var distance = 1
        switch (self, step) {
        case (.map(let map), .member(let key)):
            for member in map.members {
                if ExactText.equal(member.key, key) { return (member.value, distance) }
                distance += member.value.nodeCount
            }
        case (.list(let list), .index(let index)):
            guard list.indices.contains(index) else { return nil }
            for element in list[..<index] { distance += element.nodeCount }
            return (list[index], distance)
        case (.list(let list), .element(let keys)):
            for element in list {
                if keys.allSatisfy({ element[$0.name] == $0.value }) { return (element, distance) }
                distance += element.nodeCount
            }
        default: break
        }
        return nil
    }

    /// This value and all below it.
    private var nodeCount: Int {
        switch self {
        case .list(let list): list.reduce(1) { $0 + $1.nodeCount }
        case .map(let map): map.members.reduce(1) { $0 + $1.value.nodeCount }
        default: 1
        }
    }
}
