#include "resolve/where.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using expression::Comparison;
using expression::Test;

/// What a field holds: nothing, words (several for lists), a date or a number.
struct Value {
  std::vector<std::string> words;
  std::optional<dataset::TimePeriod> period;
  std::optional<double> number;
  bool is_missing() const { return words.empty() && !period && !number; }
};

Value words(std::string text) { return text.empty() ? Value{} : Value{{std::move(text)}, {}, {}}; }
Value words(std::string_view text) { return words(std::string(text)); }
Value all(std::vector<std::string> list) { return {std::move(list), {}, {}}; }
Value period(const std::optional<dataset::TimePeriod>& period) { return period ? Value{{}, period, {}} : Value{}; }
Value date(const std::string& iso) { return period(dataset::parse_time_period(iso)); }
/// A text for readers equals a word of a where in whichever language it is written.
Value texts(const dataset::LocalText& text) {
  Value out;
  for (const auto& [lang, each] : text.all()) out.words.push_back(each);
  return out;
}

template <typename Item>
struct Field {
  std::string_view name;
  std::function<Value(const Dataset&, const Item&)> value;
  /// The words that the field can have; empty: any.
  std::vector<std::string> choices{};
};

template <typename Enum>
std::vector<std::string> names_of(std::initializer_list<Enum> values) {
  std::vector<std::string> out;
  for (const Enum each : values) out.emplace_back(dataset::name_of(each));
  return out;
}

const std::vector<std::string>& entity_kinds() {
  using enum dataset::EntityKind;
  static const auto kinds = names_of({country, economy, region, company, institution, group, dataset::EntityKind::other});
  return kinds;
}
const std::vector<std::string>& action_statuses() {
  using enum dataset::ActionStatus;
  static const auto list = names_of({proposed, announced, recommended, under_way, in_force, completed, repealed, not_stated});
  return list;
}
const std::vector<std::string>& source_kinds() {
  using enum dataset::SourceKind;
  static const auto list = names_of({dataset::SourceKind::dataset, report, news, interview, opinion, official, dataset::SourceKind::other});
  return list;
}
const std::vector<std::string> kInstruments{"strategy", "funding", "regulation", "skills", "infrastructure", "research", "international", "other"};

using dataset::Action;
using dataset::Dispute;
using dataset::Entity;
using dataset::Observation;
using dataset::Source;

const std::vector<Field<Action>>& fields(const Action*) {
  static const std::vector<Field<Action>> kFields{
      {"id", [](const Dataset&, const Action& a) { return words(a.id); }},
      {"entity", [](const Dataset& d, const Action& a) { return words(d.entities[a.entity].id); }},
      {"date", [](const Dataset&, const Action& a) { return period(a.date); }},
      {"end_date", [](const Dataset&, const Action& a) { return period(a.end_date); }},
      {"date_inferred", [](const Dataset&, const Action& a) { return words(std::string_view(a.date_inferred ? "true" : "false")); }, {"true", "false"}},
      {"instrument", [](const Dataset&, const Action& a) { return words(a.instrument); }, kInstruments},
      {"status", [](const Dataset&, const Action& a) { return words(dataset::name_of(a.status)); }, action_statuses()},
      {"amount", [](const Dataset&, const Action& a) { return Value{{}, {}, a.amount ? a.amount->value : std::nullopt}; }},
      {"as_of", [](const Dataset&, const Action& a) { return date(a.as_of); }},
  };
  return kFields;
}

const std::vector<Field<Entity>>& fields(const Entity*) {
  static const std::vector<Field<Entity>> kFields{
      {"id", [](const Dataset&, const Entity& e) { return words(e.id); }},
      {"kind", [](const Dataset&, const Entity& e) { return words(dataset::name_of(e.kind)); }, entity_kinds()},
      {"home", [](const Dataset&, const Entity& e) { return words(e.home); }},
      {"parent", [](const Dataset&, const Entity& e) { return words(e.parent); }},
      {"place_group", [](const Dataset&, const Entity& e) { return texts(e.place_group); }},
      {"members", [](const Dataset&, const Entity& e) { return all(e.members); }},
  };
  return kFields;
}

const std::vector<Field<Source>>& fields(const Source*) {
  static const std::vector<Field<Source>> kFields{
      {"id", [](const Dataset&, const Source& s) { return words(s.id); }},
      {"kind", [](const Dataset&, const Source& s) { return words(dataset::name_of(s.kind)); }, source_kinds()},
      {"reliability", [](const Dataset&, const Source& s) { return words(s.reliability); }, {"high", "medium", "low"}},
      {"published", [](const Dataset&, const Source& s) { return date(s.published); }},
      {"accessed", [](const Dataset&, const Source& s) { return date(s.accessed); }},
      {"publisher", [](const Dataset&, const Source& s) { return texts(s.publisher); }},
      {"author", [](const Dataset&, const Source& s) { return texts(s.author); }},
      {"url", [](const Dataset&, const Source& s) { return words(s.url); }},
      {"same_as", [](const Dataset&, const Source& s) { return all(s.same_as); }},
  };
  return kFields;
}

const std::vector<Field<Dispute>>& fields(const Dispute*) {
  static const std::vector<Field<Dispute>> kFields{
      {"id", [](const Dataset&, const Dispute& d) { return words(d.id); }},
      {"since", [](const Dataset&, const Dispute& d) { return date(d.since); }},
      {"closed", [](const Dataset&, const Dispute& d) { return date(d.closed); }},
  };
  return kFields;
}

const std::vector<Field<Observation>>& fields(const Observation*) {
  static const std::vector<Field<Observation>> kFields{
      {"id", [](const Dataset&, const Observation& o) { return words(o.key); }},
      {"metric", [](const Dataset& d, const Observation& o) { return words(d.metric_of(o).id); }},
      {"entity", [](const Dataset& d, const Observation& o) { return words(d.entity_of(o).id); }},
      {"topic", [](const Dataset& d, const Observation& o) { return words(d.metric_of(o).topic); }},
      {"time_period", [](const Dataset&, const Observation& o) { return period(o.period); }},
      {"qualifier", [](const Dataset&, const Observation& o) {
         return o.qualifier == dataset::Qualifier::none ? Value{} : words(dataset::name_of(o.qualifier));
       }},
      {"obs_status", [](const Dataset&, const Observation& o) {
         std::vector<std::string> codes;
         for (const auto status : o.status.list()) codes.emplace_back(1, dataset::code_of(status));
         return all(codes);
       }},
  };
  return kFields;
}

const std::vector<Field<changes::Change>>& fields(const changes::Change*) {
  using changes::Change;
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> out;
    for (const changes::Kind each : changes::all_kinds()) out.emplace_back(changes::name_of(each));
    return out;
  }();
  static const std::vector<Field<Change>> kFields{
      {"id", [](const Dataset&, const Change& c) { return words(c.key); }},
      {"kind", [](const Dataset&, const Change& c) { return words(changes::name_of(c.kind)); }, kinds},
      {"entity", [](const Dataset&, const Change& c) { return words(c.entity); }},
      {"metric", [](const Dataset&, const Change& c) { return words(c.metric); }},
      {"topic", [](const Dataset&, const Change& c) { return words(c.topic); }},
  };
  return kFields;
}

template <typename Order>
bool in_order(Comparison comparison, Order order) {
  switch (comparison) {
    case Comparison::equal: return order == 0;
    case Comparison::unequal: return order != 0;
    case Comparison::less: return order < 0;
    case Comparison::less_equal: return order <= 0;
    case Comparison::greater: return order > 0;
    case Comparison::greater_equal: return order >= 0;
  }
  return false;
}

/// Before a period means before it began, after it after it ended; equal means within it.
bool compare_dates(const dataset::TimePeriod& value, Comparison comparison, const dataset::TimePeriod& wanted) {
  const bool is_before = value.start < wanted.start, is_after = value.end > wanted.end;
  switch (comparison) {
    case Comparison::equal: return !is_before && !is_after;
    case Comparison::unequal: return is_before || is_after;
    case Comparison::less: return is_before;
    case Comparison::less_equal: return !is_after;
    case Comparison::greater: return is_after;
    case Comparison::greater_equal: return !is_before;
  }
  return false;
}

std::optional<double> number_of(const std::string& text) {
  double out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

bool compares(const Value& value, Comparison comparison, const std::string& wanted) {
  if (value.period) {
    const auto date = dataset::parse_time_period(wanted);
    return date && compare_dates(*value.period, comparison, *date);
  }
  if (value.number) {
    const auto number = number_of(wanted);
    return number && in_order(comparison, *value.number <=> *number);
  }
  const bool is_among = std::find(value.words.begin(), value.words.end(), wanted) != value.words.end();
  if (comparison == Comparison::equal) return is_among;
  if (comparison == Comparison::unequal) return !is_among;
  return value.words.size() == 1 && in_order(comparison, value.words.front().compare(wanted) <=> 0);
}

bool holds(const Value& value, const Test& test) {
  switch (test.kind) {
    case Test::Kind::missing: return value.is_missing();
    case Test::Kind::found: return !value.is_missing();
    case Test::Kind::in:
      return std::any_of(test.values.begin(), test.values.end(),
                         [&](const expression::Name& each) { return compares(value, Comparison::equal, each.text); });
    case Test::Kind::compare: break;
  }
  return !value.is_missing() && !test.values.empty() && compares(value, test.comparison, test.values.front().text);
}

template <typename Item>
const Field<Item>* field_named(std::string_view name) {
  const auto& list = fields(static_cast<const Item*>(nullptr));
  const auto at = std::find_if(list.begin(), list.end(), [&](const Field<Item>& each) { return each.name == name; });
  return at == list.end() ? nullptr : &*at;
}

template <typename Item>
bool passes_all(const Dataset& dataset, const Item& thing, const expression::Where& where) {
  return std::all_of(where.begin(), where.end(), [&](const Test& test) {
    const Field<Item>* field = field_named<Item>(test.field);
    return field != nullptr && holds(field->value(dataset, thing), test);
  });
}

template <typename Item>
bool check(const expression::Where& where, Diagnostics& diagnostics) {
  bool is_right = true;
  for (const Test& test : where) {
    const Field<Item>* field = field_named<Item>(test.field);
    if (field == nullptr) {
      std::vector<std::string> known;
      for (const auto& each : fields(static_cast<const Item*>(nullptr))) known.emplace_back(each.name);
      diagnostics.push_back(Diagnostic::error("resolve/unknown-field", test.field_span, "there is no field " + quoted(test.field) + " to test here")
                                .hint(nearest_hint(test.field, known)));
      is_right = false;
      continue;
    }
    for (const expression::Name& value : test.values) {
      const auto& choices = field->choices;
      if (choices.empty() || value.kind != expression::Name::Kind::id) continue;
      if (std::find(choices.begin(), choices.end(), value.text) != choices.end()) continue;
      std::string hint = nearest_hint(value.text, choices);
      if (hint.empty()) {
        for (const std::string& each : choices) hint += (hint.empty() ? "expected one of: " : ", ") + each;
      }
      diagnostics.push_back(Diagnostic::error("resolve/unknown-value", value.span, test.field + " is never " + quoted(value.text)).hint(std::move(hint)));
      is_right = false;
    }
  }
  return is_right;
}

}  // namespace

bool passes(const Dataset& dataset, const Action& action, const expression::Where& where) { return passes_all(dataset, action, where); }
bool passes(const Dataset& dataset, const Entity& entity, const expression::Where& where) { return passes_all(dataset, entity, where); }
bool passes(const Dataset& dataset, const Source& source, const expression::Where& where) { return passes_all(dataset, source, where); }
bool passes(const Dataset& dataset, const Dispute& dispute, const expression::Where& where) { return passes_all(dataset, dispute, where); }
bool passes(const Dataset& dataset, const Observation& observation, const expression::Where& where) {
  return passes_all(dataset, observation, where);
}
bool passes(const Dataset& dataset, const changes::Change& change, const expression::Where& where) { return passes_all(dataset, change, where); }

bool check_where(const expression::Where& where, Thing thing, Diagnostics& diagnostics) {
  switch (thing) {
    case Thing::action: return check<Action>(where, diagnostics);
    case Thing::entity: return check<Entity>(where, diagnostics);
    case Thing::source: return check<Source>(where, diagnostics);
    case Thing::dispute: return check<Dispute>(where, diagnostics);
    case Thing::observation: return check<Observation>(where, diagnostics);
    case Thing::change: return check<changes::Change>(where, diagnostics);
  }
  return true;
}

}  // namespace briefpack::resolve
