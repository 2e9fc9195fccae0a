#include "text/fonts.h"

#include <cassert>

#include <fmt/format.h>

#include "text/font_table.h"
#include "text/fonts_impl.h"
#include "text/subset_font.h"

namespace briefpack::text {

namespace {

std::string reinstall(const FontRow& row) {
  return row.package.empty() ? fmt::format("install {} again", row.file) : fmt::format("reinstall the Debian package {}", row.package);
}

}  // namespace

const FontFile& Fonts::Impl::open(FontId id) {
  assert(id < files_.size());
  const FontFile& file = files_[id].emplace(places_[id]);
  if (!file.is_usable() && !fault) {
    fault = Diagnostic::io_error("text/unreadable-font", fmt::format("font file {} cannot be read", places_[id].path))
                .hint(reinstall(row(id)));
  } else if (!file.may_be_embedded() && !fault) {
    fault = Diagnostic::io_error("text/no-embedding", fmt::format("the licence of {} {} forbids to embed a part of it", row(id).family, row(id).style))
                .hint("name another font in the theme");
    fault->span = row(id).asked_at;
  }
  return file;
}

const PlainWords& Fonts::Impl::plain_words(FontId id) { return plain_words_.try_emplace(id, file(id).font()).first->second; }

void Fonts::Impl::open_latin() {
  for (const auto& stack : book_.stacks) {
    if (!row(stack.front()).package.empty()) plain_words(stack.front());
  }
}

std::optional<FontId> Fonts::Impl::font_with(geometry::FontFace face, char32_t code) {
  std::optional<FontId>* ascii = code < 0x80 ? &ascii_holders_[static_cast<std::size_t>(face)][code] : nullptr;
  if (ascii && *ascii) return *ascii;
  const std::uint64_t key = static_cast<std::uint64_t>(face) << 32 | code;
  const auto [entry, is_new] = holders_.try_emplace(key);
  if (is_new) {
    for (const FontId id : stack(face)) {
      if (!file(id).has(code)) continue;
      entry->second = id;
      break;
    }
  }
  if (ascii) *ascii = entry->second;
  return entry->second;
}

namespace {

/// HarfBuzz composes a character and its mark when the font holds only the composed form.
bool holds_all(const FontFile& file, std::span<const char32_t> codes) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  hb_codepoint_t base = codes.front();
  bool holds_base = file.has(base);
  for (const char32_t mark : codes.subspan(1)) {
    hb_codepoint_t composed = 0;
    if (hb_unicode_compose(unicode, base, mark, &composed) && file.has(composed)) {
      base = composed;
      holds_base = true;
    } else if (!file.has(mark)) {
      return false;
    }
  }
  return holds_base;
}

}  // namespace

std::optional<FontId> Fonts::Impl::font_with_all(geometry::FontFace face, std::span<const char32_t> codes) {
  for (const FontId id : stack(face)) {
    if (holds_all(file(id), codes)) return id;
  }
  return std::nullopt;
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

const std::string& Fonts::postscript_name(FontId font) const { return impl_->file(font).postscript_name(); }

const FontMetrics& Fonts::metrics(FontId font) const { return impl_->file(font).metrics(); }

FontId Fonts::first_font(geometry::FontFace face) const { return impl_->stack(face).front(); }

double Fonts::advance(FontId font, std::uint16_t glyph) const {
  const FontFile& file = impl_->file(font);
  return static_cast<double>(hb_font_get_glyph_h_advance(file.font(), glyph)) / file.units();
}

geometry::Rect Fonts::ink(FontId font, std::uint16_t glyph) const {
  const FontFile& file = impl_->file(font);
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(file.font(), glyph, &extents)) return {};
  // HarfBuzz: y up, height negative.
  const double units = file.units();
  return {extents.x_bearing / units, -extents.y_bearing / units, extents.width / units, -extents.height / units};
}

const std::optional<Diagnostic>& Fonts::fault() const { return impl_->fault; }

Fonts Fonts::again() const { return Fonts(std::make_unique<Impl>(impl_->book(), impl_->places())); }

Result<FontSubset> Fonts::subset(FontId font, const std::vector<std::uint16_t>& glyphs) const {
  const FontFile& file = impl_->file(font);
  if (auto subset = subset_font(file, glyphs)) return *std::move(subset);
  return Diagnostic::io_error("text/subset",
                              fmt::format("font {} is damaged: no part of it can be taken out", file.postscript_name()))
      .hint(reinstall(impl_->row(font)));
}

Result<Fonts> load_fonts(const theme::Fonts& of_theme) {
  FontBook book = font_book(of_theme);
  auto places = find_fonts(book.rows);
  if (!places) return places.take_diagnostics();
  auto impl = std::make_unique<Fonts::Impl>(std::move(book), std::move(places).value());
  impl->open_latin();
  return Fonts(std::move(impl));
}

}  // namespace briefpack::text
