#!/usr/bin/env bash
# Why: every test that can run outside Windows runs under Wine, as an ordinary user; what cannot is listed with its reason.
# Usage: packaging/windows/test.sh [ARGUMENTS of ctest…], after build.sh
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
# shellcheck disable=SC2086
ensure_packages $wine_packages
build=$top/build/windows
sysroot=$(bash "$here/toolchain.sh")
begin=$SECONDS
export CERTWRIGHT_WINDOWS_RUNTIME=$build/runtime
rm -rf "$CERTWRIGHT_WINDOWS_RUNTIME"
# shellcheck disable=SC2046
bash "$here/stage.sh" "$sysroot" "$CERTWRIGHT_WINDOWS_RUNTIME" "$sysroot/bin/Qt6Test.dll" $(find "$build/app" "$build/tests" -name '*.exe')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
as_user=(env)
if [ "$(id -u)" = 0 ]; then
    user=certwright-test
    id "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$user"
    chown "$user" "$work"
    mkdir -p "$build/Testing"
    chown -R "$user" "$build/Testing"
    as_user=(setpriv --reuid "$user" --regid "$user" --clear-groups env)
fi
run=("${as_user[@]}" HOME="$work" TMPDIR="$work" WINEPREFIX="$work/prefix")
"${run[@]}" bash "$here/wine-prefix.sh" "$work/prefix" "$CERTWRIGHT_WINDOWS_RUNTIME"
echo "The Wine prefix took $((SECONDS - begin)) s."
status=0
cd "$build"
"${run[@]}" ctest --output-on-failure --no-tests=error "$@" || status=$?
echo "Not tested under Wine:"
sed 's/^/  /' "$build/not-on-windows.txt"
echo "The Windows tests took $((SECONDS - begin)) s."
exit "$status"
