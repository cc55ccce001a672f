#!/usr/bin/env bash
# Why: one command for the figures; builds nothing, so that what is measured is the release build that is there.
# Usage: tests/bench/import_ratio.sh [CERTWRIGHT-CLI] [RUNS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cli=${1:-$here/../../build/release/app/cli/certwright-cli}
[ -x "$cli" ] || { echo "There is no $cli; build it first: packaging/run.sh" >&2; exit 2; }
exec /usr/bin/python3 "$here/figures.py" "$cli" "${2:-15}"
