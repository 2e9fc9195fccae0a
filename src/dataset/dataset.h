#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <briefpack/source_span.h>

#include "base/clock.h"
#include "dataset/local_text.h"
#include "dataset/obs_status.h"
#include "dataset/time_period.h"

namespace briefpack::dataset {

/// Where the fields of one JSON object stand. Small and flat: a pack holds one of these per observation.
struct FieldPlaces {
  SourceSpan object;                                   ///< The object's opening brace.
  std::string pointer;                                 ///< JSON pointer of the object: "/observations/3".
  std::vector<std::pair<std::uint8_t, SourceSpan>> fields;  ///< Field number (metrics/ owns the numbers) and value place.
  /// Place of a field's value, by name; the object's when the field was not given.
  SourceSpan of(std::string_view field) const;
};

/// Names of all metric-file fields, in one table, so that FieldPlaces can stay small. Returns 255 for an unknown name.
std::uint8_t field_number(std::string_view name);

enum class Qualifier : std::uint8_t { none, about, over, under, at_least, at_most, up_to };
std::string_view name_of(Qualifier qualifier);
std::optional<Qualifier> parse_qualifier(std::string_view name);
/// over and at_least: the value is a lower bound; under, at_most and up_to: an upper bound.
bool is_lower_bound(Qualifier qualifier);
bool is_upper_bound(Qualifier qualifier);

struct Pack {
  std::string id;
  LocalText series;
  LocalText title;
  TimePeriod time_period;
  CivilDate issued;
  std::string issue, version, supersedes;
  std::optional<CivilDate> data_cutoff, next_update;
  LocalText publisher, contact, licence, description, marking;
  std::string lang = "en";
  FieldPlaces places;
};

enum class EntityKind : std::uint8_t { country, economy, region, company, institution, group, other };
std::string_view name_of(EntityKind kind);
std::optional<EntityKind> parse_entity_kind(std::string_view name);

struct Entity {
  std::string id;
  EntityKind kind = EntityKind::country;
  LocalText name;           ///< Empty for a country or economy: the name then comes from CLDR in the page's language.
  std::string home;         ///< ISO 3166-1 alpha-3.
  std::string parent;       ///< Entity id.
  LocalText place, place_group;
  std::vector<std::string> members;
  FieldPlaces places;
};

struct Topic {
  std::string id;
  LocalText name;
  FieldPlaces places;
};

enum class SourceKind : std::uint8_t { dataset, report, news, interview, opinion, official, other };
std::string_view name_of(SourceKind kind);
std::optional<SourceKind> parse_source_kind(std::string_view name);

struct Source {
  std::string id;
  std::string code;         ///< "S1"; by file order when not given.
  LocalText title, publisher, author, remarks, licence;
  std::string published;    ///< ISO 8601 date of any precision, as written, or empty.
  std::string accessed;
  std::string url;
  SourceKind kind = SourceKind::other;
  std::string reliability;  ///< "high", "medium", "low" or empty.
  std::vector<std::string> same_as;  ///< Source ids; never two witnesses.
  FieldPlaces places;
};

enum class MetricType : std::uint8_t { quantity, money, share, index, rank, category };
std::string_view name_of(MetricType type);
std::optional<MetricType> parse_metric_type(std::string_view name);
enum class Direction : std::uint8_t { none, higher_is_better, lower_is_better };
std::string_view name_of(Direction direction);
std::optional<Direction> parse_direction(std::string_view name);

struct Category {
  std::string id;
  LocalText name;
};

struct NotApplicable {
  std::string entity;
  LocalText reason;
  SourceSpan span;
};

struct Metric {
  std::string id;
  LocalText name, short_name;
  std::string topic;
  MetricType type = MetricType::quantity;
  std::string unit_measure;
  LocalText unit_label;     ///< "units", "persons"; what tables print.
  LocalText unit_counter;   ///< Korean counter ("장") or English singular/plural word.
  int unit_mult = 0;        ///< Power of ten.
  std::string currency;     ///< ISO 4217; money only.
  std::optional<int> decimals;
  Direction direction = Direction::none;
  std::vector<Category> categories;  ///< Best first.
  std::optional<int> out_of;
  LocalText definition;
  std::vector<NotApplicable> not_applicable;
  std::string max_age = "P12M";
  std::string method_break; ///< Period from which values follow a new method, or empty.
  FieldPlaces places;
};

/// One place in a source where a value stands.
struct Citation {
  std::string source;       ///< Source id.
  LocalText locator;
  std::string as_stated;
  SourceSpan span;
};

struct Revision {
  std::string kind;         ///< "revised_by_source", "corrected", "method"; empty when there is none.
  std::string was;          ///< The former value as written (a number's digits, or a text).
  LocalText reason;
  std::string date;
};

struct Observation {
  std::string key;          ///< obs_id: `id`, else metric.ENTITY@period (DESIGN.md section 2). Unique, also without case.
  std::string id;           ///< As given, or empty.
  std::vector<std::string> merged_ids;  ///< Ids of equal rows that were merged into this one; find_observation knows them.
  std::uint32_t metric = 0; ///< Index into Dataset::metrics.
  std::uint32_t entity = 0; ///< Index into Dataset::entities.
  std::optional<TimePeriod> period;  ///< Nothing: not stated by the source.
  LocalText period_label;
  std::optional<int> sequence;

  /// The number as written: the value in plain units is this times ten to the power of the observation's own unit_mult,
  /// else of its metric's. The reader scales nothing.
  std::optional<double> value;
  int value_decimals = 0;            ///< Digits after the point as written.
  std::string category;              ///< Category id, for metrics of type category.
  std::optional<std::pair<double, double>> range;
  LocalText text;                    ///< obs_text.
  ObsStatusSet status;
  Qualifier qualifier = Qualifier::none;
  std::vector<Citation> citations;
  LocalText limitation, comment;

  // Own attributes where they differ from the metric's; empty or nothing otherwise.
  LocalText definition;
  std::string unit_measure, currency;
  std::optional<int> unit_mult, out_of;

  bool is_preferred = false;
  LocalText reason;
  /// Of several unlike values of one metric, entity and period, one is preferred: it names the losing rows here, each of
  /// which names its winner. A losing row keeps its own key (`#2` or its id) and stands in no series.
  std::vector<std::uint32_t> rejected;
  std::optional<std::uint32_t> rejected_for;
  /// Withheld or confidential: the reader keeps no value, text, range, wording, comment or limitation of such a row, so that
  /// none can reach an output; `withhold` is the reason, for the quality box.
  bool is_withheld = false;
  bool is_confidential = false;
  LocalText withhold;
  Revision revision;
  FieldPlaces places;

  bool has_number() const { return value.has_value(); }
  bool is_rejected() const { return rejected_for.has_value(); }
  bool has_any_value() const { return value || range || !category.empty() || !text.empty(); }
};

struct Caveat {
  std::string id;
  std::string weight;       ///< "high", "medium", "low".
  std::vector<std::string> about;         ///< As written.
  std::vector<std::uint32_t> observations;  ///< What `about` names, as indices.
  std::vector<std::uint32_t> actions;     ///< Actions among it.
  LocalText text;
  FieldPlaces places;
};

struct Position {
  LocalText by, claim, text;
  std::vector<std::string> about;         ///< As written.
  std::vector<std::uint32_t> observations;
  LocalText equals;         ///< "equals": what the position holds the object equal to, for drawing.
  std::string equals_entity;  ///< When `equals` is an entity id.
  std::vector<Citation> citations;
  SourceSpan span;
};

struct Dispute {
  std::string id;           ///< "D1".
  LocalText question;
  std::vector<std::string> about;
  std::vector<std::uint32_t> observations, actions;  ///< What `about` names.
  std::vector<Position> positions;
  LocalText treatment_claim, treatment_text;
  LocalText settled_by;
  std::string since, closed;  ///< ISO dates as written; `closed` empty while open.
  FieldPlaces places;
  bool is_open() const { return closed.empty(); }
};

enum class ActionStatus : std::uint8_t { proposed, announced, recommended, under_way, in_force, completed, repealed, not_stated };
std::string_view name_of(ActionStatus status);
std::optional<ActionStatus> parse_action_status(std::string_view name);

struct Amount {
  std::optional<double> value;
  int value_decimals = 0;
  std::string currency;
  int unit_mult = 0;
  Qualifier qualifier = Qualifier::none;
  std::string within;       ///< Action id whose amount includes this one, or empty.
  ObsStatusSet status;      ///< A missing status when there is neither.
};

struct Action {
  std::string id;
  std::uint32_t entity = 0;
  LocalText title;
  std::optional<TimePeriod> date, end_date;
  bool date_inferred = false;
  std::string as_of;
  std::string instrument = "other";
  LocalText instrument_label;
  ActionStatus status = ActionStatus::not_stated;
  LocalText status_label;
  std::optional<Amount> amount;
  LocalText summary, limitation, comment;
  std::vector<Citation> citations;
  ObsStatusSet obs_status;
  FieldPlaces places;
};

struct Accepted {
  std::string code, about;
  LocalText reason, by;
  std::string until;        ///< ISO date; empty: without end.
  SourceSpan span;
};

/// Everything that one or more metric files hold: checked, cross-referenced and immutable. Order is file order throughout.
struct Dataset {
  Pack pack;
  std::vector<Entity> entities;
  std::vector<Topic> topics;
  std::vector<Source> sources;
  std::vector<Metric> metrics;
  std::vector<Observation> observations;
  std::vector<Caveat> caveats;
  std::vector<Dispute> disputes;
  std::vector<Action> actions;
  std::vector<Accepted> accepted;

  // Look-ups by id; nullptr when there is none. O(log n) after index().
  const Entity* find_entity(std::string_view id) const;
  const Topic* find_topic(std::string_view id) const;
  const Source* find_source(std::string_view id) const;
  const Metric* find_metric(std::string_view id) const;
  const Observation* find_observation(std::string_view key_or_id) const;
  const Dispute* find_dispute(std::string_view id) const;
  const Action* find_action(std::string_view id) const;
  std::uint32_t index_of(const Observation& observation) const {
    return static_cast<std::uint32_t>(&observation - observations.data());
  }
  /// Observations of one metric and entity: dated ones by end then start, then undated ones by sequence; at equal places
  /// withheld rows first, then file order. Rejected rows are left out, withheld ones are not.
  const std::vector<std::uint32_t>& series(std::uint32_t metric, std::uint32_t entity) const;

  const Metric& metric_of(const Observation& o) const { return metrics[o.metric]; }
  const Entity& entity_of(const Observation& o) const { return entities[o.entity]; }

  /// Builds the look-ups; the reader calls it once, last.
  void index();

 private:
  using IdIndex = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // hash of an id and index of its owner, sorted
  IdIndex entity_ids_, topic_ids_, source_ids_, metric_ids_, observation_ids_, dispute_ids_, action_ids_;
  std::vector<std::pair<std::uint64_t, std::vector<std::uint32_t>>> series_;  // sorted by metric << 32 | entity
};

}  // namespace briefpack::dataset
