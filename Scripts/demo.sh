#!/usr/bin/env bash
# The story of a change from a laptop to a cluster, on real parts: git, sshd, git http-backend, TLS. `make demo`.
#
#   Scripts/demo.sh [FOLDER-OF-PROGRAMS]
#
# Ends with 1 as soon as anything comes out otherwise than told.
set -euo pipefail

bin=$(realpath -- "${1:-.build/release}")
dir=$(mktemp -d)
# shellcheck source=Scripts/story.sh
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"
umask 077
trap 'stop_gate; "$here/git-server.sh" stop "$dir" 2>/dev/null || true; rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM

recorded=$root/Tests/Recordings/kubernetes-1.36.2

heading "1  A bare repository gets the push gate; its owner carol brings the policy"
"$here/git-server.sh" start "$dir"
eval "$("$here/git-server.sh" env "$dir")"
for name in alice bob carol; do
    person "$name"
    "$here/git-server.sh" account "$dir" "$name" "$dir/$name.key.pub"
    clone "$name" "$GIT_SERVER_SSH/shop.git"
done
shown sallyport install shop.git --root root.yaml
install_gate "$dir/repositories/shop.git" ssh
expect accepted '' push_policy

heading "2  alice pushes a change that she did not sign (ssh)"
as alice pull -q origin main
mkdir -p "$dir/alice/clusters/prod"
cp "$recorded"/manifests/*.yaml "$dir/alice/clusters/prod/"
as alice add .
as alice commit -q -m 'Run the shop'
shown git push origin main
expect rejected 'not signed' as alice push origin main

heading "3  alice signs it, but nobody has approved it"
as alice commit -q --amend --no-edit -S
shown git push origin main
expect rejected approval as alice push origin main
as alice push -q origin main:alice/run-the-shop 2>/dev/null || broken "the topic branch was rejected"

heading "4  alice approves it herself: her tag is taken, and does not count"
change=$(as alice rev-parse HEAD)
shown sallyport approve "${change:0:10}" --target refs/heads/main
output=$(approve alice "$change" 2>&1) || broken "her tag was not taken" "$output"
shown git push origin main
expect rejected '' as alice push origin main

heading "5  bob reviews and approves it; alice pushes again"
as bob fetch -q origin
shown sallyport approve "${change:0:10}" --target refs/heads/main
output=$(approve bob "$change" 2>&1) || broken "his approval was not taken" "$output"
shown git push origin main
expect accepted '' as alice push origin main

heading "6  The same gate behind git http-backend: bob pushes unsigned"
as bob checkout -q -B main origin/main 2>/dev/null
as bob pull -q origin main
as bob commit -q --allow-empty -m 'Nothing to see here'
shown git push http://…/shop.git main
expect rejected 'not signed' as bob push "${GIT_SERVER_HTTP/:\/\//://bob:$(cat "$dir/bob.password")@}/shop.git" main

heading "7  The cluster gate mirrors the repository, checks every receipt, and judges over TLS"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=demo \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$dir/tls.key" -out "$dir/tls.crt" 2>/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
write_gate_configuration "$dir/gate.yaml" "$port" "$dir/tls.crt" "$dir/tls.key" "$GIT_SERVER_HTTP/shop.git"
shown sallyport-admission serve --config gate.yaml
start_gate "$dir/gate.yaml"
await_gate "$port" "$dir/tls.crt"
good "ready"

# What a real API server sent for the Deployment that is declared, and for a Pod of its ReplicaSet.
jq -nc 'first(inputs | select(.request.operation == "CREATE" and .request.kind.kind == "Deployment"
    and .request.name == "web"))' "$recorded/requests.jsonl" >"$dir/declared.json"
jq -nc 'first(inputs | select(.request.operation == "CREATE" and .request.kind.kind == "Pod"
    and .request.object.metadata.ownerReferences[0].kind == "ReplicaSet"))' "$recorded/requests.jsonl" >"$dir/child.json"

review() { # WANTED WHAT JQ-FILTER [FILE]
    local answer allowed message
    jq -c "$3" "$dir/${4:-declared.json}" >"$dir/review.json"
    answer=$(curl -sS --noproxy '*' --cacert "$dir/tls.crt" -H 'Content-Type: application/json' \
        --data-binary "@$dir/review.json" "https://127.0.0.1:$port/validate") || broken "no answer to: $2" "$answer"
    allowed=$(jq -r .response.allowed <<<"$answer")
    message=$(jq -r '.response.status.message // empty' <<<"$answer")
    printf '  %s\n' "$2"
    [[ -z $message ]] || printf '    %s\n' "$message"
    case $1/$allowed in
        admitted/true | denied/false) good "$1" ;;
        *) broken "expected to be $1" "$answer" ;;
    esac
}
container='.request.object.spec.template.spec.containers'
update='.request.operation = "UPDATE" | .request.oldObject = .request.object'
review admitted "Deployment web as Git declares it" .
review denied "another image" "$update | ${container}[0].image = \"evil.example/web:1\""
review denied "one more container" "$update | $container += [{name: \"miner\", image: \"evil.example/miner\"}]"
review denied "its deletion" '.request.operation = "DELETE" | .request.oldObject = .request.object | .request.object = null'
review denied "a Pod with a forged owner, asked for by one of system:masters" \
    '.request.object.spec.containers[0].image = "evil.example/web:1"
    | .request.userInfo = {username: "eve", groups: ["system:masters", "system:authenticated"]}' child.json

heading "8  Which commit is it, who wrote it, who approved it, and why"
shown sallyport trace Deployment/web -n shop
trace=$("$bin/sallyport" trace Deployment/web -n shop --repo "$dir/repositories/shop.git" --ref refs/heads/main \
    --path clusters/prod 2>&1) || broken "trace failed" "$trace"
while IFS= read -r line; do printf '    %s\n' "$line"; done <<<"$trace"
for word in "$change" alice bob 'Run the shop'; do
    grep -qF -- "$word" <<<"$trace" || broken "trace does not name $word"
done
good "commit, author, approver and reason"

heading "Everything came out as it should."
