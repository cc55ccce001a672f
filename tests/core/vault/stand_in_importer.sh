#!/bin/bash
# Why: does what the vendor's CertImport does as its documents tell it: checks, asks, copies, encrypts, writes the config.
while getopts c:s:k:r: o; do eval "$o=\$OPTARG"; done
cd "$MX_SDK_HOME/sample/streamserver" || exit 9
[ "$PWD" = "$(pwd -P)" ] && [ "$(stat -c %a keys)" = 700 ] || exit 8
[ "$(cat "$MX_SDK_HOME/lib/marker")" = library ] || exit 7
[ -e keys/server.crt ] && { echo "cannot overwrite"; exit 6; }
echo "CertImport of $(basename "$0")"
read -rs -p "Enter the password of the private key: " p </dev/tty
echo
cp "$c" keys/ca.crt; cp "$s" keys/server.crt; cp "$k" keys/server.key
[ -n "$r" ] && cp "$r" keys/ca.crl
[ "$p" = "the key's password 9!" ] || { echo "wrong password $p"; exit 1; }
[ -e keys/kmc.ks ] || { echo "store" >keys/kmc.ks; echo store >keys/StandbyKsf.ks; }
echo "hash" >"$HOME/key.hash"
chmod 400 keys/*
sed -i 's|^server_key_mm=.*|server_key_mm=sealed|' "$MX_SDK_HOME/config/streamserver.conf"
