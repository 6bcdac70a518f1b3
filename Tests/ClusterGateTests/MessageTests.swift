import ClusterGate
import FieldTree
import Testing

@Suite("What a denial says")
struct MessageTests {
    private func denial(_ change: (inout FieldValue) -> Void) throws -> Verdict {
        let requests = try Recording.lines("kubernetes-1.36.2/requests.jsonl")
        let deployment = try #require(
            requests.first {
                $0["request"]?["kind"]?["kind"] == "Deployment" && $0["request"]?["operation"] == "CREATE"
            })
        var review = deployment
        review.update("request") { request in
            request.update("object") { object in
                object.update("spec") { $0.update("template") { $0.update("spec", change) } }
            }
        }
        return try Recording.modern.verdict(try AdmissionRequest(review: review), ObservedState(isComplete: true))
    }

    @Test("Another value is told with Git's, the file, the line and the next step")
    func changed() throws {
        let verdict = try denial { $0.updateEach("containers") { $0.set("image", "evil/miner:1") } }
        #expect(!verdict.allowed && verdict.rule == .declared)
        #expect(verdict.path?.description == "spec.template.spec.containers[name=web].image")
        #expect(
            verdict.message.hasPrefix(
                "sallyport: Deployment shop/web: spec.template.spec.containers[name=web].image is \"evil/miner:1\", "
                    + "Git has \"registry.example/shop/web:1.4.2\" (10-web.yaml:"))
        #expect(verdict.message.hasSuffix("Change it in Git on refs/heads/main, or send what Git declares."))
        #expect(verdict.source?.hasPrefix("10-web.yaml:") == true)
    }

    @Test("An added container is one finding, and so is one that is missing")
    func elements() throws {
        let added = try denial { $0.append("containers", ["name": "miner", "image": "evil/miner:1"]) }
        #expect(added.path?.description == "spec.template.spec.containers[name=miner]")
        let missing = try denial { $0.set("initContainers", nil) }
        #expect(missing.message.contains("spec.template.spec.initContainers[name=init] is missing, Git has it"))
    }

    @Test("An element with another key is told as that key changed")
    func renamed() throws {
        let verdict = try denial { spec in
            spec.updateEach("containers") { if $0["name"] == "sidecar" { $0.set("name", "helper") } }
        }
        #expect(verdict.path?.description == "spec.template.spec.containers[name=sidecar].name")
        #expect(verdict.message.contains("is \"helper\", Git has \"sidecar\""))
        #expect(!verdict.message.contains("name=helper"))
    }

    @Test("The response repeats the uid, and its annotations name commit, path, rule and level")
    func response() throws {
        let verdict = try denial { $0.set("hostPID", true) }
        let response = verdict.response(uid: "u-1")["response"]
        #expect(response?["uid"] == "u-1")
        #expect(response?["allowed"] == false)
        #expect(response?["status"]?["code"] == 403)
        #expect(response?["auditAnnotations"]?["path"] == "spec.template.spec.hostPID")
        for key in ["commit", "rule", "level", "decision", "source"] {
            #expect(response?["auditAnnotations"]?[key]?.string?.isEmpty == false, "\(key)")
        }
    }
}
