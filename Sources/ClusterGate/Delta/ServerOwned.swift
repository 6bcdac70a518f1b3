internal import FieldTree

/// Fields that only the API server writes, whatever a client sends.
enum ServerOwned {
    private static let metadata = [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields",
        "resourceVersion", "selfLink", "uid",
    ]

    /// `object` without the server's own fields.
    static func stripped(_ object: FieldValue) -> FieldValue {
        var object = object
        object.update("metadata") { value in
            for key in metadata { value.set(key, nil) }
        }
        return object
    }
}
