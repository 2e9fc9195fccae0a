// Findings as files for other programs: our own JSON, and SARIF 2.1.0 (OASIS), which code review sites take.

#include <briefpack/job.h>

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "job/accessibility.h"

namespace briefpack {

namespace {

using Json = nlohmann::ordered_json;

const char* severity_of(const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error ? "error" : "warning"; }

/// A path may hold any bytes; what is no UTF-8 is replaced rather than thrown at.
std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json place_json(const SourceSpan& span, const SourceMap& sources) {
  return {{"file", sources.name(span.file)}, {"line", span.line}, {"column", span.column}, {"length", span.length}};
}

Json finding_json(const Diagnostic& diagnostic, const SourceMap& sources) {
  Json out = {{"severity", severity_of(diagnostic)}, {"code", diagnostic.code}, {"message", diagnostic.message}};
  if (diagnostic.span.is_known()) out["place"] = place_json(diagnostic.span, sources);
  if (!diagnostic.pointer.empty()) out["pointer"] = diagnostic.pointer;
  if (!diagnostic.about.empty()) out["about"] = diagnostic.about;
  Json notes = Json::array();
  for (const DiagnosticNote& note : diagnostic.notes) {
    Json row = {{"message", note.message}};
    if (note.span.is_known()) row["place"] = place_json(note.span, sources);
    notes.push_back(std::move(row));
  }
  if (!notes.empty()) out["notes"] = std::move(notes);
  if (!diagnostic.hints.empty()) out["hints"] = diagnostic.hints;
  return out;
}

/// A path as a relative reference (RFC 3986): unreserved characters and slashes stand, all else is escaped.
std::string uri_of(const std::string& path) {
  std::string out;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
    if (is_plain) out.push_back(c);
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json location_json(const SourceSpan& span, const SourceMap& sources) {
  // SARIF's end column is the one behind the last character (3.30.8).
  Json region = {{"startLine", span.line}, {"startColumn", span.column}, {"endColumn", span.column + std::max(span.length, 1u)}};
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(sources.name(span.file))}}}, {"region", std::move(region)}}}};
}

Json result_json(const Diagnostic& diagnostic, const SourceMap& sources, std::size_t rule) {
  std::string text = diagnostic.message;
  for (const std::string& hint : diagnostic.hints) text += "\nhint: " + hint;
  Json out = {{"ruleId", diagnostic.code}, {"ruleIndex", rule}, {"level", severity_of(diagnostic)}, {"message", {{"text", text}}}};
  if (diagnostic.span.is_known()) out["locations"] = Json::array({location_json(diagnostic.span, sources)});
  Json related = Json::array();
  for (const DiagnosticNote& note : diagnostic.notes) {
    if (!note.span.is_known()) continue;
    Json place = location_json(note.span, sources);
    place["message"] = {{"text", note.message}};
    related.push_back(std::move(place));
  }
  if (!related.empty()) out["relatedLocations"] = std::move(related);
  return out;
}

}  // namespace

std::string findings_json(const Outcome& outcome) {
  Json findings = Json::array();
  for (const Diagnostic& each : outcome.diagnostics) findings.push_back(finding_json(each, outcome.sources));
  Json out = {{"tool", fmt::format("briefpack {}", version())},
                  {"errors", count_of(outcome.diagnostics, Severity::error)},
                  {"warnings", count_of(outcome.diagnostics, Severity::warning)},
                  {"observations", outcome.observations},
                  {"figures", outcome.figures},
                  {"notes", outcome.notes},
                  {"findings", std::move(findings)}};
  if (!outcome.accessibility.empty()) out["accessibility"] = job::accessibility_json(outcome.accessibility, outcome.sources);
  return text_of(out);
}

std::string findings_sarif(const Outcome& outcome) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : outcome.diagnostics) codes.push_back(each.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  Json rules = Json::array(), results = Json::array();
  for (const std::string& code : codes) rules.push_back({{"id", code}});
  for (const Diagnostic& each : outcome.diagnostics) {
    const auto rule = static_cast<std::size_t>(std::lower_bound(codes.begin(), codes.end(), each.code) - codes.begin());
    results.push_back(result_json(each, outcome.sources, rule));
  }
  Json driver = {{"name", "briefpack"}, {"version", version()}, {"rules", std::move(rules)}};
  Json run = {{"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return text_of({{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({std::move(run)})}});
}

}  // namespace briefpack
