#!/usr/bin/env bash
# Why: what a person on Windows gets: an installer, and a folder to carry about, made from build/windows (build.sh).
# Usage: packaging/windows/package.sh OUTPUT [VERSION]
#   makes certwright-<version>-windows-x64-setup.exe, …-portable.zip and, for those who write services, …-reader.zip in
#   OUTPUT. The version is the project's; another one is for trying an upgrade. Two runs give the same octets.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=$top/build/windows
begin=$SECONDS
output=${1:?"Usage: package.sh OUTPUT [VERSION]"}
. "$top/packaging/packages.sh"
. "$here/dlls.sh"
# shellcheck disable=SC2086
ensure_packages $build_packages $windows_packages $installer_packages $release_packages
export LC_ALL=C.UTF-8 TZ=UTC

fail() {
    echo "package.sh: $*" >&2
    exit 1
}

version=${2:-$(sed -n 's/^project(Certwright VERSION \([0-9.]*\) .*/\1/p' "$top/CMakeLists.txt")}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "\"$version\" is no version of three numbers."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || echo 1700000000)}
export SOURCE_DATE_EPOCH
sysroot=$(bash "$here/toolchain.sh")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/Certwright
mkdir -p "$output"
output=$(cd "$output" && pwd)

# put FILE TARGET copies an installed text with the line ends that every editor of Windows knows.
put() {
    mkdir -p "$(dirname "$2")"
    sed 's/\r*$/\r/' "$1" >"$2"
}

# stage_programs makes $stage/bin: programs, DLLs, and those plugins of Qt that a window on Windows uses.
stage_programs() {
    local kind plugin
    mkdir -p "$stage/bin"
    cmake --install "$build" --component programs --prefix "$work/install" >/dev/null
    cp "$work"/install/bin/*.exe "$stage/bin/"
    for plugin in platforms/qwindows styles/qwindowsvistastyle; do
        mkdir -p "$stage/bin/${plugin%/*}"
        cp "$sysroot/plugins/$plugin.dll" "$stage/bin/${plugin%/*}/"
    done
    copy_dlls "$sysroot" "$stage/bin" "$stage"/bin/*.exe "$stage"/bin/*/*.dll
    find "$stage/bin" -type f -exec x86_64-w64-mingw32-strip --strip-all {} +
    bash "$here/sign.sh" "$stage"/bin/certwright*.exe
    # Without it Qt also looks for plugins beside the folder, where anybody may have put something.
    put "$here/installer/qt.conf" "$stage/bin/qt.conf"
}

# stage_texts makes $stage/doc: under which terms all of it may be used.
stage_texts() {
    put "$top/LICENSE" "$stage/doc/LICENSE.txt"
    python3 "$top/packaging/release/notices.py" windows "$work/notices"
    put "$work/notices" "$stage/doc/THIRD-PARTY-NOTICES.txt"
}

# same_dates gives every file below a folder the date of the sources.
same_dates() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# list_installed writes what the installer puts there, for the next version, and as the uninstaller's commands.
list_installed() {
    local list=$stage/installed-files.txt
    (cd "$stage" && { echo uninstall.exe; echo installed-files.txt; find bin doc -type f | sort
        find bin doc -depth -type d | sed 's,$,/,'; }) | tr / '\\' | sed 's/$/\r/' >"$list"
    ! grep -q '[^ -~[:space:]]' "$list" || fail "an installed file has a name that is not ASCII."
    tr -d '\r' <"$list" | sed -n -e 's/^\(.*\)\\$/RMDir "$INSTDIR\\\1"/p' -e t -e 's/.*/Delete "$INSTDIR\\&"/p' >"$work/remove.nsh"
}

make_installer() {
    local target=$output/certwright-$version-windows-x64-setup.exe picture
    for picture in "side 328 628"; do
        # shellcheck disable=SC2086
        set -- $picture
        python3 "$here/make_picture.py" rsvg-convert "$here/installer/$1.svg" "$work/$1.bmp" "$2" "$3"
    done
    python3 "$here/make_icon.py" rsvg-convert "$top/resources/icons/certwright.svg" "$work/certwright.ico"
    same_dates "$work"
    rm -f "$target"
    # What comes after the NSIS script's name would overrule it.
    makensis -V2 -WX -INPUTCHARSET UTF8 "-DVERSION=$version" "-DSTAGE=$stage" "-DWORK=$work" "-DSIGN=$here/sign.sh" "-DOUTPUT=$target" \
        "-DSIZE=$(du -sk --apparent-size "$stage" | cut -f 1)" "$here/installer/certwright.nsi" ||
        fail "the installer cannot be made."
    [ -s "$target" ] || fail "makensis made no installer."
    bash "$here/sign.sh" "$target"
}

make_portable() {
    local folder=$work/portable/Certwright-$version
    mkdir -p "$folder"
    cp -r "$stage/bin/." "$stage/doc/." "$folder/"
    put "$here/certwright-portable.txt" "$folder/certwright-portable.txt"
    python3 "$here/make_zip.py" "$folder" "$output/certwright-$version-windows-x64-portable.zip" "$SOURCE_DATE_EPOCH"
}

# The library for services, for those who compile them with mingw-w64.
make_reader() {
    local folder=$work/reader/certwright-reader-$version
    cmake --install "$build" --component reader --prefix "$folder" >/dev/null
    copy_dlls "$sysroot" "$folder/bin" "$folder"/bin/*.dll
    find "$folder" -name '*.dll' -exec x86_64-w64-mingw32-strip --strip-unneeded {} +
    cp "$stage"/doc/* "$folder/"
    python3 "$here/make_zip.py" "$folder" "$output/certwright-$version-windows-x64-reader.zip" "$SOURCE_DATE_EPOCH"
}

stage_programs
stage_texts
list_installed
make_installer
make_portable
make_reader
(cd "$output" && ls -l -- *"$version-windows-x64"*)
echo "The Windows packages took $((SECONDS - begin)) s."
