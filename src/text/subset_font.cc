#include "text/subset_font.h"

#include <hb-subset.h>

#include "text/cff_charset.h"

namespace briefpack::text {

namespace {

using Input = std::unique_ptr<hb_subset_input_t, HbDestroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, HbDestroy<hb_subset_plan_destroy>>;

/// A PDF viewer needs outlines and advances only. Without GSUB no glyph is added that the layout rules could reach.
constexpr const char* kDroppedTables[] = {
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "cmap", "OS/2", "name", "post", "DSIG", "STAT",
    "vhea", "vmtx", "VORG", "hdmx", "VDMX", "LTSH", "gasp", "kern", "meta", "SVG ", "COLR", "CPAL",
    "CBDT", "CBLC", "sbix", "morx", "feat", "trak", "prop", "cvt ", "fpgm", "prep",
};

Input make_input(const std::vector<std::uint16_t>& glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint16_t glyph : glyphs)
    hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* name : kDroppedTables)
    hb_set_add(dropped, hb_tag_from_string(name, 4));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

/// A face of the tables that a bare CFF program comes from. HarfBuzz looks at all characters of a font before it drops `cmap`,
/// which takes it longer than all the rest.
HbFace outlines_of(hb_face_t* whole) {
  const auto table_of = [](hb_face_t*, hb_tag_t tag, void* face) -> hb_blob_t* {
    switch (tag) {
      case HB_TAG('C', 'F', 'F', ' '):
      case HB_TAG('h', 'e', 'a', 'd'):
      case HB_TAG('h', 'h', 'e', 'a'):
      case HB_TAG('h', 'm', 't', 'x'):
      case HB_TAG('m', 'a', 'x', 'p'):
        return hb_face_reference_table(static_cast<hb_face_t*>(face), tag);
      default:
        return nullptr;
    }
  };
  return HbFace(hb_face_create_for_tables(table_of, whole, nullptr));
}

}  // namespace

std::optional<FontSubset> subset_font(const FontFile& file, const std::vector<std::uint16_t>& glyphs) {
  const Input input = make_input(glyphs);
  if (!input) return std::nullopt;
  const HbFace outlines = file.has_cff() ? outlines_of(file.face()) : HbFace(hb_face_reference(file.face()));
  const Plan plan(hb_subset_plan_create_or_fail(outlines.get(), input.get()));
  if (!plan) return std::nullopt;
  const HbFace face(hb_subset_plan_execute_or_fail(plan.get()));
  if (!face) return std::nullopt;

  FontSubset subset;
  subset.glyph_count = hb_face_get_glyph_count(face.get());
  CffCharset charset;
  if (file.has_cff()) {
    subset.kind = FontSubset::Kind::cff;
    subset.program = table(face.get(), "CFF ");
    const auto read = read_cff_charset(subset.program, subset.glyph_count);
    if (!read) return std::nullopt;
    charset = *read;
  } else {
    const HbBlob blob(hb_face_reference_blob(face.get()));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &size);
    if (!bytes) return std::nullopt;
    subset.program.assign(bytes, size);
  }

  const hb_map_t* new_numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  const hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(wanted, &glyph);) {
    const hb_codepoint_t number = hb_map_get(new_numbers, glyph);
    if (number >= subset.glyph_count) return std::nullopt;
    const auto in_program = charset.is_cid_keyed ? charset.cids[number] : static_cast<std::uint16_t>(number);
    subset.numbers.emplace_back(static_cast<std::uint16_t>(glyph), in_program);
  }
  return subset;
}

}  // namespace briefpack::text
