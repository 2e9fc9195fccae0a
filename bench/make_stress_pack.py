#!/usr/bin/env python3
"""Writes a made-up pack that strains every page: make_stress_pack.py FOLDER [ENTITIES METRICS PERIODS].

FOLDER/stress.json: ENTITIES regions (60) with names of up to 80 characters in several scripts, METRICS measures (40) of all types
with long names and units, PERIODS years (8), missing, estimated, bounded, disputed and withheld values, long limitations.
Five values are disputed and 60 policy actions stand in them. FOLDER/stress.md: cover, a scorecard of all ENTITIES, tables of 200 rows and of 12
columns, numbers with unlike decimals, charts of 30 and 60 rows of every mark, text in columns, notes of many lines, disputes, a
timeline and table of actions, and two pages for each country: 120 pages and more with 60.
The same arguments give the same bytes.
"""

import json
import sys
from pathlib import Path

SCRIPTS = ["가나다라마바사 공화국", "中华长名称人民联合国", "جمهورية الأسماء الطويلة", "लंबे नामों का गणराज्य", "สาธารณรัฐแห่งชื่อยาว", "Δημοκρατία των Μακρών Ονομάτων",
           "Cộng hòa Những Tên Rất Dài", "Länder & <Söhne> *fett* _kursiv_", "=1+1 @SUM -minus +plus"]
TYPES = ["quantity", "money", "share", "index", "rank", "category"]


def region_id(number: int) -> str:
    """Three letters; countries must have codes of ISO 3166-1, so these are regions."""
    return f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"


def name(number: int) -> str:
    if number % 7 == 3:
        return f"{SCRIPTS[number // 7 % len(SCRIPTS)]} {number}"
    if number % 5 == 0:
        return f"Federal and Democratic Republic of the Longest Names and the Widest Plains No {number}"[:80]
    return f"Country {number}"


def metric(number: int) -> dict:
    kind = TYPES[number % len(TYPES)]
    out = {"id": f"m{number}", "name": f"Measure {number}: a long and precise name of what is counted, by whom and how", "short_name": f"Measure {number}",
           "topic": ["compute", "talent", "rankings", "policy"][number % 4], "type": kind, "definition": "Invented for tests of layout.",
           "unit_measure": {"quantity": "persons", "money": "USD", "share": "percent", "index": "points", "rank": "rank", "category": ""}[kind]}
    if kind == "quantity":
        out["unit_label"] = "full-time equivalents"
    if kind == "money":
        out.update(currency="USD", unit_mult=6)
    if kind == "rank":
        out.update(direction="lower_is_better", out_of=200)
    if kind == "category":
        out["categories"] = ["leading", "second", "third"]
        del out["unit_measure"]
    if kind in ("quantity", "money", "share", "index"):
        out["direction"] = "higher_is_better"
    return out


def value(entity: int, number: int, period: int) -> dict:
    kind = TYPES[number % len(TYPES)]
    seed = (entity * 7919 + number * 104729 + period * 613) % 99991
    if seed % 17 == 0:
        return {"obs_value": None, "obs_status": "O"}
    if kind == "category":
        return {"obs_value": ["leading", "second", "third"][seed % 3]}
    if kind == "rank":
        return {"obs_value": 1 + seed % 200}
    if kind == "share":
        return {"obs_value": round(seed % 1000 / 10, 1)}
    if kind == "index":
        return {"obs_range": [seed % 50, seed % 50 + 5], "obs_value": None} if seed % 13 == 1 else {"obs_value": seed % 100}
    out = {"obs_value": (1 + seed) * (1 if kind == "money" else 10 ** (seed % 5))}
    if seed % 11 == 2:
        out["qualifier"] = ["over", "about", "up_to"][seed % 3]
    if seed % 19 == 4:
        out["obs_status"] = ["E", "P", "U"][seed % 3]
    return out


def pack(entities: int, metrics: int, periods: int) -> dict:
    observations = []
    for m in range(metrics):
        for e in range(entities):
            for p in range(periods):
                row = {"metric": f"m{m}", "entity": region_id(e), "time_period": str(2029 - periods + 1 + p), **value(e, m, p),
                       "sources": [{"source": f"s{(m + e) % 12}", "locator": f"table {m % 6 + 1}"}]}
                if (m + e + p) % 9 == 0:
                    row["limitation"] = "Counted otherwise than in the other years"
                if (m * 31 + e * 7 + p) % 97 == 5 and p < 3:
                    row["withhold"] = "Invented reason"
                observations.append(row)
    return {
        "schema_version": 1,
        "pack": {"id": "stress", "title": "Made-up test data: a pack that strains every page", "series": "Stress briefing", "publisher": "Invented unit",
                 "time_period": "2030-01", "issued": "2030-01-15", "issue": "2030/01", "data_cutoff": "2030-01-10"},
        "entities": [{"id": region_id(e), "kind": "region", "name": name(e), "place_group": f"Part {e // 13 + 1} of the world"} for e in range(entities)],
        "sources": [{"id": f"s{s}", "title": f"Invented yearbook of long titles and many tables, volume {s + 1}", "publisher": "Invented office",
                     "published": "2029-11", "url": f"https://example.org/a/very/long/address/of/a/yearbook/volume-{s + 1}.html"} for s in range(12)],
        "metrics": [metric(m) for m in range(metrics)],
        "observations": observations,
        "disputes": disputes(entities, metrics),
        "actions": actions(entities),
    }


def disputes(entities: int, metrics: int) -> list[dict]:
    out = []
    for n in range(5):
        about = [f"m{n * 6 % metrics}.{region_id((n * 11 + 2) % entities)}", f"m{n * 6 % metrics}.{region_id((n * 11 + 3) % entities)}"]
        out.append({"id": f"D{n + 1}", "question": f"Who holds the number of dispute {n + 1}, the one country or its neighbour, which the tables of the two offices give to either?",
                    "about": about,
                    "positions": [{"by": f"Office {side} says", "claim": f"Claim {side}", "text": "Made-up words of one side, long enough to run over several lines in a column that is narrow. " * (1 + n),
                                   "about": about[side], "sources": [{"source": f"s{side}", "locator": f"row {n}"}]} for side in range(2)],
                    "treatment": {"claim": "Not ranked", "text": "Printed beside each other, and never summed."}, "settled_by": "A count that both offices sign", "since": "2029-12"})
    return out


def actions(entities: int) -> list[dict]:
    kinds = ["strategy", "funding", "regulation", "skills", "infrastructure", "research", "international"]
    states = ["announced", "under_way", "in_force", "completed"]
    out = []
    for n in range(entities):
        each = {"id": f"A{n}", "entity": region_id(n // 3), "title": f"Act number {n} on the promotion of invented instruments and of their long and precise names", "date": f"{2020 + n * 7 % 10}-{n % 12 + 1:02}",
                "instrument": kinds[n % len(kinds)], "status": states[n % len(states)], "summary": "A sentence that says in plain words what the act does, and for whom it does so.",
                "amount": {"obs_status": "O"} if n % 2 else {"value": (n + 1) * 37, "currency": "USD", "unit_mult": 6}, "sources": [{"source": f"s{n % 12}", "locator": f"act {n}"}]}
        if n % 9 == 4:
            each["date"] = None
        out.append(each)
    return out


def rows(first: int, count: int, entities: int, metrics: int) -> list[str]:
    out = []
    for r in range(first, first + count):
        e, m = region_id(r % entities), f"m{r * 3 % metrics}"
        out.append(f"| {{name}}`{e}` | {{metric}}`{m} ; short` | {{fig}}`{m}.{e}` | {{period}}`{m}.{e}` |")
    return out


def page(title: str) -> list[str]:
    return ["```{page}", f":title: {title}", f":headline: {title}, as many as there may be", "```", ""]


def wide_table(ids: list[str], metrics: int) -> list[str]:
    """Twelve columns with names of 80 characters, of which the first and the fifth word do not break; then unlike decimals."""
    head = ["Country"] + [f"Antidisestablishmentarianism{m} {{metric}}`m{m}`" for m in range(12)]
    lines = [*page("Wide tables"), "```{table} wide", ":title: More columns than a page is wide", "", "| " + " | ".join(head) + " |", "|:--|" + "--:|" * 12]
    lines += ["| " + " | ".join([f"{{name}}`{e}`"] + [f"{{fig}}`m{m}.{e} ; nounit`" for m in range(12)]) + " |" for e in ids[:25]]
    lines += ["```", "", "```{table} decimals", ":title: Shares with one decimal and without", ":align: left, decimal, right", "", "| Group | Share | Latest |", "|:--|--:|--:|"]
    for n, e in enumerate(ids[:40]):
        if n % 10 == 0:
            lines.append(f"| **Group {n // 10 + 1} of the measures** | | |")
        lines.append(f"| {{name}}`{e}` | {{fig}}`m2.{e} ; round:{n % 2}` | {{fig}}`m2.{e} ; round:{(n + 1) % 2}` |")
    return lines + ["```", ""]


def charts(ids: list[str]) -> list[str]:
    lines = page("Charts of many rows")
    for label, mark, count, options in (
            ("bars", "bar", 30, [":metrics: m0"]), ("all-bars", "bar", 60, [":metrics: m6"]), ("ranges", "range", 30, [":metrics: m3"]),
            ("dots", "dot", 6, [":metrics: " + ", ".join(f"m{m}" for m in range(2, 40, 6))]), ("places", "list-range", 20, [":metrics: m4"]), ("shares", "share", 20, [":metrics: m2"]),
            ("lines", "line", 8, [":metrics: m0"]), ("bumps", "bump", 8, [":metrics: m4"])):
        entities = ", ".join(ids[:count])
        lines += [f"```{{chart}} {label}", f":mark: {mark}", f":title: Many countries in a chart of mark {mark}", ":unlike: Made up.", *options, f":entities: [{entities}]", "```", ""]
    return lines


def texts(ids: list[str]) -> list[str]:
    sentence = "A made-up sentence on {name}`%s`, which has {fig}`m0.%s` by the first measure and {fig}`m8.%s` by the ninth, and of which nothing more is known. "
    several = [" ".join(sentence.replace("%s", e) for e in ids[n:n + 4]) for n in range(0, 32, 4)]
    lines = [*page("Text in columns"), "````{columns} 6 6", ":balance:", "", "## A text that runs through two columns", "", *[line for each in several for line in (each, "")],
             "1. The first of a numbered list", "2. The second, which is longer", "3. The third", "````", "", "````{columns} 4 4 4", "", *[line for each in several[:4] for line in (each, "")], "````", ""]
    lines += [*page("Long notes"), "Means of many values have notes of many lines.", ""]
    lines += [f"On average {{fig}}`mean(m{m}, [{', '.join(ids[m % 7::2])}]) ; unlike` by one measure.\n" for m in (2, 8, 14, 20, 26, 32)]
    lines += page("Disputes")
    for n in range(5):
        lines += [f"```{{dispute}} D{n + 1}", "```", ""]
    lines += [*page("Acts"), "```{timeline} lanes", ":title: Many acts in some countries", f":entities: [{', '.join(ids[:20])}]", "```", "",
              "```{actions} acts", ":title: The same acts in a table", f":entities: [{', '.join(ids[:20])}]", "```", ""]
    return lines


def template(entities: int, metrics: int) -> str:
    ids = [region_id(e) for e in range(entities)]
    lines = ["---", "title: A pack that strains every page, with a title that is long enough for two lines", "subtitle: Made-up figures", f"focus: {ids[0]}",
             f"entities: [{', '.join(ids)}]", "---", "", "```{cover}", ":kicker: Stress", "```", "", "```{contents}", "```", "",
             "```{page}", ":title: Scorecard", ":headline: Everything beside everything", "```", "",
             "```{comparison} card", ":title: All measures", ":found:", ":metrics:"]
    for group, start in (("First group", 0), ("Second group with a long name", 14), ("Third", 28)):
        names = ", ".join(f"m{m}" for m in range(start, min(start + 14, metrics)) if m < metrics)
        if names:
            lines.append(f"  {group}: {names}")
    lines += ["```", "", "```{page}", ":title: Rows", ":headline: A table of two hundred rows".replace("two hundred ", "many "), "```", "",
              "```{table} rows", ":title: Many rows", "", "| Country | Measure | Value | Period |", "|:--|:--|--:|:--|",
              *rows(0, 200, entities, metrics), "```", "",
              *wide_table(ids, metrics), *charts(ids), *texts(ids)]
    for e, entity in enumerate(ids):
        lines += ["```{page}", f":title: {{name}}`{entity}`", f":headline: {{name}}`{entity}` in figures", ":standfirst: A sentence that says what the reader will find here, and which is long enough for two lines of text on the page.",
                  "```", "", f"In short, {{name}}`{entity}` has {{fig}}`m0.{entity}` by the first measure and {{fig}}`m3.{entity}` by the fourth.", "",
                  "```{table} t-" + entity, f":title: All figures of {{name}}`{entity}`", "", "| Measure | Latest | Earlier |", "|:--|--:|--:|",
                  *[f"| {{metric}}`m{m}` | {{fig}}`m{m}.{entity}` | {{fig}}`m{m}.{entity}@{2026 + m % 3}` |" for m in range(0, metrics, 1 if e % 4 == 0 else 2)], "```", ""]
        if e % 6 == 0:
            lines += ["```{chart} c-" + entity, ":mark: line", f":title: One measure of {{name}}`{entity}`", f":rows: m0.{entity}", "```", ""]
    lines += ["```{page}", ":title: Sources", ":headline: Sources", "```", "", "```{sources}", "```"]
    return "\n".join(lines) + "\n"


def main(folder: str, entities: int = 60, metrics: int = 40, periods: int = 8) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    made = json.dumps(pack(entities, metrics, periods), ensure_ascii=False, indent=1)
    (target / "stress.json").write_text(made + "\n", encoding="utf-8")
    (target / "stress.md").write_text(template(entities, metrics), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
