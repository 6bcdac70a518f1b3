/// One setting of a repository's configuration.
public struct ConfigEntry: Sendable {
    /// Section and variable in lower case, the subsection as written: `sallyport.root.key`.
    public let name: String
    public let value: String
}
