#!/usr/bin/env bash
# Why: who reads the notices, the SBOM or the sums of a release relies on them; here each is held to what it says, and a
# release that would not be one is refused.
# Usage: packaging/release/test.sh
set -uo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
. "$top/packaging/packages.sh"
# shellcheck disable=SC2086
(set -e && ensure_packages $release_packages $signing_packages) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
begin=$SECONDS

# check NAME COMMAND… is one test: the command must end with 0.
check() {
    local name=$1
    shift
    if "$@" >"$work/output" 2>&1; then
        echo "ok $name"
        passed=$((passed + 1))
    else
        echo "FAILED $name"
        sed 's/^/    /' "$work/output"
        failed=$((failed + 1))
    fi
}

# refused WORDS COMMAND… must fail and say so with WORDS.
refused() {
    local words=$1
    shift
    ! "$@" >"$work/refusal" 2>&1 && grep -qF -- "$words" "$work/refusal"
}

# every_licence: each part has an SPDX expression that is one, a holder, and words; no words lie around unused.
every_licence() {
    /usr/bin/python3 - "$top/resources/notices" <<'END'
import json, os, sys
from license_expression import get_spdx_licensing
folder = sys.argv[1]
spdx = get_spdx_licensing()
used = set()
for part in json.load(open(f"{folder}/components.json", encoding="utf-8")):
    unknown = [key for key in spdx.unknown_license_keys(part["licence"]) if not key.startswith("LicenseRef-")]
    assert not unknown, (part["id"], unknown)
    assert part["copyright"] and part["name"] and part["shipped"] and part["texts"], part["id"]
    used |= set(part["texts"])
assert used == {name[:-4] for name in os.listdir(f"{folder}/licences")}, "words that no part uses, or that are missing"
END
}

# sbom_describes: every file with its sum, every part of its kind once, all references met, the date that is asked for.
sbom_describes() {
    mkdir -p "$work/files"
    echo windows >"$work/files/a-windows-x64-setup.exe"
    echo archive >"$work/files/a-linux-amd64.tar.xz"
    printf 'libxcb1 1.14-3\n' >"$work/files/a-linux-amd64.tar.xz.parts"
    SOURCE_DATE_EPOCH=1700000000 python3 "$here/sbom.py" "$work/a.spdx.json" \
        "windows=$work/files/a-windows-x64-setup.exe" "archive=$work/files/a-linux-amd64.tar.xz" || return 1
    SOURCE_DATE_EPOCH=1700000000 python3 "$here/sbom.py" "$work/b.spdx.json" \
        "windows=$work/files/a-windows-x64-setup.exe" "archive=$work/files/a-linux-amd64.tar.xz" || return 1
    cmp "$work/a.spdx.json" "$work/b.spdx.json" || return 1
    /usr/bin/python3 - "$work" <<'END'
import hashlib, json, sys
work = sys.argv[1]
document = json.load(open(f"{work}/a.spdx.json", encoding="utf-8"))
assert document["spdxVersion"] == "SPDX-2.3" and document["creationInfo"]["created"] == "2023-11-14T22:13:20Z"
packages = {entry["SPDXID"]: entry for entry in document["packages"]}
assert len(packages) == len(document["packages"]), "an identifier twice"
for name in ("a-windows-x64-setup.exe", "a-linux-amd64.tar.xz"):
    entry = next(entry for entry in packages.values() if entry["name"] == name)
    assert entry["checksums"][0]["checksumValue"] == hashlib.sha256(open(f"{work}/files/{name}", "rb").read()).hexdigest()
    held = {packages[r["relatedSpdxElement"]]["name"] for r in document["relationships"]
            if r["spdxElementId"] == entry["SPDXID"] and r["relationshipType"] == "CONTAINS"}
    assert {"Qt", "OpenSSL", "CLI11"} <= held, held
    assert ("libxcb1" in held) == name.endswith(".xz"), held
for relation in document["relationships"]:
    assert relation["relatedSpdxElement"] in packages
known = {entry["licenseId"] for entry in document["hasExtractedLicensingInfos"]}
for entry in packages.values():
    for word in entry["licenseDeclared"].replace("(", " ").replace(")", " ").split():
        assert not word.startswith("LicenseRef-") or word in known, word
openssl = next(entry for entry in packages.values() if entry["name"] == "OpenSSL")
assert openssl["versionInfo"].startswith("3.0.") and "pkg:deb/debian/openssl@3.0." in str(openssl["externalRefs"])
END
}

# Every package whose libraries the archive brings has a licence, and one that is a licence.
every_carried() {
    /usr/bin/python3 - "$top" <<'END'
import json, sys
from license_expression import get_spdx_licensing
spdx = get_spdx_licensing()
licences = json.load(open(f"{sys.argv[1]}/packaging/release/carried.json", encoding="utf-8"))
for licence in licences.values():
    assert not spdx.unknown_license_keys(licence), licence
for line in open(f"{sys.argv[1]}/packaging/linux/bullseye.txt", encoding="utf-8"):
    words = line.split()
    if len(words) > 3 and words[1] == "ship":
        assert any(words[2].startswith(beginning) for beginning in licences), words[2]
END
}

# A DLL that is not ours is signed like one: twice the same, told as ours, and not at all with a wrong password.
signed_program() {
    local dll=/usr/x86_64-w64-mingw32/lib/libwinpthread-1.dll run
    export CERTWRIGHT_AUTHENTICODE=$work/signer.p12 CERTWRIGHT_AUTHENTICODE_PASSWORD_FILE=$work/password
    printf 'a password\n' >"$work/password"
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/signer.key" -out "$work/signer.crt" -days 3650 \
        -subj "/CN=Certwright test" -addext extendedKeyUsage=codeSigning || return 1
    openssl pkcs12 -export -in "$work/signer.crt" -inkey "$work/signer.key" -out "$work/signer.p12" -passout "file:$work/password" || return 1
    for run in 1 2; do
        cp "$dll" "$work/$run.dll"
        SOURCE_DATE_EPOCH=$(date +%s -d "$(date +%F)") bash "$top/packaging/windows/sign.sh" "$work/$run.dll" || return 1
    done
    cmp "$work/1.dll" "$work/2.dll" || return 1
    osslsigncode verify -CAfile "$work/signer.crt" -in "$work/1.dll" | grep "Signature verification: ok" || return 1
    printf 'wrong\n' >"$work/password"
    cp "$dll" "$work/3.dll"
    ! bash "$top/packaging/windows/sign.sh" "$work/3.dll" && cmp "$dll" "$work/3.dll" && [ ! -e "$work/3.dll.signed" ]
}

# notices_name KIND holds every part of that kind and its licence's words.
notices_name() {
    python3 "$here/notices.py" "$1" "$work/notices-$1.txt" || return 1
    local part
    for part in "${@:2}"; do
        grep -qF "$part" "$work/notices-$1.txt" || return 1
    done
    LC_ALL=C.UTF-8 grep -qP '[\x{4e00}-\x{9fff}]' "$work/notices-$1.txt"
}

# A clone in which a release is refused, or made of the sources alone and signed by a key of this test's own.
git clone -q "$top" "$work/clone" 2>/dev/null
version=$(sed -n 's/^project(Certwright VERSION \([0-9.]*\) .*/\1/p' "$top/CMakeLists.txt")
cp "$top/packaging/release.sh" "$top/packaging/packages.sh" "$work/clone/packaging/"
cp -r "$top/packaging/release" "$work/clone/packaging/"
git -C "$work/clone" add -A
git -C "$work/clone" -c user.name=test -c user.email=test@certwright.invalid commit -qm test --allow-empty

signed_sources() {
    export GNUPGHOME=$work/gnupg
    mkdir -m 700 "$GNUPGHOME"
    gpg --batch --quiet --passphrase '' --quick-generate-key release@certwright.invalid ed25519 sign never || return 1
    local run
    for run in one two; do
        CERTWRIGHT_RELEASE_PARTS=' ' CERTWRIGHT_GPG_KEY=release@certwright.invalid \
            bash "$work/clone/packaging/release.sh" "$version" "$work/$run" || return 1
    done
    gpg --batch --quiet --verify "$work/one/SHA256SUMS.asc" "$work/one/SHA256SUMS" || return 1
    (cd "$work/one" && sha256sum --check --strict SHA256SUMS) || return 1
    cmp "$work/one/SHA256SUMS" "$work/two/SHA256SUMS" || return 1
    tar -tJf "$work/one/certwright-$version-source.tar.xz" | grep -x "certwright-$version/CMakeLists.txt" || return 1
    gpgconf --kill all
}

check "every part has a licence, its words and a holder" every_licence
check "every library that the archive brings has a licence" every_carried
check "programs are signed, the same twice" signed_program
check "the SBOM describes files and parts, the same twice" sbom_describes
check "the notices for Windows" notices_name windows Qt OpenSSL MinGW-w64 "GNU LESSER GENERAL PUBLIC LICENSE"
check "the notices for the archive" notices_name archive Qt OpenSSL "X server regions" "Apache License"
check "the notices for Debian" notices_name deb CLI11 "JSON for Modern C++" "CC0"
check "another version than the commit's is refused" refused "project(VERSION)" \
    bash "$work/clone/packaging/release.sh" 99.0.0 "$work/never"
check "the release of a part that does not exist is refused" \
    env CERTWRIGHT_RELEASE_PARTS=floppy bash -c "! bash '$work/clone/packaging/release.sh' $version '$work/never'"
check "sources, sums and signature, the same twice" signed_sources
echo changed >>"$work/clone/README.md"
check "changes that are not committed are refused" refused "not committed" \
    bash "$work/clone/packaging/release.sh" "$version" "$work/never"
echo "The release tests took $((SECONDS - begin)) s."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
