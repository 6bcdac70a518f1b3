/// P3: where a server tells who pushes, the login belongs to a person of the policy.
enum PusherRule: Rule {
    static let scope = RuleScope.everyUpdate

    static func findings(_ context: UpdateContext) -> [Finding] {
        guard context.policy != nil, !context.isReplacedByOwners else { return [] }
        switch context.push.pusher {
        case .notTold: return []
        case .missing: return [Finding(.pusher, .pusherNotTold)]
        case .login(let login): return context.pusher == nil ? [Finding(.pusher, .unknownLogin(login))] : []
        }
    }
}
