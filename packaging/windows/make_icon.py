#!/usr/bin/env python3
"""Why: Windows wants one file with the icon in every size. make_icon.py RSVG-CONVERT SVG ICO renders each and puts them
together (PNG within ICO, as Windows reads it since Vista)."""
import struct
import subprocess
import sys

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def main(renderer: str, source: str, target: str) -> None:
    pictures = [
        subprocess.run([renderer, "-w", str(size), "-h", str(size), source], check=True, capture_output=True).stdout
        for size in SIZES
    ]
    header = struct.pack("<HHH", 0, 1, len(SIZES))
    offset = len(header) + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures):
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    with open(target, "wb") as file:
        file.write(header + entries + b"".join(pictures))


main(*sys.argv[1:])
