#!/usr/bin/env bash
# Why: every test that can run outside Windows runs under Wine, as an ordinary user; what cannot is listed with its reason.
# Usage: packaging/windows/test.sh [ARGUMENTS of ctest…], after build.sh
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
. "$top/packaging/count.sh"
# shellcheck disable=SC2086
ensure_packages $wine_packages
build=$top/build/windows
sysroot=$(bash "$here/toolchain.sh" | tail -n 1)
begin=$SECONDS

work=$(mktemp -d)
as_user=(env)
xvfb=
# Ends what Wine left running in its prefix, and the display, and nothing else.
tidy() {
    [ ! -d "$work/prefix" ] || (. "$here/wine-settings.sh" && "${run[@]}" timeout 60 "$wineserver" -k) >/dev/null 2>&1 || true
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    rm -rf "$work"
}
trap tidy EXIT
chmod 755 "$work"
if [ "$(id -u)" = 0 ]; then
    user=certwright-test
    id "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$user"
    chown "$user" "$work"
    mkdir -p "$build/Testing"
    chown -R "$user" "$build/Testing"
    as_user=(setpriv --reuid "$user" --regid "$user" --clear-groups env)
    "${as_user[@]}" test -r "$build/CTestTestfile.cmake" || { echo "An ordinary user cannot reach $top." >&2; exit 1; }
fi

export CERTWRIGHT_WINDOWS_RUNTIME=$build/runtime
rm -rf "$CERTWRIGHT_WINDOWS_RUNTIME"
mapfile -t programs < <(find "$build/app" "$build/tests" -name '*.exe')
bash "$here/stage.sh" "$sysroot" "$CERTWRIGHT_WINDOWS_RUNTIME" "$sysroot/bin/Qt6Test.dll" "${programs[@]}"
# A display in memory, for the tests that show real windows.
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
xvfb=$!
for _ in $(seq 100); do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
run=("${as_user[@]}" DISPLAY=":$(cat "$work/display")" HOME="$work" TMPDIR="$work" WINEPREFIX="$work/prefix" LC_ALL=C.UTF-8)
"${run[@]}" bash "$here/wine-prefix.sh" "$work/prefix" "$CERTWRIGHT_WINDOWS_RUNTIME"
echo "The Wine prefix took $((SECONDS - begin)) s."

cd "$build"
"${run[@]}" ctest -j 2 --output-on-failure --no-tests=error --test-output-size-passed 10000000 \
    --output-junit "$work/tests.xml" "$@" || true
count "$work/tests.xml"
echo "Not tested under Wine:"
sed 's/^/  /' "$build/not-on-windows.txt"
sed '/^#/d; s/^/  /' "$top/tests/not_on_windows.txt"
echo "The Windows tests took $((SECONDS - begin)) s."
closing_count
