#!/usr/bin/env python3
"""Builds the sample pack under unlike circumstances and compares every byte.

The builds differ in folder, working folder, time zone, locale (decimal comma, other languages, made here with localedef),
umask, user-visible environment and time of day. What may change the outputs is told apart: only SOURCE_DATE_EPOCH does.
"""

import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("BRIEFPACK")
LOCALES = ("de_DE", "ko_KR", "tr_TR")  # decimal comma; another script; another case of the letter i
BUILD_TIME_LIMIT = 600


def setUpModule():
    if not PROGRAM:
        raise unittest.SkipTest("BRIEFPACK is not set: nothing was built")
    Builds.directory = tempfile.TemporaryDirectory(prefix="briefpack-")
    Builds.folder = Path(Builds.directory.name)
    Builds.locales = Builds.folder / "locales"
    Builds.locales.mkdir()
    for name in LOCALES:
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", Builds.locales / f"{name}.UTF-8"], check=True)


def tearDownModule():
    Builds.directory.cleanup()


class Builds(unittest.TestCase):
    def build(self, name, *, environment=None, umask=0o022, working_folder=ROOT, output=None, **paths):
        """The files of one build by name. Paths are given as a user would, relative or absolute."""
        output = Path(output or self.folder / name)
        metrics = paths.get("metrics", "inputs/korea-ai.json")
        template = paths.get("template", "templates/monthly-brief.md")
        keep = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME") or key.endswith("SAN_OPTIONS")}
        run = subprocess.run([PROGRAM, "build", metrics, "-t", template, "-o", output], cwd=working_folder,
                             env={**keep, "LC_ALL": "C", **(environment or {})}, umask=umask, capture_output=True,
                             timeout=BUILD_TIME_LIMIT, check=False)
        self.assertEqual(run.returncode, 0, run.stderr.decode("utf-8", "replace"))
        return {file.name: file.read_bytes() for file in (working_folder / output).iterdir()}

    def locale(self, name, zone):
        return {"LOCPATH": str(self.locales), "LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", "TZ": zone}

    @classmethod
    def reference(cls):
        """The build that the others are held to; made once."""
        if not hasattr(cls, "_reference"):
            cls._reference = cls().build("reference", environment={"TZ": "UTC"})
        return cls._reference

    def assert_same(self, files):
        self.assertEqual(sorted(files), sorted(self.reference()))
        for name, contents in self.reference().items():
            self.assertEqual(files[name] == contents, True, f"{name} differs")  # not assertEqual: it would print both

    def test_the_locales_are_there(self):
        # A locale that is not found falls back to C, and then nothing would be tested.
        say = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.localeconv()['decimal_point'])"
        run = subprocess.run(["/usr/bin/python3", "-c", say], env=self.locale("de_DE", "UTC"), capture_output=True, check=True)
        self.assertEqual(run.stdout, b",\n")

    def test_four_files_are_made(self):
        self.assertEqual(sorted(Path(name).suffix for name in self.reference()), [".csv", ".json", ".pdf", ".xlsx"])

    def test_another_zone_and_a_locale_with_decimal_comma(self):
        self.assert_same(self.build("german", environment=self.locale("de_DE", "Pacific/Kiritimati"), umask=0o077))

    def test_a_locale_of_another_script(self):
        self.assert_same(self.build("korean", environment=self.locale("ko_KR", "America/St_Johns"), umask=0o002))

    def test_a_locale_with_another_case_of_i(self):
        self.assert_same(self.build("turkish", environment=self.locale("tr_TR", "Asia/Seoul")))

    def test_another_folder_at_another_second(self):
        first = self.reference()
        time.sleep(1.1)
        elsewhere = self.folder / "a folder with spaces" / "tiefer"
        elsewhere.mkdir(parents=True)
        files = self.build("other", working_folder=elsewhere, output="out", metrics=ROOT / "inputs/korea-ai.json",
                           template=ROOT / "templates/monthly-brief.md",
                           environment={"TZ": "Asia/Kathmandu", "USER": "somebody", "TMPDIR": str(elsewhere), "COLUMNS": "40"})
        self.assertEqual(sorted(files), sorted(first))
        self.assert_same(files)

    def test_the_built_in_template_is_the_file(self):
        run = subprocess.run([PROGRAM, "build", "inputs/korea-ai.json", "-o", self.folder / "built-in"], cwd=ROOT,
                             capture_output=True, timeout=BUILD_TIME_LIMIT, check=False)
        self.assertEqual(run.returncode, 0, run.stderr.decode("utf-8", "replace"))
        for name, contents in self.reference().items():
            if not name.endswith(".manifest.json"):  # the manifest names its inputs
                self.assertEqual((self.folder / "built-in" / name).read_bytes() == contents, True, f"{name} differs")

    def test_files_name_no_folder(self):
        for name, contents in self.reference().items():
            for path in (str(ROOT), str(self.folder)):
                self.assertNotIn(path.encode(), contents, name)

    def test_the_source_date_is_the_time_of_the_pack(self):
        dated = self.build("dated", environment={"SOURCE_DATE_EPOCH": "1000000000"})
        pdf = next(name for name in dated if name.endswith(".pdf"))
        info = subprocess.run(["pdfinfo", "-isodates", self.folder / "dated" / pdf], env={"TZ": "UTC", "PATH": os.environ["PATH"]},
                              capture_output=True, check=True).stdout.decode("utf-8")
        self.assertIn("2001-09-09T01:46:40", info)
        plain = subprocess.run(["pdfinfo", "-isodates", self.folder / "reference" / pdf],
                               env={"TZ": "UTC", "PATH": os.environ["PATH"]}, capture_output=True, check=True).stdout.decode("utf-8")
        issued = json.loads((ROOT / "inputs/korea-ai.json").read_text(encoding="utf-8"))["pack"]["issued"]
        self.assertIn(f"CreationDate:    {issued}", plain)


if __name__ == "__main__":
    unittest.main()
