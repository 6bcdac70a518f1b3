/// One thing that the push gate asks of an update. A rule looks at facts and gives findings; it changes nothing, and
/// does not rely on another rule having passed.
protocol Rule: SendableMetatype {
    /// To which updates the rule speaks.
    static var scope: RuleScope { get }

    /// What is wrong with the update, in the order in which it is told.
    static func findings(_ context: UpdateContext) -> [Finding]
}
