#!/usr/bin/env bash
# Why: what was compiled for arm64 is run before anybody gets it, by qemu: every core test but those that look at their own
# process, which is qemu's.
# Usage: packaging/linux/test-arm64.sh [CTEST ARGUMENTS …]   (without arguments: -L core)
#   CERTWRIGHT_ARM64_TESTS   targets to build instead of core-tests
set -euo pipefail
umask 022
top=$(cd "$(dirname "$0")/../.." && pwd)
unset LIBRARY_PATH CPATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR
export LC_ALL=C.UTF-8
begin=$SECONDS
. "$top/packaging/packages.sh"
. "$top/packaging/count.sh"
# shellcheck disable=SC2086
ensure_packages $build_packages $arm64_packages libbenchmark-dev
CERTWRIGHT_ARM64_SYSROOT=$("$top/packaging/linux/arm64-sysroot.sh" | tail -n 1)
export CERTWRIGHT_ARM64_SYSROOT
# What a test starts itself is of this machine or finds the libraries by this.
export QEMU_LD_PREFIX=$CERTWRIGHT_ARM64_SYSROOT
build=$top/build/package-arm64
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
mkdir -m 700 "$results/runtime"

# What does not run here, by name and reason; the same tests run on x86-64.
not_here=$(sed 's/^ *\([a-z0-9_]*\) .*/\1/' <<'END' | paste -s -d '|'
    test_disk_full lets system calls fail by a seccomp filter, which qemu does not emulate
    test_large_past measures its own memory, which is that of qemu
    test_scan_memory measures its own memory, which is that of qemu
END
)

# CMake remembers where it found the libraries of a sysroot that has since been replaced.
grep -qsF -e "$CERTWRIGHT_ARM64_SYSROOT" "$build/CMakeCache.txt" || rm -f "$build/CMakeCache.txt"
(cd "$top" && cmake --preset package-arm64 -DCERTWRIGHT_TESTS=ON -DCMAKE_INSTALL_LIBDIR=lib/aarch64-linux-gnu >"$results/log") ||
    { cat "$results/log" >&2 && exit 1; }
# shellcheck disable=SC2086
cmake --build "$build" --target ${CERTWRIGHT_ARM64_TESTS:-core-tests}
echo "The arm64 tests were built in $((SECONDS - begin)) s."
begin=$SECONDS
[ $# -gt 0 ] || set -- -L core
XDG_RUNTIME_DIR=$results/runtime ctest --test-dir "$build" -j 2 --output-on-failure --no-tests=error --timeout 900 \
    --test-output-size-passed 10000000 --exclude-regex "^($not_here)\$" --output-junit "$results/tests.xml" "$@" || true
count "$results/tests.xml"
echo "The arm64 tests took $((SECONDS - begin)) s under qemu."
closing_count
