internal import ExactValues
internal import PolicyCore

/// The rows that a policy adds to the controllers table: operators, network and storage plugins, injectors.
enum PolicyControllers {
    /// The conditions that a policy can name, and what they are in the table.
    static let conditions: [String: Condition] = [
        "added": .isAdded, "removed": .isRemoved, "number": .isNumber, "being-deleted": .isBeingDeleted,
        "own-node": .isOnOwnNode,
    ]

    /// The rows of one entry of `clusters.NAME.controllers`: it writes `fields` of `kinds`, their `subresources`, and
    /// makes, changes and deletes `children` of objects of `kinds` that are in the cluster and declared.
    static func rows(_ rule: ControllerRule) -> [ControllerRow] {
        let who = Writer.user(rule.identity)
        let when = rule.when.compactMap { conditions[$0.text] }
        let fields = rule.fields.compactMap { FieldPattern(parsing: $0.text) }
        return rule.kinds.flatMap { name -> [ControllerRow] in
            let kind = GroupKind(name.text)
            var rows = rule.subresources.flatMap { subresourceRows($0.text, who, kind, when) }
            if !fields.isEmpty { rows.append(.policy(who, .update, kind: kind, fields: fields, when: when)) }
            for child in rule.children { rows += childRows(who, GroupKind(child.text), of: kind) }
            return rows
        }
    }

    private static func subresourceRows(
        _ name: String, _ who: Writer, _ kind: GroupKind, _ when: [Condition]
    ) -> [ControllerRow] {
        switch name {
        case "status": [.policy(who, .update, kind: kind, subresource: "status", fields: ["status"], when: when)]
        case "finalizers": [.policy(who, .update, kind: kind, fields: ["metadata.finalizers"], when: when)]
        case "scale":
            [.policy(who, .update, kind: kind, subresource: "scale", fields: ["spec.replicas"], when: when)]
        default: [.policy(who, .create, kind: kind, subresource: name, when: when)]
        }
    }

    /// Nobody but the operator knows what it makes of its owner: the owner is what binds a child of it.
    private static func childRows(_ who: Writer, _ child: GroupKind, of owner: GroupKind) -> [ControllerRow] {
        [
            .policy(who, .create, kind: child, when: [.ownerLives(owner)]),
            .policy(who, .update, kind: child, when: [.ownerLives(owner)]),
            .policy(who, .delete, kind: child, when: [.isOwnedBy(owner)]),
        ]
    }
}
