import ExactValues
import FieldTree
import GitNames
import GitStore
import Signatures

/// One commit or tag and the verdict on its signature, as `sallyport verify` prints it.
struct VerifiedObject: Sendable {
    let id: ObjectID
    let verdict: SignatureVerdict

    /// Judges an object; nil when it is neither a commit nor a tag.
    init?(_ id: ObjectID, _ raw: RawObject, trust: TrustStore, _ verifier: SignatureVerifier, at time: Timestamp) {
        self.id = id
        do throws(SignatureError) {
            let object: SignedObject
            switch raw.kind {
            case .commit: object = try SignedObject(commit: raw.bytes)
            case .tag: object = try SignedObject(tag: raw.bytes)
            case .tree, .blob: return nil
            }
            verdict = trust.verdict(on: object, verifier, at: time)
        } catch {
            verdict = SignatureVerdict(
                outcome: .bad, format: .none, fingerprint: nil, person: nil, reason: error.description)
        }
    }

    /// `oid verdict format key person`, separated by tabs; - where there is none.
    var text: String {
        "\(id)\t\(verdict.outcome)\t\(verdict.format)\t\(verdict.fingerprint ?? "-")\t\(verdict.person ?? "-")\n"
    }

    /// One JSON object on a line.
    var json: String {
        let key = verdict.fingerprint.map(JSONText.quoted) ?? "null"
        let person = verdict.person.map(JSONText.quoted) ?? "null"
        return "{\"oid\":\"\(id)\",\"verdict\":\"\(verdict.outcome)\",\"format\":\"\(verdict.format)\","
            + "\"key\":\(key),\"person\":\(person)}\n"
    }
}
