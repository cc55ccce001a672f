# Why: where Wine is, and what it must leave alone: no browser engines are fetched, no menus of the host are changed, and
# a crash ends the program instead of waiting in a debugger. Sourced, not run.
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
wineserver=$(command -v wineserver64 || command -v wineserver || echo /usr/lib/wine/wineserver64)
export WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d;winedbg.exe=d"
