import Testing

@testable import KubernetesClient

@Suite struct KubeconfigTests {
    private static let good = """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts:
        - name: there
          context: {cluster: x, user: x}
        - name: here
          context: {cluster: prod, user: gate}
        clusters:
        - name: prod
          cluster:
            server: https://10.0.0.1:6443/
            certificate-authority: pki/ca.crt
        users:
        - name: gate
          user:
            client-certificate-data: SGVsbG8=
            client-key: /abs/key.pem
            tokenFile: token
        """

    private func access(_ text: String) throws(KubernetesError) -> ClusterAccess {
        try Kubeconfig.access(bytes: Array(text.utf8), path: "/etc/kube/config")
    }

    @Test func `The current context is used, relative paths start at the file`() throws {
        let access = try access(Self.good)
        #expect(access.server == "https://10.0.0.1:6443")
        #expect(access.authority == .file("/etc/kube/pki/ca.crt"))
        #expect(access.clientCertificate == .init(certificate: .bytes(Array("Hello".utf8)), key: .file("/abs/key.pem")))
        #expect(access.token == .file("/etc/kube/token"))
    }

    @Test(arguments: [
        ("https://", "http://", "https"),
        ("current-context: here", "current-context: gone", "contexts has no \"gone\""),
        ("cluster: prod", "cluster: gone", "clusters has no \"gone\""),
        ("SGVsbG8=", "SGVsbG8", "client-certificate-data is not base64"),
        ("    client-key: /abs/key.pem\n", "", "go together"),
        ("tokenFile: token", "exec: {command: rm}", "exec is not supported"),
        ("tokenFile: token", "username: root", "username is not supported"),
        ("tokenFile: token", "as: admin", "as is not supported"),
        ("    certificate-authority: pki/ca.crt\n", "    insecure-skip-tls-verify: true\n", "not supported"),
        ("    certificate-authority: pki/ca.crt\n", "    proxy-url: http://x\n", "not supported"),
    ])
    func `What cannot be used is refused`(old: String, new: String, message: String) throws {
        #expect(Self.good.contains(old))
        let text = Self.good.replacing(old, with: new, maxReplacements: 1)
        let error = try #require(throws: KubernetesError.self) { try access(text) }
        #expect(error.description.contains(message), "\(error)")
    }

    @Test func `In a pod the service account is used`() throws {
        let environment = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]
        let access = try ClusterAccess.inCluster(environment: { environment[$0] })
        #expect(access.server == "https://[fd00::1]:443")
        #expect(access.token == .file("/var/run/secrets/kubernetes.io/serviceaccount/token"))
        #expect(throws: KubernetesError.self) { try ClusterAccess.inCluster(environment: { _ in nil }) }
    }
}
