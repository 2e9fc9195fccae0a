"""The built workbook has no fault that the linter knows, and the linter sees each fault that is put in."""

import re
import sys
import zipfile

from built_pack import BuiltPack, Checks
from lint_workbook import MAIN, Book, check_cells, date_styles, faults, read_tables

# (what is broken, part, pattern, replacement, words of the finding)
BREAKS = [
    ("a part that ends early", r"xl/worksheets/sheet3\.xml", r"</worksheet>\s*$", "", "not well-formed"),
    ("not a number", r"xl/worksheets/sheet3\.xml", r"<v>2000</v>", "<v>NAN</v>", "no finite number"),
    ("infinity", r"xl/worksheets/sheet3\.xml", r"<v>2000</v>", "<v>inf</v>", "no finite number"),
    ("a table named like a cell", r"xl/tables/table1\.xml", r' name="tbl_contents"', ' name="F001"', "no valid name"),
    ("one name twice", r"xl/tables/table1\.xml", r' name="tbl_contents"', ' name="TBL_FIGURES"', "defined twice"),
    ("a heading that is not its cell", r"xl/tables/table1\.xml", r'(<tableColumn id="2" name=)"[^"]*"', r'\1"Other"', "its table says"),
    ("a heading twice", r"xl/tables/table1\.xml", r'(<tableColumn id="2" name=)"[^"]*"', r'\1"Worksheet"', "heading twice"),
    ("merged cells", r"xl/worksheets/sheet2\.xml", r"</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', "merged"),
    ("a dead link", r"xl/worksheets/sheet2\.xml", r'location="Figures!A1"', 'location="Nowhere!A1"', "does not exist"),
    ("a chart without words", r"xl/drawings/drawing1\.xml", r' descr="[^"]*"', "", "no alternative text"),
    ("a table without words", r"xl/tables/table1\.xml", r' altTextSummary="[^"]*"', "", "table without alternative text"),
    ("a short reference", r"xl/worksheets/sheet3\.xml", r"tbl_figures\[\[#This Row\],\[Decimals\]\]", "tbl_figures[@Decimals]", r"short \[@"),
    ("a column that is gone", r"xl/worksheets/sheet3\.xml", r"tbl_data\[value\]", "tbl_data[gone]", "does not have"),
    ("a table that is gone", r"xl/worksheets/sheet3\.xml", r"tbl_data\[value\]", "tbl_gone[value]", "does not exist"),
    ("a function of a later Excel", r"xl/worksheets/sheet3\.xml", r"<f>INDEX\(", "<f>XLOOKUP(", "agreed functions"),
    ("a bracket that is not closed", r"xl/worksheets/sheet3\.xml", r"<f>(INDEX\([^<]*)\)</f>", r"<f>\1</f>", "does not parse"),
    ("an operator without operand", r"xl/worksheets/sheet3\.xml", r"<f>INDEX\(", "<f>*INDEX(", "does not parse"),
    ("an escape", r"xl/sharedStrings\.xml", r"<t>Contents</t>", "<t>_x0041_</t>", "another character"),
    ("a heading of 256 letters", r"xl/tables/table1\.xml", r'(<tableColumn id="2" name=)"[^"]*"', r'\1"' + "H" * 256 + '"', "its table says"),
    ("a dead name", r"xl/workbook\.xml", r">Figures!\$K\$7<", ">Gone!$K$7<", "no cell of a sheet"),
    ("a text that its neighbour cuts", r"xl/worksheets/sheet2\.xml", r'(<col min="3" max="3" width=)"[^"]*"', r'\1"5"', "cut by the cell beside it"),
    ("a chart cache that is short", r"xl/charts/chart1\.xml", r'<c:ptCount val="\d+"/>', '<c:ptCount val="1"/>', "caches"),
]


def broken_copy(source, target, part_pattern, pattern, replacement):
    """Writes the archive with the first match replaced; False when there is nothing to replace."""
    done = False
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for info in archive.infolist():
            data = archive.read(info)
            if not done and re.fullmatch(part_pattern, info.filename):
                text, count = re.subn(pattern, replacement, data.decode("utf-8"), count=1)
                done = count == 1
                data = text.encode("utf-8")
            copy.writestr(info, data)
    return done


def check_dates(checks, pack):
    """A date before March 1900, where serial numbers are wrong by a day, is seen."""
    book = Book(pack.xlsx)
    styles = date_styles(book)
    checks.that(len(styles) > 0, "there are styles of dates")
    name, part, root = next(each for each in book.sheets if each[0] == "Policy_actions")
    cell = next(each for each in root.iter(MAIN + "c") if each.get("s") in styles)
    cell.find(MAIN + "v").text = "60"
    found = []
    read_tables(book, found)
    check_cells(book, found)
    checks.that(any("outside of March 1900" in each for each in found), f"a date that is out of range: {found[:3]}")


def main():
    checks = Checks()
    with BuiltPack() as pack:
        checks.equal(faults(pack.xlsx), [], "faults of the workbook")
        checks.that("WARNING" not in pack.messages and "[ERROR]" not in pack.messages, f"the library complained: {pack.messages}")
        for number, (name, part, pattern, replacement, finding) in enumerate(BREAKS):
            copy = pack.folder / f"broken-{number}.xlsx"
            checks.that(broken_copy(pack.xlsx, copy, part, pattern, replacement), f"{name}: nothing to break in {part}")
            found = faults(copy)
            checks.that(any(re.search(finding, each) for each in found), f"{name}: the linter does not see it: {found[:3]}")
        check_dates(checks, pack)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
