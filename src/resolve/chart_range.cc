// Intervals and rival opinions about one object on one scale.
#include <utility>

#include "numfmt/names.h"
#include "resolve/chart_lowering.h"
#include "resolve/dispute_text.h"
#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

/// Where an entity stands on the chart's scale.
std::optional<double> place_of(const Lowering& lowering, const std::vector<ChartInput>& inputs,
                               const std::string& entity) {
  for (const ChartInput& input : inputs) {
    if (input.entity && lowering.dataset.entities[*input.entity].id == entity &&
        input.value.value.kind == document::FigureValue::Kind::number) {
      return input.value.value.number;
    }
  }
  return std::nullopt;
}

/// The claims without a number that other positions of the row's disputes hold about the same object, drawn at the entity to
/// which they hold it equal.
void print_claims(Lowering& lowering, const ChartRequest& request, const std::vector<ChartInput>& all,
                  const ChartInput& input, document::ChartRow& row) {
  const auto observation = input.observation();
  if (!observation) return;
  for (const std::uint32_t index : disputes_about(lowering.dataset, *observation)) {
    for (const dataset::Position& position : lowering.dataset.disputes[index].positions) {
      const auto place = place_of(lowering, all, position.equals_entity);
      if (position.equals_entity.empty() || !place) continue;
      document::ChartValue claim;
      claim.is_claim = true;
      claim.number = *place;
      claim.dispute = lowering.book.dispute(index, request.scope.lang());
      claim.label = position.claim.in(request.scope.lang());
      if (!position.observations.empty()) {
        const auto printed = lowering.book.figure(position.observations.front(), {}, request.scope.context,
                                                  FormPlace::chart, request.directive.name_span);
        if (printed) {
          claim.label = printed->text.text();
          claim.figure = printed->text.figure;
          claim.notes = printed->notes;
        }
      } else {
        claim.notes = position_notes(lowering, position, request.scope);
      }
      claim.claim_text = numfmt::filled(Word::or_claim, request.scope.lang(), {{"claim", claim.label}});
      row.values.push_back(std::move(claim));
    }
  }
}

}  // namespace

bool print_range(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  chart.axis_unit = chart.unit;
  std::vector<ChartInput> all = request.inputs;
  const auto reference = input_option(lowering, request.directive, "reference", request.scope);
  if (reference) all.insert(all.begin(), *reference);
  for (const ChartInput& input : all) {
    document::ChartRow row = row_head(lowering, input, all, request.scope, RowLabel::split);
    if (reference && &input == &all.front()) row.holder = document::Holder::other;
    row.values.push_back(print_input(lowering, input, request.scope));
    print_claims(lowering, request, all, input, row);
    chart.rows.push_back(std::move(row));
  }
  return true;
}

}  // namespace briefpack::resolve
