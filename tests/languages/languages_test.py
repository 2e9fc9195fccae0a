#!/usr/bin/env python3
"""Editions in other languages: the Korean brief has the figures of the English one, nothing of ours stays English in it or in a
French document, and names that run from right to left keep their order."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "outputs"))
from pack_outputs import PROGRAM, ROOT, PackOutputs, folded, run  # noqa: E402

FILES = Path(__file__).resolve().parent / "files"
NARROW_SPACE = "\u202f"


def setUpModule():
    if not PROGRAM:
        raise unittest.SkipTest("BRIEFPACK is not set: nothing was built")
    previous = ("--previous", ROOT / "inputs" / "korea-ai-earlier.json", "--strict")
    Editions.english = PackOutputs("korea-ai.json", "monthly-brief.md", *previous)
    Editions.korean = PackOutputs("korea-ai.json", "monthly-brief.md", *previous, "--lang", "ko")
    Editions.french = PackOutputs(FILES / "lacs.json", FILES / "lacs.md", "--previous", FILES / "lacs-earlier.json")
    Editions.right_to_left = PackOutputs(FILES / "right-to-left.json", FILES / "right-to-left.md")


def tearDownModule():
    for each in (Editions.english, Editions.korean, Editions.french, Editions.right_to_left):
        each.close()


class Editions(unittest.TestCase):
    english = korean = french = right_to_left = None


def our_words(lang):
    """Text of every row of src/numfmt/strings_LANG.cc by its name."""
    source = (ROOT / "src" / "numfmt" / f"strings_{lang}.cc").read_text(encoding="utf-8")
    rows = re.findall(r'\{(?:Word|Phrase)::(\w+), "((?:[^"\\]|\\.)*)"\}', source)
    texts = [(name, re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code.group(1), 16)), text)) for name, text in rows]
    return dict(texts)


def pieces(text):
    """What stands between placeholders, without the spaces and signs at its ends."""
    return [piece for each in re.split(r"\{\w*\}", text) if (piece := each.strip(" \u00a0.,:;()“”≥≤<>"))]


def english_left(text, lang, allowed=""):
    """English words of ours in `text` that are no words of `lang` as well."""
    own = " ".join(our_words(lang).values()).casefold() + " " + allowed.casefold()
    found = []
    text = re.sub(r"\s+", " ", text)
    for name, english in our_words("en").items():
        for piece in pieces(english):
            is_word = len(piece) >= 4 and re.search(r"[A-Za-z]{3}", piece)
            if not is_word or re.search(rf"(?<!\w){re.escape(piece.casefold())}(?!\w)", own):
                continue
            if re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-])", text):
                found.append(f"{name}: {piece}")
    return found


def texts_of(node):
    """Every string of a JSON value."""
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return [text for child in children for text in texts_of(child)]


def headings_for_people(workbook):
    """Headings of all tables but those that programs read, which are the same in every language."""
    rows = [next(sheet.iter_rows(min_row=6, max_row=6, values_only=True), ()) for sheet in workbook.worksheets[1:]]
    return [cell for row in rows for cell in row if cell and not re.fullmatch(r"[a-z][a-z_]*", str(cell))]


def instructions(workbook):
    """The lines above the tables and the cover."""
    lines = [str(row[0]) for sheet in workbook.worksheets[1:] for row in sheet.iter_rows(max_row=5, max_col=1, values_only=True) if row[0]]
    return lines + [str(row[0]) for row in workbook.worksheets[0].iter_rows(max_col=1, values_only=True) if row[0]]


class Checked(Editions):
    def test_no_reader_and_no_rule_finds_a_fault_in_any_edition(self):
        for edition in (self.korean, self.french, self.right_to_left):
            with self.subTest(edition.pdf.name):
                done = subprocess.run(["qpdf", "--check", edition.pdf], capture_output=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                checked = subprocess.run([sys.executable, ROOT / "tests" / "pdf" / "ua_check.py", edition.pdf], capture_output=True, check=False)
                self.assertEqual(checked.returncode, 0, (checked.stdout + checked.stderr).decode("utf-8", "replace"))

    def test_the_figures_sheet_agrees_in_every_language(self):
        for edition, heading, yes in ((self.korean, "일치", "예"), (self.french, "Conforme", "Oui")):
            self.assertEqual({row[heading] for row in edition.table("Figures")}, {yes})


class Korean(Editions):
    def test_both_editions_can_stand_in_one_folder(self):
        self.assertEqual(self.english.pdf.name, "korea-ai-2026-11.pdf")
        self.assertEqual(self.korean.pdf.name, "korea-ai-2026-11.ko.pdf")
        self.assertEqual(set(self.korean.attachments), {"korea-ai-2026-11.ko.xlsx"})

    def test_it_is_made_without_a_finding(self):
        self.assertEqual(self.korean.said, "")

    def test_it_prints_the_values_of_the_english_edition_and_no_others(self):
        def values(edition):
            # Groups of a comparison are named in the edition's language, and so are values in words.
            return Counter((re.sub(r"group [^)]*", "group", figure["expression"]),
                            figure["value"] if isinstance(figure["value"], (int, float, bool)) else type(figure["value"]).__name__)
                           for figure in edition.manifest["figures"])

        self.assertEqual(values(self.korean), values(self.english))

    def test_it_has_the_pages_and_exhibits_of_the_english_edition(self):
        def exhibits(edition):
            labels = {place["exhibit"] for figure in edition.manifest["figures"] for place in figure["places"] if "exhibit" in place}
            return {re.sub(r"-(en|ko)$", "", label) for label in labels}

        self.assertEqual(exhibits(self.korean), exhibits(self.english))
        self.assertEqual(self.korean.page_count, self.english.page_count)

    def test_each_text_stands_on_each_page_that_its_places_name(self):
        pages = [folded(text) for text in self.korean.pages]
        count = 0
        for figure in self.korean.manifest["figures"]:
            for place in figure["places"]:
                for text in place.get("texts", []) if "page" in place else []:
                    with self.subTest(figure=figure["key"], page=place["page"], text=text):
                        count += 1
                        self.assertIn(folded(text), pages[place["page"] - 1])
        self.assertGreater(count, 100)

    def test_korean_forms_stand_on_the_pages(self):
        text = folded("".join(self.korean.pages))
        for form in ("35만장", "2,000장", "13위", "2026년11월20일", "50~54", "쟁점", "해당없음", "38개중33위", "3,500만달러"):
            self.assertIn(form, text)

    def test_nothing_of_ours_is_english_before_the_summary(self):
        # Titles, wordings and names of the sources stay as their publishers wrote them.
        sources = [source for source in self.korean.metrics["sources"]]
        quoted = " ".join(text for source in sources for text in texts_of(source)) + " Summary in English"
        for number, text in enumerate(self.korean.pages[:-1], 1):
            self.assertEqual(english_left(text, "ko", quoted), [], f"page {number}")
        self.assertIn("Summary in English", self.korean.pages[-1])
        self.assertEqual(english_left("\n".join(map(str, headings_for_people(self.korean.workbook))), "ko"), [])
        self.assertEqual(english_left("\n".join(instructions(self.korean.workbook)), "ko"), [])

    def test_every_metric_and_topic_of_the_pack_has_its_korean_texts(self):
        def english_only(node, path=""):
            if isinstance(node, dict) and "en" in node:
                return [] if "ko" in node else [path]
            children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
            return [found for key, child in children for found in english_only(child, f"{path}/{key}")]

        pack = self.korean.metrics
        self.assertEqual(english_only({key: value for key, value in pack.items() if key != "sources"}), [])
        for metric in pack["metrics"]:
            for field in ("name", "short_name", "definition", "unit_label"):
                if field in metric:
                    self.assertIn("ko", metric[field], f"{metric['id']}.{field}")

    def test_the_profile_of_each_country_prints_the_values_of_the_english_one_and_no_english_words(self):
        quoted = " ".join(text for source in self.korean.metrics["sources"] for text in texts_of(source))
        with tempfile.TemporaryDirectory(prefix="briefpack-") as name:
            folder = Path(name)
            for lang in ("en", "ko"):
                run(PROGRAM, "build", ROOT / "inputs" / "korea-ai.json", "-t", ROOT / "templates" / "country-profile.md", "--lang", lang, "--for-each", "entity",
                    "-o", folder / lang, "--name", "profile", "--only", "pdf")
            manifests = sorted((folder / "en").glob("*.manifest.json"))
            self.assertEqual(len(manifests), 7)
            for english in manifests:
                with self.subTest(english.name):
                    both = [json.loads((folder / lang / english.name).read_text(encoding="utf-8"))["figures"] for lang in ("en", "ko")]
                    self.assertEqual(*[Counter((figure["key"], figure["value"] if isinstance(figure["value"], (int, float, bool)) else "") for figure in figures)
                                       for figures in both])
                    pages = run("pdftotext", folder / "ko" / english.name.replace(".manifest.json", ".pdf"), "-").decode("utf-8").rstrip("\f").split("\f")
                    self.assertEqual(len(pages), 2)
                    for page in pages:
                        self.assertEqual(english_left(page, "ko", quoted), [])

    def test_an_untrue_or_unsourced_korean_text_is_found(self):
        brief = (ROOT / "templates" / "monthly-brief.ko.md").read_text(encoding="utf-8")
        faults = {
            "truth/naked-number": ("한국의 공개된 연산 자원은 발언 하나에 기댄다.**", "한국의 공개된 연산 자원은 2,000장이다.**"),
            "resolve/false-claim": ("{claim}`global_ai_rank.FRA@ns2 < global_ai_rank.FRA@ns1 => 올랐다`", "{claim}`global_ai_rank.FRA@ns2 > global_ai_rank.FRA@ns1 => 내렸다`"),
        }
        with tempfile.TemporaryDirectory(prefix="briefpack-") as name:
            for code, (right, wrong) in faults.items():
                self.assertIn(right, brief)
                template = Path(name) / "wrong.md"
                template.write_text(brief.replace(right, wrong, 1), encoding="utf-8")
                done = subprocess.run([PROGRAM, "check", ROOT / "inputs" / "korea-ai.json", "-t", template], capture_output=True, timeout=600, check=False)
                self.assertIn(f"[{code}]", done.stderr.decode("utf-8"))

    def test_the_edition_of_a_template_of_ones_own_is_found_by_its_name(self):
        with tempfile.TemporaryDirectory(prefix="briefpack-") as name:
            folder = Path(name)
            (folder / "own.md").write_text("---\ntitle: Own\n---\n\n# English\n", encoding="utf-8")
            (folder / "own.ko.md").write_text("---\ntitle: 자체\n---\n\n# 한국어\n", encoding="utf-8")
            for lang, expected, contents in (("ko", "own.ko.md", "한국어"), ("ko-KR", "own.ko.md", "한국어"), ("fr", "own.md", "Page1sur1")):
                run(PROGRAM, "build", ROOT / "inputs" / "korea-ai.json", "-t", folder / "own.md", "-o", folder / lang, "--lang", lang)
                (pdf,) = (folder / lang).glob("*.pdf")
                self.assertEqual(pdf.name, f"korea-ai-2026-11.{lang}.pdf")
                self.assertIn(contents, folded(run("pdftotext", pdf, "-").decode("utf-8")), expected)

    def test_the_same_input_gives_the_same_bytes_in_any_surroundings(self):
        with tempfile.TemporaryDirectory(prefix="briefpack-") as name:
            command = [PROGRAM, "build", ROOT / "inputs" / "korea-ai.json", "--previous", ROOT / "inputs" / "korea-ai-earlier.json", "--lang", "ko", "-o", name]
            environment = {**os.environ, "TZ": "Asia/Seoul", "LC_ALL": "C", "LANG": "fr_FR.UTF-8"}
            subprocess.run(command, env=environment, cwd=name, capture_output=True, timeout=600, check=True)
            for file in (self.korean.pdf, self.korean.xlsx):
                self.assertEqual((Path(name) / file.name).read_bytes(), file.read_bytes(), file.name)


class French(Editions):
    def test_no_english_word_of_ours_is_left(self):
        own = " ".join(texts_of(self.french.metrics)) + (FILES / "lacs.md").read_text(encoding="utf-8")
        for number, text in enumerate(self.french.pages, 1):
            self.assertEqual(english_left(text, "fr", own), [], f"page {number}")
        self.assertEqual(english_left("\n".join(self.french.pdf_strings), "fr", own), [])
        self.assertEqual(english_left("\n".join(map(str, headings_for_people(self.french.workbook))), "fr"), [])
        self.assertEqual(english_left("\n".join(instructions(self.french.workbook)), "fr", own), [])

    def test_the_frame_is_french(self):
        text = "\n".join(self.french.pages)
        for words in ("Sommaire", f"Page 1 sur {self.french.page_count}", "Numéro 11", "Données arrêtées au 1er novembre 2026", "Allemagne",
                      "Lecture des signes", "Tableau 1", "Calcul propre", "Borne inférieure", "Qualité des données", "Registre", "En vigueur"):
            self.assertIn(folded(words), folded(text))

    def test_numbers_have_french_forms(self):
        printed = {text.replace("\u00a0", " ") for figure in self.french.manifest["figures"] for text in figure["texts"]}
        for form in (f"350{NARROW_SPACE}000 lacs r", f"77,5{NARROW_SPACE}%", "33e sur 38", "1er", "250 Md EUR", "35,5 M EUR", "environ 175 fois r",
                     f"1{NARROW_SPACE}234,5", f"+16,7{NARROW_SPACE}% r", f"> 17{NARROW_SPACE}500"):
            self.assertIn(form, printed)
        text = "\n".join(self.french.pages)
        # Readers of the page give any space as a plain one.
        for form in ("350 000 lacs", "77,5 %", "1er mai 2026", "oct. 2026", "350 000 ÷ 2 000"):
            self.assertIn(form, re.sub("[\u00a0\u202f]", " ", text))
        self.assertNotIn("350,000", text)

    def test_the_change_of_a_slope_is_said_of_its_own_row_alone(self):
        self.assertEqual(folded(self.french.pages[2]).count(folded("gain de 7 places")), 2)  # each page is read in two ways

    def test_language_of_the_document_is_french(self):
        self.assertIn("/Lang", run("qpdf", "--qdf", "--object-streams=disable", self.french.pdf, "-").decode("latin-1"))
        self.assertRegex(run("qpdf", "--qdf", "--object-streams=disable", self.french.pdf, "-").decode("latin-1"), r"/Lang \(fr\)")


class RightToLeft(Editions):
    @staticmethod
    def without_brackets(text):
        """pdfinfo shows the bracket that is drawn, as it leaves ActualText aside; quotes and names of elements stand between parts."""
        text = re.sub(r"^ *(?:Span|P|TD|Reference|Link) ?\(.*\)$|^ *(?:TD|Span)$", "", text, flags=re.MULTILINE)
        return re.sub(r'[()"\s]', "", text)

    def test_each_name_is_one_text_in_logical_order_in_the_structure(self):
        said = run("pdfinfo", "-struct-text", self.right_to_left.pdf).decode("utf-8")
        for entity in self.right_to_left.metrics["entities"]:
            with self.subTest(entity["id"]):
                # Prose, table, chart.
                self.assertGreaterEqual(self.without_brackets(said).count(self.without_brackets(entity["name"])), 3)

    def test_a_cell_of_both_directions_keeps_its_order(self):
        said = self.without_brackets(run("pdfinfo", "-struct-text", self.right_to_left.pdf).decode("utf-8"))
        self.assertIn(self.without_brackets("العدد: 350,000"), said)
        self.assertIn(self.without_brackets("(من السجل)."), said)
        self.assertIn(self.without_brackets("מרכז GPU 2,000 בסיאול!"), said)
        # Names beside each other in a sentence keep their places.
        self.assertIn(self.without_brackets("Between مركز AI رقم 350 في سيول and מרכז GPU 2,000 בסיאול! (in this order)"), said)

    def test_a_mirrored_bracket_is_read_as_what_it_is_and_leaves_others_alone(self):
        spans = re.findall(rb"/ActualText\(\\([()])\)>>BDC", self.right_to_left.pdf_bytes)
        self.assertEqual(spans.count(b"("), spans.count(b")"))
        self.assertGreaterEqual(len(spans), 8)
        self.assertIn("(inventeddata)", folded(self.right_to_left.pages[0]))
        self.assertIn("(inthisorder)", folded(self.right_to_left.pages[0]))


if __name__ == "__main__":
    unittest.main()
