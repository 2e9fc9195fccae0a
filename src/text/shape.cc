#include "text/shape.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/paragraph_impl.h"
#include "text/shape_piece.h"

namespace briefpack::text {

class Shaper::Impl {
 public:
  Impl(const Fonts& shaped_with, Lookups lookups) : fonts(shaped_with), shaper_(shaped_with.impl(), lookups) {}

  void shape(ShapedParagraph::Impl& made, std::span<const TextSpan> spans, std::string_view lang, std::optional<double> max_width);
  /// A paragraph of one span that is only looked at: good until the next one.
  const ShapedParagraph::Impl& glance(std::string_view text, const geometry::TextStyle& style, std::string_view lang);

  /// Charts and tables measure the same words again and again.
  double width(std::string_view text, const geometry::TextStyle& style, std::string_view lang);
  void forget_missing() {
    missing.clear();
    widths_.clear();  // what is only looked up meets no character
  }

  const Fonts& fonts;
  std::set<char32_t> missing;

 private:
  /// Shapes one unbreakable part and appends it; cut into smaller parts first where it is too wide.
  void add_part(ShapedParagraph::Impl& to, const Unbreakable& part, std::optional<double> max_width);
  /// Shapes the characters of `range`, which lie in `word`, and returns their width.
  double add_pieces(ShapedParagraph::Impl& to, Range range, bool is_space);

  PieceShaper shaper_;
  ShapedParagraph::Impl glanced_at_;  ///< Kept for its memory.
  std::string width_key_;  ///< Kept for its memory.
  std::unordered_map<std::string, double> widths_;
};

double Shaper::Impl::add_pieces(ShapedParagraph::Impl& to, Range range, bool is_space) {
  const auto& all = to.text.all;
  double width = 0;
  for (std::size_t begin = range.begin; begin < range.end;) {
    const Character& first = all[begin];
    std::size_t end = begin + 1;
    while (end < range.end && all[end].span == first.span && all[end].font == first.font &&
           all[end].level == first.level && all[end].script == first.script) {
      ++end;
    }
    const ParagraphSpan& span = to.spans[first.span];
    const FontFile& file = fonts.impl().file(first.font);
    Piece piece;
    piece.range = {begin, end};
    piece.is_space = is_space;
    piece.scale = span.style.size / file.units();
    piece.tracking = span.style.tracking * span.style.size;
    piece.glyphs =
        shaper_.shape(to.text, piece.range, range, file, span.lang, {span.style.tabular, span.style.tracking == 0});
    width += piece.width();
    to.pieces.push_back(std::move(piece));
    begin = end;
  }
  return width;
}

void Shaper::Impl::add_part(ShapedParagraph::Impl& to, const Unbreakable& part, std::optional<double> max_width) {
  const std::size_t first_piece = to.pieces.size();
  Segment segment;
  segment.breaks_after = part.breaks_after;
  segment.width = add_pieces(to, part.word, false);
  if (max_width && segment.width > *max_width) {
    const auto parts = cut_apart(to.text, part, to.advances(first_piece, part.word), *max_width);
    if (parts.size() > 1) {
      // Letters at the cuts may look different now, so each part is shaped, and measured, by itself.
      to.pieces.resize(first_piece);
      for (const Unbreakable& each : parts)
        add_part(to, each, max_width);
      return;
    }
  }
  segment.space = add_pieces(to, part.space, true);
  if (part.space.end > 0) segment.end = to.text.all[part.space.end - 1].end;
  to.segments.push_back(segment);
  to.piece_ends.push_back(to.pieces.size());
  to.width_ends.push_back(to.width_ends.back() + segment.width + segment.space);
}

void Shaper::Impl::shape(ShapedParagraph::Impl& made, std::span<const TextSpan> spans, std::string_view lang, std::optional<double> max_width) {
  made.fonts = &fonts;
  made.spans.clear();
  made.spans.reserve(spans.size());
  for (const TextSpan& each : spans) {
    made.spans.push_back({each.style, each.lang.empty() ? std::string(lang) : each.lang, each.tag});
  }
  read_characters(spans, lang, made.text);
  const std::size_t parts = made.text.unbreakables.size();
  made.pieces.clear();
  made.pieces.reserve(2 * parts + spans.size());  // a word and a space each; more where fonts change
  made.segments.clear();
  made.segments.reserve(parts);
  made.piece_ends.clear();
  made.piece_ends.reserve(parts);
  made.width_ends.clear();
  made.width_ends.reserve(parts + 1);
  made.width_ends.push_back(0);
  for (const Unbreakable& part : made.text.unbreakables) {
    const std::span<Character> characters(made.text.all);
    set_fonts_and_scripts(characters.subspan(part.word.begin, part.space.end - part.word.begin), spans, fonts.impl(),
                          missing);
    add_part(made, part, max_width);
  }
}

const ShapedParagraph::Impl& Shaper::Impl::glance(std::string_view text, const geometry::TextStyle& style, std::string_view lang) {
  const TextSpan span{std::string(text), style, {}, kNoTag};
  shape(glanced_at_, {&span, 1}, lang, std::nullopt);
  return glanced_at_;
}

double Shaper::Impl::width(std::string_view text, const geometry::TextStyle& style, std::string_view lang) {
  constexpr std::size_t kMostWidths = 20'000;
  const auto add_bytes = [&](const auto& value) { width_key_.append(reinterpret_cast<const char*>(&value), sizeof value); };
  width_key_ = text;
  add_bytes(style.face);
  add_bytes(style.size);
  add_bytes(style.tabular);
  add_bytes(style.tracking);
  width_key_ += lang;
  add_bytes(lang.size());  // where it begins
  if (const auto known = widths_.find(width_key_); known != widths_.end()) return known->second;
  const double width = glance(text, style, lang).width_ends.back();
  if (widths_.size() >= kMostWidths) widths_.clear();
  widths_.emplace(width_key_, width);
  return width;
}

Shaper::Shaper(const Fonts& fonts, Lookups lookups) : impl_(std::make_unique<Impl>(fonts, lookups)) {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

ShapedParagraph Shaper::paragraph(std::span<const TextSpan> spans, std::string_view lang,
                                  std::optional<double> max_width) {
  auto made = std::make_unique<ShapedParagraph::Impl>();
  impl_->shape(*made, spans, lang, max_width);
  return ShapedParagraph(std::move(made));
}

ShapedText Shaper::line(std::string_view text, const geometry::TextStyle& style, std::string_view lang) {
  const ShapedParagraph::Impl& paragraph = impl_->glance(text, style, lang);
  return paragraph.make_line(paragraph.pieces);
}

double Shaper::width(std::string_view text, const geometry::TextStyle& style, std::string_view lang) {
  return impl_->width(text, style, lang);
}

std::vector<char32_t> Shaper::missing() const { return {impl_->missing.begin(), impl_->missing.end()}; }

std::size_t Shaper::missing_count() const { return impl_->missing.size(); }

std::optional<Diagnostic> Shaper::missing_warning() const {
  constexpr std::size_t kMostNamed = 20;
  if (impl_->missing.empty()) return std::nullopt;
  std::string names;
  std::size_t named = 0;
  for (const char32_t code : impl_->missing) {
    if (named++ == kMostNamed) break;
    if (!names.empty()) names += ", ";
    names += fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
  }
  if (impl_->missing.size() > kMostNamed) names += fmt::format(" and {} more", impl_->missing.size() - kMostNamed);
  return Diagnostic::warning("text/no-font", {}, fmt::format("no font has {}; U+FFFD is printed instead", names));
}

void Shaper::forget_missing() { impl_->forget_missing(); }

const Fonts& Shaper::fonts() const { return impl_->fonts; }

}  // namespace briefpack::text
