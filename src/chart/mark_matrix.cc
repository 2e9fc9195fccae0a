// Owner by place, yes or no: dots in a grid, places grouped, sums in the last row.
#include <algorithm>
#include <numeric>

#include "chart/marks.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
namespace palette = geometry::palette;

namespace {

constexpr double kRowHeight = 13.5, kTightRow = 12, kLeading = 9, kHeadLeading = 8.5, kHeadAir = 1, kRadius = 3.8;

geometry::TextStyle group_style() { return {FontFace::semibold, 7.5, palette::kInk, 0, false, 0}; }
geometry::TextStyle place_style() { return {FontFace::regular, 7.25, palette::kInk2, 0, false, 0}; }

bool is_dot(const document::ChartValue& value) { return value.number && *value.number > 0; }

/// The notes of all dots of a row, each once.
std::vector<document::NoteIndex> notes_of(const document::ChartRow& row) {
  std::vector<document::NoteIndex> out;
  for (const auto& value : row.values) {
    if (!is_dot(value)) continue;
    for (const auto note : value.notes) {
      if (std::find(out.begin(), out.end(), note) == out.end()) out.push_back(note);
    }
  }
  return out;
}

bool have_same_notes(const document::ChartRow& row) {
  const std::vector<document::NoteIndex>* first = nullptr;
  for (const auto& value : row.values) {
    if (!is_dot(value)) continue;
    if (first != nullptr && *first != value.notes) return false;
    first = &value.notes;
  }
  return true;
}

/// What hangs at the right of a dot: the tag of a dispute, and its own notes where they are not told for the whole row.
Label marks_of(const document::ChartValue& value, bool has_own_notes) {
  return {"", {FontFace::semibold, 7.5, palette::kInk, 0, false, 0}, value.figure, has_own_notes ? value.notes : std::vector<document::NoteIndex>{}, value.dispute};
}

Label place_label(const document::ChartRow& row, std::string text, bool has_notes) {
  return {std::move(text), place_style(), document::kNone, has_notes ? notes_of(row) : std::vector<document::NoteIndex>{}, document::kNone};
}

/// Whether the notes of a row stand behind its name: those that its dots share, once, and those for which a column has no room.
std::vector<bool> rows_with_notes(const Canvas& canvas, const document::ChartSpec& spec, const std::vector<double>& widths) {
  std::vector<bool> out;
  for (const auto& row : spec.rows) {
    bool fit = true;
    for (std::size_t i = 0; i < std::min(row.values.size(), widths.size()); ++i) {
      if (is_dot(row.values[i]) && canvas.width_of(marks_of(row.values[i], true)) + 2 * kRadius + 2 > widths[i]) fit = false;
    }
    out.push_back(have_same_notes(row) || !fit);
  }
  return out;
}

/// The widest word of a head, in its usual size.
double widest_word(const Canvas& canvas, const std::string& head) {
  double widest = 0;
  for (std::size_t from = 0; from < head.size();) {
    const std::size_t end = std::min(head.find(' ', from), head.size());
    widest = std::max(widest, canvas.width_of(head.substr(from, end - from), style::panel_head()));
    from = end + 1;
  }
  return widest;
}

double sum_of(const std::vector<double>& all) { return std::accumulate(all.begin(), all.end(), 0.0); }

/// What the dots and tags of each column need.
std::vector<double> dot_widths(const Canvas& canvas, const document::ChartSpec& spec) {
  std::vector<double> widths(spec.columns.size(), 2 * kRadius + 2);
  for (const auto& row : spec.rows) {
    for (std::size_t i = 0; i < std::min(row.values.size(), widths.size()); ++i) {
      if (is_dot(row.values[i])) widths[i] = std::max(widths[i], 2 * kRadius + 2 + canvas.width_of(marks_of(row.values[i], false)));
    }
  }
  return widths;
}

/// Columns of one width, as far as each has room for its dots and the widest word of its head; else that much. Where all
/// together have no room for that, words give way.
std::vector<double> column_widths(const Canvas& canvas, const document::ChartSpec& spec, double room) {
  const std::vector<double> least = dot_widths(canvas, spec);
  std::vector<double> widths = least;
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], widest_word(canvas, spec.columns[i]) + kHeadAir + 0.1);
  if (const double wanted = sum_of(widths), needed = sum_of(least); wanted > room) {
    const double part = std::max(0.0, (room - needed) / (wanted - needed));
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = needed < room ? least[i] + part * (widths[i] - least[i]) : least[i] * room / needed;
    return widths;
  }
  std::vector<double> widest_first = widths;
  std::sort(widest_first.rbegin(), widest_first.rend());
  double rest = room;
  auto left = static_cast<double>(widths.size());
  for (const double width : widest_first) {
    if (width <= rest / left) break;
    rest -= width;
    --left;
  }
  if (left == 0) return widths;
  for (double& width : widths) width = std::max(width, rest / left);
  return widths;
}

/// Heads are set a little smaller rather than broken within a word, but never below the least size of a label.
geometry::TextStyle head_style_for(const Canvas& canvas, const document::ChartSpec& spec, const std::vector<double>& widths) {
  constexpr double kLeastSize = 6.5;
  geometry::TextStyle out = style::panel_head();
  const double size = out.size;
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const double needed = widest_word(canvas, spec.columns[i]), width = widths[i] - kHeadAir;
    if (needed > width) out.size = std::min(out.size, size * width / needed);
  }
  out.size = std::max(out.size, kLeastSize);
  return out;
}

}  // namespace

double draw_matrix(Canvas& canvas, const document::ChartSpec& spec) {
  const document::ChartSpec& whole = canvas.whole_of(spec);
  const geometry::TextStyle group = group_style(), place = place_style();
  const double row_height = canvas.apart(kRowHeight, kTightRow);
  double group_width = 0, place_width = 0;
  for (const auto& row : whole.rows) {
    if (!row.group.empty()) group_width = std::max(group_width, canvas.width_of(row.group, group) + 6);
    place_width = std::max(place_width, canvas.width_of(place_label(row, row.label, true)) + 4);
  }
  // Names take at most half of the width, so that each owner keeps a column; a longer one wraps.
  group_width = std::min(group_width, canvas.width() * 0.3);
  place_width = std::min(place_width, std::max(canvas.width() * 0.25, canvas.width() * 0.55 - group_width));
  const double first = group_width + place_width;
  const std::vector<double> widths = column_widths(canvas, whole, canvas.width() - first);
  std::vector<double> starts;
  for (double start = first; starts.size() < widths.size(); start += widths[starts.size() - 1]) starts.push_back(start);
  const std::vector<bool> has_notes = rows_with_notes(canvas, spec, widths);
  // Dots stand in the middle of their column, further left where their marks would not end in it.
  std::vector<double> hanging(spec.columns.size(), 0);
  const std::vector<bool> have_notes = rows_with_notes(canvas, whole, widths);
  std::vector<double> sums(spec.columns.size(), 0);
  for (std::size_t r = 0; r < whole.rows.size(); ++r) {
    const auto& values = whole.rows[r].values;
    for (std::size_t i = 0; i < std::min(values.size(), hanging.size()); ++i) {
      if (!is_dot(values[i])) continue;
      hanging[i] = std::max(hanging[i], canvas.width_of(marks_of(values[i], !have_notes[r])));
      sums[i] += *values[i].number;
    }
  }
  const auto x = [&](std::size_t i) {
    return std::max(starts[i] + kRadius, std::min(starts[i] + widths[i] / 2, starts[i] + widths[i] - kRadius - 1 - hanging[i]));
  };
  // Heads wrap to their columns and end on one line above the rule.
  const geometry::TextStyle head_style = head_style_for(canvas, spec, widths);
  std::vector<std::vector<std::string>> heads;
  std::size_t most_lines = 1;
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    heads.push_back(canvas.wrap(spec.columns[i], head_style, widths[i] - kHeadAir));
    most_lines = std::max(most_lines, heads.back().size());
  }
  const double head_rule = 5.5 + kHeadLeading * static_cast<double>(most_lines);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    double baseline = head_rule - 5 - kHeadLeading * static_cast<double>(heads[i].size() - 1);
    for (const auto& line : heads[i]) {
      const double width = canvas.width_of(line, head_style), start = starts[i] + kHeadAir / 2;
      canvas.text({std::clamp(x(i) - width / 2, start, std::max(start, start + widths[i] - kHeadAir - width)), baseline}, Anchor::start, line, head_style);
      baseline += kHeadLeading;
    }
  }
  canvas.line({0, head_rule}, {canvas.width(), head_rule}, palette::kInk, 0.75);

  double y = head_rule;
  for (std::size_t r = 0; r < spec.rows.size(); ++r) {
    const auto& row = spec.rows[r];
    const bool starts_group = r == 0 || spec.rows[r - 1].group != row.group;
    if (r > 0) {
      canvas.line({starts_group ? 0 : group_width, y}, {canvas.width(), y}, starts_group ? palette::kInk2 : palette::kRule, starts_group ? 0.6 : 0.4);
    }
    const auto groups = starts_group ? canvas.wrap(row.group, group, group_width - 4) : std::vector<std::string>{};
    const auto places = canvas.wrap(row.label, place, place_width - 4 - canvas.width_of(place_label(row, "", has_notes[r])));
    const double height = row_height + kLeading * static_cast<double>(std::max({groups.size(), places.size(), std::size_t{1}}) - 1);
    const double middle = y + row_height / 2;
    double baseline = middle + 2.6;
    for (const auto& line : groups) {
      canvas.text({0, baseline}, Anchor::start, line, group);
      baseline += kLeading;
    }
    baseline = middle + 2.6;
    for (std::size_t i = 0; i < places.size(); ++i, baseline += kLeading) {
      canvas.text({group_width, baseline}, Anchor::start, place_label(row, places[i], has_notes[r] && i + 1 == places.size()));
    }
    for (std::size_t i = 0; i < std::min(row.values.size(), spec.columns.size()); ++i) {
      const auto& value = row.values[i];
      if (!is_dot(value)) continue;
      canvas.point({x(i), middle}, kRadius, Canvas::Form::circle,
                   value.dispute == document::kNone ? Canvas::Fill::filled : Canvas::Fill::dashed, palette::kAccent, value.figure);
      const Label marks = marks_of(value, !has_notes[r]);
      if (!marks.notes.empty() || marks.dispute != document::kNone) canvas.text({x(i) + kRadius + 1, middle + 2.6}, Anchor::start, marks);
    }
    y += height;
  }
  canvas.line({0, y}, {canvas.width(), y}, palette::kInk2, 0.75);
  if (!canvas.is_end()) return y + 2;
  Label total{spec.total_label, {FontFace::bold, 7.5, palette::kInk, 0, true, 0}, spec.total_figure, spec.total_notes, document::kNone};
  if (!total.text.empty()) canvas.text({0, y + 12}, Anchor::start, total);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    canvas.text({x(i), y + 12}, Anchor::middle, numfmt::grouped(sums[i], spec.lang), {FontFace::semibold, 8, palette::kInk, 0, true, 0});
  }
  canvas.line({0, y + 18}, {canvas.width(), y + 18}, palette::kInk, 0.75);
  return y + 20;
}

}  // namespace briefpack::chart
