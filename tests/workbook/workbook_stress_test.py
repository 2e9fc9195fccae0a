"""The workbook of a pack that strains every page (bench/make_stress_pack.py), with so many observations that Data is written row by row: the
linter finds nothing, LibreOffice calculates what is stored, sorting and filtering change no figure, an edit changes those that rest on it, and
Data gives back the metric file's numbers.

workbook_stress_test.py [ENTITIES]: 15 if nothing is said, of which 4,800 observations come; 60 take some ten minutes."""

import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from built_pack import ROOT, BuiltPack, Checks
from lint_workbook import faults
from workbook_recalculation_test import agreement, check_poisoned
from workbook_sort_test import Reader, check_pack, value_of

HOSTILE = " _x0041_ <b> & [D1] "
FEWEST_BY_ROW = 4096  # kManyRows of src/workbook/sheet_data.cc


def check_data(checks, pack, metrics):
    """Each number of Data is the double of the metric file, and only withheld rows are not there."""
    given = {f"{row['metric']}.{row['entity']}@{row['time_period']}": row for row in json.loads(metrics.read_text(encoding="utf-8"))["observations"]}
    rows = openpyxl.load_workbook(pack.xlsx, read_only=True)["Data"].iter_rows(min_row=6, values_only=True)
    headings = next(rows)
    found = {row[0]: dict(zip(headings, row)) for row in rows}
    checks.that(len(found) >= FEWEST_BY_ROW, f"{len(found)} observations are enough to be written row by row")
    kept = {key for key, row in given.items() if not row.get("withhold") and not row.get("confidential")}
    checks.that(0 < len(kept) < len(given), "some observations are withheld")
    checks.equal(set(found), kept, "keys of Data")
    for key in kept & set(found):
        stated, row = given[key].get("obs_value"), found[key]
        checks.equal(row["value"], stated if isinstance(stated, (int, float)) else None, f"value of {key}")
        checks.equal(row["entity_id"], given[key]["entity"], f"entity of {key}")


def check_hostile(checks, reader, pack):
    """A text that reads as an escape is itself in a spreadsheet, though it stands in its cell."""
    book = reader.desktop.loadComponentFromURL(pack.xlsx.as_uri(), "_blank", 0, value_of(Hidden=True))
    row = book.Sheets.getByName("Data").getCellRangeByPosition(0, 6, 25, 6).getDataArray()[0]
    book.close(True)
    checks.that(HOSTILE in row, f"{HOSTILE!r} is a text of the first observation: {row}")


def busiest(pack):
    """The observation on which most figures rest."""
    uses = collections.Counter(operand for figure in pack.manifest["figures"] for operand in figure["operands"])
    return uses.most_common(1)[0][0]


def main(entities):
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="briefpack-stress-") as name:
        folder = Path(name)
        subprocess.run([sys.executable, str(ROOT / "bench" / "make_stress_pack.py"), str(folder), entities], check=True)
        made = json.loads((folder / "stress.json").read_text(encoding="utf-8"))
        made["observations"][0]["limitation"] = HOSTILE
        (folder / "stress.json").write_text(json.dumps(made), encoding="utf-8")
        with BuiltPack("-t", str(folder / "stress.md"), metrics=folder / "stress.json") as pack, Reader(pack.folder) as reader:
            checks.equal(faults(pack.xlsx), [], "faults of the workbook")
            check_data(checks, pack, folder / "stress.json")
            check_hostile(checks, reader, pack)
            check_poisoned(checks, pack, "stress")
            answers = agreement(pack.folder / "out" / "poisoned.xlsx")
            checks.equal(set(answers.values()), {"Yes"}, "what Figures says after it was calculated")
            checks.equal(len(answers), len(pack.manifest["figures"]), "rows of Figures")
            check_pack(checks, reader, pack, "stress", busiest(pack), 33.5)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "15"))
