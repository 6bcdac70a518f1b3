public import Evidence
public import GitStore
public import PolicyCore
internal import Signatures

/// A repository with the root that install pinned in it.
public struct InstalledGate {
    public let repository: Repository
    /// What install pinned: the root that judges receipts from the first on.
    public let pinned: Root
    /// The root in force.
    public let root: Root

    /// Reads the root of an opened repository.
    public init(_ repository: Repository) throws(PushGateError) {
        self.repository = repository
        pinned = try PushGateError.attesting { () throws(EvidenceError) in
            try PinnedRoot.read(repository, key: KnownKeys.ssh)
        }
        root = try RootLookup(repository).inForce(after: pinned)
    }

    /// The gate with the root that is in force now.
    public func refreshed() throws(PushGateError) -> InstalledGate { try InstalledGate(repository) }

    /// Opens the repository that Git's environment names: the pushed objects are seen while they are in quarantine.
    public static func fromEnvironment() throws(PushGateError) -> InstalledGate {
        try InstalledGate(
            try PushGateError.reading { () throws(GitError) in try Repository.openFromEnvironment() })
    }

    /// The ledger of this repository, opened beside it so that what is written does not go to a quarantine.
    public func ledger() throws(PushGateError) -> ReceiptLedger {
        let path = repository.path
        let beside = try PushGateError.reading { () throws(GitError) in try Repository(path: path) }
        let root = root
        return try PushGateError.attesting { () throws(EvidenceError) in
            try ReceiptLedger(beside, root: root, key: try ReceiptLedger.key(of: beside))
        }
    }

    var journal: Journal { Journal(gitFolder: repository.path) }
}
