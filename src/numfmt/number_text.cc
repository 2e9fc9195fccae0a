#include "numfmt/number_text.h"

#include <charconv>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/decimal.h"
#include "numfmt/language.h"
#include "numfmt/names.h"
#include "numfmt/number_words.h"

namespace briefpack::numfmt {

namespace {

using dataset::Qualifier;
using namespace std::string_view_literals;

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

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

/// "1,234,567.8" from "1234567.8"; in French a narrow no-break space and a decimal comma (Lexique des règles typographiques en
/// usage à l'Imprimerie nationale).
std::string with_separators(const std::string& digits, Tongue tongue = Tongue::english) {
  const bool french = tongue == Tongue::french;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  std::string out = digits;
  if (french && point < digits.size()) out[point] = ',';
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    out.insert(at, french ? kNarrowNoBreakSpace : ",");
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
    if (rest >= each.unit) groups.push_back(with_separators(std::to_string(rest / each.unit)) + std::string(each.word));
    rest %= each.unit;
  }
  if (rest > 0) groups.push_back(with_separators(std::to_string(rest)));
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
  const Tongue tongue = tongue_of(lang);
  const double printed = printed_number(value, style);
  if (style.in_words && style.power == 0 && style.currency.empty() && is_whole(printed) && printed >= 0 && printed <= 100) {
    const int number = static_cast<int>(printed);
    const auto words = style.kind == NumberStyle::Kind::ordinal
                           ? ordinal_words(number, lang)
                           : cardinal_words(number, lang, !style.unit.empty() || style.kind == NumberStyle::Kind::times);
    if (words) return *words;
  }
  const bool is_amount = style.kind == NumberStyle::Kind::plain && style.has_magnitude;
  if (tongue == Tongue::korean && is_amount && (style.is_sentence || !style.currency.empty() || style.power > 0)) {
    // The same rounded amount as in English, so that one figure has one value in every language.
    const double amount = round_decimal(value, style.decimals - style.power);
    const std::string groups = in_myriads(std::fabs(amount));
    if (!groups.empty()) return with_sign(amount, groups, style.is_signed);
    if (style.power > 0) return with_sign(amount, with_separators(shortest_decimal(amount)), style.is_signed);
  }
  if (tongue == Tongue::french && is_amount && style.power == 12) {
    // "Billion" is read as 10⁹ by too many: thousands of milliards, of the same rounded amount; so is the word in strings_fr.cc.
    return with_sign(printed, with_separators(fixed_decimal(printed * 1000, std::max(style.decimals - 3, 0)), tongue), style.is_signed);
  }
  std::string digits = with_sign(printed, with_separators(fixed_decimal(printed, style.decimals), tongue), style.is_signed);
  if (style.kind == NumberStyle::Kind::ordinal && is_whole(printed)) digits += ordinal_ending(static_cast<long long>(printed), lang);
  return digits;
}

/// What stands before and behind the number in "over {n}", "{n} 초과".
struct Around {
  std::string before, behind;
};

Around around(std::string_view pattern) {
  constexpr std::string_view kNumber = "{n}";
  const std::size_t at = pattern.find(kNumber);
  return {std::string(pattern.substr(0, at)), std::string(pattern.substr(at + kNumber.size()))};
}

/// The words of a bound in a sentence, its sign elsewhere; "about" and "up to" have no sign.
Around bound_around(const NumberStyle& style, std::string_view lang) {
  const auto words = [&](Word wanted) {
    Around out = around(word(wanted, lang));
    if (!style.is_sentence && out.before.ends_with(' ')) out.before.replace(out.before.size() - 1, 1, kNoBreakSpace);
    return out;
  };
  const auto either = [&](Word wanted, std::string_view sign) {
    return style.is_sentence ? words(wanted) : Around{std::string(sign) + std::string(kNoBreakSpace), ""};
  };
  switch (style.qualifier) {
    case Qualifier::none: break;
    case Qualifier::about: return words(Word::bound_about);
    case Qualifier::up_to: return words(Word::bound_up_to);
    case Qualifier::over: return either(Word::bound_over, ">");
    case Qualifier::under: return either(Word::bound_under, "<");
    case Qualifier::at_least: return either(Word::bound_at_least, "\u2265");
    case Qualifier::at_most: return either(Word::bound_at_most, "\u2264");
  }
  if (!style.is_estimated) return {};
  return words(style.is_sentence ? Word::bound_about : Word::estimated_sign);
}

/// Singular: 1, in French all below 2.
bool is_singular(double printed, Tongue tongue) {
  return tongue == Tongue::french ? std::fabs(printed) < 2 : std::fabs(printed) == 1;
}

/// "GPU" or "GPUs" of "GPU|GPUs".
std::string_view unit_for(std::string_view unit, double printed, Tongue tongue) {
  const std::size_t bar = unit.find('|');
  if (bar == std::string_view::npos) return unit;
  return is_singular(printed, tongue) ? unit.substr(0, bar) : unit.substr(bar + 1);
}

/// What the kind of number hangs behind it: per cent, percentage points, times.
std::string kind_tail(double printed, const NumberStyle& style, std::string_view lang) {
  const std::string gap(kNoBreakSpace);
  const bool is_one = is_singular(printed, tongue_of(lang));
  const auto text = [&](Word wanted) { return std::string(word(wanted, lang)); };
  switch (style.kind) {
    case NumberStyle::Kind::percent:
    case NumberStyle::Kind::per_cent: return text(style.is_sentence ? Word::per_cent : Word::per_cent_sign);
    case NumberStyle::Kind::points:
      if (!style.is_sentence || tongue_of(lang) == Tongue::korean) return text(Word::points_sign);
      return gap + text(is_one ? Word::percentage_point_one : Word::percentage_point_many);
    case NumberStyle::Kind::times: return text(!style.is_sentence ? Word::times_sign : is_one ? Word::times_one : Word::times_many);
    case NumberStyle::Kind::ordinal:
    case NumberStyle::Kind::plain: break;
  }
  return "";
}

/// Magnitude, kind, currency where it follows ("150 Md USD"), unit.
std::string european_tail(double value, const NumberStyle& style, std::string_view lang) {
  const std::string gap(kNoBreakSpace);
  const Tongue tongue = tongue_of(lang);
  const double printed = printed_number(value, style);
  std::string out;
  const std::string magnitude = style.power != 0 && style.has_magnitude ? magnitude_text(style.power, lang) : "";
  if (!magnitude.empty()) out += gap + magnitude;
  out += kind_tail(printed, style, lang);
  if (tongue == Tongue::french && !style.currency.empty()) out += gap + style.currency;
  if (!style.unit.empty()) out += gap + std::string(unit_for(style.unit, printed, tongue));
  return out;
}

std::string korean_tail(const std::string& number, double value, const NumberStyle& style, std::string_view lang) {
  const std::string gap(kNoBreakSpace);
  const double printed = printed_number(value, style);
  std::string out;
  if (style.kind == NumberStyle::Kind::times && style.in_words) out += gap;
  out += kind_tail(printed, style, lang);
  if (!style.currency.empty()) out += gap + currency_name(style.currency, "ko");
  if (!style.unit.empty()) {
    const std::string_view unit = unit_for(style.unit, printed, Tongue::korean);
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
NumberText complete(std::string number, double value, const NumberStyle& style, std::string_view lang) {
  const Tongue tongue = tongue_of(lang);
  const Around bound = bound_around(style, lang);
  NumberText out;
  out.lead = bound.before;
  if (!style.currency.empty() && tongue == Tongue::english) out.lead += style.currency + std::string(kNoBreakSpace);
  out.tail = tongue == Tongue::korean ? korean_tail(number, value, style, lang) : european_tail(value, style, lang);
  if (style.out_of) {
    const Around whole = around(filled(Word::out_of, lang, {{"m", grouped(*style.out_of, 0, lang)}}));
    out.lead += whole.before;
    out.tail += whole.behind;
  }
  out.tail += bound.behind;
  out.number = std::move(number);
  if (style.is_capitalised) capitalise(out);
  return out;
}

}  // namespace

bool is_korean(std::string_view lang) { return tongue_of(lang) == Tongue::korean; }

double printed_number(double value, const NumberStyle& style) { return round_decimal(scaled(value, style), style.decimals); }

double scale_of(const NumberStyle& style) {
  return power_of_ten(-style.power) * (style.kind == NumberStyle::Kind::percent ? 100 : 1);
}

NumberText format_number(double value, const NumberStyle& style, std::string_view lang) {
  return complete(number_part(value, style, lang), value, style, lang);
}

NumberText format_interval(double low, double high, const NumberStyle& style, std::string_view lang) {
  const std::string from = number_part(low, style, lang);
  const std::string to = number_part(high, style, lang);
  if (from == to) return complete(from, high, style, lang);
  // A dash before a minus sign reads as one long stroke.
  const bool is_place = style.kind == NumberStyle::Kind::ordinal && style.is_sentence;
  return complete(from + range_joint(lang, low < 0 || is_place) + to, high, style, lang);
}

std::string range_joint(std::string_view lang, bool in_words) {
  return std::string(word(in_words ? Word::range_joint_words : Word::range_joint, lang));
}

std::string grouped(double value, int decimals, std::string_view lang) {
  const double rounded = round_decimal(value, decimals);
  return with_sign(rounded, with_separators(fixed_decimal(rounded, decimals), tongue_of(lang)), false);
}

std::string grouped(double value, std::string_view lang) { return grouped(value, std::min(decimals_of(value), 15), lang); }

std::string magnitude_text(int power, std::string_view lang) {
  switch (power) {
    case 3: return std::string(word(Word::magnitude_thousand, lang));
    case 6: return std::string(word(Word::magnitude_million, lang));
    case 9: return std::string(word(Word::magnitude_billion, lang));
    case 12: return std::string(word(Word::magnitude_trillion, lang));
    default: return "";
  }
}

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

namespace {

/// The nearest number of so many significant digits.
double significant(double value, int digits) {
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, digits - 1);
  double out = value;
  std::from_chars(text.data(), end.ptr, out);
  return out;
}

}  // namespace

std::string tick_text(double exact, std::string_view lang) {
  // A tick times the scale of its axis may be off in the last of 15 digits; no axis has ticks of more than 12.
  const double value = significant(exact, 12);
  const double magnitude = std::fabs(value);
  if (is_korean(lang)) {
    if (is_whole(magnitude) && magnitude >= 1000 && magnitude < 10'000 && std::fmod(magnitude, 1000) == 0) {
      return with_sign(value, std::to_string(static_cast<int>(magnitude) / 1000) + "천", false);
    }
    const std::string groups = in_myriads(magnitude);
    return groups.empty() ? grouped(value) : with_sign(value, groups, false);
  }
  for (const int power : {12, 9, 6}) {
    // French has no word for 10¹² that is read alike by all.
    if (magnitude < power_of_ten(power) || (power == 12 && tongue_of(lang) == Tongue::french)) continue;
    return grouped(value / power_of_ten(power), lang) + std::string(kNoBreakSpace) + magnitude_text(power, lang);
  }
  return grouped(value, lang);
}

}  // namespace briefpack::numfmt
