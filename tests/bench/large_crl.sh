#!/usr/bin/env bash
# Why: one command for the figures of large revocation lists; builds nothing.
# Usage: tests/bench/large_crl.sh BUILD [ENTRIES] [RUNS]; BUILD holds app/cli/certwright-cli and
# tests/bench/make_large_crl.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build/release}
for program in app/cli/certwright-cli tests/bench/make_large_crl; do
    [ -x "$build/$program" ] || { echo "There is no $build/$program; build it first." >&2; exit 2; }
done
exec /usr/bin/python3 "$here/large_crl.py" "$build" "${2:-1000000}" "${3:-5}"
