#!/usr/bin/env bash
# Lints charts/sallyport and renders it with Helm's own engine, and compares the objects with the plain
# manifests in admission/: with the example values both are the same. Then evaluates the registration's
# conditions on the gate's Pods and on their impostors. Needs python3 with venv; Helm comes
# as a Python package into a private folder beside the checkout's other caches.
#
#   Scripts/lint-chart.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cache=${SALLYPORT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sallyport}
venv=$cache/helm-0.2.2-cel-0.10.0
if [[ ! -e $venv/ready ]]; then
    mkdir -p "$cache"
    rm -rf "$venv"
    python3 -m venv "$venv" >&2
    "$venv/bin/pip" install --quiet --disable-pip-version-check \
        helm-python-sdk==0.2.2 common-expression-language==0.10.0 PyYAML==6.0.2 >&2
    touch "$venv/ready"
fi
# Helm says of each link that it followed it.
"$venv/bin/python" Scripts/lint_chart.py 2> >(grep -v 'INFO found symbolic link' >&2)
"$venv/bin/python" Scripts/lint_registration.py
