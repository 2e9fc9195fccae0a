#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "pdf/embedded_font.h"
#include "pdf/embedded_images.h"
#include "pdf/haru_doc.h"
#include "pdf/struct_writer.h"
#include "text/glyph_run.h"

namespace briefpack::pdf {

/// The document's fonts by their number in text/.
using EmbeddedFonts = std::map<text::FontId, std::unique_ptr<EmbeddedFont>>;

/// Items of one page to the operators of its content stream (ISO 32000-1, annex A). Everything that paints lies in a marked
/// sequence, of an element or of an artifact; neighbours with the same owner share one. Colours, widths and fonts are set
/// when they change.
class ContentWriter {
 public:
  ContentWriter(const page::Pages& pages, const HaruDoc::Page& page, EmbeddedFonts& fonts, EmbeddedImages& images,
                StructWriter& structure, HaruDoc& doc);

  void add(const page::Item& item);
  /// The stream. Call it once.
  std::string finish();

 private:
  /// Who owns a marked sequence; two that compare equal share one.
  struct Mark {
    page::ElementId element = page::kArtifact;
    page::ArtifactKind artifact = page::ArtifactKind::layout;
    std::string lang;         ///< Empty is as the element.
    std::string actual_text;  ///< The text of glyphs that do not tell it; such a sequence is never shared.
    friend bool operator==(const Mark&, const Mark&) = default;
  };
  /// Glyphs of a run that one marked sequence holds.
  struct Part {
    std::size_t first = 0, last = 0;
    std::string actual_text;
  };
  /// What the stream has set so far.
  struct State {
    geometry::Rgb fill, stroke;
    double width = 1;
    std::vector<double> dash;
  };

  void add_text(const page::TextItem& item);
  void add_path(const page::PathItem& item);
  void add_image(const page::ImageItem& item);

  void begin_mark(const Mark& mark);
  void end_mark();
  void begin_text();
  void end_text();

  /// Glyphs [first, last) of the item's run, in the order in which they are read; `x` is where the leftmost one's origin lies.
  void show(const page::TextItem& item, std::size_t first, std::size_t last, double x);
  void set_font(const text::GlyphRun& run);
  void move_to(double x, double y);
  void set_fill(geometry::Color color);
  void set_stroke(const geometry::Stroke& stroke);
  void append_path(const geometry::Path& path, geometry::Point at);
  void append_hatch(const page::PathItem& item);
  void point(geometry::Point p);

  const page::StructTree& tree_;
  const geometry::Palette& palette_;
  const double page_height_;
  const HaruDoc::Page& page_;
  EmbeddedFonts& fonts_;
  EmbeddedImages& images_;
  StructWriter& structure_;
  HaruDoc& doc_;
  std::string out_;
  State state_;
  std::optional<Mark> mark_;
  bool in_text_ = false;
  std::int64_t line_x_ = 0, line_y_ = 0;  ///< Start of the text line, hundredths of a point, y up.
  std::optional<text::FontId> font_;
  double font_size_ = 0;
  // Of the text being added; members for their memory.
  std::vector<EmbeddedFont::Code> codes_;  ///< By glyph.
  std::vector<text::Cluster> clusters_;
  std::vector<Part> parts_;                ///< From left to right.
  std::vector<double> places_;             ///< Of glyphs that are shown together, from the first.
};

}  // namespace briefpack::pdf
