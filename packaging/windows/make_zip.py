#!/usr/bin/env python3
"""Why: an archive that is the same octets whoever makes it. make_zip.py FOLDER ZIP SECONDS packs the folder with its own
name on top, sorted, every file with the date SECONDS (since 1970, UTC)."""
import os
import sys
import time
import zipfile


def main(folder: str, target: str, seconds: str) -> None:
    date = time.gmtime(int(seconds))[:6]
    above = os.path.dirname(os.path.abspath(folder))
    paths = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(paths):
            entry = zipfile.ZipInfo(os.path.relpath(os.path.abspath(path), above), date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # as made on Windows: no modes
            with open(path, "rb") as file:
                archive.writestr(entry, file.read())


main(*sys.argv[1:])
