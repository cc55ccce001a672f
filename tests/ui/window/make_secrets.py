"""Makes a delivery with a key and a password that nobody knows, outside of the program that is tested: the test
gets the complement of every secret that it is to look for, so that the search does not find itself.

make_secrets.py FOLDER writes FOLDER/locked and FOLDER/clear (ca.crt, server.crt, server.key), FOLDER/clear.zip,
FOLDER/password (its complement) and FOLDER/needles (lines of a name and the complement in hexadecimal).
"""
import os
import re
import secrets
import subprocess
import sys
import zipfile

folder = sys.argv[1]
os.umask(0o077)


def openssl(*arguments, given=None):
    return subprocess.run(("openssl",) + arguments, cwd=folder, input=given, check=True, capture_output=True).stdout


def complement(octets):
    return bytes(255 - octet for octet in octets)


def number(name, text):
    digits = re.search(name + r":\s*((?:[0-9a-f]{2}:?\s*)+)", text).group(1)
    return bytes.fromhex(re.sub(r"[^0-9a-f]", "", digits)).lstrip(b"\0")


password = secrets.token_urlsafe(12) + "-密码-" + secrets.token_urlsafe(6)
os.makedirs(folder + "/locked")
os.makedirs(folder + "/clear")
openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "locked/ca.crt", "-days", "900",
        "-subj", "/CN=Memory CA", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
openssl("genrsa", "-out", "clear/server.key", "2048")
openssl("req", "-new", "-key", "clear/server.key", "-subj", "/CN=memory.test", "-out", "server.csr")
with open(folder + "/extensions", "w", encoding="ascii") as file:
    file.write("subjectAltName=DNS:memory.test\nextendedKeyUsage=serverAuth,clientAuth\n")
openssl("x509", "-req", "-in", "server.csr", "-CA", "locked/ca.crt", "-CAkey", "ca.key", "-days", "365",
        "-extfile", "extensions", "-out", "locked/server.crt")
openssl("pkcs8", "-topk8", "-in", "clear/server.key", "-out", "locked/server.key", "-passout", "stdin",
        given=password.encode() + b"\n")
with zipfile.ZipFile(folder + "/clear.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name in ("ca.crt", "server.crt"):
        with open(folder + "/locked/" + name, "rb") as source, open(folder + "/clear/" + name, "wb") as target:
            target.write(source.read())
    for name in ("ca.crt", "server.crt", "server.key"):
        archive.write(folder + "/clear/" + name, name)

needles = [("password in UTF-8", password.encode()), ("password in UTF-16", password.encode("utf-16-le"))]
text = openssl("rsa", "-in", "clear/server.key", "-noout", "-text").decode()
for name in ("prime1", "prime2", "privateExponent"):
    big = number(name, text)
    for order, octets in (("big-endian", big), ("little-endian", big[::-1])):
        needles += [(f"{name} {order} head", octets[:24]), (f"{name} {order} tail", octets[-24:])]
# As a file holds it.
lines = open(folder + "/clear/server.key", "rb").read().split(b"\n")
needles.append(("key in PEM", lines[5][8:40]))
with open(folder + "/needles", "w", encoding="utf-8") as file:
    for name, octets in needles:
        file.write(name + "\t" + complement(octets).hex() + "\n")
with open(folder + "/password", "wb") as file:
    file.write(complement(password.encode("utf-16-le")))
