#!/usr/bin/env bash
# Builds kube-apiserver and kube-controller-manager 1.20 from Debian's source package
# `kubernetes`, for the tests that need a real API server, and prints the folder they are in.
#
#   Scripts/build-kube-apiserver.sh
#
# The folder lies outside the checkout, so that a clean clone does not build again:
# ${SALLYPORT_CACHE:-${XDG_CACHE_HOME:-~/.cache}/sallyport}/kubernetes-1.20/bin
# Delete it to build anew. Progress goes to standard error, the folder to standard output.
# Needs no root: sources and lists go to a private apt folder, /etc/apt is only read.
set -euo pipefail

say() { printf 'build-kube-apiserver: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

programs=(kube-apiserver kube-controller-manager)
cache=${SALLYPORT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sallyport}
home=$cache/kubernetes-1.20

complete() {
    local program
    for program in "${programs[@]}"; do
        [[ -x $home/bin/$program ]] || return 1
    done
}

if complete; then
    printf '%s\n' "$home/bin"
    exit 0
fi

mkdir -p "$cache"
# Two runs at once would both spend the minutes; the second waits for the first.
exec 9>"$cache/kubernetes-1.20.lock"
if ! flock -n 9; then
    say "another build is running, waiting for it"
    flock 9
fi
if complete; then
    printf '%s\n' "$home/bin"
    exit 0
fi

for command in apt-get dpkg-deb dpkg-source go jq rsync make; do
    command -v "$command" >/dev/null || die "$command is missing; run Scripts/install-packages.sh test"
done

work=$(mktemp -d "$cache/kubernetes-1.20.build.XXXXXX")
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT

# The machine's own apt sources, as binary and source entries, in a private folder. Only those of
# the distribution's own suites: others carry no source package that is wanted here.
derive_sources() {
    local codename=$1 into=$2 file
    for file in /etc/apt/sources.list.d/*.sources; do
        [[ -r $file ]] || continue
        grep -v '^#' "$file" | awk -v RS= -v ORS='\n\n' -v codename="$codename" '
            {
                n = split($0, line, "\n"); wanted = 0; text = ""
                for (i = 1; i <= n; i++) {
                    if (line[i] ~ /^Types:/) line[i] = "Types: deb deb-src"
                    if (line[i] ~ "^Suites:.*[ \t]" codename "([-/ \t]|$)") wanted = 1
                    text = text line[i] "\n"
                }
                if (wanted) printf "%s\n", text
            }' >>"$into/derived.sources"
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [[ -r $file ]] || continue
        sed -E -n "s/^deb(-src)?[ \t]+((\[[^]]*\][ \t]+)?[^ \t]+[ \t]+$codename([-\/ \t].*)?)$/deb \2\ndeb-src \2/p" \
            "$file" >>"$into/derived.list"
    done
    [[ ! -e $into/derived.list ]] || sort -u -o "$into/derived.list" "$into/derived.list"
}

# shellcheck source=/dev/null
codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
[[ -n $codename ]] || die "/etc/os-release names no VERSION_CODENAME; this script needs Debian 12"
apt=$work/apt
mkdir -p "$apt"/{sources.list.d,lists/partial,cache/archives/partial}
derive_sources "$codename" "$apt/sources.list.d"
apt_options=(
    -q
    -o "Dir::Etc::sourcelist=/dev/null"
    -o "Dir::Etc::sourceparts=$apt/sources.list.d"
    -o "Dir::State::lists=$apt/lists"
    -o "Dir::Cache=$apt/cache"
    -o "APT::Get::List-Cleanup=0"
    -o "APT::Sandbox::User="
    # The machine's own hooks are for its own lists.
    -o "APT::Update::Post-Invoke-Success::=" -o "APT::Update::Post-Invoke::="
)

say "fetching the package lists"
apt-get "${apt_options[@]}" update >"$work/update.log" 2>&1 || { cat "$work/update.log" >&2; die "apt-get update failed"; }

say "fetching the source package kubernetes"
(
    cd "$work"
    apt-get "${apt_options[@]}" source kubernetes >source.log 2>&1 || { cat source.log >&2; exit 1; }
    apt-get "${apt_options[@]}" download golang-github-modern-go-reflect2-dev >download.log 2>&1 || { cat download.log >&2; exit 1; }
) || die "the source package could not be fetched"
tree=$(find "$work" -mindepth 1 -maxdepth 1 -type d -name 'kubernetes-*' -print -quit)
[[ -n $tree ]] || die "the source package unpacked to no kubernetes-* folder"
# Debian's version can read 1.20.5+really1.20.2.
release=$(sed -n '1s/.*(\(.*\)).*/\1/p' "$tree/debian/changelog" | sed -E 's/.*really//; s/^[0-9]+://; s/[-+~].*//')
[[ $release == 1.20.* ]] || die "the source package is Kubernetes $release, not 1.20"

# The vendored reflect2 reads the Go runtime's map layout; since Go 1.18 the server crashes with it
# on the first write of a custom resource.
dpkg-deb -x "$work"/golang-github-modern-go-reflect2-dev_*.deb "$work/reflect2"
vendored=$tree/vendor/github.com/modern-go/reflect2
rm -rf "$vendored"
mkdir -p "$vendored"
cp -R "$work/reflect2/usr/share/gocode/src/github.com/modern-go/reflect2/." "$vendored/"
find "$vendored" -name '*_test.go' -delete

# GOPATH mode wants the tree at its import path.
mkdir -p "$tree/.go/src/k8s.io"
ln -sfn "$tree" "$tree/.go/src/k8s.io/kubernetes"
cat >"$work/version" <<VERSION
KUBE_GIT_COMMIT='debian'
KUBE_GIT_TREE_STATE='clean'
KUBE_GIT_VERSION='v$release'
KUBE_GIT_MAJOR='1'
KUBE_GIT_MINOR='20'
VERSION

say "compiling Kubernetes $release (about four minutes on two cores)"
started=$SECONDS
(
    cd "$tree/.go/src/k8s.io/kubernetes"
    # Nothing of the caller's Go settings may lead the build elsewhere.
    unset GOFLAGS GOROOT GOOS GOARCH
    export GO111MODULE=off GOPATH="$tree/.go" GOCACHE="$work/gocache" GOPROXY=off \
        KUBE_GIT_VERSION_FILE="$work/version" SOURCE_DATE_EPOCH=1610000000
    what=
    for program in "${programs[@]}"; do what+=" cmd/$program"; done
    make WHAT="${what# }"
) >"$work/make.log" 2>&1 &
compiler=$!
while kill -0 "$compiler" 2>/dev/null; do
    sleep 1
    if (((SECONDS - started) % 30 == 0)); then say "still compiling, $((SECONDS - started)) s"; fi
done
wait "$compiler" || { tail -n 40 "$work/make.log" >&2; die "the build failed"; }

mkdir -p "$work/result/bin"
for program in "${programs[@]}"; do
    built=$(find "$tree/_output" -type f -name "$program" -perm -u+x -print -quit)
    [[ -n $built ]] || die "the build left no $program"
    cp "$built" "$work/result/bin/$program"
    "$work/result/bin/$program" --version >&2
done
rm -rf "$home"
mv "$work/result" "$home"
say "done in $((SECONDS - started)) s"
printf '%s\n' "$home/bin"
