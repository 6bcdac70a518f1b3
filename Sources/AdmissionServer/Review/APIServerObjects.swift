public import ClusterGate
public import DesiredState
public import FieldTree
public import KubernetesClient

/// Looks objects up in the API server itself, one bounded `GET` each.
public struct APIServerObjects: LiveObjects {
    private let client: KubernetesClient

    public init(client: KubernetesClient) {
        self.client = client
    }

    public func object(
        _ reference: ObjectReference, catalog: ResourceCatalog, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> FieldValue? {
        do throws(KubernetesError) {
            // The catalog only says which version to try first: what is served is the API server's to say.
            let known = catalog.entry(group: reference.group, kind: reference.kind)
            guard
                let resource = try await client.resource(
                    ofKind: reference.kind, group: reference.group, preferring: known?.version, until: deadline),
                resource.isNamespaced != reference.namespace.isEmpty
            else { return nil }
            let address = ObjectAddress(
                group: reference.group, version: resource.version, resource: resource.name,
                namespace: resource.isNamespaced ? reference.namespace : nil, name: reference.name)
            return try await client.object(at: address, until: deadline)
        } catch {
            throw LiveObjectError(error.description)
        }
    }

    public func pods(
        _ selection: PodSelection, until deadline: ContinuousClock.Instant
    ) async throws(LiveObjectError) -> [FieldValue] {
        do throws(KubernetesError) {
            return try await client.pods(
                in: selection.namespace, selector: selection.labelSelector, until: deadline)
        } catch {
            throw LiveObjectError(error.description)
        }
    }
}
