#!/usr/bin/env bash
# Our server and nginx with the same page of 25 KB on loopback, wrk with 64 connections, rounds alternating.
# Prints, for the page as it is, gzipped, and as a file: requests per second and CPU time per request (user and system
# time of all threads and processes of the server), and the ratio ours/nginx as the median of the rounds.
#   bash tests/bench/http/run.sh [--build DIR] [--rounds N] [--seconds N] [--threads N]
set -euo pipefail
cd "$(dirname "$0")/../../.."

build=build/bench rounds=5 seconds=4 threads=1
while (($#)); do
    case $1 in
    --build) build=$2 ;;
    --rounds) rounds=$2 ;;
    --seconds) seconds=$2 ;;
    --threads) threads=$2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
for tool in nginx wrk gzip python3; do
    command -v "$tool" >/dev/null || { echo "this bench needs $tool" >&2; exit 2; }
done
[[ -f $build/build.ninja ]] || cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON >/dev/null
cmake --build "$build" --target toasoan-http-bench >/dev/null

exec python3 tests/bench/http/compare.py "$build/bin/toasoan-http-bench" "$rounds" "$seconds" "$threads"
