# Why: the part of test-archive.sh about the RPM. No RPM-based release is to be had from Debian's mirror, so it is installed by
# rpm itself into the tree of Debian 11, which has no RPM database: there --nodeps stands for the packages that are in the
# tree as .deb, and what the RPM asks for is held against what openEuler 22.03 and RHEL 9 have. Sourced.

machine=$(uname -m)
rpm_file() {
    echo "$packages/certwright-$version-1.$machine.rpm"
}

# only_base_required: the C library up to 2.31, the compiler's, the loader and rpm's own features.
only_base_required() {
    local wrong
    rpm -qp --requires "$(rpm_file)" >"$work/requires"
    cat "$work/requires"
    wrong=$(grep -v -e '^rpmlib(' -e '^rtld(GNU_HASH)$' -e '^\(libc\|libm\|libdl\|libpthread\|librt\|libgcc_s\)[.]so[.][0-9]*(' \
        -e '^ld-linux[-a-z0-9_]*[.]so[.][0-9](' "$work/requires" || true)
    [ -z "$wrong" ] || return 1
    sed -n 's/.*(GLIBC_\([0-9.]*\)).*/\1/p' "$work/requires" | sort -V | tail -n 1 | awk -F. '{ exit !($1 == 2 && $2 <= 31) }'
}

nothing_provided_but_itself() {
    ! rpm -qp --provides "$(rpm_file)" | grep -v -e '^certwright' -e '^application(' -e '^mimehandler(' -e '^metainfo('
}

in_tree() {
    rpm --root "$rpm_tree" --dbpath /var/lib/rpm --define '_pkgverify_level none' "$@"
}

rpm_state() {
    (cd "$rpm_tree" && find usr etc opt -printf '%p %y %l\n' | LC_ALL=C sort)
}

rpm_works() {
    answers "$rpm_tree" /usr/bin/certwright-cli &&
        inside "$rpm_tree" sh -c 'test -r /usr/share/man/man1/certwright-cli.1.gz && test -r /usr/share/applications/org.certwright.certwright.desktop'
}

rpm_upgraded() {
    in_tree -U --nodeps "$(rpm_file)" && [ "$(in_tree -q certwright)" = "certwright-$version-1.$machine" ] &&
        in_tree --verify --nodeps certwright && verify "$rpm_tree" /usr/bin/certwright-cli
}

rpm_erased() {
    in_tree -e certwright && rpm_state | diff "$work/rpm-before" -
}

test_rpm() {
    rpm_tree=$work/rpm
    bash "$here/older-tree.sh" bullseye "$rpm_tree"
    rpm_state >"$work/rpm-before"
    check "RPM: asks for the C library and nothing else" only_base_required
    check "RPM: offers only itself" nothing_provided_but_itself
    CERTWRIGHT_PACKAGE_VERSION=0.0.9 bash "$here/rpm.sh" --arch "$architecture" "$work/older" >"$work/older.log"
    check "RPM: an earlier version is installed" in_tree -i --nodeps "$work/older/certwright-0.0.9-1.$machine.rpm"
    check "RPM: an import into a practice service" practise "$rpm_tree" /usr/bin/certwright-cli
    check "RPM: upgraded, every file as packed, the service verified" rpm_upgraded
    check "RPM: the command line answers in both languages" rpm_works
    test_window "$rpm_tree" "RPM" /usr/bin/certwright rpm
    rm -rf "$rpm_tree/usr/share/fonts"
    check "RPM: erasing leaves nothing" rpm_erased
}
