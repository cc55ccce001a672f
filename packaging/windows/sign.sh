#!/usr/bin/env bash
# Why: Windows asks who made a program before it starts one from the internet; the answer is a signature (Authenticode).
# Without a certificate to sign with, nothing is done: the sums of the release are signed in any case (release.sh).
# Usage: packaging/windows/sign.sh FILE…   signs programs, DLLs and installers in place
#   CERTWRIGHT_AUTHENTICODE                 a PKCS#12 file with certificate and key
#   CERTWRIGHT_AUTHENTICODE_PASSWORD_FILE   a file whose first line is its password
#   CERTWRIGHT_AUTHENTICODE_TIMESTAMP       the address of a timestamp authority (RFC 3161); without it the signature
#                                           ends with the certificate, and is the same each time
set -euo pipefail
[ -n "${CERTWRIGHT_AUTHENTICODE:-}" ] || exit 0
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../packages.sh"
# shellcheck disable=SC2086
ensure_packages $signing_packages
password=${CERTWRIGHT_AUTHENTICODE_PASSWORD_FILE:-}
if [ ! -r "$CERTWRIGHT_AUTHENTICODE" ] || [ ! -r "$password" ]; then
    echo "sign.sh: CERTWRIGHT_AUTHENTICODE and CERTWRIGHT_AUTHENTICODE_PASSWORD_FILE must both name files that can be read." >&2
    exit 1
fi
when=(-time "${SOURCE_DATE_EPOCH:-$(date +%s)}")
[ -z "${CERTWRIGHT_AUTHENTICODE_TIMESTAMP:-}" ] || when=(-ts "$CERTWRIGHT_AUTHENTICODE_TIMESTAMP")
for file in "$@"; do
    rm -f "$file.signed"
    # The password reaches it as a file: an argument could be read by everybody on this machine.
    if ! osslsigncode sign -pkcs12 "$CERTWRIGHT_AUTHENTICODE" -readpass "$password" -h sha256 -n Certwright "${when[@]}" \
        -in "$file" -out "$file.signed" >"$file.log" 2>&1; then
        cat "$file.log" >&2
        rm -f "$file.signed" "$file.log"
        echo "sign.sh: ${file##*/} cannot be signed. Is the password right?" >&2
        exit 1
    fi
    chmod --reference="$file" "$file.signed"
    mv "$file.signed" "$file"
    rm -f "$file.log"
done
