#!/bin/bash
# Why: a fuzzer that starts from nothing needs days to write its first certificate. This makes one of every kind for each
# target, with the openssl command and by hand; nothing of it is ever committed.
#
#   tests/fuzz/corpus.sh DIR
#
# Fills DIR/fuzz_NAME/ with seeds for every target; what is there already stays. FUZZ_CLI (build/release/app/cli/
# certwright-cli, if it is built) makes journals by a practice import.
set -eu

[ $# = 1 ] || {
    echo "usage: tests/fuzz/corpus.sh DIR" >&2
    exit 2
}
mkdir -p "$1"
out=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
cli=${FUZZ_CLI:-$here/../../build/release/app/cli/certwright-cli}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
[ ! -f "$out/complete" ] || exit 0

# put TARGET FILE… copies files to the seeds of a target.
put() {
    local target=$out/fuzz_$1
    shift
    mkdir -p "$target"
    cp "$@" "$target/"
}

# text TARGET NAME writes standard input as a seed.
text() {
    mkdir -p "$out/fuzz_$1"
    cat >"$out/fuzz_$1/$2"
}

# quiet runs a command of openssl; a kind that this version cannot make is left out.
quiet() {
    "$@" >/dev/null 2>&1 || true
}

cat >c <<'END'
[req]
distinguished_name = n
[n]
[ca]
basicConstraints = critical,CA:TRUE,pathlen:2
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
nameConstraints = permitted;DNS:example,excluded;IP:10.0.0.0/255.0.0.0
certificatePolicies = 1.2.3.4,2.5.29.32.0
policyConstraints = requireExplicitPolicy:1,inhibitPolicyMapping:0
inhibitAnyPolicy = 1
[leaf]
basicConstraints = CA:FALSE
keyUsage = digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth,clientAuth
subjectAltName = DNS:server.example,DNS:*.example,IP:192.0.2.1,IP:2001:db8::1,email:a@example,URI:https://example/,dirName:d,RID:1.2.3,otherName:1.2.3;UTF8:x
crlDistributionPoints = URI:http://example/ca.crl
authorityInfoAccess = OCSP;URI:http://example/ocsp
[d]
C = CN
[crl]
database = index
crlnumber = number
default_md = sha256
crl_extensions = crlext
[crlext]
authorityKeyIdentifier = keyid
issuingDistributionPoint = critical,onlyuser:TRUE
END

make_keys() {
    openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key 2>/dev/null ||
        openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key 2>/dev/null
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out leaf.key 2>/dev/null
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa.key 2>/dev/null
    quiet openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:1024 -out pss.key
    quiet openssl genpkey -algorithm ED25519 -out ed.key
    quiet openssl genpkey -algorithm ED448 -out ed448.key
    quiet openssl genpkey -algorithm SM2 -out sm2.key
    quiet openssl ecparam -genkey -name prime256v1 -param_enc explicit -noout -out explicit.key
    quiet openssl rsa -in rsa.key -traditional -out rsa-traditional.key
    quiet openssl ec -in leaf.key -out ec-traditional.key
    quiet openssl rsa -in rsa.key -traditional -aes128 -passout pass:password -out rsa-sealed.key
    local cipher
    for cipher in aes-128-cbc aes-256-cbc des-ede3-cbc camellia-128-cbc aria-128-cbc; do
        quiet openssl pkcs8 -topk8 -in leaf.key -v2 $cipher -iter 1 -passout pass:password -out "pbes2-$cipher.key"
    done
    quiet openssl pkcs8 -topk8 -in leaf.key -scrypt -scrypt_N 2 -passout pass:password -out scrypt.key
    for cipher in PBE-MD5-DES PBE-SHA1-3DES PBE-SHA1-RC2-40; do
        quiet openssl pkcs8 -topk8 -in leaf.key -v1 $cipher -iter 1 -passout pass:password -provider legacy \
            -provider default -out "pbes1-$cipher.key"
    done
}

make_certificates() {
    openssl req -x509 -new -key ca.key -subj "/C=CN/O=Practice/CN=CA" -config c -extensions ca -days 3650 -out ca.crt
    openssl req -new -key leaf.key -subj /CN=server.example -config c -out leaf.csr
    openssl x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -set_serial 7 -days 300 -extfile c -extensions leaf \
        -out leaf.crt 2>/dev/null
    quiet openssl req -x509 -new -key rsa.key -subj /CN=rsa -config c -days 300 -out rsa.crt
    quiet openssl req -x509 -new -key pss.key -subj /CN=pss -config c -days 300 -out pss.crt
    quiet openssl req -x509 -new -key ed.key -subj /CN=ed -config c -days 300 -out ed.crt
    quiet openssl req -x509 -new -key sm2.key -sm3 -sigopt distid:1234567812345678 -subj /CN=sm2 -config c -out sm2.crt
    quiet openssl x509 -in leaf.crt -trustout -addtrust serverAuth -out trusted.crt
    : >index
    echo 01 >number
    quiet openssl ca -gencrl -config c -name crl -cert ca.crt -keyfile ca.key -crldays 30 -out empty.crl
    quiet openssl ca -config c -name crl -cert ca.crt -keyfile ca.key -revoke leaf.crt -crl_reason keyCompromise
    quiet openssl ca -gencrl -config c -name crl -cert ca.crt -keyfile ca.key -crldays 30 -out one.crl
    openssl crl2pkcs7 -nocrl -certfile ca.crt -certfile leaf.crt -out chain.p7b
    quiet openssl crl2pkcs7 -in one.crl -certfile ca.crt -out with-crl.p7b
    openssl pkcs12 -export -in leaf.crt -inkey leaf.key -certfile ca.crt -name server -iter 1 -passout pass:password \
        -out modern.p12
    quiet openssl pkcs12 -export -legacy -in leaf.crt -inkey leaf.key -iter 1 -passout pass:password -out legacy.p12
    quiet openssl pkcs12 -export -in leaf.crt -inkey leaf.key -nomac -keypbe NONE -certpbe NONE -passout pass: -out open.p12
    local file
    for file in leaf.crt ca.crt sm2.crt; do
        quiet openssl x509 -in $file -outform DER -out "$file.der"
    done
    for file in empty one; do
        quiet openssl crl -in $file.crl -outform DER -out $file.crl.der
    done
    openssl req -in leaf.csr -outform DER -out leaf.csr.der
    openssl pkcs7 -in chain.p7b -outform DER -out chain.p7b.der
    cat leaf.crt ca.crt leaf.key >everything.pem
}

make_foreign() {
    sed 's/-----/—–/g' leaf.crt >dashes.crt
    sed '1d;$d' leaf.crt >bare.crt
    quiet iconv -f ASCII -t UTF-16LE leaf.crt -o wide.crt
    printf 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me\n' >ssh.pub
    { printf 'openssh-key-v1\0\0\0\0\4none\0\0\0\4none\0\0\0\0\0\0\0\1\0\0\0\13\0\0\0\7ssh-rsa'; head -c 64 /dev/zero; } |
        openssl base64 | sed '1i-----BEGIN OPENSSH PRIVATE KEY-----
$a-----END OPENSSH PRIVATE KEY-----' >ssh.key
    printf 'PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nComment: me\r\nPublic-Lines: 0\r\n' >putty.ppk
    printf '\376\355\376\355\0\0\0\2\0\0\0\1\0\0\0\2\0\2ca\0\0\0\0\0\0\0\0\0\5X.509\0\0\0\1c' >store.jks
    printf '\0\0\0\1\0\0\0\0240123456789012345678\0\0\5\0\1\0\2ca\0\0\0\0\0\0\0\0' >store.bks
    printf '{"keys":[{"kty":"EC","crv":"P-256","d":"AA","kid":"a"}]}' >keys.json
    printf '\036\361\265\260\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0kkkk' >key.pvk
    printf -- '---- BEGIN SSH2 PUBLIC KEY ----\nComment: "me"\nAAAAB3NzaC1yc2E=\n---- END SSH2 PUBLIC KEY ----\n' >ssh2.pub
    printf -- '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----\n' >pgp.asc
    printf '<!DOCTYPE html><html></html>' >page.html
}

# Archives, for the loader: one byte tells how the rest is used (see fuzz_load.cpp).
make_archives() {
    command -v python3 >/dev/null || return 0
    python3 - <<'END'
import zipfile
for name, method in (("stored", zipfile.ZIP_STORED), ("packed", zipfile.ZIP_DEFLATED)):
    with zipfile.ZipFile(name + ".zip", "w", method) as archive:
        for file in ("leaf.crt", "leaf.key", "one.crl", "modern.p12"):
            archive.write(file, "delivery/" + file)
END
}

# Lists as fuzz_crl_stream takes them: the first octet is the size of the pieces. The last holds a part that is larger
# than the reader's first buffer, and more lists behind it.
make_lists() {
    command -v python3 >/dev/null || return 0
    python3 - <<'END'
import glob

def tlv(tag, *parts):
    body = b"".join(parts)
    size = len(body)
    octets = size.to_bytes((size.bit_length() + 7) // 8 or 1, "big")
    return bytes([tag]) + (octets if size < 128 else bytes([0x80 | len(octets)]) + octets) + body

def entry(extension):
    kept = tlv(0x30, tlv(0x30, bytes.fromhex("06022a03"), tlv(0x04, extension)))
    return tlv(0x30, tlv(0x02, b"\x05"), tlv(0x17, b"261101000000Z"), kept)

def crl(*entries):
    algorithm = tlv(0x30, bytes.fromhex("06092a864886f70d01010b0500"))
    issuer = tlv(0x30, tlv(0x31, tlv(0x30, bytes.fromhex("0603550403"), tlv(0x0C, b"ca"))))
    time = tlv(0x17, b"261101000000Z")
    signed = tlv(0x30, tlv(0x02, b"\x01"), algorithm, issuer, time, time, tlv(0x30, *entries))
    return tlv(0x30, signed, algorithm, tlv(0x03, b"\0" + bytes(128)))

part, small = entry(bytes(70000)), entry(b"x")
some = crl(small)
contents = {"large": crl(part, *[small] * 3000) + some * 600, "several": some * 3}
contents.update((name, open(name, "rb").read()) for name in glob.glob("*.crl") + glob.glob("*.crl.der"))
for name, content in contents.items():
    for piece in (0, 255):
        with open(f"{name}.{piece}.lists", "wb") as file:
            file.write(bytes([piece]) + content)
END
}

make_texts() {
    text key_value plain <<'END'
new.key
# comment
server_key_mm = "old.key"
crl=keys/ca.crl
END
    printf 'value\nserver_key_mm=\r\nother = 1\r\n' | text key_value crlf
    printf '0on\nssl off; # why\nserver { ssl on; "a b" c; }\n# sealed: cw1.old\nport 1;\n' | text directives nginx
    printf '1on\n# sealed: cw1.old\nSSL "a\\x41"\r\nsave 1 2\nsave 3 4\nport 1' | text directives redis
    printf "2on\nssl = off # why\nssl 'a''b\\101'\n#ssl_crl = ''\nport=1\n" | text directives postgresql
    text yaml_edit nested <<'END'
value
# comment
a:
  b: "old" # why
  c:
    d: [1, 2]
e: 2026-01-01 00:00:00
END
    printf "x y\na: {b: 'one', c: {d: |\n  text\n}}\n" | text yaml_edit flow
    printf 'new\n"a":\n  b: &anchor one\n  c: *anchor\n' | text yaml_edit anchor
    put profile "$here"/../../resources/profiles/*.yaml
    printf 'server.example\0*.example' | text names wildcard
    printf '\x78n--bcher-kva.example\0b\xc3\xbccher.example' | text names idna
    printf '2001:db8::1\0002001:0db8:0:0:0:0:0:1' | text names address
    printf 'Someone@Example.com\0Example.com' | text names email
    printf 'example\0.example' | text names period
}

# One JSON object a line, as `validate --batch` reads it.
make_batches() {
    local leaf ca list
    leaf=$(sed ':a;N;$!ba;s/\n/\\n/g' leaf.crt)
    ca=$(sed ':a;N;$!ba;s/\n/\\n/g' ca.crt)
    list=$(sed ':a;N;$!ba;s/\n/\\n/g' one.crl)
    printf '{"id":"1","leaf":"%s\\n"}\n' "$leaf" | text batch leaf
    printf '{"id":"2","trusted":["%s\\n"],"leaf":"%s\\n","crls":["%s\\n"],"at":"2026-11-21T12:00:00Z","host":"server.example","purpose":"server","policy":"rfc5280","max_depth":5,"initial_policies":["1.2.3.4"],"explicit_policy":true,"inhibit_mapping":false,"inhibit_any":true}\n' \
        "$ca" "$leaf" "$list" | text batch all
    printf '{"id":3,"leaf":7}\n[]\n\n{"id":"4"\n' | text batch broken
}

# Journals come from the product itself; without it the fuzzer starts from an empty object.
make_journals() {
    printf '{"version":1,"sha256":""}' | text journal empty
    [ -x "$cli" ] || return 0
    local home=(env HOME="$scratch" XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config")
    quiet "${home[@]}" "$cli" practice practice
    local root=practice/services/streamserver
    printf 'practice\n' | quiet "${home[@]}" "$cli" import --service streamserver --root $root --yes --password-stdin \
        practice/material/good-pem
    quiet "${home[@]}" "$cli" rollback --service streamserver --root $root --yes
    local number=0 path
    while IFS= read -r path; do
        number=$((number + 1))
        text journal "product-$number" <"$path"
    done < <(find "$root/.certwright" -name entry.json 2>/dev/null)
}

make_keys
make_certificates
make_foreign
make_archives
make_lists
make_texts
make_batches
make_journals
put parse ./*.key ./*.crt ./*.csr ./*.crl ./*.p7b ./*.p12 ./*.der everything.pem ssh.pub putty.ppk store.jks store.bks \
    keys.json key.pvk ssh2.pub pgp.asc page.html
put pkcs12 ./*.p12
put crl_stream ./*.lists
for file in leaf.crt leaf.key everything.pem one.crl modern.p12 keys.json stored.zip packed.zip; do
    [ ! -f $file ] || put load $file
done
touch "$out/complete"
