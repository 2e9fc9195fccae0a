"""Sheet Changes: one row a change, numbers of now looked up in Data, differences that LibreOffice calculates alike, and nothing
of a value that is withheld now. The packs are small ones with made-up figures."""

import sys

import openpyxl

from built_pack import ROOT, BuiltPack, Checks
from lint_workbook import faults
from workbook_read_test import rows_of
from workbook_recalculation_test import formula_cells, poison, recalculate, same

CASES = ROOT / "tests" / "golden" / "truth"


def built(case):
    folder = CASES / case
    return BuiltPack("-t", str(folder / "brief.md"), "--previous", str(folder / "previous.json"), metrics=folder / "pack.json")


def check_reasons(checks):
    with built("changes-with-reasons") as pack:
        checks.equal(faults(pack.xlsx), [], "faults of the workbook")
        book = openpyxl.load_workbook(pack.xlsx, data_only=True)
        checks.that("Changes" in book.sheetnames, "there is a sheet Changes")
        rows = {row["key"]: row for row in rows_of(book["Changes"])}
        checks.equal(sorted(rows), ["L1", "L2", "R1"], "keys")
        checks.equal([rows[key]["kind"] for key in ("L1", "L2", "R1")], ["revised_by_source", "corrected", "method"], "kinds")
        checks.equal([rows[key]["Difference"] for key in ("L1", "L2", "R1")], [200, -36, -1], "differences")
        checks.equal(rows["L1"]["Earlier number"], 1800, "earlier number")
        checks.equal(rows["L1"]["Reason"], "late returns of two provinces (2030-02-03)", "reason")
        checks.equal({row["obs_id"]: row["shorthand"] for row in rows_of(book["Data"])}["L1"], "[r]", "mark of a revised value")
        links = [row[0].value for row in book["Contents"].iter_rows(min_row=7)]
        checks.that("Changes" in links, "Contents names the sheet")

        stored = formula_cells(pack.xlsx)
        checks.equal(sum(1 for sheet, _ in stored if sheet == "Changes"), 6, "formulas of the sheet")
        poisoned = pack.folder / "poisoned.xlsx"
        poison(pack.xlsx, poisoned)
        found = openpyxl.load_workbook(recalculate(poisoned, pack.folder), data_only=True)
        for (sheet, cell), wanted in stored.items():
            checks.that(same(found[sheet][cell].value, wanted), f"{sheet}!{cell}: {found[sheet][cell].value!r}, stored {wanted!r}")
        names = [each["name"] for each in pack.manifest["inputs"]]
        checks.equal(names, ["pack.json", "brief.md", "previous.json"], "inputs of the manifest")


def check_withheld(checks):
    with built("changes-withdrawn") as pack:
        book = openpyxl.load_workbook(pack.xlsx, data_only=True)
        row = rows_of(book["Changes"])[0]
        checks.equal((row["kind"], row["Earlier"], row["Now"]), ("withdrawn", "not repeated here", "withheld"), "a withdrawn value")
        for sheet in book:
            for line in sheet.iter_rows(values_only=True):
                checks.that(not any(value in (1800, 4711, "1,800", "4,711") for value in line), f"{sheet.title} tells a withheld value: {line}")


def check_none(checks):
    folder = CASES / "changes-withdrawn"
    with BuiltPack("-t", str(folder / "brief.md"), metrics=folder / "pack.json") as pack:
        checks.that("Changes" not in openpyxl.load_workbook(pack.xlsx).sheetnames, "no sheet without an earlier pack")


def main():
    checks = Checks()
    check_reasons(checks)
    check_withheld(checks)
    check_none(checks)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
