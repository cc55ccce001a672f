#!/usr/bin/env python3
"""Why: a person, and a test, look at what a program shows on Xvfb, whose screen is a file (Xvfb -fbdir, format XWD).
screenshot.py SCREEN PNG X Y WIDTH HEIGHT writes that part of the screen as PNG and prints three numbers: how many colours
it has; how many things the size of a letter; and how many of those are empty boxes, which is what a letter looks like that
no font has."""
import struct
import sys
import zlib


def read_screen(path: str, left: int, top: int, width: int, height: int) -> list[bytes]:
    """Returns the lines as RGB (X11/XWDFile.h: big-endian header, 32 bits per dot, blue first)."""
    with open(path, "rb") as file:
        data = file.read()
    fields = struct.unpack(">25I", data[:100])
    header, whole_width, whole_height, stride, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
    start = header + colours * 12
    left, top = max(left, 0), max(top, 0)
    right, bottom = min(left + width, whole_width), min(top + height, whole_height)
    lines = []
    for row in range(top, bottom):
        dots = data[start + row * stride + left * 4 : start + row * stride + right * 4]
        line = bytearray((right - left) * 3)
        line[0::3], line[1::3], line[2::3] = dots[2::4], dots[1::4], dots[0::4]
        lines.append(bytes(line))
    return lines


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write_png(path: str, lines: list[bytes]) -> None:
    raw = b"".join(b"\0" + line for line in lines)
    size = struct.pack(">IIBBBBB", len(lines[0]) // 3, len(lines), 8, 2, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size))
        file.write(chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b""))


def things(dark: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Parts what is dark into what hangs together."""
    found, left = [], set(dark)
    while left:
        first = left.pop()
        thing, edge = {first}, [first]
        while edge:
            x, y = edge.pop()
            for near in ((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                if near in left:
                    left.remove(near)
                    thing.add(near)
                    edge.append(near)
        found.append(thing)
    return found


def boxes(thing: set[tuple[int, int]]) -> int:
    """Returns how many empty boxes side by side the thing is: uprights as high as it is, and between them nothing but a top
    and a bottom; 0 if it is anything else."""
    columns = {}
    for x, y in thing:
        columns.setdefault(x, set()).add(y)
    top, bottom = min(y for _, y in thing), max(y for _, y in thing)
    height = bottom - top + 1
    uprights = sum(1 for ys in columns.values() if len(ys) >= 0.85 * height)
    hollow = sum(1 for ys in columns.values() if ys == {top, bottom})
    if height < 7 or uprights < 2 or hollow < 3 or uprights + hollow < len(columns):
        return 0
    return max(1, uprights // 2)


def main(screen: str, target: str, *place: str) -> None:
    lines = read_screen(screen, *(int(number) for number in place))
    write_png(target, lines)
    dots = {(x, y): line[3 * x : 3 * x + 3] for y, line in enumerate(lines) for x in range(len(line) // 3)}
    letters = [
        thing
        for thing in things({place for place, dot in dots.items() if max(dot) < 205})
        if 4 <= len(thing) and max(y for _, y in thing) - min(y for _, y in thing) <= 30
    ]
    print(len(set(dots.values())), len(letters), sum(boxes(thing) for thing in letters))


main(*sys.argv[1:])
