internal import Evidence
internal import ExactValues
internal import GitNames
internal import GitStore
internal import PolicyCore

extension ChainVerifier {
    /// Holds what was there before the gate against the root's pin: the receipt key alone cannot make up a beginning.
    func endGenesis(_ history: inout VerifiedHistory) throws(ReceiptChainError) {
        history.isGenesisOver = true
        guard !history.genesis.isEmpty else {
            guard root.genesis == nil || root.genesis?.refs == 0 else {
                throw ReceiptChainError(.unverified, "the root pins refs from before the gate, and the chain has none")
            }
            return
        }
        let commits = try commits(history.head)
        let found = GenesisPin(
            refs: history.genesis.count, digest: GenesisCommits.digest(refs: history.genesis, commits: commits))
        guard found == root.genesis else {
            let text = "{refs: \(found.refs), sha256: \(Hexadecimal.text(found.digest))}"
            throw ReceiptChainError(
                .unverified,
                root.genesis == nil
                    ? "the chain begins with refs from before the gate, and the root pins none:"
                        + " compare with what install printed, and write into the root file genesis: \(text)"
                    : "the chain begins with other refs than the root pins: \(text)")
        }
        history.genesisCommits = commits
    }

    private func commits(_ receipts: ObjectID) throws(ReceiptChainError) -> CommitSet {
        do throws(GitError) {
            var shards = Array(repeating: [UInt8](), count: CommitSet.shardCount)
            for file in try repository.blobs(under: ReceiptIndex.genesisFolder, in: receipts, limit: 512) {
                let name = String(decoding: file.path.utf8.suffix(2), as: UTF8.self)
                guard let byte = Hexadecimal.bytes(name)?.first else { continue }
                shards[Int(byte)] = try repository.blob(file.id)
            }
            guard let commits = CommitSet(shards: shards) else {
                throw GitError(code: .malformed, description: "the commits from before the gate are no sorted set")
            }
            return commits
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
    }
}
