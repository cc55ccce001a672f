#!/usr/bin/env bash
# Why: makes the three Debian packages (programs, the library for services, its headers), the same octets whoever makes
# them. Prints their names and sizes.
# Usage: packaging/linux/deb.sh [--arch amd64|arm64] OUTPUT
#   SOURCE_DATE_EPOCH   the date of everything inside (default: that of the last commit)
set -euo pipefail
umask 022
top=$(cd "$(dirname "$0")/../.." && pwd)
unset LIBRARY_PATH CPATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR
export LC_ALL=C.UTF-8
begin=$SECONDS

fail() {
    echo "deb.sh: $*" >&2
    exit 1
}

arch=amd64
version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
while [ $# -gt 1 ]; do
    case $1 in
    --arch) arch=$2 ;;
    *) fail "usage: packaging/linux/deb.sh [--arch amd64|arm64] OUTPUT" ;;
    esac
    shift 2
done
mkdir -p "${1:?Usage: packaging/linux/deb.sh [--arch amd64|arm64] OUTPUT}"
output=$(cd "$1" && pwd)
. "$top/packaging/packages.sh"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# shellcheck disable=SC2086
ensure_packages $build_packages debhelper dpkg-dev
case $arch in
amd64) preset=package triplet=x86_64-linux-gnu ;;
arm64)
    preset=package-arm64 triplet=aarch64-linux-gnu
    # shellcheck disable=SC2086
    ensure_packages $arm64_packages
    CERTWRIGHT_ARM64_SYSROOT=$("$top/packaging/linux/arm64-sysroot.sh" | tail -n 1)
    export CERTWRIGHT_ARM64_SYSROOT
    export CERTWRIGHT_SHLIBDEPS="-l$CERTWRIGHT_ARM64_SYSROOT/usr/lib/$triplet -- --admindir=$CERTWRIGHT_ARM64_SYSROOT/dpkg"
    ;;
*) fail "there are packages for amd64 and arm64, not for $arch." ;;
esac
build=$top/build/package-$arch
work=$build/deb
tree=$work/certwright

# build_programs compiles, and installs into $tree/installed.
build_programs() {
    (cd "$top" && cmake --preset "$preset" -DCMAKE_INSTALL_LIBDIR="lib/$triplet" >"$build.log") ||
        { cat "$build.log" >&2 && fail "cmake cannot configure the build."; }
    cmake --build "$build"
    rm -rf "$work"
    mkdir -p "$tree"
    cp -r "$top/packaging/debian" "$tree/"
    DESTDIR=$tree/installed cmake --install "$build" --prefix /usr >/dev/null
    if grep -rlF -e "$top" -e "${CERTWRIGHT_ARM64_SYSROOT:-$top}" "$tree/installed"; then
        fail "these files name a folder of the machine that built them."
    fi
}

# pack makes the packages in $work. One date for all files, so that it does not matter when they were compiled.
pack() {
    sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -u -R -d "@$SOURCE_DATE_EPOCH")/" \
        "$tree/debian/changelog.in" >"$tree/debian/changelog"
    rm "$tree/debian/changelog.in"
    find "$tree" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    # There are no debugging symbols to be packed apart.
    (cd "$tree" && DEB_BUILD_OPTIONS=noautodbgsym dpkg-buildpackage --build=binary --no-pre-clean --host-arch "$arch" --no-check-builddeps \
        --no-sign >"$work/log" 2>&1) || { tail -n 30 "$work/log" >&2 && fail "the packages cannot be made."; }
}

mkdir -p "$build"
# CMake remembers where it found the libraries of a sysroot that has since been replaced.
grep -qsF -e "${CERTWRIGHT_ARM64_SYSROOT:-$top}" "$build/CMakeCache.txt" || rm -f "$build/CMakeCache.txt"
build_programs
pack
mv "$work"/*.deb "$output/"
for name in certwright libcertwright-reader1 libcertwright-reader-dev; do
    (cd "$output" && du --bytes "${name}_${version}_$arch.deb")
done
echo "The packages for $arch took $((SECONDS - begin)) s."
