// Dated actions in lanes by country: a bar for a period, a dot for an act, the dot's style is the status. Undated acts stand in
// a panel at the right; an accent line is the data cut-off.
#include <algorithm>
#include <cmath>

#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tracks.h"

namespace briefpack::chart {

using document::Lane;
using document::LaneItem;
using geometry::Anchor;
using geometry::FontFace;
using geometry::Rect;
namespace palette = geometry::palette;

namespace {

constexpr double kTickBaseline = 11, kGridTop = 16, kPlotTop = 22, kTrack = 15.5, kLanePadding = 4, kLeastLane = 31, kTightLane = 27, kPanelWidth = 100;
constexpr double kDot = 4, kLeading = 9, kLeastLabel = 60;

geometry::TextStyle item_style() { return {FontFace::semibold, 7.25, palette::kInk, 0, false, 0}; }

geometry::TextStyle none_style() { return {FontFace::regular, 7, palette::kMuted, 0, false, 0}; }

geometry::Color color_of(const Lane& lane) { return lane.is_focus ? palette::kAccent : palette::kNavy; }

/// A dated item as it stands in its lane.
struct Placed {
  const LaneItem* item;
  std::vector<std::string> lines;  ///< Of its label.
  double label_x;
  Anchor anchor;
  bool is_below = false;           ///< The label stands under the bar of a period, not beside or in it.
  Rect box;                        ///< Mark and label, from the lane's first track.
};

Label label_line(const Placed& placed, std::size_t line) {
  Label out{placed.lines[line], item_style(), document::kNone, {}, document::kNone};
  if (line + 1 == placed.lines.size()) out.notes = placed.item->notes;
  return out;
}

double width_of(const Canvas& canvas, const Placed& placed) {
  double width = 0;
  for (std::size_t i = 0; i < placed.lines.size(); ++i) width = std::max(width, canvas.width_of(label_line(placed, i)));
  return width;
}

/// The ways in which an item may stand between `left` and `right`, the best first: the label in the bar of its period, at the
/// right of the mark, at its left, wrapped at the side with more room, and under the bar. The boxes start at the first track.
std::vector<Placed> ways_to_stand(const Canvas& canvas, const LaneItem& item, const Scale& x, double left, double right) {
  const double from = item.end ? x(*item.start) : x(*item.start) - kDot, to = item.end ? x(*item.end) : x(*item.start) + kDot;
  std::vector<Placed> out;
  const auto add = [&](Placed way) {
    const double width = width_of(canvas, way), label_left = way.anchor == Anchor::end ? way.label_x - width : way.label_x;
    const double start = std::min(from, label_left) - 2, end = std::max(to, label_left + width) + 4;
    const double text_height = kLeading * static_cast<double>(way.lines.size());
    way.box = {start, 0, end - start, way.is_below ? kTrack + text_height : std::max(kTrack, text_height + 4)};
    const bool fits = label_left >= left && label_left + width <= right;
    if (fits) out.push_back(std::move(way));
  };
  Placed in_one_line{&item, {item.label}, from + 5, Anchor::start, false, {}};
  if (item.end && width_of(canvas, in_one_line) + 8 <= to - from) add(in_one_line);
  in_one_line.label_x = to + 3;
  add(in_one_line);
  in_one_line.label_x = from - 3;
  in_one_line.anchor = Anchor::end;
  add(in_one_line);

  const double marks = canvas.width_of(Label{"", item_style(), document::kNone, item.notes, document::kNone});
  const bool is_right = right - to >= from - left;
  const double beside = std::max(right - to, from - left) - 6;
  if (beside - marks >= kLeastLabel) add({&item, canvas.wrap(item.label, item_style(), beside - marks), is_right ? to + 3 : from - 3, is_right ? Anchor::start : Anchor::end, false, {}});
  // Under the mark there is the whole width; the words start with the bar where they can.
  Placed below{&item, canvas.wrap(item.label, item_style(), right - left - marks - 4), 0, Anchor::start, true, {}};
  below.label_x = std::max(left, std::min(from, right - width_of(canvas, below)));
  add(below);
  if (out.empty()) out.push_back(below);  // a single letter wider than the plot
  return out;
}

/// Puts each dated item on the first track where it can stand and touches no other one.
std::vector<Placed> place_items(const Canvas& canvas, const Lane& lane, const Scale& x, double left, double right) {
  std::vector<Placed> placed;
  Tracks tracks;
  for (const auto& item : lane.items) {
    if (!item.start) continue;
    std::vector<Placed> ways = ways_to_stand(canvas, item, x, left, right);
    std::vector<Tracks::Way> stretches;
    for (const Placed& way : ways) stretches.push_back({way.box.x, way.box.right(), static_cast<std::size_t>(std::ceil(way.box.height / kTrack))});
    const auto [track, chosen] = tracks.put(stretches);
    placed.push_back(std::move(ways[chosen]));
    placed.back().box.y = kTrack * static_cast<double>(track);
  }
  return placed;
}

double height_of(const std::vector<Placed>& placed) {
  double height = 0;
  for (const auto& each : placed) height = std::max(height, each.box.bottom());
  return height;
}

struct UndatedLines {
  const LaneItem* item;
  std::vector<std::string> lines;
};

std::vector<UndatedLines> undated(const Canvas& canvas, const Lane& lane) {
  std::vector<UndatedLines> out;
  for (const auto& item : lane.items) {
    if (!item.start) out.push_back({&item, canvas.wrap(item.label, item_style(), kPanelWidth - 20 - canvas.width_of(Label{"", item_style(), document::kNone, item.notes, document::kNone}))});
  }
  return out;
}

double undated_height(const std::vector<UndatedLines>& items) {
  double height = 6;
  for (const auto& each : items) height += kLeading * static_cast<double>(each.lines.size()) + 4;
  return height;
}

void draw_undated(Canvas& canvas, const Lane& lane, const std::vector<UndatedLines>& items, double left, double top, double height) {
  double y = top + (height - (undated_height(items) - 6)) / 2 + 2;
  for (const auto& each : items) {
    const double block = kLeading * static_cast<double>(each.lines.size());
    canvas.dot({left + 10, y + block / 2}, each.item->dot, color_of(lane));
    double line_y = y + 6.6;
    for (std::size_t i = 0; i < each.lines.size(); ++i, line_y += kLeading) {
      Label label{each.lines[i], item_style(), document::kNone, {}, document::kNone};
      if (i + 1 == each.lines.size()) label.notes = each.item->notes;
      canvas.text({left + 18, line_y}, Anchor::start, label);
    }
    y += block + 4;
  }
}

void draw_dated(Canvas& canvas, const Lane& lane, const Placed& placed, const Scale& x, double top) {
  const LaneItem& item = *placed.item;
  const double start = top + placed.box.y;
  const double middle = start + (placed.is_below ? kTrack : placed.box.height) / 2;
  const double at = x(*item.start);
  if (item.end) {
    const Rect bar{at, middle - 5, std::max(x(*item.end) - at, 1.0), 10};
    if (item.is_start_estimated) {
      // Open at the start, so that nothing fills the gaps between the dashes.
      canvas.rect(bar, palette::kBar);
      canvas.line({at, bar.y}, {bar.right(), bar.y}, palette::kNavy, 0.75);
      canvas.line({bar.right(), bar.y - 0.375}, {bar.right(), bar.bottom() + 0.375}, palette::kNavy, 0.75);
      canvas.line({at, bar.bottom()}, {bar.right(), bar.bottom()}, palette::kNavy, 0.75);
      canvas.line({at, middle - 7}, {at, middle + 7}, palette::kNavy, 1.2, {1.5, 1.5});
    } else {
      canvas.rect(bar, palette::kBar, geometry::Stroke{palette::kNavy, 0.75, {}});
    }
  } else {
    canvas.dot({at, middle}, item.dot, color_of(lane));
  }
  double baseline = placed.is_below ? start + kTrack + 5 : middle + 2.7 - kLeading * static_cast<double>(placed.lines.size() - 1) / 2;
  for (std::size_t i = 0; i < placed.lines.size(); ++i, baseline += kLeading) canvas.text({placed.label_x, baseline}, placed.anchor, label_line(placed, i));
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

/// Years from one grid line to the next, round ones, so that heads keep their distance and ten of them fill an axis.
int year_step(double year_width, double head_width) {
  for (int power = 1; power < 10000; power *= 10) {
    for (const int factor : {1, 2, 5}) {
      if (year_width * factor * power >= head_width) return factor * power;
    }
  }
  return 10000;
}

}  // namespace

double draw_lanes(Canvas& canvas, const document::ChartSpec& spec) {
  const document::ChartSpec& whole = canvas.whole_of(spec);
  const bool has_undated = std::any_of(whole.lanes.begin(), whole.lanes.end(), [](const Lane& lane) {
    return std::any_of(lane.items.begin(), lane.items.end(), [](const LaneItem& item) { return !item.start; });
  });
  const double left = whole.lanes.size() > 1 ? 82 : 62;
  const double panel_left = canvas.width() - (has_undated ? kPanelWidth : 0);
  const double right = has_undated ? panel_left - 14 : canvas.width() - 8;
  const auto [first_year, last_year] = year_range(whole);
  const Scale x{first_year, last_year, left, right, false};
  const int step = year_step(x(first_year + 1) - x(first_year), canvas.width_of("2000", style::axis()) + 16);

  std::vector<std::vector<Placed>> placed;
  std::vector<std::vector<UndatedLines>> loose;
  std::vector<double> heights;
  double bottom = kPlotTop;
  for (const auto& lane : spec.lanes) {
    placed.push_back(place_items(canvas, lane, x, left, right));
    loose.push_back(undated(canvas, lane));
    document::ChartRow head;
    head.label = lane.label;
    const double none = placed.back().empty() ? kLeading * static_cast<double>(canvas.wrap(spec.none_text, none_style(), right - left - 4).size()) : 0;
    heights.push_back(std::max({canvas.apart(kLeastLane, kTightLane), none + 2 * kLanePadding, canvas.row_label_height(left - 8, head) + 2 * kLanePadding, 2 * kLanePadding + height_of(placed.back()), undated_height(loose.back())}));
    bottom += heights.back();
  }
  if (has_undated) {
    canvas.ground({panel_left, kGridTop, kPanelWidth, bottom - kGridTop}, palette::kPanel);
    canvas.text({panel_left + kPanelWidth / 2, kTickBaseline}, Anchor::middle, spec.undated_head, style::panel_head());
  }
  for (int year = static_cast<int>(first_year); year <= static_cast<int>(last_year); ++year) {
    if ((year - static_cast<int>(first_year)) % step != 0) continue;
    canvas.grid({x(year), kGridTop}, {x(year), bottom}, palette::kRule, 0.4);
    canvas.text({x(year), kTickBaseline}, Anchor::middle, std::to_string(year), style::axis());
  }
  if (spec.cut_off) {
    const double at = x(*spec.cut_off);
    canvas.grid({at, kGridTop}, {at, bottom}, palette::kAccent, 0.9);
  }
  double top = kPlotTop;
  for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
    const Lane& lane = spec.lanes[i];
    document::ChartRow head;
    head.label = lane.label;
    head.is_focus = lane.is_focus;
    canvas.row_label(top + heights[i] / 2, left - 8, head);
    const double used = height_of(placed[i]);
    for (const auto& each : placed[i]) draw_dated(canvas, lane, each, x, top + (heights[i] - used) / 2);
    if (placed[i].empty() && !spec.none_text.empty()) {
      const auto lines = canvas.wrap(spec.none_text, none_style(), right - left - 4);
      double baseline = top + heights[i] / 2 + 2.5 - kLeading * static_cast<double>(lines.size() - 1) / 2;
      for (const auto& line : lines) {
        canvas.text({(left + right) / 2, baseline}, Anchor::middle, line, none_style());
        baseline += kLeading;
      }
    }
    draw_undated(canvas, lane, loose[i], panel_left, top, heights[i]);
    top += heights[i];
    canvas.line({0, top}, {canvas.width(), top}, palette::kRule, 0.5);
  }
  return bottom + 4;
}

}  // namespace briefpack::chart
