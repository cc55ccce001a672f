# Why: run.sh and test.sh need the same packages; what is missing is installed, or named in one sentence.
# Sourced, not run. Provides ensure_packages NAME…

# missing_packages prints those of its arguments that are not installed.
missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
    done
}

# ensure_packages installs what is missing, as root or through sudo, without a question.
ensure_packages() {
    local missing as_root=
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=sudo
        else
            echo "These packages are missing and only root may install them: ${missing% }. Run: sudo apt-get install ${missing% }" >&2
            exit 1
        fi
    fi
    echo "Installing: ${missing% }"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # one word per package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}

build_packages="g++ cmake ninja-build ccache qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
libgl1-mesa-dev libssl-dev libyaml-cpp-dev libexpected-dev libfmt-dev nlohmann-json3-dev libcli11-dev libarchive-dev libpsl-dev libidn2-dev \
qt6-translations-l10n librsvg2-bin"
test_packages="python3 python3-yaml python3-ruamel.yaml python3-icalendar openssl strace util-linux acl \
xvfb xauth openbox xdotool fonts-dejavu-core fonts-noto-cjk \
nginx redis-server postgresql curl systemd man-db groff zsh"

# What cross-compiling for Windows needs besides (packaging/windows).
windows_packages="g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev binutils-mingw-w64-x86-64 dpkg-dev patch perl make python3 publicsuffix"

# What makes the installer (packaging/windows/package.sh), and tries it with screen and all (test-installer.sh).
installer_packages="nsis librsvg2-bin"
installer_test_packages="xvfb openbox xdotool x11-utils unzip python3"

# What runs the result on the machine that made it.
wine_packages="wine64 xvfb fonts-dejavu-core fonts-wqy-microhei"

# What the parts of a package are named from (packaging/release) and a release is signed with.
release_packages="git xz-utils gnupg python3 python3-license-expression publicsuffix libstdc++6 mingw-w64-x86-64-dev"

# What makes and judges the RPM (packaging/linux/rpm.sh).
rpm_packages="rpm rpmlint"

# What installs and uses the archive and the RPM in trees of older releases (packaging/linux/test-archive.sh).
archive_test_packages="mmdebstrap debian-archive-keyring curl iproute2 util-linux xz-utils xvfb xdotool python3 \
fonts-dejavu-core fonts-wqy-microhei $rpm_packages"

# archive_packages ARCHITECTURE prints what compiling for older releases needs besides (packaging/linux/archive-toolchain.sh).
archive_packages() {
    echo "dpkg-dev patch perl make python3 publicsuffix pkg-config debian-archive-keyring xz-utils"
    if [ "$1" = "$(dpkg --print-architecture)" ]; then
        echo "gcc-12 libstdc++-12-pic"
    else
        echo "g++-aarch64-linux-gnu libstdc++-12-pic-arm64-cross"
    fi
}

# What packing for Debian and trying the packages need besides (packaging/linux): the tools of packagers, and two shells
# and a manual reader to try completions and pages in.
deb_packages="debhelper dpkg-dev fakeroot lintian desktop-file-utils appstream groff man-db zsh bash-completion \
mmdebstrap xvfb xauth openbox xdotool imagemagick"

# What cross-compiling for arm64 needs besides, and running the result.
arm64_packages="g++-aarch64-linux-gnu qemu-user-static dpkg-dev"

# What signs Windows programs, where there is a certificate to do it with (packaging/windows/sign.sh).
signing_packages="osslsigncode"

# fuzz_packages prints what the fuzz targets need: clang, and its runtime where that is a package of its own.
fuzz_packages() {
    echo clang
    apt-cache show libclang-rt-dev >/dev/null 2>&1 && echo libclang-rt-dev
    return 0
}

# Another checkout of the same sources finds what this one compiled: paths below the project do not count.
CCACHE_BASEDIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# The precompiled headers of the tests hold no macro of a date or of a file that compiles them.
export CCACHE_BASEDIR CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
