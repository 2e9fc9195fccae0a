#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.h"
#include "document/document.h"

namespace briefpack::workbook {

/// A small pack and a document about it, made in code: a value of each kind, and figures that rest on them. Tests add rows and
/// figures as they need them; call finish() before use.
class SamplePack {
 public:
  SamplePack();

  dataset::Dataset data;
  document::Document document;

  dataset::Observation& row(const std::string& key, const std::string& metric, const std::string& entity);
  dataset::Observation& number(const std::string& key, const std::string& metric, const std::string& entity, double value,
                               dataset::Qualifier qualifier = dataset::Qualifier::none);
  /// A figure that prints `value` unrounded; the operands are the observations of its calculation.
  document::Figure& figure(const std::string& key, document::Calculation calculation, document::FigureValue value);
  document::Figure& figure(const std::string& key, document::Calculation calculation, double value);
  /// A bar or other chart in the document's only section; one row a figure.
  document::Exhibit& chart(document::Mark mark, const std::string& label, const std::vector<document::FigureIndex>& figures);

  /// Builds the look-ups of the dataset.
  SamplePack& finish();
};

inline document::Calculation leaf(const std::string& key, document::Calculation::Kind kind = document::Calculation::Kind::observation) {
  document::Calculation out;
  out.kind = kind;
  out.key = key;
  return out;
}
inline document::Calculation constant_of(double number) {
  document::Calculation out;
  out.number = number;
  return out;
}
inline document::Calculation of(document::Calculation::Kind kind, std::vector<document::Calculation> arguments) {
  document::Calculation out;
  out.kind = kind;
  out.arguments = std::move(arguments);
  return out;
}
inline document::Calculation stated_as(const std::string& words, double number) {
  document::Calculation out;
  out.kind = document::Calculation::Kind::stated;
  out.words = words;
  out.number = number;
  return out;
}
inline document::FigureValue number_of(double number, dataset::Qualifier qualifier = dataset::Qualifier::none) {
  document::FigureValue out;
  out.kind = document::FigureValue::Kind::number;
  out.number = number;
  out.qualifier = qualifier;
  return out;
}

inline SamplePack::SamplePack() {
  data.pack.id = "sample-2026-11";
  data.pack.title = dataset::LocalText("Sample");
  data.pack.issued = {2026, 11, 20};
  for (const auto& [id, kind] : {std::pair{"KOR", dataset::EntityKind::country}, {"CHN", dataset::EntityKind::country},
                                 {"FRA", dataset::EntityKind::country}, {"XAI", dataset::EntityKind::company}}) {
    dataset::Entity entity;
    entity.id = id;
    entity.kind = kind;
    if (kind == dataset::EntityKind::company) entity.name = dataset::LocalText("xAI");
    data.entities.push_back(entity);
  }
  dataset::Source source;
  source.id = source.code = "S1";
  source.title = dataset::LocalText("A register");
  source.url = "https://example.org/register";
  data.sources.push_back(source);
  const auto metric = [&](const char* id, dataset::MetricType type, const char* unit) -> dataset::Metric& {
    dataset::Metric out;
    out.id = id;
    out.name = dataset::LocalText(std::string("Metric ") + id);
    out.type = type;
    out.unit_measure = unit;
    data.metrics.push_back(out);
    return data.metrics.back();
  };
  metric("gpus", dataset::MetricType::quantity, "GPU");
  dataset::Metric& outlay = metric("outlay", dataset::MetricType::money, "USD");
  outlay.currency = "USD";
  outlay.unit_mult = 6;
  metric("score", dataset::MetricType::index, "points");
  dataset::Metric& tier = metric("tier", dataset::MetricType::category, "");
  dataset::Category leading;
  leading.id = "leading";
  leading.name.set("en", "Leading");
  leading.name.set("ko", "선도");
  tier.categories = {leading};
  metric("share", dataset::MetricType::share, "percent");
  document.title = "Sample briefing";
  document.sections.emplace_back();
}

inline dataset::Observation& SamplePack::row(const std::string& key, const std::string& metric, const std::string& entity) {
  dataset::Observation out;
  out.key = key;
  for (std::uint32_t i = 0; i < data.metrics.size(); ++i) {
    if (data.metrics[i].id == metric) out.metric = i;
  }
  for (std::uint32_t i = 0; i < data.entities.size(); ++i) {
    if (data.entities[i].id == entity) out.entity = i;
  }
  out.status.add(dataset::ObsStatus::A);
  dataset::Citation citation;
  citation.source = "S1";
  citation.locator = dataset::LocalText("table 1");
  out.citations.push_back(citation);
  data.observations.push_back(out);
  return data.observations.back();
}

inline dataset::Observation& SamplePack::number(const std::string& key, const std::string& metric, const std::string& entity, double value,
                                                dataset::Qualifier qualifier) {
  auto& out = row(key, metric, entity);
  out.value = value;
  out.qualifier = qualifier;
  return out;
}

inline document::Figure& SamplePack::figure(const std::string& key, document::Calculation calculation, document::FigureValue value) {
  document::Figure out;
  out.number = static_cast<std::uint32_t>(document.figures.size() + 1);
  out.key = out.expression = key;
  out.value = value;
  out.decimals = 0;
  out.printed = value.number;
  out.printed_low = value.low;
  out.printed_high = value.high;
  out.texts = {key};
  out.calculation = std::move(calculation);
  const auto add_operands = [&](const auto& self, const document::Calculation& each) -> void {
    for (std::uint32_t i = 0; i < data.observations.size(); ++i) {
      if (!each.key.empty() && data.observations[i].key == each.key) out.operands.push_back(i);
    }
    for (const auto& argument : each.arguments) self(self, argument);
  };
  add_operands(add_operands, out.calculation);
  document.figures.push_back(std::move(out));
  return document.figures.back();
}

inline document::Figure& SamplePack::figure(const std::string& key, document::Calculation calculation, double value) {
  return figure(key, std::move(calculation), number_of(value));
}

inline document::Exhibit& SamplePack::chart(document::Mark mark, const std::string& label, const std::vector<document::FigureIndex>& figures) {
  document::ChartSpec spec;
  spec.mark = mark;
  spec.unit = "units";
  for (const auto index : figures) {
    const auto& figure = document.figures[index];
    document::ChartValue value;
    value.figure = index;
    value.label = figure.texts.front();
    if (figure.value.kind == document::FigureValue::Kind::number) value.number = figure.value.number;
    if (figure.value.kind == document::FigureValue::Kind::interval) {
      value.low = figure.value.low;
      value.high = figure.value.high;
    }
    document::ChartRow chart_row;
    chart_row.label = "Row " + figure.key;
    chart_row.values.push_back(value);
    spec.rows.push_back(chart_row);
  }
  document::Exhibit exhibit;
  exhibit.number = 1;
  exhibit.number_text = "Figure 1";
  exhibit.label = label;
  exhibit.alt = "Bars.";
  document::Text title;
  title.text = "A chart";
  exhibit.title.emplace_back(title);
  exhibit.content = spec;
  auto& body = document.sections.front().body;
  document::Block block;
  block.content = exhibit;
  body.push_back(block);
  return std::get<document::Exhibit>(body.back().content);
}

inline SamplePack& SamplePack::finish() {
  data.index();
  return *this;
}

}  // namespace briefpack::workbook
