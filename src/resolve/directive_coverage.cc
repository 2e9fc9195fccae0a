// How much of a comparison was found: a framed bar and "11 of 14" for each country, each group of measures, or both.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/quality_parts.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

bool shows(const templates::Directive& directive, std::string_view part) {
  const templates::Option* parts = directive.find("parts");
  if (parts == nullptr) return part == "entities";
  return std::any_of(parts->words.begin(), parts->words.end(), [&](const auto& word) { return word.text == part; });
}

document::Table table_of(Lowering& lowering, const ComparisonCounts& comparison, const QualityRequest& request) {
  const std::string& lang = request.scope.lang();
  document::Table table;
  table.columns.resize(3);
  table.columns[0].head = text_inlines(std::string(word(shows(request.directive, "entities") ? Word::country : Word::measure, lang)));
  table.columns[0].width = 42;
  table.columns[1].width = 36;
  table.columns[2].head = text_inlines(std::string(word(Word::found, lang)));
  table.columns[2].width = 22;
  table.columns[2].align = document::Align::right;
  if (shows(request.directive, "entities")) {
    for (const auto& [entity, counts] : comparison.by_entity) {
      const dataset::Entity& each = lowering.dataset.entities[entity];
      table.rows.push_back(coverage_row(lowering, numfmt::entity_name(each, lang), fmt::format("{}, {}", comparison.label, each.id), counts, request));
      if (each.id == request.scope.context.focus) table.rows.back().cells.front().is_focus = true;
    }
  }
  if (shows(request.directive, "groups")) {
    bool is_first = !table.rows.empty();
    for (const auto& group : comparison.groups) {
      if (group.name.empty()) continue;
      table.rows.push_back(coverage_row(lowering, group.name, fmt::format("{}, group {}", comparison.label, group.name), group.counts, request));
      table.rows.back().has_group_rule = std::exchange(is_first, false);
    }
  }
  document::Row all = coverage_row(lowering, std::string(word(Word::all_measures, lang)), comparison.label, comparison.all, request);
  all.kind = document::Row::Kind::total;
  all.cells.front().is_strong = true;
  table.rows.push_back(std::move(all));
  return table;
}

}  // namespace

void lower_coverage(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  const Scope inner = exhibit_scope(lowering, directive, scope, FormPlace::table);
  QualityRequest request{directive, inner, {}};
  if (const templates::Option* of = directive.find("of"); of != nullptr && !of->names.empty()) request.comparison = of->names.front().text;
  const ComparisonCounts* comparison = comparison_of(lowering, request);
  if (comparison == nullptr) {
    if (request.comparison.empty()) warn_empty(lowering, directive);
    return;
  }
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  exhibit.content = table_of(lowering, *comparison, request);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
