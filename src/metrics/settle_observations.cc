#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/utf8.h"
#include "dataset/same_text.h"
#include "metrics/passes.h"

namespace briefpack::metrics {

namespace {

using dataset::Dataset;
using dataset::Observation;
using dataset::ObsStatus;
using dataset::ObsStatusSet;

constexpr std::size_t kLongestKey = 200;
/// Rows of one key are compared pair by pair; more than this are a mistake of the file, not a dispute among sources.
constexpr std::size_t kMostRowsOfOneKey = 1000;

// ---- what rows are about, and what they say ----

/// The key of a row without an id.
std::string series_key(const Dataset& data, const Observation& o) {
  std::string out = data.metric_of(o).id;
  out += '.';
  out += data.entity_of(o).id;
  out += '@';
  out += o.period ? o.period->text : "ns";
  if (!o.period && o.sequence) out += std::to_string(*o.sequence);
  return out;
}

bool is_defined_alike(const Observation& a, const Observation& b) {
  return a.definition.all() == b.definition.all() && a.unit_measure == b.unit_measure && a.currency == b.currency &&
         a.unit_mult == b.unit_mult;
}

bool is_one_statement(const Observation& a, const Observation& b) {
  return a.value == b.value && a.category == b.category && a.range == b.range && a.text.all() == b.text.all() &&
         a.qualifier == b.qualifier && a.out_of == b.out_of && a.status.missing() == b.status.missing();
}

std::string in_words(const Observation& o) {
  const std::string bound = o.qualifier == dataset::Qualifier::none ? "" : fmt::format("{} ", name_of(o.qualifier));
  if (o.value) return bound + shortest_decimal(*o.value);
  if (!o.category.empty()) return quoted(o.category);
  if (!o.text.empty()) return quoted(o.text.all().front().second);
  if (o.range) return fmt::format("{} to {}", shortest_decimal(o.range->first), shortest_decimal(o.range->second));
  return "missing";
}

// ---- agreement within the printed precision ----

/// One unit of the last printed digit: 0.1 for 2.5, 1 for 4,300. Zeros at the end of a whole number are digits, too, unless the
/// source says "about": 2,000 and 2,100 contradict each other, "about 2,000" does not say so much.
double printed_unit(const Observation& o) {
  if (!o.value || *o.value == 0) return 1;
  if (o.value_decimals > 0) return std::pow(10.0, -o.value_decimals);
  if (o.qualifier != dataset::Qualifier::about) return 1;
  double unit = 1;
  while (unit < std::abs(*o.value) && std::fmod(*o.value, unit * 10) == 0)
    unit *= 10;
  return unit;
}

/// Whether `coarse` says the same as `fine` with fewer digits: "about 4,000" beside 4,300. Bounds, places, words and intervals
/// are never rounded from one another.
bool is_rounded_from(const Observation& coarse, const Observation& fine, const Dataset& data) {
  using dataset::Qualifier;
  const auto is_point = [](const Observation& o) {
    return o.value && (o.qualifier == Qualifier::none || o.qualifier == Qualifier::about);
  };
  if (!is_point(coarse) || !is_point(fine) || data.metric_of(fine).type == dataset::MetricType::rank) return false;
  const double unit = printed_unit(coarse);
  if (unit <= printed_unit(fine)) return *coarse.value == *fine.value;  // only the qualifier may differ
  const int decimals = -static_cast<int>(std::lround(std::log10(unit)));
  return round_decimal(*fine.value, decimals) == *coarse.value;
}

// ---- merging ----

ObsStatusSet merged_status(const ObsStatusSet& a, const ObsStatusSet& b) {
  ObsStatusSet all = a;
  all.add(b);
  const std::vector<ObsStatus> list = all.list();
  if (list.size() < 2) return all;
  ObsStatusSet out;  // normal (A) says nothing beside another status
  for (const ObsStatus each : list) {
    if (each != ObsStatus::A) out.add(each);
  }
  return out;
}

template <typename Text>
void take_if_empty(Text& to, Text& from) {
  if (to.empty()) to = std::move(from);
}

/// Moves what `from` adds into `to`.
void merge(Observation& to, Observation& from) {
  for (dataset::Citation& each : from.citations) {
    const bool is_known = std::any_of(to.citations.begin(), to.citations.end(), [&](const dataset::Citation& known) {
      return known.source == each.source && known.locator.all() == each.locator.all() &&
             known.as_stated == each.as_stated;
    });
    if (!is_known) to.citations.push_back(std::move(each));
  }
  to.status = merged_status(to.status, from.status);
  take_if_empty(to.limitation, from.limitation);
  take_if_empty(to.comment, from.comment);
  take_if_empty(to.period_label, from.period_label);
  take_if_empty(to.reason, from.reason);
  to.is_preferred = to.is_preferred || from.is_preferred;
  if (to.revision.kind.empty()) to.revision = std::move(from.revision);
  if (!from.id.empty()) {
    if (to.id.empty())
      to.id = std::move(from.id);
    else
      to.merged_ids.push_back(std::move(from.id));
  }
}

/// Settles the rows of one thing; `rows` are indices in file order. Sets merged[i] for each row that another one has taken up.
class Settlement {
 public:
  Settlement(Dataset& data, Problems& problems, std::vector<bool>& merged)
      : data_(data), problems_(problems), merged_(merged) {}

  void settle(const std::vector<std::uint32_t>& rows) {
    const std::vector<std::uint32_t> left = merge_equal(rows);
    std::vector<std::uint32_t> preferred;
    for (const std::uint32_t row : left) {
      if (data_.observations[row].is_preferred) preferred.push_back(row);
    }
    if (left.size() == 1) {
      if (!preferred.empty()) warn_idle_preference(data_.observations[left.front()]);
    } else if (preferred.size() == 1) {
      reject_others(left, preferred.front());
    } else if (!preferred.empty()) {
      const Observation& first = data_.observations[preferred[0]];
      Diagnostic found =
          conflict(data_.observations[preferred[1]], "preferred",
                   fmt::format("two unlike values of {} are preferred", series_key(data_, first)))
              .note(first.places.of("preferred"), "preferred here");
      problems_.add(std::move(found));
      reject_others(left, preferred.front());
    } else if (const auto finest = finest_of_agreeing(left)) {
      reject_others(left, *finest);
    } else {
      report_undecided(left);
      reject_others(left, left.front());  // for now, so that all else can be looked at
    }
  }

 private:
  std::vector<std::uint32_t> merge_equal(const std::vector<std::uint32_t>& rows) {
    std::vector<std::uint32_t> left;
    for (const std::uint32_t row : rows) {
      const auto same = std::find_if(left.begin(), left.end(), [&](std::uint32_t known) {
        return is_one_statement(data_.observations[known], data_.observations[row]);
      });
      if (same == left.end()) {
        left.push_back(row);
      } else {
        merge(data_.observations[*same], data_.observations[row]);
        merged_[row] = true;
      }
    }
    return left;
  }

  void warn_idle_preference(const Observation& o) {
    Diagnostic warning =
        error_at(o, "preferred", "metrics/preferred", "the observation is preferred, and there is no other of its key");
    warning.severity = Severity::warning;
    problems_.add(std::move(warning));
  }

  void reject_others(const std::vector<std::uint32_t>& rows, std::uint32_t winner) {
    for (const std::uint32_t row : rows) {
      if (row == winner) continue;
      data_.observations[winner].rejected.push_back(row);
      data_.observations[row].rejected_for = winner;
    }
  }

  /// The row that states most exactly what all of them state, if they agree.
  std::optional<std::uint32_t> finest_of_agreeing(const std::vector<std::uint32_t>& rows) const {
    const auto finest = std::min_element(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      return printed_unit(data_.observations[a]) < printed_unit(data_.observations[b]);
    });
    const bool agree = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
      return row == *finest || is_rounded_from(data_.observations[row], data_.observations[*finest], data_);
    });
    return agree ? std::optional(*finest) : std::nullopt;
  }

  Diagnostic conflict(const Observation& o, std::string_view field, std::string message) const {
    Diagnostic out = error_at(o, field, "metrics/conflict", std::move(message));
    out.fault = Fault::truth;
    if (!o.id.empty()) out.about.push_back(o.id);
    return std::move(out).concerns(series_key(data_, o)).concerns(data_.metric_of(o).id + "." + data_.entity_of(o).id);
  }

  void report_undecided(const std::vector<std::uint32_t>& rows) {
    const Observation& first = data_.observations[rows.front()];
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const Observation& other = data_.observations[rows[i]];
      Diagnostic found = conflict(other, "obs_value",
                                  fmt::format("{} is {} here and {} elsewhere, and neither is preferred",
                                              series_key(data_, other), in_words(other), in_words(first)))
                             .note(first.places.of("obs_value"), "the other value stands here")
                             .hint("set \"preferred\": true and \"reason\" on the one to print");
      if (!first.id.empty()) found.about.push_back(first.id);
      if (const std::string one_text = one_text_of(first, other); !one_text.empty()) found.hints.push_back(one_text);
      problems_.add(std::move(found));
    }
  }

  /// What to know when both values come from one text.
  std::string one_text_of(const Observation& a, const Observation& b) {
    if (texts_.empty()) texts_ = dataset::texts_of(data_.sources);
    for (const dataset::Citation& one : a.citations) {
      for (const dataset::Citation& other : b.citations) {
        const auto text = texts_.find(one.source);
        const auto other_text = texts_.find(other.source);
        if (text == texts_.end() || other_text == texts_.end() || text->second != other_text->second) continue;
        if (one.source == other.source) return fmt::format("both come from {}, which contradicts itself: read both places again", one.source);
        return fmt::format("{} and {} hold the same text, so neither is a second witness: read both places again", one.source,
                           other.source);
      }
    }
    return {};
  }

  Dataset& data_;
  Problems& problems_;
  std::vector<bool>& merged_;
  std::map<std::string, std::uint32_t, std::less<>> texts_;  ///< Made when first needed.
};

// ---- things, groups and the final order ----

/// A row with what sorts it: the rows of one thing follow each other, in file order.
struct Place {
  std::uint32_t metric, entity;
  bool is_dated;
  std::int64_t last_day, first_day;  ///< So that 2024 and 2024-01/2024-12 are one thing.
  int sequence;
  std::uint32_t row;
  friend auto operator<=>(const Place&, const Place&) = default;

  bool is_same_thing(const Place& other) const {
    Place copy = other;
    copy.row = row;
    return copy == *this;
  }
};

std::vector<Place> places_of(const Dataset& data) {
  std::vector<Place> out;
  out.reserve(data.observations.size());
  for (std::uint32_t i = 0; i < data.observations.size(); ++i) {
    const Observation& o = data.observations[i];
    if (o.metric == kNotYet || o.entity == kNotYet) continue;
    const std::int64_t last = o.period ? days_from_civil(o.period->end) : 0;
    const std::int64_t first = o.period ? days_from_civil(o.period->start) : 0;
    out.push_back({o.metric, o.entity, o.period.has_value(), last, first, o.sequence.value_or(0), i});
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The rows of one thing that can be compared, grouped by unit, currency and definition of their own. Withheld and faulty
/// rows are in no group.
std::vector<std::vector<std::uint32_t>> groups_of(const Draft& draft, std::span<const Place> thing) {
  const std::vector<Observation>& all = draft.data.observations;
  std::vector<std::vector<std::uint32_t>> out;
  for (const Place& place : thing) {
    if (!draft.is_sound(place.row) || all[place.row].is_withheld) continue;
    const auto alike = std::find_if(out.begin(), out.end(), [&](const auto& group) {
      return is_defined_alike(all[group.front()], all[place.row]);
    });
    if (alike == out.end())
      out.push_back({place.row});
    else
      alike->push_back(place.row);
  }
  return out;
}

/// Gives the rows of one thing their keys. Equal keys can only be among these.
void give_keys(Dataset& data, std::span<const Place> thing, const std::vector<bool>& merged, Problems& problems) {
  std::map<std::string, int> uses;
  for (const Place& place : thing) {
    Observation& o = data.observations[place.row];
    if (merged[place.row]) continue;
    if (!o.id.empty()) {
      o.key = o.id;
      continue;
    }
    o.key = series_key(data, o);
    if (thing.size() > 1) {
      const int use = ++uses[o.key];
      if (use > 1) o.key += fmt::format("#{}", use);
    }
    if (o.key.size() > kLongestKey) {
      problems.add(error_at(o, "metric", "metrics/long-key",
                            fmt::format("the key of the observation has {} characters; at most {} are allowed",
                                        o.key.size(), kLongestKey))
                       .hint("give the observation an id"));
    }
  }
}

void remove_merged(Dataset& data, const std::vector<bool>& merged) {
  std::vector<std::uint32_t> moved_to(merged.size(), 0);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    moved_to[i] = next;
    if (merged[i]) continue;
    if (next != i) data.observations[next] = std::move(data.observations[i]);
    ++next;
  }
  data.observations.resize(next);
  for (Observation& each : data.observations) {
    for (std::uint32_t& row : each.rejected)
      row = moved_to[row];
    if (each.rejected_for) each.rejected_for = moved_to[*each.rejected_for];
  }
}

}  // namespace

void settle_observations(Draft& draft, Problems& problems) {
  Dataset& data = draft.data;
  std::vector<bool> merged(data.observations.size(), false);
  Settlement settlement(data, problems, merged);
  const std::vector<Place> places = places_of(data);
  for (std::size_t first = 0, end = 0; first < places.size(); first = end) {
    for (end = first + 1; end < places.size() && places[end].is_same_thing(places[first]);)
      ++end;
    const std::span<const Place> thing(&places[first], end - first);
    if (thing.size() > kMostRowsOfOneKey) {
      const Observation& last = data.observations[thing.back().row];
      problems.add(error_at(last, "metric", "metrics/too-large",
                            fmt::format("{} observations have the key {}; at most {} are compared", thing.size(),
                                        series_key(data, last), kMostRowsOfOneKey)));
      continue;
    }
    const bool needs_settling = thing.size() > 1 || data.observations[thing.front().row].is_preferred;
    if (needs_settling) {
      for (const std::vector<std::uint32_t>& group : groups_of(draft, thing))
        settlement.settle(group);
    }
    give_keys(data, thing, merged, problems);
  }
  remove_merged(data, merged);
}

void empty_withheld(Dataset& data) {
  for (Observation& each : data.observations) {
    if (!each.is_withheld) continue;
    Observation kept;
    kept.key = std::move(each.key);
    kept.id = std::move(each.id);
    kept.metric = each.metric;
    kept.entity = each.entity;
    kept.period = std::move(each.period);
    kept.period_label = std::move(each.period_label);
    kept.sequence = each.sequence;
    kept.status = each.status;
    kept.citations = std::move(each.citations);
    for (dataset::Citation& citation : kept.citations)
      citation.as_stated.clear();
    kept.is_withheld = true;
    kept.is_confidential = each.is_confidential;
    kept.withhold = std::move(each.withhold);
    kept.places = std::move(each.places);
    each = std::move(kept);
  }
}

}  // namespace briefpack::metrics
