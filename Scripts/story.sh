# shellcheck shell=bash disable=SC2034,SC2154
# What the demonstrations and the end-to-end tests tell their story with; to be sourced.
#
# Expects: bin (the folder of the built programs), dir (an empty folder for everything).
# People: alice writes, bob reviews, carol owns the repository.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")

# --- telling ---------------------------------------------------------------------------------

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
    bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
    bold='' dim='' red='' green='' plain=''
fi

heading() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
shown() { printf '%s  $ %s%s\n' "$dim" "$*" "$plain"; }
good() { printf '  %s✓ %s%s\n' "$green" "$*" "$plain"; }
progress() { printf '%s  … %s%s\n' "$dim" "$*" "$plain"; }
broken() {
    printf '  %s✗ %s%s\n' "$red" "$1" "$plain"
    [[ -z ${2:-} ]] || printf '%s\n' "$2"
    exit 1
}

# Runs a command that has to fail and to say TEXT, or to succeed, and shows the lines that it has for people.
#   expect rejected TEXT COMMAND...      expect accepted TEXT COMMAND...
expect() {
    local wanted=$1 text=$2 output code=0
    shift 2
    output=$("$@" 2>&1) || code=$?
    sed -n 's/^remote: \{0,1\}\(.*[^ ]\) *$/    remote: \1/p' <<<"$output"
    if [[ $wanted == accepted && $code != 0 ]]; then broken "expected to be accepted, ended with $code" "$output"; fi
    if [[ $wanted == rejected && $code == 0 ]]; then broken "expected to be rejected, was accepted" "$output"; fi
    if [[ -n $text ]] && ! grep -qF -- "$text" <<<"$output"; then broken "expected to hear: $text" "$output"; fi
    good "$wanted"
}

# --- people and their clones -----------------------------------------------------------------

person() { # NAME
    ssh-keygen -q -t ed25519 -N '' -C "$1@shop.example" -f "$dir/$1.key"
}

key_of() { cut -d' ' -f1,2 "$dir/$1.key.pub"; }

# Git with nothing of the caller's own settings.
clean_git() {
    env -u GIT_DIR -u GIT_WORK_TREE GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_TERMINAL_PROMPT=0 HOME="$dir" git "$@"
}

clone() { # NAME URL
    clean_git init -q -b main "$dir/$1"
    clean_git -C "$dir/$1" remote add origin "$2"
    local setting
    for setting in "user.name=$1" "user.email=$1@shop.example" gpg.format=ssh "user.signingKey=$dir/$1.key.pub" \
        advice.pushNonFastForward=false advice.detachedHead=false; do
        clean_git -C "$dir/$1" config "${setting%%=*}" "${setting#*=}"
    done
    if [[ -n ${GIT_SERVER_SSH_COMMAND:-} ]]; then
        clean_git -C "$dir/$1" config core.sshCommand "$GIT_SERVER_SSH_COMMAND -i $dir/$1.key"
    fi
}

as() { # NAME GIT-ARGUMENTS...
    local name=$1
    shift
    clean_git -C "$dir/$name" "$@"
}

# The reviewer's command, in the reviewer's clone, where git finds the reviewer's key.
approve() { # NAME REVISION
    (
        cd "$dir/$1" || exit
        GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME="$dir" \
            "$bin/sallyport" approve "$2" --target refs/heads/main
    )
}

# --- the repository --------------------------------------------------------------------------

write_root() { # FILE PUSHER
    cat >"$1" <<YAML
apiVersion: sallyport.dev/v1
kind: Root
policyRef: refs/heads/main
owners:
  carol: {keys: [{ssh: $(key_of carol)}]}
threshold: 1
pusher: $2
YAML
}

write_policy() { # FILE
    mkdir -p "$(dirname "$1")"
    cat >"$1" <<YAML
apiVersion: sallyport.dev/v1
kind: Policy
repository: $repository
serial: 1
people:
  alice: {emails: [alice@shop.example], keys: [{ssh: $(key_of alice)}], logins: {ssh: alice}}
  bob: {emails: [bob@shop.example], keys: [{ssh: $(key_of bob)}], logins: {ssh: bob}}
  carol: {emails: [carol@shop.example], keys: [{ssh: $(key_of carol)}], logins: {ssh: carol}}
teams:
  checkout: [alice, bob]
  platform: [carol]
refs:
  - match: refs/heads/main
    signed: required
    approvals: {required: 1, from: [checkout], expireAfter: 14d}
    history: fast-forward
  - match: refs/heads/**
    signed: required
unmatched: reject
paths:
  - match: .sallyport/**
    approvals: {required: 1, from: [platform]}
clusters:
  prod: {branch: refs/heads/main, manifests: clusters/prod}
YAML
}

# Installs the gate into an empty bare repository. Sets repository and receipt_key.
install_gate() { # BARE PUSHER
    local output
    clean_git init -q --bare -b main "$1"
    write_root "$dir/root.yaml" "$2"
    output=$("$bin/sallyport" install "$1" --root "$dir/root.yaml") || broken "sallyport install failed" "$output"
    repository=$(sed -n 's/^repository: //p' <<<"$output")
    receipt_key=$(sed -n 's/^receiptKeys: \[{ed25519: \(.*\)}\]$/\1/p' <<<"$output")
    [[ -n $repository && -n $receipt_key ]] || broken "sallyport install did not print its id and key" "$output"
}

# The owner brings the first policy in, by her signature alone.
push_policy() {
    write_policy "$dir/carol/.sallyport/policy.yaml"
    as carol add .
    as carol commit -q -S -m 'Say who may change what'
    as carol push -q origin main
}

# --- the cluster gate ------------------------------------------------------------------------

write_gate_configuration() { # FILE PORT CERTIFICATE KEY URL [LINE...]
    local file=$1 port=$2 certificate=$3 key=$4 url=$5
    shift 5
    {
        cat <<YAML
apiVersion: sallyport.dev/v1
kind: AdmissionConfiguration
listen: {address: 127.0.0.1, port: $port}
tls: {certificate: $certificate, key: $key}
repository:
  url: $url
  mirror: $dir/mirror.git
  ref: refs/heads/main
  path: clusters/prod
  interval: 1s
  root: $dir/root.yaml
  id: $repository
  receiptKey: $receipt_key
YAML
        if (($#)); then printf '%s\n' "$@"; fi
    } >"$file"
}

gate=''
start_gate() { # CONFIGURATION
    "$bin/sallyport-admission" serve --config "$1" >"$dir/gate.log" 2>&1 &
    gate=$!
}

stop_gate() {
    if [[ -n $gate ]]; then
        kill "$gate" 2>/dev/null || true
        wait "$gate" 2>/dev/null || true
    fi
    gate=''
}

await_gate() { # PORT AUTHORITY
    local i
    for ((i = 0; i < 200; i++)); do
        kill -0 "$gate" 2>/dev/null || broken "the gate ended" "$(tail -n 20 "$dir/gate.log")"
        if curl -sf --noproxy '*' --cacert "$2" "https://127.0.0.1:$1/readyz" >/dev/null; then return 0; fi
        sleep 0.1
    done
    broken "the gate did not get ready" "$(tail -n 20 "$dir/gate.log")"
}
