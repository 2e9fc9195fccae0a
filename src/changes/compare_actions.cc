#include "changes/compare_actions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "changes/change_text.h"
#include "changes/value.h"
#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"

namespace briefpack::changes {

namespace {

using dataset::Action;
using dataset::Dataset;
using numfmt::Word;

// In the order of ActionStatus.
constexpr std::array kStatusWords{Word::action_proposed, Word::action_announced, Word::action_recommended, Word::action_under_way,
                                  Word::action_in_force, Word::action_completed, Word::action_repealed,    Word::action_not_stated};

struct InstrumentRow {
  std::string_view code;
  Word word;
};
constexpr std::array kInstruments{
    InstrumentRow{"strategy", Word::instrument_strategy},   InstrumentRow{"funding", Word::instrument_funding},
    InstrumentRow{"regulation", Word::instrument_regulation}, InstrumentRow{"skills", Word::instrument_skills},
    InstrumentRow{"infrastructure", Word::instrument_infrastructure}, InstrumentRow{"research", Word::instrument_research},
    InstrumentRow{"international", Word::instrument_international},
};

std::string date_text(const std::optional<dataset::TimePeriod>& date, bool is_inferred, std::string_view lang) {
  return date ? numfmt::format_period(date, numfmt::DateForm::table, lang, is_inferred) : numfmt::missing_mark(lang);
}

bool is_same_amount(const Action& a, const Action& b) {
  const auto value = [](const Action& each) {
    return each.amount && each.amount->value ? std::optional(absolute(*each.amount->value, each.amount->unit_mult)) : std::nullopt;
  };
  const auto before = value(a), now = value(b);
  if (before.has_value() != now.has_value() || (before && !is_same_number(*before, *now))) return false;
  const dataset::Amount none;
  const dataset::Amount &x = a.amount ? *a.amount : none, &y = b.amount ? *b.amount : none;
  return x.within == y.within && (!before || (x.currency == y.currency && x.qualifier == y.qualifier));
}

std::string instrument_text(const Dataset&, const Action& action, std::string_view lang) {
  const auto row = std::find_if(kInstruments.begin(), kInstruments.end(), [&](const auto& each) { return each.code == action.instrument; });
  return std::string(numfmt::word(row == kInstruments.end() ? Word::instrument_other : row->word, lang));
}

constexpr std::array kFields{
    ActionField{"title", [](const Dataset&, const Action& a, const Dataset&, const Action& b) { return is_same_text(a.title, b.title); },
                [](const Dataset&, const Action& action, std::string_view lang) { return action.title.in(lang); }},
    ActionField{"entity",
                [](const Dataset& earlier, const Action& a, const Dataset& later, const Action& b) {
                  return earlier.entities[a.entity].id == later.entities[b.entity].id;
                },
                [](const Dataset& dataset, const Action& action, std::string_view lang) {
                  return numfmt::entity_name(dataset.entities[action.entity], lang);
                }},
    ActionField{"date",
                [](const Dataset&, const Action& a, const Dataset&, const Action& b) {
                  return a.date == b.date && a.date_inferred == b.date_inferred;
                },
                [](const Dataset&, const Action& action, std::string_view lang) { return date_text(action.date, action.date_inferred, lang); }},
    ActionField{"end_date", [](const Dataset&, const Action& a, const Dataset&, const Action& b) { return a.end_date == b.end_date; },
                [](const Dataset&, const Action& action, std::string_view lang) { return date_text(action.end_date, false, lang); }},
    ActionField{"instrument", [](const Dataset&, const Action& a, const Dataset&, const Action& b) { return a.instrument == b.instrument; },
                instrument_text},
    ActionField{"status", [](const Dataset&, const Action& a, const Dataset&, const Action& b) { return a.status == b.status; },
                [](const Dataset&, const Action& action, std::string_view lang) {
                  return std::string(numfmt::word(kStatusWords[static_cast<std::size_t>(action.status)], lang));
                }},
    ActionField{"amount", [](const Dataset&, const Action& a, const Dataset&, const Action& b) { return is_same_amount(a, b); },
                [](const Dataset& dataset, const Action& action, std::string_view lang) { return amount_text(dataset, action, lang); }},
};

Change change_of(Kind kind, const Dataset& dataset, const Action& action) {
  Change out;
  out.kind = kind;
  out.key = action.id;
  out.entity = dataset.entities[action.entity].id;
  return out;
}

}  // namespace

std::span<const ActionField> action_fields() { return kFields; }

void compare_actions(const Dataset& earlier, const Dataset& later, std::vector<Change>& to) {
  for (std::uint32_t i = 0; i < later.actions.size(); ++i) {
    const Action& now = later.actions[i];
    const Action* before = earlier.find_action(now.id);
    Change change = change_of(before == nullptr ? Kind::new_action : Kind::changed_action, later, now);
    change.later = i;
    change.later_span = now.places.object;
    if (before != nullptr) {
      change.earlier = static_cast<std::uint32_t>(before - earlier.actions.data());
      change.earlier_span = before->places.object;
      for (const ActionField& field : kFields) {
        if (!field.is_same(earlier, *before, later, now)) change.fields.emplace_back(field.name);
      }
      if (change.fields.empty()) continue;
      change.earlier_span = before->places.of(change.fields.front());
      change.later_span = now.places.of(change.fields.front());
    }
    to.push_back(std::move(change));
  }
  for (std::uint32_t i = 0; i < earlier.actions.size(); ++i) {
    if (later.find_action(earlier.actions[i].id) != nullptr) continue;
    Change change = change_of(Kind::removed_action, earlier, earlier.actions[i]);
    change.earlier = i;
    change.earlier_span = earlier.actions[i].places.object;
    to.push_back(std::move(change));
  }
}

}  // namespace briefpack::changes
