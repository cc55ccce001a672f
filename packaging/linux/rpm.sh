#!/usr/bin/env bash
# Why: the tree of the offline archive as OUTPUT/certwright-<version>-1.<machine>.rpm, for openEuler and RHEL families. The
# same tree gives the same octets (SOURCE_DATE_EPOCH; without it the date of the last commit).
# Usage: packaging/linux/rpm.sh [--arch amd64|arm64] [OUTPUT]   (default: this machine's, build/packages)
#   CERTWRIGHT_PACKAGE_VERSION   another version's number for the same files (test-archive.sh, to upgrade from)
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
architecture=$(dpkg --print-architecture)
if [ "${1:-}" = --arch ]; then
    architecture=${2:?Usage: packaging/linux/rpm.sh [--arch amd64|arm64] [OUTPUT]}
    shift 2
fi
output=${1:-$top/build/packages}
. "$top/packaging/packages.sh"
# shellcheck disable=SC2086
ensure_packages $rpm_packages
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct)} LC_ALL=C.UTF-8 TZ=UTC
version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
build=$top/build/archive-$architecture
tree=$build/certwright-$version
version=${CERTWRIGHT_PACKAGE_VERSION:-$version}
[ -e "$tree/SHA256SUMS" ] || bash "$here/archive.sh" --arch "$architecture" --tree-only
machine=x86_64
[ "$architecture" = amd64 ] || machine=aarch64
begin=$SECONDS

# Every library of ours, as a part of a pattern: lib(Qt6Core|crypto|…).
carried=$(find "$tree/lib" "$tree/plugins" -name 'lib*.so*' -printf '%f\n' | sed 's/[.]so.*//; s/[+]/[+]/g' | LC_ALL=C sort -u | paste -sd '|')
sed -e "s/@VERSION@/$version/g" -e "s/@CARRIED@/$carried/" \
    -e "s/@DATE@/$(date --utc --date "@$SOURCE_DATE_EPOCH" '+%a %b %d %Y')/" \
    "$here/certwright.spec.in" >"$build/certwright.spec"
rm -rf "$build/rpm"
mkdir -p "$output"
rpmbuild -bb --quiet --target "$machine-linux" --define "_topdir $build/rpm" --define "tree $tree" --define "_rpmdir $build/rpm/RPMS" \
    --define '_prefix /usr' --define '_datadir /usr/share' --define '_mandir /usr/share/man' --define '_buildhost reproducible' \
    --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
    --define '_source_filedigest_algorithm 8' --define '_binary_filedigest_algorithm 8' --define '_binary_payload w9.xzdio' \
    "$build/certwright.spec" >"$build/rpm.log" 2>&1 || { tail -n 20 "$build/rpm.log" >&2 && exit 1; }
package=$output/certwright-$version-1.$machine.rpm
cp "$build/rpm/RPMS/$machine/certwright-$version-1.$machine.rpm" "$package"
cp "$tree/share/doc/certwright/third-party/debian-11-packages.txt" "$package.parts"
rpmlint --config "$here/rpmlint.toml" "$package" >"$build/rpmlint.log" 2>&1 || { grep -v ': I: ' "$build/rpmlint.log" >&2 && exit 1; }
echo "ok     rpmlint: $(tail -n 1 "$build/rpmlint.log")"
echo "$package took $((SECONDS - begin)) s: $(stat -c %s "$package") octets."
