#include "text/find_fonts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>

#include "text/font_file.h"

namespace briefpack::text {

namespace {

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Config = std::unique_ptr<FcConfig, Destroy<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using ObjectSet = std::unique_ptr<FcObjectSet, Destroy<FcObjectSetDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

const FcChar8* fc_string(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

/// Where Debian's packages put their fonts. What lies there is taken as it is, since reading the machine's whole font configuration
/// takes longer than setting a page; anything else is looked for by fontconfig.
constexpr std::string_view kFolders[] = {"/usr/share/fonts/opentype/inter/", "/usr/share/fonts/opentype/noto/", "/usr/share/fonts/truetype/noto/"};

std::string family_of(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned size = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string("en", -1), &size, name.data());
  return name.data();
}

/// The face of a collection that has the row's family; a file that is no collection has one face.
std::optional<unsigned> face_in(hb_blob_t* file, const FontRow& row) {
  if (!row.file.ends_with(".ttc")) return 0;
  for (unsigned i = 0; i < hb_face_count(file); ++i) {
    const HbFace face(hb_face_create(file, i));
    if (family_of(face.get()) == row.family) return i;
  }
  return std::nullopt;
}

std::optional<FontPlace> find_packaged(const FontRow& row) {
  for (const std::string_view folder : kFolders) {
    std::string path = std::string(folder).append(row.file);
    const HbBlob file(hb_blob_create_from_file_or_fail(path.c_str()));
    if (!file) continue;
    if (const auto face = face_in(file.get(), row)) return FontPlace{std::move(path), *face};
  }
  return std::nullopt;
}

/// FcFontList matches names, unlike FcFontMatch, which always finds something. Of several copies the first path counts.
std::optional<FontPlace> find_font(FcConfig* config, const FontRow& row) {
  const Pattern pattern(FcPatternCreate());
  if (!pattern) return std::nullopt;
  FcPatternAddString(pattern.get(), FC_FAMILY, fc_string(row.family));
  FcPatternAddString(pattern.get(), FC_STYLE, fc_string(row.style));
  const ObjectSet wanted(FcObjectSetBuild(FC_FILE, FC_INDEX, static_cast<const char*>(nullptr)));
  const FontSet found(FcFontList(config, pattern.get(), wanted.get()));
  if (!found) return std::nullopt;

  std::optional<FontPlace> best;
  for (int i = 0; i < found->nfont; ++i) {
    FcChar8* file = nullptr;
    int index = 0;
    if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
    if (FcPatternGetInteger(found->fonts[i], FC_INDEX, 0, &index) != FcResultMatch) continue;
    const std::string path(reinterpret_cast<const char*>(file));
    if (base_name(path) != row.file) continue;
    // The upper half of the index names an instance of a variable font, whose outlines the file does not hold as they are.
    if (static_cast<unsigned>(index) > 0xFFFF) continue;
    if (!best || path < best->path) best = FontPlace{path, static_cast<unsigned>(index)};
  }
  return best;
}

Diagnostic missing_theme_font(const FontRow& row) {
  Diagnostic error = Diagnostic::io_error("text/missing-font", fmt::format("font not found: {} {} ({})", row.family, row.style, row.file))
                         .hint("install it, or name another as fc-list shows it: family, style and the file without its folder");
  error.span = row.asked_at;
  return error;
}

Diagnostic missing_font(std::string_view package, const std::vector<FontRow>& rows) {
  std::string names;
  for (const FontRow& row : rows) {
    names += fmt::format("{}{} {} ({})", names.empty() ? "" : ", ", row.family, row.style, row.file);
  }
  return Diagnostic::io_error("text/missing-font",
                              fmt::format("{} not found: {}", rows.size() == 1 ? "font" : "fonts", names))
      .hint(fmt::format("install the Debian package {}: apt-get install {}", package, package));
}

}  // namespace

std::optional<FontPlace> find_listed_font(const FontRow& row) {
  const Config config(FcInitLoadConfigAndFonts());
  return config ? find_font(config.get(), row) : std::nullopt;
}

Result<std::vector<FontPlace>> find_fonts(std::span<const FontRow> rows) {
  Config config;
  std::vector<FontPlace> places;
  std::vector<FontRow> missing;
  for (const FontRow& row : rows) {
    auto place = row.package.empty() ? std::nullopt : find_packaged(row);
    if (!place && !config) {
      config.reset(FcInitLoadConfigAndFonts());
      if (!config) return Diagnostic::io_error("text/fontconfig", "the font configuration of this machine cannot be read");
    }
    if (!place) place = find_font(config.get(), row);
    if (place) {
      places.push_back(*std::move(place));
    } else {
      missing.push_back(row);
    }
  }
  if (missing.empty()) return places;

  Diagnostics errors;
  for (const FontRow& row : missing) {
    if (row.package.empty()) errors.push_back(missing_theme_font(row));
  }
  std::erase_if(missing, [](const FontRow& row) { return row.package.empty(); });
  while (!missing.empty()) {
    const std::string package = missing.front().package;
    const auto others =
        std::stable_partition(missing.begin(), missing.end(), [&](const FontRow& r) { return r.package == package; });
    errors.push_back(missing_font(package, {missing.begin(), others}));
    missing.erase(missing.begin(), others);
  }
  return errors;
}

}  // namespace briefpack::text
