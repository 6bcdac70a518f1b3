#!/usr/bin/env bash
# A throw-away Kubernetes 1.20 control plane on loopback: etcd, API server, controller manager. No
# scheduler and no kubelet, so Pods are made and stay Pending.
#
#   Scripts/cluster.sh start DIR [--api-port N] [--etcd-port N] [--webhook-port N]
#   Scripts/cluster.sh env DIR                 shell variables, for: eval "$(Scripts/cluster.sh env DIR)"
#   Scripts/cluster.sh webhook DIR FILE        prints FILE (webhook configurations) turned from a Service
#                                              in the cluster to https://127.0.0.1:<webhook port>
#   Scripts/cluster.sh pause|resume DIR        stops and continues the API server and controller manager
#   Scripts/cluster.sh stop DIR [--keep]       ends it and removes DIR; --keep leaves logs and audit log
#
# start needs an empty or absent DIR; ports are picked among the free ones unless given. In DIR:
#
#   admin.kubeconfig           user admin, system:masters
#   flux.kubeconfig            system:serviceaccount:flux-system:kustomize-controller, system:masters
#   controller-manager.kubeconfig, scheduler.kubeconfig     the control plane's own identities
#   alice.kubeconfig           an ordinary user without any rights
#   tokens.csv                 the static tokens of all of these
#   pki/ca.crt                 signs the API server's certificate and
#   pki/webhook.{crt,key}      what a webhook at 127.0.0.1:<webhook port> serves
#   pki/client-ca.crt          signs the certificate that the API server shows to webhooks (mutual TLS)
#   pki/stranger.{crt,key}     a client certificate of another CA, which a webhook must refuse
#   audit.jsonl                the API server's audit log, with the webhooks' audit annotations
#   logs/                      what the three programs said
set -euo pipefail

say() { printf 'cluster: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
usage() {
    sed -n '5,10s/^# \{0,3\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=(controller-manager apiserver etcd)
marker=.sallyport-cluster

# --- processes -------------------------------------------------------------------------------

# A recorded pid is believed only while its command line still names our folder.
pid_of() {
    local pid
    pid=$(cat "$dir/$1.pid" 2>/dev/null) || return 1
    [[ -n $pid && -r /proc/$pid/cmdline ]] || return 1
    { tr '\0' '\n' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qF -- "$dir/" && printf '%s' "$pid"
}

launch() {
    local name=$1
    shift
    # A session of its own: an interrupt at the terminal must not tear the cluster down, and no file
    # descriptor of the caller (a lock, a pipe that a test reads to its end) may stay open in it.
    (
        for fd in /proc/self/fd/*; do
            fd=${fd##*/}
            if ((fd > 2)); then eval "exec $fd>&-" 2>/dev/null || true; fi
        done
        exec setsid "$@" </dev/null >"$dir/logs/$name.log" 2>&1
    ) &
    printf '%s\n' "$!" >"$dir/$name.pid"
}

halt() {
    local name pid
    for name in "${programs[@]}"; do
        pid=$(pid_of "$name") || continue
        kill -CONT "$pid" 2>/dev/null || true
        # Nothing in here is worth an orderly end, and the API server takes a minute over one.
        kill -KILL "$pid" 2>/dev/null || true
    done
    for name in "${programs[@]}"; do
        for ((i = 0; i < 100; i++)); do
            pid_of "$name" >/dev/null || break
            sleep 0.05
        done
        rm -f "$dir/$name.pid"
    done
}

# --- set-up ----------------------------------------------------------------------------------

# Below the range that outgoing connections use, so that none of them takes a port between our
# looking and the server's binding.
free_ports() {
    python3 - "$1" <<'PYTHON'
import random, socket, sys
found = []
while len(found) < int(sys.argv[1]):
    port = random.randint(15000, 32000)
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    if port not in found:
        found.append(port)
print(*found)
PYTHON
}

authority() { # NAME
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -sha256 \
        -subj "/CN=sallyport test $1" -addext basicConstraints=critical,CA:TRUE \
        -addext keyUsage=critical,keyCertSign,cRLSign \
        -keyout "$dir/pki/$1.key" -out "$dir/pki/$1.crt" 2>>"$dir/logs/openssl.log"
}

certificate() { # AUTHORITY NAME SUBJECT EXTENSION...
    local authority=$1 name=$2 subject=$3
    shift 3
    printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' "$@" >"$dir/pki/$name.ext"
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$subject" \
        -keyout "$dir/pki/$name.key" -out "$dir/pki/$name.csr" 2>>"$dir/logs/openssl.log"
    openssl x509 -req -in "$dir/pki/$name.csr" -CA "$dir/pki/$authority.crt" -CAkey "$dir/pki/$authority.key" \
        -CAcreateserial -days 30 -sha256 -extfile "$dir/pki/$name.ext" -out "$dir/pki/$name.crt" 2>>"$dir/logs/openssl.log"
    rm "$dir/pki/$name.csr" "$dir/pki/$name.ext"
}

user() { # FILE USERNAME UID [GROUPS]
    local token
    token=$(openssl rand -hex 20)
    printf '%s,%s,%s,"%s"\n' "$token" "$2" "$3" "${4:-}" >>"$dir/tokens.csv"
    cat >"$dir/$1.kubeconfig" <<YAML
apiVersion: v1
kind: Config
clusters:
- name: sallyport-test
  cluster: {server: "https://127.0.0.1:$api_port", certificate-authority: "$dir/pki/ca.crt"}
users:
- name: $1
  user: {token: $token}
contexts:
- name: sallyport-test
  context: {cluster: sallyport-test, user: $1}
current-context: sallyport-test
YAML
}

prepare() {
    mkdir -p "$dir"/{pki,logs,etcd}
    authority ca
    authority client-ca
    authority stranger-ca
    certificate ca apiserver /CN=kube-apiserver extendedKeyUsage=serverAuth \
        subjectAltName=IP:127.0.0.1,IP:10.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc
    certificate ca webhook /CN=sallyport-admission extendedKeyUsage=serverAuth \
        subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:sallyport-admission.sallyport-system.svc
    certificate client-ca webhook-client /CN=kube-apiserver extendedKeyUsage=clientAuth
    certificate stranger-ca stranger /CN=kube-apiserver extendedKeyUsage=clientAuth
    openssl genrsa -out "$dir/pki/service-account.key" 2048 2>>"$dir/logs/openssl.log"

    user admin admin uid-admin system:masters
    user flux system:serviceaccount:flux-system:kustomize-controller uid-flux \
        system:serviceaccounts,system:serviceaccounts:flux-system,system:masters
    user controller-manager system:kube-controller-manager uid-kcm
    user scheduler system:kube-scheduler uid-scheduler
    user alice alice uid-alice

    # How the API server shows itself to webhooks; without this it calls them anonymously.
    cat >"$dir/admission.yaml" <<YAML
apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ValidatingAdmissionWebhook
  configuration:
    apiVersion: apiserver.config.k8s.io/v1
    kind: WebhookAdmissionConfiguration
    kubeConfigFile: $dir/webhook-client.kubeconfig
- name: MutatingAdmissionWebhook
  configuration:
    apiVersion: apiserver.config.k8s.io/v1
    kind: WebhookAdmissionConfiguration
    kubeConfigFile: $dir/webhook-client.kubeconfig
YAML
    cat >"$dir/webhook-client.kubeconfig" <<YAML
apiVersion: v1
kind: Config
users:
- name: '*'
  user: {client-certificate: "$dir/pki/webhook-client.crt", client-key: "$dir/pki/webhook-client.key"}
YAML
    cat >"$dir/audit-policy.yaml" <<YAML
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
- level: None
  verbs: [get, list, watch]
- level: Metadata
YAML
}

get() { # PATH
    # The token goes in by a file, not on a command line that everybody can read.
    curl -sf --max-time 5 --noproxy '*' --cacert "$dir/pki/ca.crt" \
        -H "@$dir/admin.header" "https://127.0.0.1:$api_port$1"
}

# The limit only ends what never will be: no machine is that slow. A program that ends is told of at once.
await() { # WHAT COMMAND...
    local limit=$((SECONDS + 600)) what=$1 name
    shift
    until "$@" >/dev/null 2>&1; do
        for name in "${programs[@]}"; do
            [[ ! -e $dir/$name.pid ]] || pid_of "$name" >/dev/null || { say "$name ended"; return 1; }
        done
        ((SECONDS < limit)) || { say "no $what in time"; return 1; }
        sleep 0.1
    done
}

run() {
    launch etcd etcd --name test --data-dir "$dir/etcd" --log-level error \
        --listen-client-urls "http://127.0.0.1:$etcd_port" --advertise-client-urls "http://127.0.0.1:$etcd_port" \
        --listen-peer-urls "http://127.0.0.1:$peer_port" --initial-advertise-peer-urls "http://127.0.0.1:$peer_port" \
        --initial-cluster "test=http://127.0.0.1:$peer_port"
    # --endpoint-reconciler-type=none: a loopback address may not become an endpoint.
    launch apiserver "$bin/kube-apiserver" \
        --etcd-servers="http://127.0.0.1:$etcd_port" \
        --bind-address=127.0.0.1 --secure-port="$api_port" --advertise-address=127.0.0.1 \
        --endpoint-reconciler-type=none --service-cluster-ip-range=10.0.0.0/24 \
        --tls-cert-file="$dir/pki/apiserver.crt" --tls-private-key-file="$dir/pki/apiserver.key" \
        --cert-dir="$dir/pki" --client-ca-file="$dir/pki/ca.crt" --token-auth-file="$dir/tokens.csv" \
        --service-account-issuer=https://kubernetes.default.svc \
        --service-account-key-file="$dir/pki/service-account.key" \
        --service-account-signing-key-file="$dir/pki/service-account.key" \
        --authorization-mode=RBAC --allow-privileged=true \
        --admission-control-config-file="$dir/admission.yaml" \
        --audit-policy-file="$dir/audit-policy.yaml" --audit-log-path="$dir/audit.jsonl"
    await "answer of the API server" get /readyz || return 1
    # Its default of 20 requests a second alone would cost three seconds of start.
    launch controller-manager "$bin/kube-controller-manager" \
        --kubeconfig="$dir/controller-manager.kubeconfig" --use-service-account-credentials \
        --service-account-private-key-file="$dir/pki/service-account.key" --root-ca-file="$dir/pki/ca.crt" \
        --bind-address=127.0.0.1 --port=0 --secure-port=0 --leader-elect=false \
        --kube-api-qps=500 --kube-api-burst=1000
    # Pods are refused until their namespace has a default service account with a token.
    await "default service account" default_account_ready || return 1
}

default_account_ready() {
    get /api/v1/namespaces/default/serviceaccounts/default | grep -q '"secrets"'
}

# --- commands --------------------------------------------------------------------------------

start() {
    local api_port='' etcd_port='' peer_port webhook_port='' picked log
    while (($#)); do
        case $1 in
            --api-port) api_port=${2:?} ;;
            --etcd-port) etcd_port=${2:?} ;;
            --webhook-port) webhook_port=${2:?} ;;
            *) usage ;;
        esac
        shift 2
    done
    [[ ! -e $dir || -z $(ls -A "$dir") ]] || die "$dir is not empty"
    for command in etcd openssl curl python3 setsid; do
        command -v "$command" >/dev/null || die "$command is missing; run Scripts/install-packages.sh test"
    done
    # One that is at hand will do, with the controller manager beside it.
    if [[ -n ${KUBE_APISERVER:-} ]]; then
        bin=$(dirname "$(realpath -- "$KUBE_APISERVER")")
    else
        bin=$("$here/build-kube-apiserver.sh")
    fi
    read -ra picked <<<"$(free_ports 4)"
    api_port=${api_port:-${picked[0]}}
    etcd_port=${etcd_port:-${picked[1]}}
    peer_port=${picked[2]}
    webhook_port=${webhook_port:-${picked[3]}}

    umask 077
    mkdir -p "$dir"
    : >"$dir/$marker"
    say "starting at 127.0.0.1:$api_port"
    prepare
    awk -F, '$2 == "admin" { print "Authorization: Bearer " $1 }' "$dir/tokens.csv" >"$dir/admin.header"
    {
        printf 'export KUBECONFIG=%q\n' "$dir/admin.kubeconfig"
        printf 'export SALLYPORT_CLUSTER=%q\n' "$dir"
        printf 'export SALLYPORT_API=%q\n' "https://127.0.0.1:$api_port"
        printf 'export SALLYPORT_API_CA=%q\n' "$dir/pki/ca.crt"
        printf 'export SALLYPORT_ETCD=%q\n' "http://127.0.0.1:$etcd_port"
        printf 'export SALLYPORT_WEBHOOK_PORT=%q\n' "$webhook_port"
        printf 'export SALLYPORT_WEBHOOK_CERTIFICATE=%q\n' "$dir/pki/webhook.crt"
        printf 'export SALLYPORT_WEBHOOK_KEY=%q\n' "$dir/pki/webhook.key"
        printf 'export SALLYPORT_WEBHOOK_CLIENT_CA=%q\n' "$dir/pki/client-ca.crt"
    } >"$dir/env"
    trap 'halt; exit 130' INT TERM
    if ! run; then
        for log in "$dir"/logs/*.log; do
            say "--- the end of $log"
            tail -n 15 "$log" >&2
        done
        halt
        die "the cluster did not start"
    fi
    trap - INT TERM
    say "ready after $SECONDS s"
}

webhook() { # FILE
    # shellcheck source=/dev/null
    . "$dir/env"
    python3 - "$1" "$SALLYPORT_WEBHOOK_PORT" "$dir/pki/ca.crt" <<'PYTHON'
import base64, sys, yaml
path, port, authority = sys.argv[1:]
bundle = base64.b64encode(open(authority, "rb").read()).decode()
documents = [document for document in yaml.safe_load_all(open(path)) if document]
for document in documents:
    for hook in document.get("webhooks", []):
        service = hook["clientConfig"].pop("service", {})
        hook["clientConfig"] = {"url": f"https://127.0.0.1:{port}{service.get('path', '/validate')}", "caBundle": bundle}
yaml.safe_dump_all(documents, sys.stdout, sort_keys=False)
PYTHON
}

signal() { # SIGNAL
    local name pid
    for name in controller-manager apiserver; do
        pid=$(pid_of "$name") || die "$name is not running"
        kill "-$1" "$pid"
    done
}

stop() {
    [[ -e $dir/$marker ]] || die "$dir is no cluster of this script"
    halt
    if [[ ${1:-} == --keep ]]; then
        rm -rf "$dir/etcd"
    else
        rm -rf "$dir"
    fi
}

(($# >= 2)) || usage
command=$1
dir=$(realpath -m -- "$2")
shift 2
case $command in
    start) start "$@" ;;
    env) [[ -e $dir/env ]] || die "$dir is no cluster of this script"; cat "$dir/env" ;;
    webhook) [[ $# == 1 && -e $dir/env ]] || usage; webhook "$1" ;;
    pause) signal STOP ;;
    resume) signal CONT ;;
    stop) stop "$@" ;;
    *) usage ;;
esac
