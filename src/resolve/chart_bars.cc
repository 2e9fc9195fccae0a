// Bars: one panel, or two panels that share their rows with a column of multiples.
#include <algorithm>

#include "numfmt/names.h"
#include "resolve/chart_lowering.h"
#include "resolve/comparability.h"
#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

std::string row_name(const Lowering& lowering, const ChartInput& input, const std::string& lang) {
  return input.entity ? numfmt::entity_name(lowering.dataset.entities[*input.entity], lang) : "";
}

/// "50" with its own note; "1" for the row that all others are set against, which is no calculation; "withdrawn" for disputed ones.
document::ChartValue multiple_of(Lowering& lowering, const ChartInput& input, std::uint32_t reference,
                                 const Scope& scope, SourceSpan span) {
  const auto observation = input.observation();
  document::ChartValue out;
  if (!observation || !input.is_given()) return out;
  if (*observation == reference) {
    out.number = 1;
    out.label = "1";
    return out;
  }
  expression::Formats bare{{expression::FormatKind::nounit, 0, "", span}};
  // What cannot stand on one axis was reported once, for the whole chart.
  for (const Unlikeness& each : unlike_rules(lowering.dataset, *observation, reference, Use::axis)) {
    if (is_refused(each, Use::axis) && bare.size() == 1) bare.push_back({expression::FormatKind::unlike, 0, "", span});
  }
  const auto printed = lowering.book.ratio(*observation, reference, bare, scope.context, FormPlace::chart, span);
  return printed ? chart_value(*printed) : out;
}

void print_rows(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart,
                std::optional<std::uint32_t> reference) {
  bool has_second = false;
  for (const ChartInput* input : in_order(request, choice_option(request.directive, "sort", "down"), lowering)) {
    document::ChartRow row = row_head(lowering, *input, request.inputs, request.scope, RowLabel::split);
    row.values.push_back(print_input(lowering, *input, request.scope));
    if (reference) row.multiple = multiple_of(lowering, *input, *reference, request.scope, request.directive.name_span);
    if (!row.is_focus && !has_second && !input->is_disputed()) row.is_second = has_second = true;
    chart.rows.push_back(std::move(row));
  }
}

bool refuses_log(Lowering& lowering, const ChartRequest& request) {
  if (choice_option(request.directive, "scale", "linear") != "log") return false;
  lowering.error("resolve/log-bars", request.directive.find("scale")->span, "bars never stand on a log axis", "scale",
                 "use the mark paired, which adds a log panel of points");
  return true;
}

/// A log panel has no place for zero and below.
bool has_place_on_log_axis(Lowering& lowering, const ChartRequest& request) {
  const auto low = std::find_if(request.inputs.begin(), request.inputs.end(), [](const ChartInput& input) {
    const document::FigureValue& value = input.value.value;
    return (value.kind == document::FigureValue::Kind::number && value.number <= 0) || (value.kind == document::FigureValue::Kind::interval && value.low <= 0);
  });
  if (low == request.inputs.end()) return true;
  lowering.error("resolve/log-bars", low->span.is_known() ? low->span : request.directive.name_span, "a paired chart has a log panel, and this value is not above zero", "mark", "use the mark bar");
  return false;
}

}  // namespace

bool print_bar(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  if (refuses_log(lowering, request)) return false;
  scale_axis(chart, request.inputs);
  print_rows(lowering, request, chart, std::nullopt);
  add_key(chart, false);
  return true;
}

bool print_paired(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  if (refuses_log(lowering, request) || !has_place_on_log_axis(lowering, request)) return false;
  scale_axis(chart, request.inputs);
  const std::string& lang = chart.lang;
  chart.panel_a = numfmt::filled(Word::panel_length, lang, {{"unit", chart.axis_unit}});
  chart.panel_b = numfmt::word(Word::panel_position, lang);
  chart.withdrawn_text = numfmt::word(Word::withdrawn, lang);
  std::optional<std::uint32_t> reference;
  if (const auto relative = input_option(lowering, request.directive, "relative-to", request.scope)) {
    reference = relative->observation();
    if (!reference || relative->is_disputed()) {
      lowering.error("resolve/relative-to", request.directive.find("relative-to")->span,
                     "the multiples need one undisputed observation", "relative-to");
      return false;
    }
    chart.multiple_head = numfmt::filled(Word::times_name, lang, {{"name", row_name(lowering, *relative, lang)}});
  }
  print_rows(lowering, request, chart, reference);
  add_key(chart, true);
  return true;
}

}  // namespace briefpack::resolve
