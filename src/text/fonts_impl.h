#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "text/find_fonts.h"
#include "text/font_file.h"
#include "text/font_table.h"
#include "text/fonts.h"
#include "text/plain_words.h"

namespace briefpack::text {

/// The opened faces behind a Fonts, and which font of a stack holds which character.
class Fonts::Impl {
 public:
  Impl(FontBook book, std::vector<FontPlace> places) : book_(std::move(book)), places_(std::move(places)), files_(places_.size()) {}

  const FontBook& book() const { return book_; }
  const FontRow& row(FontId id) const { return book_.rows[id]; }
  /// The order in which `face` asks its fonts; never empty.
  const std::vector<FontId>& stack(geometry::FontFace face) const { return book_.stacks[static_cast<std::size_t>(face)]; }

  const std::vector<FontPlace>& places() const { return places_; }
  /// The face of `id`, opened at its first use; `fault` is set when that fails.
  const FontFile& file(FontId id) { return files_[id] ? *files_[id] : open(id); }
  /// What HarfBuzz need not look for in the font; found out at its first use.
  const PlainWords& plain_words(FontId id);
  /// Opens the program's own Latin fonts, which nearly all text is set in, as if they had been used.
  void open_latin();
  /// The first font of the stack of `face` that holds `code`.
  std::optional<FontId> font_with(geometry::FontFace face, char32_t code);
  /// The same for ASCII; nothing for other characters and those not asked for before.
  std::optional<FontId> known_ascii(geometry::FontFace face, char32_t code) const {
    return code < 0x80 ? ascii_holders_[static_cast<std::size_t>(face)][code] : std::nullopt;
  }
  /// The first that holds all of `codes`, a character with its marks, where composed forms count.
  std::optional<FontId> font_with_all(geometry::FontFace face, std::span<const char32_t> codes);

  std::optional<Diagnostic> fault;

 private:
  const FontFile& open(FontId id);

  FontBook book_;
  std::vector<FontPlace> places_;
  std::vector<std::optional<FontFile>> files_;
  std::unordered_map<FontId, PlainWords> plain_words_;
  /// As holders_, for ASCII, where most characters are.
  std::array<std::array<std::optional<FontId>, 0x80>, 4> ascii_holders_{};
  /// By face and character; looked up only, never walked through.
  std::unordered_map<std::uint64_t, std::optional<FontId>> holders_;
};

}  // namespace briefpack::text
