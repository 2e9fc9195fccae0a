#include "numfmt/period_text.h"

#include "numfmt/number_text.h"
#include "numfmt/strings.h"

namespace briefpack::numfmt {

namespace {

std::string month_name(int month, DateForm form, std::string_view lang) {
  const Word first = form == DateForm::table ? Word::month_short_1 : Word::month_1;
  return std::string(word(static_cast<Word>(static_cast<int>(first) + month - 1), lang));
}

std::string with_year(const std::string& month, int year, std::string_view lang) {
  return filled(Word::month_of_year, lang, {{"month", month}, {"year", std::to_string(year)}});
}

std::string month_text(CivilDate date, DateForm form, std::string_view lang) {
  return with_year(month_name(date.month, form, lang), date.year, lang);
}

/// A year alone, or its part: half, quarter, week.
std::string part_of_year(const std::string& text, int year, std::string_view lang) {
  const std::string number = text.substr(text.find_first_of("SQW") + 1);
  const std::string year_text = std::to_string(year);
  switch (text[text.size() - number.size() - 1]) {
    case 'S': return filled(number == "1" ? Word::first_half : Word::second_half, lang, {{"year", year_text}});
    case 'Q': return filled(Word::quarter, lang, {{"n", number}, {"year", year_text}});
    default: return filled(Word::week, lang, {{"n", std::to_string(std::stoi(number))}, {"year", year_text}});
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
  const std::string day = date.day == 1 ? std::string(word(Word::first_day, lang)) : std::to_string(date.day);
  return with_year(filled(Word::day_of_month, lang, {{"day", day}, {"month", month_name(date.month, form, lang)}}), date.year, lang);
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
    out = single_period(from->text, from->start, form, lang) + range_joint(lang) + single_period(to->text, to->start, form, lang);
  }
  if (!is_estimated) return out;
  // A Korean year otherwise stands without 년 (see the header), which 경 cannot do without.
  const bool ends_in_year = out.back() >= '0' && out.back() <= '9';
  return filled(ends_in_year ? Word::estimated_year : Word::estimated_period, lang, {{"period", out}});
}

std::string format_iso_date(std::string_view iso, DateForm form, std::string_view lang) {
  const auto period = dataset::parse_time_period(iso);
  return period ? format_period(period, form, lang) : std::string(iso);
}

}  // namespace briefpack::numfmt
