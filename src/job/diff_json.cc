// Changes for other programs.

#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "changes/change_text.h"
#include "job/diff.h"

namespace briefpack::job {

namespace {

using changes::Change;
using changes::Comparison;
using Json = nlohmann::ordered_json;

constexpr std::string_view kLang = "en";

Json pack_json(const dataset::Pack& pack, const SourceMap& sources) {
  const CivilDate& date = pack.issued;
  return {{"id", pack.id},
          {"issued", fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)},
          {"file", sources.name(pack.places.object.file)}};
}

Json place_json(const SourceSpan& span, const SourceMap& sources) {
  if (!span.is_known()) return nullptr;
  return {{"file", sources.name(span.file)}, {"line", span.line}, {"column", span.column}};
}

Json turnover_json(const changes::Turnover& turnover) { return {{"new", turnover.added}, {"removed", turnover.removed}}; }

Json change_json(const Comparison& comparison, const Change& change, const SourceMap& sources) {
  Json out = {{"kind", changes::name_of(change.kind)}, {"key", change.key}, {"entity", change.entity}};
  if (!change.metric.empty()) {
    out["metric"] = change.metric;
    out["topic"] = change.topic;
  }
  out["subject"] = changes::subject_text(comparison, change, kLang);
  out["earlier"] = changes::earlier_text(comparison, change, kLang);
  out["later"] = changes::later_text(comparison, change, kLang);
  if (!change.fields.empty()) out["fields"] = change.fields;
  if (!change.dispute.empty()) out["dispute"] = change.dispute;
  if (!change.reason.empty()) out["reason"] = change.reason.in(kLang);
  if (!change.date.empty()) out["date"] = change.date;
  out["places"] = {{"earlier", place_json(change.earlier_span, sources)}, {"later", place_json(change.later_span, sources)}};
  return out;
}

}  // namespace

std::string diff_json(const Comparison& comparison, const SourceMap& sources) {
  Json counts = Json::object(), list = Json::array();
  for (const changes::Kind kind : changes::all_kinds()) {
    if (const std::size_t number = comparison.count(kind); number > 0) counts[std::string(changes::name_of(kind))] = number;
  }
  for (const Change& change : comparison.changes) list.push_back(change_json(comparison, change, sources));
  const Json out = {{"earlier", pack_json(comparison.earlier->pack, sources)},
                    {"later", pack_json(comparison.later->pack, sources)},
                    {"counts", std::move(counts)},
                    {"entities", turnover_json(comparison.entities)},
                    {"metrics", turnover_json(comparison.metrics)},
                    {"sources", turnover_json(comparison.sources)},
                    {"new_withheld", comparison.new_withheld},
                    {"changes", std::move(list)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace briefpack::job
