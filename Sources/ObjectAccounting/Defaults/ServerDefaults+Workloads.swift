internal import FieldTree

extension ServerDefaults {
    func deployment(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.updateOrCreate("strategy") { strategy in
                strategy.setDefault("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.updateOrCreate("rollingUpdate") { rolling in
                    rolling.setDefault("maxSurge", "25%")
                    rolling.setDefault("maxUnavailable", "25%")
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.setDefault("progressDeadlineSeconds", 600)
            spec.dropZero("minReadySeconds", "paused")
            spec.update("template") { podTemplate(&$0) }
        }
        object.set("status", [:])
    }

    func replicaSet(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.dropZero("minReadySeconds")
            spec.update("template") { podTemplate(&$0) }
        }
        object.set("status", ["replicas": 0])
    }

    func statefulSet(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.setDefault("replicas", 1)
            spec.setDefault("serviceName", "")
            spec.setDefault("podManagementPolicy", "OrderedReady")
            spec.updateOrCreate("updateStrategy") { strategy in
                strategy.setDefault("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.updateOrCreate("rollingUpdate") { $0.setDefault("partition", 0) }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            if version.isAtLeast(27) {
                spec.updateOrCreate("persistentVolumeClaimRetentionPolicy") { retention in
                    retention.setDefault("whenDeleted", "Retain")
                    retention.setDefault("whenScaled", "Retain")
                }
            }
            spec.dropZero("minReadySeconds")
            spec.update("template") { podTemplate(&$0) }
            spec.updateEach("volumeClaimTemplates") { claim in
                claim.set("kind", "PersistentVolumeClaim")
                claim.set("apiVersion", "v1")
                claim.update("spec") { claimSpec(&$0) }
                claim.set("status", ["phase": "Pending"])
            }
            spec.dropEmpty("volumeClaimTemplates")
        }
        object.set("status", version.isAtLeast(22) ? ["replicas": 0, "availableReplicas": 0] : ["replicas": 0])
    }

    func daemonSet(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.updateOrCreate("updateStrategy") { strategy in
                strategy.setDefault("type", "RollingUpdate")
                guard strategy["type"] == "RollingUpdate" else { return }
                strategy.updateOrCreate("rollingUpdate") { rolling in
                    rolling.setDefault("maxUnavailable", 1)
                    if version.isAtLeast(22) { rolling.setDefault("maxSurge", 0) }
                }
            }
            spec.setDefault("revisionHistoryLimit", 10)
            spec.dropZero("minReadySeconds")
            spec.update("template") { podTemplate(&$0) }
        }
        object.updateOrCreate("metadata") { metadata in
            metadata.updateOrCreate("annotations") {
                $0.setDefault("deprecated.daemonset.template.generation", "1")
            }
        }
        object.set(
            "status",
            ["currentNumberScheduled": 0, "numberMisscheduled": 0, "desiredNumberScheduled": 0, "numberReady": 0])
    }

    /// The selector and the labels with the Job's own uid are the server's, see ``ServerChoices``.
    func job(_ object: inout FieldValue) {
        object.update("spec") { jobSpec(&$0) }
        object.set("status", [:])
    }

    func jobSpec(_ spec: inout FieldValue) {
        if spec["completions"] == nil, spec["parallelism"] == nil { spec.set("completions", 1) }
        spec.setDefault("parallelism", 1)
        spec.setDefault("backoffLimit", 6)
        if version.isAtLeast(22) {
            spec.setDefault("completionMode", "NonIndexed")
            spec.setDefault("suspend", false)
        }
        if version.isAtLeast(29) { spec.setDefault("podReplacementPolicy", "TerminatingOrFailed") }
        // Written since selectors of Jobs are defaulted by value.
        if version.isAtLeast(27) { spec.setDefault("manualSelector", false) }
        spec.update("template") { podTemplate(&$0) }
    }

    func cronJob(_ object: inout FieldValue) {
        object.update("spec") { spec in
            spec.setDefault("concurrencyPolicy", "Allow")
            spec.setDefault("suspend", false)
            spec.setDefault("successfulJobsHistoryLimit", 3)
            spec.setDefault("failedJobsHistoryLimit", 1)
            spec.updateOrCreate("jobTemplate") { template in
                template.setDefault("metadata", [:])
                template.update("spec") { $0.update("template") { podTemplate(&$0) } }
            }
        }
        object.set("status", [:])
    }
}
