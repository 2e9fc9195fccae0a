// Dated actions in lanes by country: a bar for a period, a dot for an act, the dot's style is the status. Undated acts stand in
// a panel at the right; an accent line is the data cut-off.
#include <algorithm>
#include <cmath>

#include "chart/marks.h"
#include "chart/scale.h"

namespace briefpack::chart {

using document::Lane;
using document::LaneItem;
using geometry::Anchor;
using geometry::FontFace;
using geometry::Rect;
namespace palette = geometry::palette;

namespace {

constexpr double kTickBaseline = 11, kGridTop = 16, kPlotTop = 22, kTrack = 15.5, kLanePadding = 4, kLeastLane = 31, kPanelWidth = 100;

geometry::TextStyle item_style() { return {FontFace::semibold, 7.25, palette::kInk, 0, false, 0}; }

geometry::Color color_of(const Lane& lane) { return lane.is_focus ? palette::kAccent : palette::kNavy; }

/// An item with its track (line of marks inside the lane) and the side on which its label stands.
struct Placed {
  const LaneItem* item;
  std::size_t track;
  bool label_left;
  Rect box;   ///< Mark and label, relative to the lane's first track.
};

Label label_for(const LaneItem& item) { return {item.label, item_style(), document::kNone, item.notes, document::kNone}; }

Rect box_for(const Canvas& canvas, const LaneItem& item, const Scale& x, bool label_left, double y) {
  const double width = canvas.width_of(label_for(item));
  if (item.end) {
    const double start = x(*item.start);
    return {start - 2, y, std::max(x(*item.end) - start, width + 10) + 4, kTrack};
  }
  const double at = x(*item.start);
  return label_left ? Rect{at - 9 - width, y, width + 14, kTrack} : Rect{at - 5, y, width + 14, kTrack};
}

/// Puts each dated item on the first track where mark and label touch no other one, the label first at the right, then at the
/// left.
std::vector<Placed> place_items(const Canvas& canvas, const Lane& lane, const Scale& x, double left, double right) {
  std::vector<Placed> placed;
  for (const auto& item : lane.items) {
    if (!item.start) continue;
    bool done = false;
    for (std::size_t track = 0; !done; ++track) {
      for (const bool label_left : {false, true}) {
        const Rect box = box_for(canvas, item, x, label_left, static_cast<double>(track) * kTrack);
        const bool fits = box.x >= left - 2 && box.right() <= right;
        const bool is_free = std::none_of(placed.begin(), placed.end(), [&](const Placed& other) { return other.box.intersects(box); });
        // A label wider than the plot fits nowhere; it then takes a track of its own.
        const bool must = track > lane.items.size();
        if ((fits && is_free) || must) {
          placed.push_back({&item, track, label_left, box});
          done = true;
          break;
        }
      }
    }
  }
  return placed;
}

std::size_t track_count(const std::vector<Placed>& placed) {
  std::size_t count = 0;
  for (const auto& each : placed) count = std::max(count, each.track + 1);
  return count;
}

struct UndatedLines {
  const LaneItem* item;
  std::vector<std::string> lines;
};

std::vector<UndatedLines> undated(const Canvas& canvas, const Lane& lane) {
  std::vector<UndatedLines> out;
  for (const auto& item : lane.items) {
    if (!item.start) out.push_back({&item, canvas.wrap(item.label, item_style(), kPanelWidth - 26)});
  }
  return out;
}

double undated_height(const std::vector<UndatedLines>& items) {
  double height = 6;
  for (const auto& each : items) height += 9 * static_cast<double>(each.lines.size()) + 4;
  return height;
}

void draw_undated(Canvas& canvas, const Lane& lane, const std::vector<UndatedLines>& items, double left, double top, double height) {
  double y = top + (height - (undated_height(items) - 6)) / 2 + 2;
  for (const auto& each : items) {
    const double block = 9 * static_cast<double>(each.lines.size());
    canvas.dot({left + 10, y + block / 2}, each.item->dot, color_of(lane));
    double line_y = y + 6.6;
    for (std::size_t i = 0; i < each.lines.size(); ++i, line_y += 9) {
      Label label{each.lines[i], item_style(), document::kNone, {}, document::kNone};
      if (i + 1 == each.lines.size()) label.notes = each.item->notes;
      canvas.text({left + 18, line_y}, Anchor::start, label);
    }
    y += block + 4;
  }
}

void draw_dated(Canvas& canvas, const Lane& lane, const Placed& placed, const Scale& x, double top) {
  const LaneItem& item = *placed.item;
  const double middle = top + static_cast<double>(placed.track) * kTrack + kTrack / 2;
  const double at = x(*item.start);
  if (item.end) {
    canvas.rect({at, middle - 5, x(*item.end) - at, 10}, palette::kBar, geometry::Stroke{palette::kNavy, 0.75, {}});
    if (item.is_start_estimated) canvas.line({at, middle - 7}, {at, middle + 7}, palette::kNavy, 1.2, {1.5, 1.5});
    canvas.text({at + 5, middle + 2.7}, Anchor::start, label_for(item));
    return;
  }
  canvas.dot({at, middle}, item.dot, color_of(lane));
  if (placed.label_left) canvas.text({at - 7, middle + 2.7}, Anchor::end, label_for(item));
  else canvas.text({at + 7, middle + 2.7}, Anchor::start, label_for(item));
}

/// First and last year of the axis: whole years around all dates and the cut-off.
std::pair<double, double> year_range(const document::ChartSpec& spec) {
  double first = 9999, last = 0;
  const auto take = [&](const std::optional<double>& year) {
    if (!year) return;
    first = std::min(first, *year);
    last = std::max(last, *year);
  };
  for (const auto& lane : spec.lanes) {
    for (const auto& item : lane.items) {
      take(item.start);
      take(item.end);
    }
  }
  take(spec.cut_off);
  if (last == 0) return {2000, 2001};
  return {std::floor(first) - 1, std::floor(last) + 1};
}

}  // namespace

double draw_lanes(Canvas& canvas, const document::ChartSpec& spec) {
  const bool has_undated = std::any_of(spec.lanes.begin(), spec.lanes.end(), [](const Lane& lane) {
    return std::any_of(lane.items.begin(), lane.items.end(), [](const LaneItem& item) { return !item.start; });
  });
  const double left = spec.lanes.size() > 1 ? 82 : 62;
  const double panel_left = canvas.width() - (has_undated ? kPanelWidth : 0);
  const double right = has_undated ? panel_left - 14 : canvas.width() - 8;
  const auto [first_year, last_year] = year_range(spec);
  const Scale x{first_year, last_year, left, right, false};
  const double span = last_year - first_year;
  const int step = span <= 9 ? 1 : span <= 18 ? 2 : span <= 45 ? 5 : static_cast<int>(std::ceil(span / 9 / 10) * 10);

  std::vector<std::vector<Placed>> placed;
  std::vector<std::vector<UndatedLines>> loose;
  std::vector<double> heights;
  double bottom = kPlotTop;
  for (const auto& lane : spec.lanes) {
    placed.push_back(place_items(canvas, lane, x, left, right));
    loose.push_back(undated(canvas, lane));
    heights.push_back(std::max({kLeastLane, 2 * kLanePadding + kTrack * static_cast<double>(track_count(placed.back())), undated_height(loose.back())}));
    bottom += heights.back();
  }
  if (has_undated) {
    canvas.rect({panel_left, kGridTop, kPanelWidth, bottom - kGridTop}, palette::kPanel);
    canvas.text({panel_left + kPanelWidth / 2, kTickBaseline}, Anchor::middle, spec.undated_head, style::panel_head());
  }
  for (int year = static_cast<int>(first_year); year <= static_cast<int>(last_year); ++year) {
    if ((year - static_cast<int>(first_year)) % step != 0) continue;
    canvas.line({x(year), kGridTop}, {x(year), bottom}, palette::kRule, 0.4);
    canvas.text({x(year), kTickBaseline}, Anchor::middle, std::to_string(year), style::axis());
  }
  if (spec.cut_off) {
    const double at = x(*spec.cut_off);
    canvas.line({at, kGridTop}, {at, bottom}, palette::kAccent, 0.9);
  }
  double top = kPlotTop;
  for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
    const Lane& lane = spec.lanes[i];
    document::ChartRow head;
    head.label = lane.label;
    head.is_focus = lane.is_focus;
    canvas.row_label(top + heights[i] / 2, left - 8, head);
    const double used = kTrack * static_cast<double>(track_count(placed[i]));
    for (const auto& each : placed[i]) draw_dated(canvas, lane, each, x, top + (heights[i] - used) / 2);
    if (placed[i].empty() && !spec.none_text.empty()) {
      Label none{spec.none_text, {FontFace::regular, 7, palette::kMuted, 0, false, 0}, document::kNone, {}, document::kNone};
      canvas.text({(left + right) / 2, top + heights[i] / 2 + 2.5}, Anchor::middle, none, palette::kWhite);
    }
    draw_undated(canvas, lane, loose[i], panel_left, top, heights[i]);
    top += heights[i];
    canvas.line({0, top}, {canvas.width(), top}, palette::kRule, 0.5);
  }
  return bottom + 4;
}

}  // namespace briefpack::chart
