"""The built workbook as another program reads it (openpyxl): sheets, tables, types, one row a figure, links, properties; the CSV
beside it; and the same bytes from another folder, time zone and locale."""

import csv
import datetime
import hashlib
import json
import re
import sys
import tempfile

import openpyxl

from built_pack import METRICS, BuiltPack, Checks

ORDER = ["Cover", "Contents", "Figures", "Comparison", "Disputes", "Rankings", "Policy_actions", "Data", "Metrics", "Sources", "Codes", "Notes"]


def rows_of(sheet):
    """The table of a sheet as dictionaries."""
    table = next(iter(sheet.tables.values()))
    cells = sheet[table.ref]
    headings = [cell.value for cell in cells[0]]
    return [dict(zip(headings, [cell.value for cell in row])) for row in cells[1:]]


def check_sheets(checks, book):
    checks.equal([name for name in book.sheetnames if name in ORDER], ORDER, "order of the sheets")
    for name in book.sheetnames:
        sheet = book[name]
        checks.that(bool(sheet["A1"].value), f"{name} has a title in A1")
        checks.equal(len(sheet.tables), 0 if name == "Cover" else 1, f"tables of {name}")
        checks.equal(list(sheet.merged_cells.ranges), [], f"merged cells of {name}")
        if name != "Cover":
            checks.that(all(sheet[f"A{row}"].value for row in range(2, 6)), f"{name} explains itself in A2 to A5")
            checks.that(sheet["A6"].value is not None, f"{name} has its headings in row 6")
    checks.equal(book.active.title, "Cover", "sheet that opens")


def check_figures(checks, pack, book):
    figures = rows_of(book["Figures"])
    listed = pack.manifest["figures"]
    checks.equal(len(figures), len(listed), "rows of Figures")
    checks.equal({row["Agrees"] for row in figures}, {"Yes"}, "what Figures says of agreement")
    checks.equal([row["figure_id"] for row in figures], [each["id"] for each in listed], "ids of figures")
    checks.equal([row["key"] for row in figures], [each["key"] for each in listed], "keys of figures")
    for row, each in zip(figures, listed):
        checks.that(all(text in row["Text as printed"] for text in each["texts"]), f"{each['key']} shows the texts {each['texts']}")
        cells = [place for place in each["places"] if "sheet" in place]
        checks.that(any(place["sheet"] == "Figures" for place in cells), f"{each['key']} has a cell in its places")
        for place in cells:
            value = book[place["sheet"]][place["cell"]].value
            checks.that(value is not None, f"{each['key']} stands in {place['sheet']}!{place['cell']}")
            if place["sheet"] == "Figures":
                checks.equal(value, row["Text as printed"], f"cell of {each['key']}")
    names = [name for name in book.defined_names.definedName if name.name.startswith("fig_")]
    checks.equal(len(names), len(listed), "names of figures")
    checks.that(any(name.name == "fig_h100_gpus_KOR" for name in names), "a name is made from its key")


def check_data(checks, pack, book):
    data = rows_of(book["Data"])
    with open(pack.csv, "rb") as file:
        raw = file.read()
    checks.that(raw.startswith(b"\xef\xbb\xbf"), "the CSV begins with a byte order mark")
    checks.equal(raw.count(b"\n"), raw.count(b"\r\n"), "line ends of the CSV")
    text = raw.decode("utf-8-sig")
    twin = list(csv.DictReader(text.splitlines()))
    checks.equal(len(twin), len(data), "rows of the CSV")
    for row, other in zip(data, twin):
        for heading, value in row.items():
            written = other[heading]
            if isinstance(value, datetime.datetime):
                value = value.date().isoformat()
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                checks.equal(float(written), float(value), f"{row['obs_id']} {heading}")
            else:
                checks.equal(written.removeprefix("'"), value or "", f"{row['obs_id']} {heading}")
    check_values(checks, data)
    for row in data:
        checks.that(row["value"] is None or isinstance(row["value"], (int, float)), f"the value of {row['obs_id']} is a number")
        has_any = row["value"] is not None or row["low"] is not None or row["text"]
        checks.that(has_any or row["shorthand"], f"{row['obs_id']} has a value or says why not")
        checks.that(row["source_ids"], f"{row['obs_id']} names a source")


def check_values(checks, data):
    """Each number is the double of the metric file."""
    given = {row.get("id"): row for row in json.loads(METRICS.read_text(encoding="utf-8"))["observations"]}
    count = 0
    for row in data:
        stated = given.get(row["obs_id"], {}).get("obs_value")
        if isinstance(stated, (int, float)):
            count += 1
            checks.equal(row["value"], stated, f"value of {row['obs_id']}")
        else:
            checks.that(row["obs_id"] in given, f"{row['obs_id']} is an id of the metric file")
    checks.that(count > 40, f"{count} values were compared")


def check_withheld(checks, pack, book):
    """No withheld row, and nothing that only such a row could tell."""
    withheld = [row["id"] for row in json.loads(METRICS.read_text(encoding="utf-8"))["observations"] if row.get("withhold") or row.get("confidential")]
    checks.that(len(withheld) > 0, "the pack has withheld rows")
    ids = {row["obs_id"] for row in rows_of(book["Data"])}
    for each in withheld:
        checks.that(each not in ids, f"{each} is withheld and must not be in Data")
        checks.that(re.search(rf"^{each},", pack.csv.read_text(encoding="utf-8-sig"), re.M) is None, f"{each} must not be in the CSV")


def check_charts(checks, book):
    exhibits = [name for name in book.sheetnames if name not in ORDER]
    checks.that(len(exhibits) > 0, "there are sheets of exhibits")
    checks.that(any(name.startswith("Figure_") for name in exhibits) and any(name.startswith("Table_") for name in exhibits), "charts and tables have sheets")
    for name in exhibits:
        if name.startswith("Figure_"):
            checks.that(len(book[name]._charts) >= 1, f"{name} has a chart")


def check_properties(checks, pack, book):
    checks.equal(book.properties.created, datetime.datetime(2026, 11, 20), "creation date")
    checks.equal(book.properties.language, "en", "language")
    checks.that(bool(book.properties.title), "a title")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    checks = Checks()
    with BuiltPack() as pack:
        book = openpyxl.load_workbook(pack.xlsx, data_only=True)
        check_sheets(checks, book)
        check_figures(checks, pack, book)
        check_data(checks, pack, book)
        check_withheld(checks, pack, book)
        check_charts(checks, openpyxl.load_workbook(pack.xlsx))
        check_properties(checks, pack, book)
        elsewhere = {"TZ": "Asia/Seoul", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TMPDIR": "/nonexistent"}
        with tempfile.TemporaryDirectory() as folder, BuiltPack(environment=elsewhere, working_folder=folder) as other:
            checks.equal(digest(other.xlsx), digest(pack.xlsx), "bytes of a second build")
            checks.equal(digest(other.csv), digest(pack.csv), "bytes of the second CSV")
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
