import ClusterGate
import FieldTree
import Testing

/// An API server starts again with other bootstrap objects, with the gate up.
@Suite("Bootstrap")
struct BootstrapTests {
    private static func role(_ name: String, rules: FieldValue, kind: String = "ClusterRole") -> FieldValue {
        [
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": .string(kind),
            "metadata": [
                "name": .string(name), "labels": ["kubernetes.io/bootstrapping": "rbac-defaults"],
                "annotations": ["rbac.authorization.kubernetes.io/autoupdate": "true"],
            ],
            "rules": rules,
        ]
    }

    private static func rule(_ groups: [FieldValue], _ resources: [FieldValue], _ verbs: [FieldValue]) -> FieldValue {
        ["apiGroups": .list(groups), "resources": .list(resources), "verbs": .list(verbs)]
    }

    private static let devices = rule(
        ["resource.k8s.io"], ["resourceclaims", "resourceslices"], ["get", "list", "watch"])

    @Test("A role gains the rules of a new version, and loses none")
    func roles() throws {
        let scene = ReviewScene("")
        let old = Self.role("system:kube-scheduler", rules: [Self.rule([""], ["pods"], ["get", "list", "watch"])])
        let gained = try scene.update(old, by: "system:apiserver") { $0.append("rules", Self.devices) }
        #expect(gained.allowed, "\(gained.message)")
        #expect(try !scene.update(old, by: "admin") { $0.append("rules", Self.devices) }.allowed)
        #expect(try !scene.update(old, by: "system:apiserver") { $0.set("rules", [Self.devices]) }.allowed)
        let made = try scene.create(Self.role("system:kube-scheduler", rules: [Self.devices]), by: "system:apiserver")
        #expect(made.allowed, "\(made.message)")
    }

    @Test(
        "Whoever borrows the API server's name makes no role that hands out rights",
        arguments: [
            ("system:basic-user", rule([""], ["secrets"], ["get"])),
            ("system:discovery", ["nonResourceURLs": ["*"], "verbs": ["get"]]),
            ("view", rule([""], ["secrets"], ["get"])), ("view", rule([""], ["pods"], ["delete"])),
            ("edit", rule(["*"], ["*"], ["*"])),
            ("system:kube-scheduler", rule(["rbac.authorization.k8s.io"], ["clusterroles"], ["bind"])),
            ("system:kube-scheduler", rule(["rbac.authorization.k8s.io"], ["clusterroles"], ["*"])),
            ("system:controller:job-controller", rule([""], ["users"], ["impersonate"])),
            ("my-own", rule([""], ["pods"], ["get"])), ("system:mine", rule([""], ["pods"], ["get"])),
        ] as [(String, FieldValue)])
    func forgedRoles(name: String, rule: FieldValue) throws {
        #expect(try !ReviewScene("").create(Self.role(name, rules: [rule]), by: "system:apiserver").allowed)
    }

    private static func binding(_ name: String, role: String, _ subjects: FieldValue) -> FieldValue {
        var binding = Self.role(name, rules: .null, kind: "ClusterRoleBinding")
        binding.set("rules", nil)
        binding.set(
            "roleRef", ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role)])
        binding.set("subjects", subjects)
        return binding
    }

    private static func group(_ name: String) -> FieldValue {
        ["kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": .string(name)]
    }

    @Test("A binding is for its own role and subjects")
    func bindings() throws {
        let scene = ReviewScene("")
        func isAllowed(_ name: String, _ role: String, _ subjects: FieldValue) throws -> Bool {
            try scene.create(Self.binding(name, role: role, subjects), by: "system:apiserver").allowed
        }
        #expect(try isAllowed("cluster-admin", "cluster-admin", [Self.group("system:masters")]))
        #expect(
            try isAllowed(
                "system:controller:job-controller", "system:controller:job-controller",
                [["kind": "ServiceAccount", "namespace": "kube-system", "name": "job-controller"]]))
        #expect(try !isAllowed("cluster-admin", "cluster-admin", [Self.group("system:authenticated")]))
        #expect(try !isAllowed("system:discovery", "cluster-admin", [Self.group("system:authenticated")]))
        #expect(try !isAllowed("mine", "cluster-admin", [Self.group("system:masters")]))
        #expect(
            try !isAllowed(
                "cluster-admin", "cluster-admin", [Self.group("system:masters"), Self.group("system:authenticated")]))
    }

    @Test("The authorities that other API servers believe stay as they are")
    func authenticationConfiguration() throws {
        let old = try ReviewScene.object(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: extension-apiserver-authentication, namespace: kube-system}
            data: {client-ca-file: one, requestheader-client-ca-file: two}
            """)
        let scene = ReviewScene("")
        let more = try scene.update(old, by: "system:apiserver") { object in
            object.edit("data") { $0.set("requestheader-allowed-names", "[]") }
        }
        #expect(more.allowed, "\(more.message)")
        #expect(
            try !scene.update(old, by: "system:apiserver") { $0.edit("data") { $0.set("client-ca-file", "evil") } }
                .allowed)
    }
}
