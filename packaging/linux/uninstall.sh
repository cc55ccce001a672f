#!/bin/sh
# Why: removes what install.sh put in place: every link, the program, the folders made for them. Not services, their
# history or anybody's settings.
# Usage: ./uninstall.sh [--prefix FOLDER]
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
exec sh "$here/install.sh" --remove "$@"
