import FieldTree
import PolicyCore
import Testing

@testable import ClusterGate

@Suite("The controllers table")
struct ControllerTableTests {
    @Test(
        "A pattern covers its path and what is below, and nothing else",
        arguments: [
            ("spec.claimRef", "spec.claimRef", true), ("spec.claimRef", "spec.claimRef.uid", true),
            ("spec.claimRef", "spec", false), ("spec.claimRef", "spec.claimRefs", false),
            ("metadata.annotations[a.b/*]", "metadata.annotations.a.b/c", true),
            ("metadata.annotations[a.b/c]", "metadata.annotations.a.b/d", false),
        ])
    func patterns(text: String, path: String, isCovered: Bool) throws {
        let pattern = try #require(FieldPattern(parsing: text))
        let steps = path.split(separator: ".", maxSplits: 2).map { FieldPath.Step.member(String($0)) }
        let last = path.hasPrefix("metadata") ? steps : path.split(separator: ".").map { .member(String($0)) }
        #expect(pattern.covers(FieldPath(last)) == isCovered)
    }

    @Test(
        "A pattern with open brackets or empty steps is none",
        arguments: ["", "a..b", "a[b", "a]b", "a[]", ".a", "a[b]c"])
    func malformed(text: String) {
        #expect(FieldPattern(parsing: text) == nil)
    }

    @Test("A finalizer is told apart by its own name")
    func finalizers() throws {
        let pattern = try #require(FieldPattern(parsing: "metadata.finalizers[kubernetes.io/pv-protection]"))
        let list = FieldPath("metadata", "finalizers")
        func step(_ name: String) -> FieldPath { list.appending(.element([.init(name: "", value: .string(name))])) }
        #expect(pattern.covers(step("kubernetes.io/pv-protection")))
        #expect(!pattern.covers(step("kubernetes.io/pvc-protection")))
        #expect(!pattern.covers(list))
    }

    @Test("Every pattern of the built-in rows can be read")
    func builtInPatterns() {
        let rows =
            ControllerTable.workloads + ControllerTable.workloadStatus + ControllerTable.volumes
            + ControllerTable.networking + ControllerTable.namespaces + ControllerTable.nodes
            + ControllerTable.controlPlane + ControllerTable.bootstrap + ControllerTable.deletions
        #expect(rows.count > 80)
        for row in rows { #expect(row.fields.allSatisfy { !$0.steps.isEmpty }, "\(row.kind)") }
        for row in rows where row.may == .delete { #expect(row.fields.isEmpty) }
    }

    @Test("A policy's words for conditions are those that its rows have")
    func conditions() {
        #expect(Set(PolicyControllers.conditions.keys) == Set(ControllerRule.knownConditions))
    }
}
