#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "document/places.h"

/// Where a printed number comes from.
///   find_trace.cc   what the question means: a figure's number or key, a page, a cell, a series, an observation, printed words
///   trace.cc        document and dataset → the facts behind what was found
///   trace_text.cc, trace_json.cc   the same facts for people and for programs
namespace briefpack::job {

/// What a question was found to mean; indices in ascending order, each once.
struct Found {
  std::vector<document::FigureIndex> figures;
  std::vector<std::uint32_t> observations;  ///< Asked for by themselves: a key, a series, a row of Data.
  bool empty() const { return figures.empty() && observations.empty(); }
};

/// `what` is one of: "fig_012"; a figure's key or expression ("$gap", "ratio(a.KOR, b.KOR)"); "p.3"; a cell ("Figures!C12",
/// "Data!H4"); "metric.ENTITY"; an observation's id or key, also as "obs.ID"; a dispute's id; printed words ("2,000", "third").
Found find_trace(const std::string& what, const dataset::Dataset& dataset, const document::Document& document, const document::Places& places);

struct TracedCitation {
  std::string source, title, locator, wording;
};

/// One observation as the metric file has it. A withheld one tells its key and nothing else.
struct TracedObservation {
  std::string key, metric, entity, period, value, statuses, limitation, comment;
  SourceSpan span;                          ///< Of the value in the metric file.
  std::vector<TracedCitation> citations;
  std::vector<std::string> losing_values;   ///< Of a conflict that was decided: "12 (S2)".
  std::string withheld;                     ///< The reason; empty when it is not.
};

struct TracedFigure {
  std::string id, key, expression, value, unit, statuses, rounding, unlike;
  std::vector<std::string> texts;
  std::string calculation;                  ///< With numbers put in: "100,000 ÷ 2,000".
  std::vector<TracedObservation> operands;
  std::vector<std::string> caveats, disputes, notes;
  std::vector<std::uint32_t> pages;
  std::vector<std::string> exhibits, cells;
  SourceSpan span;                          ///< Of its first use in the template.
  bool is_withdrawn = false, is_claim = false;
};

struct Trace {
  std::vector<TracedFigure> figures;
  std::vector<TracedObservation> observations;
};

Trace trace_of(const Found& found, const dataset::Dataset& dataset, const document::Document& document, const document::Places& places);

/// For people: one paragraph a figure, one indented line a fact.
std::string trace_text(const Trace& trace, const SourceMap& sources);
std::string trace_json(const Trace& trace, const SourceMap& sources);

}  // namespace briefpack::job
