"""Every formula's stored result is what a spreadsheet gives: all stored results are made wrong, LibreOffice calculates the file
anew, and the results must be the program's own. Then Data is turned upside down: look-ups by key must not care."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

from built_pack import BuiltPack, Checks
from lint_workbook import faults

POISON_NUMBER, POISON_TEXT = "-987.25", "POISON"
TOLERANCE = 1e-12

# LibreOffice keeps stored results by default; 0 is "always" (org.openoffice.Office.Calc/Formula/Load).
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def poison(source, target):
    """A copy in which each formula has a wrong result; gives how many."""
    count = 0

    def wrong(match):
        nonlocal count
        count += 1
        return match.group(1) + (POISON_TEXT if 't="str"' in match.group(1) else POISON_NUMBER) + "</v>"

    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(r"(<c [^>]*>\s*<f[^>]*>[^<]*</f>\s*<v>)[^<]*</v>", wrong, data.decode("utf-8")).encode("utf-8")
            copy.writestr(info, data)
    return count


def recalculate(source, folder):
    """The file as LibreOffice saves it after calculating everything."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise SystemExit("soffice is missing: install libreoffice-calc (scripts/dependencies)")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    out = folder / "out"
    run = subprocess.run([program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                          "--outdir", str(out), str(source)], capture_output=True, text=True, timeout=600)
    result = out / source.name
    if not result.is_file():
        raise SystemExit(f"LibreOffice wrote nothing: {run.stdout}{run.stderr}")
    return result


def formula_cells(path):
    """(sheet, cell) of each formula, with its stored result."""
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    out = {}
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    out[sheet.title, cell.coordinate] = values[sheet.title][cell.coordinate].value
    return out


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= TOLERANCE * max(1, abs(a), abs(b))
    return (a or "") == (b or "")


def upside_down(source, target):
    """Data's rows in the opposite order, as a reader's sorting might leave them."""
    book = openpyxl.load_workbook(source)
    sheet = book["Data"]
    first, last, columns = 7, sheet.max_row, sheet.max_column
    rows = [[sheet.cell(row, column).value for column in range(1, columns + 1)] for row in range(first, last + 1)]
    for offset, row in enumerate(reversed(rows)):
        for column, value in enumerate(row, start=1):
            sheet.cell(first + offset, column).value = value
    book.save(target)


def sort_and_spoil(source, target, key, value):
    """Data sorted by value as a reader would, and one value changed: the figures that rest on it must say No."""
    book = openpyxl.load_workbook(source)
    sheet = book["Data"]
    headings = [sheet.cell(6, column).value for column in range(1, sheet.max_column + 1)]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7)]
    place, name = headings.index("value"), headings.index("obs_id")
    rows.sort(key=lambda row: (row[place] is None, row[place] or 0))
    for offset, row in enumerate(rows):
        if row[name] == key:
            row[place] = value
        for column, each in enumerate(row, start=1):
            sheet.cell(7 + offset, column).value = each
    book.save(target)


def live_values(path):
    """figure key → live value, rounded, and what Agrees says."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Figures"]
    headings = {sheet.cell(6, column).value: column for column in range(1, sheet.max_column + 1)}
    columns = [headings[name] for name in ("Live value, rounded", "Live bound", "Live high end", "Agrees")]
    return {sheet.cell(row, headings["key"]).value: tuple(sheet.cell(row, column).value for column in columns) for row in range(7, sheet.max_row + 1)}


def check_edit(checks, pack, key, value):
    """Exactly the figures that rest on the observation change, and exactly those that change say No."""
    spoilt = pack.folder / "spoilt.xlsx"
    sort_and_spoil(pack.xlsx, spoilt, key, value)
    before, after = live_values(pack.xlsx), live_values(recalculate(spoilt, pack.folder))
    resting = {each["key"] for each in pack.manifest["figures"] if key in each["operands"]}
    changed = {name for name in after if not all(same(a, b) for a, b in zip(after[name][:3], before[name][:3]))}
    no = {name for name in after if after[name][3] == "No"}
    checks.that(changed <= resting, f"{sorted(changed - resting)} change although they do not rest on {key}")
    checks.equal(no, changed, f"figures that say No after {key} was edited")
    # A count or a claim may hold for the new value, too; a number that is printed as it stands may not.
    plain = {each["key"] for each in pack.manifest["figures"] if each["operands"] == [key] and isinstance(each["value"], (int, float)) and not isinstance(each["value"], bool)}
    checks.that(plain <= no, f"{sorted(plain - no)} rest on {key} alone and do not say No")
    checks.that(len(no) >= 2, f"several figures rest on {key}: {sorted(no)}")


def agreement(path):
    """figure key → what Agrees says."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Figures"]
    headings = {sheet.cell(6, column).value: column for column in range(1, sheet.max_column + 1)}
    return {sheet.cell(row, headings["key"]).value: sheet.cell(row, headings["Agrees"]).value for row in range(7, sheet.max_row + 1)}


def large_pack():
    """Invented numbers: more members than one formula holds."""
    ids = [f"R{number:03}" for number in range(150)]
    rows = [{"metric": metric, "entity": each, "time_period": "2024", "obs_value": (number * 37 + 11) % 1000 + (0.25 if metric == "size" else 1000),
             "sources": [{"source": "s", "locator": "table 1"}]} for metric in ("size", "year") for number, each in enumerate(ids)]
    return {"schema_version": 1,
            "pack": {"id": "large", "title": "Made-up test data: sets of 150 members", "time_period": "2025-01", "issued": "2025-01-15"},
            "entities": [{"id": each, "kind": "region", "name": f"Region {each}"} for each in ids],
            "sources": [{"id": "s", "title": "Invented yearbook", "published": "2024-11"}],
            "metrics": [{"id": "size", "name": "Size", "topic": "compute", "type": "index", "unit_measure": "points", "direction": "higher_is_better"},
                        {"id": "year", "name": "Founded", "topic": "talent", "type": "quantity", "unit_measure": "year"}],
            "observations": rows}, f"""---
title: Made-up sets
focus: R000
entities: [{", ".join(ids)}]
---

```{{page}}
:title: Sets
:headline: Sets
```

The sum is {{fig}}`sum(size)`, the mean {{fig}}`mean(size)`, the median {{fig}}`median(size)`, the least {{fig}}`min(size)`, the most
{{fig}}`max(size)`; of {{fig}}`count(size)` R000 is {{fig}}`rank(size.R000)`, the first is {{fig}}`leader(size)`.
{{claim}}`all(size > 0) => All are above nothing` and {{claim}}`most(size > 100) => most are large`. It was founded in {{fig}}`year.R000`.
"""


@contextlib.contextmanager
def large_pack_files():
    """The paths of the large pack's metric file and template."""
    with tempfile.TemporaryDirectory(prefix="briefpack-large-") as name:
        folder = Path(name)
        metrics, template = large_pack()
        (folder / "large.json").write_text(json.dumps(metrics), encoding="utf-8")
        (folder / "large.md").write_text(template, encoding="utf-8")
        yield folder / "large.json", folder / "large.md"


def check_poisoned(checks, pack, what):
    """Each formula's stored result is made wrong and comes back right; gives the workbook that LibreOffice calculated."""
    stored = formula_cells(pack.xlsx)
    poisoned = pack.folder / "poisoned.xlsx"
    checks.equal(poison(pack.xlsx, poisoned), len(stored), f"{what}: results made wrong")
    found = openpyxl.load_workbook(recalculate(poisoned, pack.folder), data_only=True)
    for (sheet, cell), wanted in stored.items():
        value = found[sheet][cell].value
        checks.that(same(value, wanted), f"{what}: {sheet}!{cell} is stored as {wanted!r}, calculated as {value!r}")
    print(f"{what}: {len(stored)} formulas recalculated")
    return found


def check_large(checks):
    with large_pack_files() as (metrics, template):
        with BuiltPack("-t", str(template), metrics=metrics) as pack:
            checks.equal(faults(pack.xlsx), [], "faults of the large workbook")
            found = check_poisoned(checks, pack, "sets of 150")
            checks.that("Workings" in found.sheetnames, "long formulas have workings")
            figures = found["Figures"]
            heads = {figures.cell(6, column).value: column for column in range(1, figures.max_column + 1)}
            for row in range(7, figures.max_row + 1):
                key = figures.cell(row, heads["key"]).value
                checks.that("constant" not in figures.cell(row, heads["Calculation"]).value, f"{key} is live")
                checks.equal(figures.cell(row, heads["Agrees"]).value, "Yes", f"{key} of the large pack")
            years = [cell.number_format for row in openpyxl.load_workbook(pack.xlsx)["Data"].iter_rows(min_row=7) for cell in row
                     if row[1].value == "year" and cell.column == 11]
            checks.equal(set(years), {"0"}, "number format of years")


def main():
    checks = Checks()
    check_large(checks)
    with BuiltPack() as pack:
        check_poisoned(checks, pack, "sample")

        turned = pack.folder / "turned.xlsx"
        upside_down(pack.xlsx, turned)
        after = agreement(recalculate(turned, pack.folder))
        checks.equal(len(after), len(pack.manifest["figures"]), "figures after sorting")
        for key, answer in after.items():
            checks.equal(answer, "Yes", f"{key} after Data was sorted")

        check_edit(checks, pack, "C01", 4321)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
