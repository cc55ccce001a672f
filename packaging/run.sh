#!/usr/bin/env bash
# Why: on a fresh machine, one command that does the main job. On a desktop: build, then open the window on a practice
# service and practice certificates. Without a display: build, then import them at the command line and prove that the
# service would start.
# Usage: packaging/run.sh [FOLDER]   (default: a new temporary folder; it is kept, to look at)
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/packaging/packages.sh"

# shellcheck disable=SC2086
ensure_packages $build_packages
practice=${1:-$(mktemp -d)/practice}
case $practice in
/*) ;;
*) practice=$PWD/$practice ;;
esac
mkdir -p "$(dirname "$practice")"
# Practice is not to be remembered among the services of whoever tries this.
export XDG_CONFIG_HOME=$practice.settings
cd "$top"
cmake --preset release >/dev/null

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cmake --build --preset release --target certwright certwright-cli
    echo
    echo "\$ certwright --practice $practice"
    exec "$top/build/release/app/gui/certwright" --practice "$practice"
fi

cmake --build --preset release --target certwright-cli
cli=$top/build/release/app/cli/certwright-cli
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
