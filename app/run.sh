#!/bin/sh
# run.sh [ARGUMENTS…] - installs what is missing, builds, and opens today's session.
# Arguments go to the program: sh app/run.sh --dark
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
sh "$top/third_party/install.sh" run
cd "$top"
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
if ! ninja -C build/release -n casebook 2>/dev/null | grep -q 'no work to do'; then
    echo "Building Casebook; the first time takes some minutes."
    cmake --build --preset release >build/release/build.log 2>&1 || {
        tail -40 build/release/build.log >&2
        echo "The build failed; the whole log is build/release/build.log." >&2
        exit 1
    }
fi
exec build/release/app/casebook "$@"
