#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/places.h"
#include "page/structure.h"
#include "text/shape.h"

namespace briefpack::layout {

/// A new element, not yet in the tree.
inline page::Element element_of(page::Role role, page::ElementId parent) {
  page::Element element;
  element.role = role;
  element.parent = parent;
  return element;
}

/// What all phases share while one document is laid out: the inputs, the structure tree that grows, and where in the
/// document we are.
struct Context {
  const document::Document& document;
  text::Shaper& shaper;
  page::StructTree& structure;
  document::Places& places;
  Diagnostics& warnings;

  std::map<std::string, std::string> targets = {};  ///< Everything a link can lead to: label and title.
  std::map<std::string, int> digits =
      {};  ///< How many digits the page number of a label has; 1 when it is not in here.
  std::vector<std::string> dispute_ids = {};  ///< "D1" by index.
  bool is_tight = false;   ///< The page is shorter than that of the visual specification: rows of tables and charts stand closer.
  double page_room = 700;  ///< Height of the body of a page that holds nothing else, without notes. Points.

  std::string lang = {};  ///< Of the section being laid out.
  const document::Section* page_words = nullptr;  ///< The section, for what layout alone knows when to say; none on a chart's own sheet.
  document::Section::Variant variant = document::Section::Variant::plain;
  page::ElementId section = page::kDocument;
  std::string exhibit = {};  ///< Name of the exhibit being laid out, for the places of its figures.
  SourceSpan place = {};     ///< What in the template asks for the block being laid out.
  SourceSpan missing_place = {};  ///< The same for the first text with a character that no font has.
  /// Keeps `where` as that place, if characters without a font were met since the shaper knew `before` of them.
  void keep_missing_place(std::size_t before, const SourceSpan& where) {
    if (shaper.missing_count() > before && !missing_place.is_known()) missing_place = where;
  }
  int heading_level = 0;     ///< Of the last heading, so that no level is skipped.

  const text::Fonts& fonts() const { return shaper.fonts(); }
  bool is_target(const std::string& label) const { return !label.empty() && targets.contains(label); }
  int digits_of(const std::string& label) const {
    const auto found = digits.find(label);
    return found == digits.end() ? 1 : found->second;
  }
};

}  // namespace briefpack::layout
