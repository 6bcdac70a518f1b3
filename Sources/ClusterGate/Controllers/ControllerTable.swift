internal import DesiredState

/// Who may write what: the built-in controllers of Kubernetes 1.20 to 1.36, as rows, and those that a policy adds.
struct ControllerTable: Sendable {
    /// The built-in rows. Tables are by subject; a reader finds "who may write X" in one of them.
    static let builtIn = ControllerTable(
        rows: workloads + workloadStatus + volumes + networking + namespaces + nodes + controlPlane + bootstrap
            + deletions)

    private var byKind: [GroupKind: [ControllerRow]] = [:]
    private var anyKind: [ControllerRow] = []

    init(rows: [ControllerRow]) {
        add(rows)
    }

    /// This table and more rows.
    func adding(_ rows: [ControllerRow]) -> ControllerTable {
        var table = self
        table.add(rows)
        return table
    }

    private mutating func add(_ rows: [ControllerRow]) {
        for row in rows {
            if row.kind.isAny { anyKind.append(row) } else { byKind[row.kind, default: []].append(row) }
        }
    }

    /// The rows that speak of an operation on an object, whoever does it, in the order of the table.
    func rows(
        for operation: AdmissionRequest.Operation, on reference: ObjectReference, subresource: String = ""
    ) -> [ControllerRow] {
        let own = byKind[GroupKind(group: reference.group, kind: reference.kind)] ?? []
        return (own + anyKind).filter { $0.speaks(of: operation, reference, subresource) }
    }
}
