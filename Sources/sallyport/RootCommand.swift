import ArgumentParser

/// `sallyport root`: what the owners say together, over the policy.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root",
        abstract:
            "What the owners of a repository say together: versions of the root, and moves past the gate put on record.",
        subcommands: [RootShow.self, RootPropose.self, RootSign.self, RootHeal.self]
    )
}
