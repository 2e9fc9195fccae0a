#include <algorithm>
#include <set>
#include <utility>

#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "resolve/action_text.h"
#include "resolve/chart_lowering.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;
using Kind = document::FigureValue::Kind;
using Swatch = document::ChartSpec::KeyItem::Swatch;

document::Holder holder_of(const dataset::Entity& entity) {
  switch (entity.kind) {
    case dataset::EntityKind::country:
    case dataset::EntityKind::economy:
    case dataset::EntityKind::region:
      return document::Holder::country;
    case dataset::EntityKind::company:
    case dataset::EntityKind::institution:
    case dataset::EntityKind::group:
      return document::Holder::company;
    case dataset::EntityKind::other:
      break;
  }
  return document::Holder::other;
}

/// True when countries and companies stand beside each other: each row then says what it is.
bool mixes_holders(const Lowering& lowering, const std::vector<ChartInput>& inputs) {
  std::set<document::Holder> holders;
  for (const ChartInput& input : inputs) {
    if (input.entity) holders.insert(holder_of(lowering.dataset.entities[*input.entity]));
  }
  return holders.count(document::Holder::country) != 0 && holders.count(document::Holder::company) != 0;
}

std::string sublabel_of(const Lowering& lowering, const dataset::Entity& entity, const std::vector<ChartInput>& all,
                        const std::string& lang) {
  const document::Holder holder = holder_of(entity);
  if (holder != document::Holder::other && mixes_holders(lowering, all)) return kind_of(entity.kind, lang);
  if (holder != document::Holder::company || entity.home.empty()) return "";
  const dataset::Entity* home = lowering.dataset.find_entity(entity.home);
  return home != nullptr ? numfmt::entity_name(*home, lang) : numfmt::country_name(entity.home, lang);
}

/// What a row sorts by: its number, or the middle of its interval.
std::optional<double> size_of(const ChartInput& input) {
  if (input.value.value.kind == Kind::number) return input.value.value.number;
  if (input.value.value.kind == Kind::interval) return (input.value.value.low + input.value.value.high) / 2;
  return std::nullopt;
}

template <typename Test>
bool any_value(const document::ChartSpec& chart, const Test& test) {
  return std::any_of(chart.rows.begin(), chart.rows.end(), [&](const auto& row) {
    return std::any_of(row.values.begin(), row.values.end(), [&](const auto& value) { return value.is_given() && test(value); });
  });
}

/// One number that a dispute gives to two holders: the reader must not count it twice.
bool shares_disputed_number(const document::ChartSpec& chart) {
  if (chart.mark != document::Mark::bar && chart.mark != document::Mark::paired) return false;
  for (const document::ChartRow& row : chart.rows) {
    if (row.values.empty() || row.values.front().dispute == document::kNone) continue;
    for (const document::ChartRow& other : chart.rows) {
      if (&other == &row || other.values.empty()) continue;
      if (other.values.front().dispute == row.values.front().dispute && other.values.front().number == row.values.front().number) return true;
    }
  }
  return false;
}

}  // namespace

bool ChartInput::is_given() const { return size_of(*this).has_value(); }

std::optional<std::uint32_t> ChartInput::observation() const {
  if (value.is_computed || value.observations.size() != 1) return std::nullopt;
  return value.observations.front();
}

document::ChartValue chart_value(const Printed& printed) {
  document::ChartValue out;
  const document::FigureValue& value = printed.value.value;
  if (value.kind == Kind::number) out.number = value.number;
  if (value.kind == Kind::interval) {
    out.low = value.low;
    out.high = value.high;
  }
  out.label = printed.text.text();
  out.figure = printed.text.figure;
  out.notes = printed.notes;
  if (!printed.disputes.empty()) out.dispute = printed.disputes.front();
  out.is_estimated = numfmt::is_estimate(value.status);
  out.qualifier = value.qualifier;
  out.is_withdrawn = printed.value.is_withdrawn();
  return out;
}

document::ChartValue print_input(Lowering& lowering, const ChartInput& input, const Scope& scope) {
  const auto printed = input.period ? lowering.book.cell(*input.metric, *input.entity, *input.period, input.formats,
                                                         scope.context, scope.place, input.span)
                                    : lowering.book.figure(input.expression, input.formats, scope.context, scope.place);
  return printed ? chart_value(*printed) : document::ChartValue{};
}

document::ChartRow row_head(Lowering& lowering, const ChartInput& input, const std::vector<ChartInput>& all,
                            const Scope& scope, RowLabel form) {
  document::ChartRow row;
  if (input.entity) {
    const dataset::Entity& entity = lowering.dataset.entities[*input.entity];
    row.entity = entity.id;
    row.holder = holder_of(entity);
    row.is_focus = entity.id == scope.context.focus;
    row.label = numfmt::entity_name(entity, scope.lang());
    row.sublabel = sublabel_of(lowering, entity, all, scope.lang());
  } else {
    row.holder = document::Holder::other;
  }
  if (input.label.empty()) return row;
  row.label = lower_to_text(lowering, input.label, scope);
  row.sublabel.clear();
  const std::size_t comma = row.label.find(", ");
  if (form == RowLabel::split && comma != std::string::npos) {
    row.sublabel = row.label.substr(comma + 2);
    row.label.resize(comma);
  }
  return row;
}

std::vector<const ChartInput*> in_order(const ChartRequest& request, const std::string& sort,
                                        const Lowering& lowering) {
  std::vector<const ChartInput*> out;
  for (const ChartInput& input : request.inputs)
    out.push_back(&input);
  const auto rest =
      std::stable_partition(out.begin(), out.end(), [](const ChartInput* input) { return input->is_disputed(); });
  if (sort == "none") return out;
  if (sort == "name") {
    const numfmt::Collator before(request.scope.lang());
    const auto name = [&](const ChartInput* input) {
      return input->entity ? numfmt::entity_name(lowering.dataset.entities[*input->entity], request.scope.lang())
                           : std::string();
    };
    std::stable_sort(rest, out.end(), [&](auto a, auto b) { return before(name(a), name(b)); });
    return out;
  }
  if (sort == "entity") {
    const auto& entities = request.scope.context.entities;
    const auto place = [&](const ChartInput* input) {
      return input->entity ? std::find(entities.begin(), entities.end(), lowering.dataset.entities[*input->entity].id) -
                                 entities.begin()
                           : static_cast<std::ptrdiff_t>(entities.size());
    };
    std::stable_sort(rest, out.end(), [&](auto a, auto b) { return place(a) < place(b); });
    return out;
  }
  std::stable_sort(rest, out.end(), [&](auto a, auto b) {
    const auto x = size_of(*a), y = size_of(*b);
    if (!x || !y) return x.has_value() && !y.has_value();
    return sort == "up" ? *x < *y : *x > *y;
  });
  return out;
}

std::optional<ChartInput> cell_input(Lowering& lowering, std::uint32_t metric, std::uint32_t entity,
                                     const expression::Period& period, const Scope& scope, SourceSpan span) {
  expression::Reference reference;
  reference.metric = {expression::Name::Kind::id, lowering.dataset.metrics[metric].id, span};
  reference.entity = {expression::Name::Kind::id, lowering.dataset.entities[entity].id, span};
  reference.period = period;
  std::optional<ChartInput> out = ChartInput{};
  const Found::State state = find(lowering.dataset, metric, entity, period).state;
  if (state == Found::State::observation || state == Found::State::mixed) {
    out = input_of(lowering, {reference, span}, scope, span);
    if (!out) return std::nullopt;
  }
  out->expression = {std::move(reference), span};
  out->span = span;
  out->metric = metric;
  out->entity = entity;
  out->period = period;
  return out;
}

std::optional<ChartInput> input_of(Lowering& lowering, expression::Expression expression, const Scope& scope,
                                   SourceSpan span) {
  auto value = lowering.book.evaluate(expression, scope.context);
  if (!value) return std::nullopt;
  ChartInput out;
  out.value = std::move(*value);
  out.span = span;
  const auto* reference = expression::as<expression::Reference>(expression);
  if (out.value.observations.size() == 1) {
    const dataset::Observation& observation = lowering.dataset.observations[out.value.observations.front()];
    out.entity = observation.entity;
    out.metric = observation.metric;
  } else if (reference != nullptr) {
    // A row without an observation still has a name and prints "..".
    const auto* entity = lowering.book.lookup().entity(reference->entity, scope.context);
    if (entity != nullptr) out.entity = static_cast<std::uint32_t>(entity - lowering.dataset.entities.data());
    out.metric = metric_index(lowering, reference->metric, scope);
  } else if (const auto* entity = lowering.dataset.find_entity(out.value.entity)) {
    out.entity = static_cast<std::uint32_t>(entity - lowering.dataset.entities.data());
  }
  out.expression = std::move(expression);
  return out;
}

std::optional<ChartInput> input_option(Lowering& lowering, const templates::Directive& directive, std::string_view name,
                                       const Scope& scope) {
  const templates::Option* option = directive.find(name);
  if (option == nullptr || option->rows.empty()) return std::nullopt;
  const templates::RowLine& line = option->rows.front();
  auto out = input_of(lowering, line.expression, scope, line.span);
  if (!out) return std::nullopt;
  out->formats = line.formats;
  out->label = line.label;
  return out;
}

void scale_axis(document::ChartSpec& chart, const std::vector<ChartInput>& inputs) {
  double largest = 0;
  for (const ChartInput& input : inputs) {
    if (const auto size = size_of(input)) largest = std::max(largest, *size);
  }
  struct Step {
    double from, scale;
    Word word;
  };
  // An axis of 0 to 350 reads better than one of 0 to 350,000; below ten of the larger unit nothing is gained.
  constexpr Step kSteps[] = {
      {1e10, 1e-9, Word::billion_of}, {1e7, 1e-6, Word::million_of}, {1e4, 1e-3, Word::thousand_of}};
  chart.axis_unit = chart.unit;
  for (const Step& step : kSteps) {
    if (largest < step.from) continue;
    chart.axis_scale = step.scale;
    chart.axis_unit = numfmt::filled(step.word, chart.lang, {{"unit", chart.unit}});
    return;
  }
}

void add_key(document::ChartSpec& chart, bool with_holders) {
  const auto word = [&](Word each) { return std::string(numfmt::word(each, chart.lang)); };
  const auto has_holder = [&](document::Holder holder) {
    return std::any_of(chart.rows.begin(), chart.rows.end(), [&](const auto& row) { return row.holder == holder; });
  };
  if (with_holders && has_holder(document::Holder::country) && has_holder(document::Holder::company)) {
    chart.key.push_back({Swatch::circle, word(Word::kind_country)});
    chart.key.push_back({Swatch::square, word(Word::kind_company)});
  }
  const bool has_bars = chart.mark == document::Mark::bar || chart.mark == document::Mark::share;
  if (any_value(chart, [](const auto& value) { return value.dispute != document::kNone; })) {
    const Word words = shares_disputed_number(chart) ? Word::key_disputed_shared : has_bars ? Word::key_hatched : Word::key_disputed;
    chart.key.push_back({has_bars ? Swatch::hatch : Swatch::dashed_circle, word(words)});
  }
  using document::Mark;
  const bool shows_estimates = chart.mark == Mark::bar || chart.mark == Mark::line || chart.mark == Mark::bump || chart.mark == Mark::dot;
  if (shows_estimates && any_value(chart, [](const auto& value) { return value.is_estimated && value.dispute == document::kNone; })) {
    chart.key.push_back({has_bars ? Swatch::dashed_bar : Swatch::dashed_circle, word(Word::key_estimated)});
  }
}

}  // namespace briefpack::resolve
