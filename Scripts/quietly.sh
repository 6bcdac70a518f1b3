#!/usr/bin/env bash
# Runs a command and shows nothing of it but one line, and all of it when it fails.
#
#   Scripts/quietly.sh "what it does" COMMAND...
set -euo pipefail

what=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf '%s … ' "$what"
started=$SECONDS
if "$@" >"$log" 2>&1; then
    printf '%d s\n' "$((SECONDS - started))"
else
    code=$?
    printf 'failed\n'
    cat "$log" >&2
    exit "$code"
fi
