#!/usr/bin/env bash
# Sets the stage for the real API server: a repository with the push gate, into which signed and approved
# manifests went, and a cluster gate that is registered but not running yet.
#
#   Scripts/stage.sh register CLUSTER                         accounts and registration of the cluster gate
#   Scripts/stage.sh declare BIN CLUSTER DIR MANIFESTS        repository, and DIR/gate.yaml to start the gate with
#
# CLUSTER is a folder of cluster.sh, BIN has the programs, MANIFESTS is a folder with what Git shall declare.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage() {
    sed -n '5,6s/^# \{0,3\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

kube() { kubectl --kubeconfig "$cluster/admin.kubeconfig" --cache-dir "$cluster/cache" "$@"; }

register() {
    kube apply -f "$here/../admission/namespace.yaml" -f "$here/../admission/rbac.yaml" >/dev/null
    kube label namespace kube-system sallyport.dev/control-plane=true >/dev/null
    "$here/cluster.sh" webhook "$cluster" "$here/../admission/webhook-1.20.yaml" | kube apply -f - >/dev/null
}

# The gate's own account, as shipped: it may look, and at little.
write_kubeconfig() { # FILE
    local secret='' token limit=$((SECONDS + 600))
    until [[ -n $secret ]]; do
        ((SECONDS < limit)) || { echo "no token of sallyport-admission in time" >&2; return 1; }
        sleep 0.1
        secret=$(kube -n sallyport-system get serviceaccount sallyport-admission -o 'jsonpath={.secrets[0].name}')
    done
    token=$(kube -n sallyport-system get secret "$secret" -o 'jsonpath={.data.token}' | base64 -d)
    cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters:
- name: cluster
  cluster: {server: "$SALLYPORT_API", certificate-authority: "$SALLYPORT_API_CA"}
users:
- name: gate
  user: {token: $token}
contexts:
- name: gate
  context: {cluster: cluster, user: gate}
current-context: gate
YAML
}

declare_manifests() { # MANIFESTS
    local name
    for name in alice bob carol; do
        person "$name"
        clone "$name" "$dir/shop.git"
    done
    install_gate "$dir/shop.git" none
    push_policy
    as alice pull -q origin main
    mkdir -p "$dir/alice/clusters/prod"
    cp "$1"/*.yaml "$dir/alice/clusters/prod/"
    as alice add .
    as alice commit -q -S -m 'Run the shop'
    as alice push -q origin main:alice/run-the-shop
    as bob fetch -q origin
    approve bob "$(as alice rev-parse HEAD)"
    as alice push -q origin main
}

(($# >= 2)) || usage
umask 077
case $1 in
    register)
        cluster=$(realpath -- "$2")
        register
        ;;
    declare)
        (($# == 5)) || usage
        bin=$(realpath -- "$2")
        cluster=$(realpath -- "$3")
        mkdir -p "$4"
        dir=$(realpath -- "$4")
        # shellcheck source=/dev/null
        . "$cluster/env"
        # shellcheck source=Scripts/story.sh
        . "$here/story.sh"
        declare_manifests "$5" >"$dir/stage.log" 2>&1 || broken "the push gate did not take the manifests" "$(cat "$dir/stage.log")"
        write_kubeconfig "$dir/gate.kubeconfig"
        write_gate_configuration "$dir/gate.yaml" "$SALLYPORT_WEBHOOK_PORT" "$SALLYPORT_WEBHOOK_CERTIFICATE" \
            "$SALLYPORT_WEBHOOK_KEY" "$dir/shop.git" "kubernetes: {kubeconfig: $dir/gate.kubeconfig}"
        # Only the API server may ask.
        sed -i "s|^tls: {|&clientAuthority: $SALLYPORT_WEBHOOK_CLIENT_CA, |" "$dir/gate.yaml"
        ;;
    *) usage ;;
esac
