#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "page/structure.h"
#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// The logical structure as objects (ISO 32000-1, 14.7): collects which pieces of which page belong to which element while
/// the pages are written, then writes the structure tree, the tree that leads back from the pages, and the tree of ids.
class StructWriter {
 public:
  StructWriter(const page::Pages& pages, HaruDoc& doc);

  /// Pages come in order; what follows belongs to this one.
  void begin_page(const HaruDoc::Page& page);
  /// A piece of `element`'s content begins. Returns its number on the page (MCID).
  std::uint32_t add_content(page::ElementId element);
  /// A piece whose glyphs do not tell its text begins: it gets a Span of its own inside `element`, since `pdfinfo` and others
  /// lose what follows a marked sequence inside another one. Returns its number on the page.
  std::uint32_t add_span_content(page::ElementId element);
  /// An annotation on the current page belongs to `element`. Returns its key for StructParent: pages have the keys from 0 on,
  /// annotations those after them.
  std::uint32_t add_annotation(page::ElementId element, ObjectId annotation);

  /// The language that holds for an element's content.
  std::string_view lang_of(page::ElementId element) const { return langs_[element]; }

  /// Writes all objects; returns the StructTreeRoot.
  ObjectId write();

 private:
  /// Something that an element owns: a piece of content, a Span around one, or an annotation.
  struct Kid {
    std::uint32_t order = 0;  ///< Place in the order of the pages.
    std::uint32_t page = 0;
    std::optional<std::uint32_t> mcid;
    ObjectId object;  ///< The Span or the annotation.
    bool is_annotation = false;
  };
  struct SpanElement {
    ObjectId object;
    page::ElementId parent = 0;
    std::uint32_t page = 0, mcid = 0;
  };

  std::string body_of(page::ElementId id) const;
  std::string attributes_of(const page::Element& element) const;
  void append_kids(std::string& to, page::ElementId id, std::optional<std::uint32_t> own_page) const;
  std::optional<std::uint32_t> first_page(page::ElementId id) const;
  void order_children();
  ObjectId parent_tree();
  ObjectId id_tree();

  const page::StructTree& tree_;
  double page_height_;
  std::uint32_t page_count_;
  HaruDoc& doc_;
  ObjectId root_;
  std::vector<ObjectId> objects_;  ///< By element.
  std::vector<std::string> langs_;
  std::vector<std::vector<Kid>> kids_;                  ///< By element, in the order of the pages.
  std::vector<std::vector<page::ElementId>> children_;  ///< By element, in the order of reading.
  std::vector<std::uint32_t> first_order_;              ///< By element: place of the first content in it or below it.
  std::vector<SpanElement> spans_;
  std::vector<ObjectId> pages_;
  std::vector<std::vector<ObjectId>> owners_;  ///< By page and MCID.
  std::vector<ObjectId> annotation_owners_;
  std::uint32_t order_ = 0;
};

}  // namespace briefpack::pdf
