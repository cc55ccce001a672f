# Why: the part of test-archive.sh about install.sh and uninstall.sh. Sourced.

# state TREE prints every file and link of the tree that an installation could have to do with.
state() {
    (cd "$1" && find opt usr/local home -printf '%p %y %l\n' 2>/dev/null | LC_ALL=C sort)
}

# older_archive makes the archive's folder as an earlier version would be: another number, one more manual page.
older_archive() {
    local folder=$1/srv/older
    cp -a "$1/srv/服务 器/certwright-$version" "$folder"
    echo 0.0.9 >"$folder/VERSION"
    cp "$folder/share/man/man1/certwright-cli.1.gz" "$folder/share/man/man1/certwright-old.1.gz"
    (cd "$folder" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum >SHA256SUMS)
}

installed_works() {
    inside "$1" certwright-cli --version | grep -F "$version" &&
        inside "$1" sh -c 'test -r /usr/local/share/man/man1/certwright-cli.1.gz &&
            grep -q "^Exec=\"/opt/certwright/current/bin/certwright\"" /usr/local/share/applications/org.certwright.certwright.desktop &&
            test -e /usr/local/share/icons/hicolor/48x48/apps/certwright.png'
}

# upgraded TREE: one version is left, the service that the old one installed is verified by the new one, and its history read.
upgraded() {
    inside "$1" "/srv/服务 器/certwright-$version/install.sh" &&
        [ "$(ls "$1/opt/certwright/versions" | wc -l)" = 1 ] &&
        [ "$(cat "$1/opt/certwright/current/VERSION")" = "$version" ] && verify "$1" certwright-cli &&
        inside "$1" certwright-cli history --service streamserver --root "/srv/练习 服务/services/streamserver"
}

# killed TREE: however early an upgrade is killed, what is there works; the next one goes through.
killed() {
    local pause
    for pause in 0.05 0.2 0.4 0.6 0.8 1.2; do
        variables= inside "$1" timeout --signal KILL "$pause" "/srv/服务 器/certwright-$version/install.sh" || true
        inside "$1" certwright-cli --version || return 1
    done
    inside "$1" "/srv/服务 器/certwright-$version/install.sh" && [ "$(ls "$1/opt/certwright/versions" | wc -l)" = 1 ]
}

# disk_full TREE: on a disk with too little room nothing is left behind, and it is said.
disk_full() {
    state "$1" >"$work/before"
    ! small_disk=20m in_language zh_CN.UTF-8 "$1" sh -c '"/srv/服务 器/certwright-'"$version"'/install.sh"; s=$?; find /opt -mindepth 1 -printf "left: %p\n"; exit $s' >"$work/full" 2>&1 || return 1
    cat "$work/full"
    grep -F 没有安装证书匠 "$work/full" && ! grep -F left: "$work/full" || return 1
    state "$1" | diff "$work/before" -
}

foreign_is_kept() {
    mkdir -p "$1/usr/local/bin" && echo mine >"$1/usr/local/bin/certwright"
    ! inside "$1" "/srv/服务 器/certwright-$version/install.sh" || return 1
    grep -qx mine "$1/usr/local/bin/certwright" && [ ! -e "$1/opt/certwright" ] || return 1
    rm "$1/usr/local/bin/certwright"
}

removed() {
    inside "$1" /opt/certwright/current/uninstall.sh && state "$1" | diff "$work/clean" -
}

# for_one_user TREE: without root, into ~/.local of a home folder with Chinese and a space in its name.
for_one_user() {
    local home="/home/张 三"
    inside "$1" sh -c 'mkdir -p "$1" && chown 1234:1234 "$1"' sh "$home"
    state "$1" >"$work/user"
    as_user() {
        inside "$1" setpriv --reuid 1234 --regid 1234 --clear-groups env HOME="$home" LANG=zh_CN.UTF-8 "${@:2}"
    }
    as_user "$1" "/srv/服务 器/certwright-$version/install.sh" && as_user "$1" "$home/.local/bin/certwright-cli" --version &&
        as_user "$1" grep -F "Exec=\"$home/.local/opt/certwright/current/bin/certwright\" %F" "$home/.local/share/applications/org.certwright.certwright.desktop" &&
        as_user "$1" "$home/.local/opt/certwright/current/uninstall.sh" && state "$1" | diff "$work/user" -
}

damaged() {
    cp -a "$1/srv/服务 器/certwright-$version" "$1/srv/damaged"
    printf x >>"$1/srv/damaged/lib/libcrypto.so.3"
    ! inside "$1" /srv/damaged/install.sh || return 1
    rm -rf "$1/srv/damaged"
    state "$1" | diff "$work/clean" -
}

# test_install TREE NAME
test_install() {
    older_archive "$1"
    state "$1" >"$work/clean"
    check "$2: a damaged folder is not installed" damaged "$1"
    check "$2: a file of somebody else is not replaced" foreign_is_kept "$1"
    check "$2: a full disk leaves nothing behind" disk_full "$1"
    check "$2: install.sh of an earlier version" inside "$1" /srv/older/install.sh
    check "$2: the upgrade, with a service in place" upgraded "$1"
    check "$2: a killed upgrade leaves a working program" killed "$1"
    check "$2: commands, manual, menu entry and icons are found" installed_works "$1"
    check "$2: uninstall.sh leaves nothing" removed "$1"
    check "$2: for one user, in a folder with Chinese and a space" for_one_user "$1"
}
