public import ExactValues
public import GitNames

/// What the gate found out about an update that it accepts, on its way through the journal into the receipt.
///
/// The journal keeps it as bytes and does not look inside.
public struct AcceptedUpdate: Sendable, Hashable {
    public let ruleDigest: String
    public let levels: [String]
    /// The approvals that it uses up.
    public let consumed: [ObjectID]
    public let approvers: [Name]

    public init(ruleDigest: String, levels: [String], consumed: [ObjectID], approvers: [Name]) {
        self.ruleDigest = ruleDigest
        self.levels = levels
        self.consumed = consumed
        self.approvers = approvers
    }

    /// The one text: four lists of words, each word in Base64, separated by commas; the lists by blanks.
    public var text: [UInt8] {
        let lists = [[ruleDigest], levels, consumed.map(\.hex), approvers.map(\.text)]
        return Array(
            lists.map { words in words.map { Base64.encode(Array($0.utf8)) }.joined(separator: ",") }
                .joined(separator: " ").utf8)
    }

    /// Reads ``text``.
    public init(text: [UInt8]) throws(EvidenceError) {
        let lists = text.split(separator: 0x20, omittingEmptySubsequences: false).map(Self.words)
        guard lists.count == 4, let digest = lists[0], digest.count <= 1, let levels = lists[1],
            let consumed = lists[2], let approvers = lists[3]
        else { throw Self.malformed }
        let ids = consumed.compactMap { ObjectID(hex: $0) }
        guard ids.count == consumed.count else { throw Self.malformed }
        self.init(
            ruleDigest: digest.first ?? "", levels: levels, consumed: ids, approvers: approvers.map { Name($0) })
        guard self.text == text else { throw Self.malformed }
    }

    private static func words(_ list: ArraySlice<UInt8>) -> [String]? {
        guard !list.isEmpty else { return [] }
        var words: [String] = []
        for word in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let bytes = Base64.decode(Array(word)), let text = String(validating: bytes, as: UTF8.self) else {
                return nil
            }
            words.append(text)
        }
        return words
    }

    private static let malformed = EvidenceError(
        code: .malformed, description: "what the journal holds of an accepted update cannot be read")
}
