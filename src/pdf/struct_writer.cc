#include "pdf/struct_writer.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "pdf/number_tree.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

constexpr std::uint32_t kNever = 0xFFFFFFFF;

}  // namespace

StructWriter::StructWriter(const page::Pages& pages, HaruDoc& doc)
    : tree_(pages.structure),
      page_height_(pages.size.height),
      page_count_(static_cast<std::uint32_t>(pages.pages.size())),
      doc_(doc),
      root_(doc.reserve()) {
  for (const page::Element& element : tree_.elements()) {
    objects_.push_back(doc.reserve());
    const std::string& above = langs_.empty() ? pages.info.lang : langs_[element.parent];
    langs_.push_back(element.lang.empty() ? above : element.lang);
  }
  kids_.resize(objects_.size());
  children_.resize(objects_.size());
  first_order_.assign(objects_.size(), kNever);
}

void StructWriter::begin_page(const HaruDoc::Page& page) {
  pages_.push_back(page.object);
  owners_.emplace_back();
}

std::uint32_t StructWriter::add_content(page::ElementId element) {
  const auto page = static_cast<std::uint32_t>(pages_.size() - 1);
  const auto mcid = static_cast<std::uint32_t>(owners_.back().size());
  owners_.back().push_back(objects_[element]);
  kids_[element].push_back({order_++, page, mcid, {}, false});
  return mcid;
}

std::uint32_t StructWriter::add_span_content(page::ElementId element) {
  const auto page = static_cast<std::uint32_t>(pages_.size() - 1);
  const auto mcid = static_cast<std::uint32_t>(owners_.back().size());
  const ObjectId span = doc_.reserve();
  owners_.back().push_back(span);
  spans_.push_back({span, element, page, mcid});
  kids_[element].push_back({order_++, page, std::nullopt, span, false});
  return mcid;
}

std::uint32_t StructWriter::add_annotation(page::ElementId element, ObjectId annotation) {
  const auto page = static_cast<std::uint32_t>(pages_.size() - 1);
  kids_[element].push_back({order_++, page, std::nullopt, annotation, true});
  annotation_owners_.push_back(objects_[element]);
  return page_count_ + static_cast<std::uint32_t>(annotation_owners_.size() - 1);
}

/// Children keep the order in which layout added them. Where a child stands among its parent's own pieces follows from
/// the pages; a child that began before its elder sibling did does not overtake it.
void StructWriter::order_children() {
  for (page::ElementId id = 1; id < objects_.size(); ++id)
    children_[tree_[id].parent].push_back(id);
  for (std::size_t id = objects_.size(); id-- > 0;) {  // parents come before their children, so children are done first
    for (const Kid& kid : kids_[id])
      first_order_[id] = std::min(first_order_[id], kid.order);
    if (id > 0) {
      std::uint32_t& of_parent = first_order_[tree_[static_cast<page::ElementId>(id)].parent];
      of_parent = std::min(of_parent, first_order_[id]);
    }
  }
}

std::optional<std::uint32_t> StructWriter::first_page(page::ElementId id) const {
  for (const Kid& kid : kids_[id]) {
    if (kid.mcid || kid.is_annotation) return kid.page;
  }
  return std::nullopt;
}

/// The entry K. A piece on the element's own page (Pg) is just its number.
void StructWriter::append_kids(std::string& to, page::ElementId id, std::optional<std::uint32_t> own_page) const {
  const std::size_t begin = to.size();
  constexpr std::string_view kOpen = "/K[";
  to += kOpen;
  std::size_t count = 0;
  const auto begin_kid = [&] {
    if (count++ > 0) to += ' ';
  };
  const auto put_kid = [&](const Kid& kid) {
    begin_kid();
    if (!kid.is_annotation && kid.mcid && kid.page == own_page) {
      append_integer(to, *kid.mcid);
      return;
    }
    if (!kid.is_annotation && !kid.mcid) {
      kid.object.append_reference(to);
      return;
    }
    to += kid.is_annotation ? "<</Type/OBJR" : "<</Type/MCR";
    if (kid.page != own_page) {
      to += "/Pg ";
      pages_[kid.page].append_reference(to);
    }
    to += kid.is_annotation ? "/Obj " : "/MCID ";
    if (kid.is_annotation) kid.object.append_reference(to);
    else append_integer(to, *kid.mcid);
    to += ">>";
  };
  std::size_t next = 0;
  std::uint32_t reached = 0;
  for (const page::ElementId child : children_[id]) {
    if (first_order_[child] != kNever) reached = std::max(reached, first_order_[child]);
    while (next < kids_[id].size() && kids_[id][next].order < reached)
      put_kid(kids_[id][next++]);
    begin_kid();
    objects_[child].append_reference(to);
  }
  while (next < kids_[id].size())
    put_kid(kids_[id][next++]);
  // One kid needs no array. Numbers and references need a space before them.
  if (count == 0) to.resize(begin);
  else if (count == 1 && to[begin + kOpen.size()] != '<') to[begin + kOpen.size() - 1] = ' ';
  else to += ']';
}

std::string StructWriter::attributes_of(const page::Element& element) const {
  std::string table;
  switch (element.scope) {
    case page::Scope::none:
      break;
    case page::Scope::row:
      table += "/Scope/Row";
      break;
    case page::Scope::column:
      table += "/Scope/Column";
      break;
    case page::Scope::both:
      table += "/Scope/Both";
      break;
  }
  if (element.column_span != 1) table += fmt::format("/ColSpan {}", element.column_span);
  if (element.row_span != 1) table += fmt::format("/RowSpan {}", element.row_span);
  if (!element.summary.empty()) table += "/Summary " + text_string(element.summary);

  std::string list;
  if (element.numbering == page::ListNumbering::disc) list = "/ListNumbering/Disc";
  if (element.numbering == page::ListNumbering::decimal) list = "/ListNumbering/Decimal";

  std::string layout;
  if (element.box) layout = fmt::format("/Placement/Block/BBox{}", rectangle(*element.box, page_height_));

  std::string out;
  std::size_t count = 0;
  const auto put = [&](std::string_view owner, const std::string& entries) {
    if (entries.empty()) return;
    out += fmt::format("<</O/{}{}>>", owner, entries);
    ++count;
  };
  put("Table", table);
  put("List", list);
  put("Layout", layout);
  if (count == 0) return {};
  return count == 1 ? "/A" + out : "/A[" + out + "]";
}

std::string StructWriter::body_of(page::ElementId id) const {
  const page::Element& element = tree_[id];
  constexpr std::size_t kUsualSize = 100;
  std::string out;
  out.reserve(kUsualSize);
  out += "/S/";
  out += name(element.role);
  out += "/P ";
  (id == page::kDocument ? root_ : objects_[element.parent]).append_reference(out);
  const auto page = first_page(id);
  if (page) {
    out += "/Pg ";
    pages_[*page].append_reference(out);
  }
  if (!element.id.empty()) out += "/ID" + byte_string(element.id);
  if (!element.lang.empty()) out += "/Lang" + byte_string(element.lang);
  if (!element.title.empty()) out += "/T" + text_string(element.title);
  if (!element.alt.empty()) out += "/Alt" + text_string(element.alt);
  if (!element.actual_text.empty()) out += "/ActualText" + text_string(element.actual_text);
  out += attributes_of(element);
  append_kids(out, id, page);
  return out;
}

ObjectId StructWriter::parent_tree() {
  TreeRows rows;
  for (std::size_t page = 0; page < owners_.size(); ++page) {
    std::string owners = "[";
    for (const ObjectId owner : owners_[page]) {
      owners += owner.reference();
      owners += ' ';
    }
    if (owners.back() == ' ') owners.pop_back();
    rows.emplace_back(std::to_string(page), owners + "]");
  }
  for (std::size_t i = 0; i < annotation_owners_.size(); ++i) {
    rows.emplace_back(std::to_string(page_count_ + i), annotation_owners_[i].reference());
  }
  return write_tree(doc_, "Nums", rows);
}

/// Not set when no element has an id.
ObjectId StructWriter::id_tree() {
  std::map<std::string, ObjectId> sorted;
  for (page::ElementId id = 0; id < objects_.size(); ++id) {
    if (!tree_[id].id.empty()) sorted[tree_[id].id] = objects_[id];
  }
  if (sorted.empty()) return {};
  TreeRows rows;
  for (const auto& [id, object] : sorted)
    rows.emplace_back(byte_string(id), object.reference());
  return write_tree(doc_, "Names", rows);
}

ObjectId StructWriter::write() {
  order_children();
  for (page::ElementId id = 0; id < objects_.size(); ++id)
    doc_.fill(objects_[id], body_of(id));
  for (const SpanElement& span : spans_) {
    doc_.fill(span.object, fmt::format("/S/Span/P {}/Pg {}/K {}", objects_[span.parent].reference(),
                                       pages_[span.page].reference(), span.mcid));
  }
  std::string root =
      fmt::format("/Type/StructTreeRoot/K {}/ParentTree {}/ParentTreeNextKey {}", objects_[page::kDocument].reference(),
                  parent_tree().reference(), page_count_ + annotation_owners_.size());
  if (const ObjectId ids = id_tree(); ids.is_set()) root += "/IDTree " + ids.reference();
  doc_.fill(root_, std::move(root));
  return root_;
}

}  // namespace briefpack::pdf
