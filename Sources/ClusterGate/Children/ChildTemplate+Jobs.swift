internal import ExactValues
internal import FieldTree
internal import ObjectAccounting

/// What the job and cronjob controllers make.
extension ChildTemplate {
    func jobPods(of owner: FieldValue) -> [FieldValue] {
        let index = completionIndex(of: owner)
        let prefix = name(owner) + "-" + (index.map { "\($0)-" } ?? "")
        return pods(of: owner, prefix: prefix) { pod in
            if let index { indexed(&pod, index, of: owner) }
            let finalizer = "batch.kubernetes.io/job-tracking"
            // Tracking by finalizers came and went before 1.26.
            let isTracked = actual["metadata"]?["finalizers"]?.list?.contains(.string(finalizer)) ?? false
            guard version.isAtLeast(26) || (version.isAtLeast(22) && isTracked) else { return }
            pod.update("metadata") { $0.append("finalizers", .string(finalizer)) }
        }
    }

    private static let indexKey = "batch.kubernetes.io/job-completion-index"

    /// The index of a Pod of an Indexed Job, within the Job's completions; nil for other Jobs.
    private func completionIndex(of owner: FieldValue) -> Int64? {
        guard owner["spec"]?["completionMode"] == "Indexed" else { return nil }
        let given = actual["metadata"]?["annotations"]?[Self.indexKey]?.string ?? ""
        let completions = max(1, owner["spec"]?["completions"]?.integer ?? 1)
        guard let index = ClaimName.ordinal(given, after: ""), index < completions else { return 0 }
        return index
    }

    /// An indexed Pod knows its number by annotation, host name, variable and (since 1.28) label.
    private func indexed(_ pod: inout FieldValue, _ index: Int64, of owner: FieldValue) {
        let hasLabel = version.isAtLeast(28)
        pod.update("metadata") { metadata in
            metadata.updateOrCreate("annotations") { annotations in
                annotations.set(Self.indexKey, .string(String(index)))
                guard owner["spec"]?["backoffLimitPerIndex"] != nil else { return }
                for key in ["job-index-failure-count", "job-index-ignored-failure-count"] {
                    let key = "batch.kubernetes.io/" + key
                    guard let count = actual["metadata"]?["annotations"]?[key]?.string,
                        ClaimName.ordinal(count, after: "") != nil
                    else { continue }
                    annotations.set(key, .string(count))
                }
            }
            if hasLabel { metadata.updateOrCreate("labels") { $0.set(Self.indexKey, .string(String(index))) } }
        }
        let path = "metadata.\(hasLabel ? "labels" : "annotations")['\(Self.indexKey)']"
        pod.update("spec") { spec in
            spec.set("hostname", .string("\(name(owner))-\(index)"))
            for list in ["initContainers", "containers"] {
                spec.updateEach(list) { container in
                    let isSet = container["env"]?.list?.contains { $0["name"] == "JOB_COMPLETION_INDEX" } ?? false
                    guard !isSet else { return }
                    container.append(
                        "env",
                        [
                            "name": "JOB_COMPLETION_INDEX",
                            "valueFrom": ["fieldRef": ["apiVersion": "v1", "fieldPath": .string(path)]],
                        ])
                }
            }
        }
    }

    // MARK: Jobs of a CronJob

    func job(of owner: FieldValue) -> FieldValue {
        let template = owner["spec"]?["jobTemplate"] ?? [:]
        let prefix = name(owner) + "-"
        let given = name(actual)
        let suffix = given.hasPrefix(prefix) ? String(given.dropFirst(prefix.count)) : ""
        let number = Int64(suffix).flatMap { String($0) == suffix && $0 > 0 ? $0 : nil }
        var metadata = metadata(
            name: number == nil ? prefix : given, template: template["metadata"], owner: owner)
        if version.isAtLeast(28), let number {
            metadata.updateOrCreate("annotations") {
                $0.set(
                    "batch.kubernetes.io/cronjob-scheduled-timestamp",
                    .string(ScheduledTime(minutesSinceEpoch: number).text))
            }
        }
        let child: FieldValue = [
            "apiVersion": "batch/v1", "kind": "Job", "metadata": metadata, "spec": template["spec"] ?? [:],
        ]
        return ServerChoices(version: version).fill(ServerDefaults(version: version).complete(child), from: actual)
    }
}
