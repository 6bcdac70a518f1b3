public import Evidence
public import GitStore

extension PushGateError {
    /// Runs something that reads the repository.
    public static func reading<Result: ~Copyable>(_ body: () throws(GitError) -> Result) throws(PushGateError) -> Result
    {
        do throws(GitError) {
            return try body()
        } catch {
            throw PushGateError(code: .repository, description: error.description)
        }
    }

    /// Runs something that reads or writes evidence.
    public static func attesting<Result: ~Copyable>(_ body: () throws(EvidenceError) -> Result) throws(PushGateError)
        -> Result
    {
        do throws(EvidenceError) {
            return try body()
        } catch {
            let code: Code = error.code == .notConfigured || error.code == .key ? .configuration : .evidence
            throw PushGateError(code: code, description: error.description)
        }
    }
}
