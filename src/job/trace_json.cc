#include <nlohmann/json.hpp>

#include "job/trace.h"

namespace briefpack::job {

namespace {

using Json = nlohmann::ordered_json;

Json place_json(const SourceSpan& span, const SourceMap& sources) {
  if (!span.is_known()) return nullptr;
  return {{"file", sources.name(span.file)}, {"line", span.line}, {"column", span.column}};
}

Json observation_json(const TracedObservation& row, const SourceMap& sources) {
  Json out = {{"key", row.key}, {"metric", row.metric}, {"entity", row.entity}};
  if (!row.withheld.empty()) {
    out["withheld"] = row.withheld;
    return out;
  }
  out["period"] = row.period;
  out["value"] = row.value;
  out["statuses"] = row.statuses;
  out["place"] = place_json(row.span, sources);
  Json citations = Json::array();
  for (const TracedCitation& each : row.citations) {
    citations.push_back({{"source", each.source}, {"title", each.title}, {"locator", each.locator}, {"as_stated", each.wording}});
  }
  out["sources"] = std::move(citations);
  if (!row.limitation.empty()) out["limitation"] = row.limitation;
  if (!row.comment.empty()) out["comment"] = row.comment;
  if (!row.losing_values.empty()) out["losing_values"] = row.losing_values;
  return out;
}

Json figure_json(const TracedFigure& figure, const SourceMap& sources) {
  Json operands = Json::array();
  for (const TracedObservation& each : figure.operands) operands.push_back(observation_json(each, sources));
  return {{"id", figure.id},
          {"key", figure.key},
          {"expression", figure.expression},
          {"texts", figure.texts},
          {"value", figure.value},
          {"unit", figure.unit},
          {"statuses", figure.statuses},
          {"claim", figure.is_claim},
          {"withdrawn", figure.is_withdrawn},
          {"calculation", figure.calculation},
          {"rounding", figure.rounding},
          {"operands", std::move(operands)},
          {"caveats", figure.caveats},
          {"disputes", figure.disputes},
          {"unlike", figure.unlike},
          {"notes", figure.notes},
          {"pages", figure.pages},
          {"exhibits", figure.exhibits},
          {"cells", figure.cells},
          {"place", place_json(figure.span, sources)}};
}

}  // namespace

std::string trace_json(const Trace& trace, const SourceMap& sources) {
  Json figures = Json::array(), observations = Json::array();
  for (const TracedFigure& each : trace.figures) figures.push_back(figure_json(each, sources));
  for (const TracedObservation& each : trace.observations) observations.push_back(observation_json(each, sources));
  const Json out = {{"figures", std::move(figures)}, {"observations", std::move(observations)}};
  // A hostile file name need not be UTF-8; it is replaced rather than thrown at.
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace briefpack::job
