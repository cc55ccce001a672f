# Why: a program for Windows finds its DLLs beside itself; which those are is told by the programs. Sourced, not run.

# copy_dlls SYSROOT FOLDER FILE… copies to FOLDER the DLLs of the sysroot and of the compiler that the files need, and
# that those need in turn. What is nowhere there is a part of Windows.
copy_dlls() {
    local sysroot=$1 folder=$2 name place todo next
    shift 2
    local places=("$sysroot/bin" "$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")"
        /usr/x86_64-w64-mingw32/lib)
    todo=$(imported "$@")
    while [ -n "$todo" ]; do
        next=
        for name in $todo; do
            [ ! -e "$folder/$name" ] || continue
            for place in "${places[@]}"; do
                [ -e "$place/$name" ] || continue
                cp "$place/$name" "$folder/"
                next="$next $(imported "$folder/$name")"
                break
            done
        done
        todo=$next
    done
}

# imported FILE… prints the names of the DLLs that the files ask for.
imported() {
    x86_64-w64-mingw32-objdump -p "$@" | sed -n 's/^[[:space:]]*DLL Name: //p' | sort -u
}
