# Why: parts of a sysroot come from the distribution's source packages, in the versions and with the sums that a list
# names, whatever the target. Sourced by packaging/linux/archive-toolchain.sh, which sets
#   work       where things are unpacked and built       archives   where source packages are kept
#   sources    the list (package, version, SHA-256, file) patches    the folder with our patches, PACKAGE-*.patch
#   sysroot    where marks of finished parts are kept
# and has the function fail. (packaging/windows/toolchain.sh has these functions of its own: its text names its cache.)

# apt_folders FOLDER ARCHITECTURE LINES… makes an apt of its own in FOLDER, which knows nothing but the archives of LINES
# and no installed package. Used as APT_CONFIG=FOLDER/apt.conf.
apt_folders() {
    local folder=$1 architecture=$2
    shift 2
    mkdir -p "$folder/sources" "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/state"
    printf '%s\n' "$@" >"$folder/sources/lines.list"
    : >"$folder/status"
    cat >"$folder/apt.conf" <<END
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
APT::Sandbox::User "root";
Dir::State "$folder/state";
Dir::State::Lists "$folder/lists";
Dir::State::Status "$folder/status";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$folder/sources";
Dir::Etc::PreferencesParts "/dev/null";
Dir::Cache "$folder/cache";
END
    APT_CONFIG=$folder/apt.conf apt-get update -qq || fail "apt-get cannot read the lists of packages."
}

# archive_address SUITE prints the address of the archive that this machine takes the packages of SUITE from; `release`
# stands for its own release, `security` for that release's security archive.
archive_address() {
    local codename suite
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    case $1 in
    release) suite=$codename ;;
    security) suite=$codename-security ;;
    *) suite=$1 ;;
    esac
    apt-get indextargets --format '$(RELEASE) $(REPO_URI)' "Created-By: Packages" |
        awk -v suite="$suite" '$1 == suite && !seen { print $2; seen = 1 }'
}

# fetch_sources gets every file of the list that is not there yet, and checks all of them.
fetch_sources() {
    local package version sums=$work/sums keyring=/usr/share/keyrings/debian-archive-keyring.gpg codename
    awk '$1 !~ /^#/ && NF == 4 { print $3 "  " $4 }' "$sources" >"$sums"
    (cd "$archives" && sha256sum --check --status "$sums" 2>/dev/null) && return
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    apt_folders "$work/apt-sources" "$(dpkg --print-architecture)" \
        "deb-src [signed-by=$keyring] $(archive_address release) $codename main" \
        "deb-src [signed-by=$keyring] $(archive_address security) $codename-security main"
    awk '$1 !~ /^#/ && NF == 4 { print $1, $2 }' "$sources" | sort -u | while read -r package version; do
        (cd "$archives" && APT_CONFIG=$work/apt-sources/apt.conf apt-get source -qq --download-only "$package=$version") ||
            fail "The archives have no whole source package $package $version: name a newer one in ${sources##*/}."
    done
    (cd "$archives" && sha256sum --check --quiet "$sums") ||
        fail "A source package is not the one whose sum is in ${sources##*/}."
}

# unpack PACKAGE extracts it, with the distribution's patches and then ours, to $work/PACKAGE.
unpack() {
    local package=$1 patch dsc
    dsc=$(awk -v p="$package" '$1 == p && $4 ~ /[.]dsc$/ { print $4 }' "$sources")
    rm -rf "${work:?}/$package" "$work/$package-build"
    [ -n "$dsc" ] || { mkdir "$work/$package" && return; } # made of nothing that is unpacked
    dpkg-source --no-check --no-copy --extract "$archives/$dsc" "$work/$package" >"$work/$package.log" 2>&1 || return 1
    for patch in "$patches/$package"-*.patch; do
        [ -e "$patch" ] || continue
        patch --directory "$work/$package" --strip 1 --batch <"$patch" >>"$work/$package.log" 2>&1 || return 1
    done
}

# part NAME makes one part, unless it is done; says how long it took. What it printed is kept in $work/NAME.log.
part() {
    local name=$1 begin=$SECONDS
    [ ! -e "$sysroot/parts/$name" ] || return 0
    printf '== %s ' "$name" >&2
    unpack "$name" || fail "$name cannot be unpacked and patched; see $work/$name.log."
    # Apart, and waited for: within a condition `set -e` does not hold.
    ("make_${name//-/_}") >>"$work/$name.log" 2>&1 9>&- &
    if ! wait $!; then
        tail -n 20 "$work/$name.log" >&2
        fail "$name does not build; all that it printed is in $work/$name.log."
    fi
    rm -rf "${work:?}/$name" "$work/$name-build"
    mkdir -p "$sysroot/parts"
    touch "$sysroot/parts/$name"
    echo "$((SECONDS - begin)) s" >&2
}
