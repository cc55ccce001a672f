#!/usr/bin/env bash
# Why: the program as one folder that brings everything along, for servers without a repository and for older releases:
# build/archive-<arch>/certwright-<version>, and OUTPUT/certwright-<version>-linux-<arch>.tar.xz made of it. The same
# sources give the same octets (SOURCE_DATE_EPOCH; without it the date of the last commit).
# Usage: packaging/linux/archive.sh [--arch amd64|arm64] [--tree-only] [OUTPUT]   (default: this machine's, build/packages)
#   CERTWRIGHT_ARCHIVE_SYSROOT   see archive-toolchain.sh
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
usage="Usage: packaging/linux/archive.sh [--arch amd64|arm64] [--tree-only] [OUTPUT]"
architecture=$(dpkg --print-architecture)
tree_only=
output=$top/build/packages
while [ $# -gt 0 ]; do
    case $1 in
    --arch) architecture=${2:?$usage} && shift ;;
    --tree-only) tree_only=yes ;;
    -*) echo "$usage" >&2 && exit 2 ;;
    *) output=$1 ;;
    esac
    shift
done

. "$top/packaging/packages.sh"
# shellcheck disable=SC2046,SC2086
ensure_packages $build_packages $release_packages $(archive_packages "$architecture")
begin=$SECONDS
build=$top/build/archive-$architecture
made=$(bash "$here/archive-toolchain.sh" --arch "$architecture" | tail -n 1)
# Under a name within the project, the compiler's cache knows it again, whatever its folder is called.
mkdir -p "$build"
ln -sfn "$made" "$build/sysroot"
sysroot=$build/sysroot
export CERTWRIGHT_ARCHIVE_SYSROOT=$sysroot
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH CFLAGS LDFLAGS DESTDIR
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct)}
export CXXFLAGS="-ffile-prefix-map=$top=/certwright -ffile-prefix-map=$made=/certwright/build/archive-$architecture/sysroot" LC_ALL=C.UTF-8 TZ=UTC
machine=x86_64
[ "$architecture" = amd64 ] || machine=aarch64
version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
tree=$build/certwright-$version

# runner prints how certwright-manual, which writes the man pages, is run where it was compiled.
runner() {
    local libraries=$sysroot/lib:$sysroot/shipped
    if [ "$architecture" = "$(dpkg --print-architecture)" ]; then
        echo "env;LD_LIBRARY_PATH=$libraries"
    else
        ensure_packages qemu-user-static >&2
        echo "qemu-$machine-static;-L;$sysroot/root;-E;LD_LIBRARY_PATH=$libraries"
    fi
}

compile() {
    cd "$top"
    cmake --preset release -B "$build/objects" -DCERTWRIGHT_TESTS=OFF -DCERTWRIGHT_DESKTOP=ON -DCERTWRIGHT_CARRIED=ON \
        -DCMAKE_TOOLCHAIN_FILE="$sysroot/lib/cmake/Qt6/qt.toolchain.cmake" -DQT_CHAINLOAD_TOOLCHAIN_FILE="$here/older.cmake" \
        -DQT_HOST_PATH=/usr -DCMAKE_CROSSCOMPILING_EMULATOR="$(runner)" -DCMAKE_INSTALL_PREFIX=/ \
        -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_INSTALL_LIBEXECDIR=libexec -DCMAKE_BUILD_WITH_INSTALL_RPATH=ON \
        -DCMAKE_INSTALL_RPATH='$ORIGIN/../lib' >/dev/null
    nice cmake --build "$build/objects" -j"${CERTWRIGHT_JOBS:-$(nproc)}"
}

# bring_libraries copies what the programs and plugins need, and what that needs, from the sysroot; what is not there is
# the system's, which check-tree.sh judges.
bring_libraries() {
    local todo next name file
    mkdir -p "$tree/lib" "$tree/plugins/platforms" "$tree/plugins/platforminputcontexts"
    cp "$sysroot"/plugins/platforms/lib{qxcb,qoffscreen}.so "$tree/plugins/platforms/"
    cp "$sysroot"/plugins/platforminputcontexts/lib{compose,ibus}*.so "$tree/plugins/platforminputcontexts/"
    todo=$(find "$tree/bin" "$tree/libexec" "$tree/plugins" -type f)
    while [ -n "$todo" ]; do
        next=
        for name in $(for file in $todo; do readelf --wide --dynamic "$file"; done | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u); do
            [ ! -e "$tree/lib/$name" ] || continue
            for file in "$sysroot/lib/$name" "$sysroot/shipped/$name"; do
                [ -e "$file" ] || continue
                cp -L "$file" "$tree/lib/$name"
                next="$next $tree/lib/$name"
                break
            done
        done
        todo=$next
    done
    find "$tree/lib" "$tree/plugins" -type f -exec chmod 755 {} +
    find "$tree/bin" "$tree/libexec" "$tree/lib" "$tree/plugins" -type f ! -name qt.conf -exec "$machine-linux-gnu-strip" --strip-unneeded {} +
}

# bring_words writes what else lies in the tree: licences, what is brought along, the scripts, sums of it all.
bring_words() {
    local folder=$tree/share/doc/certwright
    mkdir -p "$folder/third-party"
    install -m 644 "$top/LICENSE" "$folder/LICENSE"
    install -m 644 "$sysroot/shipped/licences/"* "$folder/third-party/"
    # Third-party notices of everything that is compiled in or brought along come from one place, for every package.
    python3 "$top/packaging/release/notices.py" archive "$folder/NOTICES"
    install -m 644 "$sysroot/shipped/packages.txt" "$folder/third-party/debian-11-packages.txt"
    printf '[Paths]\nPrefix=..\nPlugins=plugins\n' >"$tree/bin/qt.conf"
    install -m 755 "$here/install.sh" "$here/uninstall.sh" "$tree/"
    install -m 644 "$here/archive-readme.txt" "$tree/README.txt"
    echo "$version" >"$tree/VERSION"
    chmod -R u=rwX,go=rX "$tree"
    (cd "$tree" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum >SHA256SUMS)
}

compile
rm -rf "$tree"
DESTDIR=$tree cmake --install "$build/objects" --component programs --strip >/dev/null
bring_libraries
bring_words
find "$tree" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
bash "$here/check-tree.sh" "$tree"
echo "The tree for $architecture took $((SECONDS - begin)) s: $(du -sk --apparent-size "$tree" | cut -f1) KiB."
[ -z "$tree_only" ] || exit 0
begin=$SECONDS
mkdir -p "$output"
archive=$output/certwright-$version-linux-$architecture.tar.xz
# One thread: how many there are decides what xz writes.
tar --directory "$build" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu \
    -cf - "certwright-$version" | xz -9 --threads=1 --check=sha256 >"$archive.part"
mv "$archive.part" "$archive"
# For the list of parts of a release (packaging/release/sbom.py).
cp "$sysroot/shipped/packages.txt" "$archive.parts"
echo "$archive took $((SECONDS - begin)) s: $(stat -c %s "$archive") octets."
