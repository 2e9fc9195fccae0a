// The words that a metric file uses for each enumeration of dataset.h.
#include <algorithm>
#include <array>

#include "dataset/dataset.h"

namespace briefpack::dataset {

namespace {

using namespace std::string_view_literals;

// Each table is in the order of its enum, so that a value is its own index.
constexpr std::array kQualifiers{"none"sv, "about"sv, "over"sv, "under"sv, "at_least"sv, "at_most"sv, "up_to"sv};
constexpr std::array kEntityKinds{"country"sv,     "economy"sv, "region"sv, "company"sv,
                                  "institution"sv, "group"sv,   "other"sv};
constexpr std::array kSourceKinds{"dataset"sv, "report"sv,   "news"sv, "interview"sv,
                                  "opinion"sv, "official"sv, "other"sv};
constexpr std::array kMetricTypes{"quantity"sv, "money"sv, "share"sv, "index"sv, "rank"sv, "category"sv};
constexpr std::array kDirections{"none"sv, "higher_is_better"sv, "lower_is_better"sv};
constexpr std::array kActionStatuses{"proposed"sv, "announced"sv, "recommended"sv, "under_way"sv,
                                     "in_force"sv, "completed"sv, "repealed"sv,    "not_stated"sv};

template <typename Enum, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t size>
std::optional<Enum> value_in(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name_of(Qualifier qualifier) { return name_in(kQualifiers, qualifier); }
std::optional<Qualifier> parse_qualifier(std::string_view name) {
  // "none" is what the absence of the field means; it is no word of the metric file.
  const auto found = value_in<Qualifier>(kQualifiers, name);
  return found == Qualifier::none ? std::nullopt : found;
}
bool is_lower_bound(Qualifier qualifier) { return qualifier == Qualifier::over || qualifier == Qualifier::at_least; }
bool is_upper_bound(Qualifier qualifier) {
  return qualifier == Qualifier::under || qualifier == Qualifier::at_most || qualifier == Qualifier::up_to;
}

std::string_view name_of(EntityKind kind) { return name_in(kEntityKinds, kind); }
std::optional<EntityKind> parse_entity_kind(std::string_view name) { return value_in<EntityKind>(kEntityKinds, name); }

std::string_view name_of(SourceKind kind) { return name_in(kSourceKinds, kind); }
std::optional<SourceKind> parse_source_kind(std::string_view name) { return value_in<SourceKind>(kSourceKinds, name); }

std::string_view name_of(MetricType type) { return name_in(kMetricTypes, type); }
std::optional<MetricType> parse_metric_type(std::string_view name) { return value_in<MetricType>(kMetricTypes, name); }

std::string_view name_of(Direction direction) { return name_in(kDirections, direction); }
std::optional<Direction> parse_direction(std::string_view name) { return value_in<Direction>(kDirections, name); }

std::string_view name_of(ActionStatus status) { return name_in(kActionStatuses, status); }
std::optional<ActionStatus> parse_action_status(std::string_view name) {
  return value_in<ActionStatus>(kActionStatuses, name);
}

}  // namespace briefpack::dataset
