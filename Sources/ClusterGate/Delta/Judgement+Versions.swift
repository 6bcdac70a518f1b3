internal import DesiredState
internal import FieldTree

extension Judgement {
    /// The API version that the request speaks.
    var requestedVersion: String {
        if request.subresource.isEmpty || request.subresource == "status" {
            return request.group.isEmpty ? request.version : "\(request.group)/\(request.version)"
        }
        return declared?.apiVersion ?? ""
    }

    /// The denial of a request in a version that Git's cannot be compared with: paths of one version mean nothing in
    /// another.
    func incomparable(_ declared: DeclaredObject) -> Verdict? {
        guard VersionConversion.convert(declared.value, to: requestedVersion) == nil else { return nil }
        let line = declared.line(of: FieldPath("apiVersion"))
        return deny(
            .declared,
            """
            \(reference): Git declares it as \(declared.apiVersion) (\(declared.file):\(line)), and a request as \
            \(requestedVersion) cannot be compared with that; send it as \(declared.apiVersion)
            """, path: FieldPath("apiVersion"), source: "\(declared.file):\(line)")
    }
}
