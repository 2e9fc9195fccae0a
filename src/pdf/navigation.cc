#include "pdf/navigation.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

/// An explicit destination, to the point: nobody scrolls finer, and there is one for each note mark. libharu's own refuses a
/// zoom of 0, which keeps the reader's.
std::string destination(const page::Destination& to, const page::Pages& pages,
                        const std::vector<HaruDoc::Page>& objects) {
  if (to.page >= objects.size())
    throw PdfError(fmt::format("a link leads to page {} of {}", to.page + 1, objects.size()));
  std::string out = "[";
  objects[to.page].object.append_reference(out);
  out += "/XYZ ";
  append_number(out, std::floor(to.at.x));
  out += ' ';
  append_number(out, std::ceil(pages.size.height - to.at.y));
  return out + " null]";
}

/// A URI may hold ASCII only (ISO 32000-1, 12.6.4.7); the rest is percent-encoded as RFC 3987 maps IRIs.
std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    if (c > 0x20 && c < 0x7F) {
      out += c;
    } else {
      out += '%';
      append_hex(out, std::string_view(&c, 1));
    }
  }
  return out;
}

/// A bookmark and the numbers of its neighbours in the list, -1 where there is none.
struct Bookmark {
  int parent = -1, first = -1, last = -1, previous = -1, next = -1;
  int descendants = 0;
};

/// The tree that levels describe. An entry more than one level deeper than the one before it is put right below that.
std::vector<Bookmark> bookmark_tree(const std::vector<page::OutlineEntry>& entries, Bookmark& root) {
  std::vector<Bookmark> tree(entries.size());
  const auto at = [&](int i) -> Bookmark& { return i < 0 ? root : tree[static_cast<std::size_t>(i)]; };
  std::vector<int> open;  // the entries above the current one, from level 1 down
  for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
    const auto level = static_cast<std::size_t>(std::max(entries[static_cast<std::size_t>(i)].level, 1));
    if (open.size() >= level) open.resize(level - 1);
    Bookmark& bookmark = at(i);
    bookmark.parent = open.empty() ? -1 : open.back();
    Bookmark& parent = at(bookmark.parent);
    bookmark.previous = parent.last;
    if (parent.last >= 0) at(parent.last).next = i;
    if (parent.first < 0) parent.first = i;
    parent.last = i;
    for (const int above : open)
      ++at(above).descendants;
    open.push_back(i);
  }
  return tree;
}

}  // namespace

std::vector<ObjectId> write_links(const page::Pages& pages, const page::Page& page,
                                  const std::vector<HaruDoc::Page>& objects, StructWriter& structure, HaruDoc& doc) {
  std::vector<ObjectId> annotations;
  for (const page::LinkArea& link : page.links) {
    assert(!link.contents.empty() && pages.structure[link.element].role == page::Role::link);
    const ObjectId annotation = doc.reserve();
    const std::uint32_t key = structure.add_annotation(link.element, annotation);
    constexpr int kPrint = 4;  // PDF/A asks for this flag and forbids those that hide (ISO 19005-3, 6.3.2)
    std::string body = fmt::format("/Type/Annot/Subtype/Link/Rect{}/F {}/Border[0 0 0]/Contents{}/StructParent {}",
                                   rectangle(link.box, pages.size.height), kPrint, text_string(link.contents), key);
    if (const auto* to = std::get_if<page::DestinationId>(&link.target)) {
      assert(*to < pages.destinations.size());
      body += "/Dest" + destination(pages.destinations[*to], pages, objects);
    } else {
      body += "/A<</S/URI/URI" + byte_string(ascii_uri(std::get<std::string>(link.target))) + ">>";
    }
    doc.fill(annotation, std::move(body));
    annotations.push_back(annotation);
  }
  return annotations;
}

void write_outline(const page::Pages& pages, const std::vector<HaruDoc::Page>& objects, HaruDoc& doc) {
  if (pages.outline.empty()) return;
  Bookmark root;
  const std::vector<Bookmark> tree = bookmark_tree(pages.outline, root);
  const ObjectId root_object = doc.reserve();
  std::vector<ObjectId> ids;
  for (std::size_t i = 0; i < tree.size(); ++i)
    ids.push_back(doc.reserve());
  const auto reference = [&](int i) {
    return i < 0 ? root_object.reference() : ids[static_cast<std::size_t>(i)].reference();
  };

  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Bookmark& b = tree[i];
    std::string body = fmt::format("/Title{}/Parent {}/Dest{}", text_string(pages.outline[i].title),
                                   reference(b.parent), destination(pages.outline[i].target, pages, objects));
    if (b.previous >= 0) body += "/Prev " + reference(b.previous);
    if (b.next >= 0) body += "/Next " + reference(b.next);
    if (b.first >= 0)
      body += fmt::format("/First {}/Last {}/Count {}", reference(b.first), reference(b.last), b.descendants);
    doc.fill(ids[i], std::move(body));
  }
  doc.fill(root_object, fmt::format("/Type/Outlines/First {}/Last {}/Count {}", reference(root.first),
                                    reference(root.last), tree.size()));
  doc.extend_catalog(fmt::format("/Outlines {}/PageMode/UseOutlines", root_object.reference()));
}

void write_page_labels(const page::Pages& pages, HaruDoc& doc) {
  std::string labels;
  for (const page::PageLabel& label : pages.labels) {
    labels += fmt::format("{}<<", label.first_page);
    if (label.style == page::PageLabel::Style::decimal) labels += "/S/D";
    if (label.style == page::PageLabel::Style::roman) labels += "/S/r";
    if (!label.prefix.empty()) labels += "/P" + text_string(label.prefix);
    if (label.start != 1) labels += fmt::format("/St {}", label.start);
    labels += ">>";
  }
  if (labels.empty()) labels = "0<</S/D>>";
  doc.extend_catalog("/PageLabels<</Nums[" + labels + "]>>");
}

}  // namespace briefpack::pdf
