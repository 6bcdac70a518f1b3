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
        let shards = try shards(history.head)
        let found = GenesisPin(
            refs: history.genesis.count, digest: GenesisCommits.digest(refs: history.genesis, shards: shards))
        guard found == root.genesis else {
            let text = "{refs: \(found.refs), sha256: \(Hexadecimal.text(found.digest))}"
            throw ReceiptChainError(
                .unverified,
                root.genesis == nil
                    ? "the chain begins with refs from before the gate, and the root pins none:"
                        + " compare with what install printed, and write into the root file genesis: \(text)"
                    : "the chain begins with other refs than the root pins: \(text)")
        }
        history.genesisShards = Dictionary(shards.map { ($0.name, $0.bytes) }) { first, _ in first }
    }

    private func shards(_ commit: ObjectID) throws(ReceiptChainError) -> [(name: String, bytes: [UInt8])] {
        do throws(GitError) {
            var shards: [(name: String, bytes: [UInt8])] = []
            for file in try repository.blobs(under: ReceiptIndex.genesisFolder, in: commit, limit: 512) {
                let name = file.path.utf8.dropFirst(ReceiptIndex.genesisFolder.utf8.count + 1)
                shards.append((String(decoding: name, as: UTF8.self), try repository.blob(file.id)))
            }
            return shards
        } catch {
            throw ReceiptChainError(.unreadable, error.description)
        }
    }
}
