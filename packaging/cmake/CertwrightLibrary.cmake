# Declaring a library, a program or a test says everything about it: its sources and what it may include.

# certwright_library(NAME <room> SOURCES <files…> [MAY_INCLUDE <rooms…>] [USES <distribution libraries…>]
#                    [POSIX <files…>] [WINDOWS <files…>])
# Makes the static library certwright_<room> from the current folder. MAY_INCLUDE is what tests/architecture holds the
# room's #include lines to (read from this very call); "plan/plan.h" allows that one header of a room. USES names
# libraries of the distribution.
function(certwright_library)
    cmake_parse_arguments(ARG "" "NAME" "SOURCES;MAY_INCLUDE;USES;POSIX;WINDOWS" ${ARGN})
    set(sources ${ARG_SOURCES})
    if(WIN32)
        list(APPEND sources ${ARG_WINDOWS})
    else()
        list(APPEND sources ${ARG_POSIX})
    endif()
    add_library(certwright_${ARG_NAME} STATIC ${sources})
    target_include_directories(certwright_${ARG_NAME} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(certwright_${ARG_NAME} PUBLIC Certwright::build PRIVATE Certwright::warnings)
    foreach(room IN LISTS ARG_MAY_INCLUDE)
        string(REGEX REPLACE "/.*" "" room "${room}")
        target_link_libraries(certwright_${ARG_NAME} PUBLIC certwright_${room})
    endforeach()
    target_link_libraries(certwright_${ARG_NAME} PUBLIC ${ARG_USES})
    set_property(GLOBAL APPEND PROPERTY CERTWRIGHT_ROOMS certwright_${ARG_NAME})
endfunction()

# certwright_test(NAME <name> SOURCES <files…> ROOMS <rooms…> [USES <libraries…>] [LABELS <labels…>] [TIMEOUT <seconds>])
# A Qt Test program. Labels that the test script knows: `core` (runs under the sanitizers too), `unprivileged` (runs as
# an ordinary user when the script is root).
# The target core-tests builds the tests labelled `core`.
add_custom_target(core-tests)

# certwright_moc(<target> <source>) makes x.moc for a test_x.cpp, which includes it. Called for each file by itself:
# CMake's AUTOMOC makes two more targets and an empty object of every test, minutes of a whole build.
function(certwright_moc target source)
    if(NOT source MATCHES "^test_.*[.]cpp$")
        return()
    endif()
    string(REPLACE ".cpp" ".moc" moc "${source}")
    qt_generate_moc("${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${CMAKE_CURRENT_BINARY_DIR}/${moc}" TARGET ${target})
    set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS "${CMAKE_CURRENT_BINARY_DIR}/${moc}")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()

function(certwright_test)
    cmake_parse_arguments(ARG "" "NAME;TIMEOUT" "SOURCES;ROOMS;USES;LABELS" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    foreach(source IN LISTS ARG_SOURCES)
        certwright_moc(${ARG_NAME} ${source})
    endforeach()
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        target_compile_options(${ARG_NAME} PRIVATE -O1) # a test's own code is run once, but compiled everywhere
    endif()
    target_link_libraries(${ARG_NAME} PRIVATE certwright_test_support Certwright::warnings Qt6::Test ${ARG_USES})
    foreach(room IN LISTS ARG_ROOMS)
        target_link_libraries(${ARG_NAME} PRIVATE certwright_${room})
    endforeach()
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME})
    if("core" IN_LIST ARG_LABELS)
        add_dependencies(core-tests ${ARG_NAME})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
