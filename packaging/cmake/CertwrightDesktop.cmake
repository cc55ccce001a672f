# Everything that a Linux desktop and a shell want of an installed program: menu entry, AppStream data, icons, man pages
# and completions. Made when a package is made (preset `package`), from the sources and from the programs themselves.
# SOURCE_DATE_EPOCH, where it is set, is the date of the man pages and of the release.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
find_program(GZIP gzip REQUIRED)
string(TIMESTAMP CERTWRIGHT_DATE "%Y-%m-%d" UTC)
set(made "${CMAKE_CURRENT_BINARY_DIR}/desktop")
set(files "")

# certwright_made(<file> <kind> <language>) lets certwright-manual write a file, and packs man pages without a date in
# their header.
function(certwright_made file kind language)
    get_filename_component(folder "${made}/${file}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    set(pack cat)
    if(kind MATCHES "^man-")
        set(pack "${GZIP}" -9n)
    endif()
    add_custom_command(OUTPUT "${made}/${file}"
        COMMAND certwright-manual ${kind} ${language} ${PROJECT_VERSION} ${CERTWRIGHT_DATE} > "${made}/${file}.plain"
        COMMAND ${pack} < "${made}/${file}.plain" > "${made}/${file}"
        DEPENDS certwright-manual VERBATIM)
    set(files ${files} "${made}/${file}" PARENT_SCOPE)
endfunction()

foreach(program IN ITEMS cli window)
    set(page certwright-cli.1.gz)
    if(program STREQUAL "window")
        set(page certwright.1.gz)
    endif()
    certwright_made(man/man1/${page} man-${program} en)
    certwright_made(man/zh_CN/man1/${page} man-${program} zh)
endforeach()
install(DIRECTORY "${made}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}" FILES_MATCHING PATTERN "*.gz")

certwright_made(completion/certwright-cli bash en)
certwright_made(completion/_certwright-cli zsh en)
install(FILES "${made}/completion/certwright-cli" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${made}/completion/_certwright-cli" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")

set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
foreach(size IN ITEMS 16 22 24 32 48 64 96 128 256 512)
    set(icon "${made}/certwright-${size}.png")
    add_custom_command(OUTPUT "${icon}"
        COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${icon}" "${PROJECT_SOURCE_DIR}/resources/icons/certwright.svg"
        DEPENDS "${PROJECT_SOURCE_DIR}/resources/icons/certwright.svg" VERBATIM)
    list(APPEND files "${icon}")
    install(FILES "${icon}" DESTINATION "${icons}/${size}x${size}/apps" RENAME certwright.png)
endforeach()
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/certwright.svg" DESTINATION "${icons}/scalable/apps")
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/certwright-symbolic.svg" DESTINATION "${icons}/symbolic/apps")

# The name of the menu entry is the component's id, and what the window says of itself (app/gui/main.cpp).
set(id org.certwright.certwright)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/${id}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
configure_file("${PROJECT_SOURCE_DIR}/packaging/linux/${id}.metainfo.xml" "${made}/${id}.metainfo.xml" @ONLY)
install(FILES "${made}/${id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")

add_custom_target(desktop-files ALL DEPENDS ${files})
