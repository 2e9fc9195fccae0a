"""Writes the cells, tables and charts of a workbook as lines of tab-separated fields, for bench/bare_workbook.cc.

usage: extract_cells.py WORKBOOK > CELLS
"""
import sys

import openpyxl


def field(value):
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def main(path):
    formulas = openpyxl.load_workbook(path)
    results = openpyxl.load_workbook(path, data_only=True)
    for sheet in formulas.worksheets:
        print("sheet", field(sheet.title), len(sheet._charts), sep="\t")
        cached = results[sheet.title]
        for table in sheet.tables.values():
            first, last = table.ref.split(":")
            a, b = sheet[first], sheet[last]
            print("table", table.name, a.row - 1, a.column - 1, b.row - 1, b.column - 1,
                  *(field(column.name) for column in table.tableColumns), sep="\t")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                place = (cell.row - 1, cell.column - 1)
                if cell.data_type == "f":
                    value = cached[cell.coordinate].value
                    kind = "f" if isinstance(value, (int, float)) else "t"
                    print(kind, *place, field(cell.value), field("" if value is None else value), sep="\t")
                elif isinstance(cell.value, bool) or not isinstance(cell.value, (int, float)):
                    print("s", *place, field(cell.value), sep="\t")
                else:
                    print("n", *place, repr(cell.value), sep="\t")


main(sys.argv[1])
