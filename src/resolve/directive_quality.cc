// The data-quality box: a framed box with two columns of parts.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "expression/parse.h"
#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/quality_parts.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

bool is_wanted(const templates::Directive& directive, const QualityPart& part) {
  const templates::Option* parts = directive.find("parts");
  if (parts == nullptr) return part.is_default;
  return std::any_of(parts->words.begin(), parts->words.end(),
                     [&](const auto& word) { return word.text == part.name; });
}

}  // namespace

std::span<const QualityPart> quality_parts() {
  static constexpr std::array kRows{
      QualityPart{"conflicts", true, true, lower_conflicts},  QualityPart{"stale", true, true, lower_stale},
      QualityPart{"estimated", true, false, lower_estimated}, QualityPart{"withdrawn", true, true, lower_withdrawn},
      QualityPart{"caveats", true, false, lower_caveats},     QualityPart{"missing", false, true, lower_missing},
      QualityPart{"undated", false, true, lower_undated},     QualityPart{"dependent", false, true, lower_dependent},
      QualityPart{"withheld", false, true, lower_withheld},   QualityPart{"accepted", true, true, lower_accepted},
  };
  return kRows;
}

document::Block quality_heading(document::Inlines inlines, std::string label) {
  document::Heading heading;
  heading.level = 3;
  heading.has_rule = true;
  heading.label = std::move(label);
  heading.inlines = std::move(inlines);
  return {std::move(heading)};
}

document::Block small_paragraph(document::Inlines inlines) {
  return {document::Paragraph{document::TextRole::small, std::move(inlines)}};
}

document::Block box_table(document::Table table) {
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.in_workbook = false;
  exhibit.content = std::move(table);
  return {std::move(exhibit)};
}

document::Inlines count_figure(Lowering& lowering, std::string_view expression, const Scope& scope) {
  auto parsed = expression::parse_value(expression, expression::nowhere());
  if (!parsed) return {};
  const auto printed = lowering.book.figure(*parsed, {}, scope.context, scope.place);
  return printed ? printed->inlines() : document::Inlines{};
}

std::string observation_name(const Lowering& lowering, const dataset::Observation& observation, const Scope& scope) {
  return numfmt::metric_name(lowering.dataset.metric_of(observation), scope.lang()) + ", " +
         numfmt::entity_name(lowering.dataset.entity_of(observation), scope.lang());
}

void lower_quality(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  Scope inner = with_only(directive, scope);
  inner.role = document::TextRole::small;
  inner.place = FormPlace::table;
  QualityRequest request{directive, inner, {}};
  if (const templates::Option* of = directive.find("of"); of != nullptr && !of->names.empty())
    request.comparison = of->names.front().text;

  document::Box box;
  box.style = document::Box::Style::framed;
  box.label = directive.label.text;
  if (!box.label.empty()) lowering.take_label(box.label, directive.label.span);
  box.heading = text_option(lowering, directive, "title", inner);
  if (box.heading.empty()) box.heading = text_inlines(std::string(numfmt::word(Word::data_quality, inner.lang())));
  const dataset::Pack& pack = lowering.dataset.pack;
  const std::string checked =
      numfmt::format_date(pack.data_cutoff.value_or(pack.issued), numfmt::DateForm::sentence, inner.lang());
  box.aside = text_inlines(numfmt::filled(Word::checked_on, inner.lang(), {{"date", checked}}));

  document::Blocks left, right;
  for (const QualityPart& part : quality_parts()) {
    if (is_wanted(directive, part)) append_blocks(part.is_left ? left : right, part.lower(lowering, request));
  }
  if (left.empty() || right.empty()) {
    box.body = left.empty() ? std::move(right) : std::move(left);
  } else {
    document::Columns columns;
    columns.widths = {6, 6};
    columns.columns.push_back(std::move(left));
    columns.columns.push_back(std::move(right));
    box.body.push_back({std::move(columns)});
  }
  if (box.body.empty()) return warn_empty(lowering, directive);
  to.push_back({std::move(box)});
}

}  // namespace briefpack::resolve
