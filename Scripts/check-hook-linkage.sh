#!/usr/bin/env bash
# Checks what the hook binary is linked with. It runs at every push, so it starts fast and carries
# neither an HTTP stack nor libcurl of its own, no Foundation, and Swift's library inside it.
#
#   Scripts/check-hook-linkage.sh .build/release/sallyport-hook
set -euo pipefail

say() { printf 'check-hook-linkage: %s\n' "$*" >&2; }
if (($# != 1)) || [[ ! -x $1 ]]; then
    say "usage: check-hook-linkage.sh BINARY"
    exit 2
fi

faults=0
fault() { say "error: $*"; faults=1; }

needed=$(readelf -dW "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
# What it says itself. libgit2 brings libraries of its own along, which are not meant; Swift's own library,
# linked statically, brings libstdc++.
allowed='^(libgit2\.so|libstdc\+\+\.so|libcrypto\.so|libyaml-0\.so|libm\.so|libc\.so|libgcc_s\.so|libpthread\.so|libdl\.so|ld-linux)'
while read -r library; do
    [[ -n $library ]] || continue
    grep -qE "$allowed" <<<"$library" || fault "it needs $library"
done <<<"$needed"

# Static code shows in symbols: Swift mangles a module's name into each as length and name.
symbols=$(nm -C --defined-only "$1" 2>/dev/null || true)
mangled=$(nm --defined-only "$1" 2>/dev/null || true)
[[ -n $mangled ]] || fault "it has no symbols to look at"
for module in NIOCore NIOPosix NIOSSL NIOHTTP1 Hummingbird HummingbirdCore AdmissionServer KubernetesClient \
    Foundation FoundationEssentials ArgumentParser; do
    if grep -q -m1 "\$s${#module}${module}" <<<"$mangled"; then fault "it contains $module"; fi
done
if grep -qE ' curl_(easy|multi|global)_' <<<"$symbols"; then fault "it contains libcurl"; fi

# libgit2 on mbedTLS would parse all of the system's certificates at each start.
if ldd "$1" | grep -q libmbedtls && ! nm -D --defined-only "$1" | grep -q ' mbedtls_x509_crt_parse_file$'; then
    fault "it lets libgit2 load certificates"
fi

((faults == 0)) || exit 1
say "needs only: $(tr '\n' ' ' <<<"$needed")"
