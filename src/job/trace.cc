#include "job/trace.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/period_text.h"
#include "resolve/calculation_words.h"

namespace briefpack::job {

namespace {

using dataset::Dataset;
using document::Document;
using document::Figure;
using document::FigureValue;
using document::Place;

std::string value_of(const Dataset& dataset, const dataset::Observation& row, const std::string& lang) {
  document::Calculation cell;
  cell.kind = document::Calculation::Kind::observation;
  cell.key = row.key;
  std::string out = row.has_number() || row.range ? resolve::operand_words(cell, dataset, lang) : "";
  if (!row.category.empty()) out = numfmt::category_name(dataset.metric_of(row), row.category, lang);
  if (!row.text.empty()) out = row.text.in(lang) + (out.empty() ? "" : " (" + out + ")");
  if (!row.has_any_value()) return "";
  const dataset::Metric& metric = dataset.metric_of(row);
  const std::string unit = row.unit_measure.empty() ? metric.unit_measure : row.unit_measure;
  return unit.empty() || !(row.has_number() || row.range) ? out : out + " " + unit;
}

TracedObservation traced(const Dataset& dataset, std::uint32_t index, const std::string& lang) {
  const dataset::Observation& row = dataset.observations[index];
  TracedObservation out;
  out.key = row.key;
  out.metric = numfmt::metric_name(dataset.metric_of(row), lang);
  out.entity = numfmt::entity_name(dataset.entity_of(row), lang);
  if (row.is_withheld || row.is_confidential) {
    out.withheld = row.is_confidential ? "confidential" : row.withhold.in(lang);
    return out;
  }
  const std::string label = row.period_label.in(lang);
  out.period = row.period || label.empty() ? numfmt::format_period(row.period, numfmt::DateForm::table, lang) : label;
  out.value = value_of(dataset, row, lang);
  out.statuses = row.status.text();
  out.limitation = row.limitation.in(lang);
  out.comment = row.comment.in(lang);
  out.span = row.places.of(row.range ? "obs_range" : "obs_value");
  for (const dataset::Citation& citation : row.citations) {
    const dataset::Source* source = dataset.find_source(citation.source);
    if (source == nullptr) continue;
    out.citations.push_back({source->code, source->title.in(lang), citation.locator.in(lang), citation.as_stated});
  }
  for (const std::uint32_t losing : row.rejected) {
    const dataset::Observation& other = dataset.observations[losing];
    std::string codes;
    for (const dataset::Citation& citation : other.citations) {
      if (const auto* source = dataset.find_source(citation.source)) codes += (codes.empty() ? "" : ", ") + source->code;
    }
    if (!other.is_withheld && !other.is_confidential) out.losing_values.push_back(fmt::format("{} ({})", value_of(dataset, other, lang), codes));
  }
  return out;
}

/// All that a double holds of a number as it was written: fifteen significant digits, thousands grouped.
std::string digits_of(double number) {
  return number == std::trunc(number) && std::abs(number) < 1e15 ? numfmt::grouped(number) : fmt::format("{:.15g}", number);
}

std::string value_of(const Figure& figure) {
  const FigureValue& value = figure.value;
  const std::string bound = value.qualifier == dataset::Qualifier::none ? "" : std::string(dataset::name_of(value.qualifier)) + " ";
  switch (value.kind) {
    case FigureValue::Kind::number: return bound + digits_of(value.number);
    case FigureValue::Kind::interval: return digits_of(value.low) + " to " + digits_of(value.high);
    case FigureValue::Kind::text: return value.text;
    case FigureValue::Kind::truth: return value.number != 0 ? "true" : "false";
    case FigureValue::Kind::withdrawn: return "withdrawn";
    case FigureValue::Kind::missing: break;
  }
  return "missing";
}

/// How the printed number comes from the value; empty when it is the value.
std::string rounding_of(const Figure& figure) {
  if (figure.value.kind != FigureValue::Kind::number || figure.is_withdrawn) return "";
  const std::string places = figure.decimals == 1 ? "1 decimal" : fmt::format("{} decimals", figure.decimals);
  const std::string scale = figure.scale == 1 ? "" : fmt::format(" × {}", digits_of(figure.scale));
  const double scaled = figure.value.number * figure.scale;
  if (figure.scale == 1 && digits_of(scaled) == digits_of(figure.printed)) return "";
  return fmt::format("{}{} to {} is {}", digits_of(figure.value.number), scale, places, digits_of(figure.printed));
}

TracedFigure traced(const Dataset& dataset, const Document& document, const document::Places& places, document::FigureIndex index) {
  const Figure& figure = document.figures[index];
  const std::string& lang = document.lang;
  TracedFigure out;
  out.id = fmt::format("fig_{:03}", figure.number);
  out.key = figure.key;
  out.expression = figure.expression;
  out.texts = figure.texts;
  out.value = value_of(figure);
  out.unit = figure.unit;
  out.statuses = figure.value.status.text();
  out.rounding = rounding_of(figure);
  out.unlike = figure.unlike_reason;
  out.calculation = figure.calculation_words;
  out.span = figure.span;
  out.is_withdrawn = figure.is_withdrawn;
  out.is_claim = figure.is_claim;
  for (const std::uint32_t each : figure.operands) out.operands.push_back(traced(dataset, each, lang));
  for (const std::uint32_t each : figure.caveats) {
    const dataset::Caveat& caveat = dataset.caveats[each];
    out.caveats.push_back(fmt::format("{} ({}): {}", caveat.id, caveat.weight, caveat.text.in(lang)));
  }
  for (const document::DisputeIndex each : figure.disputes) {
    const document::DisputeEntry& entry = document.disputes[each];
    out.disputes.push_back(fmt::format("{}: {}", entry.id, dataset.disputes[entry.dispute].question.in(lang)));
  }
  for (const document::NoteIndex each : figure.notes) {
    const document::Note& note = document.notes[each];
    const document::NoteText& text = note.in(lang);
    out.notes.push_back(fmt::format("{}: {}{}", note.number, text.source, text.rest));
  }
  if (index >= places.of_figure.size()) return out;
  for (const Place& place : places.of_figure[index]) {
    switch (place.kind) {
      case Place::Kind::page: out.pages.push_back(place.page); break;
      case Place::Kind::exhibit: out.exhibits.push_back(place.exhibit); break;
      case Place::Kind::cell: out.cells.push_back(place.sheet + "!" + place.cell); break;
    }
  }
  return out;
}

}  // namespace

Trace trace_of(const Found& found, const Dataset& dataset, const Document& document, const document::Places& places) {
  Trace out;
  for (const document::FigureIndex each : found.figures) out.figures.push_back(traced(dataset, document, places, each));
  for (const std::uint32_t each : found.observations) out.observations.push_back(traced(dataset, each, document.lang));
  return out;
}

}  // namespace briefpack::job
