# Why: test scripts of several systems count the same things: test functions, not programs.
# Sourced, not run. Provides passed, failed, count FILE and closing_count.
passed=0
failed=0

# count FILE adds the test functions of every Qt Test program in a JUnit file of ctest (each program's totals hold two
# that are not tests: initTestCase and cleanupTestCase), and programs that ended without totals as failed.
count() {
    local functions failures programs
    functions=$(sed -n 's/^Totals: \([0-9]*\) passed, .*/\1/p' "$1" | awk '{n += $1 - 2} END {print n + 0}')
    failures=$(sed -n 's/^Totals: [0-9]* passed, \([0-9]*\) failed.*/\1/p' "$1" | awk '{n += $1} END {print n + 0}')
    programs=$(sed -n 's/^[[:space:]]*failures="\([0-9]*\)".*/\1/p' "$1" | head -n 1)
    [ "$failures" -ge "${programs:-1}" ] || failures=${programs:-1}
    passed=$((passed + functions))
    failed=$((failed + failures))
}

# closing_count prints the line that ends a test script, and fails if anything did.
closing_count() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
