#!/usr/bin/env python3
"""Holds the examples of docs/metric-file.md to the schema and to the program's reader, and its tables to the schema.

A ```json fence is a whole file; ```json PART is one entity, metric, observation … of a file. The reader is asked when the
environment variable BRIEFPACK names the program.
"""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs/metric-file.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "inputs/metrics.schema.json").read_text(encoding="utf-8"))
EXAMPLES = re.findall(r"^```json ?(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
WHOLE_FILES = [text for part, text in EXAMPLES if not part]
PROGRAM = os.environ.get("BRIEFPACK")


def section(name):
    """The text under the heading `## name`, up to the next heading of that level."""
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def schema_of(part):
    """The schema of one part of a file, such as "observation"."""
    return {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{part}"}


def faults(value, schema):
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(value)]


class Examples(unittest.TestCase):
    def test_there_are_whole_files_and_parts(self):
        self.assertEqual(len(WHOLE_FILES), 2)
        self.assertGreater(len(EXAMPLES), 6)

    def test_the_schema_takes_them(self):
        for part, text in EXAMPLES:
            schema = schema_of(part) if part else SCHEMA
            with self.subTest(text):
                self.assertEqual(faults(json.loads(text), schema), [])

    def test_a_part_is_held_to_its_own_rules(self):
        self.assertTrue(faults({"metric": "lakes"}, schema_of("observation")))

    def test_the_program_takes_the_whole_files_without_a_word(self):
        if not PROGRAM:
            self.skipTest("BRIEFPACK is not set: the program's reader was not asked")
        for text in WHOLE_FILES:
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "example.json"
                file.write_text(text, encoding="utf-8")
                template = Path(folder) / "lakes.md"
                template.write_text("# Lakes\n\nKorea has {fig}`lakes.KOR`.\n", encoding="utf-8")
                run = subprocess.run([PROGRAM, "check", file, "-t", template], capture_output=True, timeout=60, check=False)
                self.assertEqual((run.returncode, run.stderr.decode("utf-8")), (0, ""))


class Tables(unittest.TestCase):
    PARTS = {"pack": "pack", "entities": "entity", "topics": "topic", "sources": "source", "metrics": "metric",
             "observations": "observation", "caveats": "caveat", "disputes": "dispute", "actions": "action", "accepted": "accepted"}

    def test_every_part_has_its_section(self):
        self.assertEqual(set(self.PARTS), set(SCHEMA["properties"]) - {"schema_version"})

    def test_every_field_is_explained_and_its_star_is_right(self):
        for part, definition in self.PARTS.items():
            text = section(part)
            required = set(SCHEMA["$defs"][definition]["required"])
            for name in SCHEMA["$defs"][definition]["properties"]:
                with self.subTest(f"{part}.{name}"):
                    self.assertIn(f"`{name}`", text)
                    self.assertEqual(f"`{name}`*" in text, name in required)

    def test_no_field_is_explained_that_does_not_exist(self):
        for part, definition in self.PARTS.items():
            known = set(SCHEMA["$defs"][definition]["properties"])
            tables = re.findall(r"^\| Field \|.*\n(?:\|.*\n)+", section(part), re.MULTILINE)
            for cell in re.findall(r"^\| (`[^|]*?) \|", "".join(tables), re.MULTILINE):
                for name in re.findall(r"`([a-z_]+)`", cell):
                    with self.subTest(f"{part}.{name}"):
                        self.assertIn(name, known)

    def test_every_word_of_a_field_is_named(self):
        for part, definition in self.PARTS.items():
            for name, field in SCHEMA["$defs"][definition]["properties"].items():
                for word in field.get("enum", []):
                    with self.subTest(f"{part}.{name}"):
                        self.assertIn(f"`{word}`", section(part))

    def test_every_status_is_named(self):
        codes = SCHEMA["$defs"]["status_code"]["enum"]
        for code in codes:
            self.assertIn(f"`{code}`", section("observations"))


if __name__ == "__main__":
    unittest.main()
