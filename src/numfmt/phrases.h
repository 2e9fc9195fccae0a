#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace briefpack::numfmt {

/// The fixed words of the workbook, kept as those of the pages are (strings.h). Names of sheets and tables, the headings that
/// programs read (obs_id, value, …) and shorthand in square brackets are not among them: those are the same in every language.
/// Headings begin with h_; a heading that a formula names is found here by both.
enum class Phrase : std::uint8_t {
  none, yes, no, withdrawn, changed, interval, inferred, back_to_contents, back_to_cover, to_contents, to_data,
  to_actions, refers_to_notes, refers_to_no_notes, sources_elsewhere, website_of, pages, thousand, million, billion,
  trillion, per_cent, rank, rank_of, category, about, over, under, at_least, at_most, up_to, contents_title,
  figures_title, comparison_title, disputes_title, policy_title, data_title, metrics_title, sources_title,
  codes_title, notes_title, cover_what, cover_marking, cover_use, cover_tables, cover_notes, cover_marks,
  cover_missing, cover_withheld, cover_checks, cover_check_figures, cover_check_data, cover_publication,
  cover_publisher, cover_issue, cover_version, cover_issued, cover_cutoff, cover_next, cover_supersedes,
  cover_contact, cover_licence, contents_what, figures_what, figures_notes, figures_sources, comparison_what,
  comparison_notes, comparison_sources, exhibit_one_chart, exhibit_two_charts, exhibit_sources, numbers_in,
  disputes_what, disputes_sources, policy_what, policy_sources, data_what, data_notes, data_sources, metrics_what,
  sources_what, sources_retrieval, codes_what, codes_source, notes_what, notes_used, h_worksheet, h_holds, h_table,
  h_rows, h_where, h_text, h_printed, h_printed_high, h_printed_bound, h_decimals, h_unit_size, h_unit, h_live,
  h_live_high, h_live_bound, h_rounded, h_agrees, h_calculation, h_inputs, h_first_input, h_source, h_country,
  h_entity, h_metric, h_topic, h_better, h_definition, h_observations, h_title, h_publisher, h_author, h_licence,
  h_remarks, h_link, h_shorthand, h_in_pdf, h_meaning, h_note_text, h_in_full, h_applies_to, h_question, h_by,
  h_claim, h_position, h_treatment, h_settled_by, h_status_label, h_action, h_summary, h_amount_remark, h_row,
  h_detail, h_value, h_low, h_high, h_as_printed, h_multiple, h_chart_label, h_bar_start, h_bar_length, h_rest,
  value_in, period_of, amount_in, within, action_at, higher, lower, as_published, not_live,
  changes_title, changes_what, h_change, h_measure, h_earlier, h_now, h_earlier_number, h_now_number, h_difference,
  h_reason,
  column_n, exhibit_one_table,
  exhibit_blanks, figures_in_words, differs_paired, differs_list_range,
  differs_slope, differs_gaps, differs_first, differs_dates, differs_dot, differs_range, differs_matrix, differs_lanes,
  h_group, h_period, h_place, h_sum, h_share, h_list_length,
  h_chart_value, h_chart_disputed, h_chart_estimated, h_chart_row, h_chart_row_end,
  h_bar_days, disputed_series, estimated_series,
  rankings_title, rankings_what, rankings_chart,
  rankings_notes, h_gained, h_edition_before, h_edition_last, unstated_period,
  workings_title, workings_what, h_as_stated, exhibit_sources_are,
  kEnd  ///< Not a phrase: how many there are.
};

/// The words in `lang`; English where the language has no file of strings.
std::string_view phrase(Phrase phrase, std::string_view lang);

/// The words with each `{name}` replaced; what is put in is never looked through again.
std::string filled(Phrase phrase, std::string_view lang, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// A row of one language's table.
struct PhraseRow {
  Phrase phrase;
  std::string_view text;
};

}  // namespace briefpack::numfmt
