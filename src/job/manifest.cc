#include "job/manifest.h"

#include <cstdio>

#include <briefpack/job.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/decimal.h"
#include "job/accessibility.h"

namespace briefpack::job {

namespace {

using Json = nlohmann::ordered_json;

Json files_json(const std::vector<ManifestFile>& files) {
  Json out = Json::array();
  for (const auto& file : files) out.push_back({{"name", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}});
  return out;
}

/// A number as the spreadsheet keeps it, fifteen significant digits, whole numbers without a point.
Json number_json(double value) {
  if (value == static_cast<double>(static_cast<long long>(value)) && value < 1e15 && value > -1e15) {
    return static_cast<long long>(value);
  }
  return value;
}

Json value_json(const document::Figure& figure) {
  using Kind = document::FigureValue::Kind;
  const auto& value = figure.value;
  switch (value.kind) {
    case Kind::number: return number_json(value.number);
    case Kind::truth: return value.number != 0;
    case Kind::interval: return Json{{"low", number_json(value.low)}, {"high", number_json(value.high)}};
    case Kind::text: return value.text;
    case Kind::missing:
    case Kind::withdrawn: break;
  }
  return nullptr;
}

Json place_json(const document::Place& place) {
  switch (place.kind) {
    case document::Place::Kind::page: return {{"page", place.page}, {"texts", place.texts}};
    case document::Place::Kind::exhibit: return {{"exhibit", place.exhibit}};
    case document::Place::Kind::cell: break;
  }
  return {{"sheet", place.sheet}, {"cell", place.cell}};
}

Json figure_json(const ManifestInput& input, std::size_t index) {
  const document::Figure& figure = input.document.figures[index];
  Json operands = Json::array(), sources = Json::array(), statuses = Json::array(), places = Json::array();
  for (const auto operand : figure.operands) operands.push_back(input.dataset.observations[operand].key);
  for (const auto source : figure.sources) sources.push_back(input.dataset.sources[source].id);
  for (const auto status : figure.value.status.list()) statuses.push_back(std::string(1, dataset::code_of(status)));
  if (index < input.places.of_figure.size()) {
    for (const auto& place : input.places.of_figure[index]) places.push_back(place_json(place));
  }
  Json out = {{"id", fmt::format("fig_{:03}", figure.number)},
              {"key", figure.key},
              {"texts", figure.texts},
              {"value", value_json(figure)}};
  if (figure.value.qualifier != dataset::Qualifier::none) out["qualifier"] = dataset::name_of(figure.value.qualifier);
  out["unit"] = figure.unit;
  out["expression"] = figure.expression;
  if (!figure.calculation_words.empty()) out["calculation"] = figure.calculation_words;
  out["operands"] = std::move(operands);
  out["sources"] = std::move(sources);
  out["statuses"] = std::move(statuses);
  out["withheld"] = figure.is_withdrawn;
  out["places"] = std::move(places);
  return out;
}

Json diagnostic_json(const Diagnostic& diagnostic, const SourceMap& sources) {
  Json out = {{"severity", diagnostic.severity == Severity::error ? "error" : "warning"}, {"code", diagnostic.code}};
  if (diagnostic.span.is_known()) {
    out["file"] = base_name(sources.name(diagnostic.span.file));
    out["line"] = diagnostic.span.line;
    out["column"] = diagnostic.span.column;
  }
  if (!diagnostic.pointer.empty()) out["pointer"] = diagnostic.pointer;
  out["message"] = diagnostic.message;
  return out;
}

}  // namespace

std::string base_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string write_manifest(const ManifestInput& input) {
  Json figures = Json::array(), diagnostics = Json::array(), accepted = Json::array();
  for (std::size_t i = 0; i < input.document.figures.size(); ++i) figures.push_back(figure_json(input, i));
  for (const auto& each : input.diagnostics) diagnostics.push_back(diagnostic_json(each, input.sources));
  for (std::size_t i = 0; i < input.dataset.accepted.size(); ++i) {
    const auto& each = input.dataset.accepted[i];
    Json row;
    row["code"] = each.code;
    row["about"] = each.about;
    row["reason"] = each.reason.in(input.document.lang);
    row["by"] = each.by.in(input.document.lang);
    if (!each.until.empty()) row["until"] = each.until;
    row["findings"] = i < input.silenced.size() ? input.silenced[i] : 0;
    accepted.push_back(std::move(row));
  }
  const Json out = {{"tool", fmt::format("briefpack {}", version())},
                    {"pack", input.dataset.pack.id},
                    {"inputs", files_json(input.inputs)},
                    {"outputs", files_json(input.outputs)},
                    {"figures", std::move(figures)},
                    {"diagnostics", std::move(diagnostics)},
                    {"accepted", std::move(accepted)},
                    {"accessibility", accessibility_json(input.accessibility, input.sources)}};
  // A hostile file name need not be UTF-8; it is replaced rather than thrown at.
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace briefpack::job
