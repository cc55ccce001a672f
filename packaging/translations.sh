#!/usr/bin/env bash
# Why: brings translations/*.ts in line with the sources; run it after adding or changing a sentence, then translate
# what it reports as unfinished. The translation test runs it on a copy and accepts no difference.
# Usage: packaging/translations.sh [FOLDER WITH THE .ts FILES]
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$top/translations}
lupdate=$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate /usr/lib/qt6/libexec/lupdate 2>/dev/null | head -n 1)
cd "$top"
for language in zh_CN en; do
    plural=
    [ "$language" = en ] && plural=-pluralonly
    "$lupdate" -silent -locations none -no-obsolete $plural -source-language en -target-language "$language" \
        -tr-function-alias translate+=say ui app -ts "$folder/certwright_$language.ts"
done
