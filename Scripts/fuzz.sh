#!/usr/bin/env bash
# Fuzzes the readers of outside text by libFuzzer: make fuzz.
#
#   Scripts/fuzz.sh [TARGET...]
#
# FUZZ_SECONDS (10) is how long each target runs. What it finds interesting is kept in
# ${SALLYPORT_CACHE:-${XDG_CACHE_HOME:-~/.cache}/sallyport}/fuzz/TARGET and gone on from. Ends with 1 at the first input
# that ends the process, takes over a second, or over 512 MiB; the input is kept beside the corpus.
set -euo pipefail

root=$(realpath -- "$(dirname "${BASH_SOURCE[0]}")/..")
cache=${SALLYPORT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sallyport}/fuzz
package=${FUZZ_PACKAGE:-$root/Tests/Fuzz}
seconds=${FUZZ_SECONDS:-10}
swift=${SWIFT:-swift}

# The compiler instruments; libFuzzer comes as a library, since the program has a start of its own.
resources=$("$swift" -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["paths"]["runtimeResourcePath"])')
library=$(ls "$resources/clang/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a")
flags=(-c release --scratch-path "$cache/build" -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xlinker "$library")
mkdir -p "$cache"
"$root/Scripts/quietly.sh" "building the fuzzers (minutes, the first time)" \
    "$swift" build --package-path "$package" "${flags[@]}" --product sallyport-fuzz
program=$("$swift" build --package-path "$package" "${flags[@]}" --show-bin-path)/sallyport-fuzz

work=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

# Objects that real tools signed.
write_objects() {
    local key=$work/key repository=$work/repository
    ssh-keygen -q -t ed25519 -N '' -C '' -f "$key"
    git init -q -b main "$repository"
    local as=(git -C "$repository" -c user.name=A -c user.email=a@shop.example -c gpg.format=ssh -c "user.signingKey=$key")
    "${as[@]}" commit -q -S --allow-empty -m $'Change\n\nCo-authored-by: B <b@shop.example>'
    "${as[@]}" tag -s -m release v1
    "${as[@]}" cat-file commit HEAD >"$work/commit"
    "${as[@]}" cat-file tag v1 >"$work/tag"
    ssh-keygen -q -Y sign -n git -f "$key" <"$work/commit" >"$work/ssh-signature" 2>/dev/null
    cp "$key.pub" "$work/ssh-key"
    cp "$work/commit" "$work/historic-commit"
}
write_objects

[[ $# -gt 0 ]] || mapfile -t targets < <("$program" targets)
for target in "${@:-${targets[@]}}"; do
    corpus=$cache/$target
    seeds=$work/seeds-$target
    mkdir -p "$corpus" "$seeds"
    "$program" seeds "$seeds" "$target"
    [[ ! -f $work/$target ]] || cp "$work/$target" "$seeds/"
    # Swift would catch the signal that libFuzzer is to see.
    if SWIFT_BACKTRACE=enable=no "$program" "$target" "-max_total_time=$seconds" -timeout=1 -rss_limit_mb=512 \
        -max_len=65536 -print_final_stats=1 "-artifact_prefix=$cache/$target-" "$corpus" "$seeds" >"$work/log" 2>&1; then
        awk -v target="$target" '/^stat::number_of_executed_units/ {n=$2} / cov: / {cov=$0; sub(/.* cov: /, "", cov); sub(/ .*/, "", cov)}
            END {printf "%-16s %9d inputs, %s edges\n", target, n, cov}' "$work/log"
    else
        tail -n 40 "$work/log" >&2
        echo "fuzz: $target failed; the input is in $cache/$target-*" >&2
        exit 1
    fi
done
