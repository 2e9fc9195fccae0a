#include "resolve/precision.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/utf8.h"
#include "numfmt/marks.h"
#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using document::FigureValue;
using expression::Format;
using expression::FormatKind;
using expression::Formats;
using numfmt::NumberStyle;
using numfmt::Word;

/// Compact amounts keep this many digits: USD 1.23 bn, USD 12.3 bn, USD 123 bn.
constexpr int kCompactDigits = 3;

double magnitude_of(const Evaluated& value) {
  if (value.value.kind == FigureValue::Kind::interval) return std::max(std::fabs(value.value.low), std::fabs(value.value.high));
  return std::fabs(value.value.number);
}

/// Digits before the point: 0 for 0.5, 1 for 5, -1 for 0.05.
int digits_before_point(double magnitude) { return magnitude == 0 ? 1 : static_cast<int>(std::floor(std::log10(magnitude))) + 1; }

/// Without the zeros at the end that say nothing: 50 and not 50.0.
int without_trailing_zeros(const Evaluated& value, NumberStyle style) {
  const auto changes = [&](double each, int decimals) {
    NumberStyle fewer = style, more = style;
    fewer.decimals = decimals - 1;
    more.decimals = decimals;
    return numfmt::printed_number(each, fewer) != numfmt::printed_number(each, more);
  };
  int decimals = style.decimals;
  const bool is_interval = value.value.kind == FigureValue::Kind::interval;
  const auto shows = [&](int at) {
    return is_interval ? changes(value.value.low, at) || changes(value.value.high, at) : changes(value.value.number, at);
  };
  while (decimals > 0 && !shows(decimals)) --decimals;
  return decimals;
}

struct Decimals {
  int most = 0;     ///< What `round:N` may ask for.
  int usual = 0;
};

Decimals decimals_for(const Evaluated& value, NumberStyle style) {
  const double printed = magnitude_of(value) * numfmt::scale_of(style);
  const int before = digits_before_point(printed);
  Decimals out;
  if (value.decimals) {
    const int shift = style.power - (style.kind == NumberStyle::Kind::percent ? 2 : 0);
    out.most = std::clamp(*value.decimals + shift, 0, 15);
    out.usual = out.most;
    if (style.power == 0) return out;
    out.usual = std::min(out.most, std::max(0, kCompactDigits - before));
  } else {
    out.most = printed >= 100 ? 0 : printed >= 1 || printed == 0 ? 1 : std::min(2 - before, 15);
    out.usual = out.most;
  }
  style.decimals = out.usual;
  out.usual = without_trailing_zeros(value, style);
  return out;
}

std::string unit_text(const dataset::Dataset& dataset, const Measure& measure, std::string_view lang, bool is_wanted) {
  if (measure.kind == Measure::Kind::places) return std::string(word(Word::place_one, lang)) + "|" + std::string(word(Word::place_many, lang));
  if (!measure.metric) return measure.unit_measure;
  const dataset::Metric& metric = dataset.metrics[*measure.metric];
  // A row in a unit of its own does not take the metric's words for it.
  if (measure.unit_measure != metric.unit_measure) return measure.unit_measure;
  if (!metric.unit_counter.empty()) return metric.unit_counter.in(lang);
  if (!is_wanted) return "";
  return metric.unit_label.empty() ? metric.unit_measure : metric.unit_label.in(lang);
}

bool has_unit(Measure::Kind kind) {
  return kind == Measure::Kind::quantity || kind == Measure::Kind::index || kind == Measure::Kind::places;
}

NumberStyle::Kind style_kind(Measure::Kind kind) {
  switch (kind) {
    case Measure::Kind::rank: return NumberStyle::Kind::ordinal;
    case Measure::Kind::share: return NumberStyle::Kind::per_cent;
    case Measure::Kind::points: return NumberStyle::Kind::points;
    case Measure::Kind::fraction: return NumberStyle::Kind::percent;
    default: return NumberStyle::Kind::plain;
  }
}

bool is_ratio_like(Measure::Kind kind) {
  return kind == Measure::Kind::multiple || kind == Measure::Kind::fraction || kind == Measure::Kind::number;
}

/// The statuses that signs are printed for: a result shows the weakest of its operands' (DESIGN.md section 4).
dataset::ObsStatusSet printed_status(const Evaluated& value) {
  if (!value.is_computed || value.value.status.missing()) return value.value.status;
  dataset::ObsStatusSet out;
  out.add(value.value.status.weakest());
  return out;
}

/// A year is no count: 2025, not 2,025.
bool is_year(const Evaluated& value) {
  const double number = value.value.number;
  return value.measure.unit_measure == "year" && value.value.kind == FigureValue::Kind::number && number == std::floor(number) && number >= 1000 && number < 3000;
}

/// Kind, magnitude and unit as the value itself asks for them.
PrintPlan usual_plan(const dataset::Dataset& dataset, const Evaluated& value, FormPlace place, std::string_view lang) {
  PrintPlan out;
  NumberStyle& style = out.style;
  style.kind = style_kind(value.measure.kind);
  style.is_sentence = place == FormPlace::prose || (place == FormPlace::headline && numfmt::is_korean(lang));
  style.qualifier = value.value.qualifier;
  style.is_estimated = numfmt::is_estimate(printed_status(value)) && value.value.kind == FigureValue::Kind::number;
  if (value.measure.kind == Measure::Kind::money) {
    style.currency = value.measure.currency;
    style.power = power_for(magnitude_of(value));
  } else if (has_unit(value.measure.kind) && place != FormPlace::chart) {
    style.unit = unit_text(dataset, value.measure, lang, false);
  }
  return out;
}

class FormatReader {
 public:
  FormatReader(const dataset::Dataset& dataset, const Evaluated& value, std::string_view lang, Diagnostics& diagnostics)
      : dataset_(dataset), value_(value), lang_(lang), diagnostics_(diagnostics) {}

  bool apply(const Format& format, PrintPlan& plan) {
    NumberStyle& style = plan.style;
    const Measure::Kind kind = value_.measure.kind;
    switch (format.kind) {
      case FormatKind::plain:
        style.kind = NumberStyle::Kind::plain;
        style.power = 0;
        style.unit.clear();
        style.currency.clear();
        break;
      case FormatKind::percent:
        if (kind == Measure::Kind::share) return true;
        if (!is_ratio_like(kind)) return refuse(format);
        style.kind = NumberStyle::Kind::percent;
        break;
      case FormatKind::times:
        if (!is_ratio_like(kind)) return refuse(format);
        style.kind = NumberStyle::Kind::times;
        break;
      case FormatKind::ordinal:
        if (kind != Measure::Kind::rank && kind != Measure::Kind::number) return refuse(format);
        style.kind = NumberStyle::Kind::ordinal;
        break;
      case FormatKind::of:
        if (kind != Measure::Kind::rank) return refuse(format);
        if (!value_.out_of) {
          diagnostics_.push_back(Diagnostic::error("resolve/no-length", format.span, "the length of this list is not stated")
                                     .hint("give the observation or its metric `out_of`, or leave `of` out"));
          return false;
        }
        style.out_of = value_.out_of;
        break;
      case FormatKind::words: style.in_words = true; break;
      case FormatKind::cap: style.is_capitalised = true; break;
      case FormatKind::signed_: style.is_signed = true; break;
      case FormatKind::compact: style.power = power_for(magnitude_of(value_)); break;
      case FormatKind::scale: style.power = numfmt::power_of_magnitude(format.scale).value_or(0); break;
      case FormatKind::short_: style.is_sentence = false; break;
      case FormatKind::abs: return drop_sign(format, plan);
      case FormatKind::unit:
        if (has_unit(kind)) style.unit = unit_text(dataset_, value_.measure, lang_, true);
        break;
      case FormatKind::nounit:
        style.unit.clear();
        style.currency.clear();
        style.has_magnitude = false;
        if (style.kind != NumberStyle::Kind::ordinal && style.kind != NumberStyle::Kind::percent && style.kind != NumberStyle::Kind::times) {
          style.kind = NumberStyle::Kind::plain;
        }
        break;
      case FormatKind::round:
      case FormatKind::nomark:
      case FormatKind::unlike: break;
    }
    return true;
  }

 private:
  /// Below −8 is more than 8 without its sign; above −8 may be anything.
  bool drop_sign(const Format& format, PrintPlan& plan) {
    plan.is_absolute = true;
    const bool is_negative = value_.value.kind == FigureValue::Kind::number && value_.value.number < 0;
    if (!is_negative) return true;
    if (dataset::is_lower_bound(plan.style.qualifier)) {
      diagnostics_.push_back(Diagnostic::error("resolve/bounds", format.span, "without its sign this bound says nothing").hint("leave out the format abs"));
      return false;
    }
    if (dataset::is_upper_bound(plan.style.qualifier)) {
      plan.style.qualifier = plan.style.qualifier == dataset::Qualifier::under ? dataset::Qualifier::over : dataset::Qualifier::at_least;
    }
    return true;
  }

  bool refuse(const Format& format) {
    diagnostics_.push_back(Diagnostic::error("resolve/format", format.span,
                                             "format " + quoted(expression::name_of(format.kind)) + " does not fit " +
                                                 (unit_name(value_).empty() ? std::string("this value") : "a value in " + unit_name(value_))));
    return false;
  }

  const dataset::Dataset& dataset_;
  const Evaluated& value_;
  std::string_view lang_;
  Diagnostics& diagnostics_;
};

}  // namespace

int power_for(double amount) {
  const double magnitude = std::fabs(amount);
  return magnitude >= 1e12 ? 12 : magnitude >= 1e9 ? 9 : magnitude >= 1e6 ? 6 : 0;
}

PrintPlan default_plan(const dataset::Dataset& dataset, const Evaluated& value) {
  PrintPlan out = usual_plan(dataset, value, FormPlace::prose, "en");
  out.style.decimals = decimals_for(value, out.style).usual;
  return out;
}

std::optional<PrintPlan> plan_print(const dataset::Dataset& dataset, const Evaluated& value, const Formats& formats, FormPlace place,
                                    std::string_view lang, SourceSpan span, Diagnostics& diagnostics) {
  PrintPlan out = usual_plan(dataset, value, place, lang);
  FormatReader reader(dataset, value, lang, diagnostics);
  bool is_right = true;
  // nounit says what is left out of whatever the other formats put in, wherever it is written.
  for (const Format& each : formats) is_right &= each.kind == FormatKind::nounit || reader.apply(each, out);
  if (const Format* nounit = find(formats, FormatKind::nounit)) is_right &= reader.apply(*nounit, out);
  if (!is_right) return std::nullopt;
  const Decimals decimals = decimals_for(value, out.style);
  out.style.decimals = decimals.usual;
  const Format* round = find(formats, FormatKind::round);
  if (round == nullptr) return out;
  if (round->decimals > decimals.most) {
    out.style.decimals = decimals.most;
    diagnostics.push_back(Diagnostic::untruth("resolve/false-precision", round->span.is_known() ? round->span : span,
                                            "round:" + std::to_string(round->decimals) + " prints more decimals than the value has (" +
                                                std::to_string(decimals.most) + ")")
                              .hint("write round:" + std::to_string(decimals.most) + " or leave the format out"));
    return out;
  }
  out.style.decimals = round->decimals;
  return out;
}

numfmt::NumberText print(const Evaluated& evaluated, const PrintPlan& plan, std::string_view lang) {
  const FigureValue& value = evaluated.value;
  numfmt::NumberText out;
  const auto words = [&](std::string text) {
    if (plan.style.is_capitalised && !text.empty() && text.front() >= 'a' && text.front() <= 'z') {
      text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    out.number = std::move(text);
  };
  switch (value.kind) {
    case FigureValue::Kind::missing: {
      out.number = numfmt::missing_mark(value.status.missing().value_or(dataset::ObsStatus::O), lang);
      return out;
    }
    case FigureValue::Kind::withdrawn: words(std::string(word(Word::withdrawn, lang))); return out;
    case FigureValue::Kind::truth:
    case FigureValue::Kind::text: words(value.text); break;
    case FigureValue::Kind::number:
      out = numfmt::format_number(plan.printed_value(value.number), plan.style, lang);
      if (is_year(evaluated)) std::erase(out.number, ',');
      break;
    case FigureValue::Kind::interval:
      // What the source said, in its own words, comes before the numbers that they are drawn with.
      if (!value.text.empty()) words(value.text);
      else out = numfmt::format_interval(value.low, value.high, plan.style, lang);
      break;
  }
  out.tail += numfmt::status_suffix(printed_status(evaluated), evaluated.is_revised);
  return out;
}

std::string unit_name(const Evaluated& value) {
  switch (value.measure.kind) {
    case Measure::Kind::money: return value.measure.currency;
    case Measure::Kind::share: return "per cent";
    case Measure::Kind::points: return "percentage points";
    case Measure::Kind::fraction: return "share of 1";
    case Measure::Kind::multiple: return "times";
    case Measure::Kind::rank: return "place";
    case Measure::Kind::places: return "places";
    case Measure::Kind::quantity:
    case Measure::Kind::index: return value.measure.unit_measure;
    default: return "";
  }
}

}  // namespace briefpack::resolve
