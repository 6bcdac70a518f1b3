import KubernetesTypes
import Testing

@Suite("What kinds and fields there are")
struct TypeTableTests {
    private let table = TypeTable.builtIn

    @Test("All kinds, types and fields are read")
    func isWhole() {
        #expect(table.kinds.count == 198)
        let pod = table.kind(apiVersion: "v1", kind: "Pod")
        #expect(pod?.resource == "pods")
        #expect(pod?.isNamespaced == true)
        #expect(pod?.subresources.contains("exec") == true)
        #expect(table.kind(apiVersion: "apps/v1", kind: "Pod") == nil)
    }

    @Test("A kind is found in every version of its group, by kind and by resource")
    func versions() {
        let scalers = table.versions(group: "autoscaling", kind: "HorizontalPodAutoscaler").map(\.version)
        #expect(scalers == ["v1", "v2", "v2beta1", "v2beta2"])
        #expect(
            table.versions(group: "autoscaling", resource: "horizontalpodautoscalers").map(\.version) == scalers)
    }

    @Test("A field exists in its versions alone, with its list's keys")
    func fields() throws {
        let spec = table[try #require(table.type("core/v1.PodSpec"))]
        #expect(spec.field("schedulingGates", minor: 25) == nil)
        #expect(spec.field("schedulingGates", minor: 26)?.list == .keyed(["name"]))
        #expect(spec.field("initContainers", minor: 20)?.list == .orderedKeyed(["name"]))
        #expect(spec.field("tolerations", minor: 36)?.list == .ordered)
        #expect(spec.field("priority", minor: 20)?.isPointer == true)
        #expect(spec.field("nothing", minor: 36) == nil)
    }
}
