#!/usr/bin/env bash
# Why: tests need a Windows of their own, made the same way each time: Windows 10, fonts that have Chinese, and the
# variables of Qt, which Wine takes from its registry only (it drops every QT_… of the environment).
# Usage: packaging/windows/wine-prefix.sh PREFIX RUNTIME   (as an ordinary user: to root no file is denied)
set -euo pipefail
prefix=$1
runtime=$2
[ ! -e "$prefix/finished" ] || exit 0
. "$(dirname "$0")/wine-settings.sh"
mkdir -p "$prefix"
export WINEPREFIX=$prefix
quiet() { timeout 300 "$@" >>"$prefix.log" 2>&1 </dev/null; }

quiet "$wine" wineboot --init || { echo "wine-prefix.sh: Wine cannot make a prefix; see $prefix.log." >&2; exit 1; }
quiet "$wine" winecfg -v win10

windows_path() { printf 'Z:%s' "${1//\//\\\\}"; }
registry=$prefix/settings.reg
cat >"$registry" <<END
REGEDIT4

[HKEY_CURRENT_USER\\Environment]
"QT_FORCE_STDERR_LOGGING"="1"
"QT_QPA_PLATFORM"="offscreen"
"QT_PLUGIN_PATH"="$(windows_path "$runtime")\\\\plugins"
"QT_QPA_FONTDIR"="$(windows_path /usr/share/fonts/truetype/dejavu)"

[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes]
"Tahoma"="DejaVu Sans"
"Segoe UI"="DejaVu Sans"
"Arial"="DejaVu Sans"
"MS Shell Dlg"="DejaVu Sans"
"MS Shell Dlg 2"="DejaVu Sans"
"Microsoft YaHei"="WenQuanYi Micro Hei"
"Microsoft YaHei UI"="WenQuanYi Micro Hei"
END
quiet "$wine" regedit "$(windows_path "$registry" | sed 's/\\\\/\\/g')"
quiet "$wineserver" -w
touch "$prefix/finished"
