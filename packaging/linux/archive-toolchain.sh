#!/usr/bin/env bash
# Why: everything that the offline archive's programs are linked with, so that they run from glibc 2.31 on: the libraries
# of Debian 11, and Qt, OpenSSL and others compiled against those from this release's source packages. Made once. Prints
# the folder with it as its last line.
# Usage: packaging/linux/archive-toolchain.sh [--arch amd64|arm64]   (default: this machine's)
#   CERTWRIGHT_ARCHIVE_SYSROOT   a finished folder: nothing is made, its name is printed
#   CERTWRIGHT_JOBS              how many compilers run at once (default: one per core)
# The folder is named after the sum of what makes it (this script, its sums, patches and flags), so that a change makes
# a new one. What is stopped half-way goes on where it stopped: a part that is done leaves a mark; so does the whole.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR
export LC_ALL=C.UTF-8

fail() {
    echo "archive-toolchain.sh: $*" >&2
    exit 1
}

trap 'fail "stopped at its line $LINENO."' ERR

case "${1:-}" in
--arch) architecture=${2:?Usage: packaging/linux/archive-toolchain.sh [--arch amd64|arm64]} ;;
"") architecture=$(dpkg --print-architecture) ;;
*) fail "Usage: packaging/linux/archive-toolchain.sh [--arch amd64|arm64]" ;;
esac
case $architecture in
amd64) triplet=x86_64-linux-gnu openssl_target=linux-x86_64 ;;
arm64) triplet=aarch64-linux-gnu openssl_target=linux-aarch64 ;;
*) fail "There is no archive for $architecture: amd64 or arm64." ;;
esac

if [ -n "${CERTWRIGHT_ARCHIVE_SYSROOT:-}" ]; then
    [ -e "$CERTWRIGHT_ARCHIVE_SYSROOT/finished" ] && grep -qx "$architecture" "$CERTWRIGHT_ARCHIVE_SYSROOT/architecture" ||
        fail "$CERTWRIGHT_ARCHIVE_SYSROOT (CERTWRIGHT_ARCHIVE_SYSROOT) holds no finished sysroot for $architecture."
    echo "$CERTWRIGHT_ARCHIVE_SYSROOT"
    exit 0
fi

. "$here/../packages.sh"
. "$here/../sysroot/sources.sh"
. "$here/archive-parts.sh"
sources=$here/../windows/sources.txt
patches=$here/patches
key=$(cd "$here" && { find archive-toolchain.sh archive-parts.sh bullseye.txt glibc_2_31.c older.cmake patches ../windows/sources.txt \
    ../sysroot/sources.sh -type f 2>/dev/null || true; } | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c 1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/certwright
sysroot=$cache/linux-$architecture-$key
if [ -e "$sysroot/finished" ]; then
    echo "$sysroot"
    exit 0
fi
mkdir -p "$sysroot"
exec 9>"$sysroot.lock"
flock 9
if [ -e "$sysroot/finished" ]; then
    echo "$sysroot"
    exit 0
fi
# shellcheck disable=SC2046
ensure_packages $(archive_packages "$architecture") >&2

work=$sysroot.work
root=$sysroot/root
archives=$cache/windows-sources # the same source packages
jobs=${CERTWRIGHT_JOBS:-$(nproc)}
launcher=$(command -v ccache || true)
export CERTWRIGHT_ARCHIVE_SYSROOT=$sysroot
export PKG_CONFIG_LIBDIR=$sysroot/lib/pkgconfig:$root/usr/lib/$triplet/pkgconfig:$root/usr/share/pkgconfig
# The same octets whoever makes them, and wherever.
export SOURCE_DATE_EPOCH=1700000000
prefix_map="-ffile-prefix-map=$work=/sources -ffile-prefix-map=$sysroot=/sysroot"
# What a compiler called by hand gets; CMake has the same from older.cmake.
target_flags="--sysroot=$root -B$root/usr/lib/$triplet/"
link_flags="-L$sysroot/lib -L$root/lib/$triplet -L$root/usr/lib/$triplet -Wl,-rpath-link,$sysroot/lib:$root/usr/lib/$triplet:$root/lib/$triplet -Wl,--disable-new-dtags"
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1
mkdir -p "$work" "$archives"
echo "$architecture" >"$sysroot/architecture"

begin=$SECONDS
fetch_sources
for name in bullseye libstdcxx headers zlib openssl yaml-cpp fmtlib libarchive libidn2 libpsl freetype qt6-base; do
    part "$name"
done
rm -rf "$work"
echo "The sysroot for $architecture took $((SECONDS - begin)) s." >&2
touch "$sysroot/finished"
echo "$sysroot"
