#!/usr/bin/env bash
# Why: runs one program for Windows as ctest wants it: its output with the line ends of the host, its exit status, and an
# end. A pipe would not end, because Wine's background programs inherit it: the output goes through a file.
# Usage: packaging/windows/wine-run.sh PROGRAM [ARGUMENTS…], with the prefix in WINEPREFIX and the folder of all DLLs
# (stage.sh) in CERTWRIGHT_WINDOWS_RUNTIME
# A test without arguments, or with options only, is run without those of its functions that tests/not_on_windows.txt names.
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/wine-settings.sh"
export WINEPREFIX=${WINEPREFIX:?names no Wine prefix}
export WINEPATH="Z:${CERTWRIGHT_WINDOWS_RUNTIME:?names no folder of DLLs}"
output=$(mktemp)
trap 'rm -f "$output"' EXIT

# run PROGRAM ARGUMENTS… leaves what it prints in $output.
run() {
    "$wine" "$@" >"$output" 2>&1 </dev/null
}

# left_out prints the functions of the test that the list names, "function" or "function:row", one in a line.
left_out() {
    awk -F ' [|] ' -v test="$(basename "$1" .exe)" '$1 == test { print $2 }' "$here/../../tests/not_on_windows.txt"
}

functions=()
out=
case ${2:--} in -*) out=$(left_out "$1") ;; esac
if [ -n "$out" ]; then
    kind=-functions
    case $out in *:*) kind=-datatags ;; esac
    run "$1" $kind
    # The list names the test's class in front of its rows.
    mapfile -t functions < <(tr -d '\r' <"$output" | sed -e 's/()$//' -e 's/^[A-Za-z0-9]* \([a-zA-Z_0-9]*\) \?/\1:/; s/:$//' |
        awk -v out="$out" 'BEGIN { n = split(out, names, "\n"); for (i = 1; i <= n; ++i) skip[names[i]] = 1 }
            NF { split($0, part, ":"); if (!($0 in skip) && !(part[1] in skip)) print }')
    [ "${#functions[@]}" != 0 ] || { echo "Nothing of $1 is left to run." >&2; exit 1; }
fi
run "$@" ${functions[@]+"${functions[@]}"}
status=$?
tr -d '\r' <"$output"
exit "$status"
