// What stands on the sheets, as the writer of the workbook told it, and the fields of the metric file that fill them.
#include <set>

#include "accessibility/checks.h"

namespace briefpack::accessibility {

namespace {

using workbook::SheetFacts;

/// One fault for each sheet of which `is_faulty` holds.
template <typename Test>
Faults sheets_that(const Subject& subject, const Test& is_faulty, const std::string& cell, const std::string& what, bool with_cover = false) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (each.table.empty() && !with_cover) continue;
    if (is_faulty(each)) out.push_back({each.sheet + (cell.empty() ? "" : "!" + cell), what});
  }
  return out;
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& each : list) out += (out.empty() ? "" : ", ") + each;
  return out;
}

}  // namespace

Faults sheet_titles(const Subject& subject) {
  Faults out = sheets_that(subject, [](const SheetFacts& each) { return each.title.empty(); }, "A1", "no title", true);
  std::set<std::string> seen;
  for (const SheetFacts& each : subject.sheets) {
    if (!each.title.empty() && !seen.insert(each.title).second) out.push_back({each.sheet + "!A1", "the title of another sheet: " + each.title});
  }
  return out;
}

Faults sheet_introductions(const Subject& subject) {
  Faults out = sheets_that(subject, [](const SheetFacts& each) { return each.what.empty(); }, "A2", "does not say what the sheet holds");
  for (Fault& each : sheets_that(subject, [](const SheetFacts& sheet) { return sheet.notes.empty(); }, "A3", "does not say whether there are notes")) out.push_back(std::move(each));
  return out;
}

Faults sheet_sources(const Subject& subject) {
  Faults out = sheets_that(subject, [](const SheetFacts& each) { return each.sources.empty(); }, "A4", "says no source");
  return out;
}

Faults way_back(const Subject& subject) {
  Faults out = sheets_that(subject, [](const SheetFacts& each) { return each.back_link.empty(); }, "A5", "no link back");
  const SheetFacts* contents = nullptr;
  for (const SheetFacts& each : subject.sheets) {
    if (each.sheet == "Contents") contents = &each;
  }
  for (const SheetFacts& each : subject.sheets) {
    if (each.table.empty() || &each == contents) continue;
    bool is_listed = false;
    if (contents != nullptr) {
      for (const auto& link : contents->links) is_listed = is_listed || link.text == each.sheet;
    }
    if (!is_listed) out.push_back({each.sheet, "not listed in Contents"});
  }
  return out;
}

Faults text_beside_tables(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (!each.first_outside.empty()) out.push_back({each.sheet + "!" + each.first_outside, "a cell outside of the table"});
  }
  return out;
}

Faults unmarked_tables(const Subject& subject) {
  return sheets_that(subject, [](const SheetFacts& each) { return each.table.empty() && each.sheet != "Cover"; }, "", "no table that is marked up", true);
}

Faults headings(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    std::set<std::string> seen;
    for (const std::string& heading : each.headings) {
      if (heading.find_first_not_of(' ') == std::string::npos) out.push_back({each.sheet, "a heading without words"});
      else if (!seen.insert(heading).second) out.push_back({each.sheet, "the heading \"" + heading + "\" twice"});
    }
  }
  return out;
}

Faults blank_rows(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (each.blank_rows > 0) out.push_back({each.sheet, std::to_string(each.blank_rows) + " blank rows"});
  }
  return out;
}

Faults blank_cells(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (const auto columns = unexplained_blanks(each); !columns.empty()) out.push_back({each.sheet, "not explained in A2: " + joined(columns)});
  }
  return out;
}

Faults notes_without_text(const Subject& subject) {
  Faults out;
  std::set<std::uint32_t> known;
  for (const auto& note : subject.document.notes) known.insert(note.number);
  for (const SheetFacts& each : subject.sheets) {
    for (const auto& [number, cell] : each.note_markers) {
      if (!known.contains(number)) out.push_back({each.sheet + "!" + cell, "[note " + std::to_string(number) + "] has no text"});
    }
  }
  return out;
}

Faults poor_sheet_links(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    for (const auto& link : each.links) {
      if (const auto fault = link_text_fault(link.text)) out.push_back({each.sheet + "!" + link.cell, "the link " + std::string(*fault)});
    }
  }
  return out;
}

Faults filter_buttons(const Subject& subject) {
  return sheets_that(subject, [](const SheetFacts& each) { return each.has_filter; }, "", "filter buttons");
}

Faults frozen_panes(const Subject& subject) {
  return sheets_that(subject, [](const SheetFacts& each) { return each.is_frozen; }, "", "frozen panes");
}

Faults charts_without_alt(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    for (const auto& chart : each.charts) {
      if (chart.alt.find_first_not_of(' ') == std::string::npos) out.push_back({each.sheet + "!" + chart.cell, "a chart without an alternative text"});
    }
  }
  return out;
}

Faults charts_over_tables(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    for (const auto& chart : each.charts) {
      if (!chart.is_beside_table) out.push_back({each.sheet + "!" + chart.cell, "a chart over the table"});
    }
  }
  return out;
}

namespace {

/// One fault for each chart of which `is_faulty` holds.
template <typename Test, typename Words>
Faults charts_that(const Subject& subject, const Test& is_faulty, const Words& words) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    for (const auto& chart : each.charts) {
      if (is_faulty(chart)) out.push_back({each.sheet + "!" + chart.cell, words(chart)});
    }
  }
  return out;
}

std::string ratio(double contrast) {
  const int tenths = static_cast<int>(contrast * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

Faults pale_chart_texts(const Subject& subject) {
  return charts_that(subject, [](const auto& chart) { return chart.text_contrast < 4.5; }, [](const auto& chart) { return "a text of the chart has a contrast of " + ratio(chart.text_contrast); });
}

Faults pale_chart_marks(const Subject& subject) {
  return charts_that(subject, [](const auto& chart) { return chart.mark_contrast < 3; }, [](const auto& chart) { return "a mark of the chart has a contrast of " + ratio(chart.mark_contrast); });
}

Faults like_series(const Subject& subject) {
  return charts_that(subject, [](const auto& chart) { return !chart.like_series.empty(); }, [](const auto& chart) { return "these look the same: " + chart.like_series; });
}

Faults small_letters(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (each.least_points < 12) out.push_back({each.sheet, "letters of " + std::to_string(static_cast<int>(each.least_points)) + " points"});
  }
  return out;
}

Faults cut_texts(const Subject& subject) {
  Faults out;
  for (const SheetFacts& each : subject.sheets) {
    if (!each.first_cut.empty()) out.push_back({each.sheet + "!" + each.first_cut, "a text that is longer than the highest row shows"});
  }
  return out;
}

Faults cover_details(const Subject& subject) {
  const auto& pack = subject.dataset.pack;
  Faults out;
  const auto need = [&](const dataset::LocalText& text, const char* field) {
    if (text.empty()) out.push_back({"Cover", std::string("pack.") + field + " is not given", pack.places.object});
  };
  need(pack.publisher, "publisher");
  need(pack.contact, "contact");
  need(pack.licence, "licence");
  return out;
}

Faults missing_definitions(const Subject& subject) {
  Faults out;
  for (const auto& metric : subject.dataset.metrics) {
    if (metric.definition.empty()) out.push_back({"Metrics", "\"" + metric.id + "\" has no definition", metric.places.object});
  }
  return out;
}

Faults untitled_sources(const Subject& subject) {
  Faults out;
  for (const auto& source : subject.dataset.sources) {
    if (source.title.empty()) out.push_back({"Sources", "\"" + source.id + "\" has no title", source.places.object});
  }
  return out;
}

Faults missing_properties(const Subject& subject) {
  Faults out;
  if (subject.document.title.empty()) out.push_back({"", "no title", subject.dataset.pack.places.object});
  if (subject.document.author.empty() && subject.dataset.pack.publisher.empty()) out.push_back({"", "neither author nor publisher", subject.dataset.pack.places.object});
  if (subject.document.lang.empty()) out.push_back({"", "no language", subject.dataset.pack.places.object});
  return out;
}

}  // namespace briefpack::accessibility
