internal import ExactValues
internal import GitNames

extension Finding {
    func signatureText(_ ref: RefName) -> (String, String) {
        let id = object?.short ?? ""
        switch problem {
        case .signature(let kind, let objection):
            let redo = kind == "tag" ? "git tag -s -f" : "git rebase --exec 'git commit --amend --no-edit -S'"
            return (
                "\(kind) \(id) \(Self.text(objection))", "sign it with a key that the policy knows: \(redo)"
            )
        case .stranger(let stranger, let teams):
            return (
                "\(Self.text(stranger, id)); only \(Self.list(teams)) may write \(ref)",
                "ask somebody of \(Self.list(teams))"
            )
        default: return ("the signature does not count", "sign it")
        }
    }

    static func text(_ objection: SignatureProblem) -> String {
        switch objection {
        case .unsigned: "is not signed"
        case .bad(let reason): "has a bad signature: \(reason)"
        case .unknownKey: "is signed by a key that belongs to nobody in the policy"
        case .keyDoesNotCount(let person, let reason): "is signed by a key of \(person) that is \(reason)"
        }
    }

    private static func text(_ stranger: Stranger, _ id: String) -> String {
        switch stranger {
        case .pushes(let name): "\(name) pushes"
        case .signed(let kind, let name): "\(kind) \(id) is signed by \(name)"
        case .keyDoesNotCount(let kind, let reason): "the key of \(kind) \(id) is \(reason)"
        case .notTold: "no server tells who takes the ref back"
        case .nobody(let kind): "\(kind) \(id) is signed by nobody the policy knows"
        }
    }

    static func text(_ shortage: ApprovalShortage, _ update: RefUpdate) -> (String, String) {
        if let person = shortage.blockedBy {
            return (
                "\(person) rejects this change of \(shortage.what)",
                "settle it with \(person): sallyport approve --withdraw takes a rejection back"
            )
        }
        if let gap = shortage.gap {
            return (
                "\(shortage.what) needs approvals by others than its makers, and \(gap)",
                "have the address added under people, emails, in the policy, or sign the commit yourself"
            )
        }
        let teams = list(shortage.requirement.from)
        let had = shortage.approvers.isEmpty ? "none" : list(shortage.approvers)
        let of = shortage.commit.map { $0 == update.new ? "" : " of commit \($0.short)" } ?? ""
        let details = shortage.refused.isEmpty ? "" : "; " + shortage.refused.joined(separator: "; ")
        let who = shortage.able.isEmpty ? "members of \(teams)" : list(shortage.able)
        return (
            "\(shortage.what) needs \(shortage.requirement.required) approvals from \(teams)\(of), has \(had)\(details)",
            "have it approved by \(who): sallyport approve \(update.new) --target \(update.ref)"
                + (update.isCreation && !update.ref.isTag ? " --new" : "")
        )
    }
}
