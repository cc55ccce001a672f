#!/usr/bin/env bash
# Why: the libraries that the programs for arm64 are linked with, of the same release as this machine's, without making
# this machine a multi-architecture one: packages are fetched and unpacked, nothing of them runs. Prints the folder with
# them as its last line.
# Usage: packaging/linux/arm64-sysroot.sh
#   CERTWRIGHT_ARM64_SYSROOT   a finished sysroot: nothing is made, its name is printed
# The folder is named after the sum of this script. Its dpkg/ is a package database by which dpkg-shlibdeps finds the
# dependencies of what was linked.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8

fail() {
    echo "arm64-sysroot.sh: $*" >&2
    exit 1
}

trap 'fail "stopped at its line $LINENO."' ERR

packages="libc6-dev libstdc++-12-dev qt6-base-dev libgl1-mesa-dev libssl-dev libyaml-cpp-dev libexpected-dev libfmt-dev \
nlohmann-json3-dev libcli11-dev libarchive-dev libpsl-dev libidn2-dev libbenchmark-dev"

if [ -n "${CERTWRIGHT_ARM64_SYSROOT:-}" ]; then
    [ -e "$CERTWRIGHT_ARM64_SYSROOT/finished" ] ||
        fail "$CERTWRIGHT_ARM64_SYSROOT (CERTWRIGHT_ARM64_SYSROOT) holds no finished sysroot."
    echo "$CERTWRIGHT_ARM64_SYSROOT"
    exit 0
fi
. "$here/../packages.sh"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/certwright
sysroot=$cache/arm64-$(sha256sum "$here/arm64-sysroot.sh" | cut -c 1-16)
mkdir -p "$cache"
exec 9>"$sysroot.lock"
flock 9
if [ -e "$sysroot/finished" ]; then
    echo "$sysroot"
    exit 0
fi
# shellcheck disable=SC2086
ensure_packages $arm64_packages >&2
work=$sysroot.work
rm -rf "$sysroot" "$work"

# apt_for_arm64 lets apt look from an empty arm64 machine at the archives that this machine uses.
apt_for_arm64() {
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    : >"$work/status"
    cat >"$work/apt.conf" <<END
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Dir::State::Lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Cache::archives "archives";
END
    export APT_CONFIG=$work/apt.conf
    apt-get update -qq || fail "apt-get cannot read the lists of arm64 packages."
    # shellcheck disable=SC2086
    apt-get install -qq -y --download-only $packages >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        fail "apt-get cannot fetch the arm64 packages."
    }
    unset APT_CONFIG
}

# unpack DEB puts its files into the sysroot and what dpkg-shlibdeps asks for into the sysroot's dpkg/.
unpack() {
    local deb=$1 name file
    name=$(dpkg-deb --field "$deb" Package)
    [ "$(dpkg-deb --field "$deb" Multi-Arch)" != same ] || name=$name:arm64
    # /lib is a link to usr/lib here, so that both names of a file are the package's.
    dpkg-deb --fsys-tarfile "$deb" |
        tar --extract --verbose --keep-directory-symlink --directory "$sysroot" --exclude './usr/share/doc/*' |
        sed -n -e h -e "s|^\./\(.*[^/]\)$|$sysroot/\1|p" -e g -e "s|^\./lib/\(.*[^/]\)$|$sysroot/usr/lib/\1|p" >"$sysroot/dpkg/info/$name.list"
    for file in shlibs symbols; do
        dpkg-deb --ctrl-tarfile "$deb" | tar --extract --to-stdout "./$file" >"$sysroot/dpkg/info/$name.$file" 2>/dev/null ||
            rm -f "$sysroot/dpkg/info/$name.$file"
    done
    { echo "Status: install ok installed"; dpkg-deb --field "$deb"; echo; } >>"$sysroot/dpkg/status"
}

begin=$SECONDS
mkdir -p "$work" "$sysroot/dpkg/info" "$sysroot/dpkg/updates" "$sysroot/usr/bin" "$sysroot/usr/sbin" "$sysroot/usr/lib"
ln -s usr/bin usr/sbin usr/lib "$sysroot"
printf '1\n' >"$sysroot/dpkg/info/format"
echo arm64 >"$sysroot/dpkg/arch"
apt_for_arm64
for deb in "$work"/cache/archives/*.deb; do
    unpack "$deb"
done
# Absolute links would lead out of the sysroot.
find "$sysroot" -type l -lname '/*' -printf '%P\t%l\n' | while IFS=$'\t' read -r link target; do
    ln -sfrn "$sysroot$target" "$sysroot/$link"
done
rm -rf "$work"
touch "$sysroot/finished"
echo "The sysroot took $((SECONDS - begin)) s." >&2
echo "$sysroot"
