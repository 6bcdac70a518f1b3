#!/usr/bin/env bash
# Installs the Debian packages that building and testing need. Fast and silent when all are there.
#
#   Scripts/install-packages.sh [build|test|all]        default: all
#
# build: the libraries that the Swift targets link. test: the servers and tools that the end-to-end
# tests drive, on top of build. all: the same as test.
set -euo pipefail

say() { printf 'install-packages: %s\n' "$*" >&2; }

build=(libgit2-dev libssl-dev libyaml-dev libcurl4-openssl-dev librnp-dev libsimdjson-dev pkg-config)
test=(
    git openssh-server openssh-client nginx-light fcgiwrap
    etcd-server etcd-client jq rsync golang-go dpkg-dev make
    curl wrk openssl gnupg python3 python3-yaml
)

case ${1:-all} in
    build) wanted=("${build[@]}") ;;
    test | all)
        wanted=("${build[@]}" "${test[@]}")
        # A kubectl from elsewhere serves as well, and Debian's package would collide with its file.
        command -v kubectl >/dev/null || wanted+=(kubernetes-client)
        ;;
    *)
        say "usage: install-packages.sh [build|test|all]"
        exit 2
        ;;
esac

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
done
((${#missing[@]})) || exit 0

run=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        say "error: these packages are missing, and there is neither root nor sudo: ${missing[*]}"
        exit 1
    fi
    run=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
attempt() {
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1
}
say "updating the package lists"
# One unreachable third-party list must not stop what the others can deliver.
attempt update || say "warning: apt-get update: $(tail -n 1 "$log")"
say "installing ${missing[*]}"
if ! attempt install -y --no-install-recommends "${missing[@]}"; then
    cat "$log" >&2
    say "error: apt-get install failed"
    exit 1
fi
say "done"
