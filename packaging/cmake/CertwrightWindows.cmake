# What every program for Windows carries within itself: who made it, and what it asks of the system.
if(WIN32)
    enable_language(RC)
endif()

# certwright_windows_program(<target> <description>) gives a program its version, its manifest and the icon. Elsewhere
# nothing.
function(certwright_windows_program target description)
    if(NOT WIN32)
        return()
    endif()
    target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-s>)
    find_program(CERTWRIGHT_RSVG rsvg-convert REQUIRED)
    find_program(CERTWRIGHT_PYTHON python3 REQUIRED)
    set(icon "${CMAKE_CURRENT_BINARY_DIR}/certwright.ico")
    set(svg "${PROJECT_SOURCE_DIR}/resources/icons/certwright.svg")
    set(script "${PROJECT_SOURCE_DIR}/packaging/windows/make_icon.py")
    add_custom_command(OUTPUT "${icon}"
        COMMAND "${CERTWRIGHT_PYTHON}" "${script}" "${CERTWRIGHT_RSVG}" "${svg}" "${icon}"
        DEPENDS "${svg}" "${script}" COMMENT "Rendering certwright.ico" VERBATIM)
    set(CERTWRIGHT_DESCRIPTION "${description}")
    set(CERTWRIGHT_FILE "${target}.exe")
    set(CERTWRIGHT_ICON "${icon}")
    set(CERTWRIGHT_MANIFEST "${PROJECT_SOURCE_DIR}/packaging/windows/program.manifest")
    configure_file("${PROJECT_SOURCE_DIR}/packaging/windows/program.rc.in" "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" @ONLY)
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" PROPERTIES
        OBJECT_DEPENDS "${icon};${CERTWRIGHT_MANIFEST}")
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" "${icon}")
endfunction()
