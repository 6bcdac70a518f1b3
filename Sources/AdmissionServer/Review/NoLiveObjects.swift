public import DesiredState
public import FieldTree

/// For a server that was told of no API server: every look-up fails, and what depends on one is not admitted.
public struct NoLiveObjects: LiveObjects {
    public init() {}

    public func object(
        _ reference: ObjectReference, catalog: ResourceCatalog, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> FieldValue? {
        throw LiveObjectError("no API server is configured (kubernetes)")
    }
}
