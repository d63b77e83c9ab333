#!/bin/sh
# run.sh [--thorough] - installs what is missing, builds, and runs every test, then
# the unit tests again under AddressSanitizer and UBSan. --thorough runs the long
# ones too.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
sh third_party/install.sh run test
if [ "${1:-}" = "--thorough" ]; then
    export CASEBOOK_THOROUGH=1
fi
cmake --preset dev >/dev/null
cmake --build --preset dev
cmake --preset asan >/dev/null
cmake --build --preset asan
status=0
ctest --preset asan || status=1
ctest --preset dev || status=1
exit $status
