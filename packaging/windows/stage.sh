#!/usr/bin/env bash
# Why: a program for Windows finds its DLLs beside itself. This puts together those of the sysroot and of the compiler,
# and Qt's plugins; only what is named there, or needed by what is named, is taken.
# Usage: packaging/windows/stage.sh SYSROOT FOLDER PROGRAM…
set -euo pipefail
sysroot=$1
folder=$2
shift 2
places=("$sysroot/bin" "$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")"
    /usr/x86_64-w64-mingw32/lib)
mkdir -p "$folder/plugins"
for kind in platforms styles imageformats; do
    [ ! -d "$sysroot/plugins/$kind" ] || cp -r "$sysroot/plugins/$kind" "$folder/plugins/"
done
# needed FILE… prints the names of the DLLs that are imported.
needed() {
    x86_64-w64-mingw32-objdump -p "$@" | sed -n 's/^[[:space:]]*DLL Name: //p' | sort -u
}
todo=$(needed "$@" $(find "$folder/plugins" -name '*.dll'))
while [ -n "$todo" ]; do
    next=
    for name in $todo; do
        [ ! -e "$folder/$name" ] || continue
        for place in "${places[@]}"; do
            [ -e "$place/$name" ] || continue
            cp "$place/$name" "$folder/"
            next="$next $(needed "$folder/$name")"
            break
        done # what is nowhere here is a part of Windows
    done
    todo=$next
done
# Symbols for a debugger are two thirds of it.
find "$folder" -name '*.dll' -exec x86_64-w64-mingw32-strip --strip-unneeded {} +
