#include "resolve/change_list.h"

#include <algorithm>
#include <utility>

#include "changes/change_text.h"
#include "changes/value.h"

namespace briefpack::resolve {

namespace {

using changes::Change;
using changes::Comparison;
using dataset::Observation;

bool is_single(const Observation& o) {
  return o.value && (o.qualifier == dataset::Qualifier::none || o.qualifier == dataset::Qualifier::about);
}

std::optional<double> earlier_number(const Comparison& comparison, const Change& change) {
  if (!changes::is_other_value(change.kind)) return std::nullopt;
  const dataset::Dataset &earlier = *comparison.earlier, &later = *comparison.later;
  const Observation &a = earlier.observations[*change.earlier], &b = later.observations[*change.later];
  const bool is_alike = is_single(a) && is_single(b) && changes::unit_of(earlier, a) == changes::unit_of(later, b) &&
                        changes::currency_of(earlier, a) == changes::currency_of(later, b);
  if (!is_alike) return std::nullopt;
  const int a_mult = changes::unit_mult_of(earlier, a), b_mult = changes::unit_mult_of(later, b);
  return a_mult == b_mult ? *a.value : changes::absolute(*a.value, a_mult - b_mult);
}

std::vector<std::string> sources_of(const Comparison& comparison, const Change& change) {
  std::vector<std::string> out;
  const auto add = [&](const std::vector<dataset::Citation>& citations) {
    for (const dataset::Citation& each : citations) {
      if (std::find(out.begin(), out.end(), each.source) == out.end()) out.push_back(each.source);
    }
  };
  if (!change.later) return out;
  if (changes::is_about_action(change.kind)) add(comparison.later->actions[*change.later].citations);
  else if (!changes::is_hidden(comparison.later->observations[*change.later])) add(comparison.later->observations[*change.later].citations);
  return out;
}

}  // namespace

void list_changes(const Comparison& comparison, document::Document& document) {
  document.changes.emplace();
  const std::string& lang = document.lang;
  for (const Change& each : comparison.changes) {
    document::ChangeEntry entry;
    entry.key = each.key;
    entry.kind = changes::name_of(each.kind);
    entry.kind_words = changes::kind_text(each.kind, lang);
    entry.entity_id = each.entity;
    entry.entity = changes::entity_text(comparison, each, lang);
    entry.metric_id = each.metric;
    entry.subject = changes::subject_text(comparison, each, lang);
    entry.earlier = changes::earlier_text(comparison, each, lang);
    entry.now = changes::later_text(comparison, each, lang);
    entry.earlier_number = earlier_number(comparison, each);
    entry.because = changes::because_text(comparison, each, lang);
    entry.date = each.date;
    entry.sources = sources_of(comparison, each);
    document.changes->push_back(std::move(entry));
  }
  for (std::uint32_t i = 0; i < comparison.is_revised.size(); ++i) {
    if (comparison.is_revised[i]) document.revised_observations.push_back(i);
  }
}

}  // namespace briefpack::resolve
