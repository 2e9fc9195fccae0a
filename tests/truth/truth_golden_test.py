"""Runs `briefpack check` on each small pack below tests/golden/truth and compares everything it prints.

A case is a folder:
  pack.json      the metric file, one trap in it (its title says that its figures are made up)
  brief.md       the template
  previous.json  optional: the pack of the month before, given as --previous
  command        optional: other arguments than `check pack.json -t brief.md`, one line, words apart by spaces
  expected.txt   what is printed on standard error, then on standard output, then the exit code

Folders below `clean/` hold packs in which nothing is wrong: at most one warning each, and exit code 0.
BRIEFPACK_UPDATE=1 writes expected.txt anew; read the difference.
"""

import os
import shlex
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "golden" / "truth"
PROGRAM = os.environ["BRIEFPACK"]
UPDATES = bool(os.environ.get("BRIEFPACK_UPDATE"))


def arguments(case: Path) -> list[str]:
    command = case / "command"
    if command.exists():
        return shlex.split(command.read_text(encoding="utf-8"))
    previous = ["--previous", "previous.json"] if (case / "previous.json").exists() else []
    return ["check", "pack.json", "-t", "brief.md", *previous]


def run(case: Path) -> tuple[str, int]:
    done = subprocess.run([PROGRAM, *arguments(case)], cwd=case, capture_output=True, text=True, timeout=60,
                          env={**os.environ, "NO_COLOR": "1"}, check=False)
    return f"{done.stderr}{done.stdout}exit {done.returncode}\n", done.returncode


class TruthGoldens(unittest.TestCase):
    maxDiff = None

    def test_each_case_prints_what_is_expected(self):
        cases = sorted(path.parent for path in CASES.rglob("pack.json"))
        self.assertTrue(cases, "no case found")
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(run, cases))
        for case, (printed, code) in zip(cases, results):
            with self.subTest(case.relative_to(CASES).as_posix()):
                expected = case / "expected.txt"
                if UPDATES:
                    expected.write_text(printed, encoding="utf-8")
                self.assertEqual(expected.read_text(encoding="utf-8"), printed)
                if "clean" in case.relative_to(CASES).parts:
                    self.assertEqual(0, code)
                    self.assertLessEqual(printed.count(": warning: "), 1, printed)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
