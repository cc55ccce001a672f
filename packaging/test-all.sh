#!/usr/bin/env bash
# Why: everything that is promised, on every system that it is promised for: the tests of the program, then what is given
# out for Windows and Linux, each installed and used. Every part says how long it took; the last line counts all tests.
# Usage: packaging/test-all.sh [PART…]   (parts: program windows deb archive arm64 release; default: all)
set -uo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
output=$here/../build/packages
logs=$(mktemp -d)
passed=0
failed=0

# part NAME runs the function of that name; what it counts in its "N passed, M failed" lines is added. Without such a line,
# or when it fails without a failed test, the part itself is one failed test.
part() {
    local name=$1 begin=$SECONDS counts status=0
    echo "==== $name"
    "$name" 2>&1 | tee "$logs/$name"
    status=${PIPESTATUS[0]}
    counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$logs/$name" | awk '{p += $1; f += $2} END {print p + 0, f + 0}')
    passed=$((passed + ${counts% *}))
    if [ "$status" != 0 ] && [ "${counts#* }" = 0 ] || [ "$counts" = "0 0" ]; then
        failed=$((failed + 1))
        summary+="$name: FAILED"$'\n'
    fi
    failed=$((failed + ${counts#* }))
    summary+="$name: ${counts% *} passed, ${counts#* } failed, $((SECONDS - begin)) s"$'\n'
}

# prepare makes what takes long and is made once (the sysroots), while tests that wait leave a processor idle.
prepare() {
    exec >"$logs/prepare" 2>&1 </dev/null
    chrt --idle --pid 0 $BASHPID
    bash "$here/windows/toolchain.sh"
    bash "$here/linux/archive-toolchain.sh" --arch amd64
}
program() {
    local preparing status=0
    prepare &
    preparing=$!
    bash "$here/test.sh" || status=$?
    wait "$preparing" || true # what it could not make is made, or told, by the part that needs it
    return "$status"
}
windows() {
    local status=0
    bash "$here/windows/build.sh" || return
    bash "$here/windows/test.sh" || status=1
    bash "$here/windows/test-installer.sh" || status=1
    return "$status"
}
deb() {
    bash "$here/linux/deb.sh" --arch amd64 "$output" && bash "$here/linux/test-deb.sh" "$output"
}
archive() {
    bash "$here/linux/archive.sh" --arch amd64 "$output" && bash "$here/linux/rpm.sh" --arch amd64 "$output" &&
        bash "$here/linux/test-archive.sh" "$output"
}
arm64() {
    bash "$here/linux/deb.sh" --arch arm64 "$output" && bash "$here/linux/test-arm64.sh"
}
release() { bash "$here/release/test.sh"; }

parts=("$@")
[ $# -gt 0 ] || parts=(program windows deb archive arm64 release)
for name in "${parts[@]}"; do
    case $name in
    program | windows | deb | archive | arm64 | release) ;;
    *)
        echo "test-all.sh: \"$name\" is none of: program windows deb archive arm64 release." >&2
        exit 2
        ;;
    esac
done
summary=
for name in "${parts[@]}"; do
    part "$name"
done
rm -rf "$logs"
printf '==== summary\n%s' "$summary"
echo "All of it took $((SECONDS / 60)) min $((SECONDS % 60)) s."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
