#!/bin/bash
# Why: a fuzzer that nobody runs finds nothing; this runs each for as long as there is time and says what came out.
#
#   tests/fuzz/run.sh SECONDS [target…]
#
# Runs the targets of the preset `fuzz` (all that are built, or those named: "parse" or "fuzz_parse"), a few at a time,
# SECONDS each, on seeds from corpus.sh and on what earlier runs found. Prints one line for each: runs, inputs kept,
# result. Whatever made a target fail is kept in crashes/. Fails if one did, and if there was none to run.
# FUZZ_AT_ONCE (2) is how many run beside each other, FUZZ_BUILD (build/fuzz) where the targets are, FUZZ_WORK
# (FUZZ_BUILD/fuzzing) where inputs and logs are kept; neither is ever committed.
set -u

seconds=${1:-}
case $seconds in
'' | *[!0-9]* | 0)
    echo "usage: tests/fuzz/run.sh SECONDS [target…]" >&2
    exit 2
    ;;
esac
shift
here=$(cd "$(dirname "$0")" && pwd)
build=${FUZZ_BUILD:-$here/../../build/fuzz}
work=${FUZZ_WORK:-$build/fuzzing}
at_once=${FUZZ_AT_ONCE:-2}

# largest_of prints the most octets of an input: keys and certificates are small, archives and lists are not.
largest_of() {
    case $1 in
    fuzz_crl_stream) echo 524288 ;; # more than the reader's first buffer, twice
    fuzz_load | fuzz_batch) echo 65536 ;;
    fuzz_parse | fuzz_pkcs12) echo 16384 ;;
    *) echo 4096 ;;
    esac
}

# dictionary_of prints the option for the target's words, if it has any.
dictionary_of() {
    [ ! -f "$here/${1#fuzz_}.dict" ] || echo "-dict=$here/${1#fuzz_}.dict"
}

# fuzz_one runs one target and leaves its line in lines/.
fuzz_one() {
    local target=$1 log=$work/logs/$1.log crashes=$work/crashes/$1
    mkdir -p "$work/corpus/$target" "$work/seeds/$target" "$crashes"
    # shellcheck disable=SC2046  # no option or one
    "$build/tests/fuzz/$target" -max_total_time="$seconds" -max_len="$(largest_of "$target")" -rss_limit_mb=2048 \
        -malloc_limit_mb=1024 -timeout=20 -print_final_stats=1 -artifact_prefix="$crashes/" \
        $(dictionary_of "$target") "$work/corpus/$target" "$work/seeds/$target" >"$log" 2>&1
    local status=$?
    local runs kept result=clean
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    kept=$(find "$work/corpus/$target" -type f | wc -l)
    [ "$status" = 0 ] || result="FOUND $(sed -n 's/.*\(SUMMARY: .*\)/\1/p' "$log" | head -1), see $log and $crashes"
    printf '%-20s %10s runs %7s inputs  %s\n' "$target" "${runs:-0}" "$kept" "$result" >"$work/lines/$target"
    [ "$status" = 0 ]
}

targets=()
if [ $# -gt 0 ]; then
    for name in "$@"; do
        targets+=("fuzz_${name#fuzz_}")
    done
else
    for path in "$build"/tests/fuzz/fuzz_*; do
        if [ -f "$path" ] && [ -x "$path" ]; then
            targets+=("$(basename "$path")")
        fi
    done
fi
for target in "${targets[@]}"; do
    if [ ! -x "$build/tests/fuzz/$target" ]; then
        echo "There is no $build/tests/fuzz/$target. Run: cmake --preset fuzz && cmake --build --preset fuzz" >&2
        exit 2
    fi
done
if [ ${#targets[@]} = 0 ]; then
    echo "No fuzz target is built. Run: cmake --preset fuzz && cmake --build --preset fuzz" >&2
    exit 2
fi

rm -rf "$work/lines"
mkdir -p "$work/lines" "$work/logs"
"$here/corpus.sh" "$work/seeds" || exit 2

failed=0
running=0
for target in "${targets[@]}"; do
    if [ "$running" = "$at_once" ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
    fuzz_one "$target" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
cat "$work"/lines/*
exit "$failed"
