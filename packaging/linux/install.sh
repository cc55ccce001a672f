#!/bin/sh
# Why: puts the unpacked archive in place for good, without a package system: the tree in a folder of its own, links to it
# in bin and share. Everything is copied and checked beside what is there; one rename switches to it. Stopped anywhere
# before that, by a full disk too, what was there is still there and whole.
# Usage: ./install.sh [--prefix FOLDER] [--remove]
#   root       /opt/certwright, links in /usr/local         others   ~/.local/opt/certwright, links in ~/.local
#   --prefix   FOLDER/opt/certwright, links in FOLDER        --remove what uninstall.sh does
# What is in FOLDER/opt/certwright: versions/…, current (a link to one of them), made.txt (every link and folder that
# was made elsewhere, written down before it is made).
set -eu
umask 022
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

# say ENGLISH CHINESE prints the one that the caller reads.
say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    zh*[Uu][Tt][Ff]*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$1" ;;
    esac
}

stop() {
    say "$@" >&2
    exit 1
}

prefix=
remove=
while [ $# -gt 0 ]; do
    case $1 in
    --prefix)
        [ -n "${2:-}" ] || stop "--prefix needs a folder." "--prefix 后面要写一个文件夹。"
        prefix=$2
        shift
        ;;
    --remove) remove=yes ;;
    *) stop "Usage: ./install.sh [--prefix FOLDER] or ./uninstall.sh [--prefix FOLDER]" \
        "用法：./install.sh [--prefix 文件夹]，或 ./uninstall.sh [--prefix 文件夹]" ;;
    esac
    shift
done

# choose_folders sets prefix (where links are made) and home (where the program is).
choose_folders() {
    case $here in
    */opt/certwright/versions/*)
        # This very script is an installed one: it speaks of its own installation.
        home=${here%/versions/*}
        if [ -z "$prefix" ]; then
            prefix=${home%/opt/certwright}
            [ -n "$prefix" ] || prefix=/usr/local
            return
        fi
        ;;
    esac
    if [ -n "$prefix" ]; then
        case $prefix in
        /*) ;;
        *) prefix=$PWD/$prefix ;;
        esac
        prefix=${prefix%/}
        home=$prefix/opt/certwright
    elif [ "$(id -u)" = 0 ]; then
        prefix=/usr/local
        home=/opt/certwright
    else
        prefix=${HOME:?}/.local
        home=$prefix/opt/certwright
    fi
}

# wanted_links TREE prints what is linked to from outside: "path in the tree|path below prefix".
wanted_links() {
    (cd "$1" && find bin share -type f ! -path 'share/doc/*' ! -name qt.conf | LC_ALL=C sort) | while read -r path; do
        case $path in
        share/zsh/*) echo "$path|share/zsh/site-functions/${path##*/}" ;;
        *) echo "$path|$path" ;;
        esac
    done
}

# is_ours PATH: a link into this installation.
is_ours() {
    [ -L "$1" ] && case $(readlink "$1") in "$home"/*) true ;; *) false ;; esac
}

refuse_foreign() {
    wanted_links "$here" | while IFS='|' read -r _ path; do
        if { [ -e "$prefix/$path" ] || [ -L "$prefix/$path" ]; } && ! is_ours "$prefix/$path"; then
            stop "$prefix/$path is there already and is not of this installation. Nothing was changed. Move it away, or choose another place: ./install.sh --prefix FOLDER" \
                "$prefix/$path 已经存在，而且不属于本安装。没有做任何改动。请把它移走，或另选位置：./install.sh --prefix 文件夹"
        fi
    done
}

# make_folder PATH makes what is missing of it, outermost first, and writes down what it makes. The folder of the list
# itself cannot be written down before it is there.
make_folder() {
    [ ! -d "$1" ] || return 0
    make_folder "$(dirname -- "$1")"
    [ ! -d "$home" ] || echo "folder $1" >>"$home/made.txt"
    mkdir "$1"
}

make_home() {
    [ ! -d "$home" ] || return 0
    missing=
    folder=$(dirname -- "$home")
    while [ ! -d "$folder" ]; do
        missing="folder $folder
$missing"
        folder=$(dirname -- "$folder")
    done
    mkdir -p "$home/versions"
    printf '%s' "$missing" >"$home/made.txt"
}

make_links() {
    wanted_links "$new" | while IFS='|' read -r inside path; do
        ! is_ours "$prefix/$path" || continue
        make_folder "$(dirname -- "$prefix/$path")"
        echo "link $prefix/$path" >>"$home/made.txt"
        ln -s "$home/current/$inside" "$prefix/$path"
    done
}

# remove_all removes the links, the program, then folders that we made and that are empty now, innermost first.
remove_all() {
    folders=$(sed -n 's/^folder //p' "$home/made.txt" 2>/dev/null | LC_ALL=C sort -ru)
    sed -n 's/^link //p' "$home/made.txt" 2>/dev/null | while read -r path; do
        ! is_ours "$path" || rm -f -- "$path"
    done
    rm -rf -- "$home"
    refresh_desktop
    [ -z "$folders" ] || printf '%s\n' "$folders" | while read -r path; do
        # What desktops compute from their entries is not an entry.
        case "$(ls -A -- "$path" 2>/dev/null)" in mimeinfo.cache | icon-theme.cache) rm -f -- "$path"/*.cache ;; esac
        rmdir -- "$path" 2>/dev/null || true
    done
}

# refresh_desktop tells desktops, where there are any, to look again.
refresh_desktop() {
    if [ -d "$prefix/share/applications" ] && command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
    fi
    if [ -f "$prefix/share/icons/hicolor/index.theme" ] && command -v gtk-update-icon-cache >/dev/null 2>&1; then
        gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true
    fi
}

# is_running FOLDER: a program from there is running.
is_running() {
    for process in /proc/[0-9]*/exe; do
        case $(readlink "$process" 2>/dev/null) in "$1"/*) return 0 ;; esac
    done
    return 1
}

# remove_old removes versions that are not the current one; one that is still running stays until the next time.
remove_old() {
    kept=$(readlink "$home/current")
    for folder in "$home"/versions/*; do
        [ "versions/${folder##*/}" != "$kept" ] && [ -d "$folder" ] || continue
        is_running "$(CDPATH='' cd -- "$folder" && pwd -P)" || rm -rf -- "$folder"
    done
}

uninstall() {
    [ -d "$home" ] || stop "There is no Certwright in $home." "$home 里没有安装证书匠。"
    remove_all
    say "Certwright is removed from $home. Services, their history and your settings were not touched." \
        "已从 $home 移除证书匠。服务、它们的历史和您的设置都没有动。"
}

# undo is what happens when anything fails before the switch.
undo() {
    status=$?
    trap - EXIT
    if [ -n "$new" ] && [ "$status" != 0 ]; then
        rm -rf -- "$new" "$home/current.new"
        [ -L "$home/current" ] || remove_all
        say "Certwright was not installed; what was there before is as it was." \
            "没有安装证书匠；原来的一切保持不变。" >&2
    fi
    exit "$status"
}

check_tree() {
    (cd "$1" && sha256sum --check --status SHA256SUMS 2>/dev/null)
}

# name_program writes where the program will be into the menu entry: its folder may not be in anybody's PATH.
name_program() {
    entry=$new/share/applications/org.certwright.certwright.desktop
    [ -f "$entry" ] || return 0
    # The rules of the Desktop Entry Specification for Exec: quoted, with " ` $ escaped, % doubled; and once more for sed.
    quoted=$(printf '%s' "$home/current/bin/certwright" | sed 's/["`$]/\\\\&/g; s/%/%%/g' | sed 's/[\\&|]/\\&/g')
    sed -i "s|^Exec=certwright|Exec=\"$quoted\"|" "$entry"
}

install() {
    version=$(cat "$here/VERSION")
    check_tree "$here" || stop "This folder is not complete, or was changed. Check the download and unpack it again." \
        "这个文件夹不完整或已被改动。请核对下载的文件并重新解压。"
    "$here/bin/certwright-cli" --version >/dev/null 2>&1 ||
        stop "The program does not start here. It needs Linux on the processor that the archive is named after, with glibc 2.31 or later." \
            "程序无法在本机启动。它需要 Linux、与压缩包名称一致的处理器，以及 glibc 2.31 或更高版本。"
    refuse_foreign
    make_home 2>/dev/null || stop "$home cannot be made. Nothing was changed." "无法创建 $home。没有做任何改动。"
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$home/lock"
        flock -n 9 || stop "Another installation into $home is running." "另一个安装程序正在写入 $home。"
    fi
    new=$home/versions/$version-$(date +%Y%m%d%H%M%S)-$$
    trap undo EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    cp -R -- "$here" "$new" && check_tree "$new" ||
        stop "Copying to $home failed. Is the disk full?" "复制到 $home 失败。磁盘是否已满？"
    chmod -R u=rwX,go=rX "$new"
    name_program
    sync
    make_links
    ln -s "versions/${new##*/}" "$home/current.new"
    mv -T "$home/current.new" "$home/current"
    new=
    remove_old
    refresh_desktop
    say "Certwright $version is installed in $home. Remove it with: $home/current/uninstall.sh" \
        "证书匠 $version 已安装到 $home。卸载命令：$home/current/uninstall.sh"
    case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) say "$prefix/bin is not in your PATH: call $prefix/bin/certwright-cli, or add it." \
        "$prefix/bin 不在您的 PATH 中：请直接运行 $prefix/bin/certwright-cli，或把它加入 PATH。" ;;
    esac
}

new=
choose_folders
case $home in
*\\* | *'
'*) stop "The folder's name must not hold a backslash or a line break." "文件夹名称中不能有反斜杠或换行。" ;;
esac
if [ -n "$remove" ]; then
    uninstall
else
    install
fi
