public import FieldTree

/// What Git declares that admission plugins of the API server look up when a Pod is created.
public struct NamespaceContext: Sendable {
    /// Declared ServiceAccounts of the Pod's namespace, by name.
    public var serviceAccounts: [String: FieldValue]
    /// Declared LimitRanges of the Pod's namespace, completed by ``ServerDefaults``.
    public var limitRanges: [FieldValue]
    /// Declared PriorityClasses, by name.
    public var priorityClasses: [String: FieldValue]
    /// Declared RuntimeClasses, by name.
    public var runtimeClasses: [String: FieldValue] = [:]
    /// The names of declared StorageClasses and IngressClasses that are marked as the default one.
    public var defaultStorageClasses: [String] = []
    public var defaultIngressClasses: [String] = []

    public init(
        serviceAccounts: [String: FieldValue] = [:], limitRanges: [FieldValue] = [],
        priorityClasses: [String: FieldValue] = [:]
    ) {
        self.serviceAccounts = serviceAccounts
        self.limitRanges = limitRanges
        self.priorityClasses = priorityClasses
    }
}
