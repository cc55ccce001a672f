#!/usr/bin/env bash
# Why: runs one program for Windows as ctest wants it: its output with the line ends of the host, its exit status, and an
# end. A pipe would not end, because Wine's background programs inherit it: the output goes through a file.
# Usage: packaging/windows/wine-run.sh PROGRAM [ARGUMENTS…], with the prefix in WINEPREFIX and the folder of all DLLs
# (stage.sh) in CERTWRIGHT_WINDOWS_RUNTIME
set -u
. "$(dirname "$0")/wine-settings.sh"
export WINEPREFIX=${WINEPREFIX:?names no Wine prefix}
export WINEPATH="Z:${CERTWRIGHT_WINDOWS_RUNTIME:?names no folder of DLLs}"
output=$(mktemp)
"$wine" "$@" >"$output" 2>&1 </dev/null
status=$?
tr -d '\r' <"$output"
rm -f "$output"
exit "$status"
