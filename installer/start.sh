#!/usr/bin/env bash
# From a checkout to a running newsroom: installs what is missing, builds, and opens the workstation with its embedded
# backend on a demo newsroom. Without a display, or with --headless, the server alone.
set -euo pipefail
called_from="$PWD"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source installer/packages.sh

usage() {
  cat <<'TXT'
bash installer/start.sh [--headless] [--port N] [--data DIR] [--build-only]

  --headless    run toasoan-server alone, without the workstation's window
  --port N      the portal's port on this machine (8080)
  --data DIR    where the newsroom is kept ($XDG_DATA_HOME/toasoan, or ~/.local/share/toasoan)
  --build-only  install and build, then stop
TXT
}

headless=no port=8080 build_only=no
data="${XDG_DATA_HOME:-$HOME/.local/share}/toasoan"
while [ $# -gt 0 ]; do
  case "$1" in
    --headless) headless=yes ;;
    --port) port="${2:?--port needs a number}"; shift ;;
    --data) data="${2:?--data needs a folder}"; [[ $data = /* ]] || data="$called_from/$data"; shift ;;
    --build-only) build_only=yes ;;
    -h|--help) usage; exit 0 ;;
    *) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done

install_packages $toasoan_packages
[ -f build/release/build.ninja ] || cmake --preset release
cmake --build --preset release
[ "$build_only" = yes ] && { echo "Built: build/release/bin"; exit 0; }

bin="$PWD/build/release/bin"
if [ "$headless" = no ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display here, so the workstation stays closed and the server runs alone."
  headless=yes
fi
if [ "$headless" = yes ]; then
  # The demo prints its accounts; a newsroom that is there already is left as it is.
  "$bin/toasoan-server" demo --data "$data/newsroom" --port "$port"
  echo "The portal: http://127.0.0.1:$port/   (end with Ctrl+C)"
  exec "$bin/toasoan-server" serve --data "$data/newsroom" --port "$port"
fi
[ "$(id -u)" -eq 0 ] && export QTWEBENGINE_DISABLE_SANDBOX=1 # Chromium refuses to be sandboxed as root
exec "$bin/toasoan" --data "$data" --port "$port"
