#include "layout/page_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "layout/page_grid.h"

namespace briefpack::layout::sample {

using geometry::Rect;
using page::ElementId;
using page::Role;
using page::TextItem;

namespace {

// Glyphs of neighbouring runs may touch by their side bearings.
Rect shrunk(const Rect& box) { return {box.x + 0.45, box.y + 0.45, box.width - 0.9, box.height - 0.9}; }

std::string named(std::size_t page, const TextItem& item) {
  return "page " + std::to_string(page + 1) + " \"" + item.run.text + "\"";
}

bool stands_in(const page::StructTree& tree, ElementId id, Role role) {
  for (; id != page::kDocument && id != page::kArtifact; id = tree[id].parent) {
    if (tree[id].role == role) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> geometry_faults(const page::Pages& pages, const text::Fonts& fonts) {
  std::vector<std::string> faults;
  const PageGrid grid = grid_of(pages.size.width > 600 ? "letter" : "A4");
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    std::vector<std::pair<Rect, const TextItem*>> texts;
    std::vector<Rect> images;
    double notes_top = grid.notes_bottom + 1, body_bottom = 0;
    for (const auto& item : pages.pages[p].items) {
      if (const auto* image = std::get_if<page::ImageItem>(&item)) images.push_back(page::box_of(*image));
      const auto* text = std::get_if<TextItem>(&item);
      if (text == nullptr) continue;
      const Rect box = shrunk(page::box_of(*text, fonts));
      if (box.width <= 0 || box.height <= 0) continue;
      if (box.x < grid.left - 1.5 || box.right() > grid.left + grid.measure + 1.5) {
        faults.push_back(named(p, *text) + " leaves the measure");
      }
      if (box.y < 0 || box.bottom() > grid.size.height) faults.push_back(named(p, *text) + " leaves the page");
      const bool is_footer = text->artifact == page::ArtifactKind::footer;
      const bool is_note = text->element != page::kArtifact && stands_in(pages.structure, text->element, Role::note);
      if (is_note)
        notes_top = std::min(notes_top, box.y);
      else if (!is_footer && text->run.style.size != 6.75)
        body_bottom = std::max(body_bottom, box.bottom());
      texts.emplace_back(box, text);
    }
    if (body_bottom > notes_top) faults.push_back("page " + std::to_string(p + 1) + ": the body runs into its notes");
    for (const Rect& image : images) {
      for (const auto& [box, text] : texts) {
        if (box.intersects(image)) faults.push_back(named(p, *text) + " overlaps an image");
      }
    }
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.first.y < b.first.y; });
    for (std::size_t a = 0; a < texts.size(); ++a) {
      for (std::size_t b = a + 1; b < texts.size() && texts[b].first.y < texts[a].first.bottom(); ++b) {
        if (!texts[a].first.intersects(texts[b].first)) continue;
        faults.push_back(named(p, *texts[a].second) + " overlaps \"" + texts[b].second->run.text + "\"");
      }
    }
  }
  return faults;
}

namespace {

// Among the items before the text, the last filled one under its middle.
geometry::Color ground_under(const page::Page& page, std::size_t item, const Rect& box) {
  const geometry::Point middle{box.x + box.width / 2, box.y + box.height / 2};
  for (std::size_t i = item; i-- > 0;) {
    const auto* path = std::get_if<page::PathItem>(&page.items[i]);
    if (path == nullptr || !path->shape.fill) continue;
    const Rect area = path->shape.path.bounds();
    const double x = middle.x - path->at.x, y = middle.y - path->at.y;
    if (x >= area.x && x <= area.right() && y >= area.y && y <= area.bottom()) return *path->shape.fill;
  }
  return geometry::palette::kWhite;
}

double least_size(const TextItem& item) {
  const auto& style = item.run.style;
  const bool is_mark = !item.notes.empty() || (item.run.text == "," && style.rise > 0);
  const bool is_tag = item.run.text.size() <= 6 && style.face == geometry::FontFace::bold && style.size <= 5.9;
  return is_mark ? 4.9 : is_tag ? 5.8 : 6.5;
}

}  // namespace

std::vector<std::string> legibility_faults(const page::Pages& pages, const text::Fonts& fonts) {
  std::vector<std::string> faults;
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    const auto& items = pages.pages[p].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto* text = std::get_if<TextItem>(&items[i]);
      if (text == nullptr || text->run.text.find_first_not_of(' ') == std::string::npos) continue;
      if (text->run.style.size < least_size(*text) - 0.001)
        faults.push_back(named(p, *text) + " has only " + std::to_string(text->run.style.size) + " points");
      const geometry::Color ground = ground_under(pages.pages[p], i, page::box_of(*text, fonts));
      const double ratio = geometry::contrast(pages.palette[text->run.style.color], pages.palette[ground]);
      if (ratio < 4.5) faults.push_back(named(p, *text) + " has a contrast of only " + std::to_string(ratio));
    }
  }
  return faults;
}

std::vector<std::string> white_faults(const page::Pages& pages, const text::Fonts& fonts, double most) {
  std::vector<std::string> faults;
  const PageGrid grid = grid_of(pages.size.width > 600 ? "letter" : "A4");
  std::set<std::size_t> starts;
  for (const auto& entry : pages.outline) {
    if (entry.level == 1) starts.insert(entry.target.page);
  }
  for (std::size_t p = 0; p + 1 < pages.pages.size(); ++p) {
    if (starts.contains(p + 1)) continue;
    std::vector<std::pair<double, double>> spans;
    for (const auto& item : pages.pages[p].items) {
      const auto* text = std::get_if<TextItem>(&item);
      const auto* path = std::get_if<page::PathItem>(&item);
      const Rect box = text != nullptr ? page::box_of(*text, fonts) : path != nullptr ? page::box_of(*path) : page::box_of(std::get<page::ImageItem>(item));
      spans.emplace_back(box.y, box.bottom());
    }
    std::sort(spans.begin(), spans.end());
    double end = grid.body_top, white = 0;
    for (const auto& [top, bottom] : spans) {
      white = std::max(white, top - end);
      end = std::max(end, bottom);
    }
    const double part = white / (grid.notes_bottom - grid.body_top);
    if (part > most) faults.push_back("page " + std::to_string(p + 1) + " is white over " + std::to_string(static_cast<int>(part * 100)) + " per cent of its body");
  }
  return faults;
}

std::vector<std::string> structure_faults(const page::Pages& pages) {
  std::vector<std::string> faults;
  const auto& elements = pages.structure.elements();
  std::set<ElementId> with_area;
  for (const auto& page : pages.pages) {
    for (const auto& link : page.links) {
      with_area.insert(link.element);
      if (elements[link.element].role != Role::link)
        faults.push_back("a link area belongs to no link: " + link.contents);
      if (link.contents.empty()) faults.push_back("a link says nothing");
      const auto* target = std::get_if<page::DestinationId>(&link.target);
      if (target == nullptr) continue;
      const bool is_placed =
          *target < pages.destinations.size() &&
          !(pages.destinations[*target].at == geometry::Point{} && pages.destinations[*target].page == 0);
      if (!is_placed) faults.push_back("a link leads nowhere: " + link.contents);
    }
  }
  int level = 0;
  std::set<std::string> ids;
  std::map<ElementId, std::size_t> row_widths;
  std::map<ElementId, std::size_t> table_widths;
  for (ElementId id = 1; id < elements.size(); ++id) {
    const auto& element = elements[id];
    const Role parent = elements[element.parent].role;
    const std::string name = std::string(page::name(element.role)) + " " + std::to_string(id);
    if (element.role >= Role::h1 && element.role <= Role::h6) {
      const int own = static_cast<int>(element.role) - static_cast<int>(Role::h1) + 1;
      if (own > level + 1) faults.push_back(name + " skips a level");
      level = own;
    }
    switch (element.role) {
      case Role::link:
        if (!with_area.contains(id)) faults.push_back(name + " has no area");
        break;
      case Role::figure:
        if (element.alt.empty() || !element.box) faults.push_back(name + " has no alt text or box");
        break;
      case Role::note:
        if (element.id.empty() || !ids.insert(element.id).second) faults.push_back(name + " has no unique id");
        break;
      case Role::tr:
        if (parent != Role::thead && parent != Role::tbody) faults.push_back(name + " stands in no table");
        break;
      case Role::th:
      case Role::td:
        if (parent != Role::tr) faults.push_back(name + " stands in no row");
        if (element.role == Role::th && element.scope == page::Scope::none) faults.push_back(name + " has no scope");
        row_widths[element.parent] += element.column_span;
        break;
      case Role::li:
        if (parent != Role::l) faults.push_back(name + " stands in no list");
        break;
      case Role::toci:
        if (parent != Role::toc) faults.push_back(name + " stands in no contents");
        break;
      default:
        break;
    }
  }
  for (const auto& [row, width] : row_widths) {
    const ElementId table = elements[elements[row].parent].parent;
    const auto [known, is_new] = table_widths.emplace(table, width);
    if (!is_new && known->second != width)
      faults.push_back("rows of table " + std::to_string(table) + " differ in width");
  }
  return faults;
}

std::string text_of(const page::Page& page) {
  std::string text;
  double baseline = -1;
  for (const auto& item : page.items) {
    const auto* run = std::get_if<TextItem>(&item);
    if (run == nullptr) continue;
    if (baseline >= 0 && run->at.y != baseline) text += '\n';
    baseline = run->at.y;
    text += run->run.text;
  }
  return text;
}

}  // namespace briefpack::layout::sample
