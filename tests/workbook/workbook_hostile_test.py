"""Texts that a spreadsheet takes for something else come back from the workbook and the CSV exactly as they were written, in every
field of the sample pack that holds words; what no cell can hold is refused with its place. The words themselves do not matter here."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

from built_pack import METRICS, ROOT, BuiltPack, Checks
from lint_workbook import faults

# No digits, which the rules on typed numbers would look at.
STARTS = ["=HYPERLINK(", "+a ", "-a ", "@a ", "_x0041_ ", "\u202eb\u202c ", "\u2066b\u2069 ", '"a" ', "'a ", "<b>&amp; ", "internal:Data!A ", "external:a ",
          "mailto:a ", "a\tb ", "a\nb ", "\U0001f600 ", "e\u0301 ", "＝a "]
# Where in a metric file words stand, and on which sheet they come back.
FIELDS = {
    "entities": ["name"],
    "sources": ["title", "publisher", "author", "remarks", "licence"],
    "metrics": ["name", "definition"],
    "disputes": ["question"],
    "actions": ["title", "summary"],
}
PACK_FIELDS = ["publisher", "contact", "licence", "description"]


def spoilt(value, start):
    if isinstance(value, dict):
        return {lang: spoilt(text, start) for lang, text in value.items()}
    return start + value


def in_english(value):
    return value.get("en", next(iter(value.values()))) if isinstance(value, dict) else value


def shortened(field, value):
    """Within the limits of the fields that have one: 45 characters of a limitation, 12 words of a wording."""
    if isinstance(value, dict):
        return {lang: shortened(field, text) for lang, text in value.items()}
    if field == "limitation":
        return value[:40].rstrip()
    return value


def hostile_pack():
    """The sample with a hostile start in each text, and the texts that must come back: (where, text)."""
    pack = json.loads(METRICS.read_text(encoding="utf-8"))
    wanted = []
    count = 0

    def spoil(item, field, where):
        nonlocal count
        if field not in item:
            return
        item[field] = shortened(field, spoilt(item[field], STARTS[count % len(STARTS)]))
        count += 1
        wanted.append((f"{where}.{field}", in_english(item[field])))

    for field in PACK_FIELDS:
        pack["pack"].setdefault(field, "made-up words")
        spoil(pack["pack"], field, "pack")
    for section, fields in FIELDS.items():
        for index, item in enumerate(pack.get(section, [])):
            for field in fields:
                spoil(item, field, f"{section}[{index}]")
    spoil_observations(pack, spoil)
    for index, dispute in enumerate(pack["disputes"]):
        spoil(dispute, "settled_by", f"disputes[{index}]")
        for field in ("claim", "text"):
            spoil(dispute.get("treatment", {}), field, f"disputes[{index}].treatment")
        for number, position in enumerate(dispute["positions"]):
            for field in ("by", "claim", "text"):
                spoil(position, field, f"disputes[{index}].positions[{number}]")
            spoil_citations(position, f"disputes[{index}].positions[{number}]", spoil)
    return pack, wanted


def spoil_citations(item, where, spoil):
    for number, citation in enumerate(item.get("sources", [])):
        spoil(citation, "locator", f"{where}.sources[{number}]")
        if len(citation.get("as_stated", "").split()) < 10:
            spoil(citation, "as_stated", f"{where}.sources[{number}]")


def spoil_observations(pack, spoil):
    """Words, limitations, places and wordings of the rows that may be shown."""
    for index, row in enumerate(pack["observations"]):
        if row.get("withheld") or row.get("confidential") or row.get("obs_status") == "Q":
            continue
        for field in ("obs_text", "limitation"):
            spoil(row, field, f"observations[{index}]")
        spoil_citations(row, f"observations[{index}]", spoil)


def check_readback(checks, folder):
    pack, wanted = hostile_pack()
    checks.that(len(wanted) > 5 * len(STARTS), "each start stands in several fields")
    metrics = folder / "hostile.json"
    metrics.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    with BuiltPack(metrics=metrics) as built:
        checks.equal(faults(built.xlsx), [], "faults of the workbook")
        book = openpyxl.load_workbook(built.xlsx)
        texts = set()
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.data_type != "f":
                        texts.add(cell.value)
        everything = "\0".join(sorted(texts))
        data = book["Data"]
        headings = [cell.value for cell in data[6]]
        shown = {row[headings.index("entity_id")] for row in data.iter_rows(min_row=7, values_only=True)}
        rows_shown = {row[0] for row in data.iter_rows(min_row=7, values_only=True)}
        for where, text in wanted:
            match = re.match(r"entities\[(\d+)\]", where)
            if match and pack["entities"][int(match.group(1))]["id"] not in shown:
                continue  # it has no row that may be shown
            match = re.match(r"observations\[(\d+)\]", where)
            if match and pack["observations"][int(match.group(1))]["id"] not in rows_shown:
                continue
            checks.that(text in everything, f"{where} does not come back: {text[:60]!r}")
        alone = [text for where, text in wanted if re.match(r"(sources|metrics|actions)\[\d+\]\.(title|name)$", where)]
        for text in alone:
            checks.that(text in texts, f"{text[:60]!r} is not a cell of its own")
        check_csv(checks, built, book)
        check_alt(checks, built, pack)


def check_csv(checks, built, book):
    rows = list(csv.reader(io.StringIO(built.csv.read_bytes().decode("utf-8-sig"), newline="")))
    sheet = book["Data"]
    checks.equal(len(rows), sheet.max_row - 5, "rows of the CSV")
    for number, row in enumerate(rows):
        for column, field in enumerate(row):
            checks.that(not field or field[0] not in "=+@\t\r＝＋－＠" and not (field[0] == "-" and not re.fullmatch(r"-[\d.]+(e[-+]?\d+)?", field)),
                        f"a field of the CSV begins like a formula: {field[:40]!r}")
            value = sheet.cell(6 + number, column + 1).value
            if isinstance(value, str):
                plain = field[1:] if field.startswith("'") and not value.startswith("'") else field
                checks.equal(plain, value, f"CSV row {number + 1}, column {column + 1}")


def check_alt(checks, built, pack):
    """The alternative texts of charts name entities as they are called, on one line."""
    alts = []
    with zipfile.ZipFile(built.xlsx) as archive:
        for name in archive.namelist():
            if name.startswith("xl/drawings/drawing"):
                alts += [each.get("descr") for each in ElementTree.fromstring(archive.read(name)).iter() if each.get("descr")]
    checks.that(len(alts) > 0, "there are alternative texts")
    names = [in_english(each["name"]) for each in pack["entities"] if "name" in each]
    checks.that(any(" ".join(name.split()) in " ".join(alt.split()) for name in names for alt in alts), "an alternative text names a renamed entity")


def markdown(text):
    """The text as Markdown that says nothing but it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def check_template(checks, folder):
    """What the author writes: titles, captions, remarks, headings and cells of a table, the title and note of a chart."""
    starts = [start for start in STARTS if "\t" not in start and "\n" not in start and "A " not in start and "x0041" not in start] + ["_xABCD_ "]
    lines = ["---", "title: Lakes", "entities: [KOR, FRA]", "focus: KOR", "---", "", "```{page}", f":title: {markdown('=a page')}", f":headline: {markdown('+a headline')}", "```", ""]
    wanted = []

    def words(start, what):
        wanted.append(start + what)
        return markdown(start + what)

    for number, start in enumerate(starts):
        lines += [f"```{{table}} t{chr(97 + number)}", f":title: {words(start, 'title')}", f":subtitle: {words(start, 'subtitle')}", f":note: {words(start, 'remark')}", "",
                  f"| {words(start, 'head')} | Lakes |", "|:--|--:|", f"| {words(start, 'cell')} | {{fig}}`lakes.KOR` |", "```", "",
                  f"```{{chart}} c{chr(97 + number)}", ":mark: bar", f":title: {words(start, 'chart')}", f":note: {words(start, 'note')}", ":metrics: lakes", "```", ""]
    template = folder / "hostile.md"
    template.write_text("\n".join(lines), encoding="utf-8")
    with BuiltPack("-t", str(template), metrics=ROOT / "tests" / "command" / "files" / "lakes.json") as built:
        checks.equal(faults(built.xlsx), [], "faults of the workbook with a hostile template")
        book = openpyxl.load_workbook(built.xlsx)
        alone, everything = set(), []
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.data_type != "f":
                        alone.add(cell.value)
                        everything.append(cell.value)
        everything = "\0".join(everything)
        for text in wanted:
            checks.that(text in everything, f"{text!r} of the template does not come back")
            if text.endswith(("head", "cell")):
                checks.that(text in alone, f"{text!r} of the template is not a cell of its own")
        titles = []
        with zipfile.ZipFile(built.xlsx) as archive:
            for name in archive.namelist():
                if name.startswith("xl/charts/chart"):
                    titles.append("".join(each.text or "" for each in ElementTree.fromstring(archive.read(name)).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")))
        for text in wanted:
            if text.endswith("chart"):
                checks.that(any(text in title for title in titles), f"{text!r} is no title of a chart")


def refused(checks, folder, what, change, code):
    """The lakes pack with one change is refused with the line and column of the place."""
    pack = json.loads((ROOT / "tests" / "command" / "files" / "lakes.json").read_text(encoding="utf-8"))
    text = change(pack)
    path = folder / "refused.json"
    path.write_bytes(text if isinstance(text, bytes) else json.dumps(pack, indent=1).encode("ascii"))
    run = subprocess.run([os.environ["BRIEFPACK"], "build", str(path), "-t", str(ROOT / "tests" / "command" / "files" / "lakes.md"), "-o", str(folder / "out")],
                         capture_output=True, text=True, errors="replace", timeout=120)
    checks.equal(run.returncode, 1, f"exit code of {what}")
    checks.that(re.search(r"refused\.json:\d+:\d+: error:", run.stderr) is not None and f"[{code}]" in run.stderr, f"{what}: {run.stderr[:300]}")
    checks.that(not (folder / "out").exists(), f"{what}: nothing is written")


def check_refusals(checks, folder):
    def set_title(text):
        def change(pack):
            pack["sources"][0]["title"] = text
        return change

    for sign in ("\u0001", "\u0000", "\u000b", "\u001f", "\u007f", "\u0085", "\ufffe", "\uffff"):
        refused(checks, folder, f"U+{ord(sign):04X} in a title", set_title(f"a{sign}b"), "metrics/control-character")
    refused(checks, folder, "33,000 characters", set_title("a" * 33000), "metrics/long-text")

    def definition(pack):
        pack["metrics"][0]["definition"] = "\U0001f600" * 16384

    refused(checks, folder, "32,768 UTF-16 units", definition, "metrics/long-text")

    def invalid(pack):
        pack["sources"][0]["title"] = "MARK"
        return json.dumps(pack, indent=1).encode("ascii").replace(b"MARK", b"\xc3\x28")

    refused(checks, folder, "invalid UTF-8", invalid, "metrics/encoding")

    def lone_surrogate(pack):
        pack["sources"][0]["title"] = "\ud800"

    refused(checks, folder, "half a surrogate pair", lone_surrogate, "metrics/syntax")


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="briefpack-hostile-") as folder:
        check_readback(checks, Path(folder))
        check_template(checks, Path(folder))
        check_refusals(checks, Path(folder))
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
