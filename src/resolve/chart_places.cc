// Places: at two dates (slope), and one country's on many lists (list-range).
#include <algorithm>
#include <utility>

#include "numfmt/period_text.h"
#include "resolve/chart_lowering.h"
#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

/// A column head of a slope: what the template calls the period, else the period.
std::string column_head(const templates::Option& option, std::size_t index, const std::string& lang) {
  if (index < option.period_labels.size() && !option.period_labels[index].empty()) return option.period_labels[index];
  const expression::Period& period = option.periods[index];
  if (const auto stated = dataset::parse_time_period(period.text))
    return numfmt::format_period(stated, numfmt::DateForm::table, lang);
  return std::string(numfmt::word(index == 0 ? Word::earlier : Word::latest, lang));
}

/// change(x, earlier, later) of a row that has both ends, as "up 8 places".
void print_change(Lowering& lowering, const ChartRequest& request, const ChartInput& input,
                  const std::vector<expression::Period>& periods, document::ChartSpec& chart) {
  expression::Call change;
  change.function = expression::Function::change;
  change.arguments.push_back(input.expression);
  for (const expression::Period& period : periods)
    change.arguments.push_back({expression::PeriodArgument{period}, input.span});
  const expression::Expression expression{std::move(change), input.span};
  const expression::Formats size_only{{expression::FormatKind::abs, 0, "", input.span}};
  const auto printed = lowering.book.figure(expression, size_only, request.scope.context, FormPlace::prose);
  if (!printed || printed->value.value.kind != document::FigureValue::Kind::number || printed->value.value.number == 0)
    return;
  const bool is_rank = input.metric && lowering.dataset.metrics[*input.metric].type == dataset::MetricType::rank;
  const bool is_up = is_rank ? printed->value.value.number < 0 : printed->value.value.number > 0;
  chart.change_text = numfmt::filled(is_up ? Word::up_by : Word::down_by, chart.lang, {{"n", printed->text.text()}});
  chart.change_figure = printed->text.figure;
  chart.change_notes = printed->notes;
}

}  // namespace

bool print_slope(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  const templates::Option* option = request.directive.find("periods");
  if (option == nullptr || option->periods.size() != 2) {
    lowering.error("resolve/two-periods", option == nullptr ? request.directive.name_span : option->span,
                   "a slope needs two periods", "periods",
                   "write the earlier and the later one: `:periods: 2023, 2024`");
    return false;
  }
  for (std::size_t i = 0; i < 2; ++i)
    chart.columns.push_back(column_head(*option, i, chart.lang));
  chart.no_earlier_text = numfmt::word(Word::no_earlier_value, chart.lang);
  const ChartInput* changed = nullptr;
  for (const ChartInput& input : request.inputs) {
    document::ChartRow row = row_head(lowering, input, request.inputs, request.scope, RowLabel::whole);
    if (!input.period) {
      lowering.error("resolve/not-a-reference", input.span,
                     "a row of a slope is metric.ENTITY, without a period or calculation", "rows");
      return false;
    }
    for (const expression::Period& period : option->periods) {
      ChartInput at = input;
      at.period = period;
      row.values.push_back(print_input(lowering, at, request.scope));
    }
    const bool has_both = row.values[0].number && row.values[1].number && row.values[0].dispute == document::kNone &&
                          row.values[1].dispute == document::kNone;
    if (has_both && (changed == nullptr || row.is_focus)) changed = &input;
    row.is_second = has_both && !row.is_focus;
    chart.rows.push_back(std::move(row));
  }
  add_key(chart, false);
  if (changed != nullptr) print_change(lowering, request, *changed, option->periods, chart);
  return true;
}

bool print_list_range(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  chart.list_end_text = numfmt::word(Word::list_ends_at, chart.lang);
  // The lists tell the rows of one country apart; several countries on one list are told apart by their names.
  const auto is_on_first_list = [&](const ChartInput& each) { return each.metric && each.entity && each.metric == request.inputs.front().metric; };
  const auto is_of_another = [&](const ChartInput& each) { return each.entity != request.inputs.front().entity; };
  const bool is_one_list = std::all_of(request.inputs.begin(), request.inputs.end(), is_on_first_list) &&
                           std::any_of(request.inputs.begin(), request.inputs.end(), is_of_another);
  for (const ChartInput* input : in_order(request, choice_option(request.directive, "sort", "none"), lowering)) {
    document::ChartRow row = row_head(lowering, *input, request.inputs, request.scope, RowLabel::whole);
    if (input->label.empty() && input->metric && !is_one_list) {
      row.label = lowering.dataset.metrics[*input->metric].name.in(chart.lang);
    }
    row.sublabel.clear();
    row.values.push_back(print_input(lowering, *input, request.scope));
    row.out_of = input->value.out_of;
    chart.rows.push_back(std::move(row));
  }
  add_key(chart, false);
  return true;
}

}  // namespace briefpack::resolve
