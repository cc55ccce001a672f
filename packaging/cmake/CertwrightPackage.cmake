# Installs the library for services as a CMake package: find_package(Certwright), target Certwright::reader. All of it is
# the component `reader`, so that a service's build needs neither the programs nor what they need:
#   cmake --install build/release --component reader --prefix PREFIX
# (The Debian packages part it into runtime and development files by their names: packaging/debian/*.install.)
# Not with CERTWRIGHT_SHARED_ROOMS, where the library would look for the rooms in the build folder.
if(CERTWRIGHT_SHARED_ROOMS)
    return()
endif()
include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Certwright")
install(TARGETS certwright-reader EXPORT CertwrightTargets
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT reader NAMELINK_COMPONENT reader
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT reader
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT reader)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/reader/include/certwright" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    COMPONENT reader FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(EXPORT CertwrightTargets NAMESPACE Certwright:: DESTINATION "${package}" COMPONENT reader)
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/CertwrightConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/CertwrightConfig.cmake" INSTALL_DESTINATION "${package}")
# 0.2 may change what 0.1 promised to a build; the library itself has its own version (SOVERSION).
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/CertwrightConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/CertwrightConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/CertwrightConfigVersion.cmake"
    DESTINATION "${package}" COMPONENT reader)
# Found from where certwright.pc lies, so that the installed folder can be moved.
file(RELATIVE_PATH CERTWRIGHT_UP_FROM_PC "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" CERTWRIGHT_UP_FROM_PC "${CERTWRIGHT_UP_FROM_PC}")
configure_file("${PROJECT_SOURCE_DIR}/packaging/linux/certwright.pc.in" "${CMAKE_CURRENT_BINARY_DIR}/certwright.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/certwright.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT reader)
