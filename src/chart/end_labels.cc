#include "chart/end_labels.h"

#include <algorithm>

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
using geometry::TextStyle;
namespace palette = geometry::palette;

namespace {

constexpr double kLeading = 9.5, kBetween = 1.5;
constexpr double kToBaseline = 2.8;  // from the middle of a line of figures

TextStyle style_of(const SeriesEnd& end) {
  const bool is_given = end.value->number.has_value();
  TextStyle out{is_given ? FontFace::semibold : FontFace::regular, is_given ? 8.0 : 7.5, is_given ? series_color(*end.row) : palette::kMuted, 0, true, 0};
  if (is_given && end.row->is_focus) out.face = FontFace::bold;
  return out;
}

Label value_label(const SeriesEnd& end) {
  Label out = label_of(*end.value, style_of(end));
  out.dispute = end.value->dispute;
  return out;
}

Label name_label(const SeriesEnd& end, std::string text) { return {std::move(text), style_of(end), document::kNone, {}, document::kNone}; }

double height_of(const SeriesEnd& end) { return kLeading * static_cast<double>(std::max<std::size_t>(end.lines.size(), 1)); }

double width_of_last(const Canvas& canvas, const SeriesEnd& end) {
  return canvas.width_of(name_label(end, end.lines.back())) + canvas.width_of(value_label(end));
}

}  // namespace

geometry::Color series_color(const document::ChartRow& row) {
  return row.is_focus ? palette::kAccent : row.is_second ? palette::kTeal : palette::kNavy;
}

double fit_labels(const Canvas& canvas, std::vector<SeriesEnd>& ends, double width) {
  double widest = 0;
  for (SeriesEnd& end : ends) {
    end.lines = canvas.wrap(end.row->label, style_of(end), width);
    if (end.lines.empty()) end.lines.emplace_back();
    end.lines.back() += " ";
    // The value goes to a line of its own where the name leaves it no room.
    if (width_of_last(canvas, end) > width && end.lines.back() != " ") {
      end.lines.back().pop_back();
      end.lines.emplace_back();
    }
    for (const std::string& line : end.lines) widest = std::max(widest, canvas.width_of(name_label(end, line)));
    widest = std::max(widest, width_of_last(canvas, end));
  }
  return widest;
}

double stack_height(const std::vector<SeriesEnd>& ends) {
  double height = 0;
  for (const SeriesEnd& end : ends) height += height_of(end) + kBetween;
  return height;
}

void spread(std::vector<SeriesEnd>& ends, double top, double bottom) {
  std::stable_sort(ends.begin(), ends.end(), [](const SeriesEnd& a, const SeriesEnd& b) { return a.y < b.y; });
  for (SeriesEnd& end : ends) end.middle = std::max(end.y, top + height_of(end) / 2);
  const auto distance = [](const SeriesEnd& a, const SeriesEnd& b) { return (height_of(a) + height_of(b)) / 2 + kBetween; };
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i].middle = std::max(ends[i].middle, ends[i - 1].middle + distance(ends[i - 1], ends[i]));
  for (std::size_t i = ends.size(); i-- > 0;) {
    const double limit = i + 1 == ends.size() ? bottom - height_of(ends[i]) / 2 : ends[i + 1].middle - distance(ends[i], ends[i + 1]);
    ends[i].middle = std::min(ends[i].middle, limit);
  }
}

void draw_end_label(Canvas& canvas, const SeriesEnd& end, double x, Anchor anchor) {
  double y = end.middle - height_of(end) / 2 + kLeading / 2 + kToBaseline;
  for (std::size_t i = 0; i < end.lines.size(); ++i) {
    const Label name = name_label(end, end.lines[i]);
    const bool is_last = i + 1 == end.lines.size();
    const double width = is_last ? width_of_last(canvas, end) : canvas.width_of(name);
    const double left = anchor == Anchor::end ? x - width : x;
    if (!end.lines[i].empty()) canvas.text({left, y}, Anchor::start, name);
    if (is_last) canvas.text({left + canvas.width_of(name), y}, Anchor::start, value_label(end));
    y += kLeading;
  }
}

}  // namespace briefpack::chart
