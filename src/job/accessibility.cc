#include "job/accessibility.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "accessibility/judge.h"
#include "job/manifest.h"
#include "layout/lay_out.h"
#include "workbook/write_workbook.h"

namespace briefpack {

namespace {

using Verdict = AccessibilityLine::Verdict;

std::string_view words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return "met";
    case Verdict::not_met: return "not met";
    case Verdict::author: break;
  }
  return "for the author";
}

/// "lakes.md:12:1: Metrics: ...".
std::string place_text(const AccessibilityLine::Place& place, const SourceMap& sources) {
  std::string out;
  if (place.span.is_known()) out += fmt::format("{}:{}:{}: ", sources.name(place.span.file), place.span.line, place.span.column);
  if (!place.where.empty()) out += place.where + ": ";
  return out + place.what;
}

void add_lines(std::string& out, const Outcome& outcome, std::string_view output, std::string_view title) {
  std::size_t counts[3] = {0, 0, 0};
  for (const auto& line : outcome.accessibility) {
    if (line.output == output) ++counts[static_cast<std::size_t>(line.verdict)];
  }
  out += fmt::format("Accessibility of the {}: {} met, {} not met, {} for the author\n", title, counts[0], counts[1], counts[2]);
  for (const auto& line : outcome.accessibility) {
    if (line.output != output) continue;
    out += fmt::format("  {:<15}{:<30}{}", words_of(line.verdict), line.id, line.requirement);
    if (line.basis == "construction") out += " (by construction)";
    if (line.verdict == Verdict::not_met && line.is_essential) out += " (essential)";
    if (line.verdict == Verdict::author) out += ": " + line.judged;
    out += '\n';
    for (const auto& place : line.places) out += fmt::format("{:17}{}\n", "", place_text(place, outcome.sources));
    if (line.faults > line.places.size()) out += fmt::format("{:17}and {} more\n", "", line.faults - line.places.size());
  }
}

}  // namespace

std::string accessibility_text(const Outcome& outcome) {
  std::string out;
  if (outcome.accessibility.empty()) return out;
  add_lines(out, outcome, "pdf", "PDF");
  add_lines(out, outcome, "workbook", "workbook");
  return out;
}

namespace job {

std::vector<AccessibilityLine> accessibility_of(const Resolved& input, const page::Pages& pages, const std::vector<workbook::SheetFacts>& sheets) {
  std::vector<AccessibilityLine> out;
  for (const accessibility::Line& each : accessibility::judge({input.document, input.dataset(), input.tree(), pages, sheets})) {
    const accessibility::Requirement& requirement = *each.requirement;
    AccessibilityLine line;
    switch (each.verdict) {
      case accessibility::Verdict::met: line.verdict = Verdict::met; break;
      case accessibility::Verdict::not_met: line.verdict = Verdict::not_met; break;
      case accessibility::Verdict::author: line.verdict = Verdict::author; break;
    }
    line.id = requirement.id;
    line.output = name_of(requirement.output);
    line.requirement = requirement.words;
    line.source = requirement.source;
    line.basis = name_of(requirement.basis);
    line.judged = requirement.judged;
    line.is_essential = requirement.is_essential;
    line.faults = each.fault_count;
    for (const accessibility::Fault& fault : each.faults) line.places.push_back({fault.where, fault.what, fault.span});
    out.push_back(std::move(line));
  }
  return out;
}

void judge_accessibility(const Resolved& input, WorkbookEdition edition, Outcome& outcome) {
  auto fonts = text::load_fonts();
  append(outcome.diagnostics, fonts.take_diagnostics());
  if (!fonts) return;
  auto laid_out = layout::lay_out(input.document, *fonts);
  append(outcome.diagnostics, laid_out.take_diagnostics());
  if (!laid_out) return;
  workbook::WorkbookOptions options;
  options.is_release = edition == WorkbookEdition::release;
  auto sheets = workbook::plan_workbook(input.document, input.dataset(), laid_out->places, options);
  append(outcome.diagnostics, sheets.take_diagnostics());
  if (sheets) outcome.accessibility = accessibility_of(input, laid_out->pages, *sheets);
}

nlohmann::ordered_json accessibility_json(const std::vector<AccessibilityLine>& lines, const SourceMap& sources) {
  using Json = nlohmann::ordered_json;
  Json out = Json::array();
  for (const auto& line : lines) {
    Json row = {{"id", line.id}, {"output", line.output}, {"requirement", line.requirement}, {"source", line.source},
                {"essential", line.is_essential}, {"verdict", words_of(line.verdict)}, {"basis", line.basis}, {"judged", line.judged}};
    if (line.faults > 0) {
      Json places = Json::array();
      for (const auto& place : line.places) {
        Json each;
        if (!place.where.empty()) each["where"] = place.where;
        if (place.span.is_known()) {
          each["file"] = base_name(sources.name(place.span.file));
          each["line"] = place.span.line;
          each["column"] = place.span.column;
        }
        each["what"] = place.what;
        places.push_back(std::move(each));
      }
      row["faults"] = line.faults;
      row["places"] = std::move(places);
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace job

}  // namespace briefpack
