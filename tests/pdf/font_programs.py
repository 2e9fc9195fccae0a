"""Advance widths inside embedded font programs, in thousandths of the font size, for ua_check.py."""

import struct


def truetype_widths(data):
    """A list by glyph of a TrueType font file (OpenType 1.9: head, hhea, hmtx)."""
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[tag] = data[offset:offset + length]
    units = struct.unpack(">H", tables[b"head"][18:20])[0]
    long_rows = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    glyphs = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    rows = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0] * 1000 / units for i in range(long_rows)]
    return rows + rows[-1:] * (glyphs - long_rows)


def index(data, at):
    """The objects of a CFF INDEX, and where it ends (Adobe Technical Note 5176, section 5)."""
    count = struct.unpack(">H", data[at:at + 2])[0]
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + i * size:at + 3 + (i + 1) * size], "big") for i in range(count + 1)]
    base = at + 3 + (count + 1) * size - 1
    return [data[base + a:base + b] for a, b in zip(offsets, offsets[1:])], base + offsets[-1]


def dictionary(data):
    """Operator to operands; two-byte operators are 1200 + the second byte."""
    out, operands, at = {}, [], 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            if byte == 12:
                byte = 1200 + data[at]
                at += 1
            out[byte] = operands
            operands = []
        elif byte == 28:
            operands.append(struct.unpack(">h", data[at:at + 2])[0])
            at += 2
        elif byte == 29:
            operands.append(struct.unpack(">i", data[at:at + 4])[0])
            at += 4
        elif byte == 30:
            digits = ""
            while "f" not in digits:
                digits += f"{data[at]:02x}"
                at += 1
            text = digits.split("f")[0].replace("a", ".").replace("c", "E-").replace("b", "E").replace("e", "-")
            operands.append(float(text))
        elif byte <= 246:
            operands.append(byte - 139)
        elif byte <= 250:
            operands.append((byte - 247) * 256 + data[at] + 108)
            at += 1
        else:
            operands.append(-(byte - 251) * 256 - data[at] - 108)
            at += 1
    return out


def subroutine(routines, number):
    bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768
    return routines[int(number) + bias]


def width_operand(program, local, shared):
    """What a Type 2 charstring says before its first operator, beyond that operator's own operands: the difference to the
    nominal width, or None for the default width (Adobe Technical Note 5177, section 3.1)."""
    stack, frames = [], [(program, 0)]
    while frames:
        data, at = frames.pop()
        while at < len(data):
            byte = data[at]
            at += 1
            if byte in (10, 29):
                frames.append((data, at))
                data, at = subroutine(local if byte == 10 else shared, stack.pop()), 0
            elif byte == 11:
                break
            elif byte == 28:
                stack.append(struct.unpack(">h", data[at:at + 2])[0])
                at += 2
            elif byte == 255:
                stack.append(struct.unpack(">i", data[at:at + 4])[0] / 65536)
                at += 4
            elif byte >= 32:
                if byte <= 246:
                    stack.append(byte - 139)
                else:
                    sign = 1 if byte <= 250 else -1
                    stack.append(sign * ((byte - (247 if sign > 0 else 251)) * 256 + data[at] + 108))
                    at += 1
            elif byte in (1, 3, 18, 23, 19, 20):  # hints: pairs
                return stack[0] if len(stack) % 2 else None
            elif byte == 21:                      # rmoveto
                return stack[0] if len(stack) > 2 else None
            elif byte in (4, 22):                 # vmoveto, hmoveto
                return stack[0] if len(stack) > 1 else None
            elif byte == 14:                      # endchar
                return stack[0] if len(stack) in (1, 5) else None
            else:
                raise ValueError(f"operator {byte} before the width")
    return None


def charset(data, offset, glyphs):
    """Identifier of each glyph: a CID in a CID-keyed font."""
    if offset <= 2:
        return list(range(glyphs))
    kind, at, out = data[offset], offset + 1, [0]
    while len(out) < glyphs:
        first = struct.unpack(">H", data[at:at + 2])[0]
        at += 2
        more = 0
        if kind:
            more = int.from_bytes(data[at:at + kind], "big")
            at += kind
        out.extend(range(first, first + more + 1))
    return out[:glyphs]


def select(data, offset, glyphs):
    """The font dictionary of each glyph of a CID-keyed font."""
    if data[offset] == 0:
        return list(data[offset + 1:offset + 1 + glyphs])
    count = struct.unpack(">H", data[offset + 1:offset + 3])[0]
    rows = [struct.unpack(">HB", data[offset + 3 + 3 * i:offset + 6 + 3 * i]) for i in range(count)]
    end = struct.unpack(">H", data[offset + 3 + 3 * count:offset + 5 + 3 * count])[0]
    out = []
    for (first, font), following in zip(rows, [row[0] for row in rows[1:]] + [end]):
        out += [font] * (following - first)
    return out


def cff_widths(data):
    """A dictionary by the code that selects a glyph in a PDF: the CID of a CID-keyed font, else the glyph's number."""
    _, at = index(data, data[2])
    tops, at = index(data, at)
    _, at = index(data, at)
    shared, _ = index(data, at)
    top = dictionary(tops[0])
    programs, _ = index(data, int(top[17][0]))
    is_cid_keyed = 1230 in top

    def private(font):
        size, offset = (int(n) for n in font.get(18, [0, 0]))
        values = dictionary(data[offset:offset + size])
        local = index(data, offset + int(values[19][0]))[0] if 19 in values else []
        return values.get(20, [0])[0], values.get(21, [0])[0], local

    fonts = [dictionary(each) for each in index(data, int(top[1236][0]))[0]] if is_cid_keyed else [top]
    privates = [private(font) for font in fonts]
    selected = select(data, int(top[1237][0]), len(programs)) if is_cid_keyed else [0] * len(programs)
    codes = charset(data, int(top.get(15, [0])[0]), len(programs)) if is_cid_keyed else range(len(programs))
    widths = {}
    for glyph, program in enumerate(programs):
        default, nominal, local = privates[selected[glyph]]
        matrix = top.get(1207) or fonts[selected[glyph]].get(1207) or [0.001]
        extra = width_operand(program, local, shared)
        widths[codes[glyph]] = (default if extra is None else nominal + extra) * matrix[0] * 1000
    return widths
