#!/usr/bin/env python3
"""Holds inputs/metrics.schema.json, and the program's own reader, to the same metric files.

valid/ and inputs/ must be taken by both. For each file of broken/, which has one fault and is named after it, expected.json
says who refuses it: the schema cannot see everything that the reader sees (references, calendars, exactness of numbers).
A file that is not JSON at all counts as refused by the schema.

The reader is asked when the environment variable BRIEFPACK names the program; otherwise that half is skipped and says so.
"""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import jsonschema

HERE = Path(__file__).resolve().parent
INPUTS = HERE.parent.parent / "inputs"
SCHEMA = json.loads((INPUTS / "metrics.schema.json").read_text(encoding="utf-8"))
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
VALID = sorted((HERE / "valid").glob("*.json"))
BROKEN = sorted((HERE / "broken").glob("*.json"))
PACKS = [INPUTS / "korea-ai.json", INPUTS / "korea-ai-earlier.json"]
PROGRAM = os.environ.get("BRIEFPACK")
TIME_LIMIT = 60  # seconds for one small file; a longer run is a hang


def no_such_number(word):
    raise ValueError(f"{word} is no JSON number")


def schema_faults(path):
    """What the schema has against a file, as lines of text; an empty list when it takes the file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_constant=no_such_number)
    except ValueError as fault:  # not JSON, or not UTF-8
        return [str(fault)]
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(data)]


def reader_verdict(path):
    """Exit code, the lines on stderr that tell errors, and the whole of stderr of `check` with a template that prints nothing
    of the file: the built-in one is about Korea."""
    command = [PROGRAM, "check", str(path), "-t", str(HERE / "any-pack.md")]
    run = subprocess.run(command, capture_output=True, timeout=TIME_LIMIT, check=False)
    said = run.stderr.decode("utf-8", "replace")
    return run.returncode, [line for line in said.splitlines() if "error:" in line], said


class SchemaItself(unittest.TestCase):
    def test_is_a_schema_of_its_draft(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_every_field_is_described(self):
        def walk(node, at):
            if isinstance(node, dict):
                for name, field in node.get("properties", {}).items() if isinstance(node.get("properties"), dict) else []:
                    inside_condition = any(word in at for word in ("/if", "/then", "/not", "/oneOf"))
                    target = SCHEMA["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
                    if not inside_condition:
                        self.assertTrue(field.get("description") or target.get("description"), f"{at}/{name}")
                for key, child in node.items():
                    walk(child, f"{at}/{key}")
            elif isinstance(node, list):
                for index, child in enumerate(node):
                    walk(child, f"{at}/{index}")

        walk(SCHEMA, "")

    def test_other_fields_stay_allowed(self):
        for name, definition in SCHEMA["$defs"].items():
            if definition.get("type") == "object":
                self.assertNotIn("additionalProperties", definition, name)


class SchemaAgainstFiles(unittest.TestCase):
    def test_table_names_every_broken_file(self):
        self.assertEqual(sorted(EXPECTED), [path.name for path in BROKEN])

    def test_invented_data_says_so(self):
        for path in VALID:
            title = json.loads(path.read_text(encoding="utf-8"))["pack"]["title"]
            self.assertIn("Made-up test data: ", title if isinstance(title, str) else title["en"], path.name)

    def test_takes_the_packs_and_the_valid_files(self):
        for path in PACKS + VALID:
            with self.subTest(path.name):
                self.assertEqual(schema_faults(path), [])

    def test_refuses_the_broken_files_that_it_can_see_through(self):
        for path in BROKEN:
            with self.subTest(path.name):
                faults = schema_faults(path)
                self.assertEqual(bool(faults), EXPECTED[path.name]["schema"], faults)


class ReaderAgainstFiles(unittest.TestCase):
    def setUp(self):
        if not PROGRAM:
            self.skipTest("BRIEFPACK is not set: the program's reader was not asked")

    def test_takes_the_packs_and_the_valid_files(self):
        for path in PACKS + VALID:
            with self.subTest(path.name):
                code, errors, said = reader_verdict(path)
                self.assertEqual(errors, [])
                self.assertEqual(code, 0, said)

    def test_refuses_the_broken_files(self):
        for path in BROKEN:
            with self.subTest(path.name):
                code, errors, said = reader_verdict(path)
                if EXPECTED[path.name]["reader"]:
                    self.assertEqual(code, 1, said)
                    self.assertTrue(errors, said)
                else:
                    self.assertEqual((code, errors), (0, []), said)


if __name__ == "__main__":
    if not PROGRAM:
        print("schema_test: the reader half is skipped, as BRIEFPACK names no program", file=sys.stderr)
    unittest.main()
