#!/usr/bin/env bash
# Why: the offline archive and the RPM promise to run from glibc 2.31 on with nothing else installed. That is a property of
# the files, and this reads it off them: every version of a symbol that any of them asks for, and every library.
# Usage: packaging/linux/check-tree.sh TREE
set -euo pipefail
tree=${1:?Usage: packaging/linux/check-tree.sh TREE}
passed=0
failed=0
# The libraries of the C library and of the compiler, which every system has that has programs at all.
base=' libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 '

# is_above VERSION LIMIT
is_above() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$1" ]
}

# needed_versions FILE prints the symbol versions that a file asks of other libraries.
needed_versions() {
    readelf --wide --version-info "$1" 2>/dev/null | sed -n '/Version needs section/,/^$/p' | sed -n 's/.*Name: \([A-Za-z_0-9.]*\) .*Flags:.*/\1/p' | sort -u
}

# wrongs FILE prints a sentence for each thing that an old system would not have.
wrongs() {
    local version name dynamic
    for version in $(needed_versions "$1"); do
        case $version in
        GLIBC_PRIVATE) echo "asks for glibc's private functions" ;;
        GLIBC_*) ! is_above "${version#GLIBC_}" 2.31 || echo "asks for $version" ;;
        # Of libgcc_s, Debian 11 and Ubuntu 20.04 have that of GCC 10.
        GCC_*) ! is_above "${version#GCC_}" 7.0.0 || echo "asks for $version" ;;
        esac
    done
    dynamic=$(readelf --wide --dynamic "$1")
    for name in $(sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' <<<"$dynamic"); do
        [[ $base == *" $name "* ]] || [ -e "$tree/lib/$name" ] || echo "needs $name, which is not here"
    done
    # Only from the tree itself, and wherever that lies.
    for name in $(sed -n 's/.*(R\(UN\)\?PATH).*\[\(.*\)\]/\2/p' <<<"$dynamic" | tr : ' '); do
        [[ $name == '$ORIGIN'* ]] || echo "looks for libraries in $name"
    done
    # shellcheck disable=SC2143
    [ -z "$(readelf --wide --program-headers "$1" | grep 'GNU_STACK.*RWE')" ] || echo "has an executable stack"
}

while read -r file; do
    [ "$(head -c 4 "$file" | tail -c 3)" = ELF ] || continue
    said=$(wrongs "$file")
    if [ -z "$said" ]; then
        passed=$((passed + 1))
        continue
    fi
    failed=$((failed + 1))
    echo "FAILED ${file#"$tree"/}: ${said//$'\n'/, }"
done < <(find "$tree" -type f | LC_ALL=C sort)
if [ "$failed" = 0 ] && [ "$passed" != 0 ]; then
    echo "ok     nothing in the tree asks for more than glibc 2.31 and what is in the tree ($passed programs and libraries)"
else
    echo "FAILED $failed of $((passed + failed)) programs and libraries ask for more than there is"
    exit 1
fi
