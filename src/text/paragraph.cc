#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.h"
#include "text/paragraph_impl.h"

namespace briefpack::text {

namespace {

/// Rule L2 of UAX #9: from the highest level down to the lowest odd one, each stretch at that level or above is turned round.
void put_in_visual_order(std::vector<const Piece*>& line, const Characters& text) {
  const auto level = [&](const Piece* piece) { return text.all[piece->range.begin].level; };
  std::uint8_t highest = 0;
  for (const Piece* piece : line)
    highest = std::max(highest, level(piece));
  for (std::uint8_t at_least = highest; at_least > 0; --at_least) {
    for (auto begin = line.begin(); begin != line.end();) {
      begin = std::find_if(begin, line.end(), [&](const Piece* p) { return level(p) >= at_least; });
      const auto end = std::find_if(begin, line.end(), [&](const Piece* p) { return level(p) < at_least; });
      std::reverse(begin, end);
      begin = end;
    }
  }
}

}  // namespace

std::vector<double> ShapedParagraph::Impl::advances(std::size_t first_piece, Range range) const {
  std::vector<double> widths(range.end - range.begin, 0);
  for (std::size_t i = first_piece; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    for (const UnitGlyph& glyph : piece.glyphs->glyphs) {
      const double tracking = glyph.ends_cluster ? piece.tracking : 0;
      widths[piece.range.begin + glyph.cluster - range.begin] += glyph.advance * piece.scale + tracking;
    }
  }
  return widths;
}

Piece ShapedParagraph::Impl::hidden_space(const Piece& spaces) const {
  Piece hidden = spaces;
  hidden.range.end = hidden.range.begin + 1;
  auto glyphs = std::make_shared<PieceGlyphs>();
  if (!spaces.glyphs->glyphs.empty()) {
    UnitGlyph glyph;
    glyph.id = spaces.glyphs->glyphs.front().id;
    glyphs->glyphs.push_back(glyph);
  }
  hidden.glyphs = std::move(glyphs);
  return hidden;
}

/// Adds a piece at the right end of a run. In a run from right to left its text comes before that of the run.
void ShapedParagraph::Impl::append(GlyphRun& run, const Piece& piece) const {
  std::string before;
  if (run.right_to_left) before = std::exchange(run.text, {});
  const auto characters = std::span(text.all).subspan(piece.range.begin, piece.range.end - piece.range.begin);
  thread_local std::vector<std::uint32_t> offsets;  // byte of each character of the piece; kept for its memory
  offsets.resize(characters.size());
  std::size_t size = run.text.size(), ascii = 0;
  run.text.resize(size + characters.size());
  for (; ascii < characters.size() && characters[ascii].code < 0x80; ++ascii) {  // mostly all
    offsets[ascii] = static_cast<std::uint32_t>(size);
    run.text[size++] = static_cast<char>(characters[ascii].code);
  }
  run.text.resize(size);
  for (std::size_t i = ascii; i < characters.size(); ++i) {
    offsets[i] = static_cast<std::uint32_t>(run.text.size());
    append_utf8(run.text, characters[i].code);
  }
  if (run.right_to_left) {
    for (Glyph& glyph : run.glyphs)
      glyph.cluster += static_cast<std::uint32_t>(run.text.size());
    run.text += before;
  }
  for (const UnitGlyph& unit : piece.glyphs->glyphs) {
    Glyph& glyph = run.glyphs.emplace_back();
    glyph.id = unit.id;
    glyph.cluster = offsets[unit.cluster];
    glyph.advance = static_cast<float>(unit.advance * piece.scale + (unit.ends_cluster ? piece.tracking : 0));
    glyph.dx = static_cast<float>(unit.dx * piece.scale);
    glyph.dy = static_cast<float>(-unit.dy * piece.scale);
  }
  run.width += piece.width();
}

GlyphRun ShapedParagraph::Impl::new_run(std::span<const Piece* const> alike) const {
  const Character& first = text.all[alike.front()->range.begin];
  const ParagraphSpan& span = spans[first.span];
  GlyphRun run;
  run.font = first.font;
  run.style = span.style;
  run.right_to_left = first.level & 1;
  run.tag = span.tag;
  run.lang = span.lang;
  run.order = static_cast<std::uint32_t>(alike.front()->range.begin);
  std::size_t characters = 0, glyphs = 0;
  for (const Piece* piece : alike) {
    characters += piece->range.end - piece->range.begin;
    glyphs += piece->glyphs->glyphs.size();
    run.order = std::min(run.order, static_cast<std::uint32_t>(piece->range.begin));
  }
  run.text.reserve(characters);
  run.glyphs.reserve(glyphs);
  return run;
}

ShapedText ShapedParagraph::Impl::make_line(std::span<const Piece> line) const {
  thread_local std::vector<const Piece*> visual;  // kept for its memory
  visual.clear();
  for (const Piece& piece : line)
    visual.push_back(&piece);
  put_in_visual_order(visual, text);

  const auto look_alike = [&](const Piece* a, const Piece* b) {
    const Character &of_a = text.all[a->range.begin], &of_b = text.all[b->range.begin];
    return of_a.span == of_b.span && of_a.font == of_b.font && (of_a.level & 1) == (of_b.level & 1);
  };
  ShapedText made;
  for (auto begin = visual.begin(); begin != visual.end();) {
    const auto end = std::find_if(begin + 1, visual.end(), [&](const Piece* each) { return !look_alike(*begin, each); });
    GlyphRun& run = made.runs.emplace_back(new_run({begin, end}));
    for (; begin != end; ++begin) append(run, **begin);
    const FontMetrics& metrics = fonts->metrics(run.font);
    made.ascent = std::max(made.ascent, metrics.ascender * run.style.size + run.style.rise);
    made.descent = std::max(made.descent, metrics.descender * run.style.size - run.style.rise);
  }
  for (const GlyphRun& run : made.runs)
    made.width += run.width;
  return made;
}

ShapedParagraph::ShapedParagraph(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ShapedParagraph::ShapedParagraph(ShapedParagraph&&) noexcept = default;
ShapedParagraph& ShapedParagraph::operator=(ShapedParagraph&&) noexcept = default;
ShapedParagraph::~ShapedParagraph() = default;

const std::vector<Segment>& ShapedParagraph::segments() const { return impl_->segments; }

double ShapedParagraph::width(std::size_t first, std::size_t last) const {
  assert(first <= last && last <= impl_->segments.size());
  if (first == last) return 0;
  return impl_->width_ends[last] - impl_->width_ends[first] - impl_->segments[last - 1].space;
}

ShapedText ShapedParagraph::line(std::size_t first, std::size_t last) const {
  assert(first <= last && last <= impl_->segments.size());
  if (first == last) return {};
  const std::size_t begin = first == 0 ? 0 : impl_->piece_ends[first - 1];
  std::size_t end = impl_->piece_ends[last - 1];
  while (end > begin && impl_->pieces[end - 1].is_space) {
    --end;
  }
  const auto words = std::span<const Piece>(impl_->pieces).subspan(begin, end - begin);
  const bool is_last_line = last == impl_->segments.size(), has_space = end < impl_->piece_ends[last - 1];
  if (is_last_line || !has_space) return impl_->make_line(words);
  // Readers of the structure join lines as they are (ISO 32000-1, 14.8.2.5), so the words need something between them.
  std::vector<Piece> line(words.begin(), words.end());
  line.push_back(impl_->hidden_space(impl_->pieces[end]));
  return impl_->make_line(line);
}

bool ShapedParagraph::is_right_to_left() const { return impl_->text.is_right_to_left; }

}  // namespace briefpack::text
