import FieldTree
import Logging
import Synchronization
import Testing

@testable import AdmissionServer

@Suite("The admission configuration")
struct AdmissionWatchTests {
    /// What the cluster has, by resource.
    private final class Cluster: Sendable {
        let lists = Mutex<[String: [FieldValue]]>([:])
        let isAway = Mutex(false)
    }

    private struct Away: Error {}

    private let cluster = Cluster()
    private let lines = LogCapture()
    private let metrics = MetricsRegistry()

    private var watch: AdmissionWatch {
        let cluster = cluster
        let lines = lines
        return AdmissionWatch(
            list: { resource in
                if cluster.isAway.withLock({ $0 }) { throw Away() }
                return cluster.lists.withLock { $0[resource] }
            }, metrics: metrics, logger: Logger(label: "test") { _ in lines.handler })
    }

    private func webhooks(_ name: String, policy: String = "Fail", version: String = "1") -> FieldValue {
        [
            "metadata": ["name": .string(name), "resourceVersion": .string(version), "managedFields": [["time": "x"]]],
            "webhooks": [["name": "gate", "failurePolicy": .string(policy)]],
        ]
    }

    @Test(
        "Each kind's changes are told and counted, and what the server notes beside them is no change",
        arguments: AdmissionConfigurationKinds.resources)
    func changes(resource: String) async {
        var state = AdmissionWatch.State()
        await watch.look(&state)
        #expect(!lines.text.contains("changed"))
        cluster.lists.withLock { $0[resource] = [webhooks("mine")] }
        await watch.look(&state)
        #expect(lines.text.contains("critical the admission configuration changed"))
        cluster.lists.withLock { $0[resource] = [webhooks("mine", version: "2")] }
        await watch.look(&state)
        cluster.lists.withLock { $0[resource] = [webhooks("mine", policy: "Ignore")] }
        await watch.look(&state)
        cluster.lists.withLock { $0[resource] = [] }
        await watch.look(&state)
        for change in ["added", "changed", "removed"] {
            let counted = #"changes_total{change="\#(change)",resource="\#(resource)"} 1"#
            #expect(metrics.text().contains(counted), "\(change)")
        }
    }

    @Test("A registration that is gone, or lets requests through, is told once")
    func registration() async {
        var state = AdmissionWatch.State()
        let own = AdmissionConfigurationKinds.registration
        cluster.lists.withLock { $0[own.resource] = [webhooks(own.name)] }
        await watch.look(&state)
        #expect(metrics.text().contains("sallyport_registration_intact 1"))
        cluster.lists.withLock { $0[own.resource] = [webhooks(own.name, policy: "Ignore")] }
        await watch.look(&state)
        await watch.look(&state)
        #expect(metrics.text().contains("sallyport_registration_intact 0"))
        cluster.lists.withLock { $0[own.resource] = nil }
        await watch.look(&state)
        let told = lines.text.split(separator: "\n").filter { $0.contains("the registration does not hold") }
        #expect(told.count == 2)
    }

    @Test("While it cannot be read nothing counts as changed, and that is told once")
    func away() async {
        var state = AdmissionWatch.State()
        cluster.lists.withLock { $0["mutatingwebhookconfigurations"] = [webhooks("mine")] }
        await watch.look(&state)
        cluster.isAway.withLock { $0 = true }
        await watch.look(&state)
        await watch.look(&state)
        cluster.isAway.withLock { $0 = false }
        cluster.lists.withLock { $0["mutatingwebhookconfigurations"] = [] }
        await watch.look(&state)
        #expect(lines.text.split(separator: "\n").filter { $0.contains("cannot be read") }.count == 1)
        #expect(metrics.text().contains(#"change="removed""#))
    }
}
