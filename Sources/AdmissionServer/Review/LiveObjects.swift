public import ClusterGate
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

    /// Reads the Pods of a selection as they are now, those being deleted included.
    /// - Parameter deadline: when the caller stops waiting.
    /// - Throws: when the cluster does not say, or there are more than the bound.
    func pods(
        _ selection: PodSelection, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> [FieldValue]
}

extension LiveObjects {
    public func pods(
        _ selection: PodSelection, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> [FieldValue] {
        throw LiveObjectError("Pods cannot be listed here")
    }
}
