#!/usr/bin/env python3
"""Keeps docs/diagnostics.md and the codes in the sources equal, in both directions.

A code is a literal "area/words-with-hyphens" in a source that is no test, or [area/words] inside a printed sentence. Codes that
are put together at run time are found by the rule for their file in BUILT, or stand as a whole somewhere else in the sources.
"""

import re
import unittest
from pathlib import Path

import include_table

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8")

# Literals of the same form that are no codes.
OTHERS = {"n/a": "mark of what cannot exist", "text/csv": "media type"}
# Ids of the accessibility checklists look alike; docs/accessibility.md explains those.
NO_CODES = ["src/accessibility/requirements.cc"]

CODE = r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*"
LITERAL = re.compile(rf'"({CODE})"|"[^"\n]*\[({CODE})\]')
ROW = re.compile(rf"^\| `({CODE})` \| (.*?) \| (.*?) \|$", re.MULTILINE)

# A beginning of codes that ends in a hyphen, or before {} in a format.
BEGINNING = re.compile(r'"([a-z]+/[a-z-]*-)(?:"|\{\})')
# Source -> (beginning, pattern of the words that are put behind it).
BUILT = {"src/resolve/lookup.cc": ("resolve/unknown-", r'look_up\(\*this, diagnostics_, "([a-z]+)"')}


def product_sources():
    return [path for path in include_table.sources(ROOT) if not path.endswith("_test.cc") and path not in NO_CODES]


def codes_in(text):
    """The codes of one source, comments aside."""
    found = {first or second for first, second in LITERAL.findall(include_table.without_comments(text))}
    return found - set(OTHERS)


class DiagnosticsPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in product_sources()}
        cls.codes = {}
        for path, text in cls.texts.items():
            for code in codes_in(text):
                cls.codes.setdefault(code, path)
        for path, (beginning, words) in BUILT.items():
            for word in re.findall(words, cls.texts[path]):
                cls.codes.setdefault(beginning + word, path)
        cls.rows = ROW.findall(PAGE)

    def test_every_code_of_the_sources_is_explained(self):
        missing = sorted(set(self.codes) - {code for code, _, _ in self.rows})
        self.assertEqual([], [f"{code} ({self.codes[code]})" for code in missing])

    def test_every_explained_code_is_in_the_sources(self):
        self.assertEqual([], sorted({code for code, _, _ in self.rows} - set(self.codes)))

    def test_each_code_is_explained_once_with_meaning_and_answer(self):
        codes = [code for code, _, _ in self.rows]
        self.assertEqual(len(codes), len(set(codes)))
        for code, meaning, answer in self.rows:
            self.assertTrue(meaning.endswith((".", "…")) and answer.endswith((".", "…")), code)

    def test_rows_stand_under_their_area_in_order(self):
        for area, body in re.findall(r"^## (\w+)/\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL):
            codes = [code for code, _, _ in ROW.findall(body)]
            self.assertEqual({area}, {code.split("/")[0] for code in codes})
            self.assertEqual(sorted(codes), codes)

    def test_codes_that_are_put_together_are_seen(self):
        for path, text in self.texts.items():
            for beginning in BEGINNING.findall(include_table.without_comments(text)):
                elsewhere = [code for code, origin in self.codes.items() if code.startswith(beginning) and origin != path]
                self.assertTrue(path in BUILT or elsewhere, f"{path}: {beginning}")
        for path, (beginning, words) in BUILT.items():
            self.assertIn(beginning, self.texts[path])
            self.assertTrue(re.findall(words, self.texts[path]), path)


class Reading(unittest.TestCase):
    def test_codes_are_found_in_literals_and_in_sentences(self):
        self.assertEqual({"io/unwritable", "a/b-c"}, codes_in('f("a/b-c"); puts("no room [io/unwritable]\\n");'))

    def test_paths_comments_and_other_words_are_no_codes(self):
        self.assertEqual(set(), codes_in('#include "base/utf8.h"\n// "a/b"\nf("n/a", "A/B", "templates/");'))


if __name__ == "__main__":
    unittest.main()
