# Why: what CMake must know to compile for Linux with glibc 2.31 on: the host's own compiler (a cross compiler for arm64),
# the libraries of Debian 11 and, in front of them, what archive-toolchain.sh made. CERTWRIGHT_ARCHIVE_SYSROOT names the
# folder, in the environment or as a cache variable; the file `architecture` in it says for what it was made.
set(CMAKE_SYSTEM_NAME Linux)
if(NOT CERTWRIGHT_ARCHIVE_SYSROOT)
    set(CERTWRIGHT_ARCHIVE_SYSROOT "$ENV{CERTWRIGHT_ARCHIVE_SYSROOT}")
endif()
# CMake's trials of the compiler read this file too, without the cache.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CERTWRIGHT_ARCHIVE_SYSROOT)
file(READ "${CERTWRIGHT_ARCHIVE_SYSROOT}/architecture" made_for)
string(STRIP "${made_for}" made_for)
if(made_for STREQUAL "arm64")
    set(CMAKE_SYSTEM_PROCESSOR aarch64)
else()
    set(CMAKE_SYSTEM_PROCESSOR x86_64)
endif()
set(triplet ${CMAKE_SYSTEM_PROCESSOR}-linux-gnu)
set(CMAKE_C_COMPILER ${triplet}-gcc)
set(CMAKE_CXX_COMPILER ${triplet}-g++)
# Link-time optimised objects are archived by the compiler's own tools.
set(CMAKE_AR ${triplet}-gcc-ar)
set(CMAKE_RANLIB ${triplet}-gcc-ranlib)
set(CMAKE_STRIP ${triplet}-strip)
set(CMAKE_OBJCOPY ${triplet}-objcopy)

set(root "${CERTWRIGHT_ARCHIVE_SYSROOT}/root")
set(CMAKE_SYSROOT "${root}")
list(PREPEND CMAKE_FIND_ROOT_PATH "${CERTWRIGHT_ARCHIVE_SYSROOT}" "${root}")
list(PREPEND CMAKE_PREFIX_PATH "${CERTWRIGHT_ARCHIVE_SYSROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# -B: left to itself, a native compiler takes start files and libraries of the host before those of a sysroot.
set(CMAKE_C_FLAGS_INIT "-B${root}/usr/lib/${triplet}/")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT}")
# -L: libgcc_s is beside the C library, and the host's would be taken otherwise, which wants glibc 2.35.
set(link "-L${CERTWRIGHT_ARCHIVE_SYSROOT}/lib -L${root}/lib/${triplet} -L${root}/usr/lib/${triplet}")
set(link "${link} -Wl,-rpath-link,${CERTWRIGHT_ARCHIVE_SYSROOT}/lib:${root}/usr/lib/${triplet}:${root}/lib/${triplet}")
# An RPATH of the old kind: it holds for the libraries of libraries too, and comes before LD_LIBRARY_PATH.
set(link "${link} -Wl,--disable-new-dtags")
set(CMAKE_EXE_LINKER_FLAGS_INIT "${link}")
set(CMAKE_SHARED_LINKER_FLAGS_INIT "${link}")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "${link}")
