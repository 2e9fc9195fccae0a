#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "text/find_fonts.h"
#include "text/font_file.h"
#include "text/fonts.h"

namespace briefpack::text {

/// The opened faces behind a Fonts, and which font of a stack holds which character.
class Fonts::Impl {
 public:
  explicit Impl(std::vector<FontPlace> places) : places_(std::move(places)), files_(places_.size()) {}

  const std::vector<FontPlace>& places() const { return places_; }
  /// The face of `id`, opened at its first use; `fault` is set when that fails.
  const FontFile& file(FontId id);
  /// The first font of the stack of `face` that holds `code`.
  std::optional<FontId> font_with(geometry::FontFace face, char32_t code);
  /// The first that holds all of `codes`, a character with its marks, where composed forms count.
  std::optional<FontId> font_with_all(geometry::FontFace face, std::span<const char32_t> codes);

  std::optional<Diagnostic> fault;

 private:
  std::vector<FontPlace> places_;
  std::vector<std::optional<FontFile>> files_;
  /// By face and character; looked up only, never walked through.
  std::unordered_map<std::uint64_t, std::optional<FontId>> holders_;
};

}  // namespace briefpack::text
