#!/usr/bin/env python3
"""Writes a large made-up pack and its template, for measuring: make_large_pack.py FOLDER [ENTITIES METRICS PERIODS FIGURES].

FOLDER/large.json holds ENTITIES x METRICS x PERIODS observations, each with a source, a locator and the source's wording;
FOLDER/large.md prints FIGURES figures in prose, a fifth of them results, with a claim in every tenth sentence, and one table.
The same arguments give the same bytes.
"""

import json
import sys
from pathlib import Path

UNITS = ["persons", "patents", "petaFLOPS", "papers", "departments"]


def value(entity: int, metric: int, period: int) -> int:
    """A number of four to six digits that grows with the period and is seldom met twice."""
    return 1000 + (entity * 7919 + metric * 104729) % 90000 + (period + 1) * 137


def pack(entities: int, metrics: int, periods: int) -> dict:
    return {
        "schema_version": 1,
        "pack": {"id": "large", "title": "Made-up test data: a large pack", "time_period": "2030-01", "issued": "2030-01-15"},
        "entities": [{"id": f"E{e:03}", "kind": "company", "name": f"Company {chr(65 + e % 26)}{e}"} for e in range(entities)],
        "sources": [{"id": f"source{m}", "title": f"Invented survey {chr(65 + m)}"} for m in range(metrics)],
        "metrics": [
            {"id": f"m{m}", "name": f"Measure {chr(65 + m)}", "topic": "compute", "type": "quantity", "unit_measure": UNITS[m % 5],
             "unit_label": UNITS[m % 5], "direction": "higher_is_better", "definition": "Invented."}
            for m in range(metrics)
        ],
        "observations": [
            {"metric": f"m{m}", "entity": f"E{e:03}", "time_period": str(2029 - periods + 1 + p), "obs_value": value(e, m, p),
             "sources": [{"source": f"source{m}", "locator": f"table {p + 1}, row {e + 1}",
                          "as_stated": f"{value(e, m, p):,} {UNITS[m % 5]}"}]}
            for m in range(metrics) for e in range(entities) for p in range(periods)
        ],
    }


def template(entities: int, metrics: int, figures: int) -> str:
    lines = ["---", "title: A large brief", f"entities: [{', '.join(f'E{e:03}' for e in range(min(entities, 8)))}]", "---", "", "# Everything", ""]
    for i in range(figures):
        entity, metric = f"E{(i * 7 + i // entities) % entities:03}", f"m{i % metrics}"
        if i % 10 == 0:
            lines.append(f"The company {{name}}`{entity}` {{claim}}`change({metric}.{entity}) > 0 => grew` to {{fig}}`{metric}.{entity}`.")
        elif i % 5 == 0:
            lines.append(f"Its growth was {{fig}}`pct_change({metric}.{entity}) ; percent`.")
        else:
            lines.append(f"For {{name}}`{entity}` the survey gives {{fig}}`{metric}.{entity}` in {{period}}`{metric}.{entity}`.")
        if i % 5 == 4:
            lines.append("")
    return "\n".join(lines) + "\n"


def main(folder: str, entities: int = 200, metrics: int = 20, periods: int = 8, figures: int = 500) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    made = json.dumps(pack(entities, metrics, periods), ensure_ascii=False, indent=1)
    (target / "large.json").write_text(made + "\n", encoding="utf-8")
    (target / "large.md").write_text(template(entities, metrics, figures), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
