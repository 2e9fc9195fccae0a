"""One build of a pack, and its outputs as tests need them: page texts, strings of the PDF, cells of the workbook."""

import json
import os
import re
import subprocess
import tempfile
import zipfile
from functools import cached_property
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("BRIEFPACK")


def run(*command):
    """Output of a command that must succeed."""
    done = subprocess.run(command, capture_output=True, timeout=600, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]}: exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


def folded(text):
    """Without any white space: lines break where a page wants them to."""
    return re.sub(r"\s+", "", text)


class PackOutputs:
    """Builds inputs/METRICS with templates/TEMPLATE, or files named by whole paths, into a folder of its own."""

    def __init__(self, metrics, template, *options):
        self._directory = tempfile.TemporaryDirectory(prefix="briefpack-")
        self.folder = Path(self._directory.name)
        self.metrics = json.loads((ROOT / "inputs" / metrics).read_text(encoding="utf-8"))
        done = subprocess.run([PROGRAM, "build", ROOT / "inputs" / metrics, "-t", ROOT / "templates" / template, "-o", self.folder, *options],
                              capture_output=True, timeout=600, check=False)
        self.said = done.stderr.decode("utf-8", "replace")
        if done.returncode != 0:
            raise AssertionError(f"build: exit {done.returncode}: {self.said}")

    def close(self):
        self._directory.cleanup()

    def _only(self, ending):
        (file,) = self.folder.glob("*" + ending)
        return file

    # ---- PDF ----

    @property
    def pdf(self):
        return self._only(".pdf")

    @cached_property
    def page_count(self):
        return int(re.search(r"^Pages:\s+(\d+)", run("pdfinfo", self.pdf).decode(), re.MULTILINE).group(1))

    @cached_property
    def pages(self):
        """Text of each page; in reading order where lines of neighbouring columns would mix otherwise."""
        both = [[run("pdftotext", *option, "-f", str(n), "-l", str(n), self.pdf, "-").decode("utf-8")
                 for option in ((), ("-raw",))] for n in range(1, self.page_count + 1)]
        return ["\n".join(texts) for texts in both]

    @cached_property
    def pdf_objects(self):
        """Every object of the PDF by its number, strings decoded (qpdf's JSON, version 2)."""
        return json.loads(run("qpdf", "--json=2", "--json-stream-data=none", self.pdf))["qpdf"][1]

    @cached_property
    def pdf_bytes(self):
        """The PDF with everything in it uncompressed, attachments included."""
        plain = self.folder / "plain.qdf"
        run("qpdf", "--qdf", "--object-streams=disable", self.pdf, plain)
        contents = plain.read_bytes()
        plain.unlink()
        return contents

    @cached_property
    def attachments(self):
        """The files inside the PDF by name."""
        target = self.folder / "attached"
        target.mkdir()
        run("pdfdetach", "-saveall", "-o", target, self.pdf)
        return {file.name: file.read_bytes() for file in target.iterdir()}

    @cached_property
    def pdf_strings(self):
        """Every text string in the PDF's objects: titles, alt texts, bookmarks, link contents, metadata."""
        found = []

        def walk(node):
            if isinstance(node, str):
                if node.startswith("u:"):
                    found.append(node[2:])
            elif isinstance(node, dict):
                for child in node.values():
                    walk(child)
            elif isinstance(node, list):
                for child in node:
                    walk(child)

        walk(self.pdf_objects)
        # Strings inside page streams (ActualText) are UTF-16 in hexadecimal digits.
        for digits in re.findall(rb"<(FEFF[0-9A-Fa-f\s]*)>", self.pdf_bytes, re.IGNORECASE):
            found.append(bytes.fromhex(digits.decode("ascii")).decode("utf-16", "replace"))
        return found

    # ---- workbook, CSV, manifest ----

    @property
    def xlsx(self):
        return self._only(".xlsx")

    @cached_property
    def workbook(self):
        """Cells with the results that formulas had when the file was written."""
        return openpyxl.load_workbook(self.xlsx, data_only=True)

    @cached_property
    def xlsx_parts(self):
        with zipfile.ZipFile(self.xlsx) as package:
            return {name: package.read(name).decode("utf-8") for name in package.namelist()}

    def table(self, sheet):
        """The rows of a sheet's table as dictionaries; headings stand in row 6."""
        rows = list(self.workbook[sheet].iter_rows(min_row=6, values_only=True))
        return [dict(zip(rows[0], row)) for row in rows[1:] if any(cell is not None for cell in row)]

    @cached_property
    def csv(self):
        return self._only(".csv").read_text(encoding="utf-8-sig")

    @cached_property
    def manifest(self):
        return json.loads(self._only(".manifest.json").read_text(encoding="utf-8"))

    @cached_property
    def readable(self):
        """Everything that a person or a program can read in the outputs, by where it stands."""
        texts = {f"page {number}": text for number, text in enumerate(self.pages, 1)}
        texts["strings of the PDF"] = "\n".join(self.pdf_strings)
        for sheet in self.workbook.worksheets:
            cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
            texts[f"sheet {sheet.title}"] = "\n".join(cells)
        for name, part in self.xlsx_parts.items():
            # Texts and formulas of the parts, and attributes that a reader sees. Numbers of cells are read above: here they
            # stand between the numbers of shared texts.
            shown = re.findall(r">([^<>]+)</(?:t|f|a:t|c:v|c:f|definedName|dc:\w+|cp:\w+|vt:\w+|Company|Manager)>", part)
            shown += re.findall(r' (?:descr|title|tooltip|display|Target)="([^"]*)"', part)
            texts[f"part {name}"] = "\n".join(shown)
        texts["CSV"] = self.csv
        manifest = dict(self.manifest)
        manifest.pop("inputs")
        manifest.pop("outputs")
        texts["manifest"] = json.dumps(manifest, ensure_ascii=False)
        return texts
