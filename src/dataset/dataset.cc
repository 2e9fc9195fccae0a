#include "dataset/dataset.h"

#include <algorithm>

#include "dataset/field_names.h"

namespace briefpack::dataset {

namespace {

/// FNV-1a: the same on every machine. Ids that collide are told apart by their letters.
std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : id)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

using IdIndex = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

template <typename Item>
IdIndex index_by_id(const std::vector<Item>& items) {
  IdIndex out;
  out.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i)
    out.emplace_back(hash_of(items[i].id), i);
  std::sort(out.begin(), out.end());
  return out;
}

IdIndex index_by_key(const std::vector<Observation>& observations) {
  IdIndex out;
  out.reserve(observations.size());
  for (std::uint32_t i = 0; i < observations.size(); ++i) {
    out.emplace_back(hash_of(observations[i].key), i);
    for (const std::string& id : observations[i].merged_ids)
      out.emplace_back(hash_of(id), i);
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The item that has this id, as `has_id` says.
template <typename Item, typename HasId>
const Item* find_in(const std::vector<Item>& items, const IdIndex& ids, std::string_view id, HasId has_id) {
  const std::uint64_t hash = hash_of(id);
  for (auto at = std::lower_bound(ids.begin(), ids.end(), std::pair(hash, std::uint32_t{0}));
       at != ids.end() && at->first == hash; ++at) {
    if (has_id(items[at->second])) return &items[at->second];
  }
  return nullptr;
}

template <typename Item>
const Item* find_in(const std::vector<Item>& items, const IdIndex& ids, std::string_view id) {
  return find_in(items, ids, id, [id](const Item& item) { return item.id == id; });
}

std::uint64_t series_key(std::uint32_t metric, std::uint32_t entity) { return std::uint64_t{metric} << 32 | entity; }

/// The order within one series (Dataset::series).
bool comes_before(const std::vector<Observation>& all, std::uint32_t a, std::uint32_t b) {
  const Observation& x = all[a];
  const Observation& y = all[b];
  if (x.period.has_value() != y.period.has_value()) return x.period.has_value();
  if (x.period && *x.period != *y.period) return *x.period < *y.period;
  if (x.sequence != y.sequence) return x.sequence.value_or(0) < y.sequence.value_or(0);
  if (x.is_withheld != y.is_withheld) return x.is_withheld;
  return a < b;
}

}  // namespace

std::uint8_t field_number(std::string_view name) {
  return number_of_field(name);
}

SourceSpan FieldPlaces::of(std::string_view field) const {
  const std::uint8_t number = field_number(field);
  for (const auto& [known, span] : fields) {
    if (known == number) return span;
  }
  return object;
}

const Entity* Dataset::find_entity(std::string_view id) const { return find_in(entities, entity_ids_, id); }
const Topic* Dataset::find_topic(std::string_view id) const { return find_in(topics, topic_ids_, id); }
const Source* Dataset::find_source(std::string_view id) const { return find_in(sources, source_ids_, id); }
const Metric* Dataset::find_metric(std::string_view id) const { return find_in(metrics, metric_ids_, id); }
const Observation* Dataset::find_observation(std::string_view key_or_id) const {
  return find_in(observations, observation_ids_, key_or_id, [&](const Observation& each) {
    // A key is the id where there is one.
    return each.key == key_or_id ||
           std::find(each.merged_ids.begin(), each.merged_ids.end(), key_or_id) != each.merged_ids.end();
  });
}
const Dispute* Dataset::find_dispute(std::string_view id) const { return find_in(disputes, dispute_ids_, id); }
const Action* Dataset::find_action(std::string_view id) const { return find_in(actions, action_ids_, id); }

const std::vector<std::uint32_t>& Dataset::series(std::uint32_t metric, std::uint32_t entity) const {
  static const std::vector<std::uint32_t> kNone;
  const std::uint64_t key = series_key(metric, entity);
  const auto at = std::lower_bound(series_.begin(), series_.end(), key,
                                   [](const auto& row, std::uint64_t wanted) { return row.first < wanted; });
  return at != series_.end() && at->first == key ? at->second : kNone;
}

void Dataset::index() {
  entity_ids_ = index_by_id(entities);
  topic_ids_ = index_by_id(topics);
  source_ids_ = index_by_id(sources);
  metric_ids_ = index_by_id(metrics);
  dispute_ids_ = index_by_id(disputes);
  action_ids_ = index_by_id(actions);
  observation_ids_ = index_by_key(observations);

  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
  rows.reserve(observations.size());
  for (std::uint32_t i = 0; i < observations.size(); ++i) {
    if (observations[i].is_rejected()) continue;
    rows.emplace_back(series_key(observations[i].metric, observations[i].entity), i);
  }
  std::sort(rows.begin(), rows.end());
  series_.clear();
  for (const auto& [key, observation] : rows) {
    if (series_.empty() || series_.back().first != key) series_.push_back({key, {}});
    series_.back().second.push_back(observation);
  }
  for (auto& [key, members] : series_) {
    std::sort(members.begin(), members.end(),
              [&](std::uint32_t a, std::uint32_t b) { return comes_before(observations, a, b); });
  }
}

}  // namespace briefpack::dataset
