#!/usr/bin/env python3
"""Holds the shipped packs to the list of facts that they were made from.

Every fact has a row id (C05, R12 …). A row is an observation or an action of that id, or it is named in the comment of the
one that it was merged into. Needs the standard library alone.
"""

import json
import re
import unittest
from pathlib import Path

INPUTS = Path(__file__).resolve().parent.parent.parent / "inputs"


def load(name):
    return json.loads((INPUTS / name).read_text(encoding="utf-8"))


def rows(letter, count):
    return [f"{letter}{number:02}" for number in range(1, count + 1)]


ROWS = (rows("C", 11) + rows("T", 6) + rows("R", 15) + rows("P", 34) + rows("I", 25) + rows("O", 20)  # facts
        + rows("N", 3) + rows("Q", 17))  # explicit gaps and categories
WITHHELD = {"R08", "P29", "I09", "O03", "O04", "O05", "O06", "O07", "O12", "O13", "O14", "O15"}
# Rows that rest on the texts S2 and S4 alone, so that the October pack cannot have them.
LATER = {"C08", "C09", "I25", "O12", "O13", "O14", "O15", "P10", "P15", "P16", "P20", "P22", "P28", "P29", "P30", "P31", "P32", "P33"}
LATER_SOURCES = {"S2", "S4"}

CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()

NOVEMBER = load("korea-ai.json")
OCTOBER = load("korea-ai-earlier.json")
PACKS = {"korea-ai.json": NOVEMBER, "korea-ai-earlier.json": OCTOBER}


def facts(pack):
    """Observations and actions together, by id."""
    return {fact["id"]: fact for fact in pack["observations"] + pack["actions"]}


def in_languages(text):
    """The texts of a field in every language it has."""
    return list(text.values()) if isinstance(text, dict) else [text]


def numbers_in(wording):
    """The numbers that a wording holds, in digits, as an ordinal or as a word."""
    found = {float(digits.replace(",", "")) for digits in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", wording)}
    for word in re.findall(r"[a-z]+", wording.lower()):
        for names in (CARDINALS, ORDINALS):
            if word in names:
                found.add(float(names.index(word)))
    return found


def strings_of(node):
    """Every string of a JSON value, keys aside."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for child in node.values():
            yield from strings_of(child)
    elif isinstance(node, list):
        for child in node:
            yield from strings_of(child)


class Coverage(unittest.TestCase):
    def test_the_list_has_131_rows(self):
        self.assertEqual(len(set(ROWS)), 131)

    def test_every_row_is_a_fact_or_named_where_it_was_merged(self):
        known = facts(NOVEMBER)
        comments = " ".join(str(fact.get("comment", "")) for fact in known.values())
        for row in ROWS:
            with self.subTest(row):
                self.assertTrue(row in known or re.search(rf"\b{row}\b", comments))

    def test_the_earlier_pack_lacks_what_rests_on_later_texts_and_only_that(self):
        self.assertEqual(set(facts(NOVEMBER)) - set(facts(OCTOBER)), LATER)
        self.assertLessEqual(set(facts(OCTOBER)), set(facts(NOVEMBER)))
        self.assertEqual({source["id"] for source in OCTOBER["sources"]} & LATER_SOURCES, set())
        cited = {citation["source"] for fact in facts(OCTOBER).values() for citation in fact["sources"]}
        self.assertEqual(cited & LATER_SOURCES, set())

    def test_the_earlier_pack_states_the_same_values(self):
        now = facts(NOVEMBER)
        for id, fact in facts(OCTOBER).items():
            for field in ("metric", "entity", "time_period", "date", "obs_value", "obs_text", "obs_range", "obs_status", "qualifier", "amount"):
                self.assertEqual(fact.get(field), now[id].get(field), f"{id}.{field}")

    def test_one_issue_follows_the_other(self):
        self.assertEqual(NOVEMBER["pack"]["supersedes"], OCTOBER["pack"]["id"])
        self.assertNotIn("supersedes", OCTOBER["pack"])
        self.assertLess(OCTOBER["pack"]["issued"], NOVEMBER["pack"]["issued"])


class Truth(unittest.TestCase):
    def test_withheld_rows_are_withheld_and_no_others(self):
        for name, pack in PACKS.items():
            withheld = {o["id"] for o in pack["observations"] if "withhold" in o}
            self.assertEqual(withheld, WITHHELD & set(facts(pack)), name)

    def test_reasons_for_withholding_do_not_tell_the_value(self):
        for o in NOVEMBER["observations"]:
            if "withhold" in o:
                told = " ".join(in_languages(o["withhold"]))
                self.assertFalse(re.search(r"\d", told), o["id"])
                self.assertNotIn(o["obs_value"], numbers_in(told), o["id"])
                self.assertNotIn("comment", o, o["id"])
                self.assertNotIn("limitation", o, o["id"])

    def test_disputes_are_about_the_disputed_rows(self):
        about = {dispute["id"]: dispute["about"] for dispute in NOVEMBER["disputes"]}
        self.assertEqual(about, {"D1": ["C07", "C08"], "D2": ["Q09"], "D3": ["R12", "Q10"]})
        self.assertEqual([dispute["id"] for dispute in OCTOBER["disputes"]], ["D2", "D3"])

    def test_the_interval_stays_an_interval(self):
        score = facts(NOVEMBER)["R12"]
        self.assertIsNone(score["obs_value"])
        self.assertEqual(score["obs_range"], [50, 54])
        self.assertEqual(score["obs_text"]["en"], "early 50s")

    def test_the_converted_amount_is_no_number(self):
        self.assertIsNone(facts(NOVEMBER)["I04"]["obs_value"])

    def test_copies_of_one_text_are_no_two_witnesses(self):
        copies = {source["id"]: source["same_as"] for source in NOVEMBER["sources"] if "same_as" in source}
        self.assertEqual(copies, {"S2": "S1"})

    def test_withdrawn_multiples_are_printed_nowhere(self):
        for name in PACKS:
            self.assertFalse(re.search(r"(?<!\d)175(?!\d)", (INPUTS / name).read_text(encoding="utf-8")), name)
        for name, pack in PACKS.items():
            for text in strings_of(pack):
                self.assertFalse(re.search(r"\b(seven|7(\.1)?)[ -](times|fold)\b|7(\.1)?배", text), f"{name}: {text}")


class Wording(unittest.TestCase):
    def test_wordings_are_short_and_hold_the_value(self):
        for name, pack in PACKS.items():
            for o in pack["observations"]:
                for citation in o["sources"]:
                    wording = citation.get("as_stated")
                    if wording is None:
                        continue
                    self.assertLessEqual(len(wording.split()), 12, f"{name} {o['id']}")
                    if isinstance(o["obs_value"], (int, float)) and "withhold" not in o:
                        self.assertIn(float(o["obs_value"]), numbers_in(wording), f"{name} {o['id']}: {wording}")

    def test_a_number_without_wording_says_that_it_was_derived(self):
        for o in NOVEMBER["observations"]:
            if isinstance(o["obs_value"], (int, float)) and not all("as_stated" in c for c in o["sources"]):
                self.assertTrue(re.search(r"derived|Counted", o["comment"]), o["id"])

    def test_limitations_fit_the_page_foot(self):
        for name, pack in PACKS.items():
            for fact in facts(pack).values():
                for text in in_languages(fact.get("limitation", {})):
                    self.assertLessEqual(len(text), 45, f"{name} {fact['id']}: {text}")
                    self.assertFalse(text.endswith("."), f"{name} {fact['id']}: the note sets the full stop")

    def test_every_published_fact_says_its_limits(self):
        for name, pack in PACKS.items():
            for fact in facts(pack).values():
                self.assertTrue("limitation" in fact or "withhold" in fact, f"{name} {fact['id']}")

    def test_what_the_korean_page_prints_is_there_in_korean(self):
        def both(text, where):
            self.assertIsInstance(text, dict, where)
            self.assertEqual(set(text), {"en", "ko"}, where)

        for name, pack in PACKS.items():
            for metric in pack["metrics"]:
                for field in ("name", "short_name", "unit_label", "unit_counter"):
                    if field in metric:
                        both(metric[field], f"{name} {metric['id']}.{field}")
            for fact in facts(pack).values():
                for field in ("title", "obs_text", "period_label", "limitation", "withhold", "status_label", "instrument_label", "summary"):
                    if field in fact:
                        both(fact[field], f"{name} {fact['id']}.{field}")
                for citation in fact["sources"]:
                    both(citation["locator"], f"{name} {fact['id']}.locator")
            for caveat in pack["caveats"]:
                both(caveat["text"], f"{name} {caveat['id']}")
            for dispute in pack["disputes"]:
                for text in (dispute["question"], dispute["settled_by"], *dispute["treatment"].values()):
                    both(text, f"{name} {dispute['id']}")


class References(unittest.TestCase):
    def test_every_id_that_is_used_is_defined(self):
        for name, pack in PACKS.items():
            known = {kind: {thing["id"] for thing in pack[kind]} for kind in ("entities", "topics", "sources", "metrics")}
            fact_ids = set(facts(pack))
            for metric in pack["metrics"]:
                self.assertIn(metric["topic"], known["topics"], name)
            for o in pack["observations"]:
                self.assertIn(o["metric"], known["metrics"], f"{name} {o['id']}")
            for fact in facts(pack).values():
                self.assertIn(fact["entity"], known["entities"], f"{name} {fact['id']}")
                for citation in fact["sources"]:
                    self.assertIn(citation["source"], known["sources"], f"{name} {fact['id']}")
            for doubt in pack["caveats"] + pack["disputes"]:
                self.assertLessEqual(set(doubt["about"]), fact_ids, f"{name} {doubt['id']}")
            for entity in pack["entities"]:
                self.assertLessEqual({entity.get("parent", entity["id"]), *entity.get("members", [])}, known["entities"], f"{name} {entity['id']}")

    def test_no_metric_is_without_observations(self):
        for name, pack in PACKS.items():
            self.assertEqual({m["id"] for m in pack["metrics"]}, {o["metric"] for o in pack["observations"]}, name)


if __name__ == "__main__":
    unittest.main()
