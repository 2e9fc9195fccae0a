#pragma once

#include <cstdint>
#include <memory>
#include <string>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

#include "text/find_fonts.h"
#include "text/fonts.h"

namespace briefpack::text {

/// Frees a HarfBuzz object.
template <auto destroy>
struct HbDestroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, HbDestroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HbDestroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDestroy<hb_font_destroy>>;

/// One face of a font file, mapped into memory: a page of the file counts only once it was read. Scaled to font units.
class FontFile {
 public:
  explicit FontFile(const FontPlace& place);

  /// False when the file cannot be read or is no OpenType font. It then holds no character, but may be used like any other.
  bool is_usable() const { return is_usable_; }
  hb_face_t* face() const { return face_.get(); }
  hb_font_t* font() const { return font_.get(); }
  /// Font units in one font size.
  unsigned units() const { return units_; }
  bool has_cff() const { return has_cff_; }
  /// What the font itself says of its licence (OpenType 1.9, OS/2 fsType).
  bool may_be_embedded() const { return may_be_embedded_; }
  const FontMetrics& metrics() const { return metrics_; }
  const std::string& postscript_name() const { return postscript_name_; }
  bool has(char32_t code) const;
  bool has_space() const { return has_space_; }

 private:
  HbFace face_;
  HbFont font_;
  unsigned units_ = 1000;
  bool is_usable_ = false;
  bool has_cff_ = false;
  bool has_space_ = false;
  bool may_be_embedded_ = true;
  FontMetrics metrics_;
  std::string postscript_name_;
};

/// The bytes of one table, empty when the face has none.
std::string table(hb_face_t* face, const char (&tag)[5]);

}  // namespace briefpack::text
