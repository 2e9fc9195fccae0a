#!/usr/bin/env python3
"""Checks a PDF against the clauses of PDF/UA-1 and PDF/A-3a that a program can break.

    python3 tests/pdf/ua_check.py FILE.pdf

Prints one line for each fault, with the clause, and exits 1; prints a count of what was seen and exits 0 when there is none.
Needs qpdf, which unpacks the file, and nothing else. It is no replacement for veraPDF or for a reader's eyes: contrast, the
order of reading and the wording of alternatives are not looked at.

Clauses: UA = ISO 14289-1, A3 = ISO 19005-3, PDF = ISO 32000-1.
"""

import base64
import json
import re
import struct
import subprocess
import sys

from font_programs import cff_widths, truetype_widths

STANDARD_ROLES = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table "
    "TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form".split())

# A role and those of which one must be around it.
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}


class Pdf:
    """The objects of a file as qpdf prints them: names "/N", references "5 0 R", strings "u:text" or "b:hex"."""

    def __init__(self, path):
        made = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                              capture_output=True, check=False)
        if made.returncode not in (0, 3):
            sys.exit(f"{path}: qpdf cannot read it: {made.stderr.decode(errors='replace').strip()}")
        self.warnings = made.stderr.decode(errors="replace").strip()
        self.objects = json.loads(made.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]

    def get(self, value):
        """The value behind a reference; the dictionary of a stream."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get(f"obj:{value}", {})
            value = entry["stream"]["dict"] if "stream" in entry else entry.get("value")
        return value

    def data(self, reference):
        return base64.b64decode(self.objects[f"obj:{reference}"]["stream"]["data"])

    def pages(self, node=None):
        node = node or self.get(self.root())["/Pages"]
        for kid in self.get(node)["/Kids"]:
            if self.get(kid)["/Type"] == "/Pages":
                yield from self.pages(kid)
            else:
                yield kid

    def root(self):
        return self.trailer["/Root"]

    def tree(self, node, entry):
        """Rows of a name or number tree."""
        node = self.get(node)
        rows = self.get(node.get(entry)) or []
        yield from zip(rows[::2], rows[1::2])
        for kid in self.get(node.get("/Kids")) or []:
            yield from self.tree(kid, entry)


def text_of(value):
    if value is None:
        return None
    return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("latin-1")


TOKEN = re.compile(rb"""\s*(?:(?P<hex><[0-9A-Fa-f\s]*>)|(?P<dict><<|>>)|(?P<array>[\[\]])|(?P<name>/[^\s()<>\[\]{}/%]*)
                       |(?P<string>\()|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))|(?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*))""", re.VERBOSE)


def parse_string(data, at):
    """The string that begins behind the bracket before `at`, and where it ends."""
    out, depth = bytearray(), 1
    while True:
        byte = data[at]
        if byte == 0x5C:
            at += 1
            out.append(data[at])
        elif byte == 0x29 and depth == 1:
            return bytes(out), at + 1
        else:
            depth += (byte == 0x28) - (byte == 0x29)
            out.append(byte)
        at += 1


def operations(data):
    """(operator, operands) of a content stream; operands are numbers, bytes, "/names", lists and dicts."""
    stack = [[]]
    at = 0
    while match := TOKEN.match(data, at):
        at = match.end()
        kind, token = match.lastgroup, match[match.lastgroup]
        if kind == "operator":
            yield token.decode(), stack[0]
            stack = [[]]
        elif token in (b"[", b"<<"):
            stack.append([])
        elif token in (b"]", b">>"):
            items = stack.pop()
            stack[-1].append(items if token == b"]" else dict(zip(items[::2], items[1::2])))
        elif kind == "hex":
            digits = re.sub(rb"\s", b"", token[1:-1])
            stack[-1].append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
        elif kind == "string":
            value, at = parse_string(data, at)
            stack[-1].append(value)
        elif kind == "name":
            stack[-1].append(token.decode())
        else:
            stack[-1].append(float(token))
    if data[at:].strip():
        raise ValueError(f"content stream: {data[at:at + 20]!r}")


class Checker:
    def __init__(self, pdf):
        self.pdf = pdf
        self.faults = []
        self.counts = {"pages": 0, "elements": 0, "annotations": 0, "fonts": 0, "codes": 0, "attachments": 0}
        self.used = {}       # font reference: codes shown
        self.contents = {}   # page reference: MCIDs
        self.annotations = {}  # reference: its dictionary

    def need(self, holds, clause, fault):
        if not holds and (line := f"{clause}: {fault}") not in self.faults:
            self.faults.append(line)

    def check(self):
        self.check_catalog()
        for index, page in enumerate(self.pdf.pages()):
            self.counts["pages"] += 1
            self.check_page(page, index)
        self.check_structure()
        for font, codes in self.used.items():
            self.check_font(font, codes)
        self.check_outline()
        self.check_attachments()
        self.need(not self.pdf.warnings, "PDF", f"qpdf warns: {self.pdf.warnings}")
        return self.faults

    # ---- document

    def check_catalog(self):
        pdf, root = self.pdf, self.pdf.get(self.pdf.root())
        mark = pdf.get(root.get("/MarkInfo")) or {}
        self.need(mark.get("/Marked") is True, "UA 7.1", "the catalog is not marked as tagged")
        self.need(mark.get("/Suspects", False) is False, "UA 7.1", "tags are called suspect")
        self.need(bool(text_of(root.get("/Lang"))), "UA 7.2", "the document has no language")
        preferences = pdf.get(root.get("/ViewerPreferences")) or {}
        self.need(preferences.get("/DisplayDocTitle") is True, "UA 7.1", "viewers do not show the title")
        self.need(len(pdf.get(pdf.trailer.get("/ID")) or []) == 2, "A3 6.1.3", "the file has no identifier")
        self.need("/Encrypt" not in pdf.trailer, "A3 6.1.3", "the file is encrypted")
        self.need("/OpenAction" not in root and "/AA" not in root, "A3 6.5", "the document has actions")
        self.check_metadata(root)
        intents = [pdf.get(each) for each in pdf.get(root.get("/OutputIntents")) or []]
        self.need(len(intents) == 1 and intents[0].get("/S") == "/GTS_PDFA1", "A3 6.2.3", "there is no output intent")
        for intent in intents:
            profile = pdf.data(intent["/DestOutputProfile"])
            self.need(struct.unpack(">I", profile[:4])[0] == len(profile) and profile[36:40] == b"acsp", "A3 6.2.3",
                      "the colour profile is damaged")

    def check_metadata(self, root):
        pdf = self.pdf
        self.need("/Metadata" in root, "A3 6.6.2", "there is no XMP packet")
        if "/Metadata" not in root:
            return
        self.need("/Filter" not in pdf.get(root["/Metadata"]), "A3 6.6.2", "the XMP packet is packed")
        xmp = pdf.data(root["/Metadata"]).decode("utf-8")
        for tag, value, clause in (("pdfaid:part", "3", "A3 6.6.4"), ("pdfaid:conformance", "A", "A3 6.6.4"),
                                   ("pdfuaid:part", "1", "UA 5")):
            self.need(f"<{tag}>{value}</{tag}>" in xmp, clause, f"{tag} is not {value}")
        self.need("http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in xmp, "A3 6.6.2.3", "the PDF/UA schema is not described")
        self.need(re.search(r"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">[^<]", xmp), "UA 7.1", "there is no dc:title")
        info = pdf.get(pdf.trailer.get("/Info")) or {}
        unescape = lambda s: s.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for key, pattern in (("/Title", r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>"), ("/Author", r"<dc:creator>.*?<rdf:li>(.*?)</rdf:li>"),
                             ("/Subject", r"<dc:description>.*?<rdf:li[^>]*>(.*?)</rdf:li>"), ("/Keywords", r"<pdf:Keywords>(.*?)<"),
                             ("/Producer", r"<pdf:Producer>(.*?)<"), ("/Creator", r"<xmp:CreatorTool>(.*?)<")):
            found = re.search(pattern, xmp)
            self.need(text_of(info.get(key)) == (unescape(found[1]) if found else None), "A3 6.6.3", f"{key} and the XMP packet differ")
        for key, tag in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
            found = re.search(f"<xmp:{tag}>(.*?)<", xmp)
            digits = re.sub(r"\D", "", text_of(info.get(key)) or "")
            self.need(found and re.sub(r"\D", "", found[1]) == digits, "A3 6.6.3", f"{key} and the XMP packet differ")

    # ---- pages

    def check_page(self, reference, index):
        pdf, page = self.pdf, self.pdf.get(reference)
        where = f"page {index + 1}"
        self.need(page.get("/Tabs") == "/S" or "/Annots" not in page, "UA 7.18.3", f"{where}: tab order is not that of the structure")
        self.need("/StructParents" in page, "PDF 14.7.4.4", f"{where}: no way back to the structure")
        self.contents[reference] = self.check_content(page, where)
        for annotation in pdf.get(page.get("/Annots")) or []:
            self.counts["annotations"] += 1
            self.annotations[annotation] = (pdf.get(annotation), reference)

    def check_content(self, page, where):
        fonts = self.pdf.get(self.pdf.get(page["/Resources"]).get("/Font")) or {}
        marks, numbers, font, in_text, saved = [], set(), None, False, 0
        for operator, operands in operations(self.pdf.data(page["/Contents"])):
            if operator in ("BMC", "BDC"):
                properties = operands[1] if operator == "BDC" else {}
                if operands[0] == "/Artifact":
                    marks.append("artifact")
                    self.need("content" not in marks, "UA 7.1", f"{where}: an artifact inside content")
                elif "/MCID" in properties:
                    self.need(not marks, "UA 7.1", f"{where}: content inside content or an artifact")
                    self.need(properties["/MCID"] not in numbers, "PDF 14.7.4", f"{where}: MCID {properties['/MCID']} twice")
                    numbers.add(int(properties["/MCID"]))
                    marks.append("content")
                else:
                    marks.append("other")
            elif operator == "EMC":
                self.need(marks, "PDF 14.6", f"{where}: EMC without BDC")
                marks = marks[:-1]
            elif operator in PAINTING:
                self.need("content" in marks or "artifact" in marks, "UA 7.1", f"{where}: {operator} is neither content nor artifact")
            elif operator in ("BT", "ET"):
                self.need(in_text == (operator == "ET"), "PDF 9.4", f"{where}: {operator} out of order")
                in_text = operator == "BT"
            elif operator in "qQ":
                saved += 1 if operator == "q" else -1
                self.need(saved >= 0, "PDF 8.4.2", f"{where}: Q without q")
            if operator == "Tf":
                font = fonts[operands[0]]
            elif operator == "TJ":
                codes = self.used.setdefault(font, set())
                for item in operands[0]:
                    if isinstance(item, bytes):
                        codes.update(struct.unpack(f">{len(item) // 2}H", item))
        self.need(not marks and not in_text and saved == 0, "PDF 14.6", f"{where}: a sequence is not closed")
        return numbers

    # ---- structure

    def check_structure(self):
        pdf = self.pdf
        root_reference = pdf.get(pdf.root()).get("/StructTreeRoot")
        self.need(root_reference, "UA 7.1", "there is no structure tree")
        if not root_reference:
            return
        root = pdf.get(root_reference)
        parents = dict(pdf.tree(root["/ParentTree"], "/Nums"))
        self.ids, self.heading, self.owned = set(), 0, {}
        kids = root["/K"] if isinstance(root["/K"], list) else [root["/K"]]
        for kid in kids:
            self.check_element(kid, root_reference, ["root"])
        known = {text_of(key) for key, _ in pdf.tree(root["/IDTree"], "/Names")} if "/IDTree" in root else set()
        self.need(known == self.ids, "PDF 14.7.2", "the tree of ids differs from the elements' ids")

        for page, numbers in self.contents.items():
            key = pdf.get(page)["/StructParents"]
            owners = pdf.get(parents.get(key))
            self.need(owners is not None and numbers == set(range(len(owners))), "PDF 14.7.4.4", f"{page}: the parent tree lacks pieces")
            for number, owner in enumerate(owners or []):
                self.need(self.owned.get((page, number)) == owner, "PDF 14.7.4.4", f"{page}: MCID {number} and its element disagree")
        for reference, (annotation, page) in self.annotations.items():
            self.check_annotation(reference, annotation, page, parents)

    def check_element(self, reference, parent, roles):
        pdf, element = self.pdf, self.pdf.get(reference)
        self.counts["elements"] += 1
        role = element["/S"][1:]
        where = f"{role} {reference}"
        self.need(role in STANDARD_ROLES, "UA 7.1", f"{where}: no standard role")
        self.need(element["/P"] == parent, "PDF 14.7.2", f"{where}: wrong parent")
        self.need(role not in PARENTS or roles[-1] in PARENTS[role], "PDF 14.8.4", f"{where} inside {roles[-1]}")
        if heading := re.fullmatch(r"H([1-6])", role):
            level = int(heading[1])
            self.need(level <= self.heading + 1, "UA 7.4.2", f"{where} after H{self.heading}")
            self.heading = level
        attributes = pdf.get(element.get("/A")) or []
        attributes = [pdf.get(each) for each in (attributes if isinstance(attributes, list) else [attributes])]
        if role == "Figure":
            self.need(text_of(element.get("/Alt")) or text_of(element.get("/ActualText")), "UA 7.3", f"{where}: no alternative text")
            self.need(any("/BBox" in each for each in attributes), "PDF 14.8.5.4.3", f"{where}: no box")
        if role == "TH":
            self.need(any("/Scope" in each for each in attributes), "UA 7.5", f"{where}: no scope")
        if role == "Note":
            self.need("/ID" in element, "UA 7.9", f"{where}: no id")
        if "/ID" in element:
            self.need(text_of(element["/ID"]) not in self.ids, "UA 7.9", f"{where}: id twice")
            self.ids.add(text_of(element["/ID"]))
        kids = pdf.get(element.get("/K"))
        kids = [] if kids is None else kids if isinstance(kids, list) else [element["/K"]]
        has_annotation = False
        for kid in kids:
            value = pdf.get(kid)
            if isinstance(value, int):
                self.owned[(element["/Pg"], value)] = reference
            elif value.get("/Type") == "/MCR":
                self.owned[(value.get("/Pg", element.get("/Pg")), value["/MCID"])] = reference
            elif value.get("/Type") == "/OBJR":
                has_annotation = True
                self.owned[value["/Obj"]] = reference
            else:
                self.check_element(kid, reference, roles + [role])
        self.need(role != "Link" or has_annotation, "UA 7.18.5", f"{where}: no annotation")
        if role == "Table":
            self.check_table(reference, where)

    def check_table(self, reference, where):
        """Each row of a table has the same number of columns."""
        pdf = self.pdf

        def kids(element):
            found = pdf.get(element.get("/K"))
            found = [] if found is None else found if isinstance(found, list) else [element["/K"]]
            return [pdf.get(kid) for kid in found if isinstance(pdf.get(kid), dict) and "/S" in pdf.get(kid)]

        def span(cell, key):
            attributes = pdf.get(cell.get("/A")) or []
            for each in attributes if isinstance(attributes, list) else [attributes]:
                if key in pdf.get(each):
                    return pdf.get(each)[key]
            return 1

        rows = []
        for kid in kids(pdf.get(reference)):
            rows += [kid] if kid["/S"] == "/TR" else [row for row in kids(kid) if row["/S"] == "/TR"]
        widths, hanging = [], {}
        for index, row in enumerate(rows):
            width = hanging.get(index, 0)
            for cell in kids(row):
                width += span(cell, "/ColSpan")
                for below in range(index + 1, index + span(cell, "/RowSpan")):
                    hanging[below] = hanging.get(below, 0) + span(cell, "/ColSpan")
            widths.append(width)
        self.need(len(set(widths)) <= 1, "UA 7.5", f"{where}: rows of {sorted(set(widths))} columns")

    def check_annotation(self, reference, annotation, page, parents):
        where = f"annotation {reference}"
        self.need(text_of(annotation.get("/Contents")), "UA 7.18.5", f"{where}: says not where it leads")
        flags = annotation.get("/F", 0)
        self.need(flags & 4 and not flags & 0b100011, "A3 6.3.2", f"{where}: flags {flags}")
        owner = parents.get(annotation.get("/StructParent"))
        self.need(owner and self.owned.get(reference) == owner, "UA 7.18.1", f"{where}: not in the structure")
        self.need(owner and self.pdf.get(owner)["/S"] == "/Link", "UA 7.18.5", f"{where}: not in a Link")
        left, bottom, right, top = annotation["/Rect"]
        media = self.pdf.get(self.pdf.get(page)["/MediaBox"])
        self.need(media[0] <= left < right <= media[2] + 0.01 and media[1] <= bottom < top <= media[3] + 0.01, "PDF 12.5.2", f"{where}: beside the page")
        if "/Dest" in annotation:
            self.need(self.is_destination(annotation["/Dest"]), "PDF 12.3.2", f"{where}: leads to no page")
        else:
            action = self.pdf.get(annotation["/A"])
            self.need(action["/S"] == "/URI" and text_of(action["/URI"]).isascii(), "A3 6.5.1", f"{where}: not allowed action")

    def is_destination(self, value):
        value = self.pdf.get(value)
        return isinstance(value, list) and value[0] in self.contents

    # ---- fonts

    def check_font(self, reference, codes):
        pdf, font = self.pdf, self.pdf.get(reference)
        self.counts["fonts"] += 1
        self.counts["codes"] += len(codes)
        descendant_value = pdf.get(font["/DescendantFonts"])[0]
        descendant = pdf.get(descendant_value)
        descriptor = pdf.get(descendant["/FontDescriptor"])
        name = font["/BaseFont"]
        self.need(font["/Encoding"] == "/Identity-H", "A3 6.2.11.3", f"{name}: encoding {font['/Encoding']}")
        self.need(name == descendant["/BaseFont"] == descriptor["/FontName"], "PDF 9.8", f"{name}: names differ")
        self.need(re.match(r"/[A-Z]{6}\+", name), "PDF 9.6.4", f"{name}: no subset tag")
        self.need("/CIDSet" not in descriptor, "A3 6.2.11.4.2", f"{name}: a CIDSet that nothing keeps true")
        self.need(0 not in codes, "UA 7.21.8", f"{name}: shows .notdef")
        self.check_to_unicode(name, pdf.data(font["/ToUnicode"]).decode("latin-1"), codes)

        if "/FontFile2" in descriptor:
            of_glyph = truetype_widths(pdf.data(descriptor["/FontFile2"]))
            mapping = descendant.get("/CIDToGIDMap")
            self.need(mapping is not None, "A3 6.2.11.3.2", f"{name}: no CIDToGIDMap")
            if mapping == "/Identity":
                program = {code: of_glyph[code] for code in codes if code < len(of_glyph)}
            else:
                table = pdf.data(mapping)
                glyphs = struct.unpack(f">{len(table) // 2}H", table)
                program = {code: of_glyph[glyphs[code]] for code in codes if code < len(glyphs)}
        else:
            self.need(pdf.get(descriptor["/FontFile3"])["/Subtype"] == "/CIDFontType0C", "A3 6.2.11.4", f"{name}: subtype of the program")
            program = cff_widths(pdf.data(descriptor["/FontFile3"]))
        written, widths = {}, pdf.get(descendant.get("/W")) or []
        for first, row in zip(widths[::2], widths[1::2]):
            written.update({first + i: width for i, width in enumerate(pdf.get(row))})
        for code in sorted(codes):
            self.need(code in program, "A3 6.2.11.4.1", f"{name}: code {code} has no glyph")
            if code in program:
                off = abs(program[code] - written.get(code, descendant.get("/DW", 1000)))
                self.need(off <= 1, "A3 6.2.11.5", f"{name}: width of code {code} is off by {off:.1f}")

    def check_to_unicode(self, name, cmap, codes):
        texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]*)>\n", cmap)}
        missing = sorted(codes - texts.keys())
        self.need(not missing, "UA 7.21.7", f"{name}: codes {missing[:9]} have no Unicode")
        for code in codes & texts.keys():
            text = texts[code]
            self.need(text and not set(text) & {"\0", "\ufffe", "\ufeff"}, "UA 7.21.7", f"{name}: code {code} has {text!r}")
            self.need(not any("\ue000" <= c <= "\uf8ff" for c in text), "A3 6.2.11.7.3", f"{name}: code {code} is private")
        for block in re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL):
            self.need(int(block[0]) == block[1].count("\n") <= 100, "PDF 9.10.3", f"{name}: a block of {block[0]} rows")

    # ---- bookmarks and attachments

    def check_outline(self):
        pdf, outline = self.pdf, self.pdf.get(self.pdf.get(self.pdf.root()).get("/Outlines"))
        if not outline:
            return

        def walk(node):
            seen, reference, before = 0, node.get("/First"), None
            while reference:
                item = pdf.get(reference)
                self.need(text_of(item.get("/Title")), "PDF 12.3.3", "a bookmark has no title")
                self.need(self.is_destination(item.get("/Dest")), "PDF 12.3.3", f"bookmark {text_of(item['/Title'])!r} leads to no page")
                self.need(item.get("/Prev") == before, "PDF 12.3.3", "bookmarks are not linked back")
                below = walk(item)
                self.need(item.get("/Count", 0) == below, "PDF 12.3.3", f"bookmark {text_of(item['/Title'])!r} counts wrongly")
                seen += 1 + below
                before, reference = reference, item.get("/Next")
            self.need(node.get("/Last") == before, "PDF 12.3.3", "the last bookmark is another one")
            return seen

        self.need(walk(outline) == outline.get("/Count"), "PDF 12.3.3", "the outline counts wrongly")

    def check_attachments(self):
        pdf, root = self.pdf, self.pdf.get(self.pdf.root())
        associated = pdf.get(root.get("/AF")) or []
        names = pdf.get(pdf.get(root.get("/Names")) or {}).get("/EmbeddedFiles") if "/Names" in root else None
        named = {value for _, value in pdf.tree(names, "/Names")} if names else set()
        self.need(set(associated) == named, "A3 6.8", "attached files and associated files differ")
        for reference in associated:
            self.counts["attachments"] += 1
            spec = pdf.get(reference)
            for key in ("/F", "/UF", "/Desc", "/AFRelationship"):
                self.need(key in spec, "A3 6.8", f"attachment {reference} has no {key}")
            stream = pdf.get(spec["/EF"])["/F"]
            file, data = pdf.get(stream), pdf.data(stream)
            self.need("/Subtype" in file and "/ModDate" in pdf.get(file["/Params"]), "A3 6.8", f"attachment {reference} has no type or date")
            self.need(pdf.get(file["/Params"])["/Size"] == len(data), "PDF 7.11.4", f"attachment {reference}: size")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    checker = Checker(Pdf(sys.argv[1]))
    faults = checker.check()
    for fault in faults:
        print(f"{sys.argv[1]}: {fault}")
    if faults:
        sys.exit(1)
    print(f"{sys.argv[1]}: no fault in " + ", ".join(f"{count} {what}" for what, count in checker.counts.items()))


if __name__ == "__main__":
    main()
