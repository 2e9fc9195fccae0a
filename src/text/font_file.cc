#include "text/font_file.h"

#include <array>
#include <string_view>

#include <hb-ot.h>

namespace briefpack::text {

namespace {

/// Big-endian number at `at`; 0 behind the end, as for a table cut short.
int unsigned16(const std::string& bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}
int signed16(const std::string& bytes, std::size_t at) { return static_cast<std::int16_t>(unsigned16(bytes, at)); }

FontMetrics read_metrics(hb_face_t* face, hb_font_t* font, double units) {
  FontMetrics m;
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  m.ascender = extents.ascender / units;
  m.descender = -extents.descender / units;
  hb_position_t cap = 0, x = 0;
  hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
  hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_X_HEIGHT, &x);
  m.cap_height = cap / units;
  m.x_height = x / units;

  const std::string head = table(face, "head");  // OpenType 1.9: xMin yMin xMax yMax at 36
  m.left = signed16(head, 36) / units;
  m.bottom = signed16(head, 38) / units;
  m.right = signed16(head, 40) / units;
  m.top = signed16(head, 42) / units;
  const std::string post = table(face, "post");  // italicAngle, 16.16 at 4
  m.italic_angle = signed16(post, 4) + unsigned16(post, 6) / 65536.0;
  const std::string os2 = table(face, "OS/2");  // usWeightClass at 4
  if (const int weight = unsigned16(os2, 4)) m.weight = weight;
  return m;
}

/// Only what needs no escape in a PDF name.
std::string read_postscript_name(hb_face_t* face) {
  std::array<char, 128> buffer{};
  unsigned size = buffer.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer.data());
  std::string name;
  for (const char c : std::string_view(buffer.data())) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    if (plain) name += c;
  }
  return name.empty() ? "Font" : name;
}

}  // namespace

std::string table(hb_face_t* face, const char (&tag)[5]) {
  const HbBlob blob(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3])));
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  return bytes ? std::string(bytes, size) : std::string();
}

FontFile::FontFile(const FontPlace& place) {
  // HarfBuzz makes an empty face of an empty blob, so nothing below has to ask whether there is one.
  HbBlob blob(hb_blob_create_from_file_or_fail(place.path.c_str()));
  if (blob && place.face >= hb_face_count(blob.get())) blob.reset();
  face_.reset(hb_face_create(blob ? blob.get() : hb_blob_get_empty(), place.face));
  font_.reset(hb_font_create(face_.get()));  // scale: font units
  is_usable_ = hb_face_get_glyph_count(face_.get()) > 0;
  units_ = hb_face_get_upem(face_.get());
  const HbBlob cff(hb_face_reference_table(face_.get(), HB_TAG('C', 'F', 'F', ' ')));
  has_cff_ = hb_blob_get_length(cff.get()) > 0;
  has_space_ = has(U' ');
  metrics_ = read_metrics(face_.get(), font_.get(), units_);
  postscript_name_ = read_postscript_name(face_.get());
  const int licence = unsigned16(table(face_.get(), "OS/2"), 8);
  constexpr int kUsage = 0x000F, kRestricted = 0x0002, kNoSubsetting = 0x0100;
  may_be_embedded_ = (licence & kUsage) != kRestricted && (licence & kNoSubsetting) == 0;
}

bool FontFile::has(char32_t code) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), code, &glyph);
}

}  // namespace briefpack::text
