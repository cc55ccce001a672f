#!/usr/bin/env bash
# Why: how many simple validations a second `validate --batch` answers, beside one `openssl verify` process over as many
# files, in the same run. Builds nothing.
# Usage: tests/bench/batch_rate.sh BUILD [LINES] [RUNS]; BUILD holds app/cli/certwright-cli and
# tests/support/forge/certwright_forge.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:?the build folder, e.g. build/release}
for program in app/cli/certwright-cli tests/support/forge/certwright_forge; do
    [ -x "$build/$program" ] || { echo "There is no $build/$program; build it first." >&2; exit 2; }
done
exec /usr/bin/python3 "$here/batch_rate.py" "$(realpath "$build")" "${2:-20000}" "${3:-5}"
