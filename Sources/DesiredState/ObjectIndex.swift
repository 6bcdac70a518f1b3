internal import ExactValues
internal import Manifests

/// Where an object stands: the file, and the how-manieth object of it. In the order of the files' bytes.
struct Claim: Hashable, Comparable, Sendable {
    let file: Name
    let number: Int

    static func < (left: Claim, right: Claim) -> Bool {
        left.file == right.file ? left.number < right.number : left.file < right.file
    }
}

/// A kind of objects.
struct Kind: Hashable, Sendable {
    let group: Name
    let kind: Name

    init(group: String, kind: String) {
        self.group = Name(group)
        self.kind = Name(kind)
    }
}

/// The objects of one kind in one namespace, which is empty for the cluster's own.
struct Scope: Hashable, Sendable {
    let namespace: Name
    let kind: Kind
}

/// Who claims which reference. Taking one object in or out costs nothing that grows with the others but a binary search
/// and moving what is behind it in its namespace.
struct ObjectIndex: Sendable {
    /// By ascending place. Two claims on one reference contest it.
    private(set) var claims: [ObjectReference: [Claim]] = [:]
    /// The claims by the namespace that the manifests say, by ascending place.
    private(set) var scopes: [Scope: [Claim]] = [:]
    /// References that more than one manifest claims, under the namespace that they say.
    private(set) var contested: Set<ObjectReference> = []

    /// - Parameter references: under which the cluster may know the object, the one that the manifest says first.
    mutating func insert(_ claim: Claim, _ references: [ObjectReference]) {
        for reference in references { Self.insert(claim, into: &claims[reference, default: []]) }
        guard let said = references.first else { return }
        Self.insert(claim, into: &scopes[Self.scope(of: said), default: []])
        if claims[said]?.count == 2 { contested.insert(said) }
    }

    mutating func remove(_ claim: Claim, _ references: [ObjectReference]) {
        for reference in references { Self.remove(claim, from: &claims, at: reference) }
        guard let said = references.first else { return }
        Self.remove(claim, from: &scopes, at: Self.scope(of: said))
        if (claims[said]?.count ?? 0) < 2 { contested.remove(said) }
    }

    static func scope(of reference: ObjectReference) -> Scope {
        Scope(namespace: Name(reference.namespace), kind: Kind(group: reference.group, kind: reference.kind))
    }

    private static func insert(_ claim: Claim, into claims: inout [Claim]) {
        claims.insert(claim, at: lowerBound(claim, in: claims))
    }

    private static func remove<Key>(_ claim: Claim, from table: inout [Key: [Claim]], at key: Key) {
        guard let index = table[key].map({ lowerBound(claim, in: $0) }), table[key]?[index] == claim else { return }
        table[key]?.remove(at: index)
        if table[key]?.isEmpty == true { table[key] = nil }
    }

    private static func lowerBound(_ claim: Claim, in claims: [Claim]) -> Int {
        var low = 0
        var high = claims.count
        while low < high {
            let middle = (low + high) / 2
            if claims[middle] < claim { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
