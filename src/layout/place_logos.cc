#include "layout/place_logos.h"

#include <algorithm>
#include <vector>

#include "layout/place_blocks.h"

namespace briefpack::layout {

using geometry::Point;
using geometry::Size;
using theme::Logo;

namespace {

constexpr double kApart = 12, kRunningApart = 6;
constexpr Size kRunningRoom{120, 14};  // between the head's rule and the edge that printers keep white

/// The logos of one place, and the factor that makes their row fit.
struct Row {
  std::vector<const Logo*> logos;
  double width = 0, scale = 1;
};

Row row_of(const Context& context, Logo::Place place, Size room, double apart) {
  Row out;
  double widths = 0, height = 0;
  for (const Logo& each : context.document.theme.logos) {
    if (each.place != place) continue;
    out.logos.push_back(&each);
    widths += each.width;
    height = std::max(height, each.height);
  }
  if (out.logos.empty()) return out;
  const double gaps = apart * static_cast<double>(out.logos.size() - 1);
  out.scale = std::min({1.0, (room.width - gaps) / widths, room.height / height});
  out.width = widths * out.scale + gaps;
  return out;
}

page::ImageItem item_of(const Logo& logo, double left, double bottom, double scale) {
  page::ImageItem item;
  item.size = {logo.width * scale, logo.height * scale};
  item.at = {left, bottom - item.size.height};
  item.image = logo.image;
  return item;
}

}  // namespace

double place_cover_logos(Context& context, Ink& ink, Point corner, Size room) {
  const Row row = row_of(context, Logo::Place::cover, room, kApart);
  double x = corner.x - row.width;
  for (const Logo* each : row.logos) {
    page::ImageItem item = item_of(*each, x, corner.y, row.scale);
    page::Element figure = element_of(page::Role::figure, context.section);
    figure.alt = each->alt.in(context.lang);
    item.element = context.structure.add(std::move(figure));
    ink.boxes.push_back({item.element, box_of(item)});
    x += item.size.width + kApart;
    ink.items.emplace_back(std::move(item));
  }
  return row.width;
}

double place_running_logos(const Context& context, Ink& ink, double left, double bottom) {
  const Row row = row_of(context, Logo::Place::running_head, kRunningRoom, kRunningApart);
  double x = left;
  for (const Logo* each : row.logos) {
    page::ImageItem item = item_of(*each, x, bottom, row.scale);
    item.artifact = page::ArtifactKind::header;
    x += item.size.width + kRunningApart;
    ink.items.emplace_back(std::move(item));
  }
  return x - left;
}

}  // namespace briefpack::layout
