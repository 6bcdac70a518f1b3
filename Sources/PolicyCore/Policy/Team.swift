public import ExactValues

/// People who may do the same things.
public struct Team: Sendable, Hashable {
    public let name: Name
    public let members: [Name]
    public let line: Int

    public init(name: Name, members: [Name], line: Int = 0) {
        self.name = name
        self.members = members
        self.line = line
    }
}
