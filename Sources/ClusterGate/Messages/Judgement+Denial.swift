internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    /// A denial that names every finding's path, Git's value against the requested one, file and line.
    func deny(
        _ rule: Verdict.Rule, _ findings: [Finding], declared: DeclaredObject?, basis: String, next: String
    ) -> Verdict {
        // What kubectl notes of itself follows from the rest, so it is told last.
        let (own, others) = (findings.filter { isLastApplied($0.path) }, findings.filter { !isLastApplied($0.path) })
        let grouping = FindingGrouping(others + own, object: request.object)
        let grouped = grouping.grouped()
        let uncounted = findings.count - grouping.findings.count
        let shown = grouped.prefix(3).map { describe($0, declared: declared, basis: basis) }
        let more = max(0, grouped.count - 3) + uncounted
        let rest = more > 0 ? "; and \(more) more" : ""
        let source = declared.flatMap { declared in
            grouped.first.map { "\(declared.file):\(declared.line(of: $0.path))" }
        }
        return deny(
            rule, "\(reference): \(shown.joined(separator: "; "))\(rest). \(next)", path: grouped.first?.path,
            source: source)
    }

    private func isLastApplied(_ path: FieldPath) -> Bool {
        path.steps.last == .member(Self.lastApplied)
    }

    private func describe(_ finding: Finding, declared: DeclaredObject?, basis: String) -> String {
        let place = declared.map { " (\($0.file):\($0.line(of: finding.path)) at \(shortCommit))" } ?? ""
        if isLastApplied(finding.path) { return "\(finding.path) is not what \(basis) declares\(place)" }
        if isSecret { return "\(finding.path) differs from \(basis)\(place)" }
        switch finding.note {
        case .duplicateKey?: return "\(finding.path) has two elements with the same key"
        case .unfinished?: return "more differs than is compared, from \(finding.path) on"
        case .reordered?: return "\(finding.path) is in another order than \(basis) has it\(place)"
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
