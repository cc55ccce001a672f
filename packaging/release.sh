#!/usr/bin/env bash
# Why: everything that is given out, made in one go from one commit, so that anyone can make the same octets again:
# packages for Windows, Debian and RPM families, the offline archives, the sources, a list of what is in them (SPDX), and
# the sums of it all.
# Usage: packaging/release.sh VERSION [OUTPUT]   in a clean clone; OUTPUT: default build/release-VERSION
#   CERTWRIGHT_GPG_KEY          signs the sums with this key of the GnuPG keyring (SHA256SUMS.asc)
#   CERTWRIGHT_AUTHENTICODE     a PKCS#12 file that signs the Windows programs and installer; its password is the first
#                               line of the file CERTWRIGHT_AUTHENTICODE_PASSWORD_FILE
#   CERTWRIGHT_RELEASE_PARTS    only these of: windows deb archive (default: all), for trying things out
# The version stands in CMakeLists.txt (project) and nowhere else: here it only says that this commit is meant.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/.." && pwd)
. "$here/packages.sh"
begin=$SECONDS

fail() {
    echo "release.sh: $*" >&2
    exit 1
}

[ $# -ge 1 ] || fail "Usage: packaging/release.sh VERSION [OUTPUT]"
version=$1
output=${2:-$top/build/release-$version}
parts=${CERTWRIGHT_RELEASE_PARTS:-windows deb archive}
current=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\) .*/\1/p' "$top/CMakeLists.txt")
[ "$version" = "$current" ] ||
    fail "This commit is version $current. To release $version, change project(VERSION) in CMakeLists.txt and commit it."
[ -z "$(git -C "$top" status --porcelain)" ] ||
    fail "There are changes that are not committed; a release is made of a commit. Commit or stash them, or use a new clone."
if [ -e "$output" ] && [ -n "$(ls -A "$output")" ]; then
    fail "$output is not empty. Name another folder, or remove it."
fi
# The date of everything that is made is the date of the commit.
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
export SOURCE_DATE_EPOCH
# shellcheck disable=SC2086
ensure_packages $build_packages $release_packages
mkdir -p "$output"
output=$(cd "$output" && pwd)

sources() {
    # By git itself: the tree of the commit, with its date, and nothing that lies around.
    git -C "$top" archive --format=tar --prefix="certwright-$version/" HEAD |
        xz --threads=1 -6 >"$output/certwright-$version-source.tar.xz"
}

for part in $parts; do
    case $part in
    windows)
        bash "$here/windows/build.sh"
        bash "$here/windows/package.sh" "$output"
        ;;
    deb)
        for arch in amd64 arm64; do bash "$here/linux/deb.sh" --arch "$arch" "$output"; done
        ;;
    archive)
        for arch in amd64 arm64; do
            bash "$here/linux/archive.sh" --arch "$arch" "$output"
            bash "$here/linux/rpm.sh" --arch "$arch" "$output"
        done
        ;;
    *) fail "\"$part\" in CERTWRIGHT_RELEASE_PARTS is none of: windows deb archive." ;;
    esac
done
sources

# kinds prints KIND=FILE for everything that brings code of others with it (packaging/release/components.py).
kinds() {
    local file
    for file in "$output"/*; do
        case $file in
        *-windows-x64-*) printf 'windows=%s\n' "$file" ;;
        *.deb) printf 'deb=%s\n' "$file" ;;
        *-source.tar.xz) printf 'source=%s\n' "$file" ;;
        *-linux-*.tar.xz | *.rpm) printf 'archive=%s\n' "$file" ;;
        esac
    done
}
mapfile -t described < <(kinds)
python3 "$here/release/sbom.py" "$output/certwright-$version.spdx.json" "${described[@]}"
rm -f "$output"/*.parts
(cd "$output" && LC_ALL=C && sha256sum -- * >"$output.sums" && mv "$output.sums" SHA256SUMS)
if [ -n "${CERTWRIGHT_GPG_KEY:-}" ]; then
    gpg --batch --yes --local-user "$CERTWRIGHT_GPG_KEY" --armor --detach-sign "$output/SHA256SUMS"
else
    echo "Not signed: CERTWRIGHT_GPG_KEY names no key."
fi
(cd "$output" && sha256sum --check --quiet SHA256SUMS && ls -l)
echo "The release of $version took $((SECONDS - begin)) s. It is in $output."
