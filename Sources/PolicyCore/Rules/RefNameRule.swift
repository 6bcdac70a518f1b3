internal import GitNames

/// P9: a ref is named once, by its own name, and outside the namespaces whose content changes what other content means.
enum RefNameRule: Rule {
    static let scope = RuleScope.everyUpdate

    static func findings(_ context: UpdateContext) -> [Finding] {
        var findings: [Finding] = []
        if context.isRepeated { findings.append(Finding(.repeatedRef, .repeatedRef)) }
        if let namespace = context.push.namespace { findings.append(Finding(.closedRef, .namespace(namespace))) }
        if let target = context.facts.symbolicTarget {
            findings.append(Finding(.symbolicRef, .symbolic(target: target)))
        }
        if let namespace = PolicyEvaluator.closedNamespace(of: context.update.ref) {
            findings.append(Finding(.closedRef, .closed(namespace: namespace)))
        }
        return findings
    }
}
