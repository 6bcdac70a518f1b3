import Evidence
import ExactValues
import GitNames
import GitStore
import PolicyCore
import PushGate
import ReceiptChain
import ReceiptLog
import Signatures

/// Looks at an installed gate, one part after the other. Nothing is changed.
struct Doctor {
    /// For how many seconds ahead keys that run out are told: 30 days.
    private static let foresight: Int64 = 30 * 86_400

    let repository: Repository
    let time: Timestamp

    func checks() throws -> [StatusCheck] {
        let probe = HookProbe(repository: repository.path)
        var checks = [try probe.checkFiles()]
        let gate: InstalledGate
        do {
            gate = try InstalledGate(repository)
        } catch {
            return checks + [.bad("root", "\(error)")]
        }
        let root = gate.root
        checks.append(
            .good(
                "root", "version \(root.version), \(root.owners.count) owners, of whom \(root.threshold) act together"))
        checks += [receiptKey(gate), receipts(gate), refs(gate), journal(), try policy(gate)]
        return checks + [try probe.push()]
    }

    private func receiptKey(_ gate: InstalledGate) -> StatusCheck {
        do {
            let key = try ReceiptLedger.key(of: repository)
            guard gate.root.accepts(receiptKey: key.publicKey.rawBytes, at: time) else {
                return .bad("receipt-key", "the root in force does not name the key that is here")
            }
            return .good("receipt-key", "ed25519 \(key.publicKey.base64), as the root in force names it")
        } catch {
            return .bad("receipt-key", "\(error): restore it from the backup")
        }
    }

    /// What a fresh mirror would say of the chain.
    private func receipts(_ gate: InstalledGate) -> StatusCheck {
        do {
            let log = ReceiptLog(repository: repository, root: gate.pinned, branch: gate.root.policyRef)
            return .good("receipts", "\(try log.verify().sequence) receipts, whole, and accepted as mirrors judge them")
        } catch  where error.code == .missing {
            return .warning("receipts", "there are none yet: the owners push the first policy")
        } catch {
            return .bad("receipts", "mirrors refuse the chain: \(error)")
        }
    }

    /// Refs that are not where their last receipts say, and for which nothing is under way.
    private func refs(_ gate: InstalledGate) -> StatusCheck {
        do {
            guard try Journal(gitFolder: repository.path).names().isEmpty else {
                return .warning("refs", "not compared: pushes are under way, or the next one settles what was left")
            }
            let index = try ReceiptIndex(repository)
            var moved: [String] = []
            var count = 0
            for reference in try repository.references() where reference.symbolicTarget == nil {
                guard let ref = RefName(reference.name), ref != PolicyEvaluator.rootRef,
                    PolicyEvaluator.closedNamespace(of: ref) == nil
                else { continue }
                count += 1
                if try index.value(of: ref) != reference.id { moved.append(ref.text) }
            }
            guard moved.isEmpty else {
                let names = moved.prefix(5).joined(separator: ", ") + (moved.count > 5 ? ", …" : "")
                return .bad(
                    "refs",
                    "\(moved.count) moved past the gate: \(names); owners put that on record: sallyport root heal REF")
            }
            return .good("refs", "\(count) refs are where their last receipts say")
        } catch {
            return .bad("refs", "\(error)")
        }
    }

    private func journal() -> StatusCheck {
        do {
            let journal = Journal(gitFolder: repository.path)
            let (open, aside) = (try journal.names().count, try journal.namesSetAside().count)
            guard aside == 0 else {
                return .bad(
                    "journal",
                    "\(aside) entries were set aside in \(repository.path)sallyport/set-aside: their updates"
                        + " have no receipts")
            }
            return open == 0
                ? .good("journal", "empty") : .warning("journal", "\(open) pushes wait for Git or for the next push")
        } catch {
            return .bad("journal", "\(error)")
        }
    }

    private func policy(_ gate: InstalledGate) throws -> StatusCheck {
        guard let tip = try repository.resolve(ref: gate.root.policyRef.text) else {
            return .warning("policy", "there is none yet at \(gate.root.policyRef)")
        }
        let standing = try PolicyLookup(repository: repository, root: gate.root).standing(at: tip).standing
        switch standing {
        case .absent: return .warning("policy", "there is none yet at \(gate.root.policyRef)")
        case .broken(let reason): return .bad("policy", "\(reason): the owners replace it")
        case .inForce(let policy):
            if let problem = policy.problems(at: time).first {
                return .bad("policy", "line \(problem.line): \(problem.message): the owners' quorum can replace it")
            }
            if let warning = policy.warnings(at: time, until: time.advanced(by: Self.foresight)).first {
                return .warning("policy", "line \(warning.line): \(warning.message)")
            }
            return .good("policy", "serial \(policy.serial) at \(gate.root.policyRef), and it can be satisfied")
        }
    }
}
