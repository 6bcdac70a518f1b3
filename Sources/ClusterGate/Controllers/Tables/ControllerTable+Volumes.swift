internal import FieldTree

extension ControllerTable {
    /// Volumes and claims (pkg/controller/volume of Kubernetes).
    static let volumes: [ControllerRow] = [
        // Binding: nothing → claim, or the same claim gaining its uid; a claim names the volume that names it.
        .writes(
            "persistent-volume-binder", kind: "PersistentVolume", fields: ["spec.claimRef"], when: [.bindsClaim]),
        .writes(
            "persistent-volume-binder", kind: "PersistentVolume",
            fields: ["metadata.annotations[pv.kubernetes.io/bound-by-controller]"], when: [.becomes(["yes"])]),
        .writes(
            "persistent-volume-binder", kind: "PersistentVolumeClaim", fields: ["spec.volumeName"],
            when: [.bindsVolume]),
        .writes(
            "persistent-volume-binder", kind: "PersistentVolumeClaim",
            fields: [
                "metadata.annotations[pv.kubernetes.io/bind-completed]",
                "metadata.annotations[pv.kubernetes.io/bound-by-controller]",
            ], when: [.becomes(["yes"])]),
        .writes(
            "persistent-volume-binder", kind: "PersistentVolumeClaim", fields: ["spec.storageClassName"],
            when: [.isAdded, .isDefaultClass]),
        .writes(
            "persistent-volume-binder", kind: "PersistentVolumeClaim",
            fields: [
                "metadata.annotations[volume.beta.kubernetes.io/storage-provisioner]",
                "metadata.annotations[volume.kubernetes.io/storage-provisioner]",
            ], when: [.isProvisionerOfClass]),
        .writes(
            .scheduler, kind: "PersistentVolumeClaim",
            fields: ["metadata.annotations[volume.kubernetes.io/selected-node]"], when: [.namesNode]),
        .status("persistent-volume-binder", kind: "PersistentVolume"),
        .status("persistent-volume-binder", "expand-controller", kind: "PersistentVolumeClaim"),

        // Protection: only off what is being deleted.
        .writes(
            "pvc-protection-controller", kind: "PersistentVolumeClaim",
            fields: ["metadata.finalizers[kubernetes.io/pvc-protection]"], when: [.isBeingDeleted, .isRemoved]),
        .writes(
            "pvc-protection-controller", kind: "PersistentVolumeClaim",
            fields: ["metadata.finalizers[kubernetes.io/pvc-protection]"], when: [.isAdded]),
        .writes(
            "pv-protection-controller", kind: "PersistentVolume",
            fields: ["metadata.finalizers[kubernetes.io/pv-protection]"], when: [.isBeingDeleted, .isRemoved]),
        .writes(
            "pv-protection-controller", kind: "PersistentVolume",
            fields: ["metadata.finalizers[kubernetes.io/pv-protection]"], when: [.isAdded]),
        .writes(
            "volumeattributesclass-protection-controller", kind: "storage.k8s.io/VolumeAttributesClass",
            fields: ["metadata.finalizers[kubernetes.io/vac-protection]"]),

        // Attaching: the driver and the volume are those of a live volume.
        .creates(
            "attachdetach-controller", kind: "storage.k8s.io/VolumeAttachment", when: [.hasForm(.volumeAttachment)]),
        .deletes("attachdetach-controller", kind: "storage.k8s.io/VolumeAttachment", when: []),
        .status("attachdetach-controller", kind: "Node"),

        // A generic ephemeral volume's claim belongs to its Pod.
        .creates("ephemeral-volume-controller", kind: "PersistentVolumeClaim", when: [.hasForm(.ephemeralClaim)]),
    ]
}
