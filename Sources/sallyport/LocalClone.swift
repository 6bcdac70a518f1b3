import Evidence
import ExactValues
import FieldTree
import GitNames
import GitStore
import JSONDocument
import Signatures

/// The clone that somebody works in: what its remote has on record, and tags made with their own git and key.
struct LocalClone {
    /// The remote, or its URL.
    let remote: String

    /// Git's output; nil when it failed.
    func git(_ arguments: String...) throws -> String? {
        let result = try ChildProcess.run(["git"] + arguments, keepsOutput: true)
        return result.status == 0 ? result.output : nil
    }

    func object(_ revision: String) throws -> ObjectID {
        guard let text = try git("rev-parse", "--verify", "--quiet", "--end-of-options", revision),
            let id = ObjectID(hex: text.utf8.prefix(ObjectID.hexCount))
        else { throw CommandFailure.usage("\(revision) names nothing here") }
        return id
    }

    /// Where a ref is on the server; zero when it does not exist.
    func remoteValue(of ref: RefName) throws -> ObjectID {
        guard let text = try git("ls-remote", "--", remote, ref.text) else {
            throw CommandFailure.usage("cannot ask \(remote) for \(ref)")
        }
        for line in text.utf8.split(separator: 0x0a) {
            let parts = line.split(separator: 0x09)
            if parts.count == 2, parts[1].elementsEqual(ref.text.utf8), let id = ObjectID(hex: parts[0]) { return id }
        }
        return .zero
    }

    /// Fetches what a ref of the server leads to.
    func fetch(_ ref: RefName) throws {
        guard try git("fetch", "--quiet", "--no-tags", remote, ref.text) != nil else {
            throw CommandFailure.usage("cannot fetch \(ref) from \(remote)")
        }
    }

    // MARK: Receipts

    /// The remote's receipts, fetched under their own name. They are not checked: whoever signs on their word says so
    /// of ids that the gate compares with its own.
    func receipts() throws -> ReceiptIndex {
        guard try git("fetch", "--quiet", "--no-tags", remote, "+\(ReceiptIndex.ref):\(ReceiptIndex.ref)") != nil else {
            throw CommandFailure.usage("cannot fetch the receipts from \(remote)")
        }
        let index = try ReceiptIndex(try repository())
        guard index.sequence > 0 else { throw CommandFailure.usage("\(remote) has no receipts") }
        return index
    }

    func repository() throws -> Repository {
        guard let folder = try git("rev-parse", "--absolute-git-dir") else {
            throw CommandFailure.usage("this is no clone of a repository")
        }
        return try Repository(path: String(decoding: folder.utf8.filter { $0 != 0x0a }, as: UTF8.self))
    }

    /// The id of the repository, as its last receipt has it.
    func repositoryID(_ receipts: ReceiptIndex) throws -> Name {
        let repository = try repository()
        let reader = try JSONReader()
        guard let commit = receipts.commit,
            let entry = try repository.entry(at: SignedReceipt.path(receipts.sequence), in: commit),
            let payload = try reader.read(try repository.blob(entry.id))["payload"]?.string
                .flatMap({ Base64.decode(Array($0.utf8)) }),
            let uri = try reader.read(payload)["predicate"]?["resourceUri"]?.string, uri.hasPrefix("sallyport:")
        else { throw CommandFailure.usage("the last receipt of \(remote) cannot be read") }
        return Name(String(uri.dropFirst("sallyport:".count)))
    }

    // MARK: Tags

    /// Makes a signed tag; the local ref that git makes for it goes again.
    func makeTag(_ text: ApprovalText, message: String) throws -> ObjectID {
        guard try git("cat-file", "-e", text.tagged.hex) != nil else {
            throw CommandFailure.usage("object \(text.tagged) is not here: fetch it, or restore it on the server first")
        }
        let made = try ChildProcess.run([
            "git", "-c", "advice.nestedTag=false", "tag", "-s", "-f", "--cleanup=verbatim", "-m", message, text.tagName,
            text.tagged.hex,
        ])
        guard made.status == 0 else { throw CommandFailure.usage("git could not make the signed tag") }
        let tag = try object("refs/tags/\(text.tagName)")
        _ = try git("tag", "-d", text.tagName)
        return tag
    }
}
