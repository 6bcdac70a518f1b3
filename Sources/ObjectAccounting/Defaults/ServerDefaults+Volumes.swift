internal import FieldTree

extension ServerDefaults {
    func volume(_ volume: inout FieldValue) {
        let members = volume.map?.members ?? []
        if !members.contains(where: { $0.key != "name" && $0.value != .null }) { volume.set("emptyDir", [:]) }
        for source in ["secret", "configMap", "downwardAPI", "projected"] {
            volume.update(source) { $0.setDefault("defaultMode", 420) }
        }
        volume.update("image") { image in
            image.fill("pullPolicy", .string(ImageName.pullPolicy(image["reference"]?.string ?? "")))
        }
        volume.update("ephemeral") { $0.update("volumeClaimTemplate") { $0.update("spec") { claimSpec(&$0) } } }
        volume.update("downwardAPI") { $0.updateEach("items") { Self.downwardItem(&$0) } }
        volume.update("projected") { projected in
            projected.updateEach("sources") { source in
                source.update("serviceAccountToken") { $0.setDefault("expirationSeconds", 3600) }
                source.update("downwardAPI") { $0.updateEach("items") { Self.downwardItem(&$0) } }
            }
        }
        volumeSource(&volume)
    }

    private static func downwardItem(_ item: inout FieldValue) {
        item.update("fieldRef") { $0.fill("apiVersion", "v1") }
    }

    /// Sources that a Pod's volume and a PersistentVolume share.
    func volumeSource(_ source: inout FieldValue) {
        source.update("hostPath") { $0.setDefault("type", "") }
        source.update("iscsi") { $0.fill("iscsiInterface", "default") }
        source.update("rbd") { rbd in
            rbd.fill("pool", "rbd")
            rbd.fill("user", "admin")
            rbd.fill("keyring", "/etc/ceph/keyring")
        }
        source.update("azureDisk") { disk in
            disk.setDefault("cachingMode", "ReadWrite")
            disk.setDefault("kind", "Shared")
            disk.setDefault("fsType", "ext4")
            disk.setDefault("readOnly", false)
        }
        source.update("scaleIO") { volume in
            volume.fill("storageMode", "ThinProvisioned")
            volume.fill("fsType", "xfs")
        }
    }

    /// The finalizer is the StorageObjectInUseProtection plugin's.
    func persistentVolume(_ object: inout FieldValue) {
        object.updateOrCreate("metadata") { $0.addFinalizer("kubernetes.io/pv-protection") }
        object.updateOrCreate("spec") { spec in
            spec.fill("persistentVolumeReclaimPolicy", "Retain")
            spec.setDefault("volumeMode", "Filesystem")
            volumeSource(&spec)
        }
        object.set("status", version.isAtLeast(29) ? ["phase": "Pending"] : [:])
    }

    /// The finalizer is the StorageObjectInUseProtection plugin's.
    func persistentVolumeClaim(_ object: inout FieldValue) {
        object.updateOrCreate("metadata") { $0.addFinalizer("kubernetes.io/pvc-protection") }
        object.updateOrCreate("spec") { spec in
            claimSpec(&spec)
            Self.dataSources(&spec, hasReferences: version.isAtLeast(24))
        }
    }

    func claimSpec(_ spec: inout FieldValue) {
        spec.setDefault("volumeMode", "Filesystem")
    }

    /// Only claims and snapshots can be `dataSource`, and it and `dataSourceRef` are kept the same
    /// (`pkg/api/persistentvolumeclaim/util.go`, `EnforceDataSourceBackwardsCompatibility`, `NormalizeDataSources`).
    private static func dataSources(_ spec: inout FieldValue, hasReferences: Bool) {
        if let source = spec["dataSource"], !isClaimOrSnapshot(source) { spec.set("dataSource", nil) }
        guard hasReferences else { return }
        if let reference = spec["dataSourceRef"], spec["dataSource"] == nil {
            let isLocal = reference["namespace"]?.string?.isEmpty ?? true
            if isLocal, isClaimOrSnapshot(reference) { spec.set("dataSource", reference) }
        } else if let source = spec["dataSource"], spec["dataSourceRef"] == nil {
            spec.set("dataSourceRef", source)
        }
    }

    private static func isClaimOrSnapshot(_ source: FieldValue) -> Bool {
        let group = source["apiGroup"]?.string ?? ""
        return (group.isEmpty && source["kind"] == "PersistentVolumeClaim")
            || (group == "snapshot.storage.k8s.io" && source["kind"] == "VolumeSnapshot")
    }

    func storageClass(_ object: inout FieldValue) {
        object.setDefault("reclaimPolicy", "Delete")
        object.setDefault("volumeBindingMode", "Immediate")
    }

    func csiDriver(_ object: inout FieldValue) {
        object.updateOrCreate("spec") { spec in
            spec.setDefault("attachRequired", true)
            spec.setDefault("podInfoOnMount", false)
            spec.fill("volumeLifecycleModes", ["Persistent"])
            spec.setDefault("fsGroupPolicy", "ReadWriteOnceWithFSType")
            if version.isAtLeast(21) {
                spec.setDefault("storageCapacity", false)
                spec.setDefault("requiresRepublish", false)
            }
            if version.isAtLeast(27) { spec.setDefault("seLinuxMount", false) }
        }
    }

    /// The finalizer is the StorageObjectInUseProtection plugin's.
    func volumeAttributesClass(_ object: inout FieldValue) {
        guard version.isAtLeast(34) else { return }
        object.updateOrCreate("metadata") { $0.addFinalizer("kubernetes.io/vac-protection") }
    }
}
