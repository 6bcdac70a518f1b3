#!/usr/bin/env bash
# Pushes from many clients at once while processes of the server are killed with -9 at random moments, then checks
# that the chain of receipts is whole, every accepted update is receipted, and nothing else is.
#
#   Scripts/soak.sh FOLDER-OF-PROGRAMS [PUSHES [CLIENTS [SEED]]]
#
# What Git really did is read from the server's reflogs, which the gate does not write.
set -euo pipefail

say() { printf 'soak: %s\n' "$*" >&2; }
if (($# < 1)) || [[ ! -x $1/sallyport-hook ]]; then
    say "usage: soak.sh FOLDER-OF-PROGRAMS [PUSHES [CLIENTS [SEED]]]"
    exit 2
fi
bin=$(realpath "$1") pushes=${2:-500} clients=${3:-50} seed=${4:-$RANDOM}
say "$pushes pushes by $clients clients, seed $seed"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME=$work GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name soak
git config --global user.email soak@shop.example
git config --global init.defaultBranch main

ssh-keygen -q -t ed25519 -N '' -f key
public=$(cut -d' ' -f1,2 key.pub)
printf 'apiVersion: sallyport.dev/v1\nkind: Root\nrepository: soak\nowners: {a: {keys: [{ssh: %s}]}}\nthreshold: 1\n' \
    "$public" >root.yaml
git init -q --bare server.git
git -C server.git config core.logAllRefUpdates always
"$bin/sallyport" install server.git --root root.yaml --hook "$bin/sallyport-hook" >/dev/null
git init -q seed
mkdir seed/.sallyport
cat >seed/.sallyport/policy.yaml <<END
apiVersion: sallyport.dev/v1
kind: Policy
repository: soak
serial: 1
people: {a: {keys: [{ssh: $public}]}}
refs:
  - match: refs/heads/main
    signed: required
    history: fast-forward
unmatched: allow
END
git -C seed add .
git -C seed -c gpg.format=ssh -c user.signingKey="$work/key" commit -q -S -m policy
git -C seed push -q "file://$work/server.git" HEAD:refs/heads/main

descendants() {
    local child
    for child in $(pgrep -P "$1"); do
        echo "$child"
        descendants "$child"
    done
}

# Kills one of the processes below a push after a moment: receive-pack, a hook, or what they started.
kill_one_of() {
    local all
    sleep "0.$(printf '%03d' $((RANDOM % 400)))"
    mapfile -t all < <(descendants "$1")
    ((${#all[@]} == 0)) || kill -9 "${all[RANDOM % ${#all[@]}]}" 2>/dev/null || true
}

client() {
    local number=$1 count=$2 push refspecs
    RANDOM=$((seed + number))
    git clone -q "file://$work/server.git" "client$number" 2>/dev/null
    cd "client$number"
    while ((count-- > 0)); do
        git commit -q --allow-empty -m "$number $count"
        case $((RANDOM % 4)) in
            0) refspecs=(+HEAD:refs/heads/shared) ;;
            1) refspecs=(--atomic "+HEAD:refs/heads/c$number" "HEAD:refs/tags/t$number-$count" +HEAD:refs/heads/shared) ;;
            2) refspecs=("+HEAD:refs/heads/c$number" "HEAD:refs/tags/t$number-$count") ;;
            *) refspecs=("+HEAD:refs/heads/c$number") ;;
        esac
        git push -q origin "${refspecs[@]}" 2>>"$work/told" &
        push=$!
        ((RANDOM % 2)) && kill_one_of "$push"
        if wait "$push" 2>/dev/null; then echo accepted; else echo not; fi >>"$work/results"
    done
}

for ((number = 0; number < clients; number++)); do
    client "$number" $(((pushes + clients - 1) / clients)) &
done
wait
# The last push settles what the killed ones left.
git -C seed commit -q --allow-empty -m last
git -C seed push -q "file://$work/server.git" HEAD:refs/heads/last
say "accepted $(grep -c accepted results || true), killed or refused $(grep -c not results || true)"

# Receipts by their order: ref, old, new.
git -C server.git log --reverse --format=%s%n%b refs/sallyport/receipts |
    awk '/^Receipt /{ref=$3; number=$2+0; if (number != ++n) {print "receipt " number " out of order" >"/dev/stderr"; bad=1}}
         / -> /{print ref, $1, $3} END{exit bad}' >receipts
# Moves by Git's own books.
for log in $(cd server.git/logs && find refs -type f ! -path 'refs/sallyport/*'); do
    awk -v ref="$log" '{print ref, $1, $2}' "server.git/logs/$log"
done >moves
git -C server.git for-each-ref --format='%(refname) %(objectname)' | grep -v ^refs/sallyport/ >refs
fail=0
awk 'NR==FNR {move[$0]++; next} move[$0]-- <= 0 {print "receipted, and did not happen: " $0; bad=1} END{exit bad}' \
    moves receipts || fail=1
zero=0000000000000000000000000000000000000000
awk -v zero=$zero 'NR==FNR {if (($1 in at ? at[$1] : zero) != $2) {print "does not follow: " $0; bad=1} at[$1]=$3; next}
    at[$1] != $2 {print "is not where its last receipt says: " $0; bad=1} END{exit bad}' receipts refs || fail=1
left=$(ls server.git/sallyport/journal server.git/sallyport/set-aside 2>/dev/null | grep -v -e : -e '^$' || true)
[[ -z $left ]] || { say "left over: $left"; fail=1; }
locks=$(find server.git -name '*.lock' ! -name rejected.lock)
[[ -z $locks ]] || say "locks that are in nobody's way yet: $locks"
((fail == 0)) || { cp told "/tmp/soak-told.$$"; say "NOT whole; what clients were told is in /tmp/soak-told.$$"; exit 1; }
say "whole: $(wc -l <receipts) receipts, $(wc -l <refs) refs"
