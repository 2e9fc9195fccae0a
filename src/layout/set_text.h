#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.h"
#include "layout/break_lines.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/inline_items.h"

namespace briefpack::layout {

/// One line of text. Its ink begins at the line's top left corner; marks that hang stand to the right of `width`.
struct LineBox {
  double width = 0;  ///< With what hangs, points.
  double hang = 0;
  Ink ink;
};

struct LineSetting {
  double measure = 0;  ///< Points.
  double gutter = 0;   ///< Room to the right of the measure in which marks and tags may hang.
  document::Align align = document::Align::left;
  page::ElementId element = page::kArtifact;  ///< Owner of the text; links become its children. An artifact has none.
  page::ArtifactKind artifact = page::ArtifactKind::layout;
};

/// What stands behind the whole part of the one number in a text.
struct DecimalTail {
  double width = 0;           ///< Decimals and unit, points.
  std::string unit;           ///< "%", " bn": all behind the digits.
  bool has_fraction = false;
};

/// A paragraph that is shaped once, measured as often as a table needs and then set.
class PreparedText {
 public:
  PreparedText(Context& context, const document::Inlines& inlines, InlineOptions options);

  bool is_empty() const { return text_.items.empty(); }
  /// Width on one line, without what hangs at its end. Points.
  double natural_width() const;
  /// Width of its widest unbreakable part, without what hangs.
  double least_width() const;
  /// Width of the marks and tags that hang at its end.
  double end_hang() const;
  /// Nothing when the text does not hold exactly one number, or `point` is not what may stand before its decimals.
  std::optional<DecimalTail> decimal_tail(std::string_view point) const;
  /// Lets lines break inside figures at their spaces, as a narrow measure would.
  void loosen();
  std::size_t line_count(double measure, double gutter = 0);
  double leading() const { return options_.form.leading; }

  /// The lines, placed in the measure. Makes the elements of links, so it is called once; a second time only for
  /// an artifact (the repeated head of a table).
  std::vector<LineBox> set(const LineSetting& setting);

 private:
  double least_width(double gutter) const;
  void shape(std::optional<double> max_width);
  std::vector<LineSpan> break_into(double measure, double gutter);
  LineBox set_line(const LineSpan& line, const LineSetting& setting, const std::vector<page::ElementId>& elements);
  void add_link(Ink& ink, const InlineItem& item, page::ElementId element, const geometry::Rect& area,
                const std::string& words) const;
  std::vector<page::ElementId> add_elements(page::ElementId owner);

  Context* context_;
  InlineOptions options_;
  InlineText text_;
  std::optional<text::ShapedParagraph> shaped_;
  std::vector<SegmentExtra> extra_;
  std::vector<bool> is_started_;  // items of which a run has been set
};

/// A stack of lines: one fragment each, so that a paragraph can run over pages, at least two lines on each.
Fragment paragraph_of(std::vector<LineBox> lines, double width, double leading);

/// Prepares, sets and stacks in one step.
Fragment set_paragraph(Context& context, const document::Inlines& inlines, const InlineOptions& options,
                       const LineSetting& setting);

/// One line of plain text in one style; `align` says what `at.x` is. The baseline is at `at.y`.
void set_plain(Context& context, Ink& ink, std::string_view text, const geometry::TextStyle& style, geometry::Point at,
               document::Align align, page::ElementId element,
               page::ArtifactKind artifact = page::ArtifactKind::layout);

/// Adds the link of a note mark that stands at `box`, and its element below `owner`.
void link_mark(Context& context, Ink& ink, document::NoteIndex note, page::ElementId link, const geometry::Rect& box);

/// Notes that the figure stands in the exhibit being laid out, if one is.
void record_exhibit(Context& context, document::FigureIndex figure);

}  // namespace briefpack::layout
