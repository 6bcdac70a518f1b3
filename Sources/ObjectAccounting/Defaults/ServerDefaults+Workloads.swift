internal import FieldTree

extension ServerDefaults {
    func deployment(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.updateOrCreate("strategy") { strategy in
                strategy.fill("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.updateOrCreate("rollingUpdate") { rolling in
                    rolling.setDefault("maxSurge", "25%")
                    rolling.setDefault("maxUnavailable", "25%")
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.setDefault("progressDeadlineSeconds", 600)
            spec.updateOrCreate("template") { podTemplate(&$0) }
        }
    }

    func replicaSet(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.updateOrCreate("template") { podTemplate(&$0) }
        }
    }

    func statefulSet(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.fill("podManagementPolicy", "OrderedReady")
            spec.updateOrCreate("updateStrategy") { statefulSetStrategy(&$0) }
            spec.setDefault("revisionHistoryLimit", 10)
            if version.isAtLeast(27) {
                spec.updateOrCreate("persistentVolumeClaimRetentionPolicy") { retention in
                    retention.fill("whenDeleted", "Retain")
                    retention.fill("whenScaled", "Retain")
                }
            }
            spec.updateOrCreate("template") { podTemplate(&$0) }
            spec.updateEach("volumeClaimTemplates") { claim in
                // `pkg/apis/apps/v1/conversion.go` names the kind, whatever a client sends.
                claim.set("kind", "PersistentVolumeClaim")
                claim.set("apiVersion", "v1")
                claim.update("spec") { claimSpec(&$0) }
                claim.updateOrCreate("status") { $0.fill("phase", "Pending") }
            }
        }
    }

    /// A rolling update is filled in where no type is given; a partition wherever there is a rolling update.
    private func statefulSetStrategy(_ strategy: inout FieldValue) {
        if strategy["type"] == nil || strategy["type"] == "" {
            strategy.set("type", "RollingUpdate")
            strategy.setDefault("rollingUpdate", [:])
        }
        guard strategy["type"] == "RollingUpdate" else { return }
        strategy.update("rollingUpdate") { $0.setDefault("partition", 0) }
    }

    func daemonSet(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.updateOrCreate("updateStrategy") { strategy in
                strategy.fill("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.updateOrCreate("rollingUpdate") { rolling in
                    rolling.setDefault("maxUnavailable", 1)
                    if version.isAtLeast(22) { rolling.setDefault("maxSurge", 0) }
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.updateOrCreate("template") { podTemplate(&$0) }
        }
        // A generation of templates lives on in an annotation (`pkg/apis/apps/v1/conversion.go`); a new set's is 1.
        object.updateOrCreate("metadata") { metadata in
            metadata.updateOrCreate("annotations") { $0.set("deprecated.daemonset.template.generation", "1") }
        }
    }

    /// The selector and the labels with the Job's own uid are the server's, see ``ServerChoices``.
    func job(_ object: inout FieldValue) {
        if let labels = object["spec"]?["template"]?["metadata"]?["labels"] {
            object.updateOrCreate("metadata") { $0.fill("labels", labels) }
        }
        object.updateOrCreate("spec") { spec in
            if spec["completions"] == nil, spec["parallelism"] == nil { spec.set("completions", 1) }
            spec.setDefault("parallelism", 1)
            spec.setDefault("backoffLimit", spec["backoffLimitPerIndex"] == nil ? 6 : .integer(Int64(Int32.max)))
            if version.isAtLeast(22) {
                spec.setDefault("completionMode", "NonIndexed")
                spec.setDefault("suspend", false)
            }
            if version.isAtLeast(29) {
                let isFailure = spec["podFailurePolicy"] != nil
                spec.setDefault("podReplacementPolicy", isFailure ? "Failed" : "TerminatingOrFailed")
            }
            // Written since selectors of Jobs are defaulted by value.
            if version.isAtLeast(27) { spec.setDefault("manualSelector", false) }
            jobTemplateSpec(&spec)
        }
    }

    /// What a Job and a CronJob's template of one have in common.
    private func jobTemplateSpec(_ spec: inout FieldValue) {
        spec.update("podFailurePolicy") { policy in
            policy.updateEach("rules") { rule in
                rule.updateEach("onPodConditions") { $0.fill("status", "True") }
            }
        }
        spec.updateOrCreate("template") { podTemplate(&$0) }
    }

    func cronJob(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.fill("concurrencyPolicy", "Allow")
            spec.setDefault("suspend", false)
            spec.setDefault("successfulJobsHistoryLimit", 3)
            spec.setDefault("failedJobsHistoryLimit", 1)
            spec.updateOrCreate("jobTemplate") { template in
                template.updateOrCreate("spec") { jobTemplateSpec(&$0) }
            }
        }
    }

    func horizontalPodAutoscaler(_ object: inout FieldValue) {
        let isFirst = object["apiVersion"] == "autoscaling/v1"
        let isOlder = object["apiVersion"] == "autoscaling/v2beta1"
        object.updateOrCreate("spec") { spec in
            spec.setDefault("minReplicas", 1)
            if isFirst {
                spec.setDefault("targetCPUUtilizationPercentage", 80)
            } else {
                spec.fill("metrics", isOlder ? Self.firstStandardMetrics : Self.standardMetrics)
            }
            spec.update("behavior") { Self.scalingBehavior(&$0) }
        }
    }

    private static let standardMetrics: FieldValue = [
        [
            "type": "Resource",
            "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 80]],
        ]
    ]
    private static let firstStandardMetrics: FieldValue = [
        ["type": "Resource", "resource": ["name": "cpu", "targetAverageUtilization": 80]]
    ]

    /// Rules for both directions as soon as there is any (`pkg/apis/autoscaling/v2/defaults.go`).
    private static func scalingBehavior(_ behavior: inout FieldValue) {
        let percent: FieldValue = ["type": "Percent", "value": 100, "periodSeconds": 15]
        behavior.updateOrCreate("scaleUp") { rules in
            rules.setDefault("stabilizationWindowSeconds", 0)
            rules.setDefault("selectPolicy", "Max")
            rules.setDefault("policies", [["type": "Pods", "value": 4, "periodSeconds": 15], percent])
        }
        behavior.updateOrCreate("scaleDown") { rules in
            rules.setDefault("selectPolicy", "Max")
            rules.setDefault("policies", [percent])
        }
    }
}
