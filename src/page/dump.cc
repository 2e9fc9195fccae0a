#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "geometry/number_text.h"
#include "page/page.h"

namespace briefpack::page {

namespace {

using geometry::number_text;

std::string numbers(const geometry::Rect& box) {
  return fmt::format("{} {} {} {}", number_text(box.x, 1), number_text(box.y, 1), number_text(box.width, 1),
                     number_text(box.height, 1));
}

class Dump {
 public:
  Dump(const Pages& pages, const text::Fonts& fonts)
      : pages_(pages), fonts_(fonts), texts_(pages.structure.elements().size()) {}

  std::string make() {
    for (std::size_t i = 0; i < pages_.pages.size(); ++i)
      add(pages_.pages[i], i + 1);
    for (const OutlineEntry& entry : pages_.outline) {
      out_ += fmt::format("outline {}{} -> {}\n", std::string(2 * static_cast<std::size_t>(entry.level - 1), ' '),
                          quoted(entry.title), place(entry.target));
    }
    add_element(kDocument, 0);
    return std::move(out_);
  }

 private:
  std::string role(ElementId element) const {
    return element == kArtifact ? "-" : std::string(name(pages_.structure[element].role));
  }

  std::string place(const Destination& to) const {
    return fmt::format("page {} {},{}", to.page + 1, number_text(to.at.x, 1), number_text(to.at.y, 1));
  }

  void add(const Page& page, std::size_t number) {
    out_ +=
        fmt::format("page {} {} {}\n", number, number_text(pages_.size.width, 2), number_text(pages_.size.height, 2));
    for (const Item& item : page.items) {
      std::visit([&](const auto& each) { add(each); }, item);
    }
    for (const LinkArea& link : page.links) {
      const auto* to = std::get_if<DestinationId>(&link.target);
      out_ +=
          fmt::format("link {} -> {} {}\n", numbers(link.box),
                      to ? place(pages_.destinations[*to]) : std::get<std::string>(link.target), quoted(link.contents));
    }
  }

  void add(const TextItem& item) {
    if (item.element != kArtifact) texts_[item.element] += item.run.text;
    out_ += fmt::format("text {} {}", numbers(box_of(item, fonts_)), role(item.element));
    if (item.figure != geometry::kNone) out_ += fmt::format(" fig={}", item.figure);
    if (!item.notes.empty()) out_ += fmt::format(" notes={}", fmt::join(item.notes, ","));
    const geometry::TextStyle& style = item.run.style;
    if (style.rise != 0) out_ += " up=" + number_text(style.rise, 1);
    out_ += fmt::format(" {}:{}", fonts_.postscript_name(item.run.font), number_text(style.size, 2));
    if (style.color != geometry::palette::kInk) out_ += dump(style.color);
    out_ += " \"" + item.run.text + "\"\n";
  }

  void add(const PathItem& item) {
    out_ += fmt::format("path {} {}", numbers(box_of(item)), role(item.element));
    geometry::PathShape colours = item.shape;
    colours.path.steps.clear();
    out_ += dump(colours).substr(std::string_view("path").size()) + "\n";
  }

  void add(const ImageItem& item) {
    out_ += fmt::format("image {} {} {} x {}\n", numbers(box_of(item)), role(item.element), item.image->width, item.image->height);
  }

  /// Elements stand after their parents, so children of one are found by walking on.
  void add_element(ElementId id, int depth) {
    const Element& element = pages_.structure[id];
    out_ += fmt::format("{}{}", std::string(2 * static_cast<std::size_t>(depth), ' '), name(element.role));
    if (!element.id.empty()) out_ += " id=" + element.id;
    if (!element.lang.empty()) out_ += " lang=" + element.lang;
    if (element.scope != Scope::none) {
      out_ += element.scope == Scope::row      ? " scope=row"
              : element.scope == Scope::column ? " scope=column"
                                               : " scope=both";
    }
    if (element.column_span != 1 || element.row_span != 1)
      out_ += fmt::format(" span={}x{}", element.column_span, element.row_span);
    if (!element.alt.empty()) out_ += " alt=\"" + element.alt + "\"";
    if (!element.actual_text.empty()) out_ += " actual=\"" + element.actual_text + "\"";
    if (!texts_[id].empty()) out_ += ": " + texts_[id];
    out_ += "\n";
    for (const ElementId child : children_of(id))
      add_element(child, depth + 1);
  }

  const std::vector<ElementId>& children_of(ElementId id) {
    if (children_.empty()) {
      const auto& elements = pages_.structure.elements();
      children_.resize(elements.size());
      for (ElementId child = 1; child < elements.size(); ++child)
        children_[elements[child].parent].push_back(child);
    }
    return children_[id];
  }

  const Pages& pages_;
  const text::Fonts& fonts_;
  std::vector<std::string> texts_;  ///< Of each element, as it stands on the pages.
  std::vector<std::vector<ElementId>> children_;
  std::string out_;
};

}  // namespace

std::string dump(const Pages& pages, const text::Fonts& fonts) { return Dump(pages, fonts).make(); }

}  // namespace briefpack::page
