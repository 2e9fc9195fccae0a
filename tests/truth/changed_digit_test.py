#!/usr/bin/env python3
"""Changes one digit of each value of the sample pack that quotes its source, and expects that `check` tells every one of them.

All values are changed in one copy of the pack, once for each place of a digit, so that a handful of runs do.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ["BRIEFPACK"]
PACK = json.loads((ROOT / "inputs" / "korea-ai.json").read_text(encoding="utf-8"))
MOST_DIGITS = 6


def changed(number: int, place: int) -> int:
    """The number with another digit at `place`, counted from the left; never 0."""
    digits = list(str(number))
    digits[place] = str(int(digits[place]) % 9 + 1)
    return int("".join(digits))


def quotes_its_source(row: dict) -> bool:
    return any("as_stated" in each for each in row["sources"]) and "withhold" not in row


def change_all(pack: dict, place: int) -> list[str]:
    """Changes the digit at `place` of all values that have one; gives the ids of the observations."""
    ranks = {metric["id"]: metric.get("out_of", 10**6) for metric in pack["metrics"]}
    ids = []
    for row in pack["observations"]:
        value = row["obs_value"]
        if not isinstance(value, int) or not quotes_its_source(row) or place >= len(str(value)):
            continue
        new = changed(value, place)
        if new > ranks[row["metric"]]:  # beyond the list is a fault of its own
            continue
        row["obs_value"] = new
        ids.append(row["id"])
    return ids


class ChangedDigits(unittest.TestCase):
    def check(self, pack: dict) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pack.json"
            path.write_text(json.dumps(pack, ensure_ascii=False, indent=1), encoding="utf-8")
            done = subprocess.run([PROGRAM, "check", str(path)], cwd=ROOT, capture_output=True, text=True, timeout=300,
                                  env={**os.environ, "NO_COLOR": "1"}, check=False)
        self.assertEqual(1, done.returncode, done.stderr)
        return done.stderr

    def test_every_change_is_told(self):
        checked = set()
        for place in range(MOST_DIGITS):
            pack = json.loads(json.dumps(PACK))
            ids = change_all(pack, place)
            told = set(re.findall(r"error: (\S+) is .* \[truth/as-stated\]", self.check(pack)))
            self.assertEqual([], [each for each in ids if each not in told], f"digit {place + 1}")
            checked.update(ids)
        self.assertGreater(len(checked), 20)

    def test_each_end_of_an_interval_is_held_to_the_words(self):
        for place, end in ((0, 0), (1, 0), (0, 1), (1, 1)):
            pack = json.loads(json.dumps(PACK))
            row = next(each for each in pack["observations"] if each["id"] == "R12")
            row["obs_range"][end] = row["obs_range"][end] + (1 if place == 1 else 10 if end == 1 else -10)
            with self.subTest(row["obs_range"]):
                self.assertRegex(self.check(pack), r"error: R12 is .* \[truth/as-stated\]")

    def test_an_amount_of_an_action_is_held_to_the_words(self):
        pack = json.loads(json.dumps(PACK))
        next(each for each in pack["actions"] if each["id"] == "P08")["amount"]["value"] = 36
        self.assertIn("error: the amount of P08 is USD 36 million", self.check(pack))


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
