internal import FieldTree
internal import ObjectAccounting

/// Findings that together are a whole element of a keyed list, added or missing, are one finding of that element.
///
/// Only as many findings are looked at as a person reads; the rest are counted.
struct FindingGrouping {
    /// How many findings are grouped; more are only counted.
    static let limit = 100

    /// The object of the request.
    let object: FieldValue?
    let findings: [Finding]
    private var inside: [FieldPath: Inside] = [:]

    /// What is known of the findings below one element.
    private struct Inside {
        var count = 0
        var areAllMissing = true
        var areAllAdded = true
        var findings: [Int] = []
    }

    init(_ findings: [Finding], object: FieldValue?) {
        self.object = object
        self.findings = Array(findings.prefix(Self.limit))
        for (index, finding) in self.findings.enumerated() where finding.note == nil {
            for element in Self.elements(of: finding.path) {
                var known = inside[element] ?? Inside()
                known.count += 1
                known.areAllMissing = known.areAllMissing && finding.requested == nil && finding.expected != nil
                known.areAllAdded = known.areAllAdded && finding.expected == nil
                known.findings.append(index)
                inside[element] = known
            }
        }
    }

    /// The elements of keyed lists that a path leads through, the outermost first.
    private static func elements(of path: FieldPath) -> [FieldPath] {
        path.steps.indices.compactMap { index in
            guard case .element(let keys) = path.steps[index], keys.first?.name.isEmpty == false else { return nil }
            return FieldPath(Array(path.steps[...index]))
        }
    }

    /// The findings, grouped, in their order.
    func grouped() -> [Finding] {
        var result: [Finding] = []
        var taken: Set<FieldPath> = []
        for finding in findings {
            guard let element = wholeElement(of: finding) else {
                result.append(finding)
                continue
            }
            guard taken.insert(element).inserted else { continue }
            if let renamed = renaming(of: element) {
                taken.insert(renamed.other)
                result.append(renamed.finding)
                continue
            }
            result.append(Finding(path: element, expected: nil, requested: object?[element]))
        }
        return result
    }

    private func wholeElement(of finding: Finding) -> FieldPath? {
        for path in Self.elements(of: finding.path) {
            guard let known = inside[path] else { continue }
            guard let element = object?[path] else { return known.areAllMissing ? path : nil }
            guard known.areAllAdded else { continue }
            if known.count == ObjectComparison(nil, element).differences.count { return path }
        }
        return nil
    }

    /// An element that is missing while one that differs in the key alone is added: its key was changed.
    private func renaming(of element: FieldPath) -> (finding: Finding, other: FieldPath)? {
        guard object?[element] == nil, let missing = inside[element]?.findings.map({ findings[$0] }) else { return nil }
        let list = FieldPath(Array(element.steps.dropLast()))
        var seen: Set<FieldPath> = []
        for other in findings where other.path.starts(with: list) && other.requested != nil && other.expected == nil {
            let added = FieldPath(Array(other.path.steps.prefix(element.steps.count)))
            guard seen.insert(added).inserted, inside[added]?.count == missing.count else { continue }
            let leaves = ObjectComparison(nil, object?[added]).differences
            guard leaves.count == missing.count else { continue }
            let changed = missing.filter { gone in
                let path = FieldPath(Array(gone.path.steps.dropFirst(element.steps.count)))
                return !leaves.contains { $0.path == path && $0.after == gone.expected }
            }
            guard changed.count == 1, let first = changed.first else { continue }
            let path = FieldPath(Array(first.path.steps.dropFirst(element.steps.count)))
            guard let value = leaves.first(where: { $0.path == path })?.after else { continue }
            return (Finding(path: first.path, expected: first.expected, requested: value), added)
        }
        return nil
    }
}
