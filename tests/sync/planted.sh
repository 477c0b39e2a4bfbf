#!/usr/bin/env bash
# Does the simulator catch what it is for? Plants each fault of planted/ in a copy of the sources, builds tst_simulation
# there, runs some hundred seeds, and says of each CAUGHT, with the first seed, or MISSED. Ends with 1 if one was missed.
# Of a fault that chance meets too seldom the patch names a test ("test: tst_rights"), which must fail with it.
# Too dear for ctest: a fault takes about half a minute.
#   bash tests/sync/planted.sh [--seeds N] [--work DIR] [FAULT …]
#     --seeds N     how many seeds look for each fault (2000); a fault that is met sooner ends it sooner
#     --work DIR    where the copy and its build are, kept for the next time (a temporary folder, removed)
#     FAULT         the names of patches, or their beginnings: "03 15"; all without any
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_dir=$(cd "$here/../.." && pwd)

seeds=2000
work=
wanted=()
while [ $# -gt 0 ]; do
    case "$1" in
        --seeds) seeds=$2; shift 2 ;;
        --work) work=$2; shift 2 ;;
        *) wanted+=("$1"); shift ;;
    esac
done
if [ -z "$work" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work/tree"

export QT_QPA_PLATFORM=offscreen QTEST_DISABLE_STACK_DUMP=1 TOASOAN_SIMULATION_FIRST=1 TOASOAN_SIMULATION_FAULTS=1
export QTEST_FUNCTION_TIMEOUT=3600000

# What was left planted by a run that was ended is overwritten; what did not change keeps its time, and its object file.
copy() {
    (cd "$source_dir" && find . \( -path ./build -o -path ./.git \) -prune -o -type f -print0 |
        while IFS= read -r -d '' file; do
            cmp -s "$file" "$work/tree/$file" || cp --parents "$file" "$work/tree"
        done)
}

build() {
    nice cmake --build "$work/build" --target "$1" >"$work/build.log" 2>&1
}

# The first seed, or function, that found something and what; nothing if all is well, or if it came to no end in half an
# hour.
look() {
    local ended=0
    TOASOAN_SIMULATION_SEEDS=$2 nice timeout 1800 "$work/build/tests/$1" -maxwarnings 0 \
        >"$work/run.log" 2>&1 || ended=$?
    grep -m1 -E '^(seed |FAIL!)' "$work/run.log" || [ "$ended" -eq 0 ] || [ "$ended" -eq 124 ] || echo "it ended with $ended"
}

copy
[ -f "$work/build/build.ninja" ] ||
    cmake -S "$work/tree" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON >"$work/build.log"
build tst_simulation || { tail -20 "$work/build.log"; exit 1; }
found=$(look tst_simulation 200)
if [ -n "$found" ]; then
    echo "without a planted fault: $found"
    exit 1
fi

missed=0
for patch in "$here"/planted/*.patch; do
    name=$(basename "$patch" .patch)
    is_wanted=$([ ${#wanted[@]} -eq 0 ] && echo yes || echo no)
    for each in "${wanted[@]}"; do
        case "$name" in "$each"*) is_wanted=yes ;; esac
    done
    [ "$is_wanted" = yes ] || continue
    if ! patch -d "$work/tree" -p1 -s --dry-run <"$patch" >/dev/null; then
        echo "STALE   $name: the patch does not fit any more"
        missed=1
        continue
    fi
    patch -d "$work/tree" -p1 -s <"$patch"
    test=$(sed -n 's/^test: //p' "$patch")
    test=${test:-tst_simulation}
    if ! build "$test"; then
        echo "STALE   $name: it does not build"
        missed=1
    else
        found=$(look "$test" "$seeds")
        if [ -n "$found" ]; then
            echo "CAUGHT  $name: $found"
        else
            echo "MISSED  $name: $(head -1 "$patch")"
            missed=1
        fi
    fi
    patch -d "$work/tree" -p1 -s -R <"$patch"
done
exit $missed
