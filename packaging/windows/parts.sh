# Why: how each part of the Windows sysroot is made, and with what of it switched off and why. Sourced by toolchain.sh,
# which has unpacked the part to $work/<part>; each writes into $sysroot and nowhere else.
# Static where the licence and the size allow it, so that the programs bring few DLLs: Qt and libidn2 (LGPL) stay shared,
# OpenSSL too, to be replaceable in an installed program.

# Where OpenSSL looks for its configuration is compiled in. Left to itself it is a folder that any user may create on C:,
# and with it their own engine in our process; this one only administrators can write.
openssl_folder='C:/Program Files/Common Files/SSL'

target=x86_64-w64-mingw32

# with_cmake NAME ARGUMENTS… configures, builds and installs $work/NAME as a static library.
with_cmake() {
    local name=$1
    shift
    cmake -S "$work/$name" -B "$work/$name-build" -G Ninja --no-warn-unused-cli \
        -DCMAKE_TOOLCHAIN_FILE="$here/mingw-w64.cmake" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$sysroot" \
        -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DCMAKE_POLICY_DEFAULT_CMP0063=NEW \
        -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG $prefix_map" -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG $prefix_map" \
        -DCMAKE_C_COMPILER_LAUNCHER="$launcher" -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" "$@"
    cmake --build "$work/$name-build" -j"$jobs"
    cmake --install "$work/$name-build"
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

# For libarchive. By hand: Debian's source has no win32 folder, which both its makefile and its CMake file want. Without
# gz*.c, which reads files in a format that nothing here uses.
make_zlib() {
    local name
    cd "$work/zlib"
    for name in adler32 compress crc32 deflate infback inffast inflate inftrees trees uncompr zutil; do
        # shellcheck disable=SC2086
        $launcher $target-gcc-posix -O2 $prefix_map -c "$name.c" -o "$name.o"
    done
    $target-gcc-ar-posix rcsD libz.a ./*.o
    install -D -m 644 libz.a "$sysroot/lib/libz.a"
    install -D -m 644 -t "$sysroot/include" zlib.h zconf.h
}

# no-module puts the legacy provider, which old PKCS#12 files need, into libcrypto; without engines and without
# configuration modules there is nothing that could be loaded from elsewhere.
make_openssl() {
    cd "$work/openssl"
    perl Configure mingw64 --cross-compile-prefix=$target- CC="gcc-posix" CXX="g++-posix" RANLIB="ranlib" \
        shared no-tests no-engine no-module no-ssl3 no-comp no-autoload-config --prefix="$sysroot" --libdir=lib $prefix_map
    local places=(OPENSSLDIR="$openssl_folder" ENGINESDIR="$openssl_folder/engines" MODULESDIR="$openssl_folder/modules")
    make -j"$jobs" "${places[@]}" build_libs
    make "${places[@]}" install_dev install_runtime_libs
}

make_yaml_cpp() {
    with_cmake yaml-cpp -DYAML_CPP_BUILD_TOOLS=OFF -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_CONTRIB=OFF
}

make_fmtlib() {
    with_cmake fmtlib -DFMT_DOC=OFF -DFMT_TEST=OFF -DFMT_INSTALL=ON
}

# Only what reads zip files, deflated or stored, from memory.
make_libarchive() {
    local off=()
    local name
    for name in OPENSSL LIBB2 LZ4 LZO LZMA ZSTD BZip2 LIBXML2 EXPAT PCREPOSIX LIBGCC CNG TAR CPIO CAT XATTR ACL ICONV TEST; do
        off+=("-DENABLE_$name=OFF")
    done
    with_cmake libarchive "${off[@]}" -DPOSIX_REGEX_LIB=NONE -DCMAKE_REQUIRE_FIND_PACKAGE_ZLIB=ON \
        -DZLIB_WINAPI=OFF -DZLIB_WINAPI_WITH_LIB="$sysroot/lib/libz.a" # or it asks by running a program, and CMake 3.25 crashes
    rm -f "$sysroot"/bin/libarchive.dll "$sysroot"/lib/libarchive.dll.a
    # There is no other libarchive in here: who includes it need not say so.
    sed -i '1i #define LIBARCHIVE_STATIC 1' "$sysroot/include/archive.h" "$sysroot/include/archive_entry.h"
}

# With the parts of libunistring that it brings itself: nothing else here wants the rest.
make_libidn2() {
    mkdir -p "$work/libidn2-build"
    cd "$work/libidn2-build"
    "$work/libidn2/configure" --host=$target --prefix="$sysroot" --disable-static --enable-shared --disable-nls \
        --disable-doc --disable-rpath --disable-dependency-tracking --with-included-libunistring \
        CC="$target-gcc-posix" CFLAGS="-O2 $prefix_map"
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
    local version major minor patch
    cd "$work/libpsl"
    version=$(cat version.txt)
    IFS=. read -r major minor patch <<<"$version"
    sed -e "s/@LIBPSL_VERSION@/$version/" -e "s/@LIBPSL_VERSION_MAJOR@/$major/" -e "s/@LIBPSL_VERSION_MINOR@/$minor/" \
        -e "s/@LIBPSL_VERSION_PATCH@/$patch/" -e "s/@LIBPSL_VERSION_NUMBER@/0x000000/" \
        -e '1i #define PSL_STATIC 1' include/libpsl.h.in >include/libpsl.h
    python3 src/psl-make-dafsa --output-format=cxx+ /usr/share/publicsuffix/public_suffix_list.dat src/suffixes_dafsa.h
    local name
    for name in psl lookup_string_in_fixed_set; do
        $target-gcc-posix -O2 $prefix_map -D_WIN32_WINNT=0x0A00 -DPSL_STATIC -DENABLE_BUILTIN -DHAVE_STDINT_H -DHAVE_UNISTD_H \
            -DHAVE_DIRENT_H -DBUILDING_PSL -DPACKAGE_VERSION="\"$version\"" -DPSL_DISTFILE='""' -Iinclude -Isrc \
            -c "src/$name.c" -o "$name.o"
    done
    $target-gcc-ar-posix rcsD "$sysroot/lib/libpsl.a" psl.o lookup_string_in_fixed_set.o
    install -m 644 include/libpsl.h "$sysroot/include/"
}

# The distribution's, not the one within Qt: this one has had its security fixes.
make_freetype() {
    with_cmake freetype -DFT_DISABLE_ZLIB=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON -DFT_DISABLE_HARFBUZZ=ON \
        -DFT_DISABLE_BROTLI=ON
}

# Core, Gui, Widgets, PrintSupport, Network (local sockets) and Test. No SQL, no D-Bus, no TLS of Qt's own (OpenSSL is
# spoken to directly), no ICU (Windows knows the locales), no pen tablets (wintab.h is not free), one kind of drawing.
make_qt6_base() {
    local multiarch off=() name
    multiarch=$(gcc -dumpmachine)
    for name in pkg_config vulkan dbus icu zstd brotli glib gssapi sql openssl tabletevent tuiotouch system_jpeg \
        system_png system_pcre2 system_harfbuzz system_doubleconversion system_libb2 system_textmarkdownreader libproxy \
        androiddeployqt qmake; do
        off+=("-DFEATURE_$name=OFF")
    done
    with_cmake qt6-base -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$multiarch/cmake" \
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF \
        -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF -DINPUT_opengl=no -DINPUT_openssl=no "${off[@]}" \
        -DFEATURE_system_freetype=ON
}
