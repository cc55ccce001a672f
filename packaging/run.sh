#!/usr/bin/env bash
# Why: on a fresh machine, one command that does the main job: build, then import practice certificates into a practice
# service and prove that it would start.
# Usage: packaging/run.sh [FOLDER]   (default: a new temporary folder; it is kept, to look at)
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/packaging/packages.sh"

# shellcheck disable=SC2086
ensure_packages $build_packages
cd "$top"
cmake --preset release >/dev/null
cmake --build --preset release --target certwright-cli
cli=$top/build/release/app/cli/certwright-cli

practice=${1:-$(mktemp -d)/practice}
"$cli" practice "$practice"
cd "$practice"
echo
echo "\$ certwright-cli import --service streamserver --root services/streamserver material/good-pem"
# The password of practice material is public: it stands in the readme.
password=$(sed -n 's/^| material\/good-pem | [a-z]* | `\([^`]*\)`.*/\1/p' README.md | head -n 1)
printf '%s' "$password" | "$cli" import --service streamserver --root services/streamserver --yes --password-stdin material/good-pem
echo
echo "\$ certwright-cli verify --service streamserver --root services/streamserver"
"$cli" verify --service streamserver --root services/streamserver
echo
echo "The practice folder is $practice; its README.md lists everything to try."
