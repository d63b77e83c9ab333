#!/bin/sh
# Fetches the implementations that the benchmarks compare with into a cache
# directory, once, and prints that directory. Needs npm and the network.
set -eu
dir="${CASEBOOK_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/casebook-bench}"
mkdir -p "$dir"
if [ ! -d "$dir/node_modules/ts-fsrs" ] || [ ! -d "$dir/node_modules/@open-spaced-repetition/binding-linux-x64-gnu" ]; then
    cd "$dir"
    [ -f package.json ] || echo '{"private": true}' > package.json
    npm install --no-audit --no-fund --loglevel=error \
        @open-spaced-repetition/binding@0.5.0 @open-spaced-repetition/binding-linux-x64-gnu@0.5.0 ts-fsrs@5.4.2 >&2
fi
echo "$dir"
