#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace briefpack::numfmt {

/// The fixed words of the program's pages. Each stands once in strings_en.cc and once in strings_ko.cc, in any order; a
/// missing or double one fails strings_test. Add freely: one line here, one in each language. `{x}` is filled in by `filled`.
enum class Word : std::uint16_t {
  // Exhibits, pages
  figure_n,            ///< "Figure {n}"
  table_n,             ///< "Table {n}"
  page_of,             ///< "Page {page} of {pages}"; the names stay for layout to fill
  contents,
  sources_in_full,     ///< Closing line of the note block; {page}
  note_numbers_match,
  // Notes
  own_calculation,
  see_dispute,         ///< "see {id}"
  undated,
  estimated,
  unverified,
  lower_bound,
  upper_bound,
  approximate,
  period_not_stated,
  other_value,         ///< The losing value of a decided conflict: "{source} gives {value}."
  // Values
  not_stated,
  missing,             ///< The mark ".."
  not_applicable,
  confidential,
  withdrawn,
  disputed,
  disputed_see,        ///< Alt text of a tag: "disputed, see {id}"
  place_one, place_many,            ///< Unit of a difference of ranks
  percentage_point_one, percentage_point_many,
  // Comparability (DESIGN.md section 3, "Unlike pairs")
  unlike_company_country,
  unlike_kinds,        ///< "Unlike holders: {a} and {b}."
  unlike_period,       ///< "Periods differ: {a} and {b}."
  unlike_one_undated,  ///< "One value is undated."
  unlike_unit,         ///< "Units differ: {a} and {b}."
  unlike_currency,
  unlike_definition,
  unlike_break,        ///< "The series breaks in between."
  both_undated,        ///< "Neither value is dated."
  rests_on,            ///< "rests on {id}"
  rests_on_withheld,
  // Words of calculations
  sum_of, mean_of, median_of, smallest_of, largest_of,  ///< {n} values
  place_among,         ///< place of {x} among {n} values
  leader_of,           ///< first among {n} values
  count_of,            ///< count of {n} values
  // Statuses (SDMX CL_OBS_STATUS 2.2)
  status_normal, status_break, status_definition, status_unvalidated, status_provisional, status_estimated, status_imputed,
  status_forecast, status_unreliable, status_not_significant, status_missing, status_not_collected, status_not_applicable,
  status_suppressed, status_elsewhere, status_includes_other,
  // Notes in full
  publisher_not_stated, source_undated, published_on, accessed_on, as_stated,  ///< {date}; as_stated {text}
  no_link,
  kEnd                 ///< Not a word: how many there are.
};

/// The text in `lang` (Korean for ko, else English).
std::string_view word(Word word, std::string_view lang);

/// The text with each `{name}` replaced; a name without a value stays as it is.
std::string filled(Word word, std::string_view lang, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// One language's table, for the test.
struct WordRow {
  Word word;
  std::string_view text;
};
std::span<const WordRow> english_words();
std::span<const WordRow> korean_words();

}  // namespace briefpack::numfmt
