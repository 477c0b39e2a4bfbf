#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all of them; ends with ctest's summary.
#   bash tests/run.sh [PRESET] [ctest arguments …]     PRESET: dev (default), asan, tsan
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

preset=dev
case "${1:-}" in dev|asan|tsan) preset=$1; shift ;; esac

install_packages $toasoan_packages $toasoan_test_packages
cmake --preset "$preset" -DTOASOAN_WERROR="${TOASOAN_WERROR:-OFF}"
cmake --build --preset "$preset"
[ "$(id -u)" -eq 0 ] && export QTWEBENGINE_DISABLE_SANDBOX=1 # Chromium's sandbox refuses root
ctest --test-dir "build/$preset" --output-on-failure --timeout 600 "$@"
