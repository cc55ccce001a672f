# Why: tests of packages print one line a check and count them, all in the same way. Sourced, not run.
# Provides check WHAT COMMAND… (a command that fails is shown with what it printed), same WHAT EXPECTED FOUND, and
# checks_end, which prints the count and the duration and returns whether all is well.
passed=0
failed=0
checks_begin=$SECONDS

check() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok     $what"
    else
        failed=$((failed + 1))
        echo "FAILED $what"
        printf '%s\n' "$said" | tail -n 20 | sed 's/^/       /'
    fi
}

same() {
    local what=$1 expected=$2 found=$3
    if [ "$expected" = "$found" ]; then
        check "$what" true
    else
        check "$what" sh -c 'printf "%s\n" "expected:" "$1" "found:" "$2"; false' sh "$expected" "$found"
    fi
}

checks_end() {
    echo "The checks took $((SECONDS - checks_begin)) s."
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
