internal import ExactValues
public import Manifests

extension DesiredState {
    func object(_ claim: Claim) -> ManifestObject? {
        guard let objects = files[claim.file]?.content.objects, objects.indices.contains(claim.number) else {
            return nil
        }
        return objects[claim.number]
    }

    func place(_ claim: Claim) -> Place {
        Place(file: claim.file.text, line: object(claim)?.line ?? 1)
    }

    private func declared(_ claim: Claim, as reference: ObjectReference) -> DeclaredObject? {
        object(claim).map { DeclaredObject(reference: reference, object: $0, file: claim.file.text) }
    }

    /// What a manifest declares, under the namespace that it says.
    private func said(_ claim: Claim) -> DeclaredObject? {
        object(claim).flatMap { object in references(of: object).first.flatMap { declared(claim, as: $0) } }
    }

    /// The declared object, or nil when Git declares none (or two) of that reference.
    public func object(_ reference: ObjectReference) -> DeclaredObject? {
        let canonical = reference.canonical
        guard let claims = index.claims[canonical], claims.count == 1 else { return nil }
        return declared(claims[0], as: canonical)
    }

    /// What Git says of an object.
    public func standing(of reference: ObjectReference) -> Standing {
        let canonical = reference.canonical
        switch index.claims[canonical] {
        case let claims? where claims.count == 1:
            return declared(claims[0], as: canonical).map { .declared($0) } ?? .undeclared
        case let claims?: return .contested(claims.map(place))
        case nil: return kept.place(of: canonical).map { .unreadable($0) } ?? .undeclared
        }
    }

    /// Whether two manifests claim this reference.
    public func isContested(_ reference: ObjectReference) -> Bool {
        (index.claims[reference.canonical]?.count ?? 0) > 1
    }

    /// The declared CustomResourceDefinition of a kind; nil when there is none, or more than one.
    public func definition(group: String, kind: String) -> DeclaredObject? {
        definitions.claim(on: Kind(group: group, kind: kind)).flatMap(said)
    }

    /// The objects of one kind declared in a namespace (empty for the whole cluster's own), in the order of the files.
    public func objects(in namespace: String, group: String, kind: String) -> [DeclaredObject] {
        objects(in: Scope(namespace: Name(namespace), kind: Kind(group: group, kind: kind)))
    }

    /// The objects of one kind declared in any namespace, by ascending namespace.
    public func objects(group: String, kind: String) -> [DeclaredObject] {
        let kind = Kind(group: group, kind: kind)
        return index.scopes.keys.filter { $0.kind == kind }.sorted { $0.namespace < $1.namespace }
            .flatMap(objects(in:))
    }

    private func objects(in scope: Scope) -> [DeclaredObject] {
        (index.scopes[scope] ?? []).compactMap(said).filter { !index.contested.contains($0.reference) }
    }

    /// The objects declared in a namespace (empty for the whole cluster's own), by kind.
    public func objects(in namespace: String) -> [DeclaredObject] {
        let scopes = index.scopes.keys.filter { $0.namespace == Name(namespace) }
        return scopes.sorted { ($0.kind.group, $0.kind.kind) < ($1.kind.group, $1.kind.kind) }.flatMap(objects(in:))
    }

    /// Every declared object, by ascending namespace, then by kind.
    public var allObjects: [DeclaredObject] {
        Set(index.scopes.keys.map(\.namespace)).sorted().flatMap { objects(in: $0.text) }
    }

    /// Whether manifests name any object of this kind, or did when they could last be read.
    public func declaresAny(group: String, kind: String) -> Bool {
        kinds[Kind(group: group, kind: kind)] != nil || kept.holdsAny(Kind(group: group, kind: kind))
    }

    /// Some object that Git declares or claims in a namespace; nil when there is none.
    public func anyObject(in namespace: String) -> DeclaredObject? {
        for (scope, claims) in index.scopes where scope.namespace == Name(namespace) {
            if let first = claims.lazy.compactMap(said).first { return first }
        }
        return kept.anyObject(in: namespace)
    }

    /// How many objects are declared.
    public var count: Int {
        index.scopes.values.reduce(0) { $0 + $1.count }
            - index.contested.reduce(0) { $0 + (index.claims[$1]?.count ?? 0) }
    }

    /// The references of every object that a file claims.
    func references(claimedBy file: Name) -> [(ObjectReference, ManifestObject)] {
        (files[file]?.content.objects ?? []).flatMap { object in references(of: object).map { ($0, object) } }
    }

    /// Whether any manifest claims a reference.
    func isClaimed(_ reference: ObjectReference) -> Bool {
        index.claims[reference] != nil
    }
}
