#include "layout/type_scale.h"

#include <algorithm>

namespace briefpack::layout {

using geometry::FontFace;
using geometry::TextStyle;
namespace palette = geometry::palette;

namespace {

constexpr bool kTabular = true;

TypeForm form(FontFace face, double size, double leading, geometry::Color color, double tracking = 0,
              bool tabular = false, FontFace strong = FontFace::bold) {
  return {TextStyle{face, size, color, tracking, tabular, 0}, leading, strong};
}

TypeForm latin_form(Type type) {
  using enum FontFace;
  switch (type) {
    case Type::cover_title:
      return form(display_bold, 34, 39, palette::kWhite, -0.018);
    case Type::profile_title:
      return form(display_bold, 34, 42, palette::kWhite, -0.018);
    case Type::period_line:
      return form(semibold, 10.5, 15, palette::kWhite);
    case Type::sub_line:
      return form(regular, 8, 15, palette::kWhite);
    case Type::band_unit:
      return form(semibold, 8, 12, palette::kWhite);
    case Type::band_issue:
      return form(regular, 8, 12, palette::kWhite);
    case Type::headline:
      return form(display_bold, 20, 24, palette::kInk, -0.01);
    case Type::kicker:
      return form(bold, 7.5, 12, palette::kAccent, 0.04);
    case Type::standfirst:
      return form(regular, 10, 15, palette::kInk2);
    case Type::key_message:
      return form(regular, 9.75, 15, palette::kInk);
    case Type::message_number:
      return form(bold, 10, 15, palette::kAccent);
    case Type::body:
      return form(regular, 9, 12, palette::kInk);
    case Type::heading:
      return form(bold, 10.5, 15, palette::kInk);
    case Type::box_heading:
      return form(bold, 8, 12, palette::kInk);
    case Type::small:
      return form(regular, 7.5, 10.5, palette::kInk);
    case Type::remark:
      return form(regular, 6.75, 9, palette::kMuted);
    case Type::column_head:
      return form(semibold, 7, 9, palette::kInk2);
    case Type::claim:
      return form(display_bold, 13.5, 18, palette::kInk);
    case Type::headline_figure:
      return form(display_bold, 17.5, 21, palette::kInk, -0.015);
    case Type::headline_unit:
      return form(semibold, 9.5, 21, palette::kInk);
    case Type::strip_caption:
      return form(regular, 7.5, 10.5, palette::kInk);
    case Type::exhibit_title:
      return form(bold, 9.5, 12, palette::kInk);
    case Type::exhibit_subtitle:
      return form(regular, 7.5, 10.5, palette::kInk2);
    case Type::table_head:
      return form(semibold, 7, 9, palette::kInk2, 0, kTabular);
    case Type::table_cell:
      return form(regular, 7.5, 9.75, palette::kInk, 0, kTabular, semibold);
    case Type::ledger_cell:
      return form(regular, 7.4, 9, palette::kInk, 0, kTabular, semibold);
    case Type::group_head:
      return form(bold, 7, 9, palette::kInk, 0, kTabular);
    case Type::score_group:
      return form(bold, 7.5, 9, palette::kInk, 0, kTabular);
    case Type::score_name:
      return form(semibold, 7.5, 9.2, palette::kInk);
    case Type::score_unit:
      return form(regular, 6.5, 8, palette::kMuted);
    case Type::score_value:
      return form(regular, 7.5, 8.6, palette::kInk, 0, kTabular, semibold);
    case Type::pairs_cell:
      return form(regular, 7.5, 10.5, palette::kInk, 0, kTabular, semibold);
    case Type::contents_entry:
      return form(regular, 8, 10.5, palette::kInk, 0, kTabular, semibold);
    case Type::legend:
      return form(regular, 7, 9, palette::kInk);
    case Type::sign:
      return form(bold, 7.5, 10.5, palette::kInk);
    case Type::tag:
      return form(bold, 5.8, 7, palette::kInk);
    case Type::finding:
      return form(bold, 5.8, 7, palette::kAlarm);
    case Type::draft:
      return form(bold, 7.5, 9, palette::kWhite);
    case Type::note:
      return form(regular, 6.75, 9, palette::kInk2, 0, false, semibold);
    case Type::note_tail:
      return form(regular, 6.75, 9, palette::kMuted);
    case Type::running:
      return form(regular, 7, 9, palette::kInk2);
    case Type::running_strong:
      return form(semibold, 7, 9, palette::kInk, 0, kTabular);
  }
  return {};
}

}  // namespace

bool is_korean(std::string_view lang) { return lang == "ko" || lang.starts_with("ko-"); }

TypeForm form_of(Type type, std::string_view lang) {
  TypeForm form = latin_form(type);
  if (!is_korean(lang)) return form;
  switch (type) {
    case Type::cover_title:
    case Type::profile_title:
      form.style.size = 25;
      form.style.tracking = -0.02;
      form.leading = 33;
      break;
    case Type::period_line:
      form.style.size = 9.5;
      break;
    case Type::kicker:
      form.style.tracking = 0;
      break;
    case Type::headline_figure:
      // Hangul fills its square, so it looks larger than figures of the same size.
      form.style.size = 14;
      form.style.tracking = -0.02;
      break;
    case Type::key_message:
      form.style.size = 8.75;
      form.leading = 14.25;
      break;
    case Type::message_number:
      form.style.size = 8.75;
      form.leading = 14.25;
      break;
    case Type::body:
    case Type::standfirst:
    case Type::small:
      form.leading += 1.5;
      break;
    default:
      break;
  }
  return form;
}

double baseline_in(const TypeForm& form, const text::Fonts& fonts) {
  const text::FontMetrics& metrics = fonts.metrics(fonts.first_font(form.style.face));
  return form.leading / 2 + (metrics.ascender - metrics.descender) / 2 * form.style.size;
}

TextStyle mark_style(const TextStyle& style) {
  TextStyle mark;
  mark.face = FontFace::semibold;
  mark.size = std::max(4.9, style.size * 0.64);
  mark.color = style.color == palette::kWhite ? palette::kWhite : palette::kNavy;
  mark.rise = style.rise + 0.42 * mark.size;
  return mark;
}

TextStyle headline_mark_style(const TextStyle& style) {
  TextStyle mark = mark_style(style);
  mark.size = 7;
  // 0.72 is the height of Inter's figures: their tops and the mark's then lie level.
  mark.rise = style.rise + 0.72 * (style.size - mark.size);
  return mark;
}

}  // namespace briefpack::layout
