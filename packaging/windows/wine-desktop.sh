# Why: what is installed is tried as a person has it: a Windows of its own with a screen, an account whose name is Chinese
# with a space in it, and fonts that have Chinese. Sourced, not run. Provides wine_desktop, in_wine, reg_value, picture…
# Everything lies in the folder $desktop; run as root it all runs as the ordinary user certwright-test.

# as_user COMMAND… runs a command as the person of the desktop.
as_user() {
    "${as_person[@]}" env HOME="$desktop" TMPDIR="$desktop/tmp" WINEPREFIX="$desktop/prefix" DISPLAY="${DISPLAY:-}" \
        LC_ALL=C.UTF-8 "$@"
}
as_person=()
[ "$(id -u)" != 0 ] || as_person=(setpriv --reuid certwright-test --regid certwright-test --clear-groups)

# in_wine PROGRAM ARGUMENTS… runs a program to its end (2 minutes at most), its output in $desktop/out and its status as
# its own. A pipe would never end, for Wine's background programs keep it open.
in_wine() {
    local status=0
    as_user timeout 120 "$wine" "$@" >"$desktop/raw" 2>&1 <"${input:-/dev/null}" || status=$?
    tr -d '\r' <"$desktop/raw" >"$desktop/out"
    return "$status"
}

# settled waits until every program of the prefix has ended and its registry is written.
settled() {
    as_user timeout 60 "$wineserver" -w
}

# account_settings prints registry entries: the account's folders, the fonts of a Chinese Windows, and none of the
# settings that tests without a screen need.
account_settings() {
    local name shell='Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
    printf 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\%s]\r\n' "$shell"
    set -- 'AppData' 'AppData\Roaming' 'Local AppData' 'AppData\Local' 'Personal' 'Documents' 'Desktop' 'Desktop' \
        'Start Menu' 'AppData\Roaming\Microsoft\Windows\Start Menu' \
        'Programs' 'AppData\Roaming\Microsoft\Windows\Start Menu\Programs'
    while [ $# -gt 0 ]; do
        printf '"%s"="%s"\r\n' "$1" "$(printf '%s\\%s' "$account" "$2" | sed 's/\\/\\\\/g')"
        shift 2
    done
    printf '\r\n[HKEY_CURRENT_USER\\Environment]\r\n"QT_PLUGIN_PATH"=-\r\n"QT_QPA_PLATFORM"=-\r\n"QT_QPA_FONTDIR"=-\r\n'
    for name in APPDATA='AppData\Roaming' LOCALAPPDATA='AppData\Local' USERPROFILE=.; do
        printf '"%s"="%s"\r\n' "${name%%=*}" "$(printf '%s\\%s' "$account" "${name#*=}" | sed 's/\\\.$//; s/\\/\\\\/g')"
    done
    printf '\r\n[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes]\r\n'
    for name in Tahoma "Segoe UI" "MS Shell Dlg" "MS Shell Dlg 2" SimSun; do
        printf '"%s"="WenQuanYi Micro Hei"\r\n' "$name"
    done
}

# start_screen starts an X server on a free display, whose screen is the file $desktop/screen/Xvfb_screen0, and a window
# manager.
start_screen() {
    local number
    mkdir -p "$desktop/screen"
    [ "$(id -u)" != 0 ] || chown certwright-test "$desktop/screen"
    "${as_person[@]}" Xvfb -displayfd 3 -screen 0 1280x960x24 -fbdir "$desktop/screen" -nolisten tcp \
        3>"$desktop/display" >/dev/null 2>&1 &
    screen_process=$!
    for number in $(seq 50); do
        [ ! -s "$desktop/display" ] || break
        sleep 0.1
    done
    DISPLAY=:$(cat "$desktop/display")
    export DISPLAY
    "${as_person[@]}" env HOME="$desktop" openbox >/dev/null 2>&1 &
    manager_process=$!
}

# wine_desktop makes all of it. $desktop must be a new folder, $account the account's folder as Windows names it.
wine_desktop() {
    mkdir -p "$desktop/tmp" "$desktop/no-plugins/plugins"
    # The person need not be able to read the folder of the sources.
    cp "$here/wine-prefix.sh" "$here/wine-settings.sh" "$desktop/"
    [ "$(id -u)" != 0 ] || chown -R certwright-test "$desktop"
    chmod 755 "$desktop"
    as_user bash "$desktop/wine-prefix.sh" "$desktop/prefix" "$desktop/no-plugins"
    { printf '\xff\xfe'; account_settings | iconv -f UTF-8 -t UTF-16LE; } >"$desktop/account.reg"
    as_user mkdir -p "$desktop/prefix/drive_c/users/${account##*\\}/Documents"
    in_wine regedit "Z:${desktop//\//\\}\\account.reg"
    settled
    start_screen
}

# end_desktop ends what wine_desktop started.
end_desktop() {
    as_user "$wineserver" -k >/dev/null 2>&1 || true
    [ -z "${screen_process:-}" ] || kill "$manager_process" "$screen_process" 2>/dev/null || true
    wait 2>/dev/null || true
}

# reg_value KEY NAME prints a value of the registry; nothing if it is not there.
reg_value() {
    in_wine reg query "$1" /v "$2" || return 0
    sed -n "s/^ *$2 *REG_[A-Z_]* *//p" "$desktop/out"
}

# window NAME prints the number of the visible window whose title matches, waiting for it 30 s at most.
window() {
    local number
    for number in $(seq 150); do
        number=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1 || true)
        [ -z "$number" ] || break
        sleep 0.2
    done
    printf '%s' "$number"
}

# picture WINDOW FILE writes a window's picture and prints the numbers of screenshot.py.
picture() {
    local place
    place=$(xwininfo -id "$1" | awk '/Absolute upper-left X/ {x=$4} /Absolute upper-left Y/ {y=$4} /Width:/ {w=$2}
        /Height:/ {h=$2} END {print x, y, w, h}')
    # shellcheck disable=SC2086  # four numbers
    python3 "$here/screenshot.py" "$desktop/screen/Xvfb_screen0" "$2" $place
}
