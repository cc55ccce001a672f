#!/usr/bin/env python3
"""Why: the installer's pages show pictures in Windows' own format, which nothing else here writes.
make_picture.py RSVG-CONVERT SVG BMP WIDTH HEIGHT draws the SVG on white, as 24-bit BMP."""
import struct
import subprocess
import sys
import zlib


def unfilter(kind: int, line: bytearray, above: bytes, step: int) -> None:
    """Undoes the filter of one line of a PNG (RFC 2083, section 6)."""
    for i in range(len(line)):
        left = line[i - step] if i >= step else 0
        up, corner = above[i], above[i - step] if i >= step else 0
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda value: abs(guess - value))
        line[i] = (line[i] + (0, left, up, (left + up) // 2, paeth)[kind]) & 255


def lines_of(png: bytes) -> tuple[list[bytes], int]:
    """Returns the lines of an 8-bit RGB or RGBA PNG that is not interlaced, and the octets of a dot."""
    at, data = 8, b""
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        content = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, _, colour = struct.unpack(">IIBB", content[:10])
        if kind == b"IDAT":
            data += content
        at += 12 + length
    step = {2: 3, 6: 4}[colour]
    raw, lines, above = zlib.decompress(data), [], bytes(width * step)
    for row in range(height):
        start = row * (width * step + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * step])
        unfilter(raw[start], line, above, step)
        lines.append(bytes(line))
        above = line
    return lines, step


def main(renderer: str, source: str, target: str, width: str, height: str) -> None:
    command = [renderer, "-w", width, "-h", height, "-b", "white", source]
    lines, step = lines_of(subprocess.run(command, check=True, capture_output=True).stdout)
    rows = []
    for line in reversed(lines):  # from below, blue first, each row a multiple of four
        dots = b"".join(line[i : i + 3][::-1] for i in range(0, len(line), step))
        rows.append(dots + bytes(-len(dots) % 4))
    content = b"".join(rows)
    with open(target, "wb") as file:
        file.write(struct.pack("<2sIHHI", b"BM", 54 + len(content), 0, 0, 54))
        file.write(struct.pack("<IiiHHIIiiII", 40, int(width), int(height), 1, 24, 0, len(content), 5669, 5669, 0, 0))
        file.write(content)


main(*sys.argv[1:])
