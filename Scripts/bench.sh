#!/usr/bin/env bash
# Measures the programs against floors taken in the same run, and prints a table. `make bench`.
#
#   Scripts/bench.sh [FOLDER-OF-PROGRAMS]
#
# BENCH_COMMITS (5000), BENCH_OBJECTS (5000), BENCH_RUNS (60) and BENCH_SECONDS (5) set the sizes.
set -euo pipefail

bin=$(realpath -- "${1:-.build/release}")
dir=$(mktemp -d)
# shellcheck source=Scripts/story.sh
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"
umask 077
trap 'stop_gate; rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM

commits=${BENCH_COMMITS:-5000} objects=${BENCH_OBJECTS:-5000} runs=${BENCH_RUNS:-60} seconds=${BENCH_SECONDS:-5}
cores=$(nproc)

"$here/quietly.sh" "building the benchmarks' own program in release" \
    swift build -c release --package-path "$root/Benchmarks" --product sallyport-bench
bench=$root/Benchmarks/.build/release/sallyport-bench

calc() { awk "BEGIN { printf \"%.${2:-2}f\", $1 }"; }
rows=()
row() { rows+=("| $1 | $2 | $3 | $4 |"); }

# --- the hook on a one-commit push -------------------------------------------------------------

progress "a gated repository, and a signed and approved commit beside it"
for name in alice bob carol; do
    person "$name"
    clone "$name" "$dir/shop.git"
done
install_gate "$dir/shop.git" none
push_policy 2>/dev/null
as alice pull -q origin main
mkdir -p "$dir/alice/clusters/prod"
cp "$root"/Tests/Recordings/kubernetes-1.36.2/manifests/*.yaml "$dir/alice/clusters/prod/"
as alice add .
as alice commit -q -S -m 'Run the shop'
as alice push -q origin main:alice/run-the-shop 2>/dev/null
as bob fetch -q origin
approve bob "$(as alice rev-parse HEAD)" >/dev/null 2>&1
old=$(clean_git -C "$dir/shop.git" rev-parse main)
new=$(as alice rev-parse HEAD)
printf '%s %s refs/heads/main\n' "$old" "$new" >"$dir/update"

progress "pre-receive, $runs times"
export GIT_DIR=$dir/shop.git
read -r hook _ < <("$bench" time "$runs" "$dir/update" "$dir/shop.git/sallyport/journal" -- \
    "$dir/shop.git/hooks/pre-receive")
read -r parse _ < <("$bench" time "$runs" /dev/null - -- git rev-parse main)
unset GIT_DIR
row "\`pre-receive\`, one signed and approved commit" "$hook ms" "\`git rev-parse\`: $parse ms" "$(calc "$hook / $parse") ×"
as alice push -q origin main 2>/dev/null

# --- signatures ---------------------------------------------------------------------------------

progress "writing $commits signed commits"
"$bench" history "$dir/history.git" "$commits" "$dir/allowed_signers"
clean_git -C "$dir/history.git" repack -adq
progress "OpenSSL's own rate, then sallyport verify"
rate=$(openssl speed -seconds 2 ed25519 2>/dev/null | awk '$0 ~ /Ed25519/ { print $NF }')
verify() { "$bin/sallyport" verify --repo "$dir/history.git" --trust "$dir/allowed_signers" main~$((commits - 1))..main; }
[[ $(verify | awk -F'\t' '$2 == "good"' | wc -l) == $((commits - 1)) ]] || broken "not every commit is good"
read -r whole _ < <("$bench" time 3 /dev/null - -- "$bin/sallyport" verify --repo "$dir/history.git" \
    --trust "$dir/allowed_signers" "main~$((commits - 1))..main")
verified=$(calc "($commits - 1) / $whole * 1000" 0)
row "\`sallyport verify\`, $commits SSH-signed commits" "$verified/s" \
    "OpenSSL Ed25519 × $cores cores: $(calc "$rate * $cores" 0)/s" "$(calc "$verified / ($rate * $cores)") ×"
sample=$((commits < 200 ? commits - 1 : 200))
progress "git log --format=%G? on $sample of them"
read -r git _ < <("$bench" time 1 /dev/null - -- git -C "$dir/history.git" -c gpg.format=ssh \
    -c "gpg.ssh.allowedSignersFile=$dir/allowed_signers" log --format=%G? "-$sample" main)
row "the same" "$verified/s" "\`git log --format=%G?\`: $(calc "$sample / $git * 1000" 0)/s" \
    "$(calc "$verified / ($sample / $git * 1000)" 0) ×"

# --- reviews --------------------------------------------------------------------------------------

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=bench \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$dir/tls.key" -out "$dir/tls.crt" 2>/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
write_gate_configuration "$dir/gate.yaml" "$port" "$dir/tls.crt" "$dir/tls.key" "$dir/shop.git" 'diagnostics: {noop: true}'
start_gate "$dir/gate.yaml"
await_gate "$port" "$dir/tls.crt"
jq -nc 'first(inputs | select(.request.operation == "CREATE" and .request.kind.kind == "Deployment"
    and .request.name == "web"))' "$root/Tests/Recordings/kubernetes-1.36.2/requests.jsonl" >"$dir/review.json"
answer=$(curl -sS --noproxy '*' --cacert "$dir/tls.crt" -H 'Content-Type: application/json' \
    --data-binary "@$dir/review.json" "https://127.0.0.1:$port/validate")
[[ $(jq .response.allowed <<<"$answer") == true ]] || broken "the review is not admitted" "$answer"
cat >"$dir/post.lua" <<LUA
local file = io.open("$dir/review.json", "rb")
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "application/json"
LUA
load() { # PATH
    wrk -t1 -c8 "-d${seconds}s" --latency -s "$dir/post.lua" "https://127.0.0.1:$port$1" >"$dir/wrk.txt"
    ! grep -q 'Non-2xx' "$dir/wrk.txt" || broken "the server failed under load" "$(cat "$dir/wrk.txt")"
    awk '/Requests\/sec/ { rate = $2 } $1 == "50%" { p50 = $2 } $1 == "99%" { p99 = $2 } END { print rate, p50, p99 }' "$dir/wrk.txt"
}
progress "wrk -t1 -c8 for $seconds s on the no-op route, then on /validate"
load /noop >/dev/null
read -r noop _ noop99 < <(load /noop)
read -r reviews p50 p99 < <(load /validate)
row "\`POST /validate\`, $(wc -c <"$dir/review.json") bytes, TLS" "$(calc "$reviews" 0)/s, p50 $p50, p99 $p99" \
    "no-op route of the same server: $(calc "$noop" 0)/s, p99 $noop99" "$(calc "$reviews / $noop") ×"
stop_gate

# --- the index --------------------------------------------------------------------------------------

progress "indexing $objects manifests"
read -r bare index < <("$bench" index "$objects")
row "index of $objects manifests" "$index/s" "libyaml's parse alone: $bare/s" "$(calc "$index / $bare") ×"

model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)
printf '\nMeasured on %s cores of %s, OpenSSL %s, git %s.\n\n' "$cores" "${model:-an unnamed processor}" \
    "$(openssl version | cut -d' ' -f2)" "$(git --version | cut -d' ' -f3)"
printf '| what | measured | floor in the same run | ratio |\n| --- | --- | --- | --- |\n'
printf '%s\n' "${rows[@]}"
