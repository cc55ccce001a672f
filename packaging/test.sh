#!/usr/bin/env bash
# Why: one command that shows whether everything works: builds without warnings, runs every test (the core tests under
# the sanitizers too), counts them, and says how long each part took. Root runs as root what root's powers can change,
# and as an ordinary user everything for which modes mean something: root ignores them.
# Usage: packaging/test.sh [PART…]   (with parts, which packaging/test-all.sh names: what is given out, tried too)
set -eu
umask 022
top=$(cd "$(dirname "$0")/.." && pwd)
[ $# = 0 ] || exec bash "$top/packaging/test-all.sh" "$@"
. "$top/packaging/packages.sh"
. "$top/packaging/count.sh"

# shellcheck disable=SC2086
ensure_packages $build_packages $test_packages $(fuzz_packages)

user=certwright-test
if [ "$(id -u)" = 0 ]; then
    id "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$user"
    if ! runuser -u "$user" -- test -r "$top/packaging/test.sh"; then
        echo "An ordinary user cannot reach this folder: testing a copy of it."
        copy=$(mktemp -d -p /var/tmp)
        trap 'rm -rf "$copy"' EXIT
        chmod 755 "$copy"
        cp -r "$top/." "$copy/"
        rm -rf "$copy/build"
        bash "$copy/packaging/test.sh"
        exit
    fi
fi

cd "$top"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
chmod 777 "$results"
# run_tests NAME BUILD-FOLDER [CTEST ARGUMENTS …]
run_tests() {
    local name=$1 folder=$2
    shift 2
    echo "== test ($name)"
    # Qt wants a private folder for sockets; the one of a login session belongs to whoever started this.
    "${as_user[@]}" mkdir -m 700 "$results/runtime-$name"
    (cd "$folder" && "${as_user[@]}" XDG_RUNTIME_DIR="$results/runtime-$name" ctest -j 2 --output-on-failure --no-tests=error \
        --test-output-size-passed 10000000 --output-junit "$results/$name.xml" "$@") || true
    count "$results/$name.xml"
    took "tests ($name)"
}

# build PRESET [ARGUMENTS OF cmake --build …]
build() {
    local preset=$1
    shift
    echo "== build ($preset)"
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" "$@"
    took "build of $preset"
}

# took WHAT says how long it took since the last one.
last=0
took() {
    echo "The $1 took $((SECONDS - last)) s."
    last=$SECONDS
}

as_user=(env)
build release
if [ "$(id -u)" = 0 ]; then
    run_tests everything build/release -LE user-only
else
    run_tests everything build/release
fi
build asan --target core-tests
run_tests sanitizers build/asan -L core
# Long enough to see that every target runs and holds its seeds; tests/fuzz/run.sh 600 is the long run.
build fuzz
echo "== fuzz (short)"
if bash tests/fuzz/run.sh 5; then
    passed=$((passed + $(find build/fuzz/tests/fuzz -maxdepth 1 -name 'fuzz_*' -type f -executable | wc -l)))
else
    failed=$((failed + 1))
fi
took "fuzzing"
if [ "$(id -u)" = 0 ]; then
    as_user=(runuser -u "$user" -- env HOME="$(getent passwd "$user" | cut -d: -f6)")
    chown -R "$user" build/release/Testing
    run_tests ordinary-user build/release -L unprivileged
fi

closing_count
