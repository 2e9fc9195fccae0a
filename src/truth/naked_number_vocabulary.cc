#include "truth/naked_number_vocabulary.h"

#include <algorithm>
#include <array>
#include <set>

namespace briefpack::truth {

namespace {

using Words = std::set<std::string_view>;

}  // namespace

bool is_month_name(std::string_view word) {
  static const Words kMonths{"January", "February", "March",    "April", "May", "June", "July", "August", "September",
                             "October", "November", "December", "Jan",   "Feb", "Mar",  "Apr",  "Jun",    "Jul",
                             "Aug",     "Sep",      "Sept",     "Oct",   "Nov", "Dec",  "JAN",  "FEB",    "MAR",
                             "APR",     "MAY",      "JUN",      "JUL",   "AUG", "SEP",  "OCT",  "NOV",    "DEC"};
  return kMonths.count(word) != 0;
}

bool is_reference_word(std::string_view lower) {
  static const Words kWords{
      "figure",   "figures",  "fig",       "figs",       "table",      "tables",    "chart",      "charts",
      "box",      "boxes",    "map",       "panel",      "exhibit",    "page",      "pages",      "p",
      "pp",       "para",     "paras",     "paragraph",  "paragraphs", "section",   "sections",   "sec",
      "sect",     "chapter",  "chapters",  "ch",         "annex",      "annexes",   "appendix",   "note",
      "notes",    "footnote", "footnotes", "endnote",    "article",    "articles",  "art",        "clause",
      "item",     "items",    "nr",        "question",   "questions",  "version",   "versions",   "ver",
      "v",        "volume",   "vol",       "issue",      "row",        "rows",      "line",       "lines",
      "column",   "columns",  "col",       "slide",      "equation",   "eq",        "room",       "floor",
      "building", "gate",     "platform",  "resolution", "act",        "directive", "regulation", "decree",
      "bill",     "recital",  "title",     "iso",        "iec",        "ieee",      "rfc",        "en",
      "din",      "ks",       "nist",      "sdg",        "hs",         "isic",      "nace",       "fy",
      "week",     "day",      "tel",       "phone",      "telephone",  "fax",       "ext",        "isbn",
      "issn",     "doi",      "utc",       "gmt",        "chapter’s",  "edition",   "draft",      "rev",
      "revision", "build",    "release",   "windows",    "case",       "docket",    "no",         "fortune",
      "s&p",      "kospi",    "kosdaq",    "nikkei",     "dax",        "cac",       "ftse",       "russell"};
  return kWords.count(lower) != 0;
}

bool is_product_word(std::string_view word) {
  // Written as their makers write them; "order" and "public law" count only with capitals.
  static const Words kWords{"RTX",   "GTX",    "Radeon", "EPYC",    "Xeon",   "Ryzen",  "Snapdragon", "Exynos", "Kirin",  "Ascend", "Quadro",
                            "GPT",   "Llama",  "Claude", "Gemini",  "Gemma",  "Qwen",   "Mistral",    "Phi",    "Grok",   "EXAONE", "Boeing", "Airbus",
                            "Order", "Orders", "Law",    "Circular", "Notice", "Ordinance", "Proclamation", "Apollo", "Vision", "Agenda", "Horizon"};
  return kWords.count(word) != 0;
}

bool is_ranked_word(std::string_view lower) {
  static const Words kWords{"level",    "levels",  "type",     "types",    "class",          "category",
                            "grade",    "stage",   "stages",   "phase",    "phases",         "tier",
                            "tiers",    "step",    "steps",    "round",    "scenario",       "scenarios",
                            "option",   "options", "goal",     "goals",    "pillar",         "pillars",
                            "priority", "part",    "parts",    "group",    "recommendation", "recommendations",
                            "action",   "actions", "measure",  "measures", "lesson",         "message",
                            "messages", "point",   "task",     "unit",     "zone",           "route",
                            "wave",     "plan",    "district", "llama",    "gemini",         "gpt",
                            "claude"};
  return kWords.count(lower) != 0;
}

bool is_reference_word_ko(std::string_view script) {
  constexpr std::array<std::string_view, 12> kEndings{"그림", "표",   "도표", "쪽",   "주석", "각주",
                                                      "미주", "부록", "상자", "참고", "버전", "전화"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view word) { return script == word; });
}

bool is_time_word(std::string_view lower) {
  static const Words kWords{"in",       "since",   "until", "till",      "by",      "from",       "before",
                            "after",    "during",  "early", "late",      "mid",     "spring",     "summer",
                            "autumn",   "winter",  "fall",  "year",      "years",   "fiscal",     "financial",
                            "calendar", "end",     "start", "beginning", "through", "throughout", "between",
                            "ending",   "started", "c",     "ca",        "circa",   "q1",         "q2",
                            "q3",       "q4",      "h1",    "h2",        "dated",   "published",  "edition"};
  return kWords.count(lower) != 0;
}

}  // namespace briefpack::truth
