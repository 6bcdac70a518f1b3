internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

/// One row of the table of who may write what: somebody, what they do, to which kind, to which fields, and what must hold.
///
/// An identity alone proves nothing (`kubectl --as` looks the same in a review), so a row without conditions stands only
/// where what is written gives nobody anything.
struct ControllerRow: Sendable, Hashable {
    let who: [Writer]
    let may: AdmissionRequest.Operation
    let kind: GroupKind
    /// Empty for the object itself.
    let subresource: String
    /// The fields that may change; empty for the object as a whole.
    let fields: [FieldPattern]
    /// All of these hold.
    let when: [Condition]
    /// Whether this goes before what Git says of the object: a deletion that the cluster decides on.
    let precedesGit: Bool

    private init(
        _ who: [Writer], _ may: AdmissionRequest.Operation, _ kind: GroupKind, _ subresource: String,
        _ fields: [FieldPattern], _ when: [Condition], precedesGit: Bool = false
    ) {
        self.who = who
        self.may = may
        self.kind = kind
        self.subresource = subresource
        self.fields = fields
        self.when = when
        self.precedesGit = precedesGit
    }

    /// `who` creates objects of a kind (or, with a subresource, sends one).
    static func creates(_ who: Writer..., kind: GroupKind, subresource: String = "", when: [Condition]) -> Self {
        Self(who, .create, kind, subresource, [], when)
    }

    /// `who` changes fields of objects of a kind.
    static func writes(
        _ who: Writer..., kind: GroupKind, subresource: String = "", fields: [FieldPattern], when: [Condition] = []
    ) -> Self {
        Self(who, .update, kind, subresource, fields, when)
    }

    /// `who` changes objects of a kind, all of which hold to the conditions afterwards.
    static func rewrites(_ who: Writer..., kind: GroupKind, when: [Condition]) -> Self {
        Self(who, .update, kind, "", [], when)
    }

    /// `who` writes the status of a kind.
    static func status(_ who: Writer..., kind: GroupKind, when: [Condition] = []) -> Self {
        Self(who, .update, kind, "status", ["status"], when)
    }

    /// `who` deletes objects of a kind.
    static func deletes(_ who: Writer..., kind: GroupKind, when: [Condition]) -> Self {
        Self(who, .delete, kind, "", [], when)
    }

    /// `who` deletes objects of a kind, also those that Git declares.
    static func clears(_ who: Writer..., kind: GroupKind, when: [Condition]) -> Self {
        Self(who, .delete, kind, "", [], when, precedesGit: true)
    }

    /// A row for any operation, as a policy makes it.
    static func policy(
        _ who: Writer, _ may: AdmissionRequest.Operation, kind: GroupKind, subresource: String = "",
        fields: [FieldPattern] = [], when: [Condition] = []
    ) -> Self {
        Self([who], may, kind, subresource, fields, when)
    }

    /// Whether this row speaks of a request by its operation, kind and subresource, whoever sends it.
    func speaks(of operation: AdmissionRequest.Operation, _ reference: ObjectReference, _ subresource: String) -> Bool {
        may == operation && self.subresource.utf8.elementsEqual(subresource.utf8) && kind.matches(reference)
    }

    /// The kind of owner that the object is made for; nil when it is made for none.
    var ownerKind: GroupKind? {
        for case .ownerLives(let kind) in when { return kind }
        return nil
    }

    func isHeld(by identity: Identity) -> Bool {
        who.contains { $0.isHeld(by: identity) }
    }

    /// Whether one difference is in this row's fields. A list or map that became empty, or stopped being so, is a
    /// difference of its own above them.
    func covers(_ change: Difference) -> Bool {
        guard change.note != .unfinished else { return false }
        return fields.contains { $0.covers(change.path) } || isForm(change)
    }

    /// Whether a difference is a list or map at or above this row's fields that became empty, or stopped being so.
    func isForm(_ change: Difference) -> Bool {
        guard (change.before ?? .null).isEmpty, (change.after ?? .null).isEmpty else { return false }
        return fields.contains { pattern in
            pattern.isBelow(change.path)
                || (pattern.covers(change.path) && pattern.steps.count == change.path.steps.count)
        }
    }
}
