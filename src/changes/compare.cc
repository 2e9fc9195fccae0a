#include "changes/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "changes/compare_actions.h"
#include "changes/value.h"

namespace briefpack::changes {

namespace {

using dataset::Dataset;
using dataset::Observation;

struct KindRow {
  Kind kind;
  std::string_view name;
};
constexpr std::array kKinds{
    KindRow{Kind::unexplained, "unexplained"}, KindRow{Kind::revised_by_source, "revised_by_source"},
    KindRow{Kind::corrected, "corrected"},     KindRow{Kind::method, "method"},
    KindRow{Kind::disputed, "disputed"},       KindRow{Kind::settled, "settled"},
    KindRow{Kind::withdrawn, "withdrawn"},     KindRow{Kind::removed, "removed"},
    KindRow{Kind::status, "status"},           KindRow{Kind::new_value, "new"},
    KindRow{Kind::changed_action, "changed_action"}, KindRow{Kind::removed_action, "removed_action"},
    KindRow{Kind::new_action, "new_action"},
};
static_assert(kKinds.size() == static_cast<std::size_t>(Kind::new_action) + 1);

/// What a row is about, in words that both packs share: metric, entity, period.
using Series = std::tuple<std::string, std::string, std::string>;

std::string period_name(const Observation& o) {
  if (o.period) return o.period->text;
  return o.sequence ? "ns" + std::to_string(*o.sequence) : "ns";
}

Series series_of(const Dataset& dataset, const Observation& o) {
  return {dataset.metric_of(o).id, dataset.entity_of(o).id, period_name(o)};
}

/// Rows of one id are about the same thing when metric and entity agree, and the period unless one pack does not state it.
bool is_same_thing(const Dataset& earlier, const Observation& a, const Dataset& later, const Observation& b) {
  if (earlier.metric_of(a).id != later.metric_of(b).id || earlier.entity_of(a).id != later.entity_of(b).id) return false;
  return !a.period || !b.period || *a.period == *b.period;
}

/// Ids of the open disputes about each observation, in file order.
std::vector<std::vector<std::string>> disputes_by_row(const Dataset& dataset) {
  std::vector<std::vector<std::string>> out(dataset.observations.size());
  for (const dataset::Dispute& dispute : dataset.disputes) {
    if (!dispute.is_open()) continue;
    for (const std::uint32_t row : dispute.observations) out[row].push_back(dispute.id);
  }
  return out;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_same_revision(const dataset::Revision& a, const dataset::Revision& b) {
  return a.kind == b.kind && a.was == b.was && a.date == b.date && is_same_text(a.reason, b.reason);
}

Kind kind_of_revision(const std::string& word) {
  for (const KindRow& row : kKinds) {
    if (row.name == word && is_other_value(row.kind)) return row.kind;
  }
  return Kind::unexplained;
}

template <typename Item>
Turnover turnover(const std::vector<Item>& earlier, const std::vector<Item>& later) {
  std::set<std::string> before, now;
  for (const Item& each : earlier) before.insert(each.id);
  for (const Item& each : later) now.insert(each.id);
  Turnover out;
  for (const std::string& id : now) out.added += before.count(id) == 0 ? 1 : 0;
  for (const std::string& id : before) out.removed += now.count(id) == 0 ? 1 : 0;
  return out;
}

class Comparer {
 public:
  Comparer(const Dataset& earlier, const Dataset& later) : earlier_(earlier), later_(later) {
    out_.earlier = &earlier;
    out_.later = &later;
    out_.earlier_of.resize(later.observations.size());
    out_.is_revised.resize(later.observations.size());
    later_of_.resize(earlier.observations.size());
  }

  Comparison compare() {
    match_by_id();
    match_by_series();
    const auto disputes_before = disputes_by_row(earlier_), disputes_now = disputes_by_row(later_);
    for (std::uint32_t i = 0; i < later_.observations.size(); ++i) {
      if (later_.observations[i].is_rejected()) continue;
      const auto before = out_.earlier_of[i];
      if (!before) add_new(i, std::nullopt);
      else if (classify(*before, i)) compare_disputes(*before, i, disputes_before[*before], disputes_now[i]);
    }
    for (std::uint32_t i = 0; i < earlier_.observations.size(); ++i) {
      const Observation& row = earlier_.observations[i];
      if (!later_of_[i] && !row.is_rejected() && has_printable_value(row)) add(Kind::removed, i, std::nullopt);
    }
    compare_actions(earlier_, later_, out_.changes);
    std::stable_sort(out_.changes.begin(), out_.changes.end(), [](const Change& a, const Change& b) { return a.kind < b.kind; });
    out_.entities = turnover(earlier_.entities, later_.entities);
    out_.metrics = turnover(earlier_.metrics, later_.metrics);
    out_.sources = turnover(earlier_.sources, later_.sources);
    return std::move(out_);
  }

 private:
  void pair(std::uint32_t before, std::uint32_t now) {
    out_.earlier_of[now] = before;
    later_of_[before] = now;
  }

  void match_by_id() {
    for (std::uint32_t i = 0; i < later_.observations.size(); ++i) {
      const Observation& row = later_.observations[i];
      if (row.id.empty() || row.is_rejected()) continue;
      const Observation* before = earlier_.find_observation(row.id);
      if (before == nullptr || before->is_rejected() || later_of_[earlier_.index_of(*before)]) continue;
      if (is_same_thing(earlier_, *before, later_, row)) pair(earlier_.index_of(*before), i);
    }
  }

  /// One to one, in file order: rows of one series that differ in their definition stand side by side.
  void match_by_series() {
    std::map<Series, std::vector<std::uint32_t>> waiting;
    for (std::uint32_t i = 0; i < earlier_.observations.size(); ++i) {
      const Observation& row = earlier_.observations[i];
      if (!later_of_[i] && !row.is_rejected()) waiting[series_of(earlier_, row)].push_back(i);
    }
    for (std::uint32_t i = 0; i < later_.observations.size(); ++i) {
      const Observation& row = later_.observations[i];
      if (out_.earlier_of[i] || row.is_rejected()) continue;
      const auto at = waiting.find(series_of(later_, row));
      if (at == waiting.end() || at->second.empty()) continue;
      pair(at->second.front(), i);
      at->second.erase(at->second.begin());
    }
  }

  Change& add(Kind kind, std::optional<std::uint32_t> before, std::optional<std::uint32_t> now) {
    Change change;
    change.kind = kind;
    change.earlier = before;
    change.later = now;
    const Dataset& dataset = now ? later_ : earlier_;
    const Observation& row = dataset.observations[now ? *now : *before];
    change.key = row.key;
    change.metric = dataset.metric_of(row).id;
    change.topic = dataset.metric_of(row).topic;
    change.entity = dataset.entity_of(row).id;
    if (before) change.earlier_span = earlier_.observations[*before].places.of("obs_value");
    if (now) change.later_span = later_.observations[*now].places.of("obs_value");
    out_.changes.push_back(std::move(change));
    return out_.changes.back();
  }

  void add_new(std::uint32_t now, std::optional<std::uint32_t> before) {
    const Observation& row = later_.observations[now];
    if (has_printable_value(row)) add(Kind::new_value, before, now);
    else if (is_hidden(row) && !before) ++out_.new_withheld;
  }

  /// True when both packs print the value, so that disputes about it can be compared.
  bool classify(std::uint32_t before, std::uint32_t now) {
    const Observation &a = earlier_.observations[before], &b = later_.observations[now];
    if (!has_printable_value(a)) {
      add_new(now, before);
      return false;
    }
    if (is_hidden(b)) {
      add(Kind::withdrawn, before, now).reason = b.withhold;
      return false;
    }
    if (!has_printable_value(b)) {
      explain(add(Kind::removed, before, now), a, b);
      return false;
    }
    if (!is_same_value(earlier_, a, later_, b)) {
      explain(add(Kind::unexplained, before, now), a, b);
      out_.is_revised[now] = true;
    } else if (a.status != b.status) {
      add(Kind::status, before, now);
    }
    return true;
  }

  /// The row's own revision says why, unless the earlier pack gave the same one for an earlier change. Without one, the reason
  /// for preferring this row over another source's does.
  static void explain(Change& change, const Observation& before, const Observation& now) {
    const bool is_other = change.kind == Kind::unexplained;
    if (!now.revision.kind.empty() && !is_same_revision(before.revision, now.revision)) {
      if (is_other) change.kind = kind_of_revision(now.revision.kind);
      change.reason = now.revision.reason;
      change.date = now.revision.date;
    } else if (is_other && now.is_preferred && !now.reason.empty() && !is_same_text(before.reason, now.reason)) {
      change.kind = Kind::corrected;
      change.reason = now.reason;
    }
  }

  void compare_disputes(std::uint32_t before, std::uint32_t now, const std::vector<std::string>& ids_before,
                        const std::vector<std::string>& ids_now) {
    for (const std::string& id : ids_now) {
      if (contains(ids_before, id)) continue;
      const dataset::Dispute* dispute = later_.find_dispute(id);
      Change& change = add(Kind::disputed, before, now);
      change.dispute = id;
      change.reason = dispute->question;
      change.date = dispute->since;
    }
    for (const std::string& id : ids_before) {
      if (contains(ids_now, id)) continue;
      Change& change = add(Kind::settled, before, now);
      change.dispute = id;
      const dataset::Dispute* dispute = later_.find_dispute(id);
      if (dispute == nullptr || dispute->is_open()) continue;
      change.reason = dispute->treatment_text.empty() ? dispute->settled_by : dispute->treatment_text;
      change.date = dispute->closed;
    }
  }

  const Dataset& earlier_;
  const Dataset& later_;
  Comparison out_;
  std::vector<std::optional<std::uint32_t>> later_of_;
};

}  // namespace

std::string_view name_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> kAll = [] {
    std::vector<Kind> out;
    for (const KindRow& row : kKinds) out.push_back(row.kind);
    return out;
  }();
  return kAll;
}

bool is_about_action(Kind kind) { return kind == Kind::changed_action || kind == Kind::removed_action || kind == Kind::new_action; }

bool is_other_value(Kind kind) {
  return kind == Kind::unexplained || kind == Kind::revised_by_source || kind == Kind::corrected || kind == Kind::method;
}

std::size_t Comparison::count(Kind kind) const {
  return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [&](const Change& each) { return each.kind == kind; }));
}

Comparison compare(const Dataset& earlier, const Dataset& later) { return Comparer(earlier, later).compare(); }

}  // namespace briefpack::changes
