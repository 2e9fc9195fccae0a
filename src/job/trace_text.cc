#include <fmt/format.h>

#include "job/manifest.h"
#include "job/trace.h"

namespace briefpack::job {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

std::string place_of(const SourceSpan& span, const SourceMap& sources) {
  return span.is_known() ? fmt::format("{}:{}:{}", sources.name(span.file), span.line, span.column) : "";
}

class TextTrace {
 public:
  explicit TextTrace(const SourceMap& sources) : sources_(sources) {}

  void figure(const TracedFigure& figure) {
    out_ += fmt::format("{}  {}\n", figure.id, figure.key);
    std::vector<std::string> quoted;
    for (const std::string& text : figure.texts) quoted.push_back("\"" + text + "\"");
    fact(1, figure.is_claim ? "claims" : "prints", joined(quoted, ", "));
    fact(1, "value", figure.value + (figure.unit.empty() ? "" : " " + figure.unit) + (figure.statuses.empty() ? "" : ", status " + figure.statuses));
    if (figure.expression != figure.key) fact(1, "is", figure.expression);
    fact(1, "formula", figure.calculation);
    fact(1, "rounding", figure.rounding);
    for (const TracedObservation& each : figure.operands) observation(each, 1, "operand");
    facts("caveat", figure.caveats);
    facts("dispute", figure.disputes);
    fact(1, "unlike", figure.unlike);
    facts("note", figure.notes);
    std::vector<std::string> places;
    for (const std::uint32_t page : figure.pages) places.push_back(fmt::format("p.{}", page));
    places.insert(places.end(), figure.exhibits.begin(), figure.exhibits.end());
    places.insert(places.end(), figure.cells.begin(), figure.cells.end());
    fact(1, "printed at", joined(places, ", "));
    fact(1, "written at", place_of(figure.span, sources_));
    out_ += '\n';
  }

  void observation(const TracedObservation& row, int depth, std::string_view name) {
    std::string words = fmt::format("{}  {}, {}", row.key, row.metric, row.entity);
    if (!row.withheld.empty()) return fact(depth, name, words + ": withheld, " + row.withheld);
    words += fmt::format(", {}: {}", row.period, row.value.empty() ? "no value" : row.value);
    fact(depth, name, words + (row.statuses.empty() ? "" : " [" + row.statuses + "]"));
    fact(depth + 1, "in", place_of(row.span, sources_));
    for (const TracedCitation& each : row.citations) {
      fact(depth + 1, "source", fmt::format("{} ({}), {}{}", each.source, each.title, each.locator, each.wording.empty() ? "" : ": \"" + each.wording + "\""));
    }
    fact(depth + 1, "limitation", row.limitation);
    fact(depth + 1, "comment", row.comment);
    for (const std::string& each : row.losing_values) fact(depth + 1, "not", each);
  }

  std::string take() { return std::move(out_); }

 private:
  void fact(int depth, std::string_view name, const std::string& words) {
    if (!words.empty()) out_ += fmt::format("{:{}}{:<10}  {}\n", "", 2 * depth, name, words);
  }
  void facts(std::string_view name, const std::vector<std::string>& all) {
    for (const std::string& each : all) fact(1, name, each);
  }

  const SourceMap& sources_;
  std::string out_;
};

}  // namespace

std::string trace_text(const Trace& trace, const SourceMap& sources) {
  TextTrace out(sources);
  for (const TracedObservation& each : trace.observations) out.observation(each, 0, "observed");
  for (const TracedFigure& each : trace.figures) out.figure(each);
  return out.take();
}

}  // namespace briefpack::job
