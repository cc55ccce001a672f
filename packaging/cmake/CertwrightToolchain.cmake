# Compiler settings as interface targets, and the libraries that come from the distribution.
#   Certwright::warnings   warnings as errors, for own code only
#   Certwright::build      language level, sanitizers, coverage, hardening
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

find_program(CERTWRIGHT_CCACHE ccache)
if(CERTWRIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CERTWRIGHT_CCACHE}")
endif()

find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto SSL)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
if(WIN32)
    find_library(LibArchive_LIBRARY archive_static REQUIRED) # a name that the module below does not look for
endif()
find_package(LibArchive REQUIRED)
# libpsl has no package file for CMake, and pkg-config is not needed for anything else.
find_path(LIBPSL_INCLUDE_DIR libpsl.h REQUIRED)
find_library(LIBPSL_LIBRARY psl REQUIRED)
add_library(Libpsl::Libpsl UNKNOWN IMPORTED)
set_target_properties(Libpsl::Libpsl PROPERTIES
    IMPORTED_LOCATION "${LIBPSL_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${LIBPSL_INCLUDE_DIR}")
# Nor has libidn2.
find_path(LIBIDN2_INCLUDE_DIR idn2.h REQUIRED)
find_library(LIBIDN2_LIBRARY idn2 REQUIRED)
add_library(Libidn2::Libidn2 UNKNOWN IMPORTED)
set_target_properties(Libidn2::Libidn2 PROPERTIES
    IMPORTED_LOCATION "${LIBIDN2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${LIBIDN2_INCLUDE_DIR}")
if(WIN32 OR CERTWRIGHT_CARRIED)
    # Static there (packaging/windows/parts.sh, packaging/linux/archive-parts.sh), it does not say what it needs.
    find_package(ZLIB REQUIRED)
    set_property(TARGET LibArchive::LibArchive APPEND PROPERTY INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
endif()
if(WIN32)
    set_property(TARGET Libpsl::Libpsl APPEND PROPERTY INTERFACE_LINK_LIBRARIES ws2_32)
endif()
find_package(Qt6 6.2 REQUIRED COMPONENTS Core Gui Widgets LinguistTools)
if(CERTWRIGHT_TESTS)
    find_package(Qt6 6.2 REQUIRED COMPONENTS Test)
endif()
if(NOT WIN32)
    find_package(Qt6 6.2 REQUIRED COMPONENTS DBus)
endif()

add_library(certwright_warnings INTERFACE)
add_library(Certwright::warnings ALIAS certwright_warnings)
target_compile_options(certwright_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-align -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough -Wextra-semi)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(certwright_warnings INTERFACE -Wduplicated-cond -Wlogical-op)
    if(CERTWRIGHT_SANITIZE OR CERTWRIGHT_COVERAGE OR CMAKE_BUILD_TYPE STREQUAL "Release")
        # GCC 11 and 12 see these in std::variant, std::optional and std::string where there is nothing to see.
        target_compile_options(certwright_warnings INTERFACE
            -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overread -Wno-stringop-overflow
            -Wno-array-bounds)
    endif()
endif()

add_library(certwright_build INTERFACE)
add_library(Certwright::build ALIAS certwright_build)
target_compile_features(certwright_build INTERFACE cxx_std_20)
# Qt's lower-case macros (slots, emit, signals) would eat members of that name.
target_compile_definitions(certwright_build INTERFACE QT_NO_KEYWORDS)
if(WIN32)
    # The wide calls only, and none of the names that <windows.h> takes from everybody else.
    target_compile_definitions(certwright_build INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN)
endif()
if(CERTWRIGHT_SANITIZE)
    target_compile_options(certwright_build INTERFACE
        -fsanitize=${CERTWRIGHT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")
        target_compile_options(certwright_build INTERFACE -g1) # lines for a report; all of it takes a quarter longer
    endif()
    target_link_options(certwright_build INTERFACE -fsanitize=${CERTWRIGHT_SANITIZE})
endif()
if(CERTWRIGHT_FUZZ)
    # The fuzzer steers by the branches of the libraries, not only of its own file.
    target_compile_options(certwright_build INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CERTWRIGHT_COVERAGE)
    target_compile_options(certwright_build INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(certwright_build INTERFACE --coverage)
endif()
if(CERTWRIGHT_HARDENING AND WIN32)
    # GCC 12's own probing of the stack crashes it here, and Windows has its own (__chkstk); GCC has no control flow
    # guard. Nothing can be at an address that is known beforehand, nor be run where it is data: the linker's defaults,
    # said all the same, and read back by test_windows_image.
    target_compile_options(certwright_build INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(certwright_build INTERFACE -fstack-protector-strong -Wl,--dynamicbase,--high-entropy-va,--nxcompat)
elseif(CERTWRIGHT_HARDENING)
    target_compile_options(certwright_build INTERFACE
        -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        target_compile_options(certwright_build INTERFACE -fcf-protection=full)
    endif()
    target_link_options(certwright_build INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
