import ArgumentParser

/// `sallyport root`: what the owners say together, over the policy.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root",
        abstract: "What the owners of a repository say together: moves past the gate put on record.",
        subcommands: [RootHeal.self]
    )
}
