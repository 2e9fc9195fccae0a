#include "changes/change_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "changes/compare_actions.h"
#include "changes/value.h"
#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"

namespace briefpack::changes {

namespace {

using dataset::Action;
using dataset::Dataset;
using dataset::MetricType;
using dataset::Observation;
using numfmt::NumberStyle;
using numfmt::Word;

// In the order of Kind.
constexpr std::array kKindWords{Word::change_unexplained, Word::change_revised,   Word::change_corrected, Word::change_method,
                                Word::change_disputed,    Word::change_settled,   Word::change_withdrawn, Word::change_removed,
                                Word::change_status,      Word::change_new,       Word::change_action,    Word::change_removed_action,
                                Word::change_new_action};
static_assert(kKindWords.size() == static_cast<std::size_t>(Kind::new_action) + 1);

std::string text_of(Word word, std::string_view lang) { return std::string(numfmt::word(word, lang)); }

/// 12, 9, 6 or 0: amounts of money are printed in tn, bn and m.
int power_for(double amount) {
  const double magnitude = std::fabs(amount);
  return magnitude >= 1e12 ? 12 : magnitude >= 1e9 ? 9 : magnitude >= 1e6 ? 6 : 0;
}

NumberStyle::Kind style_kind(MetricType type) {
  if (type == MetricType::rank) return NumberStyle::Kind::ordinal;
  return type == MetricType::share ? NumberStyle::Kind::per_cent : NumberStyle::Kind::plain;
}

NumberStyle money_style(double magnitude, const std::string& currency) {
  NumberStyle style;
  style.is_sentence = false;
  style.currency = currency;
  style.power = power_for(magnitude);
  return style;
}

NumberStyle style_of(const Dataset& dataset, const Observation& o, double magnitude, std::string_view lang) {
  const dataset::Metric& metric = dataset.metric_of(o);
  if (metric.type == MetricType::money) return money_style(magnitude, currency_of(dataset, o));
  NumberStyle style;
  style.kind = style_kind(metric.type);
  style.is_sentence = false;
  if (metric.type == MetricType::rank) style.out_of = o.out_of ? o.out_of : metric.out_of;
  const bool has_unit = metric.type == MetricType::quantity || metric.type == MetricType::index;
  if (!has_unit) return style;
  const std::string unit = unit_of(dataset, o);
  style.unit = unit != metric.unit_measure ? unit : metric.unit_counter.in(lang);
  return style;
}

/// As many as the source gives, or fewer where the metric says so.
int decimals_of_row(const Dataset& dataset, const Observation& o, int written, int power) {
  const int allowed = std::min(written, dataset.metric_of(o).decimals.value_or(written));
  return std::clamp(allowed - unit_mult_of(dataset, o) + power, 0, 15);
}

std::string number_text(const Dataset& dataset, const Observation& o, std::string_view lang) {
  const double value = absolute(*o.value, unit_mult_of(dataset, o));
  NumberStyle style = style_of(dataset, o, value, lang);
  style.decimals = decimals_of_row(dataset, o, o.value_decimals, style.power);
  // 1,500 million are 1.5 bn, not 1.500.
  if (style.power != 0) style.decimals = std::min(style.decimals, decimals_of(numfmt::scale_of(style) * value));
  style.qualifier = o.qualifier;
  style.is_estimated = numfmt::is_estimate(o.status);
  return numfmt::format_number(value, style, lang).text();
}

std::string range_text(const Dataset& dataset, const Observation& o, std::string_view lang) {
  const int mult = unit_mult_of(dataset, o);
  const double low = absolute(o.range->first, mult), high = absolute(o.range->second, mult);
  NumberStyle style = style_of(dataset, o, std::max(std::fabs(low), std::fabs(high)), lang);
  style.decimals = decimals_of_row(dataset, o, std::max(decimals_of(o.range->first), decimals_of(o.range->second)), style.power);
  return numfmt::format_interval(low, high, style, lang).text();
}

std::string action_state(const Dataset& dataset, const Action& action, std::string_view lang) {
  std::string out;
  for (const ActionField& field : action_fields()) {
    if (field.name != "status" && field.name != "date") continue;
    if (field.name == "date" && !action.date) continue;
    const std::string text = field.text(dataset, action, lang);
    out = out.empty() ? text : out + ", " + text;
  }
  return out;
}

Word word_of_field(std::string_view name) {
  struct Row {
    std::string_view name;
    Word word;
  };
  constexpr std::array kRows{Row{"title", Word::action_title}, Row{"entity", Word::country}, Row{"date", Word::date},
                             Row{"end_date", Word::end_date},  Row{"instrument", Word::type}, Row{"status", Word::status},
                             Row{"amount", Word::amount}};
  return std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.name == name; })->word;
}

/// "announced", or "Date: 2024; Status: announced" where several fields changed.
std::string fields_text(const Change& change, const Dataset& dataset, const Action& action, std::string_view lang) {
  std::string out;
  for (const ActionField& field : action_fields()) {
    if (std::find(change.fields.begin(), change.fields.end(), field.name) == change.fields.end()) continue;
    const std::string text = field.text(dataset, action, lang);
    if (change.fields.size() == 1) return text;
    out += (out.empty() ? "" : text_of(Word::semicolon, lang)) + text_of(word_of_field(field.name), lang) + text_of(Word::colon, lang) + text;
  }
  return out;
}

const Dataset& newest(const Comparison& comparison, const Change& change) { return change.later ? *comparison.later : *comparison.earlier; }

std::uint32_t newest_index(const Change& change) { return change.later ? *change.later : *change.earlier; }

std::string status_words(const dataset::ObsStatusSet& status, std::string_view lang) {
  std::string out;
  for (const dataset::ObsStatus each : status.list()) out += (out.empty() ? "" : ", ") + numfmt::status_name(each, lang);
  return out;
}

std::string status_reason(const Comparison& comparison, const Change& change, std::string_view lang) {
  return numfmt::filled(Word::status_was, lang,
                        {{"a", status_words(comparison.earlier->observations[*change.earlier].status, lang)},
                         {"b", status_words(comparison.later->observations[*change.later].status, lang)}});
}

/// Why there is a value now: a source that the earlier pack did not have, or none that can be told.
std::string source_reason(const Comparison& comparison, const Change& change, std::string_view lang) {
  const bool is_action = is_about_action(change.kind);
  if (!is_action && change.earlier && is_hidden(comparison.earlier->observations[*change.earlier])) return text_of(Word::withheld_before, lang);
  const auto& citations = is_action ? comparison.later->actions[*change.later].citations : comparison.later->observations[*change.later].citations;
  std::string code;
  for (const dataset::Citation& citation : citations) {
    const dataset::Source* source = comparison.later->find_source(citation.source);
    if (source == nullptr || comparison.earlier->find_source(citation.source) != nullptr) return text_of(Word::not_found_before, lang);
    if (code.empty()) code = source->code;
  }
  return code.empty() ? text_of(Word::not_found_before, lang) : numfmt::filled(Word::from_new_source, lang, {{"code", code}});
}

}  // namespace

std::string kind_text(Kind kind, std::string_view lang) { return text_of(kKindWords[static_cast<std::size_t>(kind)], lang); }

std::string entity_text(const Comparison& comparison, const Change& change, std::string_view lang) {
  const dataset::Entity* entity = newest(comparison, change).find_entity(change.entity);
  return entity == nullptr ? change.entity : numfmt::entity_name(*entity, lang);
}

std::string subject_text(const Comparison& comparison, const Change& change, std::string_view lang) {
  const Dataset& dataset = newest(comparison, change);
  if (is_about_action(change.kind)) return dataset.actions[newest_index(change)].title.in(lang);
  const Observation& row = dataset.observations[newest_index(change)];
  std::string out = numfmt::metric_name(dataset.metric_of(row), lang);
  std::string period = row.period_label.in(lang);
  if (period.empty() && row.period) period = numfmt::format_period(row.period, numfmt::DateForm::table, lang);
  return period.empty() ? out : out + ", " + period;
}

std::string value_text(const Dataset& dataset, const Observation& o, std::string_view lang) {
  if (o.status.has(dataset::ObsStatus::Q) || o.is_confidential) return numfmt::missing_mark(dataset::ObsStatus::Q, lang);
  if (o.is_withheld) return text_of(Word::withheld, lang);
  if (!has_printable_value(o)) return numfmt::missing_mark(o.status.missing().value_or(dataset::ObsStatus::O), lang);
  std::string out;
  if (o.value) out = number_text(dataset, o, lang);
  else if (!o.category.empty()) out = numfmt::category_name(dataset.metric_of(o), o.category, lang);
  else if (!o.text.empty()) out = o.text.in(lang);
  else out = range_text(dataset, o, lang);
  return out + numfmt::status_suffix(o.status, false);
}

std::string amount_text(const Dataset& dataset, const Action& action, std::string_view lang) {
  if (!action.amount) return numfmt::missing_mark(lang);
  const dataset::Amount& amount = *action.amount;
  if (!amount.within.empty()) {
    const Action* whole = dataset.find_action(amount.within);
    return numfmt::filled(Word::part_of, lang, {{"whole", whole == nullptr ? amount.within : whole->title.in(lang)}});
  }
  if (!amount.value) return numfmt::missing_mark(amount.status.missing().value_or(dataset::ObsStatus::O), lang);
  const double value = absolute(*amount.value, amount.unit_mult);
  NumberStyle style = money_style(value, amount.currency);
  style.decimals = std::clamp(amount.value_decimals - amount.unit_mult + style.power, 0, 15);
  style.qualifier = amount.qualifier;
  return numfmt::format_number(value, style, lang).text();
}

std::string earlier_text(const Comparison& comparison, const Change& change, std::string_view lang) {
  const Dataset& dataset = *comparison.earlier;
  switch (change.kind) {
    case Kind::new_action: return text_of(Word::not_listed, lang);
    case Kind::removed_action: return action_state(dataset, dataset.actions[*change.earlier], lang);
    case Kind::changed_action: return fields_text(change, dataset, dataset.actions[*change.earlier], lang);
    case Kind::withdrawn: return text_of(Word::not_repeated, lang);
    case Kind::new_value: {
      const bool was_hidden = change.earlier && is_hidden(dataset.observations[*change.earlier]);
      return text_of(was_hidden ? Word::withheld : Word::first_observation, lang);
    }
    default: return value_text(dataset, dataset.observations[*change.earlier], lang);
  }
}

std::string later_text(const Comparison& comparison, const Change& change, std::string_view lang) {
  const Dataset& dataset = *comparison.later;
  switch (change.kind) {
    case Kind::removed_action: return text_of(Word::not_listed, lang);
    case Kind::new_action: return action_state(dataset, dataset.actions[*change.later], lang);
    case Kind::changed_action: return fields_text(change, dataset, dataset.actions[*change.later], lang);
    case Kind::withdrawn: return text_of(Word::withheld, lang);
    case Kind::removed:
      if (!change.later) return numfmt::missing_mark(lang);
      break;
    default: break;
  }
  return value_text(dataset, dataset.observations[*change.later], lang);
}

std::string reason_text(const Change& change, std::string_view lang) {
  std::string out = change.reason.in(lang);
  if (!change.date.empty()) out += (out.empty() ? "(" : " (") + change.date + ")";
  return out;
}

std::string why_text(const Change& change, std::string_view lang) {
  std::string out = kind_text(change.kind, lang);
  if (!change.dispute.empty()) out += " " + change.dispute;
  const std::string reason = reason_text(change, lang);
  if (reason.empty()) return out;
  return out + (change.reason.empty() ? " " : text_of(Word::colon, lang)) + reason;
}

std::string because_text(const Comparison& comparison, const Change& change, std::string_view lang) {
  const std::string reason = reason_text(change, lang);
  // The question stands at the dispute's own entry; how it was settled stands nowhere else.
  if (change.kind == Kind::disputed) {
    const std::string see = numfmt::filled(Word::see_dispute, lang, {{"id", change.dispute}});
    return change.date.empty() ? see : see + " (" + numfmt::format_iso_date(change.date, numfmt::DateForm::table, lang) + ")";
  }
  if (!change.dispute.empty()) return reason.empty() ? change.dispute : change.dispute + text_of(Word::colon, lang) + reason;
  if (!reason.empty()) return reason;
  switch (change.kind) {
    case Kind::status: return status_reason(comparison, change, lang);
    case Kind::new_value:
    case Kind::new_action: return source_reason(comparison, change, lang);
    case Kind::changed_action: {
      std::string names;
      for (const std::string& field : change.fields) names += (names.empty() ? "" : ", ") + text_of(word_of_field(field), lang);
      return numfmt::filled(Word::fields_changed, lang, {{"fields", names}});
    }
    default: return text_of(Word::no_reason_given, lang);
  }
}

}  // namespace briefpack::changes
