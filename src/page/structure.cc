#include "page/structure.h"

#include <array>
#include <cassert>

namespace briefpack::page {

std::string_view name(Role role) {
  // In the order of Role.
  static constexpr std::array<std::string_view, 30> kNames{
      "Document", "Part",  "Sect",      "Div",   "BlockQuote", "Caption", "TOC", "TOCI",  //
      "H1",       "H2",    "H3",        "H4",    "H5",         "H6",      "P",            //
      "L",        "LI",    "Lbl",       "LBody",                                          //
      "Table",    "THead", "TBody",     "TR",    "TH",         "TD",                      //
      "Span",     "Note",  "Reference", "Link",  "Figure",
  };
  static_assert(static_cast<std::size_t>(Role::figure) + 1 == kNames.size());
  return kNames[static_cast<std::size_t>(role)];
}

StructTree::StructTree() {
  constexpr std::size_t kUsualElements = 1000;  // a brief's; more are moved to where there is room
  elements_.reserve(kUsualElements);
  Element document;
  document.role = Role::document;
  elements_.push_back(std::move(document));
}

ElementId StructTree::add(Role role, ElementId parent) {
  Element element;
  element.role = role;
  element.parent = parent;
  return add(std::move(element));
}

ElementId StructTree::add(Element element) {
  assert(element.parent < elements_.size());
  elements_.push_back(std::move(element));
  return static_cast<ElementId>(elements_.size() - 1);
}

}  // namespace briefpack::page
