#include "numfmt/period_text.h"

#include <array>

#include "numfmt/number_text.h"
#include "numfmt/strings.h"

namespace briefpack::numfmt {

namespace {

using namespace std::string_view_literals;

constexpr std::array kMonths{"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                             "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};

std::string month_name(int month, DateForm form) {
  const std::string_view name = kMonths[static_cast<std::size_t>(month - 1)];
  return std::string(form == DateForm::table ? name.substr(0, 3) : name);
}

std::string month_text(CivilDate date, DateForm form, std::string_view lang) {
  const std::string gap(kNoBreakSpace);
  if (is_korean(lang)) return std::to_string(date.year) + "년" + gap + std::to_string(date.month) + "월";
  return month_name(date.month, form) + gap + std::to_string(date.year);
}

/// A year alone, or its part: half, quarter, week.
std::string part_of_year(const std::string& text, int year, std::string_view lang) {
  const std::string number = text.substr(text.find_first_of("SQW") + 1);
  const std::string gap(kNoBreakSpace);
  const std::string year_text = std::to_string(year);
  const bool korean = is_korean(lang);
  switch (text[text.size() - number.size() - 1]) {
    case 'S':
      if (korean) return year_text + "년" + gap + (number == "1" ? "상반기" : "하반기");
      return "H" + number + gap + year_text;
    case 'Q': return korean ? year_text + "년" + gap + number + "분기" : "Q" + number + gap + year_text;
    default: {
      const std::string week = std::to_string(std::stoi(number));
      return korean ? year_text + "년" + gap + week + "주" : "week" + gap + week + " of " + year_text;
    }
  }
}

std::string single_period(const std::string& text, CivilDate start, DateForm form, std::string_view lang) {
  if (text.find_first_of("SQW") != std::string::npos) return part_of_year(text, std::stoi(text.substr(0, 4)), lang);
  if (text.size() == 4) return std::to_string(start.year);
  if (text.size() == 7) return month_text(start, form, lang);
  return format_date(start, form, lang);
}

}  // namespace

std::string format_date(CivilDate date, DateForm form, std::string_view lang) {
  const std::string gap(kNoBreakSpace);
  if (is_korean(lang)) return month_text(date, form, lang) + gap + std::to_string(date.day) + "일";
  return std::to_string(date.day) + gap + month_text(date, form, lang);
}

std::string format_month(CivilDate date, std::string_view lang) { return month_text(date, DateForm::sentence, lang); }

std::string format_period(const std::optional<dataset::TimePeriod>& period, DateForm form, std::string_view lang, bool is_estimated) {
  if (!period) return std::string(word(Word::not_stated, lang));
  std::string out;
  const std::size_t slash = period->text.find('/');
  if (slash == std::string::npos) {
    out = single_period(period->text, period->start, form, lang);
  } else {
    const auto from = dataset::parse_time_period(period->text.substr(0, slash));
    const auto to = dataset::parse_time_period(period->text.substr(slash + 1));
    if (!from || !to) return period->text;
    out = single_period(from->text, from->start, form, lang) + (is_korean(lang) ? "~" : "\u2013") +
          single_period(to->text, to->start, form, lang);
  }
  if (!is_estimated) return out;
  // A year otherwise stands without 년 (see the header), which 경 cannot do without.
  const bool ends_in_year = out.back() >= '0' && out.back() <= '9';
  if (is_korean(lang)) return out + (ends_in_year ? "년경" : "경");
  return "c." + std::string(kNoBreakSpace) + out;
}

std::string format_iso_date(std::string_view iso, DateForm form, std::string_view lang) {
  const auto period = dataset::parse_time_period(iso);
  return period ? format_period(period, form, lang) : std::string(iso);
}

}  // namespace briefpack::numfmt
