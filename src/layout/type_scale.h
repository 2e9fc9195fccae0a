#pragma once

#include <string_view>

#include "geometry/text_style.h"
#include "text/fonts.h"

/// From the resolved document to finished pages, in phases:
///   inline_items     inlines to spans of text with marks, tags and symbols between them
///   break_lines      spans to lines of a measure
///   set_lines        lines to placed glyph runs, paths, links and what they print
///   place_*          blocks to fragments: trees of solid pieces that stand below or beside each other
///   paginate         fragments to pages; the notes of a page take their room from its body
///   note_block, page_frame   what stands around the body
///   lay_out          the phases in order
namespace briefpack::layout {

/// The roles of the visual specification, section 3.
enum class Type {
  cover_title,
  profile_title,
  period_line,
  sub_line,
  band_unit,
  band_issue,
  headline,
  kicker,
  standfirst,
  key_message,
  message_number,
  body,
  heading,
  box_heading,
  small,
  remark,
  column_head,
  claim,
  headline_figure,
  headline_unit,
  strip_caption,
  exhibit_title,
  exhibit_subtitle,
  table_head,
  table_cell,
  ledger_cell,
  group_head,
  score_group,
  score_name,
  score_unit,
  score_value,
  pairs_cell,
  contents_entry,
  legend,
  sign,
  tag,
  finding,           ///< What is wrong with a draft, in running text.
  draft,             ///< On the band of a draft.
  note,
  note_tail,
  running,
  running_strong,
};

/// A role as it is set: style of its plain text, faces of its strong text, distance of its baselines.
struct TypeForm {
  geometry::TextStyle style;
  double leading = 12;                                   ///< Points from baseline to baseline.
  geometry::FontFace strong = geometry::FontFace::bold;  ///< Running text bold, tables and notes SemiBold.
};

/// The form of a role in a language. Korean differs: running text has 1.5 points more leading, titles are smaller.
TypeForm form_of(Type type, std::string_view lang);

bool is_korean(std::string_view lang);

/// How far below the top of a line of `leading` the baseline lies, so that ascender and descender of the style's
/// Latin font have the same space above and below (CSS 2.1, 10.8.1). Points.
double baseline_in(const TypeForm& form, const text::Fonts& fonts);

/// The style of a note mark in text of `style`: SemiBold, 64 % but never below 4.9 points, raised by 0.42 of its own
/// size, navy, or white on a dark ground. On headline figures it is 7 points at the height of the figures' tops.
geometry::TextStyle mark_style(const geometry::TextStyle& style);
geometry::TextStyle headline_mark_style(const geometry::TextStyle& style);

}  // namespace briefpack::layout
