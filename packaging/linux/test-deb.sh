#!/usr/bin/env bash
# Why: shows that the Debian packages do what a person installs them for, in a Debian tree with nothing else in it: install
# without a network, start the window from the menu entry in both languages, import, verify, upgrade with a service in
# place, remove and purge with nothing left but what is the user's; then build a service with the library.
# Usage: packaging/linux/test-deb.sh PACKAGES [PICTURES]   (the folder that deb.sh wrote to; as root)
# PICTURES receives screenshots of the window (default: PACKAGES/pictures).
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
packages=$(cd "${1:?Usage: packaging/linux/test-deb.sh PACKAGES [PICTURES]}" && pwd)
pictures=${2:-$packages/pictures}
mkdir -p "$pictures"
export LC_ALL=C.UTF-8
. "$here/../packages.sh"
. "$here/../checks.sh"
[ "$(id -u)" = 0 ] || { echo "test-deb.sh: only root can work in a tree of its own." >&2 && exit 1; }
# shellcheck disable=SC2086
ensure_packages $build_packages $deb_packages

version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
previous=0.0.9
names="certwright libcertwright-reader1 libcertwright-reader-dev"
entry=usr/share/applications/org.certwright.certwright.desktop
most_cpu=400 # ms from the start to the first picture
work=$(mktemp -d -p /var/tmp)
tree=$work/tree
chmod 755 "$work"
x_server=

# What is mounted is let go before anything is removed; if it cannot be, the tree stays.
finish() {
    local folder
    [ -z "$x_server" ] || kill "$x_server" 2>/dev/null || true
    for folder in tmp/.X11-unix proc dev; do
        ! mountpoint -q "$tree/$folder" || umount "$tree/$folder" || umount --lazy "$tree/$folder" || return
    done
    rm -rf --one-file-system "$work"
}
trap finish EXIT

# inside COMMAND… runs as root in the tree; offline: the same without any network; tester: as an ordinary user.
inside() {
    chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
offline() {
    unshare --net chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
tester() {
    chroot --userspec=tester:tester "$tree" env -i PATH=/usr/bin:/bin HOME=/home/tester LC_ALL=C.UTF-8 "$@"
}

# make_tree has what the packages depend on, and nothing of them.
make_tree() {
    local wanted
    "$here/debian-tree.sh" "$tree"
    mount --bind /dev "$tree/dev"
    mount -t proc proc "$tree/proc"
    inside useradd --create-home --shell /bin/bash tester
    wanted=$(for name in $names; do dpkg-deb --field "$packages/${name}_${version}_amd64.deb" Depends; done |
        tr ',' '\n' | grep -v libcertwright | sed 's/^ *//' | LC_ALL=C sort -u | paste -s -d ,)
    inside apt-get update -qq
    inside apt-get satisfy -qq -y "$wanted" fonts-wqy-microhei >"$work/log" 2>&1 || { cat "$work/log" >&2 && exit 1; }
    mkdir -p "$tree/packages"
    cp "$packages"/*_amd64.deb "$tree/packages/"
}

# files lists what is in the tree, but for caches, logs, package lists and what belongs to the user.
files() {
    find "$tree" -xdev \( -path "$tree/proc" -o -path "$tree/dev" -o -path "$tree/home/tester" -o -path "$tree/var/cache" -o \
        -path "$tree/var/log" -o -path "$tree/var/lib/apt" -o -path "$tree/var/lib/dpkg" -o -path "$tree/tmp" \) -prune -o -printf '%P\n' | LC_ALL=C sort
}

# debs VERSION names the packages of a version as apt takes them.
debs() {
    local name
    for name in $names; do echo "/packages/${name}_$1_amd64.deb"; done
}

# make_previous NAME puts the same package with a lower version into the tree.
make_previous() {
    rm -rf "$work/previous"
    dpkg-deb --raw-extract "$packages/$1_${version}_amd64.deb" "$work/previous"
    sed -i -e "s/^Version: .*/Version: $previous/" -e "s/(= $version)/(= $previous)/" "$work/previous/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone --build "$work/previous" "$tree/packages/$1_${previous}_amd64.deb" >/dev/null
}

installed_version() {
    inside dpkg-query -W -f '${Version} ' $names
}

service=/home/tester/practice/services/streamserver
service_sum() {
    (cd "$tree$service" && find . -type f -o -type l | LC_ALL=C sort | xargs stat --printf '%n %a %U ' && find . -type f | LC_ALL=C sort | xargs sha256sum) | sha256sum
}

verify_service() {
    tester certwright-cli verify --service streamserver --root "$service"
}

import_into_practice() {
    local password
    tester certwright-cli practice /home/tester/practice || return 1
    # The password of practice material is public: it stands in the readme.
    password=$(sed -n 's/^| material\/good-pem | [a-z]* | `\([^`]*\)`.*/\1/p' "$tree/home/tester/practice/README.md" | head -n 1)
    printf '%s' "$password" | tester certwright-cli import --service streamserver --root "$service" --yes --password-stdin \
        /home/tester/practice/material/good-pem
}

# what_a_desktop_wants looks at installed files with the tools that desktops and distributions use.
what_a_desktop_wants() {
    check "the menu entry is valid" desktop-file-validate "$tree/$entry"
    check "the AppStream data are valid" appstreamcli validate --no-net --pedantic "$tree/usr/share/metainfo/org.certwright.certwright.metainfo.xml"
    check "the AppStream data fit the tree" appstreamcli validate-tree --no-net "$tree"
    for page in certwright.1 certwright-cli.1; do
        check "$page in English has no warning" sh -c 'said=$(man --warnings -l "$1" 2>&1 >/dev/null); echo "$said"; [ -z "$said" ]' sh "$tree/usr/share/man/man1/$page.gz"
        check "$page in Chinese has no warning" sh -c 'said=$(man --warnings -l "$1" 2>&1 >/dev/null); echo "$said"; [ -z "$said" ]' sh "$tree/usr/share/man/zh_CN/man1/$page.gz"
    done
    for size in 16 22 24 32 48 64 96 128 256 512; do
        same "an icon of $size" "PNG ${size}x${size}" "$(identify -format '%m %wx%h' "$tree/usr/share/icons/hicolor/${size}x${size}/apps/certwright.png")"
    done
    check "scalable and symbolic icons" test -s "$tree/usr/share/icons/hicolor/scalable/apps/certwright.svg" -a -s "$tree/usr/share/icons/hicolor/symbolic/apps/certwright-symbolic.svg"
    check "bash loads the completion by the command's name" inside bash -c '. /usr/share/bash-completion/completions/certwright-cli && complete -p certwright-cli'
}

# start_display starts an X server that the tree can reach too.
start_display() {
    Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -ac 3>"$work/display" >"$work/xvfb" 2>&1 &
    x_server=$!
    for _ in $(seq 100); do [ ! -s "$work/display" ] || break; sleep 0.1; done
    export DISPLAY=:$(cat "$work/display")
    mkdir -p "$tree/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
}

# open_window LANG LANGUAGE starts what the menu entry says and prints the window's title once it is there.
open_window() {
    local command window program
    command=$(sed -n 's/^Exec=\([^%]*\).*/\1/p' "$tree/$entry")
    # By exec, so that $! is the program and no shell in front of it.
    # shellcheck disable=SC2086
    (exec chroot --userspec=tester:tester "$tree" env -i PATH=/usr/bin:/bin HOME=/home/tester DISPLAY="$DISPLAY" LC_ALL="$1" \
        XDG_RUNTIME_DIR=/home/tester/run $command) >"$work/window.log" 2>&1 &
    program=$!
    # By its class: xdotool does not find a Chinese title.
    for _ in $(seq 240); do
        window=$(xdotool search --onlyvisible --class certwright 2>/dev/null | head -n 1)
        [ -z "$window" ] || break
        sleep 0.25
    done
    if [ -z "$window" ]; then
        cat "$work/window.log" >&2
        kill "$program"
        return 1
    fi
    sleep 3 # what is looked up after the first picture belongs on the picture
    import -window root "$pictures/debian-$2.png"
    xdotool getwindowname "$window"
    kill "$program"
    wait "$program" 2>/dev/null || true
}

# cpu_of_start prints the median CPU time in ms of seven starts to the first picture, ended there by tests/bench/first_paint,
# which writes a line for each into $work/painted.
cpu_of_start() {
    local headers
    headers=$(qmake6 -query QT_INSTALL_HEADERS)
    c++ -std=c++20 -O1 -shared -fPIC -I"$headers" -I"$headers/QtCore" -I"$headers/QtGui" "$top/tests/bench/first_paint.cpp" \
        -o "$tree/home/tester/first_paint.so" || return 1
    for _ in $(seq 7); do
        TIMEFORMAT='%3U %3S'
        { time tester DISPLAY="$DISPLAY" LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/home/tester/run LD_PRELOAD=/home/tester/first_paint.so \
            certwright >/dev/null 2>>"$work/painted"; } 2>&1 | awk '{ print int(($1 + $2) * 1000) }'
    done | sort -n | sed -n 4p
}

try_window() {
    local cpu
    start_display
    tester mkdir -m 700 /home/tester/run
    same "the window opens from the menu entry, in English" "Certwright" "$(open_window C.UTF-8 en)"
    same "the window opens from the menu entry, in Chinese" "证书匠" "$(open_window zh_CN.UTF-8 zh)"
    cpu=$(cpu_of_start)
    echo "       from the start to the first picture: $cpu ms of CPU"
    same "each start painted on the display" 7 "$(grep -c ' xcb$' "$work/painted")"
    check "a start takes less than $most_cpu ms of CPU" test "$cpu" -gt 0 -a "$cpu" -lt "$most_cpu"
}

# try_library builds services against the installed -dev package, as their developers do, and opens the imported service.
try_library() {
    offline apt-get install -qq -y $(debs "$version" | grep reader) >/dev/null 2>&1 || return 1
    inside apt-get install -qq -y gcc g++ cmake make pkgconf libssl-dev >/dev/null 2>&1 || return 1
    mkdir -p "$tree/tmp/service"
    cp -r "$top/tests/reader/c_client" "$top/tests/reader/example_server" "$tree/tmp/service/"
    check "a C program builds by pkg-config" inside sh -c 'cc -std=c99 -Wall -Wextra -Werror /tmp/service/c_client/main.c -o /tmp/service/client $(pkg-config --cflags --libs certwright)'
    same "it opens the imported service" "chain 1" "$(tester /tmp/service/client streamserver "$service" /home/tester 2>&1 | head -n 1)"
    check "a service builds by find_package" inside sh -c 'cmake -S /tmp/service/example_server -B /tmp/service/build >/dev/null && cmake --build /tmp/service/build'
}

lint() {
    lintian --fail-on error,warning -E --pedantic --tag-display-limit 0 $(debs "$version" | sed "s,^/packages,$packages,") 2>&1 |
        grep -v 'running with root privileges' | tee "$work/lintian" || true
    ! grep -q '^[EW]:' "$work/lintian"
}

"$here/deb.sh" "$work/again" >/dev/null
for name in $names; do
    check "$name is the same when packed again" cmp "$packages/${name}_${version}_amd64.deb" "$work/again/${name}_${version}_amd64.deb"
done
check "lintian has no error and no warning" lint
make_tree
for name in $names; do
    make_previous "$name"
done
files >"$work/before"
check "the previous version installs without a network" offline apt-get install -y $(debs "$previous")
same "and is there" "$previous $previous $previous " "$(installed_version)"
check "an import into a practice service" import_into_practice
check "the service verifies" verify_service
sum=$(service_sum)
check "the upgrade installs without a network" offline apt-get install -y $(debs "$version")
same "and is there" "$version $version $version " "$(installed_version)"
same "the installed program says its version" "certwright-cli $version" "$(tester certwright-cli --version)"
same "the upgrade did not touch the service" "$sum" "$(service_sum)"
check "the service verifies with the new version" verify_service
what_a_desktop_wants
try_window
same "no window touched the service" "$sum" "$(service_sum)"
check "remove" offline apt-get remove -y $names
check "no program is left" sh -c '! ls "$1"/usr/bin/certwright* "$1"/usr/libexec/certwright* 2>/dev/null' sh "$tree"
check "purge" offline dpkg --purge $names
files >"$work/after"
check "nothing is left in the system" diff "$work/before" "$work/after"
same "the service is as it was" "$sum" "$(service_sum)"
try_library
checks_end
