internal import ExactValues
internal import Files
internal import Signatures

/// What a gate believes, in one line: `sha256:` and the hexadecimal digest of the repository's id, the receipt key, the
/// branch and the folder, each and a line feed, and the bytes of the root file.
///
/// It stands in the arguments of the gate's Pods and in the registration, which lets exactly these Pods through while
/// no gate is up: a gate with another root is another Pod.
public enum RootDigest {
    /// The digest of a configuration and of the root file that it names.
    /// - Throws: `ServerError.Code.repository` when the file cannot be read.
    public static func of(_ configuration: AdmissionConfiguration) throws(ServerError) -> String {
        let settings = configuration.repository
        let file: [UInt8]
        do {
            file = try InputFile.read(settings.root, limit: 1 << 20)
        } catch {
            throw ServerError(code: .repository, description: "\(error)")
        }
        let lines = [settings.id ?? "", settings.receiptKey, settings.ref, settings.path]
        let text = lines.map { $0 + "\n" }.joined()
        return "sha256:" + Hexadecimal.text(Digest.sha256(Array(text.utf8) + file))
    }

    /// Compares with the digest that the gate was started with.
    /// - Throws: `ServerError.Code.repository` when it is another.
    static func check(_ configuration: AdmissionConfiguration, is expected: String) throws(ServerError) {
        let found = try of(configuration)
        guard ExactText.equal(found, expected) else {
            throw ServerError(
                code: .repository,
                description: """
                    --root-digest is \(expected), but the repository's id, receipt key, ref, path and root file have \
                    \(found): if that is the root you mean, put it into the Deployment's arguments and the registration
                    """)
        }
    }
}
