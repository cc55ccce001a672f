#!/usr/bin/env bash
# Why: what was compiled for arm64 is run before anybody gets it, by qemu: every core test and the command line's, but for
# those that look into another process, which qemu's emulation of a user's program cannot show.
# Usage: packaging/linux/test-arm64.sh [CTEST ARGUMENTS …]
# Without arguments: the label core (rooms without a window), then a few whole imports with the command line.
set -euo pipefail
umask 022
top=$(cd "$(dirname "$0")/../.." && pwd)
unset LIBRARY_PATH CPATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR
export LC_ALL=C.UTF-8
begin=$SECONDS
. "$top/packaging/packages.sh"
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
    test_process_memory looks for secrets in the memory of a process, and finds that of qemu
END
)

(cd "$top" && cmake --preset package-arm64 -DCERTWRIGHT_TESTS=ON -DCMAKE_INSTALL_LIBDIR=lib/aarch64-linux-gnu >"$results/log") ||
    { cat "$results/log" >&2 && exit 1; }
cmake --build "$build" --target core-tests
echo "The arm64 tests were built in $((SECONDS - begin)) s."
begin=$SECONDS
[ $# -gt 0 ] || set -- -L core
XDG_RUNTIME_DIR=$results/runtime ctest --test-dir "$build" -j 2 --output-on-failure --no-tests=error --timeout 900 \
    --test-output-size-passed 10000000 --exclude-regex "^($not_here)\$" --output-junit "$results/tests.xml" "$@" || true
passed=$(sed -n 's/^Totals: \([0-9]*\) passed, .*/\1/p' "$results/tests.xml" | awk '{n += $1 - 2} END {print n + 0}')
failed=$(sed -n 's/^Totals: [0-9]* passed, \([0-9]*\) failed.*/\1/p' "$results/tests.xml" | awk '{n += $1} END {print n + 0}')
programs=$(sed -n 's/^[[:space:]]*failures="\([0-9]*\)".*/\1/p' "$results/tests.xml" | head -n 1)
[ "$failed" -ge "${programs:-1}" ] || failed=${programs:-1}
echo "The arm64 tests took $((SECONDS - begin)) s under qemu."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
