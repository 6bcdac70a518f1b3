// Written by Scripts/kubernetes-types/generate.py from 1.20-1.36.json beside it; not edited by hand.
// swift-format-ignore-file
/// Kinds, types and fields of Kubernetes 1.20 to 1.36, in the form that the script describes.
let typeTableText: StaticString = """
kind admissionregistration.k8s.io/v1 MutatingAdmissionPolicy|admissionregistration/v1.MutatingAdmissionPolicy|mutatingadmissionpolicies|c|36-|
kind admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding|admissionregistration/v1.MutatingAdmissionPolicyBinding|mutatingadmissionpolicybindings|c|36-|
kind admissionregistration.k8s.io/v1 MutatingWebhookConfiguration|admissionregistration/v1.MutatingWebhookConfiguration|mutatingwebhookconfigurations|c||
kind admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy|admissionregistration/v1.ValidatingAdmissionPolicy|validatingadmissionpolicies|c|30-|status
kind admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding|admissionregistration/v1.ValidatingAdmissionPolicyBinding|validatingadmissionpolicybindings|c|30-|
kind admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration|admissionregistration/v1.ValidatingWebhookConfiguration|validatingwebhookconfigurations|c||
kind admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy|admissionregistration/v1alpha1.MutatingAdmissionPolicy|mutatingadmissionpolicies|c|32-|
kind admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicyBinding|admissionregistration/v1alpha1.MutatingAdmissionPolicyBinding|mutatingadmissionpolicybindings|c|32-|
kind admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicy|admissionregistration/v1alpha1.ValidatingAdmissionPolicy|validatingadmissionpolicies|c|26-|
kind admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicyBinding|admissionregistration/v1alpha1.ValidatingAdmissionPolicyBinding|validatingadmissionpolicybindings|c|26-|
kind admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy|admissionregistration/v1beta1.MutatingAdmissionPolicy|mutatingadmissionpolicies|c|34-|
kind admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding|admissionregistration/v1beta1.MutatingAdmissionPolicyBinding|mutatingadmissionpolicybindings|c|34-|
kind admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration|admissionregistration/v1beta1.MutatingWebhookConfiguration|mutatingwebhookconfigurations|c||
kind admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy|admissionregistration/v1beta1.ValidatingAdmissionPolicy|validatingadmissionpolicies|c|28-|
kind admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicyBinding|admissionregistration/v1beta1.ValidatingAdmissionPolicyBinding|validatingadmissionpolicybindings|c|28-|
kind admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration|admissionregistration/v1beta1.ValidatingWebhookConfiguration|validatingwebhookconfigurations|c||
kind apiextensions.k8s.io/v1 CustomResourceDefinition|apiextensions/v1.CustomResourceDefinition|customresourcedefinitions|c||status
kind apiregistration.k8s.io/v1 APIService|apiregistration/v1.APIService|apiservices|c||status
kind apps/v1 ControllerRevision|apps/v1.ControllerRevision|controllerrevisions|n||
kind apps/v1 DaemonSet|apps/v1.DaemonSet|daemonsets|n||status
kind apps/v1 Deployment|apps/v1.Deployment|deployments|n||scale,status
kind apps/v1 ReplicaSet|apps/v1.ReplicaSet|replicasets|n||scale,status
kind apps/v1 StatefulSet|apps/v1.StatefulSet|statefulsets|n||scale,status
kind apps/v1beta1 ControllerRevision|apps/v1beta1.ControllerRevision|controllerrevisions|n||
kind apps/v1beta1 Deployment|apps/v1beta1.Deployment|deployments|n||
kind apps/v1beta1 Scale|apps/v1beta1.Scale||n||
kind apps/v1beta1 StatefulSet|apps/v1beta1.StatefulSet|statefulsets|n||
kind apps/v1beta2 ControllerRevision|apps/v1beta2.ControllerRevision|controllerrevisions|n||
kind apps/v1beta2 DaemonSet|apps/v1beta2.DaemonSet|daemonsets|n||
kind apps/v1beta2 Deployment|apps/v1beta2.Deployment|deployments|n||
kind apps/v1beta2 ReplicaSet|apps/v1beta2.ReplicaSet|replicasets|n||
kind apps/v1beta2 Scale|apps/v1beta2.Scale||n||
kind apps/v1beta2 StatefulSet|apps/v1beta2.StatefulSet|statefulsets|n||
kind authentication.k8s.io/v1 SelfSubjectReview|authentication/v1.SelfSubjectReview|selfsubjectreviews|c|28-|
kind authentication.k8s.io/v1 TokenRequest|authentication/v1.TokenRequest||n||
kind authentication.k8s.io/v1 TokenReview|authentication/v1.TokenReview|tokenreviews|c||
kind authentication.k8s.io/v1alpha1 SelfSubjectReview|authentication/v1alpha1.SelfSubjectReview|selfsubjectreviews|c|26-|
kind authentication.k8s.io/v1beta1 SelfSubjectReview|authentication/v1beta1.SelfSubjectReview|selfsubjectreviews|c|27-|
kind authentication.k8s.io/v1beta1 TokenReview|authentication/v1beta1.TokenReview|tokenreviews|c||
kind authorization.k8s.io/v1 LocalSubjectAccessReview|authorization/v1.LocalSubjectAccessReview|localsubjectaccessreviews|n||
kind authorization.k8s.io/v1 SelfSubjectAccessReview|authorization/v1.SelfSubjectAccessReview|selfsubjectaccessreviews|c||
kind authorization.k8s.io/v1 SelfSubjectRulesReview|authorization/v1.SelfSubjectRulesReview|selfsubjectrulesreviews|c||
kind authorization.k8s.io/v1 SubjectAccessReview|authorization/v1.SubjectAccessReview|subjectaccessreviews|c||
kind authorization.k8s.io/v1beta1 LocalSubjectAccessReview|authorization/v1beta1.LocalSubjectAccessReview|localsubjectaccessreviews|n||
kind authorization.k8s.io/v1beta1 SelfSubjectAccessReview|authorization/v1beta1.SelfSubjectAccessReview|selfsubjectaccessreviews|c||
kind authorization.k8s.io/v1beta1 SelfSubjectRulesReview|authorization/v1beta1.SelfSubjectRulesReview|selfsubjectrulesreviews|c||
kind authorization.k8s.io/v1beta1 SubjectAccessReview|authorization/v1beta1.SubjectAccessReview|subjectaccessreviews|c||
kind autoscaling/v1 HorizontalPodAutoscaler|autoscaling/v1.HorizontalPodAutoscaler|horizontalpodautoscalers|n||status
kind autoscaling/v1 Scale|autoscaling/v1.Scale||n||
kind autoscaling/v2 HorizontalPodAutoscaler|autoscaling/v2.HorizontalPodAutoscaler|horizontalpodautoscalers|n|23-|status
kind autoscaling/v2beta1 HorizontalPodAutoscaler|autoscaling/v2beta1.HorizontalPodAutoscaler|horizontalpodautoscalers|n|-35|
kind autoscaling/v2beta2 HorizontalPodAutoscaler|autoscaling/v2beta2.HorizontalPodAutoscaler|horizontalpodautoscalers|n|-35|
kind batch/v1 CronJob|batch/v1.CronJob|cronjobs|n|21-|status
kind batch/v1 Job|batch/v1.Job|jobs|n||status
kind batch/v1beta1 CronJob|batch/v1beta1.CronJob|cronjobs|n||
kind batch/v1beta1 JobTemplate|batch/v1beta1.JobTemplate||n|-26|
kind batch/v2alpha1 CronJob|batch/v2alpha1.CronJob|cronjobs|n|-20|
kind batch/v2alpha1 JobTemplate|batch/v2alpha1.JobTemplate||n|-20|
kind certificates.k8s.io/v1 CertificateSigningRequest|certificates/v1.CertificateSigningRequest|certificatesigningrequests|c||approval,status
kind certificates.k8s.io/v1alpha1 ClusterTrustBundle|certificates/v1alpha1.ClusterTrustBundle|clustertrustbundles|c|27-|
kind certificates.k8s.io/v1alpha1 PodCertificateRequest|certificates/v1alpha1.PodCertificateRequest|podcertificaterequests|n|34-34|
kind certificates.k8s.io/v1beta1 CertificateSigningRequest|certificates/v1beta1.CertificateSigningRequest|certificatesigningrequests|c||
kind certificates.k8s.io/v1beta1 ClusterTrustBundle|certificates/v1beta1.ClusterTrustBundle|clustertrustbundles|c|33-|
kind certificates.k8s.io/v1beta1 PodCertificateRequest|certificates/v1beta1.PodCertificateRequest|podcertificaterequests|n|35-|
kind coordination.k8s.io/v1 Lease|coordination/v1.Lease|leases|n||
kind coordination.k8s.io/v1alpha1 LeaseCandidate|coordination/v1alpha1.LeaseCandidate|leasecandidates|n|31-31|
kind coordination.k8s.io/v1alpha2 LeaseCandidate|coordination/v1alpha2.LeaseCandidate|leasecandidates|n|32-|
kind coordination.k8s.io/v1beta1 Lease|coordination/v1beta1.Lease|leases|n||
kind coordination.k8s.io/v1beta1 LeaseCandidate|coordination/v1beta1.LeaseCandidate|leasecandidates|n|33-|
kind discovery.k8s.io/v1 EndpointSlice|discovery/v1.EndpointSlice|endpointslices|n|21-|
kind discovery.k8s.io/v1alpha1 EndpointSlice|discovery/v1alpha1.EndpointSlice|endpointslices|n|-20|
kind discovery.k8s.io/v1beta1 EndpointSlice|discovery/v1beta1.EndpointSlice|endpointslices|n||
kind events.k8s.io/v1 Event|events/v1.Event|events|n||
kind events.k8s.io/v1beta1 Event|events/v1beta1.Event|events|n||
kind extensions/v1beta1 DaemonSet|extensions/v1beta1.DaemonSet|daemonsets|n||
kind extensions/v1beta1 Deployment|extensions/v1beta1.Deployment|deployments|n||
kind extensions/v1beta1 Ingress|extensions/v1beta1.Ingress|ingresses|n||
kind extensions/v1beta1 NetworkPolicy|extensions/v1beta1.NetworkPolicy|networkpolicies|n||
kind extensions/v1beta1 PodSecurityPolicy|extensions/v1beta1.PodSecurityPolicy|podsecuritypolicies|c|-26|
kind extensions/v1beta1 ReplicaSet|extensions/v1beta1.ReplicaSet|replicasets|n||
kind extensions/v1beta1 Scale|extensions/v1beta1.Scale||n||
kind flowcontrol.apiserver.k8s.io/v1 FlowSchema|flowcontrol/v1.FlowSchema|flowschemas|c|29-|status
kind flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration|flowcontrol/v1.PriorityLevelConfiguration|prioritylevelconfigurations|c|29-|status
kind flowcontrol.apiserver.k8s.io/v1alpha1 FlowSchema|flowcontrol/v1alpha1.FlowSchema|flowschemas|c|-28|
kind flowcontrol.apiserver.k8s.io/v1alpha1 PriorityLevelConfiguration|flowcontrol/v1alpha1.PriorityLevelConfiguration|prioritylevelconfigurations|c|-28|
kind flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema|flowcontrol/v1beta1.FlowSchema|flowschemas|c||
kind flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration|flowcontrol/v1beta1.PriorityLevelConfiguration|prioritylevelconfigurations|c||
kind flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema|flowcontrol/v1beta2.FlowSchema|flowschemas|c|23-|
kind flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration|flowcontrol/v1beta2.PriorityLevelConfiguration|prioritylevelconfigurations|c|23-|
kind flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema|flowcontrol/v1beta3.FlowSchema|flowschemas|c|26-|
kind flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration|flowcontrol/v1beta3.PriorityLevelConfiguration|prioritylevelconfigurations|c|26-|
kind internal.apiserver.k8s.io/v1alpha1 StorageVersion|apiserverinternal/v1alpha1.StorageVersion|storageversions|c||
kind networking.k8s.io/v1 IPAddress|networking/v1.IPAddress|ipaddresses|c|33-|
kind networking.k8s.io/v1 Ingress|networking/v1.Ingress|ingresses|n||status
kind networking.k8s.io/v1 IngressClass|networking/v1.IngressClass|ingressclasses|c||
kind networking.k8s.io/v1 NetworkPolicy|networking/v1.NetworkPolicy|networkpolicies|n||
kind networking.k8s.io/v1 ServiceCIDR|networking/v1.ServiceCIDR|servicecidrs|c|33-|status
kind networking.k8s.io/v1alpha1 ClusterCIDR|networking/v1alpha1.ClusterCIDR|clustercidrs|c|25-28|
kind networking.k8s.io/v1alpha1 IPAddress|networking/v1alpha1.IPAddress|ipaddresses|c|27-33|
kind networking.k8s.io/v1alpha1 ServiceCIDR|networking/v1alpha1.ServiceCIDR|servicecidrs|c|29-33|
kind networking.k8s.io/v1beta1 IPAddress|networking/v1beta1.IPAddress|ipaddresses|c|31-|
kind networking.k8s.io/v1beta1 Ingress|networking/v1beta1.Ingress|ingresses|n||
kind networking.k8s.io/v1beta1 IngressClass|networking/v1beta1.IngressClass|ingressclasses|c||
kind networking.k8s.io/v1beta1 ServiceCIDR|networking/v1beta1.ServiceCIDR|servicecidrs|c|31-|
kind node.k8s.io/v1 RuntimeClass|node/v1.RuntimeClass|runtimeclasses|c||
kind node.k8s.io/v1alpha1 RuntimeClass|node/v1alpha1.RuntimeClass|runtimeclasses|c||
kind node.k8s.io/v1beta1 RuntimeClass|node/v1beta1.RuntimeClass|runtimeclasses|c||
kind policy/v1 Eviction|policy/v1.Eviction||n|23-|
kind policy/v1 PodDisruptionBudget|policy/v1.PodDisruptionBudget|poddisruptionbudgets|n|21-|status
kind policy/v1beta1 Eviction|policy/v1beta1.Eviction||n||
kind policy/v1beta1 PodDisruptionBudget|policy/v1beta1.PodDisruptionBudget|poddisruptionbudgets|n||
kind policy/v1beta1 PodSecurityPolicy|policy/v1beta1.PodSecurityPolicy|podsecuritypolicies|c|-28|
kind rbac.authorization.k8s.io/v1 ClusterRole|rbac/v1.ClusterRole|clusterroles|c||
kind rbac.authorization.k8s.io/v1 ClusterRoleBinding|rbac/v1.ClusterRoleBinding|clusterrolebindings|c||
kind rbac.authorization.k8s.io/v1 Role|rbac/v1.Role|roles|n||
kind rbac.authorization.k8s.io/v1 RoleBinding|rbac/v1.RoleBinding|rolebindings|n||
kind rbac.authorization.k8s.io/v1alpha1 ClusterRole|rbac/v1alpha1.ClusterRole|clusterroles|c||
kind rbac.authorization.k8s.io/v1alpha1 ClusterRoleBinding|rbac/v1alpha1.ClusterRoleBinding|clusterrolebindings|c||
kind rbac.authorization.k8s.io/v1alpha1 Role|rbac/v1alpha1.Role|roles|n||
kind rbac.authorization.k8s.io/v1alpha1 RoleBinding|rbac/v1alpha1.RoleBinding|rolebindings|n||
kind rbac.authorization.k8s.io/v1beta1 ClusterRole|rbac/v1beta1.ClusterRole|clusterroles|c||
kind rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding|rbac/v1beta1.ClusterRoleBinding|clusterrolebindings|c||
kind rbac.authorization.k8s.io/v1beta1 Role|rbac/v1beta1.Role|roles|n||
kind rbac.authorization.k8s.io/v1beta1 RoleBinding|rbac/v1beta1.RoleBinding|rolebindings|n||
kind resource.k8s.io/v1 DeviceClass|resource/v1.DeviceClass|deviceclasses|c|34-|
kind resource.k8s.io/v1 ResourceClaim|resource/v1.ResourceClaim|resourceclaims|n|34-|status
kind resource.k8s.io/v1 ResourceClaimTemplate|resource/v1.ResourceClaimTemplate|resourceclaimtemplates|n|34-|
kind resource.k8s.io/v1 ResourceSlice|resource/v1.ResourceSlice|resourceslices|c|34-|
kind resource.k8s.io/v1alpha1 PodScheduling|resource/v1alpha1.PodScheduling|podschedulings|n|26-26|
kind resource.k8s.io/v1alpha1 ResourceClaim|resource/v1alpha1.ResourceClaim|resourceclaims|n|26-26|
kind resource.k8s.io/v1alpha1 ResourceClaimTemplate|resource/v1alpha1.ResourceClaimTemplate|resourceclaimtemplates|n|26-26|
kind resource.k8s.io/v1alpha1 ResourceClass|resource/v1alpha1.ResourceClass|resourceclasses|c|26-26|
kind resource.k8s.io/v1alpha2 PodSchedulingContext|resource/v1alpha2.PodSchedulingContext|podschedulingcontexts|n|27-30|
kind resource.k8s.io/v1alpha2 ResourceClaim|resource/v1alpha2.ResourceClaim|resourceclaims|n|27-30|
kind resource.k8s.io/v1alpha2 ResourceClaimParameters|resource/v1alpha2.ResourceClaimParameters|resourceclaimparameters|n|30-30|
kind resource.k8s.io/v1alpha2 ResourceClaimTemplate|resource/v1alpha2.ResourceClaimTemplate|resourceclaimtemplates|n|27-30|
kind resource.k8s.io/v1alpha2 ResourceClass|resource/v1alpha2.ResourceClass|resourceclasses|c|27-30|
kind resource.k8s.io/v1alpha2 ResourceClassParameters|resource/v1alpha2.ResourceClassParameters|resourceclassparameters|n|30-30|
kind resource.k8s.io/v1alpha2 ResourceSlice|resource/v1alpha2.ResourceSlice|resourceslices|c|30-30|
kind resource.k8s.io/v1alpha3 DeviceClass|resource/v1alpha3.DeviceClass|deviceclasses|c|31-33|
kind resource.k8s.io/v1alpha3 DeviceTaintRule|resource/v1alpha3.DeviceTaintRule|devicetaintrules|c|33-|
kind resource.k8s.io/v1alpha3 PodSchedulingContext|resource/v1alpha3.PodSchedulingContext|podschedulingcontexts|n|31-31|
kind resource.k8s.io/v1alpha3 ResourceClaim|resource/v1alpha3.ResourceClaim|resourceclaims|n|31-33|
kind resource.k8s.io/v1alpha3 ResourceClaimTemplate|resource/v1alpha3.ResourceClaimTemplate|resourceclaimtemplates|n|31-33|
kind resource.k8s.io/v1alpha3 ResourcePoolStatusRequest|resource/v1alpha3.ResourcePoolStatusRequest|resourcepoolstatusrequests|c|36-|
kind resource.k8s.io/v1alpha3 ResourceSlice|resource/v1alpha3.ResourceSlice|resourceslices|c|31-33|
kind resource.k8s.io/v1beta1 DeviceClass|resource/v1beta1.DeviceClass|deviceclasses|c|32-|
kind resource.k8s.io/v1beta1 ResourceClaim|resource/v1beta1.ResourceClaim|resourceclaims|n|32-|
kind resource.k8s.io/v1beta1 ResourceClaimTemplate|resource/v1beta1.ResourceClaimTemplate|resourceclaimtemplates|n|32-|
kind resource.k8s.io/v1beta1 ResourceSlice|resource/v1beta1.ResourceSlice|resourceslices|c|32-|
kind resource.k8s.io/v1beta2 DeviceClass|resource/v1beta2.DeviceClass|deviceclasses|c|33-|
kind resource.k8s.io/v1beta2 DeviceTaintRule|resource/v1beta2.DeviceTaintRule|devicetaintrules|c|36-|
kind resource.k8s.io/v1beta2 ResourceClaim|resource/v1beta2.ResourceClaim|resourceclaims|n|33-|
kind resource.k8s.io/v1beta2 ResourceClaimTemplate|resource/v1beta2.ResourceClaimTemplate|resourceclaimtemplates|n|33-|
kind resource.k8s.io/v1beta2 ResourceSlice|resource/v1beta2.ResourceSlice|resourceslices|c|33-|
kind scheduling.k8s.io/v1 PriorityClass|scheduling/v1.PriorityClass|priorityclasses|c||
kind scheduling.k8s.io/v1alpha1 PriorityClass|scheduling/v1alpha1.PriorityClass|priorityclasses|c|-35|
kind scheduling.k8s.io/v1alpha1 Workload|scheduling/v1alpha1.Workload|workloads|n|35-35|
kind scheduling.k8s.io/v1alpha2 PodGroup|scheduling/v1alpha2.PodGroup|podgroups|n|36-|
kind scheduling.k8s.io/v1alpha2 Workload|scheduling/v1alpha2.Workload|workloads|n|36-|
kind scheduling.k8s.io/v1beta1 PriorityClass|scheduling/v1beta1.PriorityClass|priorityclasses|c||
kind storage.k8s.io/v1 CSIDriver|storage/v1.CSIDriver|csidrivers|c||
kind storage.k8s.io/v1 CSINode|storage/v1.CSINode|csinodes|c||
kind storage.k8s.io/v1 CSIStorageCapacity|storage/v1.CSIStorageCapacity|csistoragecapacities|n|25-|
kind storage.k8s.io/v1 StorageClass|storage/v1.StorageClass|storageclasses|c||
kind storage.k8s.io/v1 VolumeAttachment|storage/v1.VolumeAttachment|volumeattachments|c||status
kind storage.k8s.io/v1 VolumeAttributesClass|storage/v1.VolumeAttributesClass|volumeattributesclasses|c|34-|
kind storage.k8s.io/v1alpha1 CSIStorageCapacity|storage/v1alpha1.CSIStorageCapacity|csistoragecapacities|n||
kind storage.k8s.io/v1alpha1 VolumeAttachment|storage/v1alpha1.VolumeAttachment|volumeattachments|c||
kind storage.k8s.io/v1alpha1 VolumeAttributesClass|storage/v1alpha1.VolumeAttributesClass|volumeattributesclasses|c|29-|
kind storage.k8s.io/v1beta1 CSIDriver|storage/v1beta1.CSIDriver|csidrivers|c||
kind storage.k8s.io/v1beta1 CSINode|storage/v1beta1.CSINode|csinodes|c||
kind storage.k8s.io/v1beta1 CSIStorageCapacity|storage/v1beta1.CSIStorageCapacity|csistoragecapacities|n|21-|
kind storage.k8s.io/v1beta1 StorageClass|storage/v1beta1.StorageClass|storageclasses|c||
kind storage.k8s.io/v1beta1 VolumeAttachment|storage/v1beta1.VolumeAttachment|volumeattachments|c||
kind storage.k8s.io/v1beta1 VolumeAttributesClass|storage/v1beta1.VolumeAttributesClass|volumeattributesclasses|c|31-|
kind storagemigration.k8s.io/v1alpha1 StorageVersionMigration|storagemigration/v1alpha1.StorageVersionMigration|storageversionmigrations|c|30-34|
kind storagemigration.k8s.io/v1beta1 StorageVersionMigration|storagemigration/v1beta1.StorageVersionMigration|storageversionmigrations|c|35-|
kind v1 Binding|core/v1.Binding|bindings|n||
kind v1 ComponentStatus|core/v1.ComponentStatus|componentstatuses|c||
kind v1 ConfigMap|core/v1.ConfigMap|configmaps|n||
kind v1 Endpoints|core/v1.Endpoints|endpoints|n||
kind v1 EphemeralContainers|core/v1.EphemeralContainers||n|-21|
kind v1 Event|core/v1.Event|events|n||
kind v1 LimitRange|core/v1.LimitRange|limitranges|n||
kind v1 Namespace|core/v1.Namespace|namespaces|c||finalize,status
kind v1 Node|core/v1.Node|nodes|c||proxy,status
kind v1 PersistentVolume|core/v1.PersistentVolume|persistentvolumes|c||status
kind v1 PersistentVolumeClaim|core/v1.PersistentVolumeClaim|persistentvolumeclaims|n||status
kind v1 Pod|core/v1.Pod|pods|n||attach,binding,ephemeralcontainers,eviction,exec,log,portforward,proxy,resize,status
kind v1 PodStatusResult|core/v1.PodStatusResult||n||
kind v1 PodTemplate|core/v1.PodTemplate|podtemplates|n||
kind v1 RangeAllocation|core/v1.RangeAllocation||n||
kind v1 ReplicationController|core/v1.ReplicationController|replicationcontrollers|n||scale,status
kind v1 ResourceQuota|core/v1.ResourceQuota|resourcequotas|n||status
kind v1 Secret|core/v1.Secret|secrets|n||
kind v1 Service|core/v1.Service|services|n||proxy,status
kind v1 ServiceAccount|core/v1.ServiceAccount|serviceaccounts|n||token
type admissionregistration/v1.ApplyConfiguration|expression e string
type admissionregistration/v1.AuditAnnotation|key - string|valueExpression - string
type admissionregistration/v1.ExpressionWarning|fieldRef - string|warning - string
type admissionregistration/v1.JSONPatch|expression e string
type admissionregistration/v1.MatchCondition|expression - string|name - string
type admissionregistration/v1.MatchResources|excludeResourceRules ea [admissionregistration/v1.NamedRuleWithOperations]|matchPolicy pe string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|resourceRules ea [admissionregistration/v1.NamedRuleWithOperations]
type admissionregistration/v1.MutatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1.MutatingAdmissionPolicySpec
type admissionregistration/v1.MutatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1.MutatingAdmissionPolicyBindingSpec
type admissionregistration/v1.MutatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1.MatchResources|paramRef pe admissionregistration/v1.ParamRef|policyName e string
type admissionregistration/v1.MutatingAdmissionPolicySpec|failurePolicy pe string|matchConditions el [admissionregistration/v1.MatchCondition] name|matchConstraints pe admissionregistration/v1.MatchResources|mutations ea [admissionregistration/v1.Mutation]|paramKind pe admissionregistration/v1.ParamKind|reinvocationPolicy e string|variables ea [admissionregistration/v1.Variable]
type admissionregistration/v1.MutatingWebhook|admissionReviewVersions a [string]|clientConfig - admissionregistration/v1.WebhookClientConfig|failurePolicy pe string|matchConditions el [admissionregistration/v1.MatchCondition] name 27-|matchPolicy pe string|name - string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|reinvocationPolicy pe string|rules ea [admissionregistration/v1.RuleWithOperations]|sideEffects p string|timeoutSeconds pe int32
type admissionregistration/v1.MutatingWebhookConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|webhooks el [admissionregistration/v1.MutatingWebhook] name
type admissionregistration/v1.Mutation|applyConfiguration pe admissionregistration/v1.ApplyConfiguration|jsonPatch pe admissionregistration/v1.JSONPatch|patchType - string
type admissionregistration/v1.NamedRuleWithOperations|apiGroups ea [string]|apiVersions ea [string]|operations ea [string]|resourceNames ea [string]|resources ea [string]|scope pe string
type admissionregistration/v1.ParamKind|apiVersion e string|kind e string
type admissionregistration/v1.ParamRef|name e string|namespace e string|parameterNotFoundAction pe string|selector pe apis/meta/v1.LabelSelector
type admissionregistration/v1.RuleWithOperations|apiGroups ea [string]|apiVersions ea [string]|operations ea [string]|resources ea [string]|scope pe string
type admissionregistration/v1.ServiceReference|name - string|namespace - string|path pe string|port pe int32
type admissionregistration/v1.TypeChecking|expressionWarnings ea [admissionregistration/v1.ExpressionWarning]
type admissionregistration/v1.ValidatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1.ValidatingAdmissionPolicySpec|status e admissionregistration/v1.ValidatingAdmissionPolicyStatus
type admissionregistration/v1.ValidatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1.ValidatingAdmissionPolicyBindingSpec
type admissionregistration/v1.ValidatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1.MatchResources|paramRef pe admissionregistration/v1.ParamRef|policyName e string|validationActions es [string]
type admissionregistration/v1.ValidatingAdmissionPolicySpec|auditAnnotations ea [admissionregistration/v1.AuditAnnotation]|failurePolicy pe string|matchConditions el [admissionregistration/v1.MatchCondition] name|matchConstraints pe admissionregistration/v1.MatchResources|paramKind pe admissionregistration/v1.ParamKind|validations ea [admissionregistration/v1.Validation]|variables el [admissionregistration/v1.Variable] name
type admissionregistration/v1.ValidatingAdmissionPolicyStatus|conditions el [apis/meta/v1.Condition] type|observedGeneration e int64|typeChecking pe admissionregistration/v1.TypeChecking
type admissionregistration/v1.ValidatingWebhook|admissionReviewVersions a [string]|clientConfig - admissionregistration/v1.WebhookClientConfig|failurePolicy pe string|matchConditions el [admissionregistration/v1.MatchCondition] name 27-|matchPolicy pe string|name - string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|rules ea [admissionregistration/v1.RuleWithOperations]|sideEffects p string|timeoutSeconds pe int32
type admissionregistration/v1.ValidatingWebhookConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|webhooks el [admissionregistration/v1.ValidatingWebhook] name
type admissionregistration/v1.Validation|expression - string|message e string|messageExpression e string|reason pe string
type admissionregistration/v1.Variable|expression - string|name - string
type admissionregistration/v1.WebhookClientConfig|caBundle e bytes|service pe admissionregistration/v1.ServiceReference|url pe string
type admissionregistration/v1alpha1.ApplyConfiguration|expression e string
type admissionregistration/v1alpha1.AuditAnnotation|key - string|valueExpression - string
type admissionregistration/v1alpha1.ExpressionWarning|fieldRef - string|warning - string
type admissionregistration/v1alpha1.JSONPatch|expression e string
type admissionregistration/v1alpha1.MatchCondition|expression - string|name - string
type admissionregistration/v1alpha1.MatchResources|excludeResourceRules e [admissionregistration/v1alpha1.NamedRuleWithOperations]|matchPolicy pe string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|resourceRules e [admissionregistration/v1alpha1.NamedRuleWithOperations]
type admissionregistration/v1alpha1.MutatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1alpha1.MutatingAdmissionPolicySpec
type admissionregistration/v1alpha1.MutatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1alpha1.MutatingAdmissionPolicyBindingSpec
type admissionregistration/v1alpha1.MutatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1alpha1.MatchResources|paramRef pe admissionregistration/v1alpha1.ParamRef|policyName e string
type admissionregistration/v1alpha1.MutatingAdmissionPolicySpec|failurePolicy pe string|matchConditions e [admissionregistration/v1alpha1.MatchCondition]|matchConstraints pe admissionregistration/v1alpha1.MatchResources|mutations e [admissionregistration/v1alpha1.Mutation]|paramKind pe admissionregistration/v1alpha1.ParamKind|reinvocationPolicy e string|variables e [admissionregistration/v1alpha1.Variable]
type admissionregistration/v1alpha1.Mutation|applyConfiguration pe admissionregistration/v1alpha1.ApplyConfiguration|jsonPatch pe admissionregistration/v1alpha1.JSONPatch|patchType - string
type admissionregistration/v1alpha1.NamedRuleWithOperations|apiGroups e [string]|apiVersions e [string]|operations e [string]|resourceNames e [string]|resources e [string]|scope pe string
type admissionregistration/v1alpha1.ParamKind|apiVersion e string|kind e string
type admissionregistration/v1alpha1.ParamRef|name e string|namespace e string|parameterNotFoundAction pe string 28-|selector pe apis/meta/v1.LabelSelector 28-
type admissionregistration/v1alpha1.TypeChecking|expressionWarnings e [admissionregistration/v1alpha1.ExpressionWarning]
type admissionregistration/v1alpha1.ValidatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1alpha1.ValidatingAdmissionPolicySpec|status e admissionregistration/v1alpha1.ValidatingAdmissionPolicyStatus 27-
type admissionregistration/v1alpha1.ValidatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1alpha1.ValidatingAdmissionPolicyBindingSpec
type admissionregistration/v1alpha1.ValidatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1alpha1.MatchResources|paramRef pe admissionregistration/v1alpha1.ParamRef|policyName e string|validationActions e [string] 27-
type admissionregistration/v1alpha1.ValidatingAdmissionPolicySpec|auditAnnotations e [admissionregistration/v1alpha1.AuditAnnotation] 27-|failurePolicy pe string|matchConditions e [admissionregistration/v1alpha1.MatchCondition] 27-|matchConstraints pe admissionregistration/v1alpha1.MatchResources|paramKind pe admissionregistration/v1alpha1.ParamKind|validations - [admissionregistration/v1alpha1.Validation] -26|validations e [admissionregistration/v1alpha1.Validation] 27-|variables - [admissionregistration/v1alpha1.Variable] 28-28|variables e [admissionregistration/v1alpha1.Variable] 29-
type admissionregistration/v1alpha1.ValidatingAdmissionPolicyStatus|conditions e [apis/meta/v1.Condition]|observedGeneration e int64|typeChecking pe admissionregistration/v1alpha1.TypeChecking
type admissionregistration/v1alpha1.Validation|expression - string|message e string|messageExpression e string 27-|reason pe string
type admissionregistration/v1alpha1.Variable|expression - string|name - string
type admissionregistration/v1beta1.ApplyConfiguration|expression e string
type admissionregistration/v1beta1.AuditAnnotation|key - string|valueExpression - string
type admissionregistration/v1beta1.ExpressionWarning|fieldRef - string|warning - string
type admissionregistration/v1beta1.JSONPatch|expression e string
type admissionregistration/v1beta1.MatchCondition|expression - string|name - string
type admissionregistration/v1beta1.MatchResources|excludeResourceRules e [admissionregistration/v1beta1.NamedRuleWithOperations]|matchPolicy pe string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|resourceRules e [admissionregistration/v1beta1.NamedRuleWithOperations]
type admissionregistration/v1beta1.MutatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1beta1.MutatingAdmissionPolicySpec
type admissionregistration/v1beta1.MutatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1beta1.MutatingAdmissionPolicyBindingSpec
type admissionregistration/v1beta1.MutatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1beta1.MatchResources|paramRef pe admissionregistration/v1beta1.ParamRef|policyName e string
type admissionregistration/v1beta1.MutatingAdmissionPolicySpec|failurePolicy pe string|matchConditions e [admissionregistration/v1beta1.MatchCondition]|matchConstraints pe admissionregistration/v1beta1.MatchResources|mutations e [admissionregistration/v1beta1.Mutation]|paramKind pe admissionregistration/v1beta1.ParamKind|reinvocationPolicy e string|variables e [admissionregistration/v1beta1.Variable]
type admissionregistration/v1beta1.MutatingWebhook|admissionReviewVersions e [string]|clientConfig - admissionregistration/v1beta1.WebhookClientConfig|failurePolicy pe string|matchConditions e [admissionregistration/v1beta1.MatchCondition] 27-|matchPolicy pe string|name - string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|reinvocationPolicy pe string|rules e [admissionregistration/v1beta1.RuleWithOperations] -25|rules e [admissionregistration/v1.RuleWithOperations] 26-|sideEffects pe string|timeoutSeconds pe int32
type admissionregistration/v1beta1.MutatingWebhookConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|webhooks e [admissionregistration/v1beta1.MutatingWebhook]
type admissionregistration/v1beta1.Mutation|applyConfiguration pe admissionregistration/v1beta1.ApplyConfiguration|jsonPatch pe admissionregistration/v1beta1.JSONPatch|patchType - string
type admissionregistration/v1beta1.NamedRuleWithOperations|apiGroups e [string]|apiVersions e [string]|operations e [string]|resourceNames e [string]|resources e [string]|scope pe string
type admissionregistration/v1beta1.ParamKind|apiVersion e string|kind e string
type admissionregistration/v1beta1.ParamRef|name e string|namespace e string|parameterNotFoundAction pe string|selector pe apis/meta/v1.LabelSelector
type admissionregistration/v1beta1.RuleWithOperations|apiGroups e [string] -25|apiVersions e [string] -25|operations e [string] -25|resources e [string] -25|scope pe string -25
type admissionregistration/v1beta1.ServiceReference|name - string|namespace - string|path pe string|port pe int32
type admissionregistration/v1beta1.TypeChecking|expressionWarnings e [admissionregistration/v1beta1.ExpressionWarning]
type admissionregistration/v1beta1.ValidatingAdmissionPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1beta1.ValidatingAdmissionPolicySpec|status e admissionregistration/v1beta1.ValidatingAdmissionPolicyStatus
type admissionregistration/v1beta1.ValidatingAdmissionPolicyBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e admissionregistration/v1beta1.ValidatingAdmissionPolicyBindingSpec
type admissionregistration/v1beta1.ValidatingAdmissionPolicyBindingSpec|matchResources pe admissionregistration/v1beta1.MatchResources|paramRef pe admissionregistration/v1beta1.ParamRef|policyName e string|validationActions e [string]
type admissionregistration/v1beta1.ValidatingAdmissionPolicySpec|auditAnnotations e [admissionregistration/v1beta1.AuditAnnotation]|failurePolicy pe string|matchConditions e [admissionregistration/v1beta1.MatchCondition]|matchConstraints pe admissionregistration/v1beta1.MatchResources|paramKind pe admissionregistration/v1beta1.ParamKind|validations e [admissionregistration/v1beta1.Validation]|variables - [admissionregistration/v1beta1.Variable] -28|variables e [admissionregistration/v1beta1.Variable] 29-
type admissionregistration/v1beta1.ValidatingAdmissionPolicyStatus|conditions e [apis/meta/v1.Condition]|observedGeneration e int64|typeChecking pe admissionregistration/v1beta1.TypeChecking
type admissionregistration/v1beta1.ValidatingWebhook|admissionReviewVersions e [string]|clientConfig - admissionregistration/v1beta1.WebhookClientConfig|failurePolicy pe string|matchConditions e [admissionregistration/v1beta1.MatchCondition] 27-|matchPolicy pe string|name - string|namespaceSelector pe apis/meta/v1.LabelSelector|objectSelector pe apis/meta/v1.LabelSelector|rules e [admissionregistration/v1beta1.RuleWithOperations] -25|rules e [admissionregistration/v1.RuleWithOperations] 26-|sideEffects pe string|timeoutSeconds pe int32
type admissionregistration/v1beta1.ValidatingWebhookConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|webhooks e [admissionregistration/v1beta1.ValidatingWebhook]
type admissionregistration/v1beta1.Validation|expression - string|message e string|messageExpression e string|reason pe string
type admissionregistration/v1beta1.Variable|expression - string|name - string
type admissionregistration/v1beta1.WebhookClientConfig|caBundle e bytes|service pe admissionregistration/v1beta1.ServiceReference|url pe string
type apiextensions/v1.CustomResourceColumnDefinition|description e string|format e string|jsonPath - string|name - string|priority e int32|type - string
type apiextensions/v1.CustomResourceConversion|strategy - string|webhook pe apiextensions/v1.WebhookConversion
type apiextensions/v1.CustomResourceDefinition|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - apiextensions/v1.CustomResourceDefinitionSpec|status e apiextensions/v1.CustomResourceDefinitionStatus
type apiextensions/v1.CustomResourceDefinitionCondition|lastTransitionTime e time|message e string|observedGeneration e int64 35-|reason e string|status - string|type - string
type apiextensions/v1.CustomResourceDefinitionNames|categories ea [string]|kind - string|listKind e string|plural - string|shortNames ea [string]|singular e string
type apiextensions/v1.CustomResourceDefinitionSpec|conversion pe apiextensions/v1.CustomResourceConversion|group - string|names - apiextensions/v1.CustomResourceDefinitionNames|preserveUnknownFields e bool|scope - string|versions a [apiextensions/v1.CustomResourceDefinitionVersion]
type apiextensions/v1.CustomResourceDefinitionStatus|acceptedNames - apiextensions/v1.CustomResourceDefinitionNames|conditions l [apiextensions/v1.CustomResourceDefinitionCondition] type|observedGeneration e int64 35-|storedVersions a [string]
type apiextensions/v1.CustomResourceDefinitionVersion|additionalPrinterColumns ea [apiextensions/v1.CustomResourceColumnDefinition]|deprecated e bool|deprecationWarning pe string|name - string|schema pe apiextensions/v1.CustomResourceValidation|selectableFields ea [apiextensions/v1.SelectableField] 30-|served - bool|storage - bool|subresources pe apiextensions/v1.CustomResourceSubresources
type apiextensions/v1.CustomResourceSubresourceScale|labelSelectorPath pe string|specReplicasPath - string|statusReplicasPath - string
type apiextensions/v1.CustomResourceSubresourceStatus
type apiextensions/v1.CustomResourceSubresources|scale pe apiextensions/v1.CustomResourceSubresourceScale|status pe apiextensions/v1.CustomResourceSubresourceStatus
type apiextensions/v1.CustomResourceValidation|openAPIV3Schema pe apiextensions/v1.JSONSchemaProps
type apiextensions/v1.ExternalDocumentation|description e string|url e string
type apiextensions/v1.JSONSchemaProps|$ref pe string|$schema e string|additionalItems pe schemaOrOther|additionalProperties pe schemaOrOther|allOf ea [apiextensions/v1.JSONSchemaProps]|anyOf ea [apiextensions/v1.JSONSchemaProps]|default pe raw|definitions e {apiextensions/v1.JSONSchemaProps}|dependencies e {schemaOrOther}|description e string|enum ea [raw]|example pe raw|exclusiveMaximum e bool|exclusiveMinimum e bool|externalDocs pe apiextensions/v1.ExternalDocumentation|format e string|id e string|items pe schemaOrOther|maxItems pe int64|maxLength pe int64|maxProperties pe int64|maximum pe float64|minItems pe int64|minLength pe int64|minProperties pe int64|minimum pe float64|multipleOf pe float64|not pe apiextensions/v1.JSONSchemaProps|nullable e bool|oneOf ea [apiextensions/v1.JSONSchemaProps]|pattern e string|patternProperties e {apiextensions/v1.JSONSchemaProps}|properties e {apiextensions/v1.JSONSchemaProps}|required ea [string]|title e string|type e string|uniqueItems e bool|x-kubernetes-embedded-resource e bool|x-kubernetes-int-or-string e bool|x-kubernetes-list-map-keys ea [string]|x-kubernetes-list-type pe string|x-kubernetes-map-type pe string|x-kubernetes-preserve-unknown-fields pe bool|x-kubernetes-validations el [apiextensions/v1.ValidationRule] rule 23-
type apiextensions/v1.SelectableField|jsonPath - string
type apiextensions/v1.ServiceReference|name - string|namespace - string|path pe string|port pe int32
type apiextensions/v1.ValidationRule|fieldPath e string 28-|message e string|messageExpression e string 27-|optionalOldSelf pe bool 29-|reason pe string 28-|rule - string
type apiextensions/v1.WebhookClientConfig|caBundle e bytes|service pe apiextensions/v1.ServiceReference|url pe string
type apiextensions/v1.WebhookConversion|clientConfig pe apiextensions/v1.WebhookClientConfig|conversionReviewVersions a [string]
type apiregistration/v1.APIService|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apiregistration/v1.APIServiceSpec|status e apiregistration/v1.APIServiceStatus
type apiregistration/v1.APIServiceCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apiregistration/v1.APIServiceSpec|caBundle ea bytes|group e string|groupPriorityMinimum - int32|insecureSkipTLSVerify e bool|service pe apiregistration/v1.ServiceReference|version e string|versionPriority - int32
type apiregistration/v1.APIServiceStatus|conditions el [apiregistration/v1.APIServiceCondition] type
type apiregistration/v1.ServiceReference|name e string|namespace e string|port pe int32
type apis/meta/v1.Condition|lastTransitionTime - time|message - string|observedGeneration e int64|reason - string|status - string|type - string
type apis/meta/v1.DeleteOptions|apiVersion e string|dryRun ea [string]|gracePeriodSeconds pe int64|ignoreStoreReadErrorWithClusterBreakingPotential pe bool 32-|kind e string|orphanDependents pe bool|preconditions pe apis/meta/v1.Preconditions|propagationPolicy pe string
type apis/meta/v1.FieldSelectorRequirement|key - string|operator - string|values ea [string]
type apis/meta/v1.GroupResource|group - string|resource - string
type apis/meta/v1.LabelSelector|matchExpressions ea [apis/meta/v1.LabelSelectorRequirement]|matchLabels e {string}
type apis/meta/v1.LabelSelectorRequirement|key - string -27|key - string 28-|operator - string|values ea [string]
type apis/meta/v1.ManagedFieldsEntry|apiVersion e string|fieldsType e string|fieldsV1 pe raw|manager e string|operation e string|subresource e string 23-|time pe time
type apis/meta/v1.ObjectMeta|annotations e {string}|clusterName e string -24|creationTimestamp e time -33|creationTimestamp z time 34-|deletionGracePeriodSeconds pe int64|deletionTimestamp pe time|finalizers es [string]|generateName e string|generation e int64|labels e {string}|managedFields ea [apis/meta/v1.ManagedFieldsEntry]|name e string|namespace e string|ownerReferences el [apis/meta/v1.OwnerReference] uid|resourceVersion e string|selfLink e string|uid e string
type apis/meta/v1.OwnerReference|apiVersion - string|blockOwnerDeletion pe bool|controller pe bool|kind - string|name - string|uid - string
type apis/meta/v1.Preconditions|resourceVersion pe string|uid pe string
type apiserverinternal/v1alpha1.ServerStorageVersion|apiServerID e string|decodableVersions e [string]|encodingVersion e string|servedVersions e [string] 28-
type apiserverinternal/v1alpha1.StorageVersion|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - apiserverinternal/v1alpha1.StorageVersionSpec|status - apiserverinternal/v1alpha1.StorageVersionStatus
type apiserverinternal/v1alpha1.StorageVersionCondition|lastTransitionTime e time|message e string|observedGeneration e int64|reason - string|status - string|type - string
type apiserverinternal/v1alpha1.StorageVersionSpec
type apiserverinternal/v1alpha1.StorageVersionStatus|commonEncodingVersion pe string|conditions e [apiserverinternal/v1alpha1.StorageVersionCondition]|storageVersions e [apiserverinternal/v1alpha1.ServerStorageVersion]
type apps/v1.ControllerRevision|apiVersion e string|data e raw|kind e string|metadata e apis/meta/v1.ObjectMeta|revision - int64
type apps/v1.DaemonSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1.DaemonSetSpec|status e apps/v1.DaemonSetStatus
type apps/v1.DaemonSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1.DaemonSetSpec|minReadySeconds e int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|template - core/v1.PodTemplateSpec|updateStrategy e apps/v1.DaemonSetUpdateStrategy
type apps/v1.DaemonSetStatus|collisionCount pe int32|conditions el [apps/v1.DaemonSetCondition] type|currentNumberScheduled - int32|desiredNumberScheduled - int32|numberAvailable e int32|numberMisscheduled - int32|numberReady - int32|numberUnavailable e int32|observedGeneration e int64|updatedNumberScheduled e int32
type apps/v1.DaemonSetUpdateStrategy|rollingUpdate pe apps/v1.RollingUpdateDaemonSet|type e string
type apps/v1.Deployment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1.DeploymentSpec|status e apps/v1.DeploymentStatus
type apps/v1.DeploymentCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type apps/v1.DeploymentSpec|minReadySeconds e int32|paused e bool|progressDeadlineSeconds pe int32|replicas pe int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|strategy e apps/v1.DeploymentStrategy|template - core/v1.PodTemplateSpec
type apps/v1.DeploymentStatus|availableReplicas e int32|collisionCount pe int32|conditions el [apps/v1.DeploymentCondition] type|observedGeneration e int64|readyReplicas e int32|replicas e int32|terminatingReplicas pe int32 33-|unavailableReplicas e int32|updatedReplicas e int32
type apps/v1.DeploymentStrategy|rollingUpdate pe apps/v1.RollingUpdateDeployment|type e string
type apps/v1.ReplicaSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1.ReplicaSetSpec|status e apps/v1.ReplicaSetStatus
type apps/v1.ReplicaSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1.ReplicaSetSpec|minReadySeconds e int32|replicas pe int32|selector p apis/meta/v1.LabelSelector|template e core/v1.PodTemplateSpec
type apps/v1.ReplicaSetStatus|availableReplicas e int32|conditions el [apps/v1.ReplicaSetCondition] type|fullyLabeledReplicas e int32|observedGeneration e int64|readyReplicas e int32|replicas - int32|terminatingReplicas pe int32 33-
type apps/v1.RollingUpdateDaemonSet|maxSurge pe intOrString 21-|maxUnavailable pe intOrString
type apps/v1.RollingUpdateDeployment|maxSurge pe intOrString|maxUnavailable pe intOrString
type apps/v1.RollingUpdateStatefulSetStrategy|maxUnavailable pe intOrString 25-|partition pe int32
type apps/v1.StatefulSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1.StatefulSetSpec|status e apps/v1.StatefulSetStatus
type apps/v1.StatefulSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1.StatefulSetOrdinals|start - int32
type apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy|whenDeleted e string|whenScaled e string
type apps/v1.StatefulSetSpec|minReadySeconds e int32 23-|ordinals pe apps/v1.StatefulSetOrdinals 26-|persistentVolumeClaimRetentionPolicy pe apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy 23-|podManagementPolicy e string|replicas pe int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|serviceName - string|template - core/v1.PodTemplateSpec|updateStrategy e apps/v1.StatefulSetUpdateStrategy|volumeClaimTemplates ea [core/v1.PersistentVolumeClaim]
type apps/v1.StatefulSetStatus|availableReplicas - int32 23-|collisionCount pe int32|conditions el [apps/v1.StatefulSetCondition] type|currentReplicas e int32|currentRevision e string|observedGeneration e int64|readyReplicas e int32|replicas - int32|updateRevision e string|updatedReplicas e int32
type apps/v1.StatefulSetUpdateStrategy|rollingUpdate pe apps/v1.RollingUpdateStatefulSetStrategy|type e string
type apps/v1beta1.ControllerRevision|apiVersion e string|data e raw|kind e string|metadata e apis/meta/v1.ObjectMeta|revision - int64
type apps/v1beta1.Deployment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta1.DeploymentSpec|status e apps/v1beta1.DeploymentStatus
type apps/v1beta1.DeploymentCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta1.DeploymentSpec|minReadySeconds e int32|paused e bool|progressDeadlineSeconds pe int32|replicas pe int32|revisionHistoryLimit pe int32|rollbackTo pe apps/v1beta1.RollbackConfig|selector pe apis/meta/v1.LabelSelector|strategy e apps/v1beta1.DeploymentStrategy|template - core/v1.PodTemplateSpec
type apps/v1beta1.DeploymentStatus|availableReplicas e int32|collisionCount pe int32|conditions e [apps/v1beta1.DeploymentCondition]|observedGeneration e int64|readyReplicas e int32|replicas e int32|terminatingReplicas pe int32 33-|unavailableReplicas e int32|updatedReplicas e int32
type apps/v1beta1.DeploymentStrategy|rollingUpdate pe apps/v1beta1.RollingUpdateDeployment|type e string
type apps/v1beta1.RollbackConfig|revision e int64
type apps/v1beta1.RollingUpdateDeployment|maxSurge pe intOrString|maxUnavailable pe intOrString
type apps/v1beta1.RollingUpdateStatefulSetStrategy|maxUnavailable pe intOrString 25-|partition pe int32
type apps/v1beta1.Scale|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta1.ScaleSpec|status e apps/v1beta1.ScaleStatus
type apps/v1beta1.ScaleSpec|replicas e int32
type apps/v1beta1.ScaleStatus|replicas - int32|selector e {string}|targetSelector e string
type apps/v1beta1.StatefulSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta1.StatefulSetSpec|status e apps/v1beta1.StatefulSetStatus
type apps/v1beta1.StatefulSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta1.StatefulSetOrdinals|start - int32
type apps/v1beta1.StatefulSetPersistentVolumeClaimRetentionPolicy|whenDeleted e string|whenScaled e string
type apps/v1beta1.StatefulSetSpec|minReadySeconds e int32 23-|ordinals pe apps/v1beta1.StatefulSetOrdinals 26-|persistentVolumeClaimRetentionPolicy pe apps/v1beta1.StatefulSetPersistentVolumeClaimRetentionPolicy 23-|podManagementPolicy e string|replicas pe int32|revisionHistoryLimit pe int32|selector pe apis/meta/v1.LabelSelector|serviceName - string|template - core/v1.PodTemplateSpec|updateStrategy e apps/v1beta1.StatefulSetUpdateStrategy|volumeClaimTemplates e [core/v1.PersistentVolumeClaim]
type apps/v1beta1.StatefulSetStatus|availableReplicas - int32 23-|collisionCount pe int32|conditions e [apps/v1beta1.StatefulSetCondition]|currentReplicas e int32|currentRevision e string|observedGeneration pe int64|readyReplicas e int32|replicas - int32|updateRevision e string|updatedReplicas e int32
type apps/v1beta1.StatefulSetUpdateStrategy|rollingUpdate pe apps/v1beta1.RollingUpdateStatefulSetStrategy|type e string
type apps/v1beta2.ControllerRevision|apiVersion e string|data e raw|kind e string|metadata e apis/meta/v1.ObjectMeta|revision - int64
type apps/v1beta2.DaemonSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta2.DaemonSetSpec|status e apps/v1beta2.DaemonSetStatus
type apps/v1beta2.DaemonSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta2.DaemonSetSpec|minReadySeconds e int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|template - core/v1.PodTemplateSpec|updateStrategy e apps/v1beta2.DaemonSetUpdateStrategy
type apps/v1beta2.DaemonSetStatus|collisionCount pe int32|conditions e [apps/v1beta2.DaemonSetCondition]|currentNumberScheduled - int32|desiredNumberScheduled - int32|numberAvailable e int32|numberMisscheduled - int32|numberReady - int32|numberUnavailable e int32|observedGeneration e int64|updatedNumberScheduled e int32
type apps/v1beta2.DaemonSetUpdateStrategy|rollingUpdate pe apps/v1beta2.RollingUpdateDaemonSet|type e string
type apps/v1beta2.Deployment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta2.DeploymentSpec|status e apps/v1beta2.DeploymentStatus
type apps/v1beta2.DeploymentCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta2.DeploymentSpec|minReadySeconds e int32|paused e bool|progressDeadlineSeconds pe int32|replicas pe int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|strategy e apps/v1beta2.DeploymentStrategy|template - core/v1.PodTemplateSpec
type apps/v1beta2.DeploymentStatus|availableReplicas e int32|collisionCount pe int32|conditions e [apps/v1beta2.DeploymentCondition]|observedGeneration e int64|readyReplicas e int32|replicas e int32|terminatingReplicas pe int32 33-|unavailableReplicas e int32|updatedReplicas e int32
type apps/v1beta2.DeploymentStrategy|rollingUpdate pe apps/v1beta2.RollingUpdateDeployment|type e string
type apps/v1beta2.ReplicaSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta2.ReplicaSetSpec|status e apps/v1beta2.ReplicaSetStatus
type apps/v1beta2.ReplicaSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta2.ReplicaSetSpec|minReadySeconds e int32|replicas pe int32|selector p apis/meta/v1.LabelSelector|template e core/v1.PodTemplateSpec
type apps/v1beta2.ReplicaSetStatus|availableReplicas e int32|conditions e [apps/v1beta2.ReplicaSetCondition]|fullyLabeledReplicas e int32|observedGeneration e int64|readyReplicas e int32|replicas - int32|terminatingReplicas pe int32 33-
type apps/v1beta2.RollingUpdateDaemonSet|maxSurge pe intOrString 21-|maxUnavailable pe intOrString
type apps/v1beta2.RollingUpdateDeployment|maxSurge pe intOrString|maxUnavailable pe intOrString
type apps/v1beta2.RollingUpdateStatefulSetStrategy|maxUnavailable pe intOrString 25-|partition pe int32
type apps/v1beta2.Scale|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta2.ScaleSpec|status e apps/v1beta2.ScaleStatus
type apps/v1beta2.ScaleSpec|replicas e int32
type apps/v1beta2.ScaleStatus|replicas - int32|selector e {string}|targetSelector e string
type apps/v1beta2.StatefulSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e apps/v1beta2.StatefulSetSpec|status e apps/v1beta2.StatefulSetStatus
type apps/v1beta2.StatefulSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type apps/v1beta2.StatefulSetOrdinals|start - int32
type apps/v1beta2.StatefulSetPersistentVolumeClaimRetentionPolicy|whenDeleted e string|whenScaled e string
type apps/v1beta2.StatefulSetSpec|minReadySeconds e int32 23-|ordinals pe apps/v1beta2.StatefulSetOrdinals 26-|persistentVolumeClaimRetentionPolicy pe apps/v1beta2.StatefulSetPersistentVolumeClaimRetentionPolicy 23-|podManagementPolicy e string|replicas pe int32|revisionHistoryLimit pe int32|selector p apis/meta/v1.LabelSelector|serviceName - string|template - core/v1.PodTemplateSpec|updateStrategy e apps/v1beta2.StatefulSetUpdateStrategy|volumeClaimTemplates e [core/v1.PersistentVolumeClaim]
type apps/v1beta2.StatefulSetStatus|availableReplicas - int32 23-|collisionCount pe int32|conditions e [apps/v1beta2.StatefulSetCondition]|currentReplicas e int32|currentRevision e string|observedGeneration e int64|readyReplicas e int32|replicas - int32|updateRevision e string|updatedReplicas e int32
type apps/v1beta2.StatefulSetUpdateStrategy|rollingUpdate pe apps/v1beta2.RollingUpdateStatefulSetStrategy|type e string
type authentication/v1.BoundObjectReference|apiVersion e string|kind e string|name e string|uid e string
type authentication/v1.SelfSubjectReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|status e authentication/v1.SelfSubjectReviewStatus
type authentication/v1.SelfSubjectReviewStatus|userInfo e authentication/v1.UserInfo
type authentication/v1.TokenRequest|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authentication/v1.TokenRequestSpec|status e authentication/v1.TokenRequestStatus
type authentication/v1.TokenRequestSpec|audiences a [string]|boundObjectRef p authentication/v1.BoundObjectReference|expirationSeconds p int64
type authentication/v1.TokenRequestStatus|expirationTimestamp - time|token - string
type authentication/v1.TokenReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authentication/v1.TokenReviewSpec|status e authentication/v1.TokenReviewStatus
type authentication/v1.TokenReviewSpec|audiences ea [string]|token e string
type authentication/v1.TokenReviewStatus|audiences ea [string]|authenticated e bool|error e string|user e authentication/v1.UserInfo
type authentication/v1.UserInfo|extra e {[string]}|groups ea [string]|uid e string|username e string
type authentication/v1alpha1.SelfSubjectReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|status e authentication/v1alpha1.SelfSubjectReviewStatus
type authentication/v1alpha1.SelfSubjectReviewStatus|userInfo e authentication/v1.UserInfo
type authentication/v1beta1.SelfSubjectReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|status e authentication/v1beta1.SelfSubjectReviewStatus
type authentication/v1beta1.SelfSubjectReviewStatus|userInfo e authentication/v1.UserInfo
type authentication/v1beta1.TokenReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authentication/v1beta1.TokenReviewSpec|status e authentication/v1beta1.TokenReviewStatus
type authentication/v1beta1.TokenReviewSpec|audiences e [string]|token e string
type authentication/v1beta1.TokenReviewStatus|audiences e [string]|authenticated e bool|error e string|user e authentication/v1beta1.UserInfo
type authentication/v1beta1.UserInfo|extra e {[string]}|groups e [string]|uid e string|username e string
type authorization/v1.FieldSelectorAttributes|rawSelector e string|requirements ea [apis/meta/v1.FieldSelectorRequirement]
type authorization/v1.LabelSelectorAttributes|rawSelector e string|requirements ea [apis/meta/v1.LabelSelectorRequirement]
type authorization/v1.LocalSubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1.SubjectAccessReviewSpec|status e authorization/v1.SubjectAccessReviewStatus
type authorization/v1.NonResourceAttributes|path e string|verb e string
type authorization/v1.NonResourceRule|nonResourceURLs ea [string]|verbs a [string]
type authorization/v1.ResourceAttributes|fieldSelector pe authorization/v1.FieldSelectorAttributes 31-|group e string|labelSelector pe authorization/v1.LabelSelectorAttributes 31-|name e string|namespace e string|resource e string|subresource e string|verb e string|version e string
type authorization/v1.ResourceRule|apiGroups ea [string]|resourceNames ea [string]|resources ea [string]|verbs a [string]
type authorization/v1.SelfSubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1.SelfSubjectAccessReviewSpec|status e authorization/v1.SubjectAccessReviewStatus
type authorization/v1.SelfSubjectAccessReviewSpec|nonResourceAttributes pe authorization/v1.NonResourceAttributes|resourceAttributes pe authorization/v1.ResourceAttributes
type authorization/v1.SelfSubjectRulesReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1.SelfSubjectRulesReviewSpec|status e authorization/v1.SubjectRulesReviewStatus
type authorization/v1.SelfSubjectRulesReviewSpec|namespace e string
type authorization/v1.SubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1.SubjectAccessReviewSpec|status e authorization/v1.SubjectAccessReviewStatus
type authorization/v1.SubjectAccessReviewSpec|extra e {[string]}|groups ea [string]|nonResourceAttributes pe authorization/v1.NonResourceAttributes|resourceAttributes pe authorization/v1.ResourceAttributes|uid e string|user e string
type authorization/v1.SubjectAccessReviewStatus|allowed - bool|denied e bool|evaluationError e string|reason e string
type authorization/v1.SubjectRulesReviewStatus|evaluationError e string|incomplete - bool|nonResourceRules a [authorization/v1.NonResourceRule]|resourceRules a [authorization/v1.ResourceRule]
type authorization/v1beta1.LocalSubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1beta1.SubjectAccessReviewSpec|status e authorization/v1beta1.SubjectAccessReviewStatus
type authorization/v1beta1.NonResourceAttributes|path e string|verb e string
type authorization/v1beta1.NonResourceRule|nonResourceURLs e [string]|verbs - [string]
type authorization/v1beta1.ResourceAttributes|fieldSelector pe authorization/v1.FieldSelectorAttributes 31-|group e string|labelSelector pe authorization/v1.LabelSelectorAttributes 31-|name e string|namespace e string|resource e string|subresource e string|verb e string|version e string
type authorization/v1beta1.ResourceRule|apiGroups e [string]|resourceNames e [string]|resources e [string]|verbs - [string]
type authorization/v1beta1.SelfSubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1beta1.SelfSubjectAccessReviewSpec|status e authorization/v1beta1.SubjectAccessReviewStatus
type authorization/v1beta1.SelfSubjectAccessReviewSpec|nonResourceAttributes pe authorization/v1beta1.NonResourceAttributes|resourceAttributes pe authorization/v1beta1.ResourceAttributes
type authorization/v1beta1.SelfSubjectRulesReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1beta1.SelfSubjectRulesReviewSpec|status e authorization/v1beta1.SubjectRulesReviewStatus
type authorization/v1beta1.SelfSubjectRulesReviewSpec|namespace e string
type authorization/v1beta1.SubjectAccessReview|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - authorization/v1beta1.SubjectAccessReviewSpec|status e authorization/v1beta1.SubjectAccessReviewStatus
type authorization/v1beta1.SubjectAccessReviewSpec|extra e {[string]}|group e [string]|nonResourceAttributes pe authorization/v1beta1.NonResourceAttributes|resourceAttributes pe authorization/v1beta1.ResourceAttributes|uid e string|user e string
type authorization/v1beta1.SubjectAccessReviewStatus|allowed - bool|denied e bool|evaluationError e string|reason e string
type authorization/v1beta1.SubjectRulesReviewStatus|evaluationError e string|incomplete - bool|nonResourceRules - [authorization/v1beta1.NonResourceRule]|resourceRules - [authorization/v1beta1.ResourceRule]
type autoscaling/v1.CrossVersionObjectReference|apiVersion e string|kind - string|name - string
type autoscaling/v1.HorizontalPodAutoscaler|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e autoscaling/v1.HorizontalPodAutoscalerSpec|status e autoscaling/v1.HorizontalPodAutoscalerStatus
type autoscaling/v1.HorizontalPodAutoscalerSpec|maxReplicas - int32|minReplicas pe int32|scaleTargetRef - autoscaling/v1.CrossVersionObjectReference|targetCPUUtilizationPercentage pe int32
type autoscaling/v1.HorizontalPodAutoscalerStatus|currentCPUUtilizationPercentage pe int32|currentReplicas - int32|desiredReplicas - int32|lastScaleTime pe time|observedGeneration pe int64
type autoscaling/v1.Scale|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e autoscaling/v1.ScaleSpec|status e autoscaling/v1.ScaleStatus
type autoscaling/v1.ScaleSpec|replicas e int32
type autoscaling/v1.ScaleStatus|replicas - int32|selector e string
type autoscaling/v2.ContainerResourceMetricSource|container - string|name - string|target - autoscaling/v2.MetricTarget
type autoscaling/v2.ContainerResourceMetricStatus|container - string|current - autoscaling/v2.MetricValueStatus|name - string
type autoscaling/v2.CrossVersionObjectReference|apiVersion e string|kind - string|name - string
type autoscaling/v2.ExternalMetricSource|metric - autoscaling/v2.MetricIdentifier|target - autoscaling/v2.MetricTarget
type autoscaling/v2.ExternalMetricStatus|current - autoscaling/v2.MetricValueStatus|metric - autoscaling/v2.MetricIdentifier
type autoscaling/v2.HPAScalingPolicy|periodSeconds - int32|type - string|value - int32
type autoscaling/v2.HPAScalingRules|policies ea [autoscaling/v2.HPAScalingPolicy]|selectPolicy pe string|stabilizationWindowSeconds pe int32|tolerance pe quantity 33-
type autoscaling/v2.HorizontalPodAutoscaler|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e autoscaling/v2.HorizontalPodAutoscalerSpec|status e autoscaling/v2.HorizontalPodAutoscalerStatus
type autoscaling/v2.HorizontalPodAutoscalerBehavior|scaleDown pe autoscaling/v2.HPAScalingRules|scaleUp pe autoscaling/v2.HPAScalingRules
type autoscaling/v2.HorizontalPodAutoscalerCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type autoscaling/v2.HorizontalPodAutoscalerSpec|behavior pe autoscaling/v2.HorizontalPodAutoscalerBehavior|maxReplicas - int32|metrics ea [autoscaling/v2.MetricSpec]|minReplicas pe int32|scaleTargetRef - autoscaling/v2.CrossVersionObjectReference
type autoscaling/v2.HorizontalPodAutoscalerStatus|conditions el [autoscaling/v2.HorizontalPodAutoscalerCondition] type|currentMetrics a [autoscaling/v2.MetricStatus]|currentReplicas e int32|desiredReplicas - int32|lastScaleTime pe time|observedGeneration pe int64
type autoscaling/v2.MetricIdentifier|name - string|selector pe apis/meta/v1.LabelSelector
type autoscaling/v2.MetricSpec|containerResource pe autoscaling/v2.ContainerResourceMetricSource|external pe autoscaling/v2.ExternalMetricSource|object pe autoscaling/v2.ObjectMetricSource|pods pe autoscaling/v2.PodsMetricSource|resource pe autoscaling/v2.ResourceMetricSource|type - string
type autoscaling/v2.MetricStatus|containerResource pe autoscaling/v2.ContainerResourceMetricStatus|external pe autoscaling/v2.ExternalMetricStatus|object pe autoscaling/v2.ObjectMetricStatus|pods pe autoscaling/v2.PodsMetricStatus|resource pe autoscaling/v2.ResourceMetricStatus|type - string
type autoscaling/v2.MetricTarget|averageUtilization pe int32|averageValue pe quantity|type - string|value pe quantity
type autoscaling/v2.MetricValueStatus|averageUtilization pe int32|averageValue pe quantity|value pe quantity
type autoscaling/v2.ObjectMetricSource|describedObject - autoscaling/v2.CrossVersionObjectReference|metric - autoscaling/v2.MetricIdentifier|target - autoscaling/v2.MetricTarget
type autoscaling/v2.ObjectMetricStatus|current - autoscaling/v2.MetricValueStatus|describedObject - autoscaling/v2.CrossVersionObjectReference|metric - autoscaling/v2.MetricIdentifier
type autoscaling/v2.PodsMetricSource|metric - autoscaling/v2.MetricIdentifier|target - autoscaling/v2.MetricTarget
type autoscaling/v2.PodsMetricStatus|current - autoscaling/v2.MetricValueStatus|metric - autoscaling/v2.MetricIdentifier
type autoscaling/v2.ResourceMetricSource|name - string|target - autoscaling/v2.MetricTarget
type autoscaling/v2.ResourceMetricStatus|current - autoscaling/v2.MetricValueStatus|name - string
type autoscaling/v2beta1.ContainerResourceMetricSource|container - string -35|name - string -35|targetAverageUtilization pe int32 -35|targetAverageValue pe quantity -35
type autoscaling/v2beta1.ContainerResourceMetricStatus|container - string -35|currentAverageUtilization pe int32 -35|currentAverageValue - quantity -35|name - string -35
type autoscaling/v2beta1.CrossVersionObjectReference|apiVersion e string -35|kind - string -35|name - string -35
type autoscaling/v2beta1.ExternalMetricSource|metricName - string -35|metricSelector pe apis/meta/v1.LabelSelector -35|targetAverageValue pe quantity -35|targetValue pe quantity -35
type autoscaling/v2beta1.ExternalMetricStatus|currentAverageValue pe quantity -35|currentValue - quantity -35|metricName - string -35|metricSelector pe apis/meta/v1.LabelSelector -35
type autoscaling/v2beta1.HorizontalPodAutoscaler|apiVersion e string -35|kind e string -35|metadata e apis/meta/v1.ObjectMeta -35|spec e autoscaling/v2beta1.HorizontalPodAutoscalerSpec -35|status e autoscaling/v2beta1.HorizontalPodAutoscalerStatus -35
type autoscaling/v2beta1.HorizontalPodAutoscalerCondition|lastTransitionTime e time -35|message e string -35|reason e string -35|status - string -35|type - string -35
type autoscaling/v2beta1.HorizontalPodAutoscalerSpec|maxReplicas - int32 -35|metrics e [autoscaling/v2beta1.MetricSpec] -35|minReplicas pe int32 -35|scaleTargetRef - autoscaling/v2beta1.CrossVersionObjectReference -35
type autoscaling/v2beta1.HorizontalPodAutoscalerStatus|conditions - [autoscaling/v2beta1.HorizontalPodAutoscalerCondition] -35|currentMetrics - [autoscaling/v2beta1.MetricStatus] -35|currentReplicas - int32 -35|desiredReplicas - int32 -35|lastScaleTime pe time -35|observedGeneration pe int64 -35
type autoscaling/v2beta1.MetricSpec|containerResource pe autoscaling/v2beta1.ContainerResourceMetricSource -35|external pe autoscaling/v2beta1.ExternalMetricSource -35|object pe autoscaling/v2beta1.ObjectMetricSource -35|pods pe autoscaling/v2beta1.PodsMetricSource -35|resource pe autoscaling/v2beta1.ResourceMetricSource -35|type - string -35
type autoscaling/v2beta1.MetricStatus|containerResource pe autoscaling/v2beta1.ContainerResourceMetricStatus -35|external pe autoscaling/v2beta1.ExternalMetricStatus -35|object pe autoscaling/v2beta1.ObjectMetricStatus -35|pods pe autoscaling/v2beta1.PodsMetricStatus -35|resource pe autoscaling/v2beta1.ResourceMetricStatus -35|type - string -35
type autoscaling/v2beta1.ObjectMetricSource|averageValue pe quantity -35|metricName - string -35|selector pe apis/meta/v1.LabelSelector -35|target - autoscaling/v2beta1.CrossVersionObjectReference -35|targetValue - quantity -35
type autoscaling/v2beta1.ObjectMetricStatus|averageValue pe quantity -35|currentValue - quantity -35|metricName - string -35|selector pe apis/meta/v1.LabelSelector -35|target - autoscaling/v2beta1.CrossVersionObjectReference -35
type autoscaling/v2beta1.PodsMetricSource|metricName - string -35|selector pe apis/meta/v1.LabelSelector -35|targetAverageValue - quantity -35
type autoscaling/v2beta1.PodsMetricStatus|currentAverageValue - quantity -35|metricName - string -35|selector pe apis/meta/v1.LabelSelector -35
type autoscaling/v2beta1.ResourceMetricSource|name - string -35|targetAverageUtilization pe int32 -35|targetAverageValue pe quantity -35
type autoscaling/v2beta1.ResourceMetricStatus|currentAverageUtilization pe int32 -35|currentAverageValue - quantity -35|name - string -35
type autoscaling/v2beta2.ContainerResourceMetricSource|container - string -35|name - string -35|target - autoscaling/v2beta2.MetricTarget -35
type autoscaling/v2beta2.ContainerResourceMetricStatus|container - string -35|current - autoscaling/v2beta2.MetricValueStatus -35|name - string -35
type autoscaling/v2beta2.CrossVersionObjectReference|apiVersion e string -35|kind - string -35|name - string -35
type autoscaling/v2beta2.ExternalMetricSource|metric - autoscaling/v2beta2.MetricIdentifier -35|target - autoscaling/v2beta2.MetricTarget -35
type autoscaling/v2beta2.ExternalMetricStatus|current - autoscaling/v2beta2.MetricValueStatus -35|metric - autoscaling/v2beta2.MetricIdentifier -35
type autoscaling/v2beta2.HPAScalingPolicy|periodSeconds - int32 -35|type - string -35|value - int32 -35
type autoscaling/v2beta2.HPAScalingRules|policies e [autoscaling/v2beta2.HPAScalingPolicy] -35|selectPolicy pe string -35|stabilizationWindowSeconds pe int32 -35
type autoscaling/v2beta2.HorizontalPodAutoscaler|apiVersion e string -35|kind e string -35|metadata e apis/meta/v1.ObjectMeta -35|spec e autoscaling/v2beta2.HorizontalPodAutoscalerSpec -35|status e autoscaling/v2beta2.HorizontalPodAutoscalerStatus -35
type autoscaling/v2beta2.HorizontalPodAutoscalerBehavior|scaleDown pe autoscaling/v2beta2.HPAScalingRules -35|scaleUp pe autoscaling/v2beta2.HPAScalingRules -35
type autoscaling/v2beta2.HorizontalPodAutoscalerCondition|lastTransitionTime e time -35|message e string -35|reason e string -35|status - string -35|type - string -35
type autoscaling/v2beta2.HorizontalPodAutoscalerSpec|behavior pe autoscaling/v2beta2.HorizontalPodAutoscalerBehavior -35|maxReplicas - int32 -35|metrics e [autoscaling/v2beta2.MetricSpec] -35|minReplicas pe int32 -35|scaleTargetRef - autoscaling/v2beta2.CrossVersionObjectReference -35
type autoscaling/v2beta2.HorizontalPodAutoscalerStatus|conditions - [autoscaling/v2beta2.HorizontalPodAutoscalerCondition] -35|currentMetrics - [autoscaling/v2beta2.MetricStatus] -35|currentReplicas - int32 -35|desiredReplicas - int32 -35|lastScaleTime pe time -35|observedGeneration pe int64 -35
type autoscaling/v2beta2.MetricIdentifier|name - string -35|selector pe apis/meta/v1.LabelSelector -35
type autoscaling/v2beta2.MetricSpec|containerResource pe autoscaling/v2beta2.ContainerResourceMetricSource -35|external pe autoscaling/v2beta2.ExternalMetricSource -35|object pe autoscaling/v2beta2.ObjectMetricSource -35|pods pe autoscaling/v2beta2.PodsMetricSource -35|resource pe autoscaling/v2beta2.ResourceMetricSource -35|type - string -35
type autoscaling/v2beta2.MetricStatus|containerResource pe autoscaling/v2beta2.ContainerResourceMetricStatus -35|external pe autoscaling/v2beta2.ExternalMetricStatus -35|object pe autoscaling/v2beta2.ObjectMetricStatus -35|pods pe autoscaling/v2beta2.PodsMetricStatus -35|resource pe autoscaling/v2beta2.ResourceMetricStatus -35|type - string -35
type autoscaling/v2beta2.MetricTarget|averageUtilization pe int32 -35|averageValue pe quantity -35|type - string -35|value pe quantity -35
type autoscaling/v2beta2.MetricValueStatus|averageUtilization pe int32 -35|averageValue pe quantity -35|value pe quantity -35
type autoscaling/v2beta2.ObjectMetricSource|describedObject - autoscaling/v2beta2.CrossVersionObjectReference -35|metric - autoscaling/v2beta2.MetricIdentifier -35|target - autoscaling/v2beta2.MetricTarget -35
type autoscaling/v2beta2.ObjectMetricStatus|current - autoscaling/v2beta2.MetricValueStatus -35|describedObject - autoscaling/v2beta2.CrossVersionObjectReference -35|metric - autoscaling/v2beta2.MetricIdentifier -35
type autoscaling/v2beta2.PodsMetricSource|metric - autoscaling/v2beta2.MetricIdentifier -35|target - autoscaling/v2beta2.MetricTarget -35
type autoscaling/v2beta2.PodsMetricStatus|current - autoscaling/v2beta2.MetricValueStatus -35|metric - autoscaling/v2beta2.MetricIdentifier -35
type autoscaling/v2beta2.ResourceMetricSource|name - string -35|target - autoscaling/v2beta2.MetricTarget -35
type autoscaling/v2beta2.ResourceMetricStatus|current - autoscaling/v2beta2.MetricValueStatus -35|name - string -35
type batch/v1.CronJob|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e batch/v1.CronJobSpec|status e batch/v1.CronJobStatus
type batch/v1.CronJobSpec|concurrencyPolicy e string|failedJobsHistoryLimit pe int32|jobTemplate - batch/v1.JobTemplateSpec|schedule - string|startingDeadlineSeconds pe int64|successfulJobsHistoryLimit pe int32|suspend pe bool|timeZone pe string 25-
type batch/v1.CronJobStatus|active ea [core/v1.ObjectReference]|lastScheduleTime pe time|lastSuccessfulTime pe time
type batch/v1.Job|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e batch/v1.JobSpec|status e batch/v1.JobStatus
type batch/v1.JobCondition|lastProbeTime e time|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type batch/v1.JobSpec|activeDeadlineSeconds pe int64|backoffLimit pe int32|backoffLimitPerIndex pe int32 28-|completionMode pe string 21-|completions pe int32|managedBy pe string 30-|manualSelector pe bool|maxFailedIndexes pe int32 28-|parallelism pe int32|podFailurePolicy pe batch/v1.PodFailurePolicy 25-|podReplacementPolicy pe string 28-|selector pe apis/meta/v1.LabelSelector|successPolicy pe batch/v1.SuccessPolicy 30-|suspend pe bool 21-|template - core/v1.PodTemplateSpec|ttlSecondsAfterFinished pe int32
type batch/v1.JobStatus|active e int32|completedIndexes e string 21-|completionTime pe time|conditions ea [batch/v1.JobCondition]|failed e int32|failedIndexes pe string 28-|ready pe int32 23-|startTime pe time|succeeded e int32|terminating pe int32 28-|uncountedTerminatedPods pe batch/v1.UncountedTerminatedPods 23-
type batch/v1.JobTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec e batch/v1.JobSpec
type batch/v1.PodFailurePolicy|rules a [batch/v1.PodFailurePolicyRule]
type batch/v1.PodFailurePolicyOnExitCodesRequirement|containerName p string -30|containerName pe string 31-|operator - string|values s [int32]
type batch/v1.PodFailurePolicyOnPodConditionsPattern|status - string|type - string
type batch/v1.PodFailurePolicyRule|action - string|onExitCodes p batch/v1.PodFailurePolicyOnExitCodesRequirement -30|onExitCodes pe batch/v1.PodFailurePolicyOnExitCodesRequirement 31-|onPodConditions a [batch/v1.PodFailurePolicyOnPodConditionsPattern] -30|onPodConditions ea [batch/v1.PodFailurePolicyOnPodConditionsPattern] 31-
type batch/v1.SuccessPolicy|rules a [batch/v1.SuccessPolicyRule]
type batch/v1.SuccessPolicyRule|succeededCount pe int32|succeededIndexes pe string
type batch/v1.UncountedTerminatedPods|failed es [string]|succeeded es [string]
type batch/v1beta1.CronJob|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e batch/v1beta1.CronJobSpec|status e batch/v1beta1.CronJobStatus
type batch/v1beta1.CronJobSpec|concurrencyPolicy e string|failedJobsHistoryLimit pe int32|jobTemplate - batch/v1beta1.JobTemplateSpec|schedule - string|startingDeadlineSeconds pe int64|successfulJobsHistoryLimit pe int32|suspend pe bool|timeZone pe string 25-
type batch/v1beta1.CronJobStatus|active e [core/v1.ObjectReference]|lastScheduleTime pe time|lastSuccessfulTime pe time 21-
type batch/v1beta1.JobTemplate|apiVersion e string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|template e batch/v1beta1.JobTemplateSpec -26
type batch/v1beta1.JobTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec e batch/v1.JobSpec
type batch/v2alpha1.CronJob|apiVersion e string -20|kind e string -20|metadata e apis/meta/v1.ObjectMeta -20|spec e batch/v2alpha1.CronJobSpec -20|status e batch/v2alpha1.CronJobStatus -20
type batch/v2alpha1.CronJobSpec|concurrencyPolicy e string -20|failedJobsHistoryLimit pe int32 -20|jobTemplate - batch/v2alpha1.JobTemplateSpec -20|schedule - string -20|startingDeadlineSeconds pe int64 -20|successfulJobsHistoryLimit pe int32 -20|suspend pe bool -20
type batch/v2alpha1.CronJobStatus|active e [core/v1.ObjectReference] -20|lastScheduleTime pe time -20
type batch/v2alpha1.JobTemplate|apiVersion e string -20|kind e string -20|metadata e apis/meta/v1.ObjectMeta -20|template e batch/v2alpha1.JobTemplateSpec -20
type batch/v2alpha1.JobTemplateSpec|metadata e apis/meta/v1.ObjectMeta -20|spec e batch/v1.JobSpec -20
type certificates/v1.CertificateSigningRequest|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - certificates/v1.CertificateSigningRequestSpec|status e certificates/v1.CertificateSigningRequestStatus
type certificates/v1.CertificateSigningRequestCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type certificates/v1.CertificateSigningRequestSpec|expirationSeconds pe int32 23-|extra e {[string]}|groups ea [string]|request - bytes|signerName - string|uid e string|usages ea [string]|username e string
type certificates/v1.CertificateSigningRequestStatus|certificate e bytes|conditions el [certificates/v1.CertificateSigningRequestCondition] type
type certificates/v1alpha1.ClusterTrustBundle|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - certificates/v1alpha1.ClusterTrustBundleSpec
type certificates/v1alpha1.ClusterTrustBundleSpec|signerName e string|trustBundle - string
type certificates/v1alpha1.PodCertificateRequest|apiVersion e string -34|kind e string -34|metadata e apis/meta/v1.ObjectMeta -34|spec - certificates/v1alpha1.PodCertificateRequestSpec -34|status e certificates/v1alpha1.PodCertificateRequestStatus -34
type certificates/v1alpha1.PodCertificateRequestSpec|maxExpirationSeconds pe int32 -34|nodeName - string -34|nodeUID - string -34|pkixPublicKey - bytes -34|podName - string -34|podUID - string -34|proofOfPossession - bytes -34|serviceAccountName - string -34|serviceAccountUID - string -34|signerName - string -34
type certificates/v1alpha1.PodCertificateRequestStatus|beginRefreshAt pe time -34|certificateChain e string -34|conditions e [apis/meta/v1.Condition] -34|notAfter pe time -34|notBefore pe time -34
type certificates/v1beta1.CertificateSigningRequest|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e certificates/v1beta1.CertificateSigningRequestSpec -21|spec - certificates/v1beta1.CertificateSigningRequestSpec 23-|status e certificates/v1beta1.CertificateSigningRequestStatus
type certificates/v1beta1.CertificateSigningRequestCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type certificates/v1beta1.CertificateSigningRequestSpec|expirationSeconds pe int32 23-|extra e {[string]}|groups e [string]|request - bytes|signerName pe string|uid e string|usages e [string]|username e string
type certificates/v1beta1.CertificateSigningRequestStatus|certificate e bytes|conditions e [certificates/v1beta1.CertificateSigningRequestCondition]
type certificates/v1beta1.ClusterTrustBundle|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - certificates/v1beta1.ClusterTrustBundleSpec
type certificates/v1beta1.ClusterTrustBundleSpec|signerName e string|trustBundle - string
type certificates/v1beta1.PodCertificateRequest|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - certificates/v1beta1.PodCertificateRequestSpec|status e certificates/v1beta1.PodCertificateRequestStatus
type certificates/v1beta1.PodCertificateRequestSpec|maxExpirationSeconds pe int32|nodeName - string|nodeUID - string|pkixPublicKey - bytes|podName - string|podUID - string|proofOfPossession - bytes|serviceAccountName - string|serviceAccountUID - string|signerName - string|stubPKCS10Request - bytes 36-|unverifiedUserAnnotations e {string}
type certificates/v1beta1.PodCertificateRequestStatus|beginRefreshAt pe time|certificateChain e string|conditions e [apis/meta/v1.Condition]|notAfter pe time|notBefore pe time
type coordination/v1.Lease|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e coordination/v1.LeaseSpec
type coordination/v1.LeaseSpec|acquireTime pe microTime|holderIdentity pe string|leaseDurationSeconds pe int32|leaseTransitions pe int32|preferredHolder pe string 31-|renewTime pe microTime|strategy pe string 31-
type coordination/v1alpha1.LeaseCandidate|apiVersion e string -31|kind e string -31|metadata e apis/meta/v1.ObjectMeta -31|spec e coordination/v1alpha1.LeaseCandidateSpec -31
type coordination/v1alpha1.LeaseCandidateSpec|binaryVersion e string -31|emulationVersion e string -31|leaseName - string -31|pingTime pe microTime -31|preferredStrategies e [string] -31|renewTime pe microTime -31
type coordination/v1alpha2.LeaseCandidate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e coordination/v1alpha2.LeaseCandidateSpec
type coordination/v1alpha2.LeaseCandidateSpec|binaryVersion - string|emulationVersion e string|leaseName - string|pingTime pe microTime|renewTime pe microTime|strategy e string
type coordination/v1beta1.Lease|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e coordination/v1beta1.LeaseSpec
type coordination/v1beta1.LeaseCandidate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e coordination/v1beta1.LeaseCandidateSpec
type coordination/v1beta1.LeaseCandidateSpec|binaryVersion - string|emulationVersion e string|leaseName - string|pingTime pe microTime|renewTime pe microTime|strategy e string
type coordination/v1beta1.LeaseSpec|acquireTime pe microTime|holderIdentity pe string|leaseDurationSeconds pe int32|leaseTransitions pe int32|preferredHolder pe string 31-|renewTime pe microTime|strategy pe string 31-
type core/v1.AWSElasticBlockStoreVolumeSource|fsType e string|partition e int32|readOnly e bool|volumeID - string
type core/v1.Affinity|nodeAffinity pe core/v1.NodeAffinity|podAffinity pe core/v1.PodAffinity|podAntiAffinity pe core/v1.PodAntiAffinity
type core/v1.AppArmorProfile|localhostProfile pe string|type - string
type core/v1.AttachedVolume|devicePath - string|name - string
type core/v1.AzureDiskVolumeSource|cachingMode pe string|diskName - string|diskURI - string|fsType pe string|kind pe string|readOnly pe bool
type core/v1.AzureFilePersistentVolumeSource|readOnly e bool|secretName - string|secretNamespace p string|shareName - string
type core/v1.AzureFileVolumeSource|readOnly e bool|secretName - string|shareName - string
type core/v1.Binding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|target - core/v1.ObjectReference
type core/v1.CSIPersistentVolumeSource|controllerExpandSecretRef pe core/v1.SecretReference|controllerPublishSecretRef pe core/v1.SecretReference|driver - string|fsType e string|nodeExpandSecretRef pe core/v1.SecretReference 25-|nodePublishSecretRef pe core/v1.SecretReference|nodeStageSecretRef pe core/v1.SecretReference|readOnly e bool|volumeAttributes e {string}|volumeHandle - string
type core/v1.CSIVolumeSource|driver - string|fsType pe string|nodePublishSecretRef pe core/v1.LocalObjectReference|readOnly pe bool|volumeAttributes e {string}
type core/v1.Capabilities|add ea [string]|drop ea [string]
type core/v1.CephFSPersistentVolumeSource|monitors a [string]|path e string|readOnly e bool|secretFile e string|secretRef pe core/v1.SecretReference|user e string
type core/v1.CephFSVolumeSource|monitors a [string]|path e string|readOnly e bool|secretFile e string|secretRef pe core/v1.LocalObjectReference|user e string
type core/v1.CinderPersistentVolumeSource|fsType e string|readOnly e bool|secretRef pe core/v1.SecretReference|volumeID - string
type core/v1.CinderVolumeSource|fsType e string|readOnly e bool|secretRef pe core/v1.LocalObjectReference|volumeID - string
type core/v1.ClaimSource|resourceClaimName pe string -30|resourceClaimTemplateName pe string -30
type core/v1.ClientIPConfig|timeoutSeconds pe int32
type core/v1.ClusterTrustBundleProjection|labelSelector pe apis/meta/v1.LabelSelector|name pe string|optional pe bool|path - string|signerName pe string
type core/v1.ComponentCondition|error e string|message e string|status - string|type - string
type core/v1.ComponentStatus|apiVersion e string|conditions el [core/v1.ComponentCondition] type|kind e string|metadata e apis/meta/v1.ObjectMeta
type core/v1.ConfigMap|apiVersion e string|binaryData e {bytes}|data e {string}|immutable pe bool|kind e string|metadata e apis/meta/v1.ObjectMeta
type core/v1.ConfigMapEnvSource|name e string|optional pe bool
type core/v1.ConfigMapKeySelector|key - string|name e string|optional pe bool
type core/v1.ConfigMapNodeConfigSource|kubeletConfigKey - string|name - string|namespace - string|resourceVersion e string|uid e string
type core/v1.ConfigMapProjection|items ea [core/v1.KeyToPath]|name e string|optional pe bool
type core/v1.ConfigMapVolumeSource|defaultMode pe int32|items ea [core/v1.KeyToPath]|name e string|optional pe bool
type core/v1.Container|args ea [string]|command ea [string]|env el [core/v1.EnvVar] name|envFrom ea [core/v1.EnvFromSource]|image e string|imagePullPolicy e string|lifecycle pe core/v1.Lifecycle|livenessProbe pe core/v1.Probe|name - string|ports el [core/v1.ContainerPort] containerPort,protocol|readinessProbe pe core/v1.Probe|resizePolicy ea [core/v1.ContainerResizePolicy] 27-|resources e core/v1.ResourceRequirements|restartPolicy pe string 28-|restartPolicyRules ea [core/v1.ContainerRestartRule] 34-|securityContext pe core/v1.SecurityContext|startupProbe pe core/v1.Probe|stdin e bool|stdinOnce e bool|terminationMessagePath e string|terminationMessagePolicy e string|tty e bool|volumeDevices el [core/v1.VolumeDevice] devicePath|volumeMounts el [core/v1.VolumeMount] mountPath|workingDir e string
type core/v1.ContainerExtendedResourceRequest|containerName - string|requestName - string|resourceName - string
type core/v1.ContainerImage|names a [string]|sizeBytes e int64
type core/v1.ContainerPort|containerPort - int32|hostIP e string|hostPort e int32|name e string|protocol e string
type core/v1.ContainerResizePolicy|resourceName - string|restartPolicy - string
type core/v1.ContainerRestartRule|action e string|exitCodes pe core/v1.ContainerRestartRuleOnExitCodes
type core/v1.ContainerRestartRuleOnExitCodes|operator e string|values es [int32]
type core/v1.ContainerState|running pe core/v1.ContainerStateRunning|terminated pe core/v1.ContainerStateTerminated|waiting pe core/v1.ContainerStateWaiting
type core/v1.ContainerStateRunning|startedAt e time
type core/v1.ContainerStateTerminated|containerID e string|exitCode - int32|finishedAt e time|message e string|reason e string|signal e int32|startedAt e time
type core/v1.ContainerStateWaiting|message e string|reason e string
type core/v1.ContainerStatus|allocatedResources e {quantity} 27-|allocatedResourcesStatus el [core/v1.ResourceStatus] name 31-|containerID e string|image - string|imageID - string|lastState e core/v1.ContainerState|name - string|ready - bool|resources pe core/v1.ResourceRequirements 27-|restartCount - int32|started pe bool|state e core/v1.ContainerState|stopSignal pe string 33-|user pe core/v1.ContainerUser 31-|volumeMounts el [core/v1.VolumeMountStatus] mountPath 30-
type core/v1.ContainerUser|linux pe core/v1.LinuxContainerUser
type core/v1.DaemonEndpoint|Port - int32
type core/v1.DownwardAPIProjection|items ea [core/v1.DownwardAPIVolumeFile]
type core/v1.DownwardAPIVolumeFile|fieldRef pe core/v1.ObjectFieldSelector|mode pe int32|path - string|resourceFieldRef pe core/v1.ResourceFieldSelector
type core/v1.DownwardAPIVolumeSource|defaultMode pe int32|items ea [core/v1.DownwardAPIVolumeFile]
type core/v1.EmptyDirVolumeSource|medium e string|sizeLimit pe quantity
type core/v1.EndpointAddress|hostname e string|ip - string|nodeName pe string|targetRef pe core/v1.ObjectReference
type core/v1.EndpointPort|appProtocol pe string|name e string|port - int32|protocol e string
type core/v1.EndpointSubset|addresses ea [core/v1.EndpointAddress]|notReadyAddresses ea [core/v1.EndpointAddress]|ports ea [core/v1.EndpointPort]
type core/v1.Endpoints|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|subsets ea [core/v1.EndpointSubset]
type core/v1.EnvFromSource|configMapRef pe core/v1.ConfigMapEnvSource|prefix e string|secretRef pe core/v1.SecretEnvSource
type core/v1.EnvVar|name - string|value e string|valueFrom pe core/v1.EnvVarSource
type core/v1.EnvVarSource|configMapKeyRef pe core/v1.ConfigMapKeySelector|fieldRef pe core/v1.ObjectFieldSelector|fileKeyRef pe core/v1.FileKeySelector 34-|resourceFieldRef pe core/v1.ResourceFieldSelector|secretKeyRef pe core/v1.SecretKeySelector
type core/v1.EphemeralContainer|args ea [string]|command ea [string]|env el [core/v1.EnvVar] name|envFrom ea [core/v1.EnvFromSource]|image e string|imagePullPolicy e string|lifecycle pe core/v1.Lifecycle|livenessProbe pe core/v1.Probe|name - string|ports el [core/v1.ContainerPort] containerPort,protocol -21|ports el [core/v1.ContainerPort] containerPort,protocol 23-|readinessProbe pe core/v1.Probe|resizePolicy ea [core/v1.ContainerResizePolicy] 27-|resources e core/v1.ResourceRequirements|restartPolicy pe string 28-|restartPolicyRules ea [core/v1.ContainerRestartRule] 34-|securityContext pe core/v1.SecurityContext|startupProbe pe core/v1.Probe|stdin e bool|stdinOnce e bool|targetContainerName e string|terminationMessagePath e string|terminationMessagePolicy e string|tty e bool|volumeDevices el [core/v1.VolumeDevice] devicePath|volumeMounts el [core/v1.VolumeMount] mountPath|workingDir e string
type core/v1.EphemeralContainers|apiVersion e string -21|ephemeralContainers - [core/v1.EphemeralContainer] -21|kind e string -21|metadata e apis/meta/v1.ObjectMeta -21
type core/v1.EphemeralVolumeSource|readOnly e bool -20|volumeClaimTemplate pe core/v1.PersistentVolumeClaimTemplate
type core/v1.Event|action e string|apiVersion e string|count e int32|eventTime e microTime|firstTimestamp e time|involvedObject - core/v1.ObjectReference|kind e string|lastTimestamp e time|message e string|metadata - apis/meta/v1.ObjectMeta|reason e string|related pe core/v1.ObjectReference|reportingComponent - string|reportingInstance - string|series pe core/v1.EventSeries|source e core/v1.EventSource|type e string
type core/v1.EventSeries|count e int32|lastObservedTime e microTime
type core/v1.EventSource|component e string|host e string
type core/v1.ExecAction|command ea [string]
type core/v1.FCVolumeSource|fsType e string|lun pe int32|readOnly e bool|targetWWNs ea [string]|wwids ea [string]
type core/v1.FileKeySelector|key - string|optional pe bool|path - string|volumeName - string
type core/v1.FlexPersistentVolumeSource|driver - string|fsType e string|options e {string}|readOnly e bool|secretRef pe core/v1.SecretReference
type core/v1.FlexVolumeSource|driver - string|fsType e string|options e {string}|readOnly e bool|secretRef pe core/v1.LocalObjectReference
type core/v1.FlockerVolumeSource|datasetName e string|datasetUUID e string
type core/v1.GCEPersistentDiskVolumeSource|fsType e string|partition e int32|pdName - string|readOnly e bool
type core/v1.GRPCAction|port - int32|service p string
type core/v1.GitRepoVolumeSource|directory e string|repository - string|revision e string
type core/v1.GlusterfsPersistentVolumeSource|endpoints - string|endpointsNamespace pe string|path - string|readOnly e bool
type core/v1.GlusterfsVolumeSource|endpoints - string|path - string|readOnly e bool
type core/v1.HTTPGetAction|host e string|httpHeaders ea [core/v1.HTTPHeader]|path e string|port - intOrString|scheme e string
type core/v1.HTTPHeader|name - string|value - string
type core/v1.Handler|exec pe core/v1.ExecAction -21|httpGet pe core/v1.HTTPGetAction -21|tcpSocket pe core/v1.TCPSocketAction -21
type core/v1.HostAlias|hostnames ea [string]|ip e string -29|ip - string 30-
type core/v1.HostIP|ip e string -30|ip - string 31-
type core/v1.HostPathVolumeSource|path - string|type pe string
type core/v1.ISCSIPersistentVolumeSource|chapAuthDiscovery e bool|chapAuthSession e bool|fsType e string|initiatorName pe string|iqn - string|iscsiInterface e string|lun - int32|portals ea [string]|readOnly e bool|secretRef pe core/v1.SecretReference|targetPortal - string
type core/v1.ISCSIVolumeSource|chapAuthDiscovery e bool|chapAuthSession e bool|fsType e string|initiatorName pe string|iqn - string|iscsiInterface e string|lun - int32|portals ea [string]|readOnly e bool|secretRef pe core/v1.LocalObjectReference|targetPortal - string
type core/v1.ImageVolumeSource|pullPolicy e string|reference e string
type core/v1.ImageVolumeStatus|imageRef e string
type core/v1.KeyToPath|key - string|mode pe int32|path - string
type core/v1.Lifecycle|postStart pe core/v1.Handler -21|postStart pe core/v1.LifecycleHandler 23-|preStop pe core/v1.Handler -21|preStop pe core/v1.LifecycleHandler 23-|stopSignal pe string 33-
type core/v1.LifecycleHandler|exec pe core/v1.ExecAction|httpGet pe core/v1.HTTPGetAction|sleep pe core/v1.SleepAction 29-|tcpSocket pe core/v1.TCPSocketAction
type core/v1.LimitRange|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.LimitRangeSpec
type core/v1.LimitRangeItem|default e {quantity}|defaultRequest e {quantity}|max e {quantity}|maxLimitRequestRatio e {quantity}|min e {quantity}|type - string
type core/v1.LimitRangeSpec|limits a [core/v1.LimitRangeItem]
type core/v1.LinuxContainerUser|gid - int64|supplementalGroups ea [int64]|uid - int64
type core/v1.LoadBalancerIngress|hostname e string|ip e string|ipMode pe string 29-|ports ea [core/v1.PortStatus]
type core/v1.LoadBalancerStatus|ingress ea [core/v1.LoadBalancerIngress]
type core/v1.LocalObjectReference|name e string
type core/v1.LocalVolumeSource|fsType pe string|path - string
type core/v1.ModifyVolumeStatus|status - string|targetVolumeAttributesClassName e string
type core/v1.NFSVolumeSource|path - string|readOnly e bool|server - string
type core/v1.Namespace|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.NamespaceSpec|status e core/v1.NamespaceStatus
type core/v1.NamespaceCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type core/v1.NamespaceSpec|finalizers ea [string]
type core/v1.NamespaceStatus|conditions el [core/v1.NamespaceCondition] type|phase e string
type core/v1.Node|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.NodeSpec|status e core/v1.NodeStatus
type core/v1.NodeAddress|address - string|type - string
type core/v1.NodeAffinity|preferredDuringSchedulingIgnoredDuringExecution ea [core/v1.PreferredSchedulingTerm]|requiredDuringSchedulingIgnoredDuringExecution pe core/v1.NodeSelector
type core/v1.NodeAllocatableResourceClaimStatus|containers es [string]|resourceClaimName - string|resources - {quantity}
type core/v1.NodeCondition|lastHeartbeatTime e time|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type core/v1.NodeConfigSource|configMap pe core/v1.ConfigMapNodeConfigSource
type core/v1.NodeConfigStatus|active pe core/v1.NodeConfigSource|assigned pe core/v1.NodeConfigSource|error e string|lastKnownGood pe core/v1.NodeConfigSource
type core/v1.NodeDaemonEndpoints|kubeletEndpoint e core/v1.DaemonEndpoint
type core/v1.NodeFeatures|supplementalGroupsPolicy pe bool
type core/v1.NodeRuntimeHandler|features pe core/v1.NodeRuntimeHandlerFeatures|name - string
type core/v1.NodeRuntimeHandlerFeatures|recursiveReadOnlyMounts pe bool|userNamespaces pe bool 31-
type core/v1.NodeSelector|nodeSelectorTerms a [core/v1.NodeSelectorTerm]
type core/v1.NodeSelectorRequirement|key - string|operator - string|values ea [string]
type core/v1.NodeSelectorTerm|matchExpressions ea [core/v1.NodeSelectorRequirement]|matchFields ea [core/v1.NodeSelectorRequirement]
type core/v1.NodeSpec|configSource pe core/v1.NodeConfigSource|externalID e string|podCIDR e string|podCIDRs es [string]|providerID e string|taints ea [core/v1.Taint]|unschedulable e bool
type core/v1.NodeStatus|addresses el [core/v1.NodeAddress] type|allocatable e {quantity}|capacity e {quantity}|conditions el [core/v1.NodeCondition] type|config pe core/v1.NodeConfigStatus|daemonEndpoints e core/v1.NodeDaemonEndpoints|declaredFeatures ea [string] 35-|features pe core/v1.NodeFeatures 31-|images ea [core/v1.ContainerImage]|nodeInfo e core/v1.NodeSystemInfo|phase e string|runtimeHandlers ea [core/v1.NodeRuntimeHandler] 30-|volumesAttached ea [core/v1.AttachedVolume]|volumesInUse ea [string]
type core/v1.NodeSwapStatus|capacity pe int64
type core/v1.NodeSystemInfo|architecture - string|bootID - string|containerRuntimeVersion - string|kernelVersion - string|kubeProxyVersion - string|kubeletVersion - string|machineID - string|operatingSystem - string|osImage - string|swap pe core/v1.NodeSwapStatus 33-|systemUUID - string
type core/v1.ObjectFieldSelector|apiVersion e string|fieldPath - string
type core/v1.ObjectReference|apiVersion e string|fieldPath e string|kind e string|name e string|namespace e string|resourceVersion e string|uid e string
type core/v1.PersistentVolume|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.PersistentVolumeSpec|status e core/v1.PersistentVolumeStatus
type core/v1.PersistentVolumeClaim|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.PersistentVolumeClaimSpec|status e core/v1.PersistentVolumeClaimStatus
type core/v1.PersistentVolumeClaimCondition|lastProbeTime e time|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type core/v1.PersistentVolumeClaimSpec|accessModes ea [string]|dataSource pe core/v1.TypedLocalObjectReference|dataSourceRef pe core/v1.TypedLocalObjectReference 23-25|dataSourceRef pe core/v1.TypedObjectReference 26-|resources e core/v1.ResourceRequirements -28|resources e core/v1.VolumeResourceRequirements 29-|selector pe apis/meta/v1.LabelSelector|storageClassName pe string|volumeAttributesClassName pe string 29-|volumeMode pe string|volumeName e string
type core/v1.PersistentVolumeClaimStatus|accessModes ea [string]|allocatedResourceStatuses e {string} 28-|allocatedResources e {quantity} 23-|capacity e {quantity}|conditions el [core/v1.PersistentVolumeClaimCondition] type|currentVolumeAttributesClassName pe string 29-|modifyVolumeStatus pe core/v1.ModifyVolumeStatus 29-|phase e string|resizeStatus pe string 23-27
type core/v1.PersistentVolumeClaimTemplate|metadata e apis/meta/v1.ObjectMeta|spec - core/v1.PersistentVolumeClaimSpec
type core/v1.PersistentVolumeClaimVolumeSource|claimName - string|readOnly e bool
type core/v1.PersistentVolumeSpec|accessModes ea [string]|awsElasticBlockStore pe core/v1.AWSElasticBlockStoreVolumeSource|azureDisk pe core/v1.AzureDiskVolumeSource|azureFile pe core/v1.AzureFilePersistentVolumeSource|capacity e {quantity}|cephfs pe core/v1.CephFSPersistentVolumeSource|cinder pe core/v1.CinderPersistentVolumeSource|claimRef pe core/v1.ObjectReference|csi pe core/v1.CSIPersistentVolumeSource|fc pe core/v1.FCVolumeSource|flexVolume pe core/v1.FlexPersistentVolumeSource|flocker pe core/v1.FlockerVolumeSource|gcePersistentDisk pe core/v1.GCEPersistentDiskVolumeSource|glusterfs pe core/v1.GlusterfsPersistentVolumeSource|hostPath pe core/v1.HostPathVolumeSource|iscsi pe core/v1.ISCSIPersistentVolumeSource|local pe core/v1.LocalVolumeSource|mountOptions ea [string]|nfs pe core/v1.NFSVolumeSource|nodeAffinity pe core/v1.VolumeNodeAffinity|persistentVolumeReclaimPolicy e string|photonPersistentDisk pe core/v1.PhotonPersistentDiskVolumeSource|portworxVolume pe core/v1.PortworxVolumeSource|quobyte pe core/v1.QuobyteVolumeSource|rbd pe core/v1.RBDPersistentVolumeSource|scaleIO pe core/v1.ScaleIOPersistentVolumeSource|storageClassName e string|storageos pe core/v1.StorageOSPersistentVolumeSource|volumeAttributesClassName pe string 29-|volumeMode pe string|vsphereVolume pe core/v1.VsphereVirtualDiskVolumeSource
type core/v1.PersistentVolumeStatus|lastPhaseTransitionTime pe time 28-|message e string|phase e string|reason e string
type core/v1.PhotonPersistentDiskVolumeSource|fsType e string|pdID - string
type core/v1.Pod|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.PodSpec|status e core/v1.PodStatus
type core/v1.PodAffinity|preferredDuringSchedulingIgnoredDuringExecution ea [core/v1.WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution ea [core/v1.PodAffinityTerm]
type core/v1.PodAffinityTerm|labelSelector pe apis/meta/v1.LabelSelector|matchLabelKeys ea [string] 29-|mismatchLabelKeys ea [string] 29-|namespaceSelector pe apis/meta/v1.LabelSelector 21-|namespaces ea [string]|topologyKey - string
type core/v1.PodAntiAffinity|preferredDuringSchedulingIgnoredDuringExecution ea [core/v1.WeightedPodAffinityTerm]|requiredDuringSchedulingIgnoredDuringExecution ea [core/v1.PodAffinityTerm]
type core/v1.PodCertificateProjection|certificateChainPath e string|credentialBundlePath e string|keyPath e string|keyType e string|maxExpirationSeconds pe int32|signerName e string|userAnnotations e {string} 35-
type core/v1.PodCondition|lastProbeTime e time|lastTransitionTime e time|message e string|observedGeneration e int64 33-|reason e string|status - string|type - string
type core/v1.PodDNSConfig|nameservers ea [string]|options ea [core/v1.PodDNSConfigOption]|searches ea [string]
type core/v1.PodDNSConfigOption|name e string|value pe string
type core/v1.PodExtendedResourceClaimStatus|requestMappings a [core/v1.ContainerExtendedResourceRequest]|resourceClaimName - string
type core/v1.PodIP|ip e string -30|ip - string 31-
type core/v1.PodOS|name - string
type core/v1.PodReadinessGate|conditionType - string
type core/v1.PodResourceClaim|name - string|resourceClaimName pe string 31-|resourceClaimTemplateName pe string 31-|source e core/v1.ClaimSource -30
type core/v1.PodResourceClaimStatus|name - string|resourceClaimName pe string
type core/v1.PodSchedulingGate|name - string
type core/v1.PodSchedulingGroup|podGroupName pe string
type core/v1.PodSecurityContext|appArmorProfile pe core/v1.AppArmorProfile 30-|fsGroup pe int64|fsGroupChangePolicy pe string|runAsGroup pe int64|runAsNonRoot pe bool|runAsUser pe int64|seLinuxChangePolicy pe string 32-|seLinuxOptions pe core/v1.SELinuxOptions|seccompProfile pe core/v1.SeccompProfile|supplementalGroups ea [int64]|supplementalGroupsPolicy pe string 31-|sysctls ea [core/v1.Sysctl]|windowsOptions pe core/v1.WindowsSecurityContextOptions
type core/v1.PodSpec|activeDeadlineSeconds pe int64|affinity pe core/v1.Affinity|automountServiceAccountToken pe bool|containers l [core/v1.Container] name|dnsConfig pe core/v1.PodDNSConfig|dnsPolicy e string|enableServiceLinks pe bool|ephemeralContainers el [core/v1.EphemeralContainer] name|hostAliases el [core/v1.HostAlias] ip|hostIPC e bool|hostNetwork e bool|hostPID e bool|hostUsers pe bool 25-|hostname e string|hostnameOverride pe string 34-|imagePullSecrets el [core/v1.LocalObjectReference] name|initContainers el [core/v1.Container] name|nodeName e string|nodeSelector ea {string}|os pe core/v1.PodOS 23-|overhead e {quantity}|preemptionPolicy pe string|priority pe int32|priorityClassName e string|readinessGates ea [core/v1.PodReadinessGate]|resourceClaims el [core/v1.PodResourceClaim] name 26-|resources pe core/v1.ResourceRequirements 32-|restartPolicy e string|runtimeClassName pe string|schedulerName e string|schedulingGates el [core/v1.PodSchedulingGate] name 26-|schedulingGroup pe core/v1.PodSchedulingGroup 36-|securityContext pe core/v1.PodSecurityContext|serviceAccount e string|serviceAccountName e string|setHostnameAsFQDN pe bool|shareProcessNamespace pe bool|subdomain e string|terminationGracePeriodSeconds pe int64|tolerations ea [core/v1.Toleration]|topologySpreadConstraints el [core/v1.TopologySpreadConstraint] topologyKey,whenUnsatisfiable|volumes el [core/v1.Volume] name|workloadRef pe core/v1.WorkloadReference 35-35
type core/v1.PodStatus|allocatedResources e {quantity} 35-|conditions el [core/v1.PodCondition] type|containerStatuses ea [core/v1.ContainerStatus]|ephemeralContainerStatuses ea [core/v1.ContainerStatus]|extendedResourceClaimStatus pe core/v1.PodExtendedResourceClaimStatus 34-|hostIP e string|hostIPs ea [core/v1.HostIP] 28-|initContainerStatuses ea [core/v1.ContainerStatus]|message e string|nodeAllocatableResourceClaimStatuses ea [core/v1.NodeAllocatableResourceClaimStatus] 36-|nominatedNodeName e string|observedGeneration e int64 33-|phase e string|podIP e string|podIPs el [core/v1.PodIP] ip|qosClass e string|reason e string|resize e string 27-|resourceClaimStatuses el [core/v1.PodResourceClaimStatus] name 28-|resources pe core/v1.ResourceRequirements 35-|startTime pe time
type core/v1.PodStatusResult|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|status e core/v1.PodStatus
type core/v1.PodTemplate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|template e core/v1.PodTemplateSpec
type core/v1.PodTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.PodSpec
type core/v1.PortStatus|error pe string|port - int32|protocol - string
type core/v1.PortworxVolumeSource|fsType e string|readOnly e bool|volumeID - string
type core/v1.PreferredSchedulingTerm|preference - core/v1.NodeSelectorTerm|weight - int32
type core/v1.Probe|exec pe core/v1.ExecAction|failureThreshold e int32|grpc pe core/v1.GRPCAction 23-|httpGet pe core/v1.HTTPGetAction|initialDelaySeconds e int32|periodSeconds e int32|successThreshold e int32|tcpSocket pe core/v1.TCPSocketAction|terminationGracePeriodSeconds pe int64 21-|timeoutSeconds e int32
type core/v1.ProjectedVolumeSource|defaultMode pe int32|sources a [core/v1.VolumeProjection]
type core/v1.QuobyteVolumeSource|group e string|readOnly e bool|registry - string|tenant e string|user e string|volume - string
type core/v1.RBDPersistentVolumeSource|fsType e string|image - string|keyring e string|monitors a [string]|pool e string|readOnly e bool|secretRef pe core/v1.SecretReference|user e string
type core/v1.RBDVolumeSource|fsType e string|image - string|keyring e string|monitors a [string]|pool e string|readOnly e bool|secretRef pe core/v1.LocalObjectReference|user e string
type core/v1.RangeAllocation|apiVersion e string|data - bytes|kind e string|metadata e apis/meta/v1.ObjectMeta|range - string
type core/v1.ReplicationController|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.ReplicationControllerSpec|status e core/v1.ReplicationControllerStatus
type core/v1.ReplicationControllerCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type core/v1.ReplicationControllerSpec|minReadySeconds e int32|replicas pe int32|selector ea {string}|template pe core/v1.PodTemplateSpec
type core/v1.ReplicationControllerStatus|availableReplicas e int32|conditions el [core/v1.ReplicationControllerCondition] type|fullyLabeledReplicas e int32|observedGeneration e int64|readyReplicas e int32|replicas - int32
type core/v1.ResourceClaim|name - string|request e string 31-
type core/v1.ResourceFieldSelector|containerName e string|divisor e quantity|resource - string
type core/v1.ResourceHealth|health e string|message pe string 36-|resourceID - string
type core/v1.ResourceQuota|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.ResourceQuotaSpec|status e core/v1.ResourceQuotaStatus
type core/v1.ResourceQuotaSpec|hard e {quantity}|scopeSelector pe core/v1.ScopeSelector|scopes ea [string]
type core/v1.ResourceQuotaStatus|hard e {quantity}|used e {quantity}
type core/v1.ResourceRequirements|claims el [core/v1.ResourceClaim] name 26-|limits e {quantity}|requests e {quantity}
type core/v1.ResourceStatus|name - string|resources el [core/v1.ResourceHealth] resourceID
type core/v1.SELinuxOptions|level e string|role e string|type e string|user e string
type core/v1.ScaleIOPersistentVolumeSource|fsType e string|gateway - string|protectionDomain e string|readOnly e bool|secretRef p core/v1.SecretReference|sslEnabled e bool|storageMode e string|storagePool e string|system - string|volumeName e string
type core/v1.ScaleIOVolumeSource|fsType e string|gateway - string|protectionDomain e string|readOnly e bool|secretRef p core/v1.LocalObjectReference|sslEnabled e bool|storageMode e string|storagePool e string|system - string|volumeName e string
type core/v1.ScopeSelector|matchExpressions ea [core/v1.ScopedResourceSelectorRequirement]
type core/v1.ScopedResourceSelectorRequirement|operator - string|scopeName - string|values ea [string]
type core/v1.SeccompProfile|localhostProfile pe string|type - string
type core/v1.Secret|apiVersion e string|data e {bytes}|immutable pe bool|kind e string|metadata e apis/meta/v1.ObjectMeta|stringData e {string}|type e string
type core/v1.SecretEnvSource|name e string|optional pe bool
type core/v1.SecretKeySelector|key - string|name e string|optional pe bool
type core/v1.SecretProjection|items ea [core/v1.KeyToPath]|name e string|optional pe bool
type core/v1.SecretReference|name e string|namespace e string
type core/v1.SecretVolumeSource|defaultMode pe int32|items ea [core/v1.KeyToPath]|optional pe bool|secretName e string
type core/v1.SecurityContext|allowPrivilegeEscalation pe bool|appArmorProfile pe core/v1.AppArmorProfile 30-|capabilities pe core/v1.Capabilities|privileged pe bool|procMount pe string|readOnlyRootFilesystem pe bool|runAsGroup pe int64|runAsNonRoot pe bool|runAsUser pe int64|seLinuxOptions pe core/v1.SELinuxOptions|seccompProfile pe core/v1.SeccompProfile|windowsOptions pe core/v1.WindowsSecurityContextOptions
type core/v1.Service|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e core/v1.ServiceSpec|status e core/v1.ServiceStatus
type core/v1.ServiceAccount|apiVersion e string|automountServiceAccountToken pe bool|imagePullSecrets ea [core/v1.LocalObjectReference]|kind e string|metadata e apis/meta/v1.ObjectMeta|secrets el [core/v1.ObjectReference] name
type core/v1.ServiceAccountTokenProjection|audience e string|expirationSeconds pe int64|path - string
type core/v1.ServicePort|appProtocol pe string|name e string|nodePort e int32|port - int32|protocol e string|targetPort e intOrString
type core/v1.ServiceSpec|allocateLoadBalancerNodePorts pe bool|clusterIP e string|clusterIPs ea [string]|externalIPs ea [string]|externalName e string|externalTrafficPolicy e string|healthCheckNodePort e int32|internalTrafficPolicy pe string 21-|ipFamilies ea [string]|ipFamilyPolicy pe string|loadBalancerClass pe string 21-|loadBalancerIP e string|loadBalancerSourceRanges ea [string]|ports el [core/v1.ServicePort] port,protocol|publishNotReadyAddresses e bool|selector ea {string}|sessionAffinity e string|sessionAffinityConfig pe core/v1.SessionAffinityConfig|topologyKeys e [string] -21|trafficDistribution pe string 30-|type e string
type core/v1.ServiceStatus|conditions el [apis/meta/v1.Condition] type|loadBalancer e core/v1.LoadBalancerStatus
type core/v1.SessionAffinityConfig|clientIP pe core/v1.ClientIPConfig
type core/v1.SleepAction|seconds - int64
type core/v1.StorageOSPersistentVolumeSource|fsType e string|readOnly e bool|secretRef pe core/v1.ObjectReference|volumeName e string|volumeNamespace e string
type core/v1.StorageOSVolumeSource|fsType e string|readOnly e bool|secretRef pe core/v1.LocalObjectReference|volumeName e string|volumeNamespace e string
type core/v1.Sysctl|name - string|value - string
type core/v1.TCPSocketAction|host e string|port - intOrString
type core/v1.Taint|effect - string|key - string|timeAdded pe time|value e string
type core/v1.Toleration|effect e string|key e string|operator e string|tolerationSeconds pe int64|value e string
type core/v1.TopologySelectorLabelRequirement|key - string|values a [string]
type core/v1.TopologySelectorTerm|matchLabelExpressions ea [core/v1.TopologySelectorLabelRequirement]
type core/v1.TopologySpreadConstraint|labelSelector pe apis/meta/v1.LabelSelector|matchLabelKeys ea [string] 25-|maxSkew - int32|minDomains pe int32 25-|nodeAffinityPolicy pe string 25-|nodeTaintsPolicy pe string 25-|topologyKey - string|whenUnsatisfiable - string
type core/v1.TypedLocalObjectReference|apiGroup p string|kind - string|name - string
type core/v1.TypedObjectReference|apiGroup p string|kind - string|name - string|namespace pe string
type core/v1.Volume|awsElasticBlockStore pe core/v1.AWSElasticBlockStoreVolumeSource|azureDisk pe core/v1.AzureDiskVolumeSource|azureFile pe core/v1.AzureFileVolumeSource|cephfs pe core/v1.CephFSVolumeSource|cinder pe core/v1.CinderVolumeSource|configMap pe core/v1.ConfigMapVolumeSource|csi pe core/v1.CSIVolumeSource|downwardAPI pe core/v1.DownwardAPIVolumeSource|emptyDir pe core/v1.EmptyDirVolumeSource|ephemeral pe core/v1.EphemeralVolumeSource|fc pe core/v1.FCVolumeSource|flexVolume pe core/v1.FlexVolumeSource|flocker pe core/v1.FlockerVolumeSource|gcePersistentDisk pe core/v1.GCEPersistentDiskVolumeSource|gitRepo pe core/v1.GitRepoVolumeSource|glusterfs pe core/v1.GlusterfsVolumeSource|hostPath pe core/v1.HostPathVolumeSource|image pe core/v1.ImageVolumeSource 31-|iscsi pe core/v1.ISCSIVolumeSource|name - string|nfs pe core/v1.NFSVolumeSource|persistentVolumeClaim pe core/v1.PersistentVolumeClaimVolumeSource|photonPersistentDisk pe core/v1.PhotonPersistentDiskVolumeSource|portworxVolume pe core/v1.PortworxVolumeSource|projected pe core/v1.ProjectedVolumeSource|quobyte pe core/v1.QuobyteVolumeSource|rbd pe core/v1.RBDVolumeSource|scaleIO pe core/v1.ScaleIOVolumeSource|secret pe core/v1.SecretVolumeSource|storageos pe core/v1.StorageOSVolumeSource|vsphereVolume pe core/v1.VsphereVirtualDiskVolumeSource
type core/v1.VolumeDevice|devicePath - string|name - string
type core/v1.VolumeMount|mountPath - string|mountPropagation pe string|name - string|readOnly e bool|recursiveReadOnly pe string 30-|subPath e string|subPathExpr e string
type core/v1.VolumeMountStatus|mountPath - string|name - string|readOnly e bool|recursiveReadOnly pe string|volumeStatus pe core/v1.VolumeStatus 36-
type core/v1.VolumeNodeAffinity|required pe core/v1.NodeSelector
type core/v1.VolumeProjection|clusterTrustBundle pe core/v1.ClusterTrustBundleProjection 29-|configMap pe core/v1.ConfigMapProjection|downwardAPI pe core/v1.DownwardAPIProjection|podCertificate pe core/v1.PodCertificateProjection 34-|secret pe core/v1.SecretProjection|serviceAccountToken pe core/v1.ServiceAccountTokenProjection
type core/v1.VolumeResourceRequirements|limits e {quantity}|requests e {quantity}
type core/v1.VolumeStatus|image pe core/v1.ImageVolumeStatus
type core/v1.VsphereVirtualDiskVolumeSource|fsType e string|storagePolicyID e string|storagePolicyName e string|volumePath - string
type core/v1.WeightedPodAffinityTerm|podAffinityTerm - core/v1.PodAffinityTerm|weight - int32
type core/v1.WindowsSecurityContextOptions|gmsaCredentialSpec pe string|gmsaCredentialSpecName pe string|hostProcess pe bool 23-|runAsUserName pe string
type core/v1.WorkloadReference|name - string -35|podGroup - string -35|podGroupReplicaKey e string -35
type discovery/v1.Endpoint|addresses s [string]|conditions e discovery/v1.EndpointConditions|deprecatedTopology e {string}|hints pe discovery/v1.EndpointHints|hostname pe string|nodeName pe string|targetRef pe core/v1.ObjectReference|zone pe string
type discovery/v1.EndpointConditions|ready pe bool|serving pe bool|terminating pe bool
type discovery/v1.EndpointHints|forNodes ea [discovery/v1.ForNode] 33-|forZones ea [discovery/v1.ForZone]
type discovery/v1.EndpointPort|appProtocol pe string|name pe string|port pe int32|protocol pe string
type discovery/v1.EndpointSlice|addressType - string|apiVersion e string|endpoints a [discovery/v1.Endpoint]|kind e string|metadata e apis/meta/v1.ObjectMeta|ports a [discovery/v1.EndpointPort]
type discovery/v1.ForNode|name - string
type discovery/v1.ForZone|name - string
type discovery/v1alpha1.Endpoint|addresses - [string] -20|conditions e discovery/v1alpha1.EndpointConditions -20|hostname pe string -20|nodeName pe string -20|targetRef pe core/v1.ObjectReference -20|topology e {string} -20
type discovery/v1alpha1.EndpointConditions|ready pe bool -20|serving pe bool -20|terminating pe bool -20
type discovery/v1alpha1.EndpointPort|appProtocol pe string -20|name pe string -20|port pe int32 -20|protocol pe string -20
type discovery/v1alpha1.EndpointSlice|addressType - string -20|apiVersion e string -20|endpoints - [discovery/v1alpha1.Endpoint] -20|kind e string -20|metadata e apis/meta/v1.ObjectMeta -20|ports - [discovery/v1alpha1.EndpointPort] -20
type discovery/v1beta1.Endpoint|addresses - [string]|conditions e discovery/v1beta1.EndpointConditions|hints pe discovery/v1beta1.EndpointHints 21-|hostname pe string|nodeName pe string|targetRef pe core/v1.ObjectReference|topology e {string}
type discovery/v1beta1.EndpointConditions|ready pe bool|serving pe bool|terminating pe bool
type discovery/v1beta1.EndpointHints|forNodes e [discovery/v1beta1.ForNode] 33-|forZones e [discovery/v1beta1.ForZone]
type discovery/v1beta1.EndpointPort|appProtocol pe string|name pe string|port pe int32|protocol pe string
type discovery/v1beta1.EndpointSlice|addressType - string|apiVersion e string|endpoints - [discovery/v1beta1.Endpoint]|kind e string|metadata e apis/meta/v1.ObjectMeta|ports - [discovery/v1beta1.EndpointPort]
type discovery/v1beta1.ForNode|name - string
type discovery/v1beta1.ForZone|name - string
type events/v1.Event|action e string|apiVersion e string|deprecatedCount e int32|deprecatedFirstTimestamp e time|deprecatedLastTimestamp e time|deprecatedSource e core/v1.EventSource|eventTime - microTime|kind e string|metadata - apis/meta/v1.ObjectMeta|note e string|reason e string|regarding e core/v1.ObjectReference|related pe core/v1.ObjectReference|reportingController e string|reportingInstance e string|series pe events/v1.EventSeries|type e string
type events/v1.EventSeries|count - int32|lastObservedTime - microTime
type events/v1beta1.Event|action e string|apiVersion e string|deprecatedCount e int32|deprecatedFirstTimestamp e time|deprecatedLastTimestamp e time|deprecatedSource e core/v1.EventSource|eventTime - microTime|kind e string|metadata - apis/meta/v1.ObjectMeta|note e string|reason e string|regarding e core/v1.ObjectReference|related pe core/v1.ObjectReference|reportingController e string|reportingInstance e string|series pe events/v1beta1.EventSeries|type e string
type events/v1beta1.EventSeries|count - int32|lastObservedTime - microTime
type extensions/v1beta1.AllowedCSIDriver|name - string -26
type extensions/v1beta1.AllowedFlexVolume|driver - string -26
type extensions/v1beta1.AllowedHostPath|pathPrefix e string -26|readOnly e bool -26
type extensions/v1beta1.DaemonSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.DaemonSetSpec|status e extensions/v1beta1.DaemonSetStatus
type extensions/v1beta1.DaemonSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type extensions/v1beta1.DaemonSetSpec|minReadySeconds e int32|revisionHistoryLimit pe int32|selector pe apis/meta/v1.LabelSelector|template - core/v1.PodTemplateSpec|templateGeneration e int64|updateStrategy e extensions/v1beta1.DaemonSetUpdateStrategy
type extensions/v1beta1.DaemonSetStatus|collisionCount pe int32|conditions e [extensions/v1beta1.DaemonSetCondition]|currentNumberScheduled - int32|desiredNumberScheduled - int32|numberAvailable e int32|numberMisscheduled - int32|numberReady - int32|numberUnavailable e int32|observedGeneration e int64|updatedNumberScheduled e int32
type extensions/v1beta1.DaemonSetUpdateStrategy|rollingUpdate pe extensions/v1beta1.RollingUpdateDaemonSet|type e string
type extensions/v1beta1.Deployment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.DeploymentSpec|status e extensions/v1beta1.DeploymentStatus
type extensions/v1beta1.DeploymentCondition|lastTransitionTime e time|lastUpdateTime e time|message e string|reason e string|status - string|type - string
type extensions/v1beta1.DeploymentSpec|minReadySeconds e int32|paused e bool|progressDeadlineSeconds pe int32|replicas pe int32|revisionHistoryLimit pe int32|rollbackTo pe extensions/v1beta1.RollbackConfig|selector pe apis/meta/v1.LabelSelector|strategy e extensions/v1beta1.DeploymentStrategy|template - core/v1.PodTemplateSpec
type extensions/v1beta1.DeploymentStatus|availableReplicas e int32|collisionCount pe int32|conditions e [extensions/v1beta1.DeploymentCondition]|observedGeneration e int64|readyReplicas e int32|replicas e int32|terminatingReplicas pe int32 33-|unavailableReplicas e int32|updatedReplicas e int32
type extensions/v1beta1.DeploymentStrategy|rollingUpdate pe extensions/v1beta1.RollingUpdateDeployment|type e string
type extensions/v1beta1.FSGroupStrategyOptions|ranges e [extensions/v1beta1.IDRange] -26|rule e string -26
type extensions/v1beta1.HTTPIngressPath|backend - extensions/v1beta1.IngressBackend|path e string|pathType pe string
type extensions/v1beta1.HTTPIngressRuleValue|paths - [extensions/v1beta1.HTTPIngressPath]
type extensions/v1beta1.HostPortRange|max - int32 -26|min - int32 -26
type extensions/v1beta1.IDRange|max - int64 -26|min - int64 -26
type extensions/v1beta1.IPBlock|cidr - string|except e [string]
type extensions/v1beta1.Ingress|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.IngressSpec|status e extensions/v1beta1.IngressStatus
type extensions/v1beta1.IngressBackend|resource pe core/v1.TypedLocalObjectReference|serviceName e string|servicePort e intOrString
type extensions/v1beta1.IngressLoadBalancerIngress|hostname e string|ip e string|ports e [extensions/v1beta1.IngressPortStatus]
type extensions/v1beta1.IngressLoadBalancerStatus|ingress e [extensions/v1beta1.IngressLoadBalancerIngress]
type extensions/v1beta1.IngressPortStatus|error pe string|port - int32|protocol - string
type extensions/v1beta1.IngressRule|host e string|http pe extensions/v1beta1.HTTPIngressRuleValue
type extensions/v1beta1.IngressSpec|backend pe extensions/v1beta1.IngressBackend|ingressClassName pe string|rules e [extensions/v1beta1.IngressRule]|tls e [extensions/v1beta1.IngressTLS]
type extensions/v1beta1.IngressStatus|loadBalancer e core/v1.LoadBalancerStatus -25|loadBalancer e extensions/v1beta1.IngressLoadBalancerStatus 26-
type extensions/v1beta1.IngressTLS|hosts e [string]|secretName e string
type extensions/v1beta1.NetworkPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.NetworkPolicySpec|status e extensions/v1beta1.NetworkPolicyStatus 25-27
type extensions/v1beta1.NetworkPolicyEgressRule|ports e [extensions/v1beta1.NetworkPolicyPort]|to e [extensions/v1beta1.NetworkPolicyPeer]
type extensions/v1beta1.NetworkPolicyIngressRule|from e [extensions/v1beta1.NetworkPolicyPeer]|ports e [extensions/v1beta1.NetworkPolicyPort]
type extensions/v1beta1.NetworkPolicyPeer|ipBlock pe extensions/v1beta1.IPBlock|namespaceSelector pe apis/meta/v1.LabelSelector|podSelector pe apis/meta/v1.LabelSelector
type extensions/v1beta1.NetworkPolicyPort|endPort pe int32 21-|port pe intOrString|protocol pe string
type extensions/v1beta1.NetworkPolicySpec|egress e [extensions/v1beta1.NetworkPolicyEgressRule]|ingress e [extensions/v1beta1.NetworkPolicyIngressRule]|podSelector - apis/meta/v1.LabelSelector|policyTypes e [string]
type extensions/v1beta1.NetworkPolicyStatus|conditions e [apis/meta/v1.Condition] -27
type extensions/v1beta1.PodSecurityPolicy|apiVersion e string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|spec e extensions/v1beta1.PodSecurityPolicySpec -26
type extensions/v1beta1.PodSecurityPolicySpec|allowPrivilegeEscalation pe bool -26|allowedCSIDrivers e [extensions/v1beta1.AllowedCSIDriver] -26|allowedCapabilities e [string] -26|allowedFlexVolumes e [extensions/v1beta1.AllowedFlexVolume] -26|allowedHostPaths e [extensions/v1beta1.AllowedHostPath] -26|allowedProcMountTypes e [string] -26|allowedUnsafeSysctls e [string] -26|defaultAddCapabilities e [string] -26|defaultAllowPrivilegeEscalation pe bool -26|forbiddenSysctls e [string] -26|fsGroup - extensions/v1beta1.FSGroupStrategyOptions -26|hostIPC e bool -26|hostNetwork e bool -26|hostPID e bool -26|hostPorts e [extensions/v1beta1.HostPortRange] -26|privileged e bool -26|readOnlyRootFilesystem e bool -26|requiredDropCapabilities e [string] -26|runAsGroup pe extensions/v1beta1.RunAsGroupStrategyOptions -26|runAsUser - extensions/v1beta1.RunAsUserStrategyOptions -26|runtimeClass pe extensions/v1beta1.RuntimeClassStrategyOptions -26|seLinux - extensions/v1beta1.SELinuxStrategyOptions -26|supplementalGroups - extensions/v1beta1.SupplementalGroupsStrategyOptions -26|volumes e [string] -26
type extensions/v1beta1.ReplicaSet|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.ReplicaSetSpec|status e extensions/v1beta1.ReplicaSetStatus
type extensions/v1beta1.ReplicaSetCondition|lastTransitionTime e time|message e string|reason e string|status - string|type - string
type extensions/v1beta1.ReplicaSetSpec|minReadySeconds e int32|replicas pe int32|selector pe apis/meta/v1.LabelSelector|template e core/v1.PodTemplateSpec
type extensions/v1beta1.ReplicaSetStatus|availableReplicas e int32|conditions e [extensions/v1beta1.ReplicaSetCondition]|fullyLabeledReplicas e int32|observedGeneration e int64|readyReplicas e int32|replicas - int32|terminatingReplicas pe int32 33-
type extensions/v1beta1.RollbackConfig|revision e int64
type extensions/v1beta1.RollingUpdateDaemonSet|maxSurge pe intOrString 21-|maxUnavailable pe intOrString
type extensions/v1beta1.RollingUpdateDeployment|maxSurge pe intOrString|maxUnavailable pe intOrString
type extensions/v1beta1.RunAsGroupStrategyOptions|ranges e [extensions/v1beta1.IDRange] -26|rule - string -26
type extensions/v1beta1.RunAsUserStrategyOptions|ranges e [extensions/v1beta1.IDRange] -26|rule - string -26
type extensions/v1beta1.RuntimeClassStrategyOptions|allowedRuntimeClassNames - [string] -26|defaultRuntimeClassName pe string -26
type extensions/v1beta1.SELinuxStrategyOptions|rule - string -26|seLinuxOptions pe core/v1.SELinuxOptions -26
type extensions/v1beta1.Scale|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e extensions/v1beta1.ScaleSpec|status e extensions/v1beta1.ScaleStatus
type extensions/v1beta1.ScaleSpec|replicas e int32
type extensions/v1beta1.ScaleStatus|replicas - int32|selector e {string}|targetSelector e string
type extensions/v1beta1.SupplementalGroupsStrategyOptions|ranges e [extensions/v1beta1.IDRange] -26|rule e string -26
type flowcontrol/v1.ExemptPriorityLevelConfiguration|lendablePercent pe int32|nominalConcurrencyShares pe int32
type flowcontrol/v1.FlowDistinguisherMethod|type - string
type flowcontrol/v1.FlowSchema|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1.FlowSchemaSpec|status e flowcontrol/v1.FlowSchemaStatus
type flowcontrol/v1.FlowSchemaCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1.FlowSchemaSpec|distinguisherMethod pe flowcontrol/v1.FlowDistinguisherMethod|matchingPrecedence - int32|priorityLevelConfiguration - flowcontrol/v1.PriorityLevelConfigurationReference|rules ea [flowcontrol/v1.PolicyRulesWithSubjects]
type flowcontrol/v1.FlowSchemaStatus|conditions el [flowcontrol/v1.FlowSchemaCondition] type
type flowcontrol/v1.GroupSubject|name - string
type flowcontrol/v1.LimitResponse|queuing pe flowcontrol/v1.QueuingConfiguration|type - string
type flowcontrol/v1.LimitedPriorityLevelConfiguration|borrowingLimitPercent pe int32|lendablePercent pe int32|limitResponse e flowcontrol/v1.LimitResponse|nominalConcurrencyShares p int32
type flowcontrol/v1.NonResourcePolicyRule|nonResourceURLs s [string]|verbs s [string]
type flowcontrol/v1.PolicyRulesWithSubjects|nonResourceRules ea [flowcontrol/v1.NonResourcePolicyRule]|resourceRules ea [flowcontrol/v1.ResourcePolicyRule]|subjects a [flowcontrol/v1.Subject]
type flowcontrol/v1.PriorityLevelConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1.PriorityLevelConfigurationSpec|status e flowcontrol/v1.PriorityLevelConfigurationStatus
type flowcontrol/v1.PriorityLevelConfigurationCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1.PriorityLevelConfigurationReference|name - string
type flowcontrol/v1.PriorityLevelConfigurationSpec|exempt pe flowcontrol/v1.ExemptPriorityLevelConfiguration|limited pe flowcontrol/v1.LimitedPriorityLevelConfiguration|type - string
type flowcontrol/v1.PriorityLevelConfigurationStatus|conditions el [flowcontrol/v1.PriorityLevelConfigurationCondition] type
type flowcontrol/v1.QueuingConfiguration|handSize - int32|queueLengthLimit - int32|queues - int32
type flowcontrol/v1.ResourcePolicyRule|apiGroups s [string]|clusterScope e bool|namespaces s [string]|resources s [string]|verbs s [string]
type flowcontrol/v1.ServiceAccountSubject|name - string|namespace - string
type flowcontrol/v1.Subject|group pe flowcontrol/v1.GroupSubject|kind - string|serviceAccount pe flowcontrol/v1.ServiceAccountSubject|user pe flowcontrol/v1.UserSubject
type flowcontrol/v1.UserSubject|name - string
type flowcontrol/v1alpha1.ExemptPriorityLevelConfiguration|lendablePercent pe int32 -28|nominalConcurrencyShares pe int32 -28
type flowcontrol/v1alpha1.FlowDistinguisherMethod|type - string -28
type flowcontrol/v1alpha1.FlowSchema|apiVersion e string -28|kind e string -28|metadata e apis/meta/v1.ObjectMeta -28|spec e flowcontrol/v1alpha1.FlowSchemaSpec -28|status e flowcontrol/v1alpha1.FlowSchemaStatus -28
type flowcontrol/v1alpha1.FlowSchemaCondition|lastTransitionTime e time -28|message e string -28|reason e string -28|status e string -28|type e string -28
type flowcontrol/v1alpha1.FlowSchemaSpec|distinguisherMethod pe flowcontrol/v1alpha1.FlowDistinguisherMethod -28|matchingPrecedence - int32 -28|priorityLevelConfiguration - flowcontrol/v1alpha1.PriorityLevelConfigurationReference -28|rules e [flowcontrol/v1alpha1.PolicyRulesWithSubjects] -28
type flowcontrol/v1alpha1.FlowSchemaStatus|conditions e [flowcontrol/v1alpha1.FlowSchemaCondition] -28
type flowcontrol/v1alpha1.GroupSubject|name - string -28
type flowcontrol/v1alpha1.LimitResponse|queuing pe flowcontrol/v1alpha1.QueuingConfiguration -28|type - string -28
type flowcontrol/v1alpha1.LimitedPriorityLevelConfiguration|assuredConcurrencyShares - int32 -28|borrowingLimitPercent pe int32 26-28|lendablePercent pe int32 26-28|limitResponse e flowcontrol/v1alpha1.LimitResponse -28
type flowcontrol/v1alpha1.NonResourcePolicyRule|nonResourceURLs - [string] -28|verbs - [string] -28
type flowcontrol/v1alpha1.PolicyRulesWithSubjects|nonResourceRules e [flowcontrol/v1alpha1.NonResourcePolicyRule] -28|resourceRules e [flowcontrol/v1alpha1.ResourcePolicyRule] -28|subjects - [flowcontrol/v1alpha1.Subject] -28
type flowcontrol/v1alpha1.PriorityLevelConfiguration|apiVersion e string -28|kind e string -28|metadata e apis/meta/v1.ObjectMeta -28|spec e flowcontrol/v1alpha1.PriorityLevelConfigurationSpec -28|status e flowcontrol/v1alpha1.PriorityLevelConfigurationStatus -28
type flowcontrol/v1alpha1.PriorityLevelConfigurationCondition|lastTransitionTime e time -28|message e string -28|reason e string -28|status e string -28|type e string -28
type flowcontrol/v1alpha1.PriorityLevelConfigurationReference|name - string -28
type flowcontrol/v1alpha1.PriorityLevelConfigurationSpec|exempt pe flowcontrol/v1alpha1.ExemptPriorityLevelConfiguration 28-28|limited pe flowcontrol/v1alpha1.LimitedPriorityLevelConfiguration -28|type - string -28
type flowcontrol/v1alpha1.PriorityLevelConfigurationStatus|conditions e [flowcontrol/v1alpha1.PriorityLevelConfigurationCondition] -28
type flowcontrol/v1alpha1.QueuingConfiguration|handSize - int32 -28|queueLengthLimit - int32 -28|queues - int32 -28
type flowcontrol/v1alpha1.ResourcePolicyRule|apiGroups - [string] -28|clusterScope e bool -28|namespaces - [string] -28|resources - [string] -28|verbs - [string] -28
type flowcontrol/v1alpha1.ServiceAccountSubject|name - string -28|namespace - string -28
type flowcontrol/v1alpha1.Subject|group pe flowcontrol/v1alpha1.GroupSubject -28|kind - string -28|serviceAccount pe flowcontrol/v1alpha1.ServiceAccountSubject -28|user pe flowcontrol/v1alpha1.UserSubject -28
type flowcontrol/v1alpha1.UserSubject|name - string -28
type flowcontrol/v1beta1.ExemptPriorityLevelConfiguration|lendablePercent pe int32|nominalConcurrencyShares pe int32
type flowcontrol/v1beta1.FlowDistinguisherMethod|type - string
type flowcontrol/v1beta1.FlowSchema|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta1.FlowSchemaSpec|status e flowcontrol/v1beta1.FlowSchemaStatus
type flowcontrol/v1beta1.FlowSchemaCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta1.FlowSchemaSpec|distinguisherMethod pe flowcontrol/v1beta1.FlowDistinguisherMethod|matchingPrecedence - int32|priorityLevelConfiguration - flowcontrol/v1beta1.PriorityLevelConfigurationReference|rules e [flowcontrol/v1beta1.PolicyRulesWithSubjects]
type flowcontrol/v1beta1.FlowSchemaStatus|conditions e [flowcontrol/v1beta1.FlowSchemaCondition]
type flowcontrol/v1beta1.GroupSubject|name - string
type flowcontrol/v1beta1.LimitResponse|queuing pe flowcontrol/v1beta1.QueuingConfiguration|type - string
type flowcontrol/v1beta1.LimitedPriorityLevelConfiguration|assuredConcurrencyShares - int32|borrowingLimitPercent pe int32 26-|lendablePercent pe int32 26-|limitResponse e flowcontrol/v1beta1.LimitResponse
type flowcontrol/v1beta1.NonResourcePolicyRule|nonResourceURLs - [string]|verbs - [string]
type flowcontrol/v1beta1.PolicyRulesWithSubjects|nonResourceRules e [flowcontrol/v1beta1.NonResourcePolicyRule]|resourceRules e [flowcontrol/v1beta1.ResourcePolicyRule]|subjects - [flowcontrol/v1beta1.Subject]
type flowcontrol/v1beta1.PriorityLevelConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta1.PriorityLevelConfigurationSpec|status e flowcontrol/v1beta1.PriorityLevelConfigurationStatus
type flowcontrol/v1beta1.PriorityLevelConfigurationCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta1.PriorityLevelConfigurationReference|name - string
type flowcontrol/v1beta1.PriorityLevelConfigurationSpec|exempt pe flowcontrol/v1beta1.ExemptPriorityLevelConfiguration 28-|limited pe flowcontrol/v1beta1.LimitedPriorityLevelConfiguration|type - string
type flowcontrol/v1beta1.PriorityLevelConfigurationStatus|conditions e [flowcontrol/v1beta1.PriorityLevelConfigurationCondition]
type flowcontrol/v1beta1.QueuingConfiguration|handSize - int32|queueLengthLimit - int32|queues - int32
type flowcontrol/v1beta1.ResourcePolicyRule|apiGroups - [string]|clusterScope e bool|namespaces - [string]|resources - [string]|verbs - [string]
type flowcontrol/v1beta1.ServiceAccountSubject|name - string|namespace - string
type flowcontrol/v1beta1.Subject|group pe flowcontrol/v1beta1.GroupSubject|kind - string|serviceAccount pe flowcontrol/v1beta1.ServiceAccountSubject|user pe flowcontrol/v1beta1.UserSubject
type flowcontrol/v1beta1.UserSubject|name - string
type flowcontrol/v1beta2.ExemptPriorityLevelConfiguration|lendablePercent pe int32|nominalConcurrencyShares pe int32
type flowcontrol/v1beta2.FlowDistinguisherMethod|type - string
type flowcontrol/v1beta2.FlowSchema|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta2.FlowSchemaSpec|status e flowcontrol/v1beta2.FlowSchemaStatus
type flowcontrol/v1beta2.FlowSchemaCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta2.FlowSchemaSpec|distinguisherMethod pe flowcontrol/v1beta2.FlowDistinguisherMethod|matchingPrecedence - int32|priorityLevelConfiguration - flowcontrol/v1beta2.PriorityLevelConfigurationReference|rules e [flowcontrol/v1beta2.PolicyRulesWithSubjects]
type flowcontrol/v1beta2.FlowSchemaStatus|conditions e [flowcontrol/v1beta2.FlowSchemaCondition]
type flowcontrol/v1beta2.GroupSubject|name - string
type flowcontrol/v1beta2.LimitResponse|queuing pe flowcontrol/v1beta2.QueuingConfiguration|type - string
type flowcontrol/v1beta2.LimitedPriorityLevelConfiguration|assuredConcurrencyShares - int32|borrowingLimitPercent pe int32 26-|lendablePercent pe int32 26-|limitResponse e flowcontrol/v1beta2.LimitResponse
type flowcontrol/v1beta2.NonResourcePolicyRule|nonResourceURLs - [string]|verbs - [string]
type flowcontrol/v1beta2.PolicyRulesWithSubjects|nonResourceRules e [flowcontrol/v1beta2.NonResourcePolicyRule]|resourceRules e [flowcontrol/v1beta2.ResourcePolicyRule]|subjects - [flowcontrol/v1beta2.Subject]
type flowcontrol/v1beta2.PriorityLevelConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta2.PriorityLevelConfigurationSpec|status e flowcontrol/v1beta2.PriorityLevelConfigurationStatus
type flowcontrol/v1beta2.PriorityLevelConfigurationCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta2.PriorityLevelConfigurationReference|name - string
type flowcontrol/v1beta2.PriorityLevelConfigurationSpec|exempt pe flowcontrol/v1beta2.ExemptPriorityLevelConfiguration 28-|limited pe flowcontrol/v1beta2.LimitedPriorityLevelConfiguration|type - string
type flowcontrol/v1beta2.PriorityLevelConfigurationStatus|conditions e [flowcontrol/v1beta2.PriorityLevelConfigurationCondition]
type flowcontrol/v1beta2.QueuingConfiguration|handSize - int32|queueLengthLimit - int32|queues - int32
type flowcontrol/v1beta2.ResourcePolicyRule|apiGroups - [string]|clusterScope e bool|namespaces - [string]|resources - [string]|verbs - [string]
type flowcontrol/v1beta2.ServiceAccountSubject|name - string|namespace - string
type flowcontrol/v1beta2.Subject|group pe flowcontrol/v1beta2.GroupSubject|kind - string|serviceAccount pe flowcontrol/v1beta2.ServiceAccountSubject|user pe flowcontrol/v1beta2.UserSubject
type flowcontrol/v1beta2.UserSubject|name - string
type flowcontrol/v1beta3.ExemptPriorityLevelConfiguration|lendablePercent pe int32|nominalConcurrencyShares pe int32
type flowcontrol/v1beta3.FlowDistinguisherMethod|type - string
type flowcontrol/v1beta3.FlowSchema|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta3.FlowSchemaSpec|status e flowcontrol/v1beta3.FlowSchemaStatus
type flowcontrol/v1beta3.FlowSchemaCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta3.FlowSchemaSpec|distinguisherMethod pe flowcontrol/v1beta3.FlowDistinguisherMethod|matchingPrecedence - int32|priorityLevelConfiguration - flowcontrol/v1beta3.PriorityLevelConfigurationReference|rules e [flowcontrol/v1beta3.PolicyRulesWithSubjects]
type flowcontrol/v1beta3.FlowSchemaStatus|conditions e [flowcontrol/v1beta3.FlowSchemaCondition]
type flowcontrol/v1beta3.GroupSubject|name - string
type flowcontrol/v1beta3.LimitResponse|queuing pe flowcontrol/v1beta3.QueuingConfiguration|type - string
type flowcontrol/v1beta3.LimitedPriorityLevelConfiguration|borrowingLimitPercent pe int32|lendablePercent pe int32|limitResponse e flowcontrol/v1beta3.LimitResponse|nominalConcurrencyShares - int32
type flowcontrol/v1beta3.NonResourcePolicyRule|nonResourceURLs - [string]|verbs - [string]
type flowcontrol/v1beta3.PolicyRulesWithSubjects|nonResourceRules e [flowcontrol/v1beta3.NonResourcePolicyRule]|resourceRules e [flowcontrol/v1beta3.ResourcePolicyRule]|subjects - [flowcontrol/v1beta3.Subject]
type flowcontrol/v1beta3.PriorityLevelConfiguration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e flowcontrol/v1beta3.PriorityLevelConfigurationSpec|status e flowcontrol/v1beta3.PriorityLevelConfigurationStatus
type flowcontrol/v1beta3.PriorityLevelConfigurationCondition|lastTransitionTime e time|message e string|reason e string|status e string|type e string
type flowcontrol/v1beta3.PriorityLevelConfigurationReference|name - string
type flowcontrol/v1beta3.PriorityLevelConfigurationSpec|exempt pe flowcontrol/v1beta3.ExemptPriorityLevelConfiguration 28-|limited pe flowcontrol/v1beta3.LimitedPriorityLevelConfiguration|type - string
type flowcontrol/v1beta3.PriorityLevelConfigurationStatus|conditions e [flowcontrol/v1beta3.PriorityLevelConfigurationCondition]
type flowcontrol/v1beta3.QueuingConfiguration|handSize - int32|queueLengthLimit - int32|queues - int32
type flowcontrol/v1beta3.ResourcePolicyRule|apiGroups - [string]|clusterScope e bool|namespaces - [string]|resources - [string]|verbs - [string]
type flowcontrol/v1beta3.ServiceAccountSubject|name - string|namespace - string
type flowcontrol/v1beta3.Subject|group pe flowcontrol/v1beta3.GroupSubject|kind - string|serviceAccount pe flowcontrol/v1beta3.ServiceAccountSubject|user pe flowcontrol/v1beta3.UserSubject
type flowcontrol/v1beta3.UserSubject|name - string
type networking/v1.HTTPIngressPath|backend - networking/v1.IngressBackend|path e string|pathType pe string -21|pathType p string 23-
type networking/v1.HTTPIngressRuleValue|paths a [networking/v1.HTTPIngressPath]
type networking/v1.IPAddress|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1.IPAddressSpec
type networking/v1.IPAddressSpec|parentRef pe networking/v1.ParentReference
type networking/v1.IPBlock|cidr - string|except ea [string]
type networking/v1.Ingress|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1.IngressSpec|status e networking/v1.IngressStatus
type networking/v1.IngressBackend|resource pe core/v1.TypedLocalObjectReference|service pe networking/v1.IngressServiceBackend
type networking/v1.IngressClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1.IngressClassSpec
type networking/v1.IngressClassParametersReference|apiGroup pe string|kind - string|name - string|namespace pe string|scope p string
type networking/v1.IngressClassSpec|controller e string|parameters pe core/v1.TypedLocalObjectReference -20|parameters pe networking/v1.IngressClassParametersReference 21-
type networking/v1.IngressLoadBalancerIngress|hostname e string|ip e string|ports ea [networking/v1.IngressPortStatus]
type networking/v1.IngressLoadBalancerStatus|ingress ea [networking/v1.IngressLoadBalancerIngress]
type networking/v1.IngressPortStatus|error pe string|port - int32|protocol - string
type networking/v1.IngressRule|host e string|http pe networking/v1.HTTPIngressRuleValue
type networking/v1.IngressServiceBackend|name - string|port e networking/v1.ServiceBackendPort
type networking/v1.IngressSpec|defaultBackend pe networking/v1.IngressBackend|ingressClassName pe string|rules ea [networking/v1.IngressRule]|tls ea [networking/v1.IngressTLS]
type networking/v1.IngressStatus|loadBalancer e core/v1.LoadBalancerStatus -25|loadBalancer e networking/v1.IngressLoadBalancerStatus 26-
type networking/v1.IngressTLS|hosts ea [string]|secretName e string
type networking/v1.NetworkPolicy|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1.NetworkPolicySpec|status e networking/v1.NetworkPolicyStatus 25-27
type networking/v1.NetworkPolicyEgressRule|ports ea [networking/v1.NetworkPolicyPort]|to ea [networking/v1.NetworkPolicyPeer]
type networking/v1.NetworkPolicyIngressRule|from ea [networking/v1.NetworkPolicyPeer]|ports ea [networking/v1.NetworkPolicyPort]
type networking/v1.NetworkPolicyPeer|ipBlock pe networking/v1.IPBlock|namespaceSelector pe apis/meta/v1.LabelSelector|podSelector pe apis/meta/v1.LabelSelector
type networking/v1.NetworkPolicyPort|endPort pe int32 21-|port pe intOrString|protocol pe string
type networking/v1.NetworkPolicySpec|egress ea [networking/v1.NetworkPolicyEgressRule]|ingress ea [networking/v1.NetworkPolicyIngressRule]|podSelector - apis/meta/v1.LabelSelector|policyTypes ea [string]
type networking/v1.NetworkPolicyStatus|conditions e [apis/meta/v1.Condition] -27
type networking/v1.ParentReference|group e string|name e string|namespace e string|resource e string
type networking/v1.ServiceBackendPort|name e string|number e int32
type networking/v1.ServiceCIDR|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1.ServiceCIDRSpec|status e networking/v1.ServiceCIDRStatus
type networking/v1.ServiceCIDRSpec|cidrs ea [string]
type networking/v1.ServiceCIDRStatus|conditions el [apis/meta/v1.Condition] type
type networking/v1alpha1.ClusterCIDR|apiVersion e string -28|kind e string -28|metadata e apis/meta/v1.ObjectMeta -28|spec e networking/v1alpha1.ClusterCIDRSpec -28
type networking/v1alpha1.ClusterCIDRSpec|ipv4 - string -28|ipv6 - string -28|nodeSelector pe core/v1.NodeSelector -28|perNodeHostBits - int32 -28
type networking/v1alpha1.IPAddress|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec e networking/v1alpha1.IPAddressSpec -33
type networking/v1alpha1.IPAddressSpec|parentRef pe networking/v1alpha1.ParentReference -33
type networking/v1alpha1.ParentReference|group e string -33|name e string -33|namespace e string -33|resource e string -33|uid e string -28
type networking/v1alpha1.ServiceCIDR|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec e networking/v1alpha1.ServiceCIDRSpec -33|status e networking/v1alpha1.ServiceCIDRStatus -33
type networking/v1alpha1.ServiceCIDRSpec|cidrs e [string] -33
type networking/v1alpha1.ServiceCIDRStatus|conditions e [apis/meta/v1.Condition] -33
type networking/v1beta1.HTTPIngressPath|backend - networking/v1beta1.IngressBackend|path e string|pathType pe string
type networking/v1beta1.HTTPIngressRuleValue|paths - [networking/v1beta1.HTTPIngressPath]
type networking/v1beta1.IPAddress|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1beta1.IPAddressSpec
type networking/v1beta1.IPAddressSpec|parentRef pe networking/v1beta1.ParentReference
type networking/v1beta1.Ingress|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1beta1.IngressSpec|status e networking/v1beta1.IngressStatus
type networking/v1beta1.IngressBackend|resource pe core/v1.TypedLocalObjectReference|serviceName e string|servicePort e intOrString
type networking/v1beta1.IngressClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1beta1.IngressClassSpec
type networking/v1beta1.IngressClassParametersReference|apiGroup pe string|kind - string|name - string|namespace pe string|scope p string
type networking/v1beta1.IngressClassSpec|controller e string|parameters pe core/v1.TypedLocalObjectReference -20|parameters pe networking/v1beta1.IngressClassParametersReference 21-
type networking/v1beta1.IngressLoadBalancerIngress|hostname e string|ip e string|ports e [networking/v1beta1.IngressPortStatus]
type networking/v1beta1.IngressLoadBalancerStatus|ingress e [networking/v1beta1.IngressLoadBalancerIngress]
type networking/v1beta1.IngressPortStatus|error pe string|port - int32|protocol - string
type networking/v1beta1.IngressRule|host e string|http pe networking/v1beta1.HTTPIngressRuleValue
type networking/v1beta1.IngressSpec|backend pe networking/v1beta1.IngressBackend|ingressClassName pe string|rules e [networking/v1beta1.IngressRule]|tls e [networking/v1beta1.IngressTLS]
type networking/v1beta1.IngressStatus|loadBalancer e core/v1.LoadBalancerStatus -25|loadBalancer e networking/v1beta1.IngressLoadBalancerStatus 26-
type networking/v1beta1.IngressTLS|hosts e [string]|secretName e string
type networking/v1beta1.ParentReference|group e string|name e string|namespace e string|resource e string
type networking/v1beta1.ServiceCIDR|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e networking/v1beta1.ServiceCIDRSpec|status e networking/v1beta1.ServiceCIDRStatus
type networking/v1beta1.ServiceCIDRSpec|cidrs e [string]
type networking/v1beta1.ServiceCIDRStatus|conditions e [apis/meta/v1.Condition]
type node/v1.Overhead|podFixed e {quantity}
type node/v1.RuntimeClass|apiVersion e string|handler - string|kind e string|metadata e apis/meta/v1.ObjectMeta|overhead pe node/v1.Overhead|scheduling pe node/v1.Scheduling
type node/v1.Scheduling|nodeSelector ea {string}|tolerations ea [core/v1.Toleration]
type node/v1alpha1.Overhead|podFixed e {quantity}
type node/v1alpha1.RuntimeClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - node/v1alpha1.RuntimeClassSpec
type node/v1alpha1.RuntimeClassSpec|overhead pe node/v1alpha1.Overhead|runtimeHandler - string|scheduling pe node/v1alpha1.Scheduling
type node/v1alpha1.Scheduling|nodeSelector e {string}|tolerations e [core/v1.Toleration]
type node/v1beta1.Overhead|podFixed e {quantity}
type node/v1beta1.RuntimeClass|apiVersion e string|handler - string|kind e string|metadata e apis/meta/v1.ObjectMeta|overhead pe node/v1beta1.Overhead|scheduling pe node/v1beta1.Scheduling
type node/v1beta1.Scheduling|nodeSelector e {string}|tolerations e [core/v1.Toleration]
type policy/v1.Eviction|apiVersion e string|deleteOptions pe apis/meta/v1.DeleteOptions|kind e string|metadata e apis/meta/v1.ObjectMeta
type policy/v1.PodDisruptionBudget|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e policy/v1.PodDisruptionBudgetSpec|status e policy/v1.PodDisruptionBudgetStatus
type policy/v1.PodDisruptionBudgetSpec|maxUnavailable pe intOrString|minAvailable pe intOrString|selector pe apis/meta/v1.LabelSelector|unhealthyPodEvictionPolicy pe string 26-
type policy/v1.PodDisruptionBudgetStatus|conditions el [apis/meta/v1.Condition] type|currentHealthy - int32|desiredHealthy - int32|disruptedPods e {time}|disruptionsAllowed - int32|expectedPods - int32|observedGeneration e int64
type policy/v1beta1.AllowedCSIDriver|name - string -28
type policy/v1beta1.AllowedFlexVolume|driver - string -28
type policy/v1beta1.AllowedHostPath|pathPrefix e string -28|readOnly e bool -28
type policy/v1beta1.Eviction|apiVersion e string|deleteOptions pe apis/meta/v1.DeleteOptions|kind e string|metadata e apis/meta/v1.ObjectMeta
type policy/v1beta1.FSGroupStrategyOptions|ranges e [policy/v1beta1.IDRange] -28|rule e string -28
type policy/v1beta1.HostPortRange|max - int32 -28|min - int32 -28
type policy/v1beta1.IDRange|max - int64 -28|min - int64 -28
type policy/v1beta1.PodDisruptionBudget|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e policy/v1beta1.PodDisruptionBudgetSpec|status e policy/v1beta1.PodDisruptionBudgetStatus
type policy/v1beta1.PodDisruptionBudgetSpec|maxUnavailable pe intOrString|minAvailable pe intOrString|selector pe apis/meta/v1.LabelSelector|unhealthyPodEvictionPolicy pe string 26-
type policy/v1beta1.PodDisruptionBudgetStatus|conditions e [apis/meta/v1.Condition] 21-|currentHealthy - int32|desiredHealthy - int32|disruptedPods e {time}|disruptionsAllowed - int32|expectedPods - int32|observedGeneration e int64
type policy/v1beta1.PodSecurityPolicy|apiVersion e string -28|kind e string -28|metadata e apis/meta/v1.ObjectMeta -28|spec e policy/v1beta1.PodSecurityPolicySpec -28
type policy/v1beta1.PodSecurityPolicySpec|allowPrivilegeEscalation pe bool -28|allowedCSIDrivers e [policy/v1beta1.AllowedCSIDriver] -28|allowedCapabilities e [string] -28|allowedFlexVolumes e [policy/v1beta1.AllowedFlexVolume] -28|allowedHostPaths e [policy/v1beta1.AllowedHostPath] -28|allowedProcMountTypes e [string] -28|allowedUnsafeSysctls e [string] -28|defaultAddCapabilities e [string] -28|defaultAllowPrivilegeEscalation pe bool -28|forbiddenSysctls e [string] -28|fsGroup - policy/v1beta1.FSGroupStrategyOptions -28|hostIPC e bool -28|hostNetwork e bool -28|hostPID e bool -28|hostPorts e [policy/v1beta1.HostPortRange] -28|privileged e bool -28|readOnlyRootFilesystem e bool -28|requiredDropCapabilities e [string] -28|runAsGroup pe policy/v1beta1.RunAsGroupStrategyOptions -28|runAsUser - policy/v1beta1.RunAsUserStrategyOptions -28|runtimeClass pe policy/v1beta1.RuntimeClassStrategyOptions -28|seLinux - policy/v1beta1.SELinuxStrategyOptions -28|supplementalGroups - policy/v1beta1.SupplementalGroupsStrategyOptions -28|volumes e [string] -28
type policy/v1beta1.RunAsGroupStrategyOptions|ranges e [policy/v1beta1.IDRange] -28|rule - string -28
type policy/v1beta1.RunAsUserStrategyOptions|ranges e [policy/v1beta1.IDRange] -28|rule - string -28
type policy/v1beta1.RuntimeClassStrategyOptions|allowedRuntimeClassNames - [string] -28|defaultRuntimeClassName pe string -28
type policy/v1beta1.SELinuxStrategyOptions|rule - string -28|seLinuxOptions pe core/v1.SELinuxOptions -28
type policy/v1beta1.SupplementalGroupsStrategyOptions|ranges e [policy/v1beta1.IDRange] -28|rule e string -28
type rbac/v1.AggregationRule|clusterRoleSelectors ea [apis/meta/v1.LabelSelector]
type rbac/v1.ClusterRole|aggregationRule pe rbac/v1.AggregationRule|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules a [rbac/v1.PolicyRule]
type rbac/v1.ClusterRoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1.RoleRef|subjects ea [rbac/v1.Subject]
type rbac/v1.PolicyRule|apiGroups ea [string]|nonResourceURLs ea [string]|resourceNames ea [string]|resources ea [string]|verbs a [string]
type rbac/v1.Role|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules a [rbac/v1.PolicyRule]
type rbac/v1.RoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1.RoleRef|subjects ea [rbac/v1.Subject]
type rbac/v1.RoleRef|apiGroup - string|kind - string|name - string
type rbac/v1.Subject|apiGroup e string|kind - string|name - string|namespace e string
type rbac/v1alpha1.AggregationRule|clusterRoleSelectors e [apis/meta/v1.LabelSelector]
type rbac/v1alpha1.ClusterRole|aggregationRule pe rbac/v1alpha1.AggregationRule|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules - [rbac/v1alpha1.PolicyRule]
type rbac/v1alpha1.ClusterRoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1alpha1.RoleRef|subjects e [rbac/v1alpha1.Subject]
type rbac/v1alpha1.PolicyRule|apiGroups e [string]|nonResourceURLs e [string]|resourceNames e [string]|resources e [string]|verbs - [string]
type rbac/v1alpha1.Role|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules - [rbac/v1alpha1.PolicyRule]
type rbac/v1alpha1.RoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1alpha1.RoleRef|subjects e [rbac/v1alpha1.Subject]
type rbac/v1alpha1.RoleRef|apiGroup - string|kind - string|name - string
type rbac/v1alpha1.Subject|apiVersion e string|kind - string|name - string|namespace e string
type rbac/v1beta1.AggregationRule|clusterRoleSelectors e [apis/meta/v1.LabelSelector]
type rbac/v1beta1.ClusterRole|aggregationRule pe rbac/v1beta1.AggregationRule|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules - [rbac/v1beta1.PolicyRule]
type rbac/v1beta1.ClusterRoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1beta1.RoleRef|subjects e [rbac/v1beta1.Subject]
type rbac/v1beta1.PolicyRule|apiGroups e [string]|nonResourceURLs e [string]|resourceNames e [string]|resources e [string]|verbs - [string]
type rbac/v1beta1.Role|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|rules - [rbac/v1beta1.PolicyRule]
type rbac/v1beta1.RoleBinding|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|roleRef - rbac/v1beta1.RoleRef|subjects e [rbac/v1beta1.Subject]
type rbac/v1beta1.RoleRef|apiGroup - string|kind - string|name - string
type rbac/v1beta1.Subject|apiGroup e string|kind - string|name - string|namespace e string
type resource/v1.AllocatedDeviceStatus|conditions l [apis/meta/v1.Condition] type|data pe raw|device - string|driver - string|networkData pe resource/v1.NetworkDeviceData|pool - string|shareID pe string
type resource/v1.AllocationResult|allocationTimestamp pe time|devices e resource/v1.DeviceAllocationResult|nodeSelector pe core/v1.NodeSelector
type resource/v1.CELDeviceSelector|expression - string
type resource/v1.CapacityRequestPolicy|default p quantity|validRange pe resource/v1.CapacityRequestPolicyRange|validValues ea [quantity]
type resource/v1.CapacityRequestPolicyRange|max pe quantity|min pe quantity|step pe quantity
type resource/v1.CapacityRequirements|requests e {quantity}
type resource/v1.Counter|value - quantity
type resource/v1.CounterSet|counters e {resource/v1.Counter}|name - string
type resource/v1.Device|allNodes pe bool|allowMultipleAllocations pe bool|attributes e {resource/v1.DeviceAttribute}|bindingConditions ea [string]|bindingFailureConditions ea [string]|bindsToNode pe bool|capacity e {resource/v1.DeviceCapacity}|consumesCounters ea [resource/v1.DeviceCounterConsumption]|name - string|nodeAllocatableResourceMappings e {resource/v1.NodeAllocatableResourceMapping} 36-|nodeName pe string|nodeSelector pe core/v1.NodeSelector|taints ea [resource/v1.DeviceTaint]
type resource/v1.DeviceAllocationConfiguration|opaque pe resource/v1.OpaqueDeviceConfiguration|requests ea [string]|source - string
type resource/v1.DeviceAllocationResult|config ea [resource/v1.DeviceAllocationConfiguration]|results ea [resource/v1.DeviceRequestAllocationResult]
type resource/v1.DeviceAttribute|bool pe bool|bools ea [bool] 36-|int pe int64|ints ea [int64] 36-|string pe string|strings ea [string] 36-|version pe string|versions ea [string] 36-
type resource/v1.DeviceCapacity|requestPolicy pe resource/v1.CapacityRequestPolicy|value - quantity
type resource/v1.DeviceClaim|config ea [resource/v1.DeviceClaimConfiguration]|constraints ea [resource/v1.DeviceConstraint]|requests a [resource/v1.DeviceRequest]
type resource/v1.DeviceClaimConfiguration|opaque pe resource/v1.OpaqueDeviceConfiguration|requests ea [string]
type resource/v1.DeviceClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1.DeviceClassSpec
type resource/v1.DeviceClassConfiguration|opaque pe resource/v1.OpaqueDeviceConfiguration
type resource/v1.DeviceClassSpec|config ea [resource/v1.DeviceClassConfiguration]|extendedResourceName pe string|selectors ea [resource/v1.DeviceSelector]
type resource/v1.DeviceConstraint|distinctAttribute pe string|matchAttribute pe string|requests ea [string]
type resource/v1.DeviceCounterConsumption|counterSet - string|counters e {resource/v1.Counter}
type resource/v1.DeviceRequest|exactly pe resource/v1.ExactDeviceRequest|firstAvailable ea [resource/v1.DeviceSubRequest]|name - string
type resource/v1.DeviceRequestAllocationResult|adminAccess pe bool|bindingConditions ea [string]|bindingFailureConditions ea [string]|consumedCapacity e {quantity}|device - string|driver - string|pool - string|request - string|shareID pe string|tolerations ea [resource/v1.DeviceToleration]
type resource/v1.DeviceSelector|cel pe resource/v1.CELDeviceSelector
type resource/v1.DeviceSubRequest|allocationMode e string|capacity pe resource/v1.CapacityRequirements|count e int64|deviceClassName - string|name - string|selectors ea [resource/v1.DeviceSelector]|tolerations ea [resource/v1.DeviceToleration]
type resource/v1.DeviceTaint|effect - string|key - string|timeAdded pe time|value e string
type resource/v1.DeviceToleration|effect e string|key e string|operator e string|tolerationSeconds pe int64|value e string
type resource/v1.ExactDeviceRequest|adminAccess pe bool|allocationMode e string|capacity pe resource/v1.CapacityRequirements|count e int64|deviceClassName - string|selectors ea [resource/v1.DeviceSelector]|tolerations ea [resource/v1.DeviceToleration]
type resource/v1.NetworkDeviceData|hardwareAddress e string|interfaceName e string|ips ea [string]
type resource/v1.NodeAllocatableResourceMapping|allocationMultiplier pe quantity|capacityKey pe string
type resource/v1.OpaqueDeviceConfiguration|driver - string|parameters - raw
type resource/v1.ResourceClaim|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1.ResourceClaimSpec|status e resource/v1.ResourceClaimStatus
type resource/v1.ResourceClaimConsumerReference|apiGroup e string|name - string|resource - string|uid - string
type resource/v1.ResourceClaimSpec|devices - resource/v1.DeviceClaim
type resource/v1.ResourceClaimStatus|allocation pe resource/v1.AllocationResult|devices el [resource/v1.AllocatedDeviceStatus] driver,device,pool,shareID|reservedFor el [resource/v1.ResourceClaimConsumerReference] uid
type resource/v1.ResourceClaimTemplate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1.ResourceClaimTemplateSpec
type resource/v1.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1.ResourceClaimSpec
type resource/v1.ResourcePool|generation - int64|name - string|resourceSliceCount - int64
type resource/v1.ResourceSlice|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1.ResourceSliceSpec
type resource/v1.ResourceSliceSpec|allNodes pe bool|devices a [resource/v1.Device] -34|devices ea [resource/v1.Device] 35-|driver - string|nodeName pe string|nodeSelector pe core/v1.NodeSelector|perDeviceNodeSelection pe bool|pool - resource/v1.ResourcePool|sharedCounters ea [resource/v1.CounterSet]
type resource/v1alpha1.AllocationResult|availableOnNodes pe core/v1.NodeSelector -26|resourceHandle e string -26|shareable e bool -26
type resource/v1alpha1.PodScheduling|apiVersion e string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|spec - resource/v1alpha1.PodSchedulingSpec -26|status e resource/v1alpha1.PodSchedulingStatus -26
type resource/v1alpha1.PodSchedulingSpec|potentialNodes e [string] -26|selectedNode e string -26
type resource/v1alpha1.PodSchedulingStatus|resourceClaims e [resource/v1alpha1.ResourceClaimSchedulingStatus] -26
type resource/v1alpha1.ResourceClaim|apiVersion e string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|spec - resource/v1alpha1.ResourceClaimSpec -26|status e resource/v1alpha1.ResourceClaimStatus -26
type resource/v1alpha1.ResourceClaimConsumerReference|apiGroup e string -26|name - string -26|resource - string -26|uid - string -26
type resource/v1alpha1.ResourceClaimParametersReference|apiGroup e string -26|kind - string -26|name - string -26
type resource/v1alpha1.ResourceClaimSchedulingStatus|name e string -26|unsuitableNodes e [string] -26
type resource/v1alpha1.ResourceClaimSpec|allocationMode e string -26|parametersRef pe resource/v1alpha1.ResourceClaimParametersReference -26|resourceClassName - string -26
type resource/v1alpha1.ResourceClaimStatus|allocation pe resource/v1alpha1.AllocationResult -26|deallocationRequested e bool -26|driverName e string -26|reservedFor e [resource/v1alpha1.ResourceClaimConsumerReference] -26
type resource/v1alpha1.ResourceClaimTemplate|apiVersion e string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|spec - resource/v1alpha1.ResourceClaimTemplateSpec -26
type resource/v1alpha1.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta -26|spec - resource/v1alpha1.ResourceClaimSpec -26
type resource/v1alpha1.ResourceClass|apiVersion e string -26|driverName - string -26|kind e string -26|metadata e apis/meta/v1.ObjectMeta -26|parametersRef pe resource/v1alpha1.ResourceClassParametersReference -26|suitableNodes pe core/v1.NodeSelector -26
type resource/v1alpha1.ResourceClassParametersReference|apiGroup e string -26|kind - string -26|name - string -26|namespace e string -26
type resource/v1alpha2.AllocationResult|availableOnNodes pe core/v1.NodeSelector -30|resourceHandles e [resource/v1alpha2.ResourceHandle] -30|shareable e bool -30
type resource/v1alpha2.DriverAllocationResult|namedResources pe resource/v1alpha2.NamedResourcesAllocationResult -30|vendorRequestParameters e raw -30
type resource/v1alpha2.DriverRequests|driverName e string -30|requests e [resource/v1alpha2.ResourceRequest] -30|vendorParameters e raw -30
type resource/v1alpha2.NamedResourcesAllocationResult|name - string -30
type resource/v1alpha2.NamedResourcesAttribute|bool pe bool -30|int pe int64 -30|intSlice pe resource/v1alpha2.NamedResourcesIntSlice -30|name - string -30|quantity pe quantity -30|string pe string -30|stringSlice pe resource/v1alpha2.NamedResourcesStringSlice -30|version pe string -30
type resource/v1alpha2.NamedResourcesFilter|selector - string -30
type resource/v1alpha2.NamedResourcesInstance|attributes e [resource/v1alpha2.NamedResourcesAttribute] -30|name - string -30
type resource/v1alpha2.NamedResourcesIntSlice|ints - [int64] -30
type resource/v1alpha2.NamedResourcesRequest|selector - string -30
type resource/v1alpha2.NamedResourcesResources|instances - [resource/v1alpha2.NamedResourcesInstance] -30
type resource/v1alpha2.NamedResourcesStringSlice|strings - [string] -30
type resource/v1alpha2.PodSchedulingContext|apiVersion e string -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|spec - resource/v1alpha2.PodSchedulingContextSpec -30|status e resource/v1alpha2.PodSchedulingContextStatus -30
type resource/v1alpha2.PodSchedulingContextSpec|potentialNodes e [string] -30|selectedNode e string -30
type resource/v1alpha2.PodSchedulingContextStatus|resourceClaims e [resource/v1alpha2.ResourceClaimSchedulingStatus] -30
type resource/v1alpha2.ResourceClaim|apiVersion e string -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|spec - resource/v1alpha2.ResourceClaimSpec -30|status e resource/v1alpha2.ResourceClaimStatus -30
type resource/v1alpha2.ResourceClaimConsumerReference|apiGroup e string -30|name - string -30|resource - string -30|uid - string -30
type resource/v1alpha2.ResourceClaimParameters|apiVersion e string -30|driverRequests e [resource/v1alpha2.DriverRequests] -30|generatedFrom pe resource/v1alpha2.ResourceClaimParametersReference -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|shareable e bool -30
type resource/v1alpha2.ResourceClaimParametersReference|apiGroup e string -30|kind - string -30|name - string -30
type resource/v1alpha2.ResourceClaimSchedulingStatus|name e string -30|unsuitableNodes e [string] -30
type resource/v1alpha2.ResourceClaimSpec|allocationMode e string -30|parametersRef pe resource/v1alpha2.ResourceClaimParametersReference -30|resourceClassName - string -30
type resource/v1alpha2.ResourceClaimStatus|allocation pe resource/v1alpha2.AllocationResult -30|deallocationRequested e bool -30|driverName e string -30|reservedFor e [resource/v1alpha2.ResourceClaimConsumerReference] -29|reservedFor e [resource/v1alpha2.ResourceClaimConsumerReference] 30-30
type resource/v1alpha2.ResourceClaimTemplate|apiVersion e string -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|spec - resource/v1alpha2.ResourceClaimTemplateSpec -30
type resource/v1alpha2.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta -30|spec - resource/v1alpha2.ResourceClaimSpec -30
type resource/v1alpha2.ResourceClass|apiVersion e string -30|driverName - string -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|parametersRef pe resource/v1alpha2.ResourceClassParametersReference -30|structuredParameters pe bool 30-30|suitableNodes pe core/v1.NodeSelector -30
type resource/v1alpha2.ResourceClassParameters|apiVersion e string -30|filters e [resource/v1alpha2.ResourceFilter] -30|generatedFrom pe resource/v1alpha2.ResourceClassParametersReference -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|vendorParameters e [resource/v1alpha2.VendorParameters] -30
type resource/v1alpha2.ResourceClassParametersReference|apiGroup e string -30|kind - string -30|name - string -30|namespace e string -30
type resource/v1alpha2.ResourceFilter|driverName e string -30|namedResources pe resource/v1alpha2.NamedResourcesFilter -30
type resource/v1alpha2.ResourceHandle|data e string -30|driverName e string -30|structuredData pe resource/v1alpha2.StructuredResourceHandle 30-30
type resource/v1alpha2.ResourceRequest|namedResources pe resource/v1alpha2.NamedResourcesRequest -30|vendorParameters e raw -30
type resource/v1alpha2.ResourceSlice|apiVersion e string -30|driverName - string -30|kind e string -30|metadata e apis/meta/v1.ObjectMeta -30|namedResources pe resource/v1alpha2.NamedResourcesResources -30|nodeName e string -30
type resource/v1alpha2.StructuredResourceHandle|nodeName e string -30|results - [resource/v1alpha2.DriverAllocationResult] -30|vendorClaimParameters e raw -30|vendorClassParameters e raw -30
type resource/v1alpha2.VendorParameters|driverName e string -30|parameters e raw -30
type resource/v1alpha3.AllocatedDeviceStatus|conditions - [apis/meta/v1.Condition] -33|data e raw -32|data pe raw 33-33|device - string -33|driver - string -33|networkData pe resource/v1alpha3.NetworkDeviceData -33|pool - string -33
type resource/v1alpha3.AllocationResult|controller e string -31|devices e resource/v1alpha3.DeviceAllocationResult -33|nodeSelector pe core/v1.NodeSelector -33
type resource/v1alpha3.BasicDevice|allNodes pe bool 33-33|attributes e {resource/v1alpha3.DeviceAttribute} -33|capacity e {quantity} -33|consumesCounters e [resource/v1alpha3.DeviceCounterConsumption] 33-33|nodeName pe string 33-33|nodeSelector pe core/v1.NodeSelector 33-33|taints e [resource/v1alpha3.DeviceTaint] 33-33
type resource/v1alpha3.CELDeviceSelector|expression - string -34
type resource/v1alpha3.Counter|value - quantity -33
type resource/v1alpha3.CounterSet|counters e {resource/v1alpha3.Counter} -33|name - string -33
type resource/v1alpha3.Device|basic pe resource/v1alpha3.BasicDevice -33|name - string -33
type resource/v1alpha3.DeviceAllocationConfiguration|opaque pe resource/v1alpha3.OpaqueDeviceConfiguration -33|requests e [string] -33|source - string -33
type resource/v1alpha3.DeviceAllocationResult|config e [resource/v1alpha3.DeviceAllocationConfiguration] -33|results e [resource/v1alpha3.DeviceRequestAllocationResult] -33
type resource/v1alpha3.DeviceAttribute|bool pe bool -33|int pe int64 -33|string pe string -33|version pe string -33
type resource/v1alpha3.DeviceClaim|config e [resource/v1alpha3.DeviceClaimConfiguration] -33|constraints e [resource/v1alpha3.DeviceConstraint] -33|requests - [resource/v1alpha3.DeviceRequest] -33
type resource/v1alpha3.DeviceClaimConfiguration|opaque pe resource/v1alpha3.OpaqueDeviceConfiguration -33|requests e [string] -33
type resource/v1alpha3.DeviceClass|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec - resource/v1alpha3.DeviceClassSpec -33
type resource/v1alpha3.DeviceClassConfiguration|opaque pe resource/v1alpha3.OpaqueDeviceConfiguration -33
type resource/v1alpha3.DeviceClassSpec|config e [resource/v1alpha3.DeviceClassConfiguration] -33|selectors e [resource/v1alpha3.DeviceSelector] -33|suitableNodes pe core/v1.NodeSelector -31
type resource/v1alpha3.DeviceConstraint|matchAttribute pe string -33|requests e [string] -33
type resource/v1alpha3.DeviceCounterConsumption|counterSet - string -33|counters e {resource/v1alpha3.Counter} -33
type resource/v1alpha3.DeviceRequest|adminAccess e bool -31|adminAccess pe bool 32-33|allocationMode e string -33|count e int64 -33|deviceClassName - string -33|firstAvailable e [resource/v1alpha3.DeviceSubRequest] 33-33|name - string -33|selectors e [resource/v1alpha3.DeviceSelector] -33|tolerations e [resource/v1alpha3.DeviceToleration] 33-33
type resource/v1alpha3.DeviceRequestAllocationResult|adminAccess p bool 32-33|device - string -33|driver - string -33|pool - string -33|request - string -33|tolerations e [resource/v1alpha3.DeviceToleration] 33-33
type resource/v1alpha3.DeviceSelector|cel pe resource/v1alpha3.CELDeviceSelector -34
type resource/v1alpha3.DeviceSubRequest|allocationMode e string -33|count e int64 -33|deviceClassName - string -33|name - string -33|selectors e [resource/v1alpha3.DeviceSelector] -33|tolerations e [resource/v1alpha3.DeviceToleration] -33
type resource/v1alpha3.DeviceTaint|effect - string|key - string|timeAdded pe time|value e string
type resource/v1alpha3.DeviceTaintRule|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1alpha3.DeviceTaintRuleSpec|status e resource/v1alpha3.DeviceTaintRuleStatus 35-
type resource/v1alpha3.DeviceTaintRuleSpec|deviceSelector pe resource/v1alpha3.DeviceTaintSelector|taint e resource/v1alpha3.DeviceTaint
type resource/v1alpha3.DeviceTaintRuleStatus|conditions e [apis/meta/v1.Condition]
type resource/v1alpha3.DeviceTaintSelector|device pe string|deviceClassName pe string -34|driver pe string|pool pe string|selectors e [resource/v1alpha3.DeviceSelector] -34
type resource/v1alpha3.DeviceToleration|effect e string -33|key e string -33|operator e string -33|tolerationSeconds pe int64 -33|value e string -33
type resource/v1alpha3.NetworkDeviceData|hardwareAddress e string -33|interfaceName e string -33|ips e [string] -33
type resource/v1alpha3.OpaqueDeviceConfiguration|driver - string -33|parameters - raw -33
type resource/v1alpha3.PodSchedulingContext|apiVersion e string -31|kind e string -31|metadata e apis/meta/v1.ObjectMeta -31|spec - resource/v1alpha3.PodSchedulingContextSpec -31|status e resource/v1alpha3.PodSchedulingContextStatus -31
type resource/v1alpha3.PodSchedulingContextSpec|potentialNodes e [string] -31|selectedNode e string -31
type resource/v1alpha3.PodSchedulingContextStatus|resourceClaims e [resource/v1alpha3.ResourceClaimSchedulingStatus] -31
type resource/v1alpha3.PoolStatus|allocatedDevices pe int32|availableDevices pe int32|driver e string|generation - int64|nodeName pe string|poolName e string|resourceSliceCount pe int32|totalDevices pe int32|unavailableDevices pe int32|validationError pe string
type resource/v1alpha3.ResourceClaim|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec - resource/v1alpha3.ResourceClaimSpec -33|status e resource/v1alpha3.ResourceClaimStatus -33
type resource/v1alpha3.ResourceClaimConsumerReference|apiGroup e string -33|name - string -33|resource - string -33|uid - string -33
type resource/v1alpha3.ResourceClaimSchedulingStatus|name - string -31|unsuitableNodes e [string] -31
type resource/v1alpha3.ResourceClaimSpec|controller e string -31|devices - resource/v1alpha3.DeviceClaim -33
type resource/v1alpha3.ResourceClaimStatus|allocation pe resource/v1alpha3.AllocationResult -33|deallocationRequested e bool -31|devices e [resource/v1alpha3.AllocatedDeviceStatus] 32-33|reservedFor e [resource/v1alpha3.ResourceClaimConsumerReference] -33
type resource/v1alpha3.ResourceClaimTemplate|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec - resource/v1alpha3.ResourceClaimTemplateSpec -33
type resource/v1alpha3.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta -33|spec - resource/v1alpha3.ResourceClaimSpec -33
type resource/v1alpha3.ResourcePool|generation - int64 -33|name - string -33|resourceSliceCount - int64 -33
type resource/v1alpha3.ResourcePoolStatusRequest|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1alpha3.ResourcePoolStatusRequestSpec|status pe resource/v1alpha3.ResourcePoolStatusRequestStatus
type resource/v1alpha3.ResourcePoolStatusRequestSpec|driver - string|limit pe int32|poolName pe string
type resource/v1alpha3.ResourcePoolStatusRequestStatus|conditions e [apis/meta/v1.Condition]|poolCount pe int32|pools e [resource/v1alpha3.PoolStatus]
type resource/v1alpha3.ResourceSlice|apiVersion e string -33|kind e string -33|metadata e apis/meta/v1.ObjectMeta -33|spec - resource/v1alpha3.ResourceSliceSpec -33
type resource/v1alpha3.ResourceSliceSpec|allNodes e bool -33|devices - [resource/v1alpha3.Device] -33|driver - string -33|nodeName e string -33|nodeSelector pe core/v1.NodeSelector -33|perDeviceNodeSelection pe bool 33-33|pool - resource/v1alpha3.ResourcePool -33|sharedCounters e [resource/v1alpha3.CounterSet] 33-33
type resource/v1beta1.AllocatedDeviceStatus|conditions - [apis/meta/v1.Condition]|data e raw -32|data pe raw 33-|device - string|driver - string|networkData pe resource/v1beta1.NetworkDeviceData|pool - string|shareID pe string 34-
type resource/v1beta1.AllocationResult|allocationTimestamp pe time 34-|devices e resource/v1beta1.DeviceAllocationResult|nodeSelector pe core/v1.NodeSelector
type resource/v1beta1.BasicDevice|allNodes pe bool 33-|allowMultipleAllocations pe bool 34-|attributes e {resource/v1beta1.DeviceAttribute}|bindingConditions e [string] 34-|bindingFailureConditions e [string] 34-|bindsToNode pe bool 34-|capacity e {resource/v1beta1.DeviceCapacity}|consumesCounters e [resource/v1beta1.DeviceCounterConsumption] 33-|nodeAllocatableResourceMappings e {resource/v1beta1.NodeAllocatableResourceMapping} 36-|nodeName pe string 33-|nodeSelector pe core/v1.NodeSelector 33-|taints e [resource/v1beta1.DeviceTaint] 33-
type resource/v1beta1.CELDeviceSelector|expression - string
type resource/v1beta1.CapacityRequestPolicy|default p quantity|validRange pe resource/v1beta1.CapacityRequestPolicyRange|validValues e [quantity]
type resource/v1beta1.CapacityRequestPolicyRange|max pe quantity|min pe quantity|step pe quantity
type resource/v1beta1.CapacityRequirements|requests e {quantity}
type resource/v1beta1.Counter|value - quantity
type resource/v1beta1.CounterSet|counters e {resource/v1beta1.Counter}|name - string
type resource/v1beta1.Device|basic pe resource/v1beta1.BasicDevice|name - string
type resource/v1beta1.DeviceAllocationConfiguration|opaque pe resource/v1beta1.OpaqueDeviceConfiguration|requests e [string]|source - string
type resource/v1beta1.DeviceAllocationResult|config e [resource/v1beta1.DeviceAllocationConfiguration]|results e [resource/v1beta1.DeviceRequestAllocationResult]
type resource/v1beta1.DeviceAttribute|bool pe bool|bools e [bool] 36-|int pe int64|ints e [int64] 36-|string pe string|strings e [string] 36-|version pe string|versions e [string] 36-
type resource/v1beta1.DeviceCapacity|requestPolicy pe resource/v1beta1.CapacityRequestPolicy 34-|value - quantity
type resource/v1beta1.DeviceClaim|config e [resource/v1beta1.DeviceClaimConfiguration]|constraints e [resource/v1beta1.DeviceConstraint]|requests - [resource/v1beta1.DeviceRequest]
type resource/v1beta1.DeviceClaimConfiguration|opaque pe resource/v1beta1.OpaqueDeviceConfiguration|requests e [string]
type resource/v1beta1.DeviceClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta1.DeviceClassSpec
type resource/v1beta1.DeviceClassConfiguration|opaque pe resource/v1beta1.OpaqueDeviceConfiguration
type resource/v1beta1.DeviceClassSpec|config e [resource/v1beta1.DeviceClassConfiguration]|extendedResourceName pe string 34-|selectors e [resource/v1beta1.DeviceSelector]
type resource/v1beta1.DeviceConstraint|distinctAttribute pe string 34-|matchAttribute pe string|requests e [string]
type resource/v1beta1.DeviceCounterConsumption|counterSet - string|counters e {resource/v1beta1.Counter}
type resource/v1beta1.DeviceRequest|adminAccess pe bool|allocationMode e string|capacity pe resource/v1beta1.CapacityRequirements 34-|count e int64|deviceClassName - string|firstAvailable e [resource/v1beta1.DeviceSubRequest] 33-|name - string|selectors e [resource/v1beta1.DeviceSelector]|tolerations e [resource/v1beta1.DeviceToleration] 33-
type resource/v1beta1.DeviceRequestAllocationResult|adminAccess p bool -33|adminAccess pe bool 34-|bindingConditions e [string] 34-|bindingFailureConditions e [string] 34-|consumedCapacity e {quantity} 34-|device - string|driver - string|pool - string|request - string|shareID pe string 34-|tolerations e [resource/v1beta1.DeviceToleration] 33-
type resource/v1beta1.DeviceSelector|cel pe resource/v1beta1.CELDeviceSelector
type resource/v1beta1.DeviceSubRequest|allocationMode e string|capacity pe resource/v1beta1.CapacityRequirements 34-|count e int64|deviceClassName - string|name - string|selectors e [resource/v1beta1.DeviceSelector]|tolerations e [resource/v1beta1.DeviceToleration]
type resource/v1beta1.DeviceTaint|effect - string|key - string|timeAdded pe time|value e string
type resource/v1beta1.DeviceToleration|effect e string|key e string|operator e string|tolerationSeconds pe int64|value e string
type resource/v1beta1.NetworkDeviceData|hardwareAddress e string|interfaceName e string|ips e [string]
type resource/v1beta1.NodeAllocatableResourceMapping|allocationMultiplier pe quantity|capacityKey pe string
type resource/v1beta1.OpaqueDeviceConfiguration|driver - string|parameters - raw
type resource/v1beta1.ResourceClaim|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta1.ResourceClaimSpec|status e resource/v1beta1.ResourceClaimStatus
type resource/v1beta1.ResourceClaimConsumerReference|apiGroup e string|name - string|resource - string|uid - string
type resource/v1beta1.ResourceClaimSpec|devices - resource/v1beta1.DeviceClaim
type resource/v1beta1.ResourceClaimStatus|allocation pe resource/v1beta1.AllocationResult|devices e [resource/v1beta1.AllocatedDeviceStatus]|reservedFor e [resource/v1beta1.ResourceClaimConsumerReference]
type resource/v1beta1.ResourceClaimTemplate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta1.ResourceClaimTemplateSpec
type resource/v1beta1.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta1.ResourceClaimSpec
type resource/v1beta1.ResourcePool|generation - int64|name - string|resourceSliceCount - int64
type resource/v1beta1.ResourceSlice|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta1.ResourceSliceSpec
type resource/v1beta1.ResourceSliceSpec|allNodes e bool|devices - [resource/v1beta1.Device] -34|devices e [resource/v1beta1.Device] 35-|driver - string|nodeName e string|nodeSelector pe core/v1.NodeSelector|perDeviceNodeSelection pe bool 33-|pool - resource/v1beta1.ResourcePool|sharedCounters e [resource/v1beta1.CounterSet] 33-
type resource/v1beta2.AllocatedDeviceStatus|conditions - [apis/meta/v1.Condition]|data pe raw|device - string|driver - string|networkData pe resource/v1beta2.NetworkDeviceData|pool - string|shareID pe string 34-
type resource/v1beta2.AllocationResult|allocationTimestamp pe time 34-|devices e resource/v1beta2.DeviceAllocationResult|nodeSelector pe core/v1.NodeSelector
type resource/v1beta2.CELDeviceSelector|expression - string
type resource/v1beta2.CapacityRequestPolicy|default p quantity|validRange pe resource/v1beta2.CapacityRequestPolicyRange|validValues e [quantity]
type resource/v1beta2.CapacityRequestPolicyRange|max pe quantity|min pe quantity|step pe quantity
type resource/v1beta2.CapacityRequirements|requests e {quantity}
type resource/v1beta2.Counter|value - quantity
type resource/v1beta2.CounterSet|counters e {resource/v1beta2.Counter}|name - string
type resource/v1beta2.Device|allNodes pe bool|allowMultipleAllocations pe bool 34-|attributes e {resource/v1beta2.DeviceAttribute}|bindingConditions e [string] 34-|bindingFailureConditions e [string] 34-|bindsToNode pe bool 34-|capacity e {resource/v1beta2.DeviceCapacity}|consumesCounters e [resource/v1beta2.DeviceCounterConsumption]|name - string|nodeAllocatableResourceMappings e {resource/v1beta2.NodeAllocatableResourceMapping} 36-|nodeName pe string|nodeSelector pe core/v1.NodeSelector|taints e [resource/v1beta2.DeviceTaint]
type resource/v1beta2.DeviceAllocationConfiguration|opaque pe resource/v1beta2.OpaqueDeviceConfiguration|requests e [string]|source - string
type resource/v1beta2.DeviceAllocationResult|config e [resource/v1beta2.DeviceAllocationConfiguration]|results e [resource/v1beta2.DeviceRequestAllocationResult]
type resource/v1beta2.DeviceAttribute|bool pe bool|bools e [bool] 36-|int pe int64|ints e [int64] 36-|string pe string|strings e [string] 36-|version pe string|versions e [string] 36-
type resource/v1beta2.DeviceCapacity|requestPolicy pe resource/v1beta2.CapacityRequestPolicy 34-|value - quantity
type resource/v1beta2.DeviceClaim|config e [resource/v1beta2.DeviceClaimConfiguration]|constraints e [resource/v1beta2.DeviceConstraint]|requests - [resource/v1beta2.DeviceRequest]
type resource/v1beta2.DeviceClaimConfiguration|opaque pe resource/v1beta2.OpaqueDeviceConfiguration|requests e [string]
type resource/v1beta2.DeviceClass|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.DeviceClassSpec
type resource/v1beta2.DeviceClassConfiguration|opaque pe resource/v1beta2.OpaqueDeviceConfiguration
type resource/v1beta2.DeviceClassSpec|config e [resource/v1beta2.DeviceClassConfiguration]|extendedResourceName pe string 34-|selectors e [resource/v1beta2.DeviceSelector]
type resource/v1beta2.DeviceConstraint|distinctAttribute pe string 34-|matchAttribute pe string|requests e [string]
type resource/v1beta2.DeviceCounterConsumption|counterSet - string|counters e {resource/v1beta2.Counter}
type resource/v1beta2.DeviceRequest|exactly pe resource/v1beta2.ExactDeviceRequest|firstAvailable e [resource/v1beta2.DeviceSubRequest]|name - string
type resource/v1beta2.DeviceRequestAllocationResult|adminAccess p bool -33|adminAccess pe bool 34-|bindingConditions e [string] 34-|bindingFailureConditions e [string] 34-|consumedCapacity e {quantity} 34-|device - string|driver - string|pool - string|request - string|shareID pe string 34-|tolerations e [resource/v1beta2.DeviceToleration]
type resource/v1beta2.DeviceSelector|cel pe resource/v1beta2.CELDeviceSelector
type resource/v1beta2.DeviceSubRequest|allocationMode e string|capacity pe resource/v1beta2.CapacityRequirements 34-|count e int64|deviceClassName - string|name - string|selectors e [resource/v1beta2.DeviceSelector]|tolerations e [resource/v1beta2.DeviceToleration]
type resource/v1beta2.DeviceTaint|effect - string|key - string|timeAdded pe time|value e string
type resource/v1beta2.DeviceTaintRule|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.DeviceTaintRuleSpec|status e resource/v1beta2.DeviceTaintRuleStatus
type resource/v1beta2.DeviceTaintRuleSpec|deviceSelector pe resource/v1beta2.DeviceTaintSelector|taint e resource/v1beta2.DeviceTaint
type resource/v1beta2.DeviceTaintRuleStatus|conditions e [apis/meta/v1.Condition]
type resource/v1beta2.DeviceTaintSelector|device pe string|driver pe string|pool pe string
type resource/v1beta2.DeviceToleration|effect e string|key e string|operator e string|tolerationSeconds pe int64|value e string
type resource/v1beta2.ExactDeviceRequest|adminAccess pe bool|allocationMode e string|capacity pe resource/v1beta2.CapacityRequirements 34-|count e int64|deviceClassName - string|selectors e [resource/v1beta2.DeviceSelector]|tolerations e [resource/v1beta2.DeviceToleration]
type resource/v1beta2.NetworkDeviceData|hardwareAddress e string|interfaceName e string|ips e [string]
type resource/v1beta2.NodeAllocatableResourceMapping|allocationMultiplier pe quantity|capacityKey pe string
type resource/v1beta2.OpaqueDeviceConfiguration|driver - string|parameters - raw
type resource/v1beta2.ResourceClaim|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.ResourceClaimSpec|status e resource/v1beta2.ResourceClaimStatus
type resource/v1beta2.ResourceClaimConsumerReference|apiGroup e string|name - string|resource - string|uid - string
type resource/v1beta2.ResourceClaimSpec|devices - resource/v1beta2.DeviceClaim
type resource/v1beta2.ResourceClaimStatus|allocation pe resource/v1beta2.AllocationResult|devices e [resource/v1beta2.AllocatedDeviceStatus]|reservedFor e [resource/v1beta2.ResourceClaimConsumerReference]
type resource/v1beta2.ResourceClaimTemplate|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.ResourceClaimTemplateSpec
type resource/v1beta2.ResourceClaimTemplateSpec|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.ResourceClaimSpec
type resource/v1beta2.ResourcePool|generation - int64|name - string|resourceSliceCount - int64
type resource/v1beta2.ResourceSlice|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - resource/v1beta2.ResourceSliceSpec
type resource/v1beta2.ResourceSliceSpec|allNodes pe bool|devices - [resource/v1beta2.Device] -34|devices e [resource/v1beta2.Device] 35-|driver - string|nodeName pe string|nodeSelector pe core/v1.NodeSelector|perDeviceNodeSelection pe bool|pool - resource/v1beta2.ResourcePool|sharedCounters e [resource/v1beta2.CounterSet]
type scheduling/v1.PriorityClass|apiVersion e string|description e string|globalDefault e bool|kind e string|metadata e apis/meta/v1.ObjectMeta|preemptionPolicy pe string|value - int32
type scheduling/v1alpha1.BasicSchedulingPolicy
type scheduling/v1alpha1.GangSchedulingPolicy|minCount - int32 -35
type scheduling/v1alpha1.PodGroup|name - string -35|policy - scheduling/v1alpha1.PodGroupPolicy -35
type scheduling/v1alpha1.PodGroupPolicy|basic pe scheduling/v1alpha1.BasicSchedulingPolicy -35|gang pe scheduling/v1alpha1.GangSchedulingPolicy -35
type scheduling/v1alpha1.PriorityClass|apiVersion e string -35|description e string -35|globalDefault e bool -35|kind e string -35|metadata e apis/meta/v1.ObjectMeta -35|preemptionPolicy pe string -35|value - int32 -35
type scheduling/v1alpha1.TypedLocalObjectReference|apiGroup e string -35|kind - string -35|name - string -35
type scheduling/v1alpha1.Workload|apiVersion e string -35|kind e string -35|metadata e apis/meta/v1.ObjectMeta -35|spec - scheduling/v1alpha1.WorkloadSpec -35
type scheduling/v1alpha1.WorkloadSpec|controllerRef pe scheduling/v1alpha1.TypedLocalObjectReference -35|podGroups - [scheduling/v1alpha1.PodGroup] -35
type scheduling/v1alpha2.BasicSchedulingPolicy
type scheduling/v1alpha2.GangSchedulingPolicy|minCount - int32
type scheduling/v1alpha2.PodGroup|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - scheduling/v1alpha2.PodGroupSpec|status e scheduling/v1alpha2.PodGroupStatus
type scheduling/v1alpha2.PodGroupResourceClaim|name - string|resourceClaimName pe string|resourceClaimTemplateName pe string
type scheduling/v1alpha2.PodGroupResourceClaimStatus|name - string|resourceClaimName pe string
type scheduling/v1alpha2.PodGroupSchedulingConstraints|topology e [scheduling/v1alpha2.TopologyConstraint]
type scheduling/v1alpha2.PodGroupSchedulingPolicy|basic pe scheduling/v1alpha2.BasicSchedulingPolicy|gang pe scheduling/v1alpha2.GangSchedulingPolicy
type scheduling/v1alpha2.PodGroupSpec|disruptionMode pe string|podGroupTemplateRef p scheduling/v1alpha2.PodGroupTemplateReference|priority pe int32|priorityClassName e string|resourceClaims e [scheduling/v1alpha2.PodGroupResourceClaim]|schedulingConstraints pe scheduling/v1alpha2.PodGroupSchedulingConstraints|schedulingPolicy - scheduling/v1alpha2.PodGroupSchedulingPolicy
type scheduling/v1alpha2.PodGroupStatus|conditions e [apis/meta/v1.Condition]|resourceClaimStatuses e [scheduling/v1alpha2.PodGroupResourceClaimStatus]
type scheduling/v1alpha2.PodGroupTemplate|disruptionMode pe string|name - string|priority pe int32|priorityClassName e string|resourceClaims e [scheduling/v1alpha2.PodGroupResourceClaim]|schedulingConstraints p scheduling/v1alpha2.PodGroupSchedulingConstraints|schedulingPolicy - scheduling/v1alpha2.PodGroupSchedulingPolicy
type scheduling/v1alpha2.PodGroupTemplateReference|workload p scheduling/v1alpha2.WorkloadPodGroupTemplateReference
type scheduling/v1alpha2.TopologyConstraint|key - string
type scheduling/v1alpha2.TypedLocalObjectReference|apiGroup e string|kind - string|name - string
type scheduling/v1alpha2.Workload|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - scheduling/v1alpha2.WorkloadSpec
type scheduling/v1alpha2.WorkloadPodGroupTemplateReference|podGroupTemplateName - string|workloadName - string
type scheduling/v1alpha2.WorkloadSpec|controllerRef pe scheduling/v1alpha2.TypedLocalObjectReference|podGroupTemplates - [scheduling/v1alpha2.PodGroupTemplate]
type scheduling/v1beta1.PriorityClass|apiVersion e string|description e string|globalDefault e bool|kind e string|metadata e apis/meta/v1.ObjectMeta|preemptionPolicy pe string|value - int32
type storage/v1.CSIDriver|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1.CSIDriverSpec
type storage/v1.CSIDriverSpec|attachRequired pe bool|fsGroupPolicy pe string|nodeAllocatableUpdatePeriodSeconds pe int64 33-|podInfoOnMount pe bool|preventPodSchedulingIfMissing pe bool 36-|requiresRepublish pe bool|seLinuxMount pe bool 25-|serviceAccountTokenInSecrets pe bool 35-|storageCapacity pe bool|tokenRequests ea [storage/v1.TokenRequest]|volumeLifecycleModes es [string]
type storage/v1.CSINode|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1.CSINodeSpec
type storage/v1.CSINodeDriver|allocatable pe storage/v1.VolumeNodeResources|name - string|nodeID - string|topologyKeys a [string]
type storage/v1.CSINodeSpec|drivers l [storage/v1.CSINodeDriver] name
type storage/v1.CSIStorageCapacity|apiVersion e string|capacity pe quantity|kind e string|maximumVolumeSize pe quantity|metadata e apis/meta/v1.ObjectMeta|nodeTopology pe apis/meta/v1.LabelSelector|storageClassName - string
type storage/v1.StorageClass|allowVolumeExpansion pe bool|allowedTopologies ea [core/v1.TopologySelectorTerm]|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|mountOptions ea [string]|parameters e {string}|provisioner - string|reclaimPolicy pe string|volumeBindingMode pe string
type storage/v1.TokenRequest|audience - string|expirationSeconds pe int64
type storage/v1.VolumeAttachment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1.VolumeAttachmentSpec|status e storage/v1.VolumeAttachmentStatus
type storage/v1.VolumeAttachmentSource|inlineVolumeSpec pe core/v1.PersistentVolumeSpec|persistentVolumeName pe string
type storage/v1.VolumeAttachmentSpec|attacher - string|nodeName - string|source - storage/v1.VolumeAttachmentSource
type storage/v1.VolumeAttachmentStatus|attachError pe storage/v1.VolumeError|attached - bool|attachmentMetadata e {string}|detachError pe storage/v1.VolumeError
type storage/v1.VolumeAttributesClass|apiVersion e string|driverName - string|kind e string|metadata e apis/meta/v1.ObjectMeta|parameters e {string}
type storage/v1.VolumeError|errorCode pe int32 33-|message e string|time e time
type storage/v1.VolumeNodeResources|count pe int32
type storage/v1alpha1.CSIStorageCapacity|apiVersion e string|capacity pe quantity|kind e string|maximumVolumeSize pe quantity 21-|metadata e apis/meta/v1.ObjectMeta|nodeTopology pe apis/meta/v1.LabelSelector|storageClassName - string
type storage/v1alpha1.VolumeAttachment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1alpha1.VolumeAttachmentSpec|status e storage/v1alpha1.VolumeAttachmentStatus
type storage/v1alpha1.VolumeAttachmentSource|inlineVolumeSpec pe core/v1.PersistentVolumeSpec|persistentVolumeName pe string
type storage/v1alpha1.VolumeAttachmentSpec|attacher - string|nodeName - string|source - storage/v1alpha1.VolumeAttachmentSource
type storage/v1alpha1.VolumeAttachmentStatus|attachError pe storage/v1alpha1.VolumeError|attached - bool|attachmentMetadata e {string}|detachError pe storage/v1alpha1.VolumeError
type storage/v1alpha1.VolumeAttributesClass|apiVersion e string|driverName - string|kind e string|metadata e apis/meta/v1.ObjectMeta|parameters e {string}
type storage/v1alpha1.VolumeError|errorCode pe int32 33-|message e string|time e time
type storage/v1beta1.CSIDriver|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1beta1.CSIDriverSpec
type storage/v1beta1.CSIDriverSpec|attachRequired pe bool|fsGroupPolicy pe string|nodeAllocatableUpdatePeriodSeconds pe int64 33-|podInfoOnMount pe bool|preventPodSchedulingIfMissing pe bool 36-|requiresRepublish pe bool|seLinuxMount pe bool 25-|serviceAccountTokenInSecrets pe bool 35-|storageCapacity pe bool|tokenRequests e [storage/v1beta1.TokenRequest]|volumeLifecycleModes e [string]
type storage/v1beta1.CSINode|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1beta1.CSINodeSpec
type storage/v1beta1.CSINodeDriver|allocatable pe storage/v1beta1.VolumeNodeResources|name - string|nodeID - string|topologyKeys - [string]
type storage/v1beta1.CSINodeSpec|drivers - [storage/v1beta1.CSINodeDriver]
type storage/v1beta1.CSIStorageCapacity|apiVersion e string|capacity pe quantity|kind e string|maximumVolumeSize pe quantity|metadata e apis/meta/v1.ObjectMeta|nodeTopology pe apis/meta/v1.LabelSelector|storageClassName - string
type storage/v1beta1.StorageClass|allowVolumeExpansion pe bool|allowedTopologies e [core/v1.TopologySelectorTerm]|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|mountOptions e [string]|parameters e {string}|provisioner - string|reclaimPolicy pe string|volumeBindingMode pe string
type storage/v1beta1.TokenRequest|audience - string|expirationSeconds pe int64
type storage/v1beta1.VolumeAttachment|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec - storage/v1beta1.VolumeAttachmentSpec|status e storage/v1beta1.VolumeAttachmentStatus
type storage/v1beta1.VolumeAttachmentSource|inlineVolumeSpec pe core/v1.PersistentVolumeSpec|persistentVolumeName pe string
type storage/v1beta1.VolumeAttachmentSpec|attacher - string|nodeName - string|source - storage/v1beta1.VolumeAttachmentSource
type storage/v1beta1.VolumeAttachmentStatus|attachError pe storage/v1beta1.VolumeError|attached - bool|attachmentMetadata e {string}|detachError pe storage/v1beta1.VolumeError
type storage/v1beta1.VolumeAttributesClass|apiVersion e string|driverName - string|kind e string|metadata e apis/meta/v1.ObjectMeta|parameters e {string}
type storage/v1beta1.VolumeError|errorCode pe int32 33-|message e string|time e time
type storage/v1beta1.VolumeNodeResources|count pe int32
type storagemigration/v1alpha1.GroupVersionResource|group e string -34|resource e string -34|version e string -34
type storagemigration/v1alpha1.MigrationCondition|lastUpdateTime e time -34|message e string -34|reason e string -34|status - string -34|type - string -34
type storagemigration/v1alpha1.StorageVersionMigration|apiVersion e string -34|kind e string -34|metadata e apis/meta/v1.ObjectMeta -34|spec e storagemigration/v1alpha1.StorageVersionMigrationSpec -34|status e storagemigration/v1alpha1.StorageVersionMigrationStatus -34
type storagemigration/v1alpha1.StorageVersionMigrationSpec|continueToken e string -34|resource - storagemigration/v1alpha1.GroupVersionResource -34
type storagemigration/v1alpha1.StorageVersionMigrationStatus|conditions e [storagemigration/v1alpha1.MigrationCondition] -34|resourceVersion e string -34
type storagemigration/v1beta1.StorageVersionMigration|apiVersion e string|kind e string|metadata e apis/meta/v1.ObjectMeta|spec e storagemigration/v1beta1.StorageVersionMigrationSpec|status e storagemigration/v1beta1.StorageVersionMigrationStatus
type storagemigration/v1beta1.StorageVersionMigrationSpec|resource - apis/meta/v1.GroupResource
type storagemigration/v1beta1.StorageVersionMigrationStatus|conditions e [apis/meta/v1.Condition]|resourceVersion e string
"""
