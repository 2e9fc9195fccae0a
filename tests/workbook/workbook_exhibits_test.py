"""A chart of every mark on a made-up pack: each has a sheet with its table and its native chart, of the right kind, in the order of
the table, with title and description; what is missing is a gap, what is disputed is hatched or a series of its own. Tables, the
coverage of a comparison and lanes have their sheets, too."""

import json
import sys
import tempfile
from pathlib import Path

import openpyxl

from built_pack import BuiltPack, Checks
from lint_workbook import CHART, DRAWING, MAIN, Book, column_number, faults, split_cell

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KINDS = ("barChart", "lineChart", "scatterChart")


def observation(metric, entity, value, period="2024", **more):
    return {"metric": metric, "entity": entity, "time_period": period, "obs_value": value,
            "sources": [{"source": "s", "locator": "table 1"}], **more}


def pack():
    """Invented numbers for this test alone."""
    rows = [observation("gpus", "KOR", 2000, id="K"), observation("gpus", "CHN", 9000, id="C"), observation("gpus", "FRA", None, obs_status="O"),
            observation("gpus", "GBR", 5000, obs_status="E"), observation("gpus", "USA", 70000)]
    rows += [observation("place", "KOR", value, period) for period, value in (("2021", 9), ("2022", 7), ("2023", 6), ("2024", 4))]
    rows += [observation("place", "FRA", value, period) for period, value in (("2021", 3), ("2023", 5), ("2024", 2))]
    rows += [observation("outlay", "KOR", value, period) for period, value in (("2021", 10), ("2022", 14), ("2024", 18))]
    rows += [observation("outlay", "FRA", value, period) for period, value in (("2021", 20), ("2022", 21), ("2023", 25), ("2024", 30))]
    rows += [observation("part", "KOR", 76.7), observation("part", "FRA", 40), observation("part", "GBR", 5.5, obs_status="P")]
    rows += [observation("score", "KOR", None, obs_range=[40, 50]), observation("score", "FRA", 80), observation("score", "CHN", None, obs_status="O")]
    rows += [observation("sites", "LAB_A", 1), observation("sites", "LAB_B", 1), observation("sites", "LAB_C", 1)]
    return {
        "schema_version": 1,
        "pack": {"id": "marks", "title": "Made-up test data: one chart of each mark", "time_period": "2025-01", "issued": "2025-01-15"},
        "entities": [{"id": each, "kind": "country"} for each in ("KOR", "CHN", "FRA", "USA")] + [
            {"id": "GBR", "kind": "country", "name": "مملكة 5"},
            {"id": "OWNER", "kind": "company", "name": "Owner"},
            *[{"id": f"LAB_{each}", "kind": "institution", "name": f"Lab {each}", "parent": "OWNER", "place": f"Town {each}"} for each in "ABC"]],
        "sources": [{"id": "s", "title": "Invented yearbook", "published": "2024-11"}],
        "metrics": [
            {"id": "gpus", "name": "Chips", "topic": "compute", "type": "quantity", "unit_measure": "GPU", "direction": "higher_is_better"},
            {"id": "place", "name": "Place", "topic": "rankings", "type": "rank", "unit_measure": "rank", "direction": "lower_is_better", "out_of": 38},
            {"id": "outlay", "name": "Outlay", "topic": "policy", "type": "money", "unit_measure": "USD", "currency": "USD", "unit_mult": 6},
            {"id": "part", "name": "Part", "topic": "talent", "type": "share", "unit_measure": "percent"},
            {"id": "score", "name": "Score", "topic": "talent", "type": "index", "unit_measure": "points", "direction": "higher_is_better"},
            {"id": "sites", "name": "Sites", "topic": "talent", "type": "quantity", "unit_measure": "site"}],
        "observations": rows,
        "disputes": [{"id": "D1", "question": "Who holds them?", "about": ["C"], "since": "2024-12",
                      "positions": [{"by": "One", "claim": "China", "text": "The table says so.", "about": ["C"], "sources": [{"source": "s", "locator": "p. 1"}]},
                                    {"by": "Another", "claim": "Nobody", "text": "The text says so.", "sources": [{"source": "s", "locator": "p. 2"}]}],
                      "treatment": {"claim": "Shown, not ranked", "text": "Until a count is published."}}],
        "actions": [{"id": "P1", "entity": "KOR", "title": "A plan", "date": "2021", "end_date": "2024", "instrument": "strategy", "status": "under_way", "sources": [{"source": "s", "locator": "p. 3"}]},
                    {"id": "P2", "entity": "KOR", "title": "An act", "date": "2023-05-02", "instrument": "regulation", "status": "in_force", "sources": [{"source": "s", "locator": "p. 4"}]},
                    {"id": "P3", "entity": "KOR", "title": "An undated act", "date": None, "instrument": "funding", "status": "announced", "sources": [{"source": "s", "locator": "p. 5"}]}],
    }


MARKS = {
    "bar": ":metrics: gpus\n:entities: [KOR, CHN, FRA, GBR, USA]",
    "paired": ":rows:\n  gpus.CHN\n  gpus.USA\n  gpus.KOR\n:relative-to: gpus.KOR",
    "share": ":rows:\n  part.KOR\n  part.FRA",
    "list-range": ":rows:\n  place.KOR",
    "line": ":metrics: outlay\n:entities: [KOR, FRA]",
    "bump": ":metrics: place\n:entities: [KOR, FRA]",
    "slope": ":rows:\n  place.KOR\n  place.FRA\n:periods: 2022, 2024",
    "dot": ":metrics: gpus\n:entities: [KOR, GBR, FRA, CHN]",
    "range": ":rows:\n  score.KOR\n  score.FRA\n  score.CHN",
    "matrix": ":rows:\n  sites.LAB_A\n  sites.LAB_B\n  sites.LAB_C",
}


def template():
    out = ["---", "title: Made-up charts", "subtitle: A test", "focus: KOR", "entities: [KOR, CHN, FRA]", "---", "", "```{page}", ":title: Charts", ":headline: Charts", "```", ""]
    for mark, options in MARKS.items():
        out += [f"```{{chart}} c-{mark}", f":mark: {mark}", f":title: Chart of mark {mark}", f":subtitle: Subtitle of {mark}", ":unlike: Made up.", options, "```", ""]
    out += ["```{timeline} c-lanes", ":title: Chart of lanes", ":entities: [KOR]", "```", "",
            "```{comparison} first", ":title: First card", ":metrics: gpus, place", "```", "",
            "```{comparison} second", ":title: Second card", ":metrics:", "  Group: part, score", "```", "",
            "```{coverage} found", ":title: What was found", ":of: first", ":parts: entities", "```", "",
            "```{table} words", ":title: A table", "", "| Country | Chips | In words |", "|:--|--:|:--|",
            "| {name}`KOR` | {fig}`gpus.KOR` | About {fig}`gpus.KOR` of them |", "| {name}`CHN` | {fig}`gpus.CHN` | None |", "| {name}`FRA` | {fig}`missing` | None |", "```", "",
            "```{table} early", ":title: An early figure", "", "| Country | Part |", "|:--|--:|", "| {name}`GBR` | {fig}`part.GBR` |", "```", ""]
    return "\n".join(out)


class Exhibits:
    """The sheets of exhibits with what their charts say."""

    def __init__(self, path):
        self.book = Book(path)
        self.parts = {name: (part, root) for name, part, root in self.book.sheets}

    def charts(self, sheet):
        for drawing in self.book.related(self.parts[sheet][0], "drawings"):
            for chart in sorted(self.book.related(drawing, "charts"), key=lambda part: int("".join(c for c in part if c.isdigit()))):
                yield self.book.parts[chart]

    def descriptions(self, sheet):
        for drawing in self.book.related(self.parts[sheet][0], "drawings"):
            for properties in self.book.parts[drawing].iter(DRAWING + "cNvPr"):
                yield properties.get("descr") or ""

    def rows(self, sheet):
        """The table of a sheet as dictionaries; formulas by their results."""
        cells = {split_cell(cell.get("r")): self.book.text_of(cell) for cell in self.parts[sheet][1].iter(MAIN + "c")}
        last = max(row for row, _ in cells)
        heads = {column: text for (row, column), text in cells.items() if row == 6}
        return [{head: cells.get((row, column), "") for column, head in heads.items()} for row in range(7, last + 1)]

    def formulas(self, sheet):
        return {cell.get("r"): cell.find(MAIN + "f").text for cell in self.parts[sheet][1].iter(MAIN + "c") if cell.find(MAIN + "f") is not None}


def value_of(row):
    """The unit stands in the heading where there is one."""
    return next(text for head, text in row.items() if head == "Value" or head.startswith("Value ("))


def title_of(chart):
    return "".join(text.text or "" for text in chart.find(f"{CHART}chart/{CHART}title").iter(A + "t"))


def series_of(chart):
    return list(chart.iter(CHART + "ser"))


def points(series, kind):
    """The cached values of a series by place; a gap has none."""
    return {int(point.get("idx")): point.find(CHART + "v").text for point in series.findall(f"{CHART}{kind}/*/*/{CHART}pt")}


def has_reversed(chart):
    return any(each.get("val") == "maxMin" for each in chart.iter(CHART + "orientation"))


def check_common(checks, exhibits, sheet, kind, count=1):
    charts = list(exhibits.charts(sheet))
    checks.equal(len(charts), count, f"charts of {sheet}")
    checks.equal([each for each in KINDS if charts[0].find(f".//{CHART}{each}") is not None], [kind], f"kind of the chart of {sheet}")
    for chart in charts:
        checks.that(title_of(chart).startswith("Chart of "), f"title of a chart of {sheet}: {title_of(chart)!r}")
        checks.that(len(series_of(chart)) > 0, f"a chart of {sheet} has series")
        blanks = chart.find(f".//{CHART}dispBlanksAs")
        # As Excel 2007, which the file says it follows, leaves the element out for gaps.
        checks.that(blanks is None or blanks.get("val") == "gap", f"{sheet} draws blank cells as {blanks.get('val') if blanks is not None else None}")
        for series in series_of(chart):
            reference = series.find(f".//{CHART}f").text
            checks.that(sheet in "".join(each.text for each in series.iter(CHART + "f")), f"{sheet} draws {reference}")
    for text in exhibits.descriptions(sheet):
        checks.that("The numbers are in the table tbl_" in text and len(text) > 60, f"description of {sheet}: {text!r}")
    return charts


def check_bars(checks, exhibits):
    chart, = check_common(checks, exhibits, "Figure_1_c_bar", "barChart")
    series, = series_of(chart)
    rows = exhibits.rows("Figure_1_c_bar")
    labels = points(series, "cat")
    checks.equal([labels[i] for i in range(len(rows))], [row["Label in the chart"] for row in rows], "order of the bars")
    right_to_left, = (row for row in rows if row["entity_id"] == "GBR")
    checks.equal((right_to_left["Row"], right_to_left["Label in the chart"]), ("مملكة 5", "\u2068مملكة 5\u2069"), "a name from right to left keeps to itself in a label")
    checks.equal(rows[0]["Row"], "China", "the disputed row stands first, as in the PDF")
    checks.that(labels[0].endswith("[D1]"), "the disputed row is named so")
    missing = [i for i, row in enumerate(rows) if value_of(row) == "[x]"]
    checks.equal(len(missing), 1, "missing rows")
    checks.that(missing[0] not in points(series, "val"), "a missing value is no bar")
    checks.equal(rows[missing[0]]["Value in the chart"], "", "nor a number in the chart's column")
    hatched = [point.find(CHART + "idx").get("val") for point in series.iter(CHART + "dPt") if point.find(f".//{A}pattFill") is not None]
    checks.equal(hatched, ["0"], "the disputed bar is hatched")
    dashed = [point for point in series.iter(CHART + "dPt") if point.find(f".//{A}prstDash") is not None]
    checks.equal(len(dashed), 2, "bars with a dashed edge: disputed, estimated")
    accents = [point.find(CHART + "idx").get("val") for point in series.iter(CHART + "dPt") if any(c.get("val") == "B83A0E" for c in point.iter(A + "srgbClr"))]
    checks.equal(accents, [str([row["entity_id"] for row in rows].index("KOR"))], "the focus has the accent")
    checks.that(has_reversed(chart), "the first row stands at the top")

    lengths, positions = check_common(checks, exhibits, "Figure_2_c_paired", "barChart", 2)
    checks.that(positions.find(f".//{CHART}scatterChart") is not None and positions.find(f".//{CHART}logBase") is not None, "positions on a log scale")
    checks.equal(len(series_of(positions)), 3, "points on the log scale")
    checks.equal(len(points(series_of(lengths)[0], "val")), 3, "bars of the paired chart")

    chart, = check_common(checks, exhibits, "Figure_3_c_share", "barChart")
    checks.equal([round(float(value), 9) for value in points(series_of(chart)[1], "val").values()], [23.3, 60.0], "what is left of the whole")
    chart, = check_common(checks, exhibits, "Figure_4_c_list_range", "barChart")
    checks.equal([list(points(each, "val").values()) for each in series_of(chart)], [["4"], ["34"]], "place, and the rest of the list")


def check_series(checks, exhibits):
    chart, = check_common(checks, exhibits, "Figure_5_c_line", "lineChart")
    lines = [points(each, "val") for each in series_of(chart)]
    checks.equal([sorted(each) for each in lines], [[0, 1, 3], [0, 1, 2, 3]], "a missing year is a gap")
    checks.equal([points(each, "cat")[2] for each in series_of(chart)], ["2023", "2023"], "dates on the axis")
    checks.that(not has_reversed(chart), "amounts rise")
    for sheet in ("Figure_6_c_bump", "Figure_7_c_slope"):
        chart, = check_common(checks, exhibits, sheet, "lineChart")
        checks.that(has_reversed(chart), f"the first place of {sheet} stands at the top")
    checks.equal([points(each, "val") for each in series_of(chart)], [{0: "7", 1: "4"}, {1: "2"}], "a slope without an earlier place has one point")
    rows = exhibits.rows("Figure_7_c_slope")
    checks.equal([row["Value in the chart"] for row in rows], ["7", "4", "", "2"], "the chart's column is blank where nothing was found")
    chart, = check_common(checks, exhibits, "Figure_8_c_dot", "lineChart")
    names = ["".join(text.text for text in each.find(CHART + "tx").iter(CHART + "v")) for each in series_of(chart)]
    checks.equal(len(names), 6, f"a series an entity, one of what is estimated, one of what is disputed: {names}")
    checks.that(any(name.endswith(", disputed") for name in names) and any(name.endswith(", estimated") for name in names), f"names of the series: {names}")


def check_others(checks, exhibits):
    chart, = check_common(checks, exhibits, "Figure_9_c_range", "scatterChart")
    series = series_of(chart)
    checks.equal([list(points(each, "xVal").values()) for each in series], [["40", "50"], ["80"]], "an interval has two ends, what is missing has no point")
    chart, = check_common(checks, exhibits, "Figure_10_c_matrix", "barChart")
    checks.equal(exhibits.rows("Figure_10_c_matrix")[-1]["Sum"], "3", "sum of the matrix")
    chart, = check_common(checks, exhibits, "Figure_11_c_lanes", "barChart")
    rows = exhibits.rows("Figure_11_c_lanes")
    checks.equal([row["action_id"] for row in rows], ["P1", "P2", "P3"], "actions of the lanes")
    starts, lengths = (points(each, "val") for each in series_of(chart))
    checks.equal(sorted(starts), [0, 1], "an undated act has no bar")
    checks.that(float(lengths[0]) > 1000 and float(lengths[1]) == 30, f"a period is as long as it is: {lengths}")

    rows = exhibits.rows("Table_2_second")
    checks.equal([row["Group"] for row in rows], ["Group"] * len(rows), "a further scorecard names its groups in each row")
    rows = exhibits.rows("Table_3_found")
    checks.equal((rows[0]["Found"], rows[0]["Found: of"], rows[0]["Share"]), ("2", "2", "1"), "coverage of a country")
    checks.equal(len(list(exhibits.charts("Table_3_found"))), 1, "charts of the coverage")
    rows = exhibits.rows("Table_4_words")
    checks.equal([row["Chips"] for row in rows], ["2000", "9000", "[x]"], "numbers of a table")
    checks.that("2,000" in rows[0]["In words"], "words of a table hold their number as printed")
    checks.that("INDEX(tbl_data[value]" in exhibits.formulas("Table_4_words")["B7"], "a number of a table is live")


def check_heads(checks, exhibits):
    """Title, subtitle, how the chart differs, and sources stand above each table."""
    def head(sheet):
        cells = {cell.get("r"): exhibits.book.text_of(cell) for cell in exhibits.parts[sheet][1].iter(MAIN + "c")}
        return [cells.get(f"A{row}", "") for row in range(1, 5)]

    for sheet, (title, what, notes, sources) in ((name, head(name)) for name in exhibits.parts if name.startswith(("Figure_", "Table_"))):
        checks.that(title.startswith(sheet.split("_")[0] + " " + sheet.split("_")[1] + ": "), f"title of {sheet}: {title!r}")
        checks.that("S1 Invented yearbook" in sources or sheet.startswith("Table_3"), f"sources of {sheet}: {sources!r}")
        if "_c_" in sheet and not sheet.endswith("lanes"):
            checks.that(what.startswith("Subtitle of "), f"subtitle of {sheet}: {what!r}")
    for sheet in ("Figure_2_c_paired", "Figure_4_c_list_range", "Figure_7_c_slope", "Figure_8_c_dot", "Figure_10_c_matrix"):
        checks.that("PDF" in head(sheet)[2], f"{sheet} says how its chart differs from the PDF's: {head(sheet)[2]!r}")
    checks.equal(head("Comparison")[0], "Table 1: First card", "title of the first scorecard's sheet")


def check_rankings(checks, exhibits):
    rows = {row["entity_id"]: row for row in exhibits.rows("Rankings")}
    checks.equal(sorted(rows), ["FRA", "KOR"], "entities with places")
    checks.equal([rows["KOR"][year] for year in ("2021", "2022", "2023", "2024")], ["9", "7", "6", "4"], "places of KOR")
    checks.equal(rows["FRA"]["2022"], "", "an edition without a place is blank")
    checks.equal((rows["KOR"]["Places gained"], rows["FRA"]["Places gained"]), ("2", "3"), "places gained")
    formulas = exhibits.formulas("Rankings").values()
    checks.that("tbl_rankings[[#This Row],[2023]]-tbl_rankings[[#This Row],[2024]]" in formulas, "places gained are a formula")
    chart, = exhibits.charts("Rankings")
    checks.that(has_reversed(chart) and chart.find(f".//{CHART}lineChart") is not None, "the first place stands at the top")
    checks.equal(sorted(sorted(points(each, "val")) for each in series_of(chart)), [[0, 1, 2, 3], [0, 2, 3]], "a missing edition is a gap")


def check_looks(checks, path):
    """How numbers are shown: no more digits than they have, marks in the workbook's form alone."""
    book = openpyxl.load_workbook(path)
    share = book["Figure_3_c_share"]
    rest = next(cell.column for cell in share[6] if cell.value == "Rest of the whole")
    checks.equal([share.cell(row, rest).number_format for row in (7, 8)], ["#,##0.0", "#,##0"], "decimals of what is left of the whole")
    early = book["Table_5_early"]["B7"].number_format
    checks.that("[p]" in early and "(p)" not in early, f"a provisional figure has one mark: {early}")


def check_korean_money(checks):
    """No number format counts by 10,000, so the number stands in full, with its currency."""
    with BuiltPack("-t", "templates/monthly-brief.ko.md", "--lang", "ko") as built:
        sheet = openpyxl.load_workbook(built.xlsx)["Table_4_action_table"]
        amounts = [cell.number_format for row in sheet.iter_rows(min_row=7) for cell in row if isinstance(cell.value, str) and cell.value.startswith("=") and "금액" in cell.value]
        checks.equal(amounts, ['#,##0"\u00a0달러"'], "looks of amounts in Korean")


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="briefpack-exhibits-") as folder:
        metrics, written = Path(folder) / "marks.json", Path(folder) / "marks.md"
        metrics.write_text(json.dumps(pack()), encoding="utf-8")
        written.write_text(template(), encoding="utf-8")
        with BuiltPack("-t", str(written), metrics=metrics) as built:
            checks.equal(faults(built.xlsx), [], "faults of the workbook")
            exhibits = Exhibits(built.xlsx)
            check_bars(checks, exhibits)
            check_series(checks, exhibits)
            check_others(checks, exhibits)
            check_heads(checks, exhibits)
            check_rankings(checks, exhibits)
            check_looks(checks, built.xlsx)
    check_korean_money(checks)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
