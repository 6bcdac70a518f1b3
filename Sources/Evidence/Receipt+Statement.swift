internal import ExactValues
public import FieldTree
internal import GitNames
internal import PolicyCore

extension Receipt {
    /// The receipt as an in-toto Statement with a SLSA verification summary (https://slsa.dev/verification_summary/v1,
    /// levels of the source track).
    public var statement: FieldValue {
        let named = update.isDeletion ? update.old : update.new
        let subject: FieldValue = [
            "annotations": ["sourceRefs": [.string(update.ref.text)]], "digest": ["gitCommit": .string(named.hex)],
            "uri": .string("sallyport:\(repository)"),
        ]
        return [
            "_type": .string(Self.statementType), "predicate": predicate, "predicateType": .string(Self.predicateType),
            "subject": [subject],
        ]
    }

    private var predicate: FieldValue {
        var predicate: FieldMap = FieldMap()
        predicate["verifier"] = ["id": "https://sallyport.dev/push-gate/v1"]
        predicate["timeVerified"] = .string(time.description)
        predicate["resourceUri"] = .string("sallyport:\(repository)")
        if let policy {
            predicate["policy"] = [
                "digest": ["gitBlob": .string(policy.blob.hex), "gitCommit": .string(policy.commit.hex)],
                "uri": ".sallyport/policy.yaml",
            ]
        }
        predicate["verificationResult"] = "PASSED"
        predicate["verifiedLevels"] = .list(levels.map { .string($0) })
        predicate[Self.extensionKey] = details
        return .map(predicate)
    }

    private var details: FieldValue {
        var details = FieldMap()
        details["kind"] = .string(kind.rawValue)
        details["sequence"] = .integer(sequence)
        details["ref"] = .string(update.ref.text)
        details["old"] = .string(update.old.hex)
        details["new"] = .string(update.new.hex)
        if !rule.isEmpty { details["rule"] = .string(rule) }
        if isByOwners { details["by"] = "owners" }
        details["approvals"] = .list(approvals.map { .string(Base64.encode($0)) })
        if let submitted { details["submitted"] = .string(Base64.encode(submitted)) }
        if !signed.isEmpty { details["signed"] = .list(signed.map { .string("\($0.id) \($0.signer)") }) }
        details["approvers"] = .list(approvers.map { .string($0.text) })
        details["previous"] = .string(previous)
        if let pusher { details["pusher"] = .string(pusher.text) }
        return .map(details)
    }
}
