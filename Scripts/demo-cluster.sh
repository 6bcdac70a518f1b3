#!/usr/bin/env bash
# The cluster's half of the story, with kubectl against a real Kubernetes 1.20 API server and controller manager.
# `make demo-cluster`.
#
#   Scripts/demo-cluster.sh [FOLDER-OF-PROGRAMS]
#
# The API server is the one in KUBE_APISERVER (its controller manager beside it), or one that is built from Debian's
# source package into the cache folder. Ends with 1 as soon as anything comes out otherwise than told.
set -euo pipefail

bin=$(realpath -- "${1:-.build/release}")
dir=$(mktemp -d)
# shellcheck source=Scripts/story.sh
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"
umask 077
cluster=$dir/cluster
trap 'stop_gate; "$here/cluster.sh" stop "$cluster" 2>/dev/null || true; rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM

kube() { kubectl --kubeconfig "$cluster/${account:-admin}.kubeconfig" --cache-dir "$dir/cache" "$@"; }

# Runs kubectl, which has to be refused by the gate, and shows what people are told.
refused() { # KUBECTL-ARGUMENTS...
    local output
    shown kubectl "$@"
    if output=$(kube "$@" 2>&1); then broken "expected to be refused, was admitted" "$output"; fi
    grep -qF 'admission webhook "gate.admission.sallyport.dev" denied the request' <<<"$output" ||
        broken "expected to be refused by the gate" "$output"
    sed -n 's/.*denied the request: /    /p' <<<"$output" | cut -c1-300
    good refused
}

await() { # SECONDS WHAT COMMAND...
    local limit=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < limit)) || broken "no $what in time" "$(tail -n 5 "$dir/gate.log" 2>/dev/null || true)"
        sleep 0.3
    done
}

heading "1  A real API server; the gate is registered fail closed, and is not running"
progress "starting etcd, API server and controller manager (the first time, building them takes minutes)"
"$here/cluster.sh" start "$cluster" 2>&1 | sed -n 's/^build-kube-apiserver: /    /p'
"$here/stage.sh" register "$cluster"
closed() { ! kube create configmap any --dry-run=server; }
await 20 "effect of the registration" closed
shown kubectl create configmap any
if output=$(kube create configmap any 2>&1); then broken "expected to be refused" "$output"; fi
printf '    %s\n' "${output:0:200}"
good "refused: nothing gets past a gate that is down"
kube create -f - >/dev/null <<'YAML' || broken "a lease was refused while the gate is down"
---
{apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: demo, namespace: kube-system}}
YAML
good "leases, and with them the control plane, go on"

heading "2  The gate starts; the agent applies what went through the push gate"
"$here/stage.sh" declare "$bin" "$cluster" "$dir" "$root/Tests/Recordings/manifests-1.20"
start_gate "$dir/gate.yaml"
# The gate believes only the API server's client certificate, so readiness shows in a verdict.
judging() { (kube create configmap any --dry-run=server 2>&1 || true) | grep -qF 'is not declared in Git'; }
await 30 "verdict of the gate" judging
shown kubectl apply -f clusters/prod
manifests=$dir/alice/clusters/prod
for file in "$manifests"/[0-3]*.yaml; do
    output=$(account=flux kube apply -f "$file" 2>&1) || broken "what Git declares was refused" "$output"
done
custom() { account=flux kube apply -f "$manifests/40-order.yaml"; }
await 20 "custom resource" custom
good "admitted: $(cat "$manifests"/*.yaml | grep -c '^kind:') objects"
children() {
    (($(kube -n shop get pods -l app=web -o name | wc -l) == 3)) &&
        kube -n shop get pod db-0 && kube -n shop get pods -l job-name=migrate -o name | grep -q . &&
        (($(kube -n shop get endpointslices -o name | wc -l) == 2))
}
await 60 "children of the declared objects" children
good "the controllers made their ReplicaSets, Pods, Jobs and EndpointSlices"

heading "3  Everything else is refused, even to system:masters"
pod=$(kube -n shop get pods -l app=web -o 'jsonpath={.items[0].metadata.name}')
refused -n shop set image deployment/web web=evil.example/web:1
refused -n shop patch deployment/web --type=json \
    -p '[{"op":"add","path":"/spec/template/spec/containers/-","value":{"name":"miner","image":"evil/miner"}}]'
refused -n shop delete deployment web
refused -n shop delete pod "$pod"
refused create clusterrolebinding eve --clusterrole=cluster-admin --user=eve

heading "4  A controller's name proves nothing"
refused -n shop set image deployment/web web=evil.example/web:1 \
    --as=system:serviceaccount:kube-system:deployment-controller --as-group=system:masters
refused -n shop run evil --image=evil.example/web:1 \
    --as=system:serviceaccount:kube-system:replicaset-controller --as-group=system:masters
refused delete namespace shop \
    --as=system:serviceaccount:kube-system:namespace-controller --as-group=system:masters

heading "Everything came out as it should."
