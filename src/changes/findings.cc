#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/utf8.h"
#include "changes/change_text.h"
#include "changes/compare.h"
#include "changes/value.h"

namespace briefpack::changes {

namespace {

using dataset::Dataset;
using dataset::Observation;

std::string series_name(const Dataset& dataset, const Observation& o) { return dataset.metric_of(o).id + "." + dataset.entity_of(o).id; }

/// "1,800" and "1800" as a number; nothing for words.
std::optional<double> number_in(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',' && c != ' ') digits += c;
  }
  double out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size() && std::isfinite(out);
  return is_number ? std::optional(out) : std::nullopt;
}

/// `was` names the value that the earlier pack has: its number as written in either pack's power of ten, or its words.
bool names_value(const std::string& was, const Dataset& earlier, const Observation& before, const Dataset& later, const Observation& now) {
  if (const auto number = number_in(was); number && before.value) {
    const double value = absolute(*before.value, unit_mult_of(earlier, before));
    return is_same_number(*number, *before.value) || is_same_number(absolute(*number, unit_mult_of(later, now)), value);
  }
  if (was == before.category) return true;
  for (const auto& [lang, text] : before.text.all()) {
    if (text == was) return true;
  }
  // An interval has no one spelling; what is written of it is not judged.
  return before.range.has_value() && before.text.empty();
}

void find_unexplained(const Comparison& comparison, const Change& change, Diagnostics& findings) {
  const Dataset& later = *comparison.later;
  const Observation& now = later.observations[*change.later];
  const bool is_stale = !now.revision.kind.empty();
  findings.push_back(
      Diagnostic::warning("truth/unexplained-change", change.later_span,
                          series_name(later, now) + " is " + value_text(later, now, "en") + " and was " +
                              earlier_text(comparison, change, "en") + " in the earlier file; " +
                              (is_stale ? "its revision is the one that the earlier file gave already" : "no revision says why"))
          .note(change.earlier_span, "the earlier value stands here")
          .hint("give the row a \"revision\": revised_by_source, corrected or method, with \"was\", a reason and a date")
          .concerns(change.key)
          .concerns(series_name(later, now)));
}

void find_other_former_values(const Comparison& comparison, Diagnostics& findings) {
  const Dataset &earlier = *comparison.earlier, &later = *comparison.later;
  for (std::uint32_t i = 0; i < later.observations.size(); ++i) {
    const Observation& now = later.observations[i];
    if (!comparison.earlier_of[i] || now.revision.kind.empty() || now.revision.was.empty() || !has_printable_value(now)) continue;
    const Observation& before = earlier.observations[*comparison.earlier_of[i]];
    const bool is_known = before.revision.kind == now.revision.kind && before.revision.was == now.revision.was &&
                          before.revision.date == now.revision.date;
    if (is_known || !has_printable_value(before) || names_value(now.revision.was, earlier, before, later, now)) continue;
    findings.push_back(Diagnostic::warning("truth/revision-was", now.places.of("revision"),
                                           "the revision of " + series_name(later, now) + " says that it was " + now.revision.was +
                                               "; the earlier file has " + value_text(earlier, before, "en"))
                           .note(before.places.of("obs_value"), "the earlier value stands here")
                           .hint("write in \"was\" what the earlier issue printed")
                           .concerns(now.key)
                           .concerns(series_name(later, now)));
  }
}

void find_wrong_edition(const Comparison& comparison, Diagnostics& findings) {
  const dataset::Pack &before = comparison.earlier->pack, &now = comparison.later->pack;
  const auto warn = [&](SourceSpan span, std::string message, std::string hint) {
    findings.push_back(Diagnostic::warning("truth/edition", span, std::move(message)).note(before.places.of("id"), "the earlier pack").hint(std::move(hint)).concerns(before.id));
  };
  if (before.id == now.id) {
    warn(now.places.of("id"), "both packs are " + quoted(now.id), "give each issue an id of its own, and the earlier one to --previous");
  } else if (now.issued < before.issued) {
    warn(now.places.of("issued"), "the pack given as the earlier one, " + quoted(before.id) + ", was issued after this one",
         "give the older pack to --previous");
  } else if (!now.supersedes.empty() && now.supersedes != before.id) {
    warn(now.places.of("supersedes"), "this pack supersedes " + quoted(now.supersedes) + "; the earlier one given is " + quoted(before.id),
         "give the pack that this one supersedes to --previous");
  }
}

}  // namespace

Diagnostics findings(const Comparison& comparison) {
  Diagnostics out;
  find_wrong_edition(comparison, out);
  for (const Change& each : comparison.changes) {
    if (each.kind == Kind::unexplained) find_unexplained(comparison, each, out);
  }
  find_other_former_values(comparison, out);
  return out;
}

}  // namespace briefpack::changes
