internal import Files

extension EvidenceError {
    init(_ error: FileError) {
        self.init(code: .storage, description: error.description)
    }

    /// Runs something that reads or writes files.
    static func storing<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(EvidenceError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw EvidenceError(error)
        }
    }
}
