#!/usr/bin/env bash
# Why: the same project as on Linux, compiled for Windows x64 into build/windows, with the sysroot of toolchain.sh.
# Usage: packaging/windows/build.sh [ARGUMENTS of cmake --build …]
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
# shellcheck disable=SC2086
ensure_packages $build_packages $windows_packages
begin=$SECONDS
CERTWRIGHT_WINDOWS_SYSROOT=$(bash "$here/toolchain.sh")
export CERTWRIGHT_WINDOWS_SYSROOT PKG_CONFIG_LIBDIR=$CERTWRIGHT_WINDOWS_SYSROOT/lib/pkgconfig
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH
cd "$top"
cmake --preset windows >/dev/null
cmake --build --preset windows "$@"
echo "The Windows build took $((SECONDS - begin)) s."
