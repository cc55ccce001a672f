# Why: how each part of the offline archive's sysroot is made, and with what of it switched off and why. Sourced by
# archive-toolchain.sh, which has unpacked the part to $work/<part>; each writes into $sysroot and nowhere else.
# Static where the licence and the size allow it. Qt and libidn2 (LGPL) stay shared; OpenSSL and FreeType too, to be
# replaceable in an installed program; libstdc++, because exceptions pass between Qt and the programs.

# configured_by_cmake NAME ARGUMENTS… makes $work/NAME-build of $work/NAME, for a static library.
configured_by_cmake() {
    local name=$1
    shift
    cmake -S "$work/$name" -B "$work/$name-build" -G Ninja --no-warn-unused-cli \
        -DCMAKE_TOOLCHAIN_FILE="$here/older.cmake" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$sysroot" \
        -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
        -DCMAKE_POLICY_DEFAULT_CMP0063=NEW -DCMAKE_C_VISIBILITY_PRESET=hidden -DCMAKE_CXX_VISIBILITY_PRESET=hidden \
        -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG $prefix_map" -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG $prefix_map" \
        -DCMAKE_C_COMPILER_LAUNCHER="$launcher" -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" "$@"
}

# with_cmake NAME ARGUMENTS… configures, builds and installs $work/NAME.
with_cmake() {
    local name=$1
    configured_by_cmake "$@"
    cmake --build "$work/$name-build" -j"$jobs"
    cmake --install "$work/$name-build"
}

# The C library, and what a window needs of X11 and fonts: the packages of Debian 11, checked against our sums, unpacked.
make_bullseye() {
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg use package version sum file link target
    apt_folders "$work/apt-bullseye" "$architecture" \
        "deb [signed-by=$keyring] $(archive_address release) bullseye main" \
        "deb [signed-by=$keyring] $(archive_address security) bullseye-security main"
    rm -rf "$root" "$sysroot/shipped"
    mkdir -p "$root" "$sysroot/shipped"
    cd "$work/bullseye"
    # shellcheck disable=SC2046  # one word per package
    APT_CONFIG=$work/apt-bullseye/apt.conf apt-get download -qq \
        $(awk -v a="$architecture" '$1 == a { print $3 ":" a "=" $4 }' "$here/bullseye.txt") ||
        fail "The archives lack a package that bullseye.txt names: name its newer version there."
    while read -r _ use package version sum; do
        file=$(echo "${package}_"*.deb)
        echo "$sum  $file" | sha256sum --check --quiet
        dpkg-deb --extract "$file" "$root"
        [ "$use" != ship ] || ship_package "$package" "$version" "$file"
    done < <(awk -v a="$architecture" '$1 == a' "$here/bullseye.txt")
    # Links from the root of the file system would lead out of this tree.
    find "$root" -type l -lname '/*' | while read -r link; do
        target=$(readlink "$link")
        ln -sfnr "$root$target" "$link"
    done
    sed -i "s,=/usr,=$root/usr," "$root"/usr/lib/"$triplet"/pkgconfig/*.pc "$root"/usr/share/pkgconfig/*.pc
    # Of AT-SPI only constants are read: its library, and what that needs, is not.
    sed -i '/^Requires/d;/^Libs/d' "$root/usr/lib/$triplet/pkgconfig/atspi-2.pc"
}

# ship_package PACKAGE VERSION FILE keeps the libraries of one that goes into the archive, with its licence and its name.
ship_package() {
    mkdir -p "$work/bullseye/one" "$sysroot/shipped/licences"
    dpkg-deb --extract "$3" "$work/bullseye/one"
    find "$work/bullseye/one" -name 'lib*.so.*' -exec cp -P {} "$sysroot/shipped/" \;
    cp -L "$work/bullseye/one/usr/share/doc/$1/copyright" "$sysroot/shipped/licences/$1" 2>/dev/null ||
        cp -L "$root/usr/share/doc/$1/copyright" "$sysroot/shipped/licences/$1"
    echo "$1 $2" >>"$sysroot/shipped/packages.txt"
    rm -rf "$work/bullseye/one"
}

# Debian keeps the objects that its libstdc++.so is linked from (libstdc++-12-pic): linked again, against glibc 2.31.
# libstdc++.a gets the missing functions too, for the program that must not bring a libstdc++.so into its process.
make_libstdcxx() {
    local objects
    objects=$($triplet-gcc -print-file-name=libstdc++_pic.a)
    cd "$work/libstdcxx"
    # shellcheck disable=SC2086  # flags
    $triplet-gcc $target_flags $prefix_map -O2 -fPIC -c "$here/glibc_2_31.c" -o glibc_2_31.o
    # shellcheck disable=SC2086
    $triplet-gcc $target_flags $link_flags -shared-libgcc -shared -o libstdc++.so.6 -Wl,-soname,libstdc++.so.6 -Wl,-O1,-z,relro \
        -Wl,--gc-sections -Wl,--version-script="${objects%.a}.map" -Wl,--whole-archive "$objects" -Wl,--no-whole-archive \
        glibc_2_31.o -lm -lpthread
    mkdir -p "$sysroot/lib"
    install -m 755 libstdc++.so.6 "$sysroot/lib/"
    ln -sf libstdc++.so.6 "$sysroot/lib/libstdc++.so"
    cp "$($triplet-gcc -print-file-name=libstdc++.a)" .
    $triplet-ar rD libstdc++.a glibc_2_31.o
    install -m 644 libstdc++.a "$sysroot/lib/"
}

# Header-only libraries are the same on every system: by name, from the host.
make_headers() {
    local name
    mkdir -p "$sysroot/include" "$sysroot/share/cmake"
    for name in tl nlohmann CLI; do
        cp -r "/usr/include/$name" "$sysroot/include/"
    done
    for name in tl-expected nlohmann_json CLI11; do
        cp -r "/usr/share/cmake/$name" "$sysroot/share/cmake/"
    done
}

# For libarchive. Not by its CMake file, which makes a shared one too and finds it before the static one.
make_zlib() {
    cd "$work/zlib"
    # shellcheck disable=SC2086
    CHOST=$triplet CC="$launcher $triplet-gcc" CFLAGS="-O2 -fPIC $target_flags $prefix_map" ./configure --static --prefix="$sysroot"
    make -j"$jobs" libz.a
    install -D -m 644 libz.a "$sysroot/lib/libz.a"
    install -m 644 zlib.h zconf.h "$sysroot/include/"
}

# no-module puts the legacy provider, which old PKCS#12 files need, into libcrypto; without engines and without a
# configuration of its own there is nothing that could be loaded from elsewhere. /etc/ssl is root's.
make_openssl() {
    cd "$work/openssl"
    # Its flags would be told by `openssl version -f`, with the name of our folder in them.
    sed -i 's/^my [$]cflags = join.*/my $cflags = "gcc";/' util/mkbuildinf.pl
    grep -qF '$cflags = "gcc"' util/mkbuildinf.pl
    # shellcheck disable=SC2086
    CC="$launcher $triplet-gcc" AR=$triplet-ar RANLIB=$triplet-ranlib perl Configure $openssl_target shared no-tests no-engine \
        no-module no-ssl3 no-comp no-autoload-config --prefix="$sysroot" --libdir=lib --openssldir=/etc/ssl \
        $target_flags $prefix_map $link_flags
    local places=(OPENSSLDIR=/etc/ssl ENGINESDIR=/etc/ssl/engines MODULESDIR=/etc/ssl/modules)
    make -j"$jobs" "${places[@]}" build_libs
    make "${places[@]}" install_dev
}

make_yaml_cpp() {
    with_cmake yaml-cpp -DYAML_CPP_BUILD_TOOLS=OFF -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_CONTRIB=OFF
}

make_fmtlib() {
    with_cmake fmtlib -DFMT_DOC=OFF -DFMT_TEST=OFF -DFMT_INSTALL=ON
}

# Only what reads zip files, deflated or stored, from memory. Its CMake file would make a shared one too.
make_libarchive() {
    local off=() name
    for name in OPENSSL LIBB2 LZ4 LZO LZMA ZSTD BZip2 LIBXML2 EXPAT PCREPOSIX LIBGCC CNG TAR CPIO CAT XATTR ACL ICONV TEST; do
        off+=("-DENABLE_$name=OFF")
    done
    configured_by_cmake libarchive "${off[@]}" -DPOSIX_REGEX_LIB=NONE -DBUILD_TESTING=OFF
    cmake --build "$work/libarchive-build" -j"$jobs" --target archive_static
    install -m 644 "$work/libarchive-build/libarchive/libarchive.a" "$sysroot/lib/"
    install -m 644 "$work/libarchive/libarchive/archive.h" "$work/libarchive/libarchive/archive_entry.h" "$sysroot/include/"
}

# With the parts of libunistring that it brings itself: nothing else here wants the rest.
make_libidn2() {
    mkdir -p "$work/libidn2-build"
    cd "$work/libidn2-build"
    "$work/libidn2/configure" --host="$triplet" --prefix="$sysroot" --disable-static --enable-shared --disable-nls \
        --disable-doc --disable-rpath --disable-dependency-tracking --with-included-libunistring \
        CC="$triplet-gcc $target_flags" CFLAGS="-O2 $prefix_map" LDFLAGS="$link_flags"
    local folder
    for folder in gl unistring lib; do
        make -C "$folder" -j"$jobs"
    done
    make -C lib install
    rm -f "$sysroot/lib/libidn2.la"
}

# Its built-in list only, which is asked for names in ASCII: no run-time conversion, so no libunistring. Two files
# and the list, which is the host's (package publicsuffix).
make_libpsl() {
    local version major minor patch name
    cd "$work/libpsl"
    version=$(cat version.txt)
    IFS=. read -r major minor patch <<<"$version"
    sed -e "s/@LIBPSL_VERSION@/$version/" -e "s/@LIBPSL_VERSION_MAJOR@/$major/" -e "s/@LIBPSL_VERSION_MINOR@/$minor/" \
        -e "s/@LIBPSL_VERSION_PATCH@/$patch/" -e "s/@LIBPSL_VERSION_NUMBER@/0x000000/" \
        -e '1i #define PSL_STATIC 1' include/libpsl.h.in >include/libpsl.h
    python3 src/psl-make-dafsa --output-format=cxx+ /usr/share/publicsuffix/public_suffix_list.dat src/suffixes_dafsa.h
    for name in psl lookup_string_in_fixed_set; do
        # shellcheck disable=SC2086
        $triplet-gcc -O2 -fPIC $target_flags $prefix_map -DPSL_STATIC -DENABLE_BUILTIN -DHAVE_STDINT_H -DHAVE_UNISTD_H \
            -DHAVE_DIRENT_H -DBUILDING_PSL -DPACKAGE_VERSION="\"$version\"" -DPSL_DISTFILE='""' -Iinclude -Isrc \
            -c "src/$name.c" -o "$name.o"
    done
    $triplet-gcc-ar rcsD "$sysroot/lib/libpsl.a" psl.o lookup_string_in_fixed_set.o
    install -m 644 include/libpsl.h "$sysroot/include/"
}

# This release's, which has had its security fixes; fontconfig of Debian 11 takes it as it takes its own.
make_freetype() {
    with_cmake freetype -DBUILD_SHARED_LIBS=ON -DFT_DISABLE_ZLIB=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON \
        -DFT_DISABLE_HARFBUZZ=ON -DFT_DISABLE_BROTLI=ON
}

# Core, Gui, Widgets, D-Bus (desktop's theme, screen readers, input methods; libdbus is loaded where there is one), the
# plugins xcb and offscreen. No network, SQL or printing (PDF is Gui's), no TLS of Qt's own, no OpenGL and no Xlib (a
# server's X11 forwarding has neither), no ICU (30 MB), nothing that draws without X11 but to memory.
make_qt6_base() {
    local off=() name
    for name in icu zstd brotli glib gssapi sql openssl network xml concurrent testlib printsupport cups vulkan egl opengl \
        xlib xcb_xlib xcb_sm evdev libinput libudev mtdev tslib kms gbm linuxfb vnc tabletevent tuiotouch jpeg \
        dbus_linked journald syslog libproxy androiddeployqt qmake enable_new_dtags system_jpeg system_png system_pcre2 \
        system_harfbuzz system_doubleconversion system_libb2 system_textmarkdownreader system_zlib system_xcb_xinput; do
        off+=("-DFEATURE_$name=OFF")
    done
    with_cmake qt6-base -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(gcc -dumpmachine)/cmake" \
        -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
        -DINPUT_opengl=no -DINPUT_openssl=no "${off[@]}" -DFEATURE_pkg_config=ON -DFEATURE_system_freetype=ON \
        -DFEATURE_fontconfig=ON -DFEATURE_dbus=ON -DFEATURE_xkbcommon_x11=ON -DFEATURE_xcb=ON -DFEATURE_accessibility_atspi_bridge=ON
}
