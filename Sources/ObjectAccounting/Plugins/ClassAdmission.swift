internal import FieldTree

/// The DefaultStorageClass and DefaultIngressClass plugins: a claim or an Ingress that names no class gets the default
/// one that Git declares (`plugin/pkg/admission/storage/storageclass/setdefault`, `…/network/defaultingressclass`).
struct ClassAdmission {
    let context: NamespaceContext

    /// The forms in which an object may arrive: with the class, and without while the server does not know it yet.
    func variants(of object: FieldValue, actual: FieldValue) -> [FieldValue] {
        guard let (key, names, annotation) = slot(of: object), object["spec"]?[key] == nil,
            object["metadata"]?["annotations"]?[annotation] == nil,
            let given = actual["spec"]?[key], names.contains(where: { .string($0) == given })
        else { return [object] }
        var classed = object
        classed.updateOrCreate("spec") { $0.set(key, given) }
        return [classed, object]
    }

    private func slot(of object: FieldValue) -> (key: String, names: [String], annotation: String)? {
        switch object["kind"] {
        case "PersistentVolumeClaim"?:
            ("storageClassName", context.defaultStorageClasses, "volume.beta.kubernetes.io/storage-class")
        case "Ingress"?: ("ingressClassName", context.defaultIngressClasses, "kubernetes.io/ingress.class")
        default: nil
        }
    }
}
