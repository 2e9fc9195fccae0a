#include "resolve/action_text.h"

#include <algorithm>
#include <array>

#include "base/clock.h"
#include "numfmt/marks.h"
#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

// In the order of ActionStatus.
constexpr std::array kStatusWords{Word::action_proposed,  Word::action_announced, Word::action_recommended,
                                  Word::action_under_way, Word::action_in_force,  Word::action_completed,
                                  Word::action_repealed,  Word::action_not_stated};

struct InstrumentRow {
  std::string_view code;
  Word word;
};
constexpr std::array kInstruments{
    InstrumentRow{"strategy", Word::instrument_strategy},
    InstrumentRow{"funding", Word::instrument_funding},
    InstrumentRow{"regulation", Word::instrument_regulation},
    InstrumentRow{"skills", Word::instrument_skills},
    InstrumentRow{"infrastructure", Word::instrument_infrastructure},
    InstrumentRow{"research", Word::instrument_research},
    InstrumentRow{"international", Word::instrument_international},
};

// In the order of EntityKind.
constexpr std::array kKindWords{Word::kind_country,     Word::kind_economy, Word::kind_region, Word::kind_company,
                                Word::kind_institution, Word::kind_group,   Word::kind_other};

}  // namespace

numfmt::DateForm date_form(const Scope& scope) {
  return scope.place == FormPlace::prose ? numfmt::DateForm::sentence : numfmt::DateForm::table;
}

std::string period_of(const dataset::Observation& observation, const Scope& scope) {
  if (!observation.period_label.empty()) return observation.period_label.in(scope.lang());
  return numfmt::format_period(observation.period, date_form(scope), scope.lang());
}

std::string date_of(const dataset::Action& action, const Scope& scope) {
  if (!action.date) return numfmt::missing_mark(scope.lang());
  return numfmt::format_period(action.date, date_form(scope), scope.lang(), action.date_inferred);
}

std::string status_of(const dataset::Action& action, std::string_view lang) {
  if (!action.status_label.empty()) return action.status_label.in(lang);
  return std::string(numfmt::word(kStatusWords[static_cast<std::size_t>(action.status)], lang));
}

std::string instrument_of(const dataset::Action& action, std::string_view lang) {
  if (!action.instrument_label.empty()) return action.instrument_label.in(lang);
  const auto row = std::find_if(kInstruments.begin(), kInstruments.end(),
                                [&](const auto& each) { return each.code == action.instrument; });
  return std::string(numfmt::word(row == kInstruments.end() ? Word::instrument_other : row->word, lang));
}

document::SymbolKind dot_of(dataset::ActionStatus status) {
  using dataset::ActionStatus;
  switch (status) {
    case ActionStatus::in_force:
    case ActionStatus::completed:
    case ActionStatus::repealed:
      return document::SymbolKind::dot_filled;
    case ActionStatus::under_way:
      return document::SymbolKind::dot_half;
    case ActionStatus::proposed:
    case ActionStatus::announced:
    case ActionStatus::recommended:
      return document::SymbolKind::dot_open;
    case ActionStatus::not_stated:
      break;
  }
  return document::SymbolKind::dot_dashed;
}

double year_of(CivilDate date) {
  const auto first = days_from_civil({date.year, 1, 1});
  const auto length = days_from_civil({date.year + 1, 1, 1}) - first;
  return date.year + static_cast<double>(days_from_civil(date) - first) / static_cast<double>(length);
}

double start_year(const dataset::TimePeriod& period) { return year_of(period.start); }

double end_year(const dataset::TimePeriod& period) { return year_of(civil_from_days(days_from_civil(period.end) + 1)); }

double year_of(const dataset::TimePeriod& period) { return (start_year(period) + end_year(period)) / 2; }

std::string kind_of(dataset::EntityKind kind, std::string_view lang) {
  return std::string(numfmt::word(kKindWords[static_cast<std::size_t>(kind)], lang));
}

}  // namespace briefpack::resolve
