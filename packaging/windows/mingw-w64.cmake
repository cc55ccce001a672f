# Why: what CMake must know to compile for Windows x64 on Debian: mingw-w64's compiler with POSIX threads (std::thread
# and std::mutex are only in that one), and the sysroot that toolchain.sh made, beside which nothing of the host is found.
# CERTWRIGHT_WINDOWS_SYSROOT names the sysroot, in the environment or as a cache variable.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_VERSION 10)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
# Link-time optimised objects are archived by the compiler's own tools.
set(CMAKE_AR x86_64-w64-mingw32-gcc-ar-posix)
set(CMAKE_RANLIB x86_64-w64-mingw32-gcc-ranlib-posix)

if(NOT CERTWRIGHT_WINDOWS_SYSROOT)
    set(CERTWRIGHT_WINDOWS_SYSROOT "$ENV{CERTWRIGHT_WINDOWS_SYSROOT}")
endif()
# CMake's trials of the compiler read this file too, without the cache.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CERTWRIGHT_WINDOWS_SYSROOT)
list(PREPEND CMAKE_FIND_ROOT_PATH "${CERTWRIGHT_WINDOWS_SYSROOT}" /usr/x86_64-w64-mingw32)
list(PREPEND CMAKE_PREFIX_PATH "${CERTWRIGHT_WINDOWS_SYSROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Windows 10 1809 is the oldest that is served: what came later is asked for at run time.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT}")
