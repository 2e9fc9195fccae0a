#!/usr/bin/env python3
"""Holds README.md and docs/ to the tree: links lead to files, named files exist, and what a page says to be in a source is there."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


def prose(page):
    return FENCE.sub("", page.read_text(encoding="utf-8"))


class Pages(unittest.TestCase):
    def test_links_lead_to_files(self):
        for page in PAGES:
            for target in re.findall(r"\]\(([^)#\s]+)", prose(page)):
                if not re.match(r"[a-z]+:", target):
                    with self.subTest(page=page.name, target=target):
                        self.assertTrue((page.parent / target).exists())

    def test_named_files_exist(self):
        for page in PAGES:
            for path in re.findall(r"`((?:src|include|tests|scripts|docs|inputs|templates|bench)/[\w./-]*)`", prose(page)):
                with self.subTest(page=page.name, path=path):
                    self.assertTrue((ROOT / path).exists())

    def test_every_page_is_reached_from_the_readme(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for page in PAGES[1:]:
            self.assertIn(f"docs/{page.name}", readme)


class Architecture(unittest.TestCase):
    def test_what_is_said_to_be_in_a_source_is_there(self):
        text = prose(ROOT / "docs/architecture.md")
        pairs = re.findall(r"`(\w+)`\s+(?:in\s+|\()`(src/[\w/]+\.(?:cc|h))`", text)
        self.assertGreater(len(pairs), 20)
        for name, path in pairs:
            with self.subTest(name=name, path=path):
                self.assertRegex((ROOT / path).read_text(encoding="utf-8"), rf"\b{name}\b")

    def test_other_names_of_the_code_exist_somewhere(self):
        sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*")) if path.suffix in (".cc", ".h"))
        words = set(re.findall(r"`([a-z]+_[a-z_]+|[A-Z][a-z]+[A-Z]\w+)`", prose(ROOT / "docs/architecture.md")))
        self.assertGreater(len(words), 10)
        for word in sorted(words):
            with self.subTest(word):
                self.assertRegex(sources, rf"\b{word}\b")


if __name__ == "__main__":
    unittest.main()
