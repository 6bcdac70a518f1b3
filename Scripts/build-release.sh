#!/usr/bin/env bash
# Builds the programs as they ship: in release, statically linked with Swift's own library.
#
#   Scripts/build-release.sh
#
# Product by product: what only tests need is not built, and some of it could not be in this way.
set -euo pipefail

for product in sallyport sallyport-hook sallyport-admission; do
    "${SWIFT:-swift}" build -c release --static-swift-stdlib --product "$product"
done
