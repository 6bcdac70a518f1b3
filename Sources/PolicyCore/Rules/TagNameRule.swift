internal import ExactValues
internal import GitNames

/// P10: a tag's inner name equals its ref. One that says another name inside could be shown as that tag.
enum TagNameRule: Rule {
    static let scope = RuleScope.underPolicy

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard case .tag(let tag) = context.facts.target else { return [] }
        guard let name = context.update.ref.dropping(prefix: "refs/tags/") else {
            return [Finding(.objectKind, .tagElsewhere, object: tag.id)]
        }
        guard !name.utf8.elementsEqual(tag.name) else { return [] }
        return [Finding(.tagName, .tagName(String(decoding: tag.name, as: UTF8.self)), object: tag.id)]
    }
}
