#!/usr/bin/env bash
# Every C++ file of the project stands as .clang-format says; tells which do not. `git ls-files '*.cpp' '*.h' | xargs
# clang-format -i` mends them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
find app ui tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -n 40 -P 2 clang-format --dry-run --Werror
