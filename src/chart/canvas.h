#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/draw.h"
#include "chart/room.h"
#include "document/chart_spec.h"
#include "geometry/picture.h"

namespace briefpack::chart {

/// The styles of the visual specification, sections 3 and 6, by what they are for.
namespace style {
geometry::TextStyle axis();                        ///< 7 muted, tabular.
geometry::TextStyle panel_head();                  ///< 7 SemiBold ink 2.
geometry::TextStyle row_label(bool is_focus);      ///< 8; focus Bold accent.
geometry::TextStyle sublabel();                    ///< 6.75 muted.
geometry::TextStyle direct_label(bool is_focus);   ///< 8 SemiBold ink, focus Bold accent.
geometry::TextStyle remark();                      ///< 6.75 muted.
geometry::TextStyle key();                         ///< 7 ink 2.
}  // namespace style

/// A text with everything that may hang on it: its figure, note marks and a dispute tag.
struct Label {
  std::string text;
  geometry::TextStyle style;
  document::FigureIndex figure = document::kNone;
  std::vector<document::NoteIndex> notes;
  document::DisputeIndex dispute = document::kNone;  ///< Draws the tag after the marks.
};

/// A label for a chart value: its text, figure and notes. The tag is left to the caller, as brackets may carry it.
Label label_of(const document::ChartValue& value, geometry::TextStyle style);

/// Shapes of one picture in painting order, with the small vocabulary that charts draw in.
class Canvas {
 public:
  Canvas(double width, const std::string& lang, const TextMeasurer& measure, const std::vector<std::string>& dispute_ids)
      : width_(width), lang_(lang), measure_(measure), dispute_ids_(dispute_ids) {}

  double width() const { return width_; }

  /// A chart that runs over pages is drawn as several, which have the scales of the whole.
  void set_whole(const document::ChartSpec& whole, bool is_end) {
    whole_ = &whole;
    is_end_ = is_end;
  }
  bool is_end() const { return is_end_; }  ///< The last part of a chart, or all of it.
  const document::ChartSpec& whole_of(const document::ChartSpec& drawn) const { return whole_ != nullptr ? *whole_ : drawn; }

  /// On a page shorter than the one of the visual specification rows stand closer.
  void set_tight(bool is_tight) { is_tight_ = is_tight; }
  double apart(double usual, double tight) const { return is_tight_ ? tight : usual; }

  const std::string& lang() const { return lang_; }

  void line(geometry::Point from, geometry::Point to, geometry::Color color, double weight, std::vector<double> dash = {});
  /// A line of the grid or axis: it stops before each label that lies on it and goes on behind it.
  void grid(geometry::Point from, geometry::Point to, geometry::Color color, double weight, std::vector<double> dash = {});
  /// A background: labels may stand on it.
  void ground(const geometry::Rect& rect, geometry::Color fill);
  void rect(const geometry::Rect& rect, std::optional<geometry::Color> fill, std::optional<geometry::Stroke> stroke = {},
            document::FigureIndex figure = document::kNone, double radius = 0);
  /// Disputed: white with hatching and a 0.75 ink outline.
  void hatched(const geometry::Rect& rect, document::FigureIndex figure);

  enum class Form { circle, square, diamond };
  enum class Fill { filled, hollow, dashed };
  void point(geometry::Point centre, double radius, Form form, Fill fill, geometry::Color color,
             document::FigureIndex figure = document::kNone);
  /// The status dots: filled, half, open, dashed open (visual specification, section 6).
  void dot(geometry::Point centre, document::SymbolKind kind, geometry::Color color);

  double width_of(std::string_view text, const geometry::TextStyle& style) const { return measure_(text, style); }
  double width_of(const Label& label) const;
  /// Draws a label with its baseline at `at`; returns the box it takes.
  geometry::Rect text(geometry::Point at, geometry::Anchor anchor, const Label& label,
                      std::optional<geometry::Color> patch = {});
  geometry::Rect text(geometry::Point at, geometry::Anchor anchor, std::string text, const geometry::TextStyle& style);

  /// A place where a label may stand: its baseline at `at`.
  struct Spot {
    geometry::Point at;
    geometry::Anchor anchor = geometry::Anchor::start;
  };
  /// Draws a label at the first spot where it lies inside the canvas and touches no mark, data line or label drawn before it;
  /// where no spot is free, on a white patch at the one that covers least (visual specification, section 6).
  /// REQUIRES: at least one spot; marks are drawn before.
  geometry::Rect place(const Label& label, const std::vector<Spot>& spots);
  /// A framed dispute tag whose left edge is at `at.x`, on the baseline `at.y`. Returns its width.
  double tag(geometry::Point at, document::DisputeIndex dispute);

  /// Greedy lines of at most `width` points; a word that is wider breaks between characters.
  std::vector<std::string> wrap(std::string_view text, const geometry::TextStyle& style, double width) const;

  /// Label and sublabel of a row, wrapped to `width`, centred on `middle`. Returns the height taken.
  double row_label(double middle, double width, const document::ChartRow& row);
  double row_label_height(double width, const document::ChartRow& row) const;

  /// The key line under the plot, wrapped to the canvas; returns the y below it.
  double key_line(double top, const std::vector<document::ChartSpec::KeyItem>& key);

  geometry::Picture finish(double height);

 private:
  struct GridLine {
    std::size_t before;         ///< Painted before this shape.
    geometry::Point from, to;
    geometry::Stroke stroke;
  };

  /// Where the letters of a label stand that starts at `left` on its baseline: from figure height to descender.
  geometry::Rect ink_of(const Label& label, geometry::Point left) const;
  std::string tag_text(document::DisputeIndex dispute) const;
  std::vector<geometry::TextPiece> pieces_of(const Label& label) const;

  double width_;
  const document::ChartSpec* whole_ = nullptr;
  bool is_end_ = true, is_tight_ = false;
  std::string lang_;
  const TextMeasurer& measure_;
  const std::vector<std::string>& dispute_ids_;
  std::vector<geometry::Shape> shapes_;
  std::vector<GridLine> grid_;
  Room room_;
};

/// Around the bar of an estimated value.
geometry::Stroke estimated_edge();

/// Point form of a holder: circle for a country, square for a company, diamond for others.
Canvas::Form form_of(document::Holder holder);

}  // namespace briefpack::chart
