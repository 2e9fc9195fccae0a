#include "truth/unused.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "truth/unused_names.h"

namespace briefpack::truth {

namespace {

using dataset::Observation;

constexpr std::size_t kNamedRows = 20;  // of one metric; more would bury the other findings

std::string counted(std::size_t number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

class Reverse {
 public:
  Reverse(const dataset::Dataset& dataset, const std::vector<PrintedTemplate>& printed)
      : dataset_(dataset), printed_(printed), is_printed_(dataset.observations.size()) {
    for (const PrintedTemplate& each : printed) {
      for (const std::uint32_t row : each.document->used_observations)
        is_printed_[row] = true;
    }
  }

  Diagnostics all() {
    observations();
    definitions();
    sources();
    for (const PrintedTemplate& each : printed_)
      figures(*each.tree);
    std::stable_sort(out_.begin(), out_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair(a.span.file, std::pair(a.span.line, a.span.column)) <
             std::pair(b.span.file, std::pair(b.span.line, b.span.column));
    });
    return std::move(out_);
  }

 private:
  /// Rows that a document may print. What is withheld or was decided against is meant to stand nowhere.
  static bool may_be_printed(const Observation& row) {
    return !row.is_withheld && !row.is_confidential && !row.is_rejected();
  }

  void observations() {
    std::vector<std::vector<std::uint32_t>> unused(dataset_.metrics.size());
    std::vector<bool> has_printed(dataset_.metrics.size());
    for (std::uint32_t i = 0; i < dataset_.observations.size(); ++i) {
      const Observation& row = dataset_.observations[i];
      if (is_printed_[i])
        has_printed[row.metric] = true;
      else if (may_be_printed(row))
        unused[row.metric].push_back(i);
    }
    for (std::uint32_t m = 0; m < unused.size(); ++m) {
      if (unused[m].empty()) continue;
      if (!has_printed[m] || unused[m].size() > kNamedRows) {
        many_rows(dataset_.metrics[m], unused[m], has_printed[m]);
        continue;
      }
      for (const std::uint32_t each : unused[m])
        one_row(dataset_.observations[each]);
    }
  }

  void many_rows(const dataset::Metric& metric, const std::vector<std::uint32_t>& rows, bool are_some_printed) {
    const std::string how_many = counted(rows.size(), "observation");
    const std::string what = are_some_printed ? fmt::format("{} of \"{}\" are printed nowhere", how_many, metric.id)
                                              : fmt::format("nothing of \"{}\" is printed ({})", metric.id, how_many);
    auto finding = Diagnostic::warning("truth/unused-observation", metric.places.of("id"), what);
    finding.pointer = metric.places.pointer;
    finding.about.push_back(metric.id);
    if (rows.size() == 1) finding.about.push_back(dataset_.observations[rows.front()].key);
    out_.push_back(std::move(finding));
  }

  void one_row(const Observation& row) {
    const std::string name = dataset_.metric_of(row).id + "." + dataset_.entity_of(row).id;
    const std::string period = row.period ? row.period->text : "period not stated";
    const std::string what = row.id.empty() ? row.key : fmt::format("{} ({}, {})", row.id, name, period);
    auto finding =
        Diagnostic::warning("truth/unused-observation", row.places.object, fmt::format("{} is printed nowhere", what));
    finding.pointer = row.places.pointer;
    finding.about = {row.key, name};
    out_.push_back(std::move(finding));
  }

  void definitions() {
    std::vector<bool> lacks(dataset_.metrics.size());
    for (std::uint32_t i = 0; i < is_printed_.size(); ++i) {
      if (!is_printed_[i]) continue;
      const Observation& row = dataset_.observations[i];
      if (row.definition.empty() && dataset_.metric_of(row).definition.empty()) lacks[row.metric] = true;
    }
    for (std::uint32_t m = 0; m < lacks.size(); ++m) {
      if (!lacks[m]) continue;
      const dataset::Metric& metric = dataset_.metrics[m];
      auto finding = Diagnostic::warning("truth/no-definition", metric.places.of("id"),
                                         fmt::format("\"{}\" is printed and has no definition", metric.id));
      finding.pointer = metric.places.pointer;
      finding.hints.push_back("say in \"definition\" what is counted, and what is not");
      finding.about.push_back(metric.id);
      out_.push_back(std::move(finding));
    }
  }

  void add_cited(const std::vector<dataset::Citation>& citations, std::set<std::string>& to) const {
    for (const dataset::Citation& each : citations)
      to.insert(each.source);
  }

  void add_cited_in(const document::Document& document, std::set<std::string>& to) const {
    for (const document::Note& note : document.notes) {
      for (const std::uint32_t each : note.sources)
        to.insert(dataset_.sources[each].id);
      for (const std::uint32_t each : note.actions)
        add_cited(dataset_.actions[each].citations, to);
    }
    for (const std::uint32_t each : document.used_observations)
      add_cited(dataset_.observations[each].citations, to);
    for (const document::DisputeEntry& each : document.disputes) {
      for (const dataset::Position& position : dataset_.disputes[each.dispute].positions)
        add_cited(position.citations, to);
    }
  }

  void sources() {
    std::set<std::string> cited;
    for (const PrintedTemplate& each : printed_)
      add_cited_in(*each.document, cited);
    for (const dataset::Source& source : dataset_.sources) {
      if (cited.count(source.id) != 0) continue;
      auto finding = Diagnostic::warning("truth/unused-source", source.places.of("id"),
                                         fmt::format("nothing that is printed rests on the source \"{}\"", source.id));
      finding.pointer = source.places.pointer;
      finding.about.push_back(source.id);
      out_.push_back(std::move(finding));
    }
  }

  void figures(const templates::Template& tree) {
    if (tree.front_matter.figures.empty()) return;
    const auto used = names_used(tree);
    for (const templates::NamedFigure& each : tree.front_matter.figures) {
      if (used.count(each.name) != 0) continue;
      auto finding =
          Diagnostic::warning("truth/unused-figure", each.name_span, fmt::format("nothing uses ${}", each.name));
      finding.hints.push_back(fmt::format("print it with {{fig}}`${}`, or remove it", each.name));
      finding.about.push_back("$" + each.name);
      out_.push_back(std::move(finding));
    }
  }

  const dataset::Dataset& dataset_;
  const std::vector<PrintedTemplate>& printed_;
  std::vector<bool> is_printed_;
  Diagnostics out_;
};

}  // namespace

Diagnostics find_unused(const dataset::Dataset& dataset, const std::vector<PrintedTemplate>& printed) {
  return Reverse(dataset, printed).all();
}

}  // namespace briefpack::truth
