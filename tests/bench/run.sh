#!/usr/bin/env bash
# Installs what the benches need, builds them (Release, build/bench), makes a newsroom of many items, measures, and
# prints what was measured beside what is wanted, with the ratio. Nothing fails for being slow: machines differ, and so
# do rounds on one machine.
#   bash tests/bench/run.sh [--items N] [--seed N] [--rounds N] [--seconds N] [PART …]
#   PART: start publish serve readers desk keys whole; all by default.  --help tells the rest.
# The newsroom is kept in build/bench/bench-data for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source installer/packages.sh

install_packages $toasoan_packages $toasoan_test_packages $toasoan_bench_packages
build=build/bench
[ -f "$build/build.ninja" ] || cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON
cmake --build "$build" --target toasoan-server toasoan-bench-newsroom toasoan-bench-desk toasoan-bench-editor
exec python3 -B tests/bench/bench.py --build "$build" "$@"
