{{/*
A manifest of admission/, with the few values of this chart put in the place of the ones that stand there.
manifests/ links to these files, so the chart has no second copy of what keeps a cluster bootable.
Takes a list of the root context and the name of the file.
*/}}
{{- define "sallyport.plain" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $text := required (printf "manifests/%s is missing: package the chart with helm package" $name) ($root.Files.Get (printf "manifests/%s" $name)) -}}
{{- $namespace := $root.Release.Namespace -}}
{{- if or (has $namespace (list "default" "kube-system" "kube-public" "kube-node-lease")) (hasPrefix "kube-" $namespace) -}}
{{- fail "the gate's namespace is exempt from the registration in part: give it one of its own (--namespace sallyport-system)" -}}
{{- end -}}
{{- $image := printf "%s@%s" $root.Values.image.repository $root.Values.image.digest -}}
{{- $text
  | replace "registry.example/sallyport-admission@sha256:0000000000000000000000000000000000000000000000000000000000000000" $image
  | replace "sallyport-admission-tls" $root.Values.tls.secretName
  | replace "sallyport-admission-client-ca" $root.Values.tls.clientAuthoritySecretName
  | replace "sallyport-admission-git" ($root.Values.repository.credentials.secretName | default "sallyport-admission-git")
  | replace "ROOT-DIGEST" (include "sallyport.rootDigest" $root)
  | replace "sallyport-system" $namespace
  | replace "caBundle: \"\"" (printf "caBundle: %s" ($root.Values.registration.caBundle | quote))
  | replace "sallyport:registration-owners" $root.Values.guard.group
  | replace "[\"sallyport:nobody\"]" ($root.Values.guard.identities | toJson) -}}
{{- end -}}

{{/* The root file, as it is in the ConfigMap to the byte. */}}
{{- define "sallyport.root" -}}
apiVersion: sallyport.dev/v1
kind: Root
{{ .Values.repository.root | toYaml }}
{{- end -}}

{{/* What `sallyport-admission root-digest` prints for this configuration. */}}
{{- define "sallyport.rootDigest" -}}
{{- $repository := .Values.repository -}}
{{- $path := eq $repository.path "." | ternary "" $repository.path -}}
sha256:{{ printf "%s\n%s\n%s\n%s\n%s\n" $repository.id $repository.receiptKey $repository.ref $path (include "sallyport.root" .) | sha256sum }}
{{- end -}}
