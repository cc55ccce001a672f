# Why: what test-installer.sh tries, in the order in which a person meets it. Sourced by it.

version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\) .*/\1/p' "$top/CMakeLists.txt")
newer=${version%.*}.$((${version##*.} + 1))
setup=certwright-$version-windows-x64-setup.exe
newer_setup=certwright-$newer-windows-x64-setup.exe
portable=certwright-$version-windows-x64-portable.zip
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\Certwright'
drive=$desktop/prefix/drive_c
person="$drive/users/张 三"
programs=$drive/程序\ 目录/证书匠
menu="$person/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
settings=$person/AppData/Roaming/Certwright
practice='C:\练习 服务'
service='C:\练习 服务\services\streamserver'

# The same version once more, in other folders and at another time, and a newer one; each keeps one processor busy.
make_packages() {
    local again
    [ -s "$packages/$setup" ] || bash "$here/package.sh" "$packages"
    bash "$here/package.sh" "$work/again" >"$work/again.log" 2>&1 &
    again=$!
    bash "$here/package.sh" "$work/newer" "$newer" >"$work/newer.log" 2>&1 || { cat "$work/newer.log"; return 1; }
    wait "$again" || { cat "$work/again.log"; return 1; }
}

same_octets() {
    local file
    for file in "$packages/certwright-$version-"*; do
        check "$(basename "$file") is the same octets when made again" cmp "$file" "$work/again/$(basename "$file")"
    done
    check "the installer is smaller than 30 MB ($(stat -c %s "$packages/$setup") octets)" \
        [ "$(stat -c %s "$packages/$setup")" -lt 30000000 ]
}

# run_setup FILE SWITCHES… runs a setup; a folder after /D= is the rest of the line and must not be quoted.
run_setup() {
    local file=$1
    shift
    cp "$file" "$desktop/tmp/setup 安装.exe"
    in_wine "$desktop/tmp/setup 安装.exe" "$@"
}

# everything prints every file, every folder that has the program's name, and every key of the registry that names the program.
everything() {
    settled || true
    find "$drive" \( -path "$drive/练习 服务" -o -path "$drive/windows" -o -path '*/Temp' \) -prune -o \
        \( -type f -o -iname '*certwright*' -o -name '*证书匠*' \) -print | sort
    { grep -ahi certwright "$desktop/prefix/user.reg" "$desktop/prefix/system.reg" || true; } |
        sed -e '/certwright-test/d' -e 's/\] [0-9]*$/]/' | sort
}

installs_for_one() {
    check "a silent setup for one person ends well" run_setup "$packages/$setup" /S /LANG=zh '/D=C:\程序' '目录\证书匠'
    check "the programs are in the folder that was named" [ -s "$programs/bin/certwright.exe" ]
    check "Qt's plugin for Windows is beside them" [ -s "$programs/bin/platforms/qwindows.dll" ]
    check "none of Qt's plugins for tests is" [ ! -e "$programs/bin/platforms/qoffscreen.dll" ]
    check "the licence is there" [ -s "$programs/doc/LICENSE.txt" ]
    check "so are the licences of the parts of others" grep -q 'GNU LESSER' "$programs/doc/THIRD-PARTY-NOTICES.txt"
    check "nothing of the exchange is left" [ -z "$(find "$programs" -name '*~')" ]
    local size
    size=$(du -sb "$programs" | cut -f 1)
    check "less than 90 MB are installed ($size octets)" [ "$size" -lt 90000000 ]
    check "there is an entry in the start menu" [ -s "$menu/证书匠 Certwright.lnk" ]
    check "the list of programs has the version" [ "$(reg_value "HKCU\\$uninstall_key" DisplayVersion)" = "$version" ]
    check "the list of programs has a size" [ -n "$(reg_value "HKCU\\$uninstall_key" EstimatedSize)" ]
    check "no ending is taken" [ -z "$(reg_value 'HKCU\Software\Classes\.pem\OpenWithProgids' Certwright.CertificateFile)" ]
}

# open_setup PROGRAM TITLE SWITCHES… starts a setup that asks; $shown is its window.
open_setup() {
    local file=$1 title=$2
    shift 2
    as_user timeout 300 "$wine" "$file" "$@" >"$desktop/window.log" 2>&1 </dev/null &
    shown=$(window "$title")
    [ -n "$shown" ] || return 1
    sleep 1
}

# press KEYS… presses keys in the window $shown.
press() {
    timeout 20 xdotool windowactivate --sync "$shown" key "$@" || true
    sleep 1
}

# end_setup presses the button that ends a setup until it has ended; it may still be at work.
end_setup() {
    local number
    for number in 1 2 3 4 5 6; do
        press Return
        ! as_user timeout 10 "$wineserver" -w || return 0
    done
    return 1
}

shows_the_setup() {
    local language
    as_user mkdir -p "$drive/程序 目录"
    everything >"$work/before"
    for language in en zh; do
        cp "$packages/$setup" "$desktop/tmp/setup 安装.exe"
        check "the setup asks in $language" open_setup "$desktop/tmp/setup 安装.exe" 'Certwright (Setup|安装)' "/LANG=$language"
        check "its first page is drawn" drawn "$pictures/setup-$language.png" 60
        press Return
        check "so are the parts that can be chosen" drawn "$pictures/setup-parts-$language.png" 60
        press Escape
        press Return
        check "it can be given up" settled
    done
    everything >"$work/after"
    check "nothing is installed then" diff "$work/before" "$work/after"
}

# open_window LANGUAGE TITLE starts the installed window; $shown is its number.
open_window() {
    as_user timeout 300 "$wine" "${program:-$programs/bin/certwright.exe}" --lang "$1" >"$desktop/window.log" 2>&1 </dev/null &
    shown=$(window "$2")
    [ -n "$shown" ] || return 1
    sleep 2
}

# close_window closes it as its button does, and waits until it has ended.
close_window() {
    press alt+F4
    check "the window closes" settled
}

# drawn FILE LETTERS tells whether the picture of the window has colours, at least so many letters, and nearly no boxes.
drawn() {
    local numbers
    numbers=$(picture "$shown" "$1")
    echo "$numbers"
    # shellcheck disable=SC2086
    set -- $numbers "$2"
    [ "$1" -gt 50 ] && [ "$2" -ge "$4" ] && [ "$3" -le 8 ]
}

shows_its_window() {
    check "the window opens in English" open_window en '^Certwright$'
    check "it is drawn, in letters" drawn "$pictures/window-en.png" 100
    close_window
    check "the window opens in Chinese" open_window zh '证书匠'
    check "Chinese is drawn, not empty boxes" drawn "$pictures/window-zh.png" 100
    check "a second start with a file ends at once" in_wine "$programs/bin/certwright.exe" -- 'C:\证书 1.pem'
    check "the window that is open takes the file" [ -n "$(window '选择服务')" ]
    check "the two pictures differ" [ "$(cmp -s "$pictures/window-en.png" "$pictures/window-zh.png" || echo differ)" = differ ]
    close_window
}

# cli ARGUMENTS… runs the installed command line; `input` names its standard input.
cli() {
    in_wine "${program_cli:-$programs/bin/certwright-cli.exe}" --lang zh "$@"
}

works_on_a_service() {
    check "practice services are made" cli practice "$practice"
    printf practice >"$desktop/password"
    input=$desktop/password check "certificates are imported" cli import --service streamserver --root "$service" --yes \
        --password-stdin "$practice\\material\\good-pem"
    check "the service verifies" cli verify --service streamserver --root "$service"
    check "it speaks Chinese, in UTF-8" grep -q '证书' "$desktop/out"
    check "the service is remembered in the account" [ -s "$settings/services.json" ]
    find "$drive/练习 服务" -type f -exec sha256sum {} + | sort >"$work/service"
}

service_unchanged() {
    find "$drive/练习 服务" -type f -exec sha256sum {} + | sort | diff "$work/service" -
}

# running PROGRAM waits until it runs, 30 s at most, and a little longer, so that it has read what it needs.
running() {
    local number
    for number in $(seq 100); do
        ! pgrep -af "$desktop.*$1" | grep -qv '^[0-9]* timeout' || break
        sleep 0.3
    done
    sleep 3
    pgrep -af "$desktop.*$1" | grep -v '^[0-9]* timeout'
}

# gone PROGRAM tells whether no process of it is left.
gone() {
    settled || return 1
    ! pgrep -f "$desktop.*$1" >/dev/null
}

upgrades_in_place() {
    echo mine >"$programs/bin/mine.txt"
    [ "$(id -u)" != 0 ] || chown certwright-test "$programs/bin/mine.txt"
    open_window zh '证书匠' || true
    check "a newer setup replaces it, and asks the open window to close" run_setup "$work/newer/$newer_setup" /S
    check "the window is closed" gone 'bin.certwright.exe'
    check "the same folder is remembered" [ "$(reg_value "HKCU\\$uninstall_key" DisplayVersion)" = "$newer" ]
    check "the start menu entry is still one" [ "$(find "$menu" -iname '*certwright*' | wc -l)" = 1 ]
    check "nothing of the version before is left" [ -z "$(find "$programs" -name '*~')" ]
    check "what somebody put beside the programs is kept" [ -s "$programs/bin/mine.txt" ]
    rm -f "$programs/bin/mine.txt"
    check "the upgrade leaves the service as it is" service_unchanged
    check "the newer version verifies it" cli verify --service streamserver --root "$service"
}

# A command that waits for its password cannot be asked to close.
refuses_while_in_use() {
    mkfifo "$desktop/never"
    [ "$(id -u)" != 0 ] || chown certwright-test "$desktop/never"
    exec 8<>"$desktop/never"
    (input=$desktop/never; in_wine "$programs/bin/certwright-cli.exe" import --service streamserver --root "$service" --yes \
        --password-stdin "$practice\\material\\good-pem" 8>&-) &
    local waiting=$! status=0
    check "a command waits for its password" running 'bin.certwright-cli.exe'
    find "$programs" -type f -exec sha256sum {} + | sort >"$work/programs"
    # Else Wine's background programs would keep the pipe open.
    run_setup "$packages/$setup" /S 8>&- || status=$?
    check "a setup ends with 32 while a command is at work" [ "$status" = 32 ]
    check "everything is as it was" diff "$work/programs" <(find "$programs" -type f -exec sha256sum {} + | sort)
    exec 8>&-
    wait "$waiting" || true
    settled || true
}

offers_files() {
    in_wine reg add 'HKCU\Software\Classes\.pem' /ve /d SomebodyElse /f || true
    check "a setup that is asked to offers files" run_setup "$work/newer/$newer_setup" /S /OPENWITH=1
    check "Certwright is among those who open .pem" \
        grep -qa '^"Certwright.CertificateFile"' <(settled; sed -n '/Classes\\\\.pem\\\\OpenWithProgids\]/,/^$/p' "$desktop/prefix/user.reg")
    in_wine reg query 'HKCU\Software\Classes\.pem' /ve || true
    check "who opens .pem by default is not changed" grep -q SomebodyElse "$desktop/out"
    check "the next version keeps the choice" run_setup "$packages/$setup" /S
    check "files are offered still" [ "$(reg_value "HKCU\\$uninstall_key" OpenWith)" = 0x1 ]
}

# remove FOLDER SWITCHES… runs the uninstaller there, which goes on in the background, and waits for it.
remove() {
    local folder=$1
    shift
    in_wine "$folder/uninstall.exe" /S "$@" || true
    settled || true
}

uninstalls() {
    check "the uninstaller asks" open_setup "$programs/uninstall.exe" 'Certwright (Uninstall|卸载)'
    check "its question is drawn" drawn "$pictures/uninstall-zh.png" 60
    check "it ends" end_setup
    in_wine reg delete 'HKCU\Software\Classes\.pem' /f || true
    check "the folder of the programs is gone" [ ! -e "$programs" ]
    check "the settings are kept" [ -s "$settings/services.json" ]
    check "the service and its history are as they were" service_unchanged
    run_setup "$packages/$setup" /S /LANG=en '/D=C:\程序' '目录\证书匠' || true
    remove "$programs" /REMOVESETTINGS=1
    check "settings go where that is asked for" [ ! -e "$settings" ]
    everything >"$work/after"
    check "nothing is left: no file, no key, no menu entry" diff "$work/before" "$work/after"
    check "the service and its history are as they were after that" service_unchanged
}

installs_for_all() {
    local folder="$drive/Program Files/Certwright"
    check "a silent setup for all ends well" run_setup "$packages/$setup" /S /AllUsers
    check "the programs are in Program Files" [ -s "$folder/bin/certwright.exe" ]
    check "the entry is the computer's" [ "$(reg_value "HKLM\\$uninstall_key" DisplayVersion)" = "$version" ]
    check "an upgrade without a switch is for all too" run_setup "$work/newer/$newer_setup" /S
    check "it is the newer one" [ "$(reg_value "HKLM\\$uninstall_key" DisplayVersion)" = "$newer" ]
    check "there is none for the person besides" [ -z "$(reg_value "HKCU\\$uninstall_key" DisplayVersion)" ]
    remove "$folder"
    everything >"$work/after"
    check "nothing is left of it" diff "$work/before" "$work/after"
}

goes_along_portable() {
    local stick="$drive/U 盘" program program_cli
    mkdir -p "$stick"
    unzip -q "$packages/$portable" -d "$stick"
    [ "$(id -u)" != 0 ] || chown -R certwright-test "$stick"
    program=$stick/Certwright-$version/certwright.exe
    program_cli=$stick/Certwright-$version/certwright-cli.exe
    practice='C:\U 盘\练习'
    input=$desktop/password
    check "portable: practice services are made" cli practice "$practice"
    check "portable: certificates are imported" cli import --service streamserver --root "$practice\\services\\streamserver" \
        --yes --password-stdin "$practice\\material\\good-pem"
    check "portable: the service verifies" cli verify --service streamserver --root "$practice\\services\\streamserver"
    check "portable: the window opens" open_window zh '证书匠'
    check "portable: Chinese is drawn" drawn "$pictures/portable-zh.png" 100
    close_window
    check "portable: settings are beside the programs" [ -s "$stick/Certwright-$version/settings/services.json" ]
    check "portable: the window keeps its own there too" [ -s "$stick/Certwright-$version/settings/certwright.ini" ]
    rm -rf "$stick"
    everything >"$work/after"
    check "portable: nothing is left in the account" diff "$work/before" "$work/after"
}
