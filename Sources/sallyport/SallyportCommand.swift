import ArgumentParser

#if canImport(Glibc)
import Glibc
#endif

@main
struct SallyportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport",
        abstract: "Checks what is pushed to Git and what reaches the cluster, by one policy.",
        subcommands: []
    )
}
