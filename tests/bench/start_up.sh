#!/usr/bin/env bash
# Why: one command for how long the window takes to be there; the programs are those of the release build.
# Usage: tests/bench/start_up.sh [BUILD-FOLDER] [RUNS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build/release}
cmake --build "$build" --target certwright bare_wizard first_paint >/dev/null
measure=(/usr/bin/python3 "$here/start_up.py" "$build/app/gui/certwright" "$build/tests/bench/bare_wizard"
    "$build/tests/bench/libfirst_paint.so" "${2:-25}")
if [ -n "${QT_QPA_PLATFORM:-}" ]; then
    exec "${measure[@]}"
fi
exec xvfb-run -a -s "-screen 0 1280x1024x24" "${measure[@]}"
