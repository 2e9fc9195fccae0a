#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geometry/geometry.h"

namespace briefpack::page {

/// Index of an element in a StructTree.
using ElementId = std::uint32_t;
/// The element of items that are no content: rules, headers, footers, backgrounds.
inline constexpr ElementId kArtifact = 0xFFFFFFFF;
/// The whole document: every StructTree has it as its first element.
inline constexpr ElementId kDocument = 0;

/// Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4), those that we use. `h1` to `h6` must not skip a level.
enum class Role : std::uint8_t {
  document,
  part,
  sect,
  div,
  block_quote,
  caption,
  toc,
  toci,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  l,
  li,
  lbl,
  lbody,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  span,
  note,
  reference,
  link,
  figure,
};

/// "H1", "TOCI": the name in the PDF and in dumps.
std::string_view name(Role role);

enum class Scope : std::uint8_t { none, row, column, both };
enum class ListNumbering : std::uint8_t { none, disc, decimal };

/// A node of the logical structure. Rules that the checker of the PDF holds us to: a figure has `alt` and `box`; a TH has
/// a scope; a note has an `id`; a link owns at least one LinkArea; TR stands in Table, THead or TBody, TH and TD in TR,
/// LI in L, LBody in LI, TOCI in TOC.
struct Element {
  Role role = Role::p;
  ElementId parent = kDocument;
  std::string alt;          ///< What a figure shows, in words, for those who do not see it.
  std::string actual_text;  ///< The logical text of the content where the glyphs do not give it.
  std::string lang;         ///< BCP 47; empty is as the parent.
  std::string id;           ///< Unique in the document; for notes and for header cells.
  std::string title;        ///< For navigation panes; seldom shown.
  Scope scope = Scope::none;
  std::uint16_t column_span = 1, row_span = 1;
  ListNumbering numbering = ListNumbering::none;
  std::string summary;                ///< Of a table: how it is built.
  std::optional<geometry::Rect> box;  ///< On the page of its first content; for figures and tables.
};

/// The logical structure. Children of one parent are read in the order in which they were added; an element's own
/// content stands before a child when it was placed on its page before that child's first content.
class StructTree {
 public:
  StructTree();
  ElementId add(Role role, ElementId parent);
  ElementId add(Element element);
  Element& operator[](ElementId id) { return elements_[id]; }
  const Element& operator[](ElementId id) const { return elements_[id]; }
  const std::vector<Element>& elements() const { return elements_; }

 private:
  std::vector<Element> elements_;  ///< [0] is the Document, a parent comes before its children.
};

}  // namespace briefpack::page
