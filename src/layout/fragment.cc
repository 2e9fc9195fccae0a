#include "layout/fragment.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "layout/split_fragment.h"

namespace briefpack::layout {

using geometry::Point;
using geometry::Rect;

void merge(NoteSet& into, const NoteSet& more) {
  if (more.empty()) return;
  NoteSet both;
  both.reserve(into.size() + more.size());
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(both));
  into = std::move(both);
}

namespace {

Rect moved(const Rect& rect, Point by) { return {rect.x + by.x, rect.y + by.y, rect.width, rect.height}; }
Point moved(Point point, Point by) { return {point.x + by.x, point.y + by.y}; }

}  // namespace

void Ink::add(Ink other, Point by) {
  const std::size_t first_item = items.size();
  for (auto& item : other.items) {
    std::visit([&](auto& it) { it.at = moved(it.at, by); }, item);
    items.push_back(std::move(item));
  }
  for (auto& link : other.links) {
    link.box = moved(link.box, by);
    links.push_back(std::move(link));
  }
  for (auto& anchor : other.anchors) {
    anchor.at = moved(anchor.at, by);
    anchors.push_back(std::move(anchor));
  }
  for (auto& print : other.prints)
    prints.push_back(std::move(print));
  for (auto& reference : other.references)
    references.push_back({reference.item + first_item, std::move(reference.label)});
  for (const auto& box : other.boxes)
    boxes.push_back({box.element, moved(box.box, by)});
  merge(notes, other.notes);
}

void Ink::add(geometry::Path path, std::optional<geometry::Color> fill, std::optional<geometry::Stroke> stroke,
              page::ElementId element, page::ArtifactKind kind) {
  page::PathItem item;
  item.shape.path = std::move(path);
  item.shape.fill = fill;
  item.shape.stroke = std::move(stroke);
  item.element = element;
  item.artifact = kind;
  items.emplace_back(std::move(item));
}

void Ink::rule(Point from, double width, geometry::Color color, double weight) {
  add(geometry::Path::line(from, {from.x + width, from.y}), {}, geometry::Stroke{color, weight, {}});
}

Fragment solid(double width, double height, Ink ink) {
  Fragment fragment;
  fragment.width = width;
  fragment.height = height;
  fragment.ink = std::move(ink);
  return fragment;
}

Fragment stack(double width, std::vector<Fragment> children, Frame frame) {
  Fragment fragment;
  fragment.flow = Fragment::Flow::down;
  fragment.width = width;
  fragment.children = std::move(children);
  fragment.frame = std::move(frame);
  settle(fragment);
  return fragment;
}

Fragment beside(double width, std::vector<Fragment> children) {
  Fragment fragment;
  fragment.flow = Fragment::Flow::across;
  fragment.width = width;
  fragment.children = std::move(children);
  settle(fragment);
  return fragment;
}

Fragment sliced(Fragment from, double top, double leading) {
  const double first = top + leading;
  const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil((from.height - first) / leading))) + 1;
  const auto strip_at = [&](double y) {
    const double strip = y < first ? 0 : 1 + std::floor((y - first) / leading);
    return std::min(count - 1, static_cast<std::size_t>(strip));
  };
  std::vector<Ink> inks(count);
  std::vector<std::size_t> strip_of_item;
  std::vector<std::size_t> place_in_strip;
  for (auto& item : from.ink.items) {
    const auto* path = std::get_if<page::PathItem>(&item);
    const double y = path != nullptr ? box_of(*path).y : std::visit([](const auto& it) { return it.at.y; }, item);
    const std::size_t strip = strip_at(std::max(0.0, y));
    strip_of_item.push_back(strip);
    place_in_strip.push_back(inks[strip].items.size());
    if (const auto* text = std::get_if<page::TextItem>(&item)) merge(inks[strip].notes, text->notes);
    inks[strip].items.push_back(std::move(item));
  }
  for (auto& link : from.ink.links)
    inks[strip_at(link.box.y)].links.push_back(std::move(link));
  for (auto& anchor : from.ink.anchors)
    inks[strip_at(anchor.at.y)].anchors.push_back(std::move(anchor));
  for (auto& box : from.ink.boxes)
    inks[strip_at(box.box.y)].boxes.push_back(box);
  for (auto& reference : from.ink.references) {
    inks[strip_of_item[reference.item]].references.push_back(
        {place_in_strip[reference.item], std::move(reference.label)});
  }
  for (auto& print : from.ink.prints) {
    // A print has no place of its own: it goes with the first text of its figure.
    const auto shows = [&](const Ink& ink) {
      return std::any_of(ink.items.begin(), ink.items.end(), [&](const page::Item& item) {
        const auto* text = std::get_if<page::TextItem>(&item);
        return text != nullptr && text->figure == print.figure;
      });
    };
    const auto strip = std::find_if(inks.begin(), inks.end(), shows);
    (strip == inks.end() ? inks.front() : *strip).prints.push_back(std::move(print));
  }
  std::vector<Fragment> strips;
  double y = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double height = i + 1 == count ? from.height - y : i == 0 ? first : leading;
    Ink ink;
    ink.add(std::move(inks[i]), {0, -y});
    strips.push_back(solid(from.width, height, std::move(ink)));
    y += height;
  }
  Fragment placed = stack(from.width, std::move(strips));
  placed.x = from.x;
  placed.gap = from.gap;
  placed.keeps_with_next = from.keeps_with_next;
  placed.is_text = true;
  placed.resume = std::move(from.resume);
  return placed;
}

Fragment in_columns(double width, Fragment text, std::vector<double> column_x) {
  Fragment fragment;
  fragment.flow = Fragment::Flow::columns;
  fragment.width = width;
  fragment.children.push_back(std::move(text));
  fragment.column_x = std::move(column_x);
  settle(fragment);
  return fragment;
}

namespace {
void collect_notes(const Fragment& fragment, NoteSet& into) {
  into.insert(into.end(), fragment.ink.notes.begin(), fragment.ink.notes.end());
  for (const auto& child : fragment.children) collect_notes(child, into);
}
}  // namespace

NoteSet notes_of(const Fragment& fragment) {
  NoteSet notes;
  collect_notes(fragment, notes);
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  return notes;
}

void settle(Fragment& fragment) {
  if (fragment.flow == Fragment::Flow::solid) return;
  if (fragment.flow == Fragment::Flow::columns) {
    fragment.height = balanced_height(fragment);
    return;
  }
  double height = 0;
  if (fragment.flow == Fragment::Flow::down) height = fragment.frame.top + fragment.frame.bottom;
  bool is_first = true;
  for (const auto& child : fragment.children) {
    if (fragment.flow == Fragment::Flow::across) {
      height = std::max(height, child.height);
    } else {
      height += (is_first ? 0 : child.gap) + child.height;
    }
    is_first = false;
  }
  fragment.height = height;
}

}  // namespace briefpack::layout
