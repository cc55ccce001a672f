#!/usr/bin/env bash
# Why: shows that the offline archive and the RPM do their job where they are meant to: on releases with glibc 2.31, with
# nothing else installed and no network. Unpacks, imports, verifies, opens the window in both languages, installs, upgrades,
# is killed and runs out of disk meanwhile, and goes away.
# Usage: packaging/linux/test-archive.sh [FOLDER]   (with the archive and the RPM of this machine; default: build/packages)
#   CERTWRIGHT_SCREENS   where pictures of the window are kept (default: build/archive-screens)
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
. "$here/../checks.sh"
# shellcheck disable=SC2086
ensure_packages $archive_test_packages
architecture=$(dpkg --print-architecture)
version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
packages=$(cd "${1:-$top/build/packages}" && pwd)
archive=$packages/certwright-$version-linux-$architecture.tar.xz
screens=${CERTWRIGHT_SCREENS:-$top/build/archive-screens}
work=$(mktemp -d)
xvfb=
trap '[ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$screens"

# inside TREE COMMAND… runs it in the tree: no network but the loopback, its own processes, no variables of ours.
inside() {
    local tree=$1
    shift
    unshare --mount --net --pid --fork --kill-child -- sh -c '
        tree=$1 && shift
        ip link set lo up
        mount --make-rprivate /
        mount -t proc proc "$tree/proc"
        mount -t tmpfs -o mode=755 tmpfs "$tree/dev"
        for device in null zero full random urandom tty; do
            touch "$tree/dev/$device" && mount --bind "/dev/$device" "$tree/dev/$device"
        done
        mkdir "$tree/dev/shm" && chmod 1777 "$tree/dev/shm"
        if [ -d /tmp/.X11-unix ]; then
            mkdir -p "$tree/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
        fi
        [ -z "$small_disk" ] || mount -t tmpfs -o "size=$small_disk" tmpfs "$tree/opt"
        exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 $variables chroot "$tree" "$@"' \
        sh "$tree" "$@"
}
small_disk=
variables=
export small_disk variables

# in_language LANGUAGE TREE COMMAND…
in_language() {
    local language=$1
    shift
    variables="LANG=$language" inside "$@"
}

. "$here/test-archive-window.sh"
. "$here/test-archive-install.sh"
. "$here/test-archive-rpm.sh"

# practise TREE CLI makes a practice service in a folder with Chinese and a space in its name, and imports into it.
practise() {
    inside "$1" sh -euc '
        "$1" practice "/srv/练习 服务"
        cd "/srv/练习 服务"
        sed -n "s/^| material\/good-pem | [a-z]* | \`\([^\`]*\)\`.*/\1/p" README.md | head -n 1 | tr -d "\n" |
            "$1" import --service streamserver --root services/streamserver --yes --password-stdin material/good-pem' sh "$2"
}

verify() {
    inside "$1" "$2" verify --service streamserver --root "/srv/练习 服务/services/streamserver"
}

# answers TREE CLI: the command line answers in both languages, whatever the locale is.
answers() {
    inside "$1" "$2" --version | grep -F "$version" &&
        inside "$1" "$2" --lang zh profiles | grep -F 服务 && inside "$1" "$2" --lang en doctor
}

# no_libraries_missing TREE FOLDER: the loader of that release finds everything that programs and plugins ask for.
no_libraries_missing() {
    ! inside "$1" sh -c 'for file in "$1"/bin/certwright "$1"/bin/certwright-cli "$1"/libexec/* "$1"/plugins/*/*; do ldd "$file"; done' sh "$2" |
        grep 'not found'
}

# test_release RELEASE NAME
test_release() {
    local tree=$work/$1 folder=/srv/"服务 器"/certwright-$version status=0
    bash "$here/older-tree.sh" "$1" "$tree" || status=$?
    if [ "$status" = 3 ]; then
        echo "not run: $2 (its packages are not to be had here)"
        return
    fi
    mkdir -p "$tree/srv/服务 器"
    tar --directory "$tree/srv/服务 器" --extract --no-same-owner --file "$archive"
    check "$2: every library is there" no_libraries_missing "$tree" "$folder"
    check "$2: the command line answers in both languages" answers "$tree" "$folder/bin/certwright-cli"
    check "$2: an import into a practice service" practise "$tree" "$folder/bin/certwright-cli"
    check "$2: the service is verified" verify "$tree" "$folder/bin/certwright-cli"
    check "$2: an ordinary user can run it" inside "$tree" setpriv --reuid 65534 --regid 65534 --clear-groups "$folder/bin/certwright-cli" --version
    test_window "$tree" "$2" "$folder/bin/certwright" "$1"
    test_install "$tree" "$2"
}

test_files() {
    mkdir "$work/unpacked"
    tar --directory "$work/unpacked" --extract --file "$archive"
    check "nothing asks for more than glibc 2.31" bash "$here/check-tree.sh" "$work/unpacked/certwright-$version"
    check "the archive has one folder, root's" sh -c '! tar --list --numeric-owner --verbose --file "$1" | grep -v "^[-dl]rwxr-xr-x 0/0\|^-rw-r--r-- 0/0\|^l[rwx]* 0/0"' sh "$archive"
    check "the archive is smaller than 30 MB" [ "$(stat -c %s "$archive")" -lt 30000000 ]
    check "the tree is smaller than 90 MB" [ "$(du -sb "$work/unpacked" | cut -f1)" -lt 90000000 ]
}

test_files
test_release bullseye "Debian 11"
test_release focal "Ubuntu 20.04"
test_rpm
test_cold_start
checks_end
