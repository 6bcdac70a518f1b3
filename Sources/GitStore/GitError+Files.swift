internal import Files

extension GitError {
    /// Runs what reads files.
    static func reading<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(GitError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw GitError(code: error.code == .tooLarge ? .tooLarge : .library, description: error.description)
        }
    }

    /// Runs what reads a file; nil when the file is missing.
    static func readingIfThere<Result: ~Copyable>(
        _ body: () throws(FileError) -> Result
    ) throws(GitError) -> Result? {
        do throws(FileError) {
            return try body()
        } catch  where error.code == .missing {
            return nil
        } catch {
            throw GitError(code: error.code == .tooLarge ? .tooLarge : .library, description: error.description)
        }
    }
}
