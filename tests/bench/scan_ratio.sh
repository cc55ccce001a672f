#!/usr/bin/env bash
# Why: what a search through certificate files costs, beside one `openssl verify` process over the same files, in the
# same run. Builds nothing but the maker of the files.
# Usage: tests/bench/scan_ratio.sh BUILD [FILES] [RUNS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:?the build folder, e.g. build/release}
cli=$build/app/cli/certwright-cli
[ -x "$cli" ] || { echo "There is no $cli; build it first." >&2; exit 2; }
cmake --build "$build" --target certificate_maker >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/leaves"
"$build/tests/bench/certificate_maker" "$folder" "${2:-10000}"
/usr/bin/python3 "$here/scan_ratio.py" "$(realpath "$cli")" "$folder" "${3:-5}"
