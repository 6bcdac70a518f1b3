internal import FieldTree

extension ServerDefaults {
    func ingress(_ object: inout FieldValue) {
        guard object["apiVersion"] != "networking.k8s.io/v1" else { return }
        object.update("spec") { spec in
            spec.updateEach("rules") { rule in
                rule.update("http") { http in
                    http.updateEach("paths") { $0.setDefault("pathType", "ImplementationSpecific") }
                }
            }
        }
    }

    func ingressClass(_ object: inout FieldValue) {
        guard version.isAtLeast(22) else { return }
        object.update("spec") { spec in
            spec.update("parameters") { $0.setDefault("scope", "Cluster") }
        }
    }

    func networkPolicy(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            let hasEgress = spec["egress"]?.list?.isEmpty == false
            spec.fill("policyTypes", hasEgress ? ["Ingress", "Egress"] : ["Ingress"])
            for direction in ["ingress", "egress"] {
                spec.updateEach(direction) { $0.updateEach("ports") { $0.setDefault("protocol", "TCP") } }
            }
        }
    }

    func podSecurityPolicy(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { $0.setDefault("allowPrivilegeEscalation", true) }
    }

    func roleBinding(_ object: inout FieldValue) {
        let group: FieldValue = "rbac.authorization.k8s.io"
        object.updateOrCreate("roleRef") { $0.fill("apiGroup", group) }
        object.updateEach("subjects") { subject in
            if subject["kind"] == "User" || subject["kind"] == "Group" { subject.fill("apiGroup", group) }
        }
    }

    func priorityClass(_ object: inout FieldValue) {
        object.setDefault("preemptionPolicy", "PreemptLowerPriority")
    }

    /// Who asks is written by the server, see ``ServerChoices``; the first version has standard usages too.
    func certificateSigningRequest(_ object: inout FieldValue) {
        guard object["apiVersion"] == "certificates.k8s.io/v1beta1" else { return }
        object.updateOrCreate("spec") { spec in
            spec.fill("usages", ["digital signature", "key encipherment"])
            spec.setDefault("signerName", "kubernetes.io/legacy-unknown")
        }
    }

    func flowSchema(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { $0.fill("matchingPrecedence", 1000) }
    }

    func priorityLevel(_ object: inout FieldValue) {
        // Shares are a pointer in v1, a number in the betas, and had another name in the first two.
        let isFirst = ["v1alpha1", "v1beta1", "v1beta2"].contains {
            object["apiVersion"] == .string("flowcontrol.apiserver.k8s.io/" + $0)
        }
        let isCurrent = object["apiVersion"] == "flowcontrol.apiserver.k8s.io/v1"
        object.updateOrCreate("spec") { spec in
            spec.update("exempt") { exempt in
                exempt.setDefault("nominalConcurrencyShares", 0)
                exempt.setDefault("lendablePercent", 0)
            }
            spec.update("limited") { limited in
                if isFirst {
                    limited.fill("assuredConcurrencyShares", 30)
                } else if isCurrent {
                    limited.setDefault("nominalConcurrencyShares", 30)
                } else {
                    limited.fill("nominalConcurrencyShares", 30)
                }
                if version.isAtLeast(26) { limited.setDefault("lendablePercent", 0) }
                limited.updateOrCreate("limitResponse") { response in
                    response.update("queuing") { queuing in
                        queuing.fill("handSize", 8)
                        queuing.fill("queues", 64)
                        queuing.fill("queueLengthLimit", 50)
                    }
                }
            }
        }
    }

    // MARK: Dynamic resources

    func resourceClaim(_ object: inout FieldValue) {
        let isFirst = object["apiVersion"] == "resource.k8s.io/v1beta1"
        object.update("spec") { Self.deviceClaim(&$0, isFirst: isFirst) }
    }

    func resourceClaimTemplate(_ object: inout FieldValue) {
        let isFirst = object["apiVersion"] == "resource.k8s.io/v1beta1"
        object.update("spec") { spec in
            spec.update("spec") { Self.deviceClaim(&$0, isFirst: isFirst) }
        }
    }

    /// - Parameter isFirst: whether a request's fields stand in it, not under `exactly`.
    private static func deviceClaim(_ spec: inout FieldValue, isFirst: Bool) {
        spec.update("devices") { devices in
            devices.updateEach("requests") { request in
                if isFirst, request["firstAvailable"] == nil { deviceRequest(&request) }
                request.update("exactly") { deviceRequest(&$0) }
                request.updateEach("firstAvailable") { deviceRequest(&$0) }
            }
        }
    }

    private static func deviceRequest(_ request: inout FieldValue) {
        request.fill("allocationMode", "ExactCount")
        if request["allocationMode"] == "ExactCount" { request.fill("count", 1) }
        request.updateEach("tolerations") { $0.fill("operator", "Equal") }
    }
}
