internal import ExactValues
internal import GitNames

extension Finding {
    func policyText(_ ref: RefName) -> (String, String) {
        switch problem {
        case .policyDeletion: ("\(ref) holds the policy and may not be deleted", "leave it")
        case .policyRewind: ("\(ref) holds the policy and may not be rewound", "build on top of it")
        case .policyRemoval: ("the policy may not be removed", "keep .sallyport/policy.yaml")
        case .policySerial(let serial, let before):
            ("the policy's serial \(serial) is not above \(before)", "raise the serial")
        case .policyUnusable(let reason): ("the new policy cannot be used: \(reason)", "sallyport policy lint")
        default: ("the new policy cannot be used", "sallyport policy lint")
        }
    }

    static func text(_ problem: NoPolicy, _ state: String, _ context: UpdateContext) -> (String, String) {
        let update = context.update
        let policyRef = context.root.policyRef
        switch problem {
        case .otherRef: return ("\(state)", "have the owners push a policy to \(policyRef) first")
        case .noCommitOnTop:
            return ("\(state): only a new commit on top of \(policyRef) can bring one in", "push that")
        case .bringsNone: return ("\(state), and the push brings none", "add .sallyport/policy.yaml")
        case .notByOwner: return ("\(state), and it is not signed by an owner", "sign it: git commit -S --amend")
        case .tooFew(let consenting, let threshold):
            let had = consenting.isEmpty ? "none" : list(consenting)
            return (
                "\(state): it takes \(threshold) owners to bring one in, \(had) signed",
                "sallyport approve \(update.new) --target \(update.ref)"
            )
        }
    }
}
