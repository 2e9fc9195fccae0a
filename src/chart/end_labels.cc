#include "chart/end_labels.h"

#include <algorithm>

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
using geometry::TextStyle;
namespace palette = geometry::palette;

namespace {

constexpr double kLeastDistance = 11;

Label end_label(const SeriesEnd& end) {
  const bool is_given = end.value->number.has_value();
  TextStyle label_style{is_given ? FontFace::semibold : FontFace::regular, is_given ? 8.0 : 7.5,
                        is_given ? series_color(*end.row) : palette::kMuted, 0, true, 0};
  if (is_given && end.row->is_focus) label_style.face = FontFace::bold;
  return label_of(*end.value, label_style);
}

/// The name of the series, in the type of its label.
Label name_label(const SeriesEnd& end) {
  Label name = end_label(end);
  name.text = end.row->label + " ";
  name.notes.clear();
  name.figure = document::kNone;
  return name;
}

}  // namespace

geometry::Color series_color(const document::ChartRow& row) {
  return row.is_focus ? palette::kAccent : row.is_second ? palette::kTeal : palette::kNavy;
}

void spread(std::vector<SeriesEnd>& ends, double bottom) {
  std::stable_sort(ends.begin(), ends.end(), [](const SeriesEnd& a, const SeriesEnd& b) { return a.y < b.y; });
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i].label_y = std::max(ends[i].label_y, ends[i - 1].label_y + kLeastDistance);
  double limit = bottom;
  for (std::size_t i = ends.size(); i-- > 0;) {
    ends[i].label_y = std::min(ends[i].label_y, limit);
    limit = ends[i].label_y - kLeastDistance;
  }
}

void draw_end_label(Canvas& canvas, const SeriesEnd& end, double x, Anchor anchor) {
  const Label name = name_label(end);
  Label label = end_label(end);
  const double name_width = canvas.width_of(name), width = name_width + canvas.width_of(label);
  const double left = anchor == Anchor::end ? x - width : x;
  canvas.text({left, end.label_y + 2.8}, Anchor::start, name);
  label.dispute = end.value->dispute;
  canvas.text({left + name_width, end.label_y + 2.8}, Anchor::start, label);
}

double width_of(const Canvas& canvas, const std::vector<SeriesEnd>& ends) {
  double widest = 0;
  for (const SeriesEnd& end : ends) {
    Label label = end_label(end);
    label.dispute = end.value->dispute;
    widest = std::max(widest, canvas.width_of(name_label(end)) + canvas.width_of(label));
  }
  return widest;
}

}  // namespace briefpack::chart
