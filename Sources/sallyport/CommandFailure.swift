import ArgumentParser

/// Why a command could not do its work; the exit code says which kind it is.
struct CommandFailure: Error, CustomStringConvertible {
    /// What to tell the person at the terminal.
    let description: String
    /// 2 for wrong usage or configuration, 3 for a fault of the program.
    let exitCode: Int32

    /// Wrong usage, input or configuration.
    static func usage(_ description: String) -> CommandFailure {
        CommandFailure(description: description, exitCode: 2)
    }

    /// A fault of the program or the machine.
    static func internalError(_ description: String) -> CommandFailure {
        CommandFailure(description: description, exitCode: 3)
    }
}
