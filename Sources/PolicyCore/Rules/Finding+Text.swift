internal import ExactValues
internal import GitNames

extension Finding {
    /// The finding in words, with what to do about it.
    func violation(_ context: UpdateContext) -> Violation {
        let (message, nextStep) = text(context)
        return Violation(rule: rule, policyLine: policyLine, commit: object, message: message, nextStep: nextStep)
    }

    private func text(_ context: UpdateContext) -> (message: String, nextStep: String) {
        let ref = context.update.ref
        switch problem {
        case .repeatedRef: return ("\(ref) stands twice in this push", "push it once")
        case .namespace(let name):
            return ("GIT_NAMESPACE is \"\(name)\": refs have other names there", "push without a namespace")
        case .symbolic(let target):
            return ("\(ref) is another name for \(target): a push to it would move that", "push to \(target) itself")
        case .closed(let namespace):
            return (
                "\(namespace)* is closed: what is there changes the meaning of accepted content", "push without \(ref)"
            )
        case .movedPast(let recorded): return Self.text(movedFrom: recorded, context.update)
        case .unmatched: return ("no rule of the policy matches \(ref)", "push to a ref that the policy knows")
        case .immutable: return ("\(ref) exists and may not change", "use a new name")
        case .notDeletable: return ("\(ref) may not be deleted", "leave it")
        case .deletableBy(let teams):
            return ("\(ref) may be deleted by \(Self.list(teams)) only, known by their login", "ask one of them")
        case .rewindableBy(let teams):
            return ("\(ref) may be rewound by \(Self.list(teams)) only, known by their login", "ask one of them")
        case .rewound:
            return (
                "\(ref) at \(context.update.old.short) would be rewound",
                "git fetch, rebase or merge on top of it, and push again"
            )
        case .approvalForm(let problem): return (problem, "make it with: sallyport approve REV --target REF")
        case .rootVersion(let problem):
            return (
                "\(ref): \(problem)", "sallyport root show; owners sign with: sallyport root sign \(context.update.new)"
            )
        case .pusherNotTold, .unknownLogin: return pusherText
        case .malformedObject, .tagElsewhere, .tagName, .unsignedTag, .tagOfNoCommit, .noCommit:
            return objectText(ref)
        case .signature, .stranger: return signatureText(ref)
        case .approvals(let shortage): return Self.text(shortage, context.update)
        case .policyDeletion, .policyRewind, .policyRemoval, .policyUnusable, .policySerial: return policyText(ref)
        case .noPolicy(let state, let problem): return Self.text(problem, state, context)
        }
    }

    private var pusherText: (String, String) {
        if case .unknownLogin(let login) = problem {
            return (
                "login \"\(login)\" belongs to nobody in the policy",
                "have it added under people, logins, in the policy"
            )
        }
        return (
            "the server was to say who pushes, and did not",
            "ask the administrator of the server: its hook environment lacks the login"
        )
    }

    private func objectText(_ ref: RefName) -> (String, String) {
        let fix = ref.isTag ? "git tag -s, on a commit" : "push a commit"
        switch problem {
        case .malformedObject(let reason): return ("the object cannot be judged: \(reason)", "write it again with git")
        case .tagElsewhere: return ("a tag object may only stand below refs/tags/", "push the commit itself")
        case .tagName(let inside):
            let name = ref.dropping(prefix: "refs/tags/") ?? ref.text
            return ("the tag calls itself \"\(inside)\" inside", "make the tag anew: git tag -s \(name)")
        case .unsignedTag: return ("a tag here must be signed, so it must be an annotated one", fix)
        case .tagOfNoCommit: return ("the tag does not tag a commit", fix)
        case .noCommit(let kind): return ("\(ref) would name a \(kind), not a commit", fix)
        default: return ("the object cannot be judged", fix)
        }
    }

    private static func text(movedFrom recorded: ObjectID, _ update: RefUpdate) -> (String, String) {
        let now = update.old.isZero ? "it does not exist" : "it is at \(update.old)"
        let then = recorded.isZero ? "there is no receipt for it" : "its last receipt says \(recorded)"
        let back = recorded.isZero ? "-d \(update.ref)" : "\(update.ref) \(recorded)"
        return (
            "\(now), and \(then): it was moved past the gate",
            "the owners put the move on record: sallyport root heal \(update.ref); or the server's administrator brings the"
                + " ref back: git -c core.hooksPath=/dev/null update-ref \(back)"
        )
    }

    static func list(_ names: [Name]) -> String { names.map(\.text).joined(separator: ", ") }
}

extension ObjectID {
    /// The first ten digits, as people read ids.
    var short: String { String(hex.prefix(10)) }
}
