internal import DesiredState
internal import FieldTree
internal import ObjectAccounting

extension Judgement {
    /// The API version that the request speaks.
    var requestedVersion: String {
        request.group.isEmpty ? request.version : "\(request.group)/\(request.version)"
    }

    /// Whether changes mean the same in every version of a kind: those of metadata do, but for an autoscaler, whose
    /// earlier versions keep a part of it in annotations.
    func areVersionless(_ changes: [Difference]) -> Bool {
        reference.kind != "HorizontalPodAutoscaler"
            && changes.allSatisfy { $0.path.starts(with: FieldPath("metadata")) }
    }
}
