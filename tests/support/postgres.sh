#!/usr/bin/env bash
# A PostgreSQL cluster for the tests, on a free port of 127.0.0.1, as an unprivileged user.
#   postgres.sh start STATE   makes and starts it; STATE/url then holds its address. One that runs already is kept.
#   postgres.sh start STATE durable   the same, but what is committed survives a power cut, as on a server of an office.
#   postgres.sh stop STATE    stops and removes it.
#   postgres.sh halt STATE    stops it, as for maintenance; resume starts it again, with its data and on its port.
# With TOASOAN_TEST_POSTGRES set (an address, or "none") there is nothing to start.
set -euo pipefail

command=${1:?start, stop, halt or resume}
state=$(realpath -m -- "${2:?folder for the state}")

if [[ -n "${TOASOAN_TEST_POSTGRES:-}" ]]; then
    echo "using TOASOAN_TEST_POSTGRES"
    exit 0
fi

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [[ -z "$bin" ]]; then
    bin=$(dirname "$(command -v pg_ctl || true)")
fi
if [[ ! -x "$bin/initdb" ]]; then
    echo "PostgreSQL's server programs were not found: install the package postgresql, or set" \
         "TOASOAN_TEST_POSTGRES (to none to test without)" >&2
    exit 1
fi

# initdb refuses to run as root.
unprivileged() {
    if [[ $(id -u) -ne 0 ]]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        runuser -u nobody -- "$@"
    fi
}

stop() {
    local folder
    folder=$(cat "$state/folder" 2>/dev/null || true)
    if [[ -n "$folder" && -d "$folder/data" ]]; then
        (cd / && unprivileged "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop) 2>/dev/null || true
        rm -rf -- "$folder"
    fi
    rm -rf -- "$state"
}

# Its output would keep the pipe of whoever called this open.
serve() {
    unprivileged "$bin/pg_ctl" --pgdata="$1/data" --log="$1/log" --silent --timeout=60 \
        --options="-c listen_addresses=127.0.0.1 -c port=$2 -c unix_socket_directories=$1 \
            -c max_connections=200 -c logging_collector=off $(cat "$state/options")" start >/dev/null 2>&1 </dev/null
}

halt() {
    cd /
    unprivileged "$bin/pg_ctl" --pgdata="$(cat "$state/folder")/data" --mode=fast --silent stop
}

resume() {
    cd /
    serve "$(cat "$state/folder")" "$(sed -E 's/.*:([0-9]+)\/.*/\1/' "$state/url")"
}

start() {
    local folder port attempt
    folder=$(cat "$state/folder" 2>/dev/null || true)
    if [[ -n "$folder" ]] && (cd / && unprivileged "$bin/pg_ctl" --pgdata="$folder/data" status) >/dev/null 2>&1; then
        echo "already running: $(cat "$state/url")"
        return
    fi
    stop
    mkdir -p "$state"
    # Data of tests is thrown away, so nothing is synced.
    if [[ "$1" == durable ]]; then
        echo "" >"$state/options"
    else
        echo "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB" >"$state/options"
    fi
    folder=$(cd / && unprivileged mktemp -d /tmp/toasoan-postgres-XXXXXX)
    echo "$folder" >"$state/folder"
    cd /
    # Text sorts by bytes, as on SQLite.
    unprivileged "$bin/initdb" --pgdata="$folder/data" --username=toasoan --auth=trust --encoding=UTF8 --locale=C \
        --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    rm -f "$folder.log"
    for attempt in $(seq 20); do
        port=$((20000 + RANDOM % 12000))
        if serve "$folder" "$port"; then
            echo "postgres://toasoan@127.0.0.1:$port/postgres" >"$state/url"
            echo "started: $(cat "$state/url")"
            return
        fi
        grep -q "could not bind\|Address already in use" "$folder/log" || break
        : >"$folder/log" 2>/dev/null || true
    done
    cat "$folder/log" >&2
    stop
    exit 1
}

case "$command" in
    start) start "${3:-}" ;;
    stop) stop ;;
    halt) halt ;;
    resume) resume ;;
    *) echo "unknown: $command" >&2; exit 1 ;;
esac
