#!/usr/bin/env bash
# Why: tests of what runs on older releases need such a release: the file tree of one, with what is essential in it and
# nothing else. Made once, kept packed in the cache.
# Usage: packaging/linux/older-tree.sh bullseye|focal FOLDER   (Debian 11 or Ubuntu 20.04, this machine's architecture)
#   CERTWRIGHT_UBUNTU_ARCHIVE   where Ubuntu's packages are, if not beside Debian's (…/ubuntu/ next to …/debian/)
# Ends with 3, and says so, when the archives do not have the release.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
release=${1:?Usage: packaging/linux/older-tree.sh bullseye|focal FOLDER}
folder=${2:?Usage: packaging/linux/older-tree.sh bullseye|focal FOLDER}
fail() {
    echo "older-tree.sh: $*" >&2
    exit 3
}
. "$here/../packages.sh"
. "$here/../sysroot/sources.sh"
ensure_packages mmdebstrap debian-archive-keyring curl >&2
architecture=$(dpkg --print-architecture)
# Ubuntu's keys are in no package of Debian 12: taken from Ubuntu's own, whose sum is known.
keyring_path=pool/main/u/ubuntu-keyring/ubuntu-keyring_2020.02.11.2_all.deb
keyring_sum=7564f3f76fbc9f165ecc30e2cf2695d38b284e234bffa0c6441ff37f8a7aebd7
cache=${XDG_CACHE_HOME:-$HOME/.cache}/certwright
packed=$cache/tree-$release-$architecture.tar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work" # apt reads keys as another user

ubuntu_lines() {
    local address=${CERTWRIGHT_UBUNTU_ARCHIVE:-$(archive_address release | sed 's,debian/*$,ubuntu/,')}
    curl --fail --silent --show-error --location --max-time 120 --output "$work/keyring.deb" "$address$keyring_path" 2>/dev/null ||
        fail "no archive of Ubuntu $release at hand."
    echo "$keyring_sum  $work/keyring.deb" | sha256sum --check --quiet >&2 || fail "Ubuntu's keyring is not the one that is known."
    dpkg-deb --extract "$work/keyring.deb" "$work/keys"
    echo "deb [signed-by=$work/keys/usr/share/keyrings/ubuntu-archive-keyring.gpg] $address focal main"
}

mkdir -p "$cache" "$folder"
if [ ! -e "$packed" ]; then
    case $release in
    bullseye) line="deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(archive_address release) bullseye main" ;;
    focal) line=$(ubuntu_lines) ;;
    *) fail "there is no tree of $release: bullseye or focal." ;;
    esac
    mmdebstrap --quiet --variant=essential --architectures="$architecture" "$release" "$packed.part" "$line" --format=tar >&2 ||
        fail "mmdebstrap cannot make a tree of $release."
    mv "$packed.part" "$packed"
fi
tar --directory "$folder" --extract --numeric-owner --file "$packed"
