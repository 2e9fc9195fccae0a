#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace briefpack::numfmt {

/// The fixed words of the program's pages; those of the workbook are in phrases.h. Each stands once in the file of every language
/// (strings_en.cc, strings_ko.cc, strings_fr.cc), in any order; a missing, double or empty one fails strings_test, and so does one
/// with other placeholders than the English one. Add freely: one line here, one in each language. `{x}` is filled in by `filled`.
enum class Word : std::uint16_t {
  // Exhibits, pages
  figure_n,            ///< "Figure {n}"
  table_n,             ///< "Table {n}"
  page_of,             ///< "Page {page} of {pages}"; the names stay for layout to fill
  contents,
  sources_in_full,     ///< Closing line of the note block; {page}
  note_numbers_match,
  citation,            ///< How to cite the pack, on the page of its sources: {publisher}, {year}, {title}
  citation_of_title,   ///< The same without a publisher
  questions_to,        ///< {contact}
  continued,           ///< Behind the number of an exhibit on its further pages
  columns_range, countries_range,  ///< Over a part of a wide table: {from}, {to}, {count}
  notes_continued, notes_continue,  ///< Over notes from the page before; under notes that go on
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
  unlike_metric,       ///< "Measures differ: {a} and {b}."
  unlike_bound,        ///< "A bound against a value."
  // What an exhibit says of values side by side; the full stop comes behind
  others,              ///< "others {x}"
  without_date,        ///< "undated", within a sentence
  units_of, currencies_of, definitions_of, lower_bounds_of, upper_bounds_of,  ///< {x}
  shares_do_not_sum,
  from_unrounded,      ///< "Computed from unrounded values."
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
  publisher_not_stated, source_undated, published_on, accessed_on,  ///< {date}
  no_link,
  // Pages
  cover, issue_n, data_cutoff,
  arrow_to,  ///< What a screen reader says for an arrow between two values.
  // Counts
  found, n_of_m, none,
  // Comparison, ledger
  measure, measure_unit, measures_found, reference_period, best_comparator, flag, flag_no_count, flag_opinion,
  flag_stale, source,
  // Kinds of holders
  kind_country, kind_economy, kind_region, kind_company, kind_institution, kind_group, kind_other,
  // Charts
  panel_length,  ///< {unit}
  panel_position, times_name, thousand_of, million_of, billion_of, axis_in, key_disputed, key_disputed_shared, key_hatched, key_estimated,
  earlier, latest, no_earlier_value, up_by, down_by,
  list_ends_at,  ///< {} stays for the chart.
  or_claim, cut_off, date_not_stated, no_dated_instrument,
  // What charts say to a screen reader
  alt_bar, alt_paired, alt_slope, alt_list_range, alt_range, alt_share, alt_matrix, alt_lanes, alt_line, alt_bump, alt_dot, alt_only,
  alt_largest_smallest, alt_best_worst, alt_disputed, alt_missing, alt_from_to,
  // Actions
  country, date, instrument, type, amount, status, see_above, part_of, instrument_strategy, instrument_funding,
  instrument_regulation, instrument_skills, instrument_infrastructure, instrument_research, instrument_international,
  instrument_other, action_proposed, action_announced, action_recommended, action_under_way, action_in_force,
  action_completed, action_repealed, action_not_stated, dot_filled, dot_half, dot_open, dot_dashed, key_released, key_under_way, key_announced, key_not_stated,
  // Disputes
  dispute_n, dispute_asks, open, open_since, closed_since, not_ranked_not_summed, what_this_does,
  // Data quality
  data_quality, checked_on, conflicts_open, settled_by, missing_of_cells, all_measures, stale_periods, stale_before,
  estimated_values, undated_sources, undated_of_sources, dependent_sources, one_text, withheld_values,
  confidential_reason, withdrawn_results, high_caveats, accepted_findings, accepted_by, accepted_by_until,
  // Source register
  number_abbreviated, title_publisher, kind_independence, link, notes, independent, same_text_as, source_dataset,
  source_report, source_news, source_interview, source_opinion, source_official, source_other,
  // Legends
  how_to_read_marks, legend_note, legend_disputed, legend_missing, legend_not_applicable, legend_confidential,
  legend_estimated, legend_revised, band_top, band_middle, band_low, band_none, band_disputed,
  // Drafts
  draft, draft_with_one, draft_with_findings,  ///< {n}
  draft_findings, finding, finding_code, finding_place,
  // Changes since an earlier edition
  change_unexplained, change_revised, change_corrected, change_method, change_disputed, change_settled,
  change_withdrawn, change_removed, change_status, change_new, change_action, change_removed_action,
  change_new_action, first_observation, withheld, not_repeated, not_listed, action_title, end_date, what_changed,
  sentences_to_reread, change_head, holder, earlier_edition, now, why, where_printed, earlier_wording, new_wording,
  no_earlier_edition, nothing_changed, same_wording_disputed, same_wording_settled, claim_did_not_hold,
  no_reason_given, status_was, from_new_source, not_found_before, withheld_before, fields_changed,
  // What the PDF says of its attachments
  attached_workbook, attached_observations,
  // Punctuation between a name and what is said of it, between statements, around a title
  colon, semicolon, quoted,
  // Numbers: what stands before and behind {n}, and what is hung behind it (number_text.cc)
  bound_about, bound_over, bound_under, bound_at_least, bound_at_most, bound_up_to, estimated_sign, per_cent,
  per_cent_sign, points_sign, times_one, times_many, times_sign, out_of, magnitude_thousand, magnitude_million,
  magnitude_billion, magnitude_trillion, range_joint, range_joint_words,
  // Dates (period_text.cc); the months in order
  month_1, month_2, month_3, month_4, month_5, month_6, month_7, month_8, month_9, month_10, month_11, month_12,
  month_short_1, month_short_2, month_short_3, month_short_4, month_short_5, month_short_6, month_short_7,
  month_short_8, month_short_9, month_short_10, month_short_11, month_short_12, month_of_year, day_of_month, first_day,
  first_half, second_half, quarter, week, estimated_period, estimated_year,
  kEnd                 ///< Not a word: how many there are.
};

/// The text in `lang`; English where the language has no file of strings.
std::string_view word(Word word, std::string_view lang);

/// The text with each `{name}` replaced; a name without a value stays as it is.
std::string filled(Word word, std::string_view lang, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// A row of one language's table.
struct WordRow {
  Word word;
  std::string_view text;
};

}  // namespace briefpack::numfmt
