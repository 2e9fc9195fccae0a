#include "layout/cut_tall.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace briefpack::layout {

namespace {

// Letters reach this far above and below their baseline, in parts of their size.
constexpr double kAbove = 1.0, kBelow = 0.3;

double top_of(const page::TextItem& item) { return item.at.y - item.run.style.rise - kAbove * item.run.style.size; }
double bottom_of(const page::TextItem& item) { return item.at.y - item.run.style.rise + kBelow * item.run.style.size; }

// The lowest place up to `room` that runs through no text and no sign; 0 when there is none.
double gap_in(const Ink& ink, double room) {
  constexpr double kSign = 40;  // What is higher is a rule, a ground or a line of the grid, and may be cut.
  std::vector<std::pair<double, double>> spans;
  for (const auto& item : ink.items) {
    if (const auto* text = std::get_if<page::TextItem>(&item)) {
      spans.emplace_back(top_of(*text), bottom_of(*text));
      continue;
    }
    if (const auto* image = std::get_if<page::ImageItem>(&item)) {
      spans.emplace_back(image->at.y, image->at.y + image->size.height);
      continue;
    }
    const auto bounds = page::box_of(std::get<page::PathItem>(item));
    if (bounds.height < kSign) spans.emplace_back(bounds.y, bounds.bottom());
  }
  // From below: as long as something lies across, the place moves above it.
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  double at = room;
  for (const auto& [top, bottom] : spans) {
    if (bottom > at && top < at) at = top;
  }
  return std::max(at, 0.0);
}

bool is_above(double y, double cut) { return y < cut; }

// A path across the cut is on both sides, each with its own part of it. Only straight edges come so far: charts are fitted to
// their page before.
void cut_path(const page::PathItem& item, double cut, Ink& above, Ink& below) {
  const auto bounds = item.shape.path.bounds();
  const double top = item.at.y + bounds.y, bottom = item.at.y + bounds.bottom();
  if (bottom <= cut + 0.01) {
    above.items.emplace_back(item);
    return;
  }
  if (top >= cut) {
    below.items.emplace_back(item);
    return;
  }
  page::PathItem first = item, second = item;
  for (auto* each : {&first, &second}) {
    for (auto& step : each->shape.path.steps) {
      for (auto* point : {&step.to, &step.control1, &step.control2}) {
        const double y = item.at.y + point->y;
        point->y = (each == &first ? std::min(y, cut) : std::max(y, cut)) - item.at.y;
      }
    }
  }
  above.items.emplace_back(std::move(first));
  below.items.emplace_back(std::move(second));
}

// Ink above the cut and below it, both in the coordinates of the whole.
std::pair<Ink, Ink> parted(Ink ink, double cut) {
  std::pair<Ink, Ink> parts;
  auto& [above, below] = parts;
  std::vector<std::size_t> place_of_item;
  std::vector<bool> item_is_above;
  for (auto& item : ink.items) {
    if (const auto* path = std::get_if<page::PathItem>(&item)) {
      cut_path(*path, cut, above, below);
      place_of_item.push_back(0);
      item_is_above.push_back(true);
      continue;
    }
    const auto* text = std::get_if<page::TextItem>(&item);
    const double y = text != nullptr ? text->at.y : std::get<page::ImageItem>(item).at.y;
    Ink& to = is_above(y, cut) ? above : below;
    if (text != nullptr) merge(to.notes, text->notes);
    place_of_item.push_back(to.items.size());
    item_is_above.push_back(&to == &above);
    to.items.push_back(std::move(item));
  }
  for (auto& link : ink.links) (is_above(link.box.y, cut) ? above : below).links.push_back(std::move(link));
  for (auto& anchor : ink.anchors) (is_above(anchor.at.y, cut) ? above : below).anchors.push_back(std::move(anchor));
  for (auto& box : ink.boxes) (is_above(box.box.y, cut) ? above : below).boxes.push_back(box);
  for (auto& reference : ink.references) {
    (item_is_above[reference.item] ? above : below).references.push_back({place_of_item[reference.item], std::move(reference.label)});
  }
  for (auto& print : ink.prints) {
    const auto shows = [&](const page::Item& item) {
      const auto* text = std::get_if<page::TextItem>(&item);
      return text != nullptr && text->figure == print.figure;
    };
    (std::any_of(above.items.begin(), above.items.end(), shows) ? above : below).prints.push_back(std::move(print));
  }
  return parts;
}

// The last way out, so that nothing is lost: all of it at a smaller size.
void shrink(Fragment& solid, double tallest) {
  const double by = tallest / solid.height;
  for (auto& item : solid.ink.items) {
    if (auto* path = std::get_if<page::PathItem>(&item)) {
      path->at = {path->at.x * by, path->at.y * by};
      for (auto& step : path->shape.path.steps) {
        for (auto* point : {&step.to, &step.control1, &step.control2}) *point = {point->x * by, point->y * by};
      }
      continue;
    }
    if (auto* image = std::get_if<page::ImageItem>(&item)) {
      image->at = {image->at.x * by, image->at.y * by};
      image->size = {image->size.width * by, image->size.height * by};
      continue;
    }
    auto& text = std::get<page::TextItem>(item);
    text.at = {text.at.x * by, text.at.y * by};
    text.run.style.size *= by;
    text.run.style.rise *= by;
    text.run.width *= by;
    for (auto& glyph : text.run.glyphs) {
      for (float* length : {&glyph.advance, &glyph.dx, &glyph.dy}) *length *= static_cast<float>(by);
    }
  }
  for (auto& link : solid.ink.links) link.box = {link.box.x * by, link.box.y * by, link.box.width * by, link.box.height * by};
  solid.height = tallest;
}

void cut_solid(Fragment& fragment, double tallest) {
  std::vector<Fragment> pieces;
  Fragment rest = solid(fragment.width, fragment.height, std::move(fragment.ink));
  // Pieces of a few lines, so that each page is filled; up to a whole page where there is no gap before.
  const double step = tallest / 6;
  while (rest.height > step) {
    double cut = 0;
    for (double room = step; cut < step / 4 && room <= tallest + 0.01; room += step) cut = gap_in(rest.ink, room);
    if (cut < step / 4 && rest.height <= tallest) break;
    if (cut < step / 4) {
      shrink(rest, tallest);
      break;
    }
    auto [above, below] = parted(std::move(rest.ink), cut);
    pieces.push_back(solid(fragment.width, cut, std::move(above)));
    Ink moved;
    moved.add(std::move(below), {0, -cut});
    rest = solid(fragment.width, rest.height - cut, std::move(moved));
  }
  pieces.push_back(std::move(rest));
  Fragment made = stack(fragment.width, std::move(pieces));
  made.is_text = true;
  made.place = fragment.place;
  made.x = fragment.x;
  made.gap = fragment.gap;
  made.keeps_with_next = fragment.keeps_with_next;
  made.starts_page = fragment.starts_page;
  made.resume = std::move(fragment.resume);
  fragment = std::move(made);
}

// True when a piece was cut.
bool cut_in(Fragment& fragment, double tallest, SourceSpan place, std::vector<SourceSpan>& cut) {
  // What is no taller holds nothing that is.
  if (fragment.height <= tallest) return false;
  if (fragment.place.is_known()) place = fragment.place;
  if (fragment.flow == Fragment::Flow::solid) {
    cut_solid(fragment, tallest);
    if (std::find(cut.begin(), cut.end(), place) == cut.end()) cut.push_back(place);
    return true;
  }
  bool any = false;
  for (auto& child : fragment.children) {
    if (cut_in(child, tallest, place, cut)) any = true;
    if (child.resume && child.resume->height > tallest / 6) child.resume = nullptr;
  }
  if (!fragment.repeat.empty() && fragment.repeat.front().height > tallest / 3) fragment.repeat.clear();
  if (any) settle(fragment);
  return any;
}

}  // namespace

std::vector<SourceSpan> cut_tall(Fragment& fragment, double tallest, SourceSpan place) {
  std::vector<SourceSpan> cut;
  cut_in(fragment, tallest, place, cut);
  return cut;
}

}  // namespace briefpack::layout
