#!/usr/bin/env bash
# Records the program as it is, on both engines, into tests/upgrade/version-N (README.md):
#   bash tests/upgrade/record.sh BUILD N     after `cmake --build BUILD --target upgrade_record`
# A recording is made once. A folder that is there is left as it is.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
build=$(realpath "${1:?the build folder}")
into=$here/version-${2:?the number of the version}
[[ ! -e $into ]] || { echo "$into is there already, and recordings are never made again" >&2; exit 1; }

export QT_QPA_PLATFORM=offscreen
umask 077
work=$(mktemp -d)
state=$work/postgres
cleanUp() {
    bash "$here/../support/postgres.sh" stop "$state"
    rm -rf -- "$work"
}
trap cleanUp EXIT

# The same bytes of the same files, whoever packs them; gzip, which every Debian has. The lock names a machine.
pack() {
    find "$1" -name '*.lock' -delete
    tar --create --directory="$1" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1741141800 . | gzip -n9 >"$2"
}

record() {
    local engine=$1 url=${2:-}
    mkdir -p "$work/$engine" "$into/$engine"
    "$build/tests/upgrade_record" "$work/$engine" ${url:+"$url"}
    pack "$work/$engine/server" "$into/$engine/server.tar.gz"
    pack "$work/$engine/desks" "$into/$engine/desks.tar.gz"
    cp "$work/$engine/expected.json" "$work/$engine/newsroom.jsonl" "$into/$engine/"
}

record sqlite

bash "$here/../support/postgres.sh" start "$state"
cluster=$(cat "$state/url")
psql --quiet --no-psqlrc "$cluster" --command="CREATE DATABASE recorded TEMPLATE template0 ENCODING 'UTF8'"
record postgresql "${cluster%/*}/recorded"
# Newer minor releases of pg_dump write \restrict, which older ones of psql do not know.
pg_dump --no-owner --no-privileges --dbname="${cluster%/*}/recorded" | sed -E '/^\\(un)?restrict /d' \
    >"$into/postgresql/newsroom.sql"

# Nothing of this machine is in it.
for unpacked in "$work"/*/server "$work"/*/desks "$into"/*/*.sql "$into"/*/*.json*; do
    for word in "$(hostname)" "$work" "$(dirname "$(dirname "$here")")" "$HOME/"; do
        # A name of two letters stands in any picture.
        if [[ ${#word} -gt 4 ]] && grep --recursive --quiet --text --fixed-strings -- "$word" "$unpacked"; then
            echo "$unpacked names $word" >&2
            rm -rf -- "$into"
            exit 1
        fi
    done
done

chmod -R a+rX "$into"
du -b "$into"/*/*
