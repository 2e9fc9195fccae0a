#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/inline.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/type_scale.h"
#include "text/shape.h"

namespace briefpack::layout {

/// What a stretch of a paragraph is, beside its text. The stretch of item i carries the tag i in the shaped runs.
struct InlineItem {
  enum class Kind : std::uint8_t { text, mark, comma, tag, symbol, page_number } kind = Kind::text;
  std::size_t begin = 0, end = 0;  ///< Bytes in the joined text.
  geometry::TextStyle style;
  std::string lang;
  double before = 0, after = 0;  ///< White space at its sides that no glyph makes, points.
  document::FigureIndex figure = document::kNone;
  document::NoteIndex note = document::kNone;
  std::uint32_t marks = 0;  ///< Numbers the mark groups, from 1: "2,3" is one reference with two links.
  document::DisputeIndex dispute = document::kNone;
  document::Symbol symbol;
  std::string url, target;  ///< Target also for page numbers.
};

/// A printed form of a figure and where in the paragraph it begins.
struct InlinePrint {
  std::size_t at = 0;
  Print print;
};

/// A paragraph before shaping.
struct InlineText {
  std::vector<text::TextSpan> spans;  ///< One for each item.
  std::vector<InlineItem> items;
  std::vector<InlinePrint> prints;
  std::size_t size = 0;  ///< Bytes in all spans.
};

struct InlineOptions {
  TypeForm form = {};
  std::optional<geometry::Color> strong_color = {};  ///< Of strong text where it differs from the rest.
  bool is_strong = false;                            ///< All of it in the form's strong face, muted text aside.
  bool is_headline = false;                          ///< Headline figures: lead and tail small, marks of fixed size.
  bool shows_marks = true;                           ///< Page heads show none.
  std::string lead = {};                             ///< Stands before everything, strong and in accent: "Figure 1".
  bool is_upper = false;                             ///< Capitals, as in kickers. Latin letters only.
};

/// Lets lines break inside figures after all, at their spaces: for measures that are narrower than a figure. False
/// when there is nothing to let go.
bool loosen_figures(InlineText& text);

/// Inlines to spans. Nothing may come between a number, its unit and its mark: spaces inside a figure and before
/// marks and tags become no-break spaces (claims aside, which are sentences). Signs stand in the text as a letter
/// whose glyph is replaced, page numbers as zeros.
InlineText inline_items(const Context& context, const document::Inlines& inlines, const InlineOptions& options);

}  // namespace briefpack::layout
