#!/usr/bin/env python3
"""Holds the outputs of the sample pack to what they promise: a sound PDF, a note for every mark, one text for every figure in
PDF and manifest, a workbook that agrees, and no withheld value anywhere."""

import csv
import io
import re
import subprocess
import unittest

from pack_outputs import PROGRAM, PackOutputs, folded, run

# Wording by which a withheld value would be known, in the languages of the outputs. A new withheld row needs its own.
WITHHELD_WORDING = {
    "R08": [r"35th", r"35위", r"thirty-fifth"],
    "P29": [r"(?<![\d,.])150(?!\d)", r"1,?500억"],
    "I09": [r"(?<![\d,.])240(?!\d)", r"2억 ?4,?000만"],
    "O03": [r"\b(?:only )?three (?:countries|economies)", r"세 (?:나라|경제)"],
    "O04": [r"have escaped this trap"],
    "O05": [r"have escaped this trap"],
    "O06": [r"have escaped this trap"],
    "O07": [r"1960"],
    "O12": [r"Zhang"],
    "O13": [r"Wang, ?L"],
    "O14": [r"Kim, ?J"],
    "O15": [r"Chen, ?Y"],
}
# Multiples that rest on a disputed or an unclear operand, and so are withdrawn.
WITHDRAWN_MULTIPLES = [r"(?<![\d,.])175(?!\d)", r"(?<![\d,.])7\.1(?!\d)", r"seven[- ](?:times|fold)", r"(?<!\d)7배"]


def plain(text):
    """A no-break space, which only forbids a line's end, is a space on the page."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def setUpModule():
    if not PROGRAM:
        raise unittest.SkipTest("BRIEFPACK is not set: nothing was built")
    Outputs.brief = PackOutputs("korea-ai.json", "monthly-brief.md")


def tearDownModule():
    Outputs.brief.close()


class Outputs(unittest.TestCase):
    brief = None


class Pdf(Outputs):
    def test_qpdf_finds_no_fault(self):
        done = subprocess.run(["qpdf", "--check", self.brief.pdf], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b"No syntax or stream encoding errors found", done.stdout)

    def test_readers_have_no_complaint(self):
        for command in (["pdftotext", self.brief.pdf, "-"], ["pdftoppm", "-r", "20", self.brief.pdf], ["mutool", "info", self.brief.pdf]):
            done = subprocess.run(command, capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""), command[0])

    def test_every_font_is_embedded_subset_and_has_unicode(self):
        lines = run("pdffonts", self.brief.pdf).decode("utf-8").splitlines()[2:]
        self.assertGreater(len(lines), 2)
        for line in lines:
            name, *_, embedded, subset, unicode, _, _ = line.split()
            self.assertEqual((embedded, subset, unicode), ("yes", "yes", "yes"), line)
            self.assertRegex(name, r"^[A-Z]{6}\+")

    def test_it_is_tagged_and_says_what_it_is(self):
        info = run("pdfinfo", self.brief.pdf).decode("utf-8")
        self.assertRegex(info, r"Tagged: +yes")
        self.assertRegex(info, rf"Title: +{re.escape(self.brief.metrics['pack']['title']['en'])}")
        self.assertRegex(info, r"Page size: +595\.\d+ x 841\.\d+ pts \(A4\)")

    def test_pages_are_counted_at_their_foot(self):
        self.assertGreaterEqual(self.brief.page_count, 9)
        for number, text in enumerate(self.brief.pages[:-1], 1):
            self.assertIn(f"Page{number}of{self.brief.page_count}", folded(text))
        self.assertIn("한국", self.brief.pages[-1])

    def test_the_workbook_is_attached(self):
        self.assertEqual(self.brief.attachments, {self.brief.xlsx.name: self.brief.xlsx.read_bytes()})


class Figures(Outputs):
    def test_each_text_stands_on_each_page_that_its_places_name(self):
        pages = [folded(text) for text in self.brief.pages]
        count = 0
        for figure in self.brief.manifest["figures"]:
            for place in figure["places"]:
                for text in place.get("texts", []) if "page" in place else []:
                    with self.subTest(figure=figure["key"], page=place["page"]):
                        count += 1
                        self.assertIn(folded(text), pages[place["page"] - 1])
        self.assertGreater(count, 100)

    def test_each_figure_has_a_text_and_a_place(self):
        for figure in self.brief.manifest["figures"]:
            with self.subTest(figure["key"]):
                self.assertTrue(figure["texts"])
                # One word in a chart stands for several withdrawn results, so these have no page of their own.
                self.assertTrue(figure["withheld"] or [place for place in figure["places"] if "page" in place])
                self.assertTrue([place for place in figure["places"] if place.get("sheet") == "Figures"])

    def test_texts_of_the_places_are_those_of_the_figure(self):
        for figure in self.brief.manifest["figures"]:
            if figure["withheld"]:
                continue
            printed = {plain(text) for place in figure["places"] for text in place.get("texts", [])}
            known = {plain(text) for text in figure["texts"]}
            if not printed:
                continue  # a dot of a matrix, which stands for 1
            # The label of a chart may put words around a text: "up 8 places".
            strays = [text for text in printed if not any(each in text for each in known)]
            unprinted = [text for text in known if not any(text in each for each in printed)]
            self.assertEqual((strays, unprinted), ([], []), figure["key"])

    def test_keys_are_unique_and_numbers_follow_reading(self):
        figures = self.brief.manifest["figures"]
        self.assertEqual(len({figure["key"] for figure in figures}), len(figures))
        self.assertEqual([figure["id"] for figure in figures], [f"fig_{n:03}" for n in range(1, len(figures) + 1)])

    def test_sheet_figures_has_a_row_for_each_and_all_agree(self):
        rows = self.brief.table("Figures")
        figures = self.brief.manifest["figures"]
        self.assertEqual([row["figure_id"] for row in rows], [figure["id"] for figure in figures])
        self.assertEqual([row["key"] for row in rows], [figure["key"] for figure in figures])
        self.assertEqual({row["Agrees"] for row in rows}, {"Yes"})

    def test_the_cell_of_a_figure_is_in_its_row(self):
        sheet = self.brief.workbook["Figures"]
        for figure in self.brief.manifest["figures"]:
            for place in figure["places"]:
                if place.get("sheet") == "Figures":
                    row = re.search(r"\d+$", place["cell"]).group()
                    self.assertEqual(sheet[f"A{row}"].value, figure["id"])

    def test_every_data_row_is_in_the_csv_and_none_is_invented(self):
        published = [o for o in self.brief.metrics["observations"] if "withhold" not in o and not o.get("confidential")]
        rows = self.brief.table("Data")
        self.assertEqual(sorted(row["obs_id"] for row in rows), sorted(o["id"] for o in published))
        by_id = {o["id"]: o for o in published}
        for row in rows:
            stated = by_id[row["obs_id"]]["obs_value"]
            self.assertEqual(row["value"], stated if isinstance(stated, (int, float)) else None, row["obs_id"])
        in_csv = list(csv.DictReader(io.StringIO(self.brief.csv)))
        self.assertEqual([row["obs_id"] for row in in_csv], [row["obs_id"] for row in rows])


class Notes(Outputs):
    """A mark is a link that says its note's number and text; the note stands at the foot of the same page."""

    def marks(self):
        """Page number, number of the note and its text, for every mark."""
        objects = self.brief.pdf_objects

        def resolved(value):
            return objects["obj:" + value]["value"] if isinstance(value, str) and value.endswith(" R") else value

        order = run("qpdf", "--show-pages", self.brief.pdf).decode("ascii")
        for number, name in re.findall(r"^page (\d+): (\d+ \d+ R)", order, re.MULTILINE):
            for reference in resolved(resolved(name).get("/Annots", [])):
                mark = re.match(r"(\d+): (.+)", resolved(reference).get("/Contents", "").removeprefix("u:"))
                if mark:
                    yield int(number), int(mark.group(1)), mark.group(2)

    def test_each_mark_has_its_note_at_the_foot_of_its_page(self):
        pages = [folded(text) for text in self.brief.pages]
        count = 0
        for page, number, text in self.marks():
            with self.subTest(page=page, note=number):
                count += 1
                self.assertIn(folded(f"{number}{text}"), pages[page - 1])
        self.assertGreater(count, 100)

    def test_each_note_names_its_source_and_place_or_its_calculation(self):
        codes = "|".join(source["code"] for source in self.brief.metrics["sources"])
        for page, number, text in self.marks():
            with self.subTest(page=page, note=number):
                self.assertRegex(text, rf"^(?:(?:{codes}), \S.*|(?:Own calculation|자체 계산), \S.*)\.$")

    def test_notes_are_numbered_alike_in_pdf_and_workbook(self):
        in_workbook = "\n".join(str(cell) for row in self.brief.workbook["Notes"].iter_rows(values_only=True) for cell in row)
        for number in {number for _, number, _ in self.marks()}:
            self.assertIn(f"[note {number}]", in_workbook)

    def test_notes_name_source_and_locator_as_the_metric_file_does(self):
        sources = {source["id"]: source["code"] for source in self.brief.metrics["sources"]}
        observations = {o["id"]: o for o in self.brief.metrics["observations"]}
        pages = [folded(text) for text in self.brief.pages]
        count = 0
        for figure in self.brief.manifest["figures"]:
            if len(figure["operands"]) != 1 or figure["expression"] == "" or figure["withheld"]:
                continue
            citation = observations[figure["operands"][0]]["sources"][0]
            for place in figure["places"]:
                if "page" not in place:
                    continue
                notes = [folded(f"{sources[citation['source']]}, {text}") for text in citation["locator"].values()]
                with self.subTest(figure=figure["key"], page=place["page"]):
                    count += 1
                    self.assertTrue([note for note in notes if note in pages[place["page"] - 1]], notes)
        self.assertGreater(count, 50)


class Withheld(Outputs):
    def assert_nowhere(self, patterns):
        for where, text in self.brief.readable.items():
            for pattern in patterns:
                found = re.search(pattern, text)
                if found:
                    self.fail(f"{where}: …{text[max(0, found.start() - 60):found.end() + 60]!r}…")

    def test_every_withheld_row_has_its_wording_here(self):
        rows = {o["id"] for o in self.brief.metrics["observations"] if "withhold" in o or o.get("confidential")}
        self.assertEqual(rows, set(WITHHELD_WORDING))

    def test_no_withheld_wording_is_in_any_output(self):
        for row, patterns in WITHHELD_WORDING.items():
            with self.subTest(row):
                self.assert_nowhere(patterns)

    def test_no_quotation_of_a_withheld_row_is_in_any_output(self):
        published = {citation.get("as_stated") for o in self.brief.metrics["observations"] if "withhold" not in o
                     for citation in o["sources"]}
        for o in self.brief.metrics["observations"]:
            for citation in o["sources"] if "withhold" in o else []:
                if citation["as_stated"] not in published:
                    with self.subTest(o["id"]):
                        self.assert_nowhere([re.escape(citation["as_stated"])])

    def test_withdrawn_multiples_are_in_no_output(self):
        self.assert_nowhere(WITHDRAWN_MULTIPLES)

    def test_a_withheld_row_is_in_no_table(self):
        for row in self.brief.table("Data"):
            self.assertNotIn(row["obs_id"], WITHHELD_WORDING)
        for figure in self.brief.manifest["figures"]:
            if set(figure["operands"]) & set(WITHHELD_WORDING):
                self.assertIsNone(figure["value"], figure["key"])

    def test_fields_of_ones_own_never_leave(self):
        for where, text in self.brief.readable.items():
            self.assertNotRegex(text, r'"x_|\bx_[a-z]', where)

    def test_the_check_would_see_a_value(self):
        # The same search finds values that are published, so its silence means something.
        for pattern in (r"(?<![\d,.])2,000(?!\d)", r"33rd", r"13위"):
            self.assertTrue([where for where, text in self.brief.readable.items() if re.search(pattern, text)], pattern)


if __name__ == "__main__":
    unittest.main()
