#!/usr/bin/env python3
"""Builds the sample brief with a theme of a user's own and holds PDF, drawings and workbook to it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("BRIEFPACK")
NAVY, ACCENT = "3B1B49", "0A5C36"


def setUpModule():
    if not PROGRAM:
        raise unittest.SkipTest("BRIEFPACK is not set: nothing was built")
    Themed.directory = tempfile.TemporaryDirectory(prefix="briefpack-")
    Themed.folder = Path(Themed.directory.name)
    shutil.copytree(ROOT / "templates", Themed.folder / "templates")
    for file in (HERE / "lake-office.yaml", ROOT / "tests/golden/png/rgba.png", ROOT / "tests/golden/png/indexed.png"):
        shutil.copy(file, Themed.folder / "templates" / file.name)
    Themed.out = Themed.build("out")
    Themed.build("drawings", "--only", "svg")


def tearDownModule():
    Themed.directory.cleanup()


def output(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{command[0]}: exit {done.returncode}: {done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout.decode("utf-8", "replace")


class Themed(unittest.TestCase):
    @classmethod
    def build(cls, name, *options):
        """The folder of one build."""
        output(PROGRAM, "build", ROOT / "inputs/korea-ai.json", "-t", cls.folder / "templates/monthly-brief.md", "-o", cls.folder / name,
               "--name", "brief", "--set", "theme=lake-office.yaml", *options)
        return cls.folder / name

    @property
    def pdf(self):
        return self.out / "brief.pdf"

    def page(self, number):
        return output("pdftotext", "-f", str(number), "-l", str(number), "-layout", self.pdf, "-")

    def test_the_own_checker_and_the_readers_find_no_fault(self):
        output(sys.executable, ROOT / "tests/pdf/ua_check.py", self.pdf)
        output("qpdf", "--check", self.pdf)
        output("pdftoppm", "-r", "20", self.pdf)

    def test_each_logo_is_written_once_with_its_transparency(self):
        rows = [line.split() for line in output("pdfimages", "-list", self.pdf).splitlines()[2:]]
        self.assertEqual({(row[2], row[3], row[4]) for row in rows}, {("image", "8", "8"), ("smask", "8", "8")})
        objects = {row[10] for row in rows if row[2] == "image"}
        self.assertEqual(len(objects), 2)
        self.assertEqual({row[10] for row in rows if row[0] == "1" and row[2] == "image"} & {row[10] for row in rows if row[0] == "2" and row[2] == "image"}, set())

    def test_the_cover_tells_what_its_logo_shows_in_its_own_language(self):
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.pdf, "-"], capture_output=True, check=True).stdout
        alts = re.findall(rb"/Alt (\((?:[^()\\]|\\.)*\)|<[0-9a-f]+>)", plain)
        self.assertEqual(sum(alt == b"(Emblem of the Lake Office)" for alt in alts), 1)

    def test_unit_and_foot_line_are_the_themes(self):
        cover = self.page(1)
        self.assertIn("Lake Office", cover)
        self.assertNotIn("AI Policy Evidence Unit", cover)
        self.assertIn("Lake Office, 1 Shore Road", self.page(2))
        self.assertIn("호수 사무소", self.page(int(re.search(r"Pages: +(\d+)", output("pdfinfo", self.pdf)).group(1))))

    def test_the_fonts_are_the_themes_and_what_they_lack_the_programs(self):
        names = {line.split()[0].split("+")[1] for line in output("pdffonts", self.pdf).splitlines()[2:]}
        self.assertLessEqual({"NotoSerif-Regular", "NotoSerif-Bold"}, names)
        self.assertNotIn("InterDisplay-Bold", names)
        self.assertNotIn("Inter-Bold", names)
        self.assertTrue(any(name.startswith("NotoSansCJK") for name in names), names)

    def test_its_colours_reach_pages_drawings_and_the_workbooks_charts(self):
        streams = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.pdf, "-"], capture_output=True, check=True).stdout
        for colour, others in ((NAVY, "12395B"), (ACCENT, "B83A0E")):
            self.assertIn(pdf_colour(colour), streams)
            self.assertNotIn(pdf_colour(others), streams)
        drawings = "".join(path.read_text(encoding="utf-8") for path in (self.folder / "drawings").glob("*.svg"))
        self.assertIn("#" + ACCENT.lower(), drawings)
        self.assertNotIn("#b83a0e", drawings)
        self.assertIn("'Noto Serif'", drawings)
        with zipfile.ZipFile(self.out / "brief.xlsx") as book:
            charts = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/chart"))
        self.assertIn(ACCENT, charts)
        self.assertNotIn("B83A0E", charts)

    def test_the_theme_and_its_logos_stand_in_the_manifest(self):
        manifest = (self.out / "brief.manifest.json").read_text(encoding="utf-8")
        for name in ("lake-office.yaml", "rgba.png", "indexed.png"):
            self.assertIn(f'"{name}"', manifest)

    def test_the_same_theme_gives_the_same_bytes(self):
        again = self.build("again")
        for file in self.out.iterdir():
            self.assertTrue(file.read_bytes() == (again / file.name).read_bytes(), file.name)


def pdf_colour(digits):
    """As the content of a page sets it: "0.231 0.106 0.286"."""
    parts = [f"{int(digits[i:i + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for i in (0, 2, 4)]
    return " ".join(parts).encode()


if __name__ == "__main__":
    unittest.main()
