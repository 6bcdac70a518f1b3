public import FieldTree

/// One request of an AdmissionReview (admission.k8s.io/v1,
/// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#request).
public struct AdmissionRequest: Sendable {
    /// What is done to the object.
    public enum Operation: String, Sendable, Hashable {
        case create = "CREATE"
        case update = "UPDATE"
        case delete = "DELETE"
        case connect = "CONNECT"
    }

    /// The request's own id; the response repeats it.
    public let uid: String
    public let operation: Operation
    /// Group, version and kind of the object in the request; of a subresource, its own.
    public let group: String
    public let version: String
    public let kind: String
    /// Group and plural name of the resource.
    public let resourceGroup: String
    public let resource: String
    /// Empty for the resource itself.
    public let subresource: String
    /// Empty for an object of the whole cluster.
    public let namespace: String
    /// The name of the object that is meant, from the request, else from the object or the old object.
    public let name: String
    public let username: String
    public let groups: [String]
    /// Who asks, as the request has it.
    public let userInfo: FieldValue
    /// The object as it would be stored; nil on DELETE.
    public let object: FieldValue?
    /// The object as it is stored; nil on CREATE.
    public let oldObject: FieldValue?
    public let isDryRun: Bool
    public let options: FieldValue?

    /// Reads the request of a review.
    /// - Parameter review: the AdmissionReview, parsed.
    public init(review: FieldValue) throws(AdmissionRequestError) {
        guard review["kind"] == "AdmissionReview", review["apiVersion"] == "admission.k8s.io/v1" else {
            throw AdmissionRequestError("not an AdmissionReview of admission.k8s.io/v1")
        }
        guard let request = review["request"], request.map != nil else {
            throw AdmissionRequestError("the AdmissionReview has no request")
        }
        uid = try Self.text(request, "uid")
        guard !uid.isEmpty else { throw AdmissionRequestError("request.uid is empty") }
        let word = try Self.text(request, "operation")
        guard let operation = Operation(rawValue: word) else {
            throw AdmissionRequestError("request.operation \(JSONText.quoted(word)) is unknown")
        }
        self.operation = operation
        let kind = request["kind"] ?? [:]
        group = try Self.text(kind, "group", isRequired: false)
        version = try Self.text(kind, "version")
        self.kind = try Self.text(kind, "kind")
        let resource = request["resource"] ?? [:]
        resourceGroup = try Self.text(resource, "group", isRequired: false)
        self.resource = try Self.text(resource, "resource")
        subresource = try Self.text(request, "subResource", isRequired: false)
        let userInfo = request["userInfo"] ?? [:]
        username = try Self.text(userInfo, "username")
        self.userInfo = userInfo
        groups = (userInfo["groups"]?.list ?? []).compactMap(\.string)
        object = try Self.object(request, "object")
        oldObject = try Self.object(request, "oldObject")
        isDryRun = request["dryRun"] == true
        options = request["options"] == .null ? nil : request["options"]
        namespace = try Self.namespace(request, isNamespaceItself: self.resource == "namespaces" && group.isEmpty)
        let metadata = (object ?? oldObject)?["metadata"]
        let given = try Self.text(request, "name", isRequired: false)
        name = given.isEmpty ? metadata?["name"]?.string ?? "" : given
        try checkForm()
    }

    /// Every operation comes with the objects that it needs.
    private func checkForm() throws(AdmissionRequestError) {
        switch operation {
        case .create where object == nil, .connect where object == nil:
            throw AdmissionRequestError("\(operation.rawValue) without request.object")
        case .update where object == nil || oldObject == nil:
            throw AdmissionRequestError("UPDATE without both request.object and request.oldObject")
        case .delete where oldObject == nil:
            throw AdmissionRequestError("DELETE without request.oldObject")
        default: break
        }
    }

    private static func text(
        _ value: FieldValue, _ key: String, isRequired: Bool = true
    ) throws(AdmissionRequestError) -> String {
        switch value[key] {
        case .string(let text)?: return text
        case nil where !isRequired, .null? where !isRequired: return ""
        default: throw AdmissionRequestError("the request's \(key) is missing or no string")
        }
    }

    private static func object(_ request: FieldValue, _ key: String) throws(AdmissionRequestError) -> FieldValue? {
        switch request[key] {
        case nil, .null?: return nil
        case .map(let map)?: return .map(map)
        default: throw AdmissionRequestError("request.\(key) is no object")
        }
    }

    /// For a Namespace the request carries its own name as namespace, although it is no object of a namespace.
    private static func namespace(
        _ request: FieldValue, isNamespaceItself: Bool
    ) throws(AdmissionRequestError) -> String {
        isNamespaceItself ? "" : try text(request, "namespace", isRequired: false)
    }
}
