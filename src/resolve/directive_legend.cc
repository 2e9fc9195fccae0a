// Keys: marks, shadings, statuses.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "numfmt/marks.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;
using Swatch = document::Legend::Swatch;
using Item = document::Legend::Item;

Item item(Swatch swatch, std::string sign, Word words, const Scope& scope) {
  return {swatch, std::move(sign), document::SymbolKind::dot_filled,
          text_inlines(std::string(numfmt::word(words, scope.lang())))};
}

bool has_status(const dataset::Dataset& dataset, dataset::ObsStatus status) {
  return std::any_of(dataset.observations.begin(), dataset.observations.end(), [&](const auto& observation) {
    return !observation.is_withheld && observation.status.has(status);
  });
}

/// The tag of the first open dispute, as the example of a tag.
std::string tag_sign(const dataset::Dataset& dataset) {
  for (const dataset::Dispute& dispute : dataset.disputes) {
    if (dispute.is_open()) return dispute.id;
  }
  return "";
}

bool has_not_applicable(const dataset::Dataset& dataset) {
  const auto& metrics = dataset.metrics;
  return std::any_of(metrics.begin(), metrics.end(), [](const auto& metric) { return !metric.not_applicable.empty(); }) ||
         has_status(dataset, dataset::ObsStatus::M);
}

void add_first_marks(Lowering& lowering, const Scope& scope, document::Legend& legend) {
  legend.items.push_back(item(Swatch::mark, "12", Word::legend_note, scope));
  const std::string tag = tag_sign(lowering.dataset);
  if (!tag.empty()) legend.items.push_back(item(Swatch::tag, tag, Word::legend_disputed, scope));
  legend.items.push_back(item(Swatch::text, numfmt::missing_mark(scope.lang()), Word::legend_missing, scope));
  if (has_not_applicable(lowering.dataset))
    legend.items.push_back(item(Swatch::text, numfmt::missing_mark(dataset::ObsStatus::M, scope.lang()),
                                Word::legend_not_applicable, scope));
}

/// Marks that the pack uses, in the order of DESIGN.md section 4.
void add_status_marks(Lowering& lowering, const Scope& scope, document::Legend& legend) {
  using dataset::ObsStatus;
  struct MarkRow {
    ObsStatus status;
    std::string_view sign;
    Word words;
  };
  constexpr std::array kRows{
      MarkRow{ObsStatus::Q, "", Word::legend_confidential},   MarkRow{ObsStatus::E, "", Word::legend_estimated},
      MarkRow{ObsStatus::P, "(p)", Word::status_provisional}, MarkRow{ObsStatus::F, "(f)", Word::status_forecast},
      MarkRow{ObsStatus::B, "(b)", Word::status_break},       MarkRow{ObsStatus::D, "(d)", Word::status_definition},
  };
  for (const MarkRow& row : kRows) {
    if (!has_status(lowering.dataset, row.status)) continue;
    std::string sign(row.sign);
    if (row.status == ObsStatus::Q) sign = numfmt::missing_mark(row.status, scope.lang());
    if (row.status == ObsStatus::E) sign = numfmt::estimate_sign(scope.lang());
    legend.items.push_back(item(Swatch::text, sign, row.words, scope));
  }
  const auto& observations = lowering.dataset.observations;
  const changes::Comparison* comparison = lowering.book.comparison();
  const bool has_revised = comparison != nullptr && std::find(comparison->is_revised.begin(), comparison->is_revised.end(),
                                                              true) != comparison->is_revised.end();
  if (has_revised || std::any_of(observations.begin(), observations.end(),
                                 [](const auto& each) { return !each.revision.kind.empty(); })) {
    legend.items.push_back(item(Swatch::text, "r", Word::legend_revised, scope));
  }
}

/// The shades, and in short words the marks of cells without a value.
document::Legend shading(const Lowering& lowering, const Scope& scope) {
  document::Legend legend;
  legend.is_row = true;
  legend.items = {item(Swatch::band1, "", Word::band_top, scope), item(Swatch::band2, "", Word::band_middle, scope),
                  item(Swatch::band3, "", Word::band_low, scope), item(Swatch::unshaded, "", Word::band_none, scope),
                  item(Swatch::disputed, "", Word::band_disputed, scope),
                  item(Swatch::text, numfmt::missing_mark(scope.lang()), Word::status_missing, scope)};
  if (has_not_applicable(lowering.dataset))
    legend.items.push_back(item(Swatch::text, numfmt::missing_mark(dataset::ObsStatus::M, scope.lang()),
                                Word::status_not_applicable, scope));
  return legend;
}

document::Legend statuses(const Scope& scope) {
  using document::SymbolKind;
  document::Legend legend;
  const auto add = [&](SymbolKind dot, Word words) {
    Item made = item(Swatch::symbol, "", words, scope);
    made.symbol = dot;
    legend.items.push_back(std::move(made));
  };
  add(SymbolKind::dot_filled, Word::dot_filled);
  add(SymbolKind::dot_half, Word::dot_half);
  add(SymbolKind::dot_open, Word::dot_open);
  add(SymbolKind::dot_dashed, Word::dot_dashed);
  return legend;
}

}  // namespace

void lower_legend(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  const Scope inner = with_only(directive, scope);
  const std::string& what = directive.argument.text;
  const bool is_boxed = what.empty() || what == "marks";
  document::Inlines title = text_option(lowering, directive, "title", inner);
  if (!is_boxed && !title.empty()) to.push_back({document::Heading{2, false, title, ""}});
  if (what == "shading") {
    to.push_back({shading(lowering, inner)});
  } else if (what == "status") {
    to.push_back({statuses(inner)});
  } else if (what == "all-marks") {
    document::Legend legend;
    add_first_marks(lowering, inner, legend);
    add_status_marks(lowering, inner, legend);
    to.push_back({std::move(legend)});
  } else {
    // The short key stands in a box of its own, on the cover.
    document::Legend legend;
    add_first_marks(lowering, inner, legend);
    document::Box box;
    box.heading = std::move(title);
    if (box.heading.empty())
      box.heading = text_inlines(std::string(numfmt::word(Word::how_to_read_marks, inner.lang())));
    box.body.push_back({std::move(legend)});
    to.push_back({std::move(box)});
  }
}

}  // namespace briefpack::resolve
