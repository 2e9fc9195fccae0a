"""The checklists for real packs: what the sample meets, what author-made faults break and where, that the manifest has the same list,
and that docs/accessibility.md lists every line."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("BRIEFPACK")
sys.path.insert(0, str(ROOT / "tests" / "workbook"))

from built_pack import Checks  # noqa: E402

LAKES = ROOT / "tests" / "command" / "files"

# The profile's small headings stand right under the page's title.
SKIPS = {"country-profile.md": {"pdf/heading-order"}, "country-profile.ko.md": {"pdf/heading-order"}}

FAULTY = """---
title: Lakes
entities: [KOR, FRA]
focus: KOR
---

# Lakes

## Large ones

#### Korea

Korea has {fig}`lakes.KOR`, France {fig}`lakes.FRA`. See [](https://example.org/a), <https://example.org/b>, [here](https://example.org/c)
and [the survey of lakes](https://example.org/d).

Korea calls a lake 호수.

| Lake | |
|:--|--:|
| Korea | {fig}`lakes.KOR` |
"""


def run(*arguments, cwd=ROOT):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=300)


def listed(checks, what, *arguments, cwd=ROOT):
    answer = run("check", *arguments, "--accessibility", "--format", "json", cwd=cwd)
    checks.equal(answer.returncode, 0, f"exit code of {what}: {answer.stderr}")
    return {line["id"]: line for line in json.loads(answer.stdout)["accessibility"]}


def unmet(lines):
    return {name for name, line in lines.items() if line["verdict"] == "not met"}


def check_samples(checks):
    for template in ("monthly-brief.md", "country-profile.md", "monthly-brief.ko.md", "country-profile.ko.md"):
        lines = listed(checks, template, "inputs/korea-ai.json", "-t", f"templates/{template}", "--workbook", "release")
        essential = {name for name in unmet(lines) if lines[name]["essential"]}
        checks.equal(essential, set(), f"essential lines that {template} does not meet")
        checks.equal(unmet(lines) - {"workbook/cover"}, SKIPS.get(template, set()), f"lines that {template} does not meet")
        analyst = listed(checks, template, "inputs/korea-ai.json", "-t", f"templates/{template}")
        checks.equal(unmet(analyst) - unmet(lines), {"workbook/no-filters", "workbook/no-freeze-panes", "workbook/font-size"}, f"what the analyst's workbook of {template} has more")
        for line in lines.values():
            wanted = "for the author" if line["basis"] == "author" else "not met" if line.get("faults") else "met"
            checks.equal(line["verdict"], wanted, f"verdict of {line['id']}")


def check_faults(checks, folder):
    (folder / "faulty.md").write_text(FAULTY, encoding="utf-8")
    pack = json.loads((LAKES / "lakes.json").read_text(encoding="utf-8"))
    (folder / "lakes.json").write_text(json.dumps(pack, indent=1), encoding="utf-8")
    lines = listed(checks, "a faulty template", "lakes.json", "-t", "faulty.md", cwd=folder)
    wanted = {
        "pdf/heading-order": [(11, "a heading of level 4 follows one of level 2")],
        "pdf/link-words": [(13, "the link to https://example.org/a has no text"), (13, "the link to https://example.org/b shows a bare address"),
                           (13, "the link to https://example.org/c does not say where it leads")],
        "pdf/table-titles": [(18, "a table without a title; the directive table gives it one")],
        "pdf/table-head-words": [(18, "a header cell without words")],
    }
    for name, places in wanted.items():
        checks.equal(lines[name]["verdict"], "not met", name)
        found = [(place.get("line"), place["what"]) for place in lines[name].get("places", [])]
        checks.equal(found, places, f"places of {name}")
        checks.that(all(place.get("file") == "faulty.md" for place in lines[name].get("places", [])), f"file of {name}")
    checks.equal([place["where"] for place in lines["pdf/language-of-parts"].get("places", [])], ["page 1"], "a word in another script")
    checks.equal([place["what"] for place in lines["workbook/definitions"].get("places", [])], ['"lakes" has no definition'], "a measure without definition")
    checks.equal(lines["workbook/cover"]["faults"], 3, "publisher, contact and licence are not given")
    checks.equal(unmet(lines), {*wanted, "pdf/language-of-parts", "workbook/definitions", "workbook/cover", "workbook/properties",
                                "workbook/no-filters", "workbook/no-freeze-panes", "workbook/font-size"}, "lines that are not met")

    strict = run("check", "lakes.json", "-t", "faulty.md", "--accessibility", "--strict", cwd=folder)
    checks.equal(strict.returncode, 4, "an essential line that is not met, under --strict")
    checks.that("faulty.md:11:1: a heading of level 4 follows one of level 2" in strict.stdout, "the place in the text form")
    checks.that("(essential)" in strict.stdout, "the text form says what is essential")
    several = run("check", "lakes.json", "-t", "faulty.md", "-t", "faulty.md", "--accessibility", cwd=folder)
    checks.equal(several.returncode, 2, "one template only")
    github = run("check", "lakes.json", "-t", "faulty.md", "--format", "github", "--accessibility", cwd=folder)
    checks.equal(github.returncode, 2, "text and json only")

    built = run("build", "lakes.json", "-t", "faulty.md", "-o", "out", cwd=folder)
    checks.equal(built.returncode, 0, f"a build of it: {built.stderr}")
    manifest = json.loads((folder / "out" / "lakes.manifest.json").read_text(encoding="utf-8"))
    checks.equal(manifest["accessibility"], list(lines.values()), "the list of the manifest")


def check_docs(checks):
    lines = listed(checks, "the sample", "inputs/korea-ai.json")
    text = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+/[a-z-]+)` \| (.*) \|$", text, re.M)
    wanted = []
    for line in lines.values():
        wanted.append((line["id"], " | ".join([line["requirement"], "yes" if line["essential"] else "", line["source"], line["basis"], line["judged"]])))
    checks.equal(rows, wanted, "rows of docs/accessibility.md")


def main():
    if not PROGRAM:
        raise SystemExit("BRIEFPACK must name the program under test")
    checks = Checks()
    check_samples(checks)
    with tempfile.TemporaryDirectory(prefix="briefpack-accessibility-") as folder:
        check_faults(checks, Path(folder))
    check_docs(checks)
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
