#include "truth/as_stated.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/utf8.h"
#include "truth/currency_mark.h"
#include "truth/names.h"
#include "truth/wording.h"

namespace briefpack::truth {

namespace {

using dataset::Amount;
using dataset::Citation;
using dataset::Dataset;
using dataset::Metric;
using dataset::MetricType;
using dataset::Observation;
using Kind = StatedNumber::Kind;

/// What is looked for in a wording, and what helps to read it.
struct Sought {
  MetricType type = MetricType::quantity;
  bool is_per_cent = false;      ///< 19 is 19%.
  int decimals = 0;              ///< Of the value as written.
  double scale = 1;              ///< Ten to the power of unit_mult.
  double label_scale = 1;        ///< "million persons" as unit.
  std::string_view currency{};
  std::vector<std::string_view> units{};
};

/// Up to the rounding of a few multiplications. Hundreds of digits are infinite here and equal nothing.
bool are_equal(double a, double b) {
  return std::isfinite(a) && std::isfinite(b) && std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// The greatest power of ten that the words of a unit name: "million persons" gives 1,000,000.
double scale_in(std::string_view unit) {
  double out = 1;
  const std::string text = small(unit);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z')
      ++end;
    const std::string_view word = std::string_view(text).substr(at, end - at);
    static constexpr std::string_view kWords[] = {"thousand", "thousands", "million", "millions", "billion",
                                                  "billions", "trillion",  "mn",      "bn"};
    for (const std::string_view each : kWords) {
      if (word != each) continue;
      const std::vector<StatedNumber> one = stated_numbers(fmt::format("1 {}", word));
      if (!one.empty()) out = std::max(out, one.front().value);
    }
    at = std::max(end, at + 1);
  }
  return out;
}

bool says_per_cent(std::string_view unit) {
  const std::string text = small(unit);
  return text.find("percent") != std::string::npos || text.find("per cent") != std::string::npos || text.find('%') != std::string::npos;
}

/// Letters right behind the digits: the unit of the value, or one of the common ones.
bool is_unit(std::string_view letters, const Sought& sought) {
  static constexpr std::string_view kCommon[] = {"km", "kg", "mm", "cm",  "nm",  "ha",  "GW",  "MW", "kW", "TWh",
                                                 "GWh", "MWh", "kWh", "GB", "TB", "MHz", "GHz", "yr", "yrs"};
  if (std::find(std::begin(kCommon), std::end(kCommon), letters) != std::end(kCommon)) return true;
  const bool is_capital = letters.size() == 1 && letters.front() >= 'A' && letters.front() <= 'Z';  // 5G is no 5 GPUs
  const std::string word = small(letters);
  return std::any_of(sought.units.begin(), sought.units.end(),
                     [&](std::string_view unit) { return is_capital ? unit == letters : small(unit).starts_with(word); });
}

bool is_part_of_a_name(const StatedNumber& stated, const Sought& sought) {
  if (!stated.letters_before.empty() && stated.letters_before != sought.currency) return true;
  return !stated.letters_after.empty() && !is_unit(stated.letters_after, sought);
}

/// Whether what is stated is `value` (as written, before unit_mult). Signs are compared by the caller.
bool states(const StatedNumber& stated, double value, const Sought& sought) {
  const double said = std::abs(stated.value);
  switch (stated.kind) {
    case Kind::cardinal:
      if (are_equal(said, value * sought.scale) || are_equal(said, value * sought.scale * sought.label_scale)) return true;
      if (stated.has_magnitude) return false;
      // A column headed "in millions" holds 35; a share may stand as 0.19.
      return are_equal(said, value) || (sought.is_per_cent && said <= 1 && are_equal(said * 100, value));
    case Kind::percent:
      if (sought.type == MetricType::money || sought.type == MetricType::rank) return false;
      return are_equal(said, value) || (!sought.is_per_cent && are_equal(said / 100, value));
    case Kind::ordinal:
      return (sought.type == MetricType::rank || sought.type == MetricType::quantity) && are_equal(said, value);
    case Kind::fraction:
      if (sought.type == MetricType::money || sought.type == MetricType::rank) return false;
      return are_equal(round_decimal(said * (sought.is_per_cent ? 100 : 1), sought.decimals), value);
    case Kind::interval: return false;  // two ends; states_interval
  }
  return false;
}

bool states_interval(const StatedNumber& stated, double low, double high) {
  if (stated.kind != Kind::interval || !are_equal(stated.value, low)) return false;
  // What goes on to the next ten may end with it: 55 to 59, or 55 to 60 where there are fractions.
  const bool ends_ten = std::fmod(stated.high, 10) == 9;
  return are_equal(stated.high, high) || (ends_ten && are_equal(stated.high + 1, high));
}

/// A fall of 3 may stand as "fell by 3" or "-3"; 3 never as "-3".
bool has_fitting_sign(const StatedNumber& stated, double value) { return stated.value >= 0 || value < 0; }

/// Where `value` stands; `other_currency` gets what stands beside it when that is another currency.
std::optional<WordingPlace> find_number(std::string_view wording, const std::vector<StatedNumber>& numbers, double value,
                                        const Sought& sought, std::string* other_currency) {
  std::optional<WordingPlace> out;
  for (const StatedNumber& each : numbers) {
    if (is_part_of_a_name(each, sought) || !has_fitting_sign(each, value) || !states(each, std::abs(value), sought)) continue;
    std::string other;
    if (!sought.currency.empty()) other = other_currency_beside(wording, each.from, each.to, sought.currency);
    if (other.empty()) {
      // Of two readings of one place the longer one: "two thirds" rather than "two".
      if (!out || (each.from == out->first && each.to > out->second)) out = {each.from, each.to};
    } else if (other_currency != nullptr) {
      *other_currency = std::move(other);
    }
  }
  return out;
}

Sought sought_of(const Metric& metric, const Observation& o) {
  Sought out;
  out.type = metric.type;
  out.decimals = o.value_decimals;
  out.scale = std::pow(10.0, o.unit_mult.value_or(metric.unit_mult));
  if (metric.type == MetricType::money) out.currency = o.currency.empty() ? metric.currency : o.currency;
  const std::string& unit = o.unit_measure.empty() ? metric.unit_measure : o.unit_measure;
  if (!unit.empty()) out.units.push_back(unit);
  for (const auto& [lang, text] : metric.unit_label.all())
    out.units.push_back(text);
  out.is_per_cent = metric.type == MetricType::share || std::any_of(out.units.begin(), out.units.end(), says_per_cent);
  for (const std::string_view each : out.units)
    out.label_scale = std::max(out.label_scale, scale_in(each));
  return out;
}

Sought sought_of(const Amount& amount) {
  Sought out;
  out.type = MetricType::money;
  out.decimals = amount.value_decimals;
  out.scale = std::pow(10.0, amount.unit_mult);
  out.currency = amount.currency;
  return out;
}

std::optional<std::vector<WordingPlace>> find_in(const std::string& wording, const Observation& o, const Sought& sought,
                                                 std::string* other_currency) {
  if (wording.empty() || (!o.value && !o.range)) return std::vector<WordingPlace>{};
  const std::vector<StatedNumber> numbers = stated_numbers(wording);
  if (o.value) {
    const auto place = find_number(wording, numbers, *o.value, sought, other_currency);
    if (!place) return std::nullopt;
    return std::vector{*place};
  }
  const auto& [low, high] = *o.range;
  for (const StatedNumber& each : numbers) {
    if (states_interval(each, low, high)) return std::vector<WordingPlace>{{each.from, each.to}};
  }
  const auto first = find_number(wording, numbers, low, sought, other_currency);
  const auto second = find_number(wording, numbers, high, sought, other_currency);
  if (!first || !second) return std::nullopt;
  std::vector<WordingPlace> out{*first};
  if (*second != *first) out.push_back(*second);
  std::sort(out.begin(), out.end());
  return out;
}

/// "the wording states 2,000 and 38", from its readings.
std::string numbers_words(std::string_view wording, const Sought& sought) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string_view> said;
  std::size_t behind = 0;
  for (const StatedNumber& each : stated_numbers(wording)) {
    if (is_part_of_a_name(each, sought) || each.from < behind) continue;
    said.push_back(wording.substr(each.from, each.to - each.from));
    behind = each.to;
  }
  if (said.empty()) return "it states no number";
  std::string out = "it states ";
  for (std::size_t i = 0; i < std::min(said.size(), kMost); ++i)
    out += (i == 0 ? "" : i + 1 == said.size() ? " and " : ", ") + quoted(said[i]);
  return out;
}

std::string source_code(const Dataset& dataset, const Citation& citation) {
  const dataset::Source* source = dataset.find_source(citation.source);
  return source != nullptr ? source->code : citation.source;
}

std::string wording_hint(const std::string& wording, const Sought& sought, const std::string& other_currency) {
  if (!other_currency.empty())
    return fmt::format("beside it stands \"{}\": correct the currency, or quote the words in which the amount stands", other_currency);
  return numbers_words(wording, sought) + ": correct the value, or quote the words in which it stands";
}

/// One finding for an observation, at the first wording that does not fit; the others are named beside it.
void check_observation(const Dataset& dataset, const Observation& o, Diagnostics& findings) {
  const Sought sought = sought_of(dataset.metric_of(o), o);
  std::optional<Diagnostic> finding;
  std::vector<std::string_view> told;
  for (const Citation& citation : o.citations) {
    std::string other_currency;
    if (citation.as_stated.empty() || find_in(citation.as_stated, o, sought, &other_currency)) continue;
    if (!finding) {
      finding = Diagnostic::untruth("truth/as-stated", citation.span,
                                    fmt::format("{} is {}, and the wording of {} does not state it: {}", o.key,
                                                value_words(dataset, o), source_code(dataset, citation), quoted(citation.as_stated)))
                    .at(o.places.pointer)
                    .hint(wording_hint(citation.as_stated, sought, other_currency));
    } else if (std::find(told.begin(), told.end(), citation.as_stated) == told.end()) {
      finding->notes.push_back(
          {citation.span, fmt::format("nor does {}: {}", source_code(dataset, citation), quoted(citation.as_stated))});
    }
    told.push_back(citation.as_stated);
  }
  if (finding) findings.push_back(concerning(*std::move(finding), dataset, o));
}

void check_action(const Dataset& dataset, const dataset::Action& action, Diagnostics& findings) {
  if (!action.amount || !action.amount->value) return;
  const Sought sought = sought_of(*action.amount);
  const Citation* first = nullptr;
  std::string other_currency;
  for (const Citation& citation : action.citations) {
    if (citation.as_stated.empty()) continue;
    if (find_number(citation.as_stated, stated_numbers(citation.as_stated), *action.amount->value, sought, &other_currency)) return;
    if (first == nullptr) first = &citation;
  }
  if (first == nullptr) return;
  findings.push_back(
      at_field(Diagnostic::untruth("truth/as-stated", {},
                                   fmt::format("the amount of {} is {}, and none of its wordings states it", action.id,
                                               amount_words(*action.amount)))
                   .note(first->span, fmt::format("the wording of {}: {}", source_code(dataset, *first), quoted(first->as_stated)))
                   .hint(other_currency.empty()
                             ? "correct the amount, or add the place of the source in which it stands"
                             : wording_hint(first->as_stated, sought, other_currency))
                   .concerns(action.id),
               action.places, "amount"));
}

}  // namespace

std::optional<std::vector<WordingPlace>> find_stated(const Dataset& dataset, const Observation& observation,
                                                     const Citation& citation) {
  return find_in(citation.as_stated, observation, sought_of(dataset.metric_of(observation), observation), nullptr);
}

std::optional<std::vector<WordingPlace>> find_stated(const Amount& amount, const Citation& citation) {
  if (!amount.value || citation.as_stated.empty()) return std::vector<WordingPlace>{};
  const auto place = find_number(citation.as_stated, stated_numbers(citation.as_stated), *amount.value, sought_of(amount), nullptr);
  if (!place) return std::nullopt;
  return std::vector{*place};
}

void check_wordings(const Pack& pack, Diagnostics& findings) {
  for (const Observation& each : pack.dataset.observations) {
    if (!each.is_withheld) check_observation(pack.dataset, each, findings);
  }
  for (const dataset::Action& each : pack.dataset.actions)
    check_action(pack.dataset, each, findings);
}

}  // namespace briefpack::truth
