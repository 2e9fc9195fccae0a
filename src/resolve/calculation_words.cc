#include "resolve/calculation_words.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/strings.h"
#include "resolve/comparability.h"
#include "resolve/lookup.h"
#include "resolve/precision.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using document::Calculation;
using Kind = Calculation::Kind;
using numfmt::Word;

/// A sum of more values than this is said by their number.
constexpr std::size_t kLongestSum = 4;

bool is_cell(Kind kind) {
  return kind == Kind::observation || kind == Kind::low || kind == Kind::high || kind == Kind::text || kind == Kind::amount;
}

/// The power of ten that evaluate.cc puts around a cell.
bool is_scaled_cell(const Calculation& calculation) {
  const bool is_product = calculation.kind == Kind::multiply || calculation.kind == Kind::divide;
  return is_product && calculation.arguments.size() == 2 && is_cell(calculation.arguments[0].kind) && calculation.arguments[1].words == "unit_mult";
}

std::string number_words(double written, int unit_mult, const std::string& currency, dataset::Qualifier qualifier, std::string_view lang) {
  const double value = unit_mult >= 0 ? written * std::pow(10.0, unit_mult) : written / std::pow(10.0, -unit_mult);
  numfmt::NumberStyle style;
  style.is_sentence = false;
  style.qualifier = qualifier;
  style.currency = currency;
  style.power = currency.empty() ? 0 : power_for(value);
  style.decimals = std::min(decimals_of(numfmt::scale_of(style) * value), 15);
  return numfmt::format_number(value, style, lang).text();
}

std::string observation_words(const Dataset& dataset, const std::string& key, std::string_view lang) {
  const dataset::Observation* row = dataset.find_observation(key);
  if (row == nullptr || !has_printable_value(*row)) return numfmt::missing_mark(lang);
  const int unit_mult = unit_mult_of(dataset, *row);
  const std::string& currency = currency_of(dataset, *row);
  if (row->value) return number_words(*row->value, unit_mult, currency, row->qualifier, lang);
  if (!row->text.empty()) return row->text.in(lang);
  if (row->range) {
    return number_words(row->range->first, unit_mult, currency, {}, lang) + numfmt::range_joint(lang) + numfmt::grouped(row->range->second, lang);
  }
  return numfmt::category_name(dataset.metric_of(*row), row->category, lang);
}

/// How tightly a sign binds: what binds less than its place is put in parentheses.
int binding(const Calculation& calculation) {
  if (is_scaled_cell(calculation)) return 4;
  switch (calculation.kind) {
    case Kind::logical_or: return 0;
    case Kind::logical_and: return 0;
    case Kind::equal:
    case Kind::not_equal:
    case Kind::less:
    case Kind::less_equal:
    case Kind::greater:
    case Kind::greater_equal: return 1;
    case Kind::add:
    case Kind::subtract:
    case Kind::change: return 2;
    case Kind::sum: return calculation.arguments.size() > kLongestSum ? 4 : 2;
    case Kind::multiply:
    case Kind::divide:
    case Kind::pct_change: return 3;
    default: return 4;
  }
}

std::string_view sign(Kind kind) {
  switch (kind) {
    case Kind::add: return " + ";
    case Kind::subtract:
    case Kind::change: return " \u2212 ";
    case Kind::multiply: return " \u00D7 ";
    case Kind::divide:
    case Kind::pct_change: return " \u00F7 ";
    case Kind::equal: return " = ";
    case Kind::not_equal: return " \u2260 ";
    case Kind::less: return " < ";
    case Kind::less_equal: return " \u2264 ";
    case Kind::greater: return " > ";
    case Kind::greater_equal: return " \u2265 ";
    case Kind::logical_and: return ", ";
    case Kind::logical_or: return "; ";
    default: return " ";
  }
}

/// The metric that all observations of a calculation belong to, or nullptr; `is_mixed` once two differ.
const dataset::Metric* common_metric(const Calculation& calculation, const Dataset& dataset, bool& is_mixed) {
  const dataset::Metric* out = nullptr;
  if (const auto* row = is_cell(calculation.kind) ? dataset.find_observation(calculation.key) : nullptr) return &dataset.metric_of(*row);
  for (const Calculation& each : calculation.arguments) {
    const dataset::Metric* metric = common_metric(each, dataset, is_mixed);
    if (metric == nullptr) continue;
    is_mixed |= out != nullptr && out != metric;
    out = metric;
  }
  return is_mixed ? nullptr : out;
}

class Writer {
 public:
  /// With `names`, operands are named by their entity, and by their metric too where `shared` is not it.
  Writer(const Dataset& dataset, std::string_view lang, bool names = false, const dataset::Metric* shared = nullptr)
      : dataset_(dataset), lang_(lang), names_(names), shared_(shared) {}

  std::string words(const Calculation& each) const {
    if (is_scaled_cell(each)) return words(each.arguments[0]);
    switch (each.kind) {
      case Kind::observation:
      case Kind::low:
      case Kind::high:
      case Kind::text: return names_ ? observation_name(each.key) : observation_words(dataset_, each.key, lang_);
      case Kind::amount: return amount_words(each.key);
      case Kind::constant: return numfmt::grouped(each.number, lang_);
      case Kind::stated: return each.words.empty() ? numfmt::grouped(each.number, lang_) : each.words;
      case Kind::negate: return "\u2212" + operand(each.arguments[0], 3);
      case Kind::logical_not: return "\u00AC" + operand(each.arguments[0], 4);
      case Kind::pct_change:
        return "(" + pair(each.arguments[0], " \u2212 ", each.arguments[1], 2) + ")" + std::string(sign(each.kind)) + operand(each.arguments[1], 4);
      case Kind::sum: return each.arguments.size() > kLongestSum ? over(Word::sum_of, each) : sum(each);
      case Kind::mean: return over(Word::mean_of, each);
      case Kind::median: return over(Word::median_of, each);
      case Kind::min: return over(Word::smallest_of, each);
      case Kind::max: return over(Word::largest_of, each);
      case Kind::count: return over(Word::count_of, each);
      case Kind::logical_and:
      case Kind::logical_or: {
        std::string out;
        for (const Calculation& argument : each.arguments) out += (out.empty() ? "" : std::string(sign(each.kind))) + operand(argument, 1);
        return out;
      }
      case Kind::rank:
        return numfmt::filled(Word::place_among, lang_, {{"x", words(each.arguments[0])}, {"n", numfmt::grouped(static_cast<double>(each.arguments.size() - 1), lang_)}});
      default: return pair(each.arguments[0], sign(each.kind), each.arguments[1], binding(each));
    }
  }

 private:
  std::string operand(const Calculation& each, int at_least) const {
    return binding(each) < at_least ? "(" + words(each) + ")" : words(each);
  }
  std::string pair(const Calculation& a, std::string_view between, const Calculation& b, int at) const {
    return operand(a, at) + std::string(between) + operand(b, at + 1);
  }
  std::string over(Word word, const Calculation& each) const {
    return numfmt::filled(word, lang_, {{"n", numfmt::grouped(static_cast<double>(each.arguments.size()), lang_)}});
  }
  std::string sum(const Calculation& each) const {
    std::string out;
    for (const Calculation& argument : each.arguments) out += (out.empty() ? "" : " + ") + operand(argument, 2);
    return out;
  }
  std::string observation_name(const std::string& key) const {
    const dataset::Observation* row = dataset_.find_observation(key);
    if (row == nullptr) return key;
    const std::string entity = numfmt::entity_name(dataset_.entity_of(*row), lang_);
    return &dataset_.metric_of(*row) == shared_ ? entity : numfmt::metric_name(dataset_.metric_of(*row), lang_) + " (" + entity + ")";
  }
  std::string amount_words(const std::string& key) const {
    const dataset::Action* action = dataset_.find_action(key);
    if (names_ && action != nullptr) return action->title.in(lang_);
    if (action == nullptr || !action->amount || !action->amount->value) return numfmt::missing_mark(lang_);
    return number_words(*action->amount->value, action->amount->unit_mult, action->amount->currency, action->amount->qualifier, lang_);
  }

  const Dataset& dataset_;
  std::string_view lang_;
  bool names_;
  const dataset::Metric* shared_;
};

}  // namespace

std::string operand_words(const Calculation& calculation, const Dataset& dataset, std::string_view lang) {
  return Writer(dataset, lang).words(calculation);
}

std::string calculation_words(const Calculation& calculation, const Dataset& dataset, std::string_view lang) {
  const bool is_single = is_cell(calculation.kind) || is_scaled_cell(calculation) || calculation.kind == Kind::constant;
  return is_single ? std::string() : operand_words(calculation, dataset, lang);
}

std::string calculation_names(const Calculation& calculation, const Dataset& dataset, std::string_view lang) {
  bool is_mixed = false;
  const dataset::Metric* shared = common_metric(calculation, dataset, is_mixed);
  const std::string words = Writer(dataset, lang, true, shared).words(calculation);
  return shared == nullptr ? words : numfmt::metric_name(*shared, lang) + std::string(numfmt::word(Word::colon, lang)) + words;
}

}  // namespace briefpack::resolve
