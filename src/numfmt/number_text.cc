#include "numfmt/number_text.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/decimal.h"
#include "numfmt/names.h"
#include "numfmt/number_words.h"

namespace briefpack::numfmt {

namespace {

using dataset::Qualifier;
using namespace std::string_view_literals;

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kEnDash = "\u2013";

double power_of_ten(int power) { return std::pow(10.0, power); }

/// `value` shifted by whole powers of ten; dividing by an exact power keeps the last digit right where multiplying by its
/// reciprocal would not.
double scaled(double value, const NumberStyle& style) {
  const double shifted = style.power >= 0 ? value / power_of_ten(style.power) : value * power_of_ten(-style.power);
  return style.kind == NumberStyle::Kind::percent ? shifted * 100 : shifted;
}

std::string with_sign(double value, std::string digits, bool is_signed) {
  if (!digits.empty() && digits.front() == '-') digits.erase(0, 1);
  if (value < 0) return std::string(kMinus) + digits;
  return (is_signed && value > 0 ? "+" : "") + digits;
}

/// "1,234,567.8" from "1234567.8".
std::string with_commas(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  std::string out = digits;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    out.insert(at, 1, ',');
  }
  return out;
}

bool is_whole(double value) { return std::fabs(value) < 1e15 && value == std::floor(value); }

// ---- Korean ten-thousands ----

struct Myriad {
  std::int64_t unit;
  std::string_view word;
};
constexpr std::array kMyriads{Myriad{1'000'000'000'000, "조"sv}, Myriad{100'000'000, "억"sv}, Myriad{10'000, "만"sv}};

/// "35만", "1,500억", "1만 4,000": at most two groups, as more are read more easily in digits; "" when it does not fit.
std::string in_myriads(double magnitude) {
  if (!is_whole(magnitude) || magnitude < 10'000) return "";
  auto rest = static_cast<std::int64_t>(magnitude);
  std::vector<std::string> groups;
  for (const Myriad& each : kMyriads) {
    if (rest >= each.unit) groups.push_back(with_commas(std::to_string(rest / each.unit)) + std::string(each.word));
    rest %= each.unit;
  }
  if (rest > 0) groups.push_back(with_commas(std::to_string(rest)));
  if (groups.size() > 2) return "";
  std::string out = groups.front();
  if (groups.size() == 2) out += std::string(kNoBreakSpace) + groups.back();
  return out;
}

bool ends_in_myriad(std::string_view number) {
  for (const Myriad& each : kMyriads) {
    if (number.ends_with(each.word)) return true;
  }
  return false;
}

/// Korean syllables follow digits without a space, Latin letters do not.
bool starts_with_hangul(std::string_view text) {
  return text.size() >= 3 && static_cast<unsigned char>(text[0]) >= 0xEA && static_cast<unsigned char>(text[0]) <= 0xED;
}

// ---- parts ----

/// The digits or words of the number itself.
std::string number_part(double value, const NumberStyle& style, std::string_view lang) {
  const bool korean = is_korean(lang);
  const double printed = printed_number(value, style);
  if (style.in_words && style.power == 0 && style.currency.empty() && is_whole(printed) && printed >= 0 && printed <= 100) {
    const int number = static_cast<int>(printed);
    const auto words = style.kind == NumberStyle::Kind::ordinal
                           ? ordinal_words(number, lang)
                           : cardinal_words(number, lang, !style.unit.empty() || style.kind == NumberStyle::Kind::times);
    if (words) return *words;
  }
  const bool is_amount = style.kind == NumberStyle::Kind::plain && style.has_magnitude;
  if (korean && is_amount && (style.is_sentence || !style.currency.empty() || style.power > 0)) {
    // The same rounded amount as in English, so that one figure has one value in every language.
    const double amount = round_decimal(value, style.decimals - style.power);
    const std::string groups = in_myriads(std::fabs(amount));
    if (!groups.empty()) return with_sign(amount, groups, style.is_signed);
    if (style.power > 0) return with_sign(amount, with_commas(shortest_decimal(amount)), style.is_signed);
  }
  std::string digits = with_sign(printed, with_commas(fixed_decimal(printed, style.decimals)), style.is_signed);
  if (style.kind == NumberStyle::Kind::ordinal && is_whole(printed) && !korean) {
    digits += ordinal_ending(static_cast<long long>(printed));
  }
  return digits;
}

std::string space(bool is_sentence) { return is_sentence ? " " : std::string(kNoBreakSpace); }

std::string bound_before(const NumberStyle& style, bool korean) {
  const std::string gap = space(style.is_sentence);
  const auto either = [&](std::string_view words, std::string_view sign) {
    return std::string(style.is_sentence ? words : sign) + gap;
  };
  switch (style.qualifier) {
    case Qualifier::none: break;
    case Qualifier::about: return (korean ? "약" : "about") + gap;
    case Qualifier::up_to: return (korean ? "최대" : "up to") + gap;
    case Qualifier::over: return korean && style.is_sentence ? "" : either("over", ">");
    case Qualifier::under: return korean && style.is_sentence ? "" : either("under", "<");
    case Qualifier::at_least: return korean && style.is_sentence ? "" : either("at least", "\u2265");
    case Qualifier::at_most: return korean && style.is_sentence ? "" : either("at most", "\u2264");
  }
  if (!style.is_estimated) return "";
  if (korean) return "약" + gap;
  return (style.is_sentence ? "about" : "c.") + gap;
}

/// Korean puts the bound behind the counted word: "500개 초과".
std::string bound_behind(const NumberStyle& style, bool korean) {
  if (!korean || !style.is_sentence) return "";
  switch (style.qualifier) {
    case Qualifier::over: return std::string(kNoBreakSpace) + "초과";
    case Qualifier::under: return std::string(kNoBreakSpace) + "미만";
    case Qualifier::at_least: return std::string(kNoBreakSpace) + "이상";
    case Qualifier::at_most: return std::string(kNoBreakSpace) + "이하";
    default: return "";
  }
}

/// "GPU" or "GPUs" of "GPU|GPUs".
std::string_view unit_for(std::string_view unit, double printed) {
  const std::size_t bar = unit.find('|');
  if (bar == std::string_view::npos) return unit;
  return std::fabs(printed) == 1 ? unit.substr(0, bar) : unit.substr(bar + 1);
}

std::string english_tail(double value, const NumberStyle& style) {
  const std::string gap(kNoBreakSpace);
  std::string out;
  if (style.power != 0 && style.has_magnitude) out += gap + std::string(magnitude_word(style.power).value_or(""));
  const double printed = printed_number(value, style);
  const bool is_one = std::fabs(printed) == 1;
  switch (style.kind) {
    case NumberStyle::Kind::percent:
    case NumberStyle::Kind::per_cent: out += style.is_sentence ? gap + "per" + gap + "cent" : "%"; break;
    case NumberStyle::Kind::points:
      out += gap + (style.is_sentence ? (is_one ? "percentage point" : "percentage points") : "pp");
      break;
    case NumberStyle::Kind::times: out += style.is_sentence ? gap + (is_one ? "time" : "times") : "\u00D7"; break;
    case NumberStyle::Kind::ordinal:
    case NumberStyle::Kind::plain: break;
  }
  if (!style.unit.empty()) out += gap + std::string(unit_for(style.unit, printed));
  if (style.out_of) out += gap + "of" + gap + grouped(*style.out_of, 0);
  return out;
}

std::string korean_tail(const std::string& number, double value, const NumberStyle& style) {
  const std::string gap(kNoBreakSpace);
  std::string out;
  switch (style.kind) {
    case NumberStyle::Kind::percent:
    case NumberStyle::Kind::per_cent: out += "%"; break;
    case NumberStyle::Kind::points: out += "%p"; break;
    case NumberStyle::Kind::times: out += style.in_words ? gap + "배" : "배"; break;
    case NumberStyle::Kind::ordinal: out += style.in_words ? "" : "위"; break;
    case NumberStyle::Kind::plain: break;
  }
  if (!style.currency.empty()) out += gap + currency_name(style.currency, "ko");
  if (!style.unit.empty()) {
    const std::string_view unit = unit_for(style.unit, printed_number(value, style));
    const bool is_digit = number.back() >= '0' && number.back() <= '9';
    const bool is_close = starts_with_hangul(unit) && is_digit && !ends_in_myriad(number);
    out += (is_close ? "" : gap) + std::string(unit);
  }
  return out;
}

void capitalise(NumberText& text) {
  std::string& first = text.lead.empty() ? text.number : text.lead;
  if (!first.empty() && first.front() >= 'a' && first.front() <= 'z') first.front() = static_cast<char>(first.front() - 'a' + 'A');
}

/// Lead and tail around a number that is already written.
NumberText around(std::string number, double value, const NumberStyle& style, std::string_view lang) {
  const bool korean = is_korean(lang);
  NumberText out;
  out.lead = bound_before(style, korean);
  if (!style.currency.empty() && !korean) out.lead += style.currency + std::string(kNoBreakSpace);
  if (style.out_of && korean) out.lead += grouped(*style.out_of, 0) + "개 중" + std::string(kNoBreakSpace);
  out.tail = korean ? korean_tail(number, value, style) : english_tail(value, style);
  out.tail += bound_behind(style, korean);
  out.number = std::move(number);
  if (style.is_capitalised) capitalise(out);
  return out;
}

}  // namespace

bool is_korean(std::string_view lang) { return lang == "ko" || lang.starts_with("ko-"); }

double printed_number(double value, const NumberStyle& style) { return round_decimal(scaled(value, style), style.decimals); }

double scale_of(const NumberStyle& style) {
  return power_of_ten(-style.power) * (style.kind == NumberStyle::Kind::percent ? 100 : 1);
}

NumberText format_number(double value, const NumberStyle& style, std::string_view lang) {
  return around(number_part(value, style, lang), value, style, lang);
}

NumberText format_interval(double low, double high, const NumberStyle& style, std::string_view lang) {
  const std::string from = number_part(low, style, lang);
  const std::string to = number_part(high, style, lang);
  if (from == to) return around(from, high, style, lang);
  const bool korean = is_korean(lang);
  // A dash before a minus sign reads as one long stroke.
  const bool is_place = style.kind == NumberStyle::Kind::ordinal && style.is_sentence;
  const std::string joint = korean ? "~" : low < 0 || is_place ? " to " : std::string(kEnDash);
  return around(from + joint + to, high, style, lang);
}

std::string grouped(double value, int decimals) {
  const double rounded = round_decimal(value, decimals);
  return with_sign(rounded, with_commas(fixed_decimal(rounded, decimals)), false);
}

std::string grouped(double value) { return grouped(value, std::min(decimals_of(value), 15)); }

std::optional<std::string_view> magnitude_word(int power) {
  switch (power) {
    case 0: return "";
    case 3: return "k";
    case 6: return "m";
    case 9: return "bn";
    case 12: return "tn";
    default: return std::nullopt;
  }
}

std::optional<int> power_of_magnitude(std::string_view word) {
  for (const int power : {3, 6, 9, 12}) {
    if (magnitude_word(power) == word) return power;
  }
  return std::nullopt;
}

std::string tick_text(double value, std::string_view lang) {
  const double magnitude = std::fabs(value);
  if (is_korean(lang)) {
    if (is_whole(magnitude) && magnitude >= 1000 && magnitude < 10'000 && std::fmod(magnitude, 1000) == 0) {
      return with_sign(value, std::to_string(static_cast<int>(magnitude) / 1000) + "천", false);
    }
    const std::string groups = in_myriads(magnitude);
    return groups.empty() ? grouped(value) : with_sign(value, groups, false);
  }
  for (const int power : {12, 9, 6}) {
    if (magnitude >= power_of_ten(power)) {
      return grouped(value / power_of_ten(power)) + std::string(kNoBreakSpace) + std::string(*magnitude_word(power));
    }
  }
  return grouped(value);
}

}  // namespace briefpack::numfmt
