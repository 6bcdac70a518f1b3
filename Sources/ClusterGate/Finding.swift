internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

/// One path of a request that nothing accounts for.
struct Finding {
    let path: FieldPath
    /// What Git (or the owner's template) has there; nil for nothing.
    let expected: FieldValue?
    /// What the request has there; nil for nothing.
    let requested: FieldValue?
    var note: Difference.Note?
}

extension Judgement {
    /// A denial that names every finding's path, Git's value against the requested one, file and line.
    func deny(
        _ rule: Verdict.Rule, _ findings: [Finding], declared: DeclaredObject?, basis: String, next: String
    ) -> Verdict {
        // What kubectl notes of itself follows from the rest, so it is told last.
        let (own, others) = (findings.filter { isLastApplied($0.path) }, findings.filter { !isLastApplied($0.path) })
        let findings = collapsed(others + own)
        let shown = findings.prefix(3).map { describe($0, declared: declared, basis: basis) }
        let rest = findings.count > 3 ? "; and \(findings.count - 3) more" : ""
        let source = declared.flatMap { declared in
            findings.first.map { "\(declared.file):\(declared.line(of: $0.path))" }
        }
        return deny(
            rule, "\(reference): \(shown.joined(separator: "; "))\(rest). \(next)", path: findings.first?.path,
            source: source)
    }

    private func isLastApplied(_ path: FieldPath) -> Bool {
        path.steps.last == .member(Self.lastApplied)
    }

    /// Findings that together are a whole element of a keyed list, added or missing, are one finding of that element.
    /// Missing elements come before added ones.
    private func collapsed(_ findings: [Finding]) -> [Finding] {
        var result: [Finding] = []
        var taken: Set<FieldPath> = []
        for finding in findings {
            guard let element = wholeElement(of: finding, among: findings) else {
                result.append(finding)
                continue
            }
            guard taken.insert(element).inserted else { continue }
            if let renamed = renaming(of: element, among: findings) {
                taken.insert(renamed.other)
                result.append(renamed.finding)
                continue
            }
            result.append(Finding(path: element, expected: nil, requested: request.object?[element]))
        }
        return result
    }

    /// An element that is missing while one that differs in the key alone is added: its key was changed.
    private func renaming(
        of element: FieldPath, among findings: [Finding]
    ) -> (finding: Finding, other: FieldPath)? {
        guard request.object?[element] == nil else { return nil }
        let list = FieldPath(Array(element.steps.dropLast()))
        let missing = findings.filter { $0.path.starts(with: element) }
        for other in findings where other.path.starts(with: list) && other.requested != nil && other.expected == nil {
            let added = FieldPath(Array(other.path.steps.prefix(element.steps.count)))
            let leaves = ObjectComparison(nil, request.object?[added]).differences
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

    private func wholeElement(of finding: Finding, among findings: [Finding]) -> FieldPath? {
        for (index, step) in finding.path.steps.enumerated() {
            guard case .element(let keys) = step, keys.first?.name.isEmpty == false else { continue }
            let path = FieldPath(Array(finding.path.steps[...index]))
            let inside = findings.filter { $0.path.starts(with: path) && $0.note == nil }
            guard let element = request.object?[path] else {
                return inside.allSatisfy { $0.requested == nil && $0.expected != nil } ? path : nil
            }
            let leaves = ObjectComparison(nil, element).differences.count
            if inside.count == leaves, inside.allSatisfy({ $0.expected == nil }) { return path }
        }
        return nil
    }

    private func describe(_ finding: Finding, declared: DeclaredObject?, basis: String) -> String {
        let place = declared.map { " (\($0.file):\($0.line(of: finding.path)) at \(shortCommit))" } ?? ""
        if isLastApplied(finding.path) { return "\(finding.path) is not what \(basis) declares\(place)" }
        if isSecret { return "\(finding.path) differs from \(basis)\(place)" }
        switch finding.note {
        case .duplicateKey?: return "\(finding.path) has two elements with the same key"
        case .reordered?: return "\(finding.path) is in another order than \(basis) has it\(place)"
        case .unfinished?: return "more differs than is compared, from \(finding.path) on"
        case nil: break
        }
        switch (finding.expected, finding.requested) {
        case (let expected?, let requested?):
            return "\(finding.path) is \(brief(requested)), \(basis) has \(brief(expected))\(place)"
        case (nil, let requested?):
            return "\(finding.path) is \(brief(requested)), \(basis) has nothing there\(place)"
        case (let expected?, nil):
            return "\(finding.path) is missing, \(basis) has \(brief(expected))\(place)"
        case (nil, nil):
            if case .element? = finding.path.steps.last { return "\(finding.path) is missing, \(basis) has it\(place)" }
            return "\(finding.path) may not be removed by this request"
        }
    }

    /// Values of Secrets are never shown.
    private var isSecret: Bool { reference.kind == "Secret" && reference.group.isEmpty }

    private func brief(_ value: FieldValue) -> String {
        let text = JSONText.compact(value)
        return text.utf8.count <= 120 ? text : String(text.prefix(117)) + "..."
    }
}
