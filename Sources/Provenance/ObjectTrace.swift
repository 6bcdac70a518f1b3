public import DesiredState
public import ExactValues
public import FieldTree
public import GitNames

/// Where a declared object comes from: which commit, who made it, who approved it, and why.
public struct ObjectTrace: Sendable {
    public let object: DeclaredObject
    /// The line, from 1, at which the object begins in its file.
    public let line: UInt32
    /// The branch that declares it.
    public let branch: RefName
    /// The commit that last changed what is declared.
    public let commit: ObjectID
    /// `Name <e-mail>` as the commit has it; it proves nothing.
    public let author: String
    /// Who signed the commit, by the policy that judged it; nil for what was there before the gate.
    public let signer: Name?
    /// The fingerprint of the key that signed the commit.
    public let key: String?
    public let approvers: [Name]
    /// The login on record.
    public let pusher: Name?
    /// The commit's message.
    public let reason: String
    /// The number of the receipt, and when the push was received.
    public let receipt: Int64
    public let time: Timestamp
    /// The commit whose policy judged; nil when the owners did, or for what was there before the gate.
    public let policy: ObjectID?
    /// Whether this was there when the gate was installed.
    public let isGenesis: Bool

    /// The trace as JSON; the names are stable.
    public var json: FieldValue {
        func name(_ name: Name?) -> FieldValue { name.map { .string($0.text) } ?? .null }
        return [
            "object": [
                "group": .string(object.reference.group), "kind": .string(object.reference.kind),
                "namespace": .string(object.reference.namespace), "name": .string(object.reference.name),
            ],
            "file": .string(object.file), "line": .integer(Int64(line)), "branch": .string(branch.text),
            "commit": .string(commit.hex), "author": .string(author), "signer": name(signer),
            "key": key.map { .string($0) } ?? .null, "approvers": .list(approvers.map { .string($0.text) }),
            "pusher": name(pusher), "reason": .string(reason), "receipt": .integer(receipt),
            "time": .string(time.description), "policy": policy.map { .string($0.hex) } ?? .null,
            "genesis": .bool(isGenesis),
        ]
    }
}
