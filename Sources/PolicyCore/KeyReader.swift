/// Reads keys as policies write them. It is given to whoever reads policies, which so knows no format of keys.
public protocol KeyReader: Sendable {
    /// The fields that a key can stand under, such as `ssh`; one of them is in every key.
    var fields: [String] { get }
    /// Fields that may stand beside those and say more of a key.
    var options: [String] { get }
    /// Fields whose meaning is known and that cannot be read yet.
    var unsupportedFields: [String] { get }

    /// The key that stands under a field.
    /// - Parameters:
    ///   - field: one of ``fields``.
    ///   - text: what stands there.
    ///   - options: what stands under those of ``options`` that are there.
    /// - Returns: the key, and what its format needs beyond it to check signatures, see ``SigningKey/material``.
    func key(
        under field: String, _ text: String, options: [String: String]
    ) throws(KeyReaderError) -> (identity: KeyIdentity, material: [UInt8])
}
