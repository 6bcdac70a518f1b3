/// Why a command ends without success, and with which exit status.
struct CommandFailure: Error {
    /// 2 for a bad configuration, 3 for an internal error.
    let status: Int32
    let description: String
}
