#!/usr/bin/env bash
# Why: packages are tested where nothing else is: a Debian tree with what is essential in it, and apt configured as on this
# machine. Made once, kept packed in the cache.
# Usage: packaging/linux/debian-tree.sh FOLDER   (this machine's release and architecture; as root)
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?Usage: packaging/linux/debian-tree.sh FOLDER}
. "$here/../packages.sh"
ensure_packages mmdebstrap >&2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/certwright
packed=$cache/debian-tree-$(sha256sum "$here/debian-tree.sh" | cut -c 1-16).tar
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")

# sources prints the files by which this machine's apt finds its own release.
sources() {
    grep -lE "^[^#]*[ :]$codename([-/ ]|$)" /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true
}

mkdir -p "$cache" "$folder"
exec 9>"$packed.lock"
flock 9
if [ ! -e "$packed" ]; then
    begin=$SECONDS
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    apt-config dump | grep -E '^Acquire::(Check|Retries|http|https)' >"$work/apt.conf" || true
    mapfile -t files < <(sources)
    # Without dpkg's syncing after each file; without the man pages and documents that nobody reads there.
    mmdebstrap --quiet --variant=minbase --format=tar --aptopt="$work/apt.conf" --dpkgopt=force-unsafe-io \
        --aptopt='Apt::Install-Recommends "false"' "$codename" "$packed.part" "${files[@]}" >&2
    mv "$packed.part" "$packed"
    echo "The tree took $((SECONDS - begin)) s." >&2
fi
tar --directory "$folder" --extract --numeric-owner --file "$packed"
# Names are looked up as on this machine.
cp --dereference /etc/resolv.conf /etc/hosts "$folder/etc/"
