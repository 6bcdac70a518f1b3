public import DesiredState
public import FieldTree

/// Where a server looks up what the evaluator needs to know of the cluster.
public protocol LiveObjects: Sendable {
    /// Reads one object as it is now.
    /// - Parameters:
    ///   - catalog: the kinds that are known, those of declared CustomResourceDefinitions included.
    ///   - deadline: when the caller stops waiting.
    /// - Returns: nil when the cluster says that there is no such object.
    /// - Throws: when the cluster does not say so.
    func object(
        _ reference: ObjectReference, catalog: ResourceCatalog, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> FieldValue?
}
