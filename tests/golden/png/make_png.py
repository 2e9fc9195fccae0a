#!/usr/bin/env python3
"""Writes the PNG files of this folder: one picture in every form that a PNG may have, and forms that no reader should trust.

The picture is 8 x 8 pixels, red with a blue square in the middle; where there is transparency, the right half is transparent.
"""

import struct
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIDE = 8
RED, BLUE = (200, 30, 40), (20, 60, 160)
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]  # Adam7


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, kind, rows, *, interlace=0, before=b""):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace))
    return b"\x89PNG\r\n\x1a\n" + head + before + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def is_blue(x, y):
    return 2 <= x < 6 and 2 <= y < 6


def rows(pixel, places=None):
    places = places or [(0, 0, 1, 1)]
    out = b""
    for left, top, across, down in places:
        for y in range(top, SIDE, down):
            out += b"\0" + b"".join(pixel(x, y) for x in range(left, SIDE, across))
    return out


def rgb(x, y):
    return bytes(BLUE if is_blue(x, y) else RED)


def rgba(x, y):
    return rgb(x, y) + (b"\0" if x >= SIDE // 2 else b"\xff")


FILES = {
    "rgb.png": png(SIDE, SIDE, 8, 2, rows(rgb)),
    "rgba.png": png(SIDE, SIDE, 8, 6, rows(rgba)),
    "opaque-rgba.png": png(SIDE, SIDE, 8, 6, rows(lambda x, y: rgb(x, y) + b"\xff")),
    "interlaced.png": png(SIDE, SIDE, 8, 2, rows(rgb, PASSES), interlace=1),
    "sixteen-bit.png": png(SIDE, SIDE, 16, 2, rows(lambda x, y: bytes(part for value in rgb(x, y) for part in (value, value)))),
    "grey.png": png(SIDE, SIDE, 8, 0, rows(lambda x, y: b"\x40" if is_blue(x, y) else b"\xc0")),
    "indexed.png": png(SIDE, SIDE, 8, 3, rows(lambda x, y: b"\1" if is_blue(x, y) else b"\0"),
                       before=chunk(b"PLTE", bytes(RED + BLUE)) + chunk(b"tRNS", b"\xff\x80")),
    # Not to be trusted.
    "bad-index.png": png(SIDE, SIDE, 8, 3, rows(lambda x, y: b"\xff"), before=chunk(b"PLTE", bytes(RED + BLUE))),
    "no-palette.png": png(SIDE, SIDE, 8, 3, rows(lambda x, y: b"\0")),
    "huge.png": png(0x7FFFFFFF, 0x7FFFFFFF, 8, 2, b""),
    "wide.png": png(4001, 1, 8, 0, b"\0" * 4002),
    "many-pixels.png": png(2000, 1001, 1, 0, b"\0" * (251 * 1001)),
    "no-pixels.png": png(0, 0, 8, 2, b""),
    "bomb.png": png(SIDE, SIDE, 8, 2, b"\0" * 60_000_000),
    "profile-bomb.png": png(SIDE, SIDE, 8, 2, rows(rgb), before=chunk(b"iCCP", b"x\0\0" + zlib.compress(b"\0" * 60_000_000, 9))),
    "too-few-rows.png": png(SIDE, SIDE, 8, 2, rows(rgb)[: 3 * (1 + 3 * SIDE)]),
}

if __name__ == "__main__":
    for name, contents in FILES.items():
        (HERE / name).write_bytes(contents)
