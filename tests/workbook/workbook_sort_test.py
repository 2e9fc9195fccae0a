"""What a reader does to the workbook in a spreadsheet program: sorting and filtering its tables, and editing one observation. LibreOffice
itself does it. Sorting and filtering change no figure; an edit changes those that rest on it, which then say No."""

import os
import shutil
import subprocess
import sys
import time

import openpyxl
import uno

from built_pack import BuiltPack, Checks
from workbook_recalculation_test import SETTINGS, large_pack_files, live_values, same


def value_of(**fields):
    out = []
    for name, value in fields.items():
        each = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        each.Name, each.Value = name, value
        out.append(each)
    return tuple(out)


class Reader:
    """LibreOffice, listening on a pipe of its own while the `with` block runs."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None:
            raise SystemExit("soffice is missing: install libreoffice-calc (scripts/dependencies)")
        profile = self.folder / "reader"
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        pipe = f"briefpack-{os.getpid()}"
        self.process = subprocess.Popen([program, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except uno.getClass("com.sun.star.connection.NoConnectException"):
                time.sleep(0.2)
        else:
            raise SystemExit("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def __exit__(self, *failure):
        try:
            self.desktop.terminate()
        except uno.getClass("com.sun.star.lang.DisposedException"):
            pass
        self.process.wait(timeout=60)

    def work(self, source, target, sorts, edit=None):
        """Sorts (sheet, column, direction), writes (key, column, number) into Data, filters Data, calculates and saves."""
        book = self.desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, value_of(Hidden=True))
        for name, column, direction in sorts:
            field = uno.createUnoStruct("com.sun.star.table.TableSortField")
            field.Field, field.IsAscending = column, direction == "up"
            fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
            rows_of(book, name, 6).sort(value_of(SortFields=fields, ContainsHeader=False))
        data = book.Sheets.getByName("Data")
        if edit is not None:
            key, column, number = edit
            keys = [row[0] for row in rows_of(book, "Data", 6).getDataArray()]
            data.getCellByPosition(column, 6 + keys.index(key)).Value = number
        area = rows_of(book, "Data", 5)
        shown = area.createFilterDescriptor(True)
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.IsNumeric, field.NumericValue = column_of(source, "Data", "value"), True, 100
        field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "GREATER_EQUAL")
        shown.ContainsHeader = True
        shown.setFilterFields((field,))
        area.filter(shown)
        book.calculateAll()
        book.storeToURL(target.as_uri(), value_of(FilterName="Calc MS Excel 2007 XML"))
        book.close(True)
        return target


def rows_of(book, name, first):
    """The table of a sheet from a row on."""
    sheet = book.Sheets.getByName(name)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    columns = 0
    while sheet.getCellByPosition(columns, 5).String:
        columns += 1
    return sheet.getCellRangeByPosition(0, first, columns - 1, cursor.RangeAddress.EndRow)


def column_of(path, sheet, heading):
    row = next(openpyxl.load_workbook(path, read_only=True)[sheet].iter_rows(min_row=6, max_row=6, values_only=True))
    return row.index(heading)


def check_sorted(checks, path, sheet, column, direction):
    values = [row[column] for row in openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(min_row=7, values_only=True) if isinstance(row[column], (int, float))]
    checks.that(len(values) > 1, f"{sheet} has numbers to sort by")
    checks.equal(values, sorted(values, reverse=direction == "down"), f"numbers of {sheet} after sorting")


def check_hidden(checks, path):
    sheet = openpyxl.load_workbook(path)["Data"]
    hidden = [number for number, row in sheet.row_dimensions.items() if number > 6 and row.hidden]
    checks.that(0 < len(hidden) < sheet.max_row - 6, f"{len(hidden)} of {sheet.max_row - 6} rows of Data are filtered out")


def check_pack(checks, reader, pack, what, key, number):
    value = column_of(pack.xlsx, "Data", "value")
    before = live_values(pack.xlsx)
    orders = [("Data", value, "down"), ("Data", value, "up"), ("Figures", column_of(pack.xlsx, "Figures", "Live value"), "down")]
    sheets = openpyxl.load_workbook(pack.xlsx, read_only=True).sheetnames
    # By columns that turn the rows over; of those with formulas the results move with them.
    for sheet, heading in (("Workings", "working"), ("Comparison", "country_code"), ("Policy_actions", "action_id"), ("Rankings", "entity_id"), ("Sources", "source_id"),
                           ("Metrics", "metric_id"), ("Disputes", "position")):
        if sheet in sheets:
            orders.append((sheet, column_of(pack.xlsx, sheet, heading), "down"))
    for name, sorts in (("by-value", orders[:1]), ("all-sheets", orders[1:])):
        path = reader.work(pack.xlsx, pack.folder / f"{name}.xlsx", sorts)
        check_sorted(checks, path, "Data", value, sorts[0][2])
        check_hidden(checks, path)
        after = live_values(path)
        checks.equal(len(after), len(pack.manifest["figures"]), f"{what}: figures {name}")
        for figure, found in after.items():
            checks.equal(found[3], "Yes", f"{what}: {figure} after sorting {name}")
            checks.that(all(same(a, b) for a, b in zip(found, before[figure])), f"{what}: {figure} is {found}, was {before[figure]}")
    edited = live_values(reader.work(pack.xlsx, pack.folder / "edited.xlsx", orders, (key, value, number)))
    resting = {each["key"] for each in pack.manifest["figures"] if key in each["operands"]}
    no = {figure for figure, found in edited.items() if found[3] == "No"}
    changed = {figure for figure, found in edited.items() if not all(same(a, b) for a, b in zip(found[:3], before[figure][:3]))}
    checks.that(len(no) >= 2 and no <= resting, f"{what}: {sorted(no)} say No; {sorted(resting)} rest on {key}")
    checks.equal(changed, no, f"{what}: what changed after {key} was edited")


def main():
    checks = Checks()
    with BuiltPack("--previous", "inputs/korea-ai-earlier.json") as pack, Reader(pack.folder) as reader:
        check_pack(checks, reader, pack, "sample", "C01", 4321)
        with large_pack_files() as (metrics, template), BuiltPack("-t", str(template), metrics=metrics) as large:
            key = openpyxl.load_workbook(large.xlsx, read_only=True)["Data"]["A7"].value
            check_pack(checks, reader, large, "sets of 150", key, 123456.5)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
