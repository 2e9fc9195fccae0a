#!/usr/bin/env python3
"""Writes a made-up pack of many entities and the template of a profile of two pages: make_profiles_pack.py FOLDER [ENTITIES METRICS].

FOLDER/profiles.json holds ENTITIES x METRICS observations (200 x 6), FOLDER/profiles.md a strip, a chart, a table, a paragraph and the
sources for whichever entity is in focus. The same arguments give the same bytes.
"""

import json
import sys
from pathlib import Path

from make_large_pack import UNITS, value


def pack(entities: int, metrics: int) -> dict:
    return {
        "schema_version": 1,
        "pack": {"id": "profiles", "title": "Made-up test data: many profiles", "time_period": "2030-01", "issued": "2030-01-15", "publisher": "Invented unit"},
        "entities": [{"id": f"E{e:03}", "kind": "company", "name": f"Company {chr(65 + e % 26)}{e}"} for e in range(entities)],
        "sources": [{"id": f"source{m}", "title": f"Invented survey {chr(65 + m)}", "publisher": "Invented office"} for m in range(metrics)],
        "metrics": [
            {"id": f"m{m}", "name": f"Measure {chr(65 + m)}", "topic": "compute", "type": "quantity", "unit_measure": UNITS[m % 5], "unit_label": UNITS[m % 5],
             "direction": "higher_is_better", "definition": "Invented."}
            for m in range(metrics)
        ],
        "observations": [
            {"metric": f"m{m}", "entity": f"E{e:03}", "time_period": "2029", "obs_value": value(e, m, 0),
             "sources": [{"source": f"source{m}", "locator": f"table {m + 1}, row {e + 1}", "as_stated": f"{value(e, m, 0):,} {UNITS[m % 5]}"}]}
            for m in range(metrics) for e in range(entities)
        ],
    }


def template(metrics: int) -> str:
    strip = "\n".join(f"- {{fig}}`m{m}.focus ; nounit`\n\n  {{metric}}`m{m}`, {{period}}`m{m}.focus`" for m in range(min(metrics, 5)))
    rows = "\n".join(f"| {{metric}}`m{m}` | {{fig}}`m{m}.focus` | {{fig}}`median(m{m})` | {{fig}}`rank(m{m}.focus) ; of` |" for m in range(metrics))
    return f"""---
title: "{{name}}`focus`"
subtitle: Made-up figures
focus: E000
entities: entities where kind = company
---

```{{cover}}
:variant: profile
:kicker: Profile
:headline: {{name}}`focus`
```

```{{key-figures}}
{strip}
```

## In short

The surveys count {{fig}}`m0.focus` and {{fig}}`m1.focus` in {{name}}`focus`, where the median of all companies is {{fig}}`median(m0)`. It comes {{fig}}`rank(m0.focus)` by the first measure, and {{fig}}`rank(m2.focus)` by the third.

```{{chart}} bars
:mark: bar
:title: {{name}}`focus` beside five others
:metrics: m0
:entities: [focus, E001, E002, E003, E004, E005]
```

```{{page}}
:kicker: {{name}}`focus`
:title: Figures and sources
:headline: All figures of {{name}}`focus`
```

```{{table}} all
:title: Every measure with the median of all companies

| Measure | Value | Median | Place |
|:--|--:|--:|--:|
{rows}
```

```{{sources}}
```
"""


def main(folder: str, entities: int = 200, metrics: int = 6) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    made = json.dumps(pack(entities, metrics), ensure_ascii=False, indent=1)
    (target / "profiles.json").write_text(made + "\n", encoding="utf-8")
    (target / "profiles.md").write_text(template(metrics), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
