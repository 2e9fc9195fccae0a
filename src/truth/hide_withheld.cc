#include "truth/hide_withheld.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace briefpack::truth {

namespace {

struct Lines {
  std::uint32_t file, first, last;
  std::pair<std::uint32_t, std::uint32_t> start() const { return {file, first}; }
};

/// From the opening brace to the last line on which a field or a citation starts; sorted and apart.
std::vector<Lines> withheld_lines(const dataset::Dataset& dataset) {
  std::vector<Lines> all;
  for (const dataset::Observation& each : dataset.observations) {
    if (!each.is_withheld) continue;
    const SourceSpan& object = each.places.object;
    Lines lines{object.file, object.line, object.line};
    for (const auto& [field, span] : each.places.fields)
      lines.last = std::max(lines.last, span.line);
    for (const dataset::Citation& citation : each.citations)
      lines.last = std::max(lines.last, citation.span.line);
    all.push_back(lines);
  }
  std::sort(all.begin(), all.end(), [](const Lines& a, const Lines& b) { return a.start() < b.start(); });
  std::vector<Lines> out;
  for (const Lines& each : all) {
    if (!out.empty() && out.back().file == each.file && each.first <= out.back().last)
      out.back().last = std::max(out.back().last, each.last);
    else
      out.push_back(each);
  }
  return out;
}

}  // namespace

void hide_withheld(const dataset::Dataset& dataset, Diagnostics& findings) {
  const std::vector<Lines> hidden = withheld_lines(dataset);
  for (Diagnostic& each : findings) {
    const auto behind =
        std::upper_bound(hidden.begin(), hidden.end(), std::pair(each.span.file, each.span.line),
                         [](const auto& place, const Lines& lines) { return place < lines.start(); });
    if (!each.span.is_known() || behind == hidden.begin()) continue;
    const Lines& lines = *std::prev(behind);
    if (lines.file == each.span.file && each.span.line <= lines.last) each.hides_source = true;
  }
}

}  // namespace briefpack::truth
