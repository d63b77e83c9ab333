#!/bin/sh
# lint.sh - clang-format and clang-tidy over every source file; needs a configured
# dev build (cmake --preset dev) and the packages clang-format and clang-tidy.
set -eu
cd "$(dirname "$0")/.."
files=$(git ls-files '*.cpp' '*.h')
# shellcheck disable=SC2086 # the list is meant to be split
clang-format --dry-run -Werror $files
git ls-files '*.cpp' | grep -vE '^tests/(fuzz|bench)/' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/dev --quiet 2>/dev/null
echo "clean"
