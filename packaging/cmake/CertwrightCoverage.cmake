# The target coverage-report runs every test and prints the line coverage of core; it fails below 90 %.
find_program(CERTWRIGHT_GCOVR gcovr REQUIRED)
add_custom_target(coverage-report
    COMMAND ${CMAKE_CTEST_COMMAND} --output-on-failure --no-tests=error
    COMMAND ${CERTWRIGHT_GCOVR} --root "${PROJECT_SOURCE_DIR}" --filter "${PROJECT_SOURCE_DIR}/core/"
            --gcov-ignore-parse-errors --print-summary --fail-under-line 90 "${PROJECT_BINARY_DIR}"
    WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
    USES_TERMINAL)
