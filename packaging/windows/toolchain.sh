#!/usr/bin/env bash
# Why: everything that the Windows programs are linked with, cross-compiled once from the distribution's own source
# packages, whose versions and sums stand in sources.txt. Prints the folder with it as its last line.
# Usage: packaging/windows/toolchain.sh
#   CERTWRIGHT_WINDOWS_SYSROOT   a finished sysroot: nothing is made, its name is printed
#   CERTWRIGHT_JOBS              how many compilers run at once (default: one per core)
# The folder is named after the sum of what makes it (this script, its sums, patches and flags), so that a change makes
# a new one. What is stopped half-way goes on where it stopped: a part that is done leaves a mark; so does the whole.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR
export LC_ALL=C.UTF-8

fail() {
    echo "toolchain.sh: $*" >&2
    exit 1
}

trap 'fail "stopped at its line $LINENO."' ERR

if [ -n "${CERTWRIGHT_WINDOWS_SYSROOT:-}" ]; then
    [ -e "$CERTWRIGHT_WINDOWS_SYSROOT/finished" ] ||
        fail "$CERTWRIGHT_WINDOWS_SYSROOT (CERTWRIGHT_WINDOWS_SYSROOT) holds no finished sysroot."
    echo "$CERTWRIGHT_WINDOWS_SYSROOT"
    exit 0
fi

. "$here/../packages.sh"
. "$here/parts.sh"
key=$(cd "$here" && { find toolchain.sh parts.sh sources.txt mingw-w64.cmake patches -type f 2>/dev/null || true; } | LC_ALL=C sort |
    xargs sha256sum | sha256sum | cut -c 1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/certwright
sysroot=$cache/windows-$key
if [ -e "$sysroot/finished" ]; then
    echo "$sysroot"
    exit 0
fi
mkdir -p "$sysroot"
exec 9>"$sysroot.lock"
flock 9
if [ -e "$sysroot/finished" ]; then
    echo "$sysroot"
    exit 0
fi
# shellcheck disable=SC2086
ensure_packages $windows_packages >&2

work=$sysroot.work
archives=$cache/windows-sources
jobs=${CERTWRIGHT_JOBS:-$(nproc)}
launcher=$(command -v ccache || true)
export CERTWRIGHT_WINDOWS_SYSROOT=$sysroot PKG_CONFIG_LIBDIR=$sysroot/lib/pkgconfig
# The same octets whoever makes them, and wherever.
export SOURCE_DATE_EPOCH=1700000000
prefix_map="-ffile-prefix-map=$work=/sources -ffile-prefix-map=$sysroot=/sysroot"
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1
mkdir -p "$work" "$archives"

# apt_sources prints deb-src entries for the archives that this machine takes the release's packages from.
apt_sources() {
    local codename
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mkdir -p "$work/apt/sources" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } | awk -v name="$codename" '
        $1 == "deb" && $0 ~ " " name "[-/ ]" { $1 = "deb-src"; print }' >"$work/apt/sources/lines.list"
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        awk -v RS= -v ORS='\n\n' -v name="$codename" '
            $0 ~ "(^|\n)Suites:[^\n]* " name "([-/ \n]|$)" { sub(/(^|\n)Types:[^\n]*/, "\nTypes: deb-src"); print }' "$file"
    done | sed '/./,$!d' >"$work/apt/sources/stanzas.sources"
    cat >"$work/apt/apt.conf" <<END
Dir::State::Lists "$work/apt/lists";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$work/apt/sources";
Dir::Cache "$work/apt/cache";
APT::Sandbox::User "root";
END
}

# fetch gets every file of sources.txt that is not there yet, and checks all of them.
fetch() {
    local package version
    sums=$work/sums
    awk '$1 !~ /^#/ && NF == 4 { print $3 "  " $4 }' "$here/sources.txt" >"$sums"
    (cd "$archives" && sha256sum --check --status "$sums" 2>/dev/null) && return
    apt_sources
    APT_CONFIG=$work/apt/apt.conf apt-get update -qq || fail "apt-get cannot read the lists of source packages."
    awk '$1 !~ /^#/ && NF == 4 { print $1, $2 }' "$here/sources.txt" | sort -u | while read -r package version; do
        (cd "$archives" && APT_CONFIG=$work/apt/apt.conf apt-get source -qq --download-only "$package=$version") ||
            fail "The archives have no whole source package $package $version: name a newer one in sources.txt."
    done
    (cd "$archives" && sha256sum --check --quiet "$sums") ||
        fail "A source package is not the one whose sum is in sources.txt."
}

# unpack PACKAGE extracts it, with the distribution's patches and then ours (patches/PACKAGE-*.patch), to $work/PACKAGE.
unpack() {
    local package=$1 patch dsc
    dsc=$(awk -v p="$package" '$1 == p && $4 ~ /[.]dsc$/ { print $4 }' "$here/sources.txt")
    rm -rf "${work:?}/$package" "$work/$package-build"
    dpkg-source --no-check --no-copy --extract "$archives/$dsc" "$work/$package" >"$work/$package.log" 2>&1 || return 1
    for patch in "$here/patches/$package"-*.patch; do
        [ -e "$patch" ] || continue
        patch --directory "$work/$package" --strip 1 --batch <"$patch" >>"$work/$package.log" 2>&1 || return 1
    done
}

# part NAME makes one part, unless it is done; says how long it took. What it printed is kept in $work/NAME.log.
part() {
    local name=$1 begin=$SECONDS
    [ ! -e "$sysroot/parts/$name" ] || return 0
    printf '== %s ' "$name" >&2
    if [ "$name" != headers ] && ! unpack "$name"; then
        fail "$name cannot be unpacked and patched; see $work/$name.log."
    fi
    # Apart, and waited for: within a condition `set -e` does not hold.
    ("make_${name//-/_}") >>"$work/$name.log" 2>&1 9>&- &
    if ! wait $!; then
        tail -n 20 "$work/$name.log" >&2
        fail "$name does not build; all that it printed is in $work/$name.log."
    fi
    rm -rf "${work:?}/$name" "$work/$name-build"
    mkdir -p "$sysroot/parts"
    touch "$sysroot/parts/$name"
    echo "$((SECONDS - begin)) s" >&2
}

begin=$SECONDS
fetch
for name in headers zlib openssl yaml-cpp fmtlib libarchive libidn2 libpsl freetype qt6-base; do
    part "$name"
done
rm -rf "$work"
echo "The sysroot took $((SECONDS - begin)) s." >&2
touch "$sysroot/finished"
echo "$sysroot"
