#!/usr/bin/env bash
# Why: what people see is judged by looking at it: every page and dialog as a picture, in both languages, light and
# dark, at 100 and 200 %.
# Usage: packaging/screens.sh FOLDER   (writes NAME-LANGUAGE-THEME-SCALE.png, NAME-small-… of the smallest window)
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/packaging/packages.sh"
folder=${1:?Usage: packaging/screens.sh FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# shellcheck disable=SC2086
ensure_packages $build_packages fonts-dejavu-core fonts-noto-cjk
cd "$top"
cmake --preset release >/dev/null
cmake --build --preset release --target certwright_screens
status=0
for scale in 1 2; do
    QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale LC_ALL=C.UTF-8 \
        build/release/tests/ui/screens/certwright_screens "$folder" $((scale * 100)) || status=1
done
echo "$(find "$folder" -name '*.png' | wc -l) pictures in $folder"
exit $status
