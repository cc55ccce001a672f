#!/usr/bin/env bash
# Why: the measure for `certwright-cli import`: the same steps as an administrator's script over the openssl command
# line does them, one process per step. It proves nothing afterwards and cannot be undone.
# Usage: openssl_import.sh MATERIAL-FOLDER SERVICE-ROOT   (the key's password on standard input)
set -eu
umask 077
material=$1
root=$2
read -r password || true
export password
keys=$root/sample/mxVision/streamserver/keys
config=$root/config/streamserver.conf

# The chain, the dates, and that the certificate is for a server.
openssl verify -CAfile "$material/ca.crt" -purpose sslserver "$material/server.crt" >/dev/null
openssl x509 -in "$material/server.crt" -noout -checkend $((30 * 86400)) >/dev/null
openssl x509 -in "$material/ca.crt" -noout -checkend $((30 * 86400)) >/dev/null
# The revocation list: its signature, its dates, and whether it names the certificate.
openssl crl -in "$material/ca.crl" -noout -verify -CAfile "$material/ca.crt" 2>/dev/null
openssl verify -crl_check -CAfile "$material/ca.crt" -CRLfile "$material/ca.crl" "$material/server.crt" >/dev/null
# The key: opens, and is the certificate's.
openssl x509 -in "$material/server.crt" -noout -pubkey >"$root/public.certificate"
openssl pkey -in "$material/server.key" -passin env:password -pubout >"$root/public.key"
cmp -s "$root/public.certificate" "$root/public.key"
rm "$root/public.certificate" "$root/public.key"
# A new passphrase, the key under it, and the passphrase sealed under a master key.
passphrase=$(openssl rand -hex 32)
export passphrase
mkdir -p -m 700 "$keys"
openssl pkey -in "$material/server.key" -passin env:password |
    openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 10000 -passout env:passphrase \
        -out "$keys/server.key"
openssl rand -out "$keys/kmc.ks" 32
cp "$keys/kmc.ks" "$keys/StandbyKsf.ks"
sealed=$(printf %s "$passphrase" |
    openssl enc -aes-256-cbc -pbkdf2 -iter 10000 -pass "file:$keys/kmc.ks" -a -A)
# The files with their modes, and the config.
cp "$material/ca.crt" "$material/server.crt" "$material/ca.crl" "$keys/"
chmod 400 "$keys"/*
sed -i -e "s|^server_crt=.*|server_crt=keys/server.crt|" -e "s|^server_key=.*|server_key=keys/server.key|" \
    -e "s|^ca_crt=.*|ca_crt=keys/ca.crt|" -e "s|^crl=.*|crl=keys/ca.crl|" \
    -e "s|^server_key_mm=.*|server_key_mm=$sealed|" "$config"
sync -f "$config"
