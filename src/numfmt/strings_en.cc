#include <array>

#include "numfmt/strings.h"

namespace briefpack::numfmt {

namespace {

constexpr std::array kRows{
    // Exhibits, pages
    WordRow{Word::figure_n, "Figure {n}"},
    WordRow{Word::table_n, "Table {n}"},
    WordRow{Word::page_of, "Page {page} of {pages}"},
    WordRow{Word::contents, "Contents"},
    WordRow{Word::sources_in_full, "Sources in full, with publisher, title, date and link: page {page}."},
    WordRow{Word::note_numbers_match, "Note numbers match the Notes sheet of the workbook."},
    // Notes
    WordRow{Word::own_calculation, "Own calculation"},
    WordRow{Word::see_dispute, "see {id}"},
    WordRow{Word::undated, "Undated"},
    WordRow{Word::estimated, "Estimated"},
    WordRow{Word::unverified, "Not verified"},
    WordRow{Word::lower_bound, "Lower bound"},
    WordRow{Word::upper_bound, "Upper bound"},
    WordRow{Word::approximate, "Approximate"},
    WordRow{Word::period_not_stated, "Period not stated"},
    WordRow{Word::other_value, "{source} gives {value}."},
    // Values
    WordRow{Word::not_stated, "not stated"},
    WordRow{Word::missing, ".."},
    WordRow{Word::not_applicable, "n/a"},
    WordRow{Word::confidential, "conf."},
    WordRow{Word::withdrawn, "withdrawn"},
    WordRow{Word::disputed, "disputed"},
    WordRow{Word::disputed_see, "disputed, see {id}"},
    WordRow{Word::place_one, "place"},
    WordRow{Word::place_many, "places"},
    WordRow{Word::percentage_point_one, "percentage point"},
    WordRow{Word::percentage_point_many, "percentage points"},
    // Comparability
    WordRow{Word::unlike_company_country, "A company against a country."},
    WordRow{Word::unlike_kinds, "Unlike holders: {a} and {b}."},
    WordRow{Word::unlike_period, "Periods differ: {a} and {b}."},
    WordRow{Word::unlike_one_undated, "One value is undated."},
    WordRow{Word::unlike_unit, "Units differ: {a} and {b}."},
    WordRow{Word::unlike_currency, "Currencies differ: {a} and {b}."},
    WordRow{Word::unlike_definition, "Definitions differ."},
    WordRow{Word::unlike_break, "The series breaks in between."},
    WordRow{Word::both_undated, "Neither value is dated."},
    WordRow{Word::rests_on, "rests on {id}"},
    WordRow{Word::rests_on_withheld, "rests on a withheld value"},
    // Words of calculations
    WordRow{Word::sum_of, "sum of {n} values"},
    WordRow{Word::mean_of, "mean of {n} values"},
    WordRow{Word::median_of, "median of {n} values"},
    WordRow{Word::smallest_of, "smallest of {n} values"},
    WordRow{Word::largest_of, "largest of {n} values"},
    WordRow{Word::place_among, "place of {x} among {n} values"},
    WordRow{Word::leader_of, "first among {n} values"},
    WordRow{Word::count_of, "count of {n} values"},
    // Statuses
    WordRow{Word::status_normal, "normal"},
    WordRow{Word::status_break, "break in the series"},
    WordRow{Word::status_definition, "definition differs"},
    WordRow{Word::status_unvalidated, "not validated"},
    WordRow{Word::status_provisional, "provisional"},
    WordRow{Word::status_estimated, "estimated"},
    WordRow{Word::status_imputed, "imputed"},
    WordRow{Word::status_forecast, "forecast"},
    WordRow{Word::status_unreliable, "low reliability"},
    WordRow{Word::status_not_significant, "not significant"},
    WordRow{Word::status_missing, "no figure found"},
    WordRow{Word::status_not_collected, "exists but was not collected"},
    WordRow{Word::status_not_applicable, "cannot apply"},
    WordRow{Word::status_suppressed, "confidential"},
    WordRow{Word::status_elsewhere, "included in another category"},
    WordRow{Word::status_includes_other, "includes another category"},
    // Notes in full
    WordRow{Word::publisher_not_stated, "Publisher not stated"},
    WordRow{Word::source_undated, "Undated"},
    WordRow{Word::published_on, "{date}"},
    WordRow{Word::accessed_on, "read {date}"},
    WordRow{Word::as_stated, "As stated: “{text}”."},
    WordRow{Word::no_link, "Link not supplied"},
};

}  // namespace

std::span<const WordRow> english_words() { return kRows; }

}  // namespace briefpack::numfmt
