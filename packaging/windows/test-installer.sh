#!/usr/bin/env bash
# Why: what a person on Windows installs is installed, used, upgraded and removed, with Chinese and spaces in every name.
# Under Wine, as an ordinary user, with a screen whose pictures are kept for a person to look at.
# Usage: packaging/windows/test-installer.sh [PACKAGES [PICTURES]], after build.sh
#   PACKAGES (default: build/windows/packages) holds what package.sh made; where nothing is, it is made. PICTURES (default:
#   build/windows/pictures) gets the pictures.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
. "$top/packaging/checks.sh"
# shellcheck disable=SC2086
ensure_packages $wine_packages $installer_packages $installer_test_packages
. "$here/wine-settings.sh"
. "$here/wine-desktop.sh"
begin=$SECONDS
packages=${1:-$top/build/windows/packages}
pictures=${2:-$top/build/windows/pictures}
mkdir -p "$pictures" "$packages"
pictures=$(cd "$pictures" && pwd)
packages=$(cd "$packages" && pwd)
work=$(mktemp -d)
chmod 755 "$work"
desktop=$work/desktop
account='C:\users\张 三'
trap 'end_desktop; rm -rf "$work"' EXIT
[ "$(id -u)" != 0 ] || id certwright-test >/dev/null 2>&1 || useradd --create-home --shell /bin/bash certwright-test

. "$here/test-installer-parts.sh"
make_packages
same_octets
wine_desktop
echo "The packages and the desktop took $((SECONDS - begin)) s."
shows_the_setup
installs_for_one
shows_its_window
works_on_a_service
upgrades_in_place
refuses_while_in_use
offers_files
uninstalls
installs_for_all
goes_along_portable
echo "The pictures are in $pictures."
checks_end
