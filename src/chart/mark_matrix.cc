// Owner by place, yes or no: dots in a grid, places grouped, sums in the last row.
#include <algorithm>

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
std::vector<bool> rows_with_notes(const Canvas& canvas, const document::ChartSpec& spec, double column) {
  std::vector<bool> out;
  for (const auto& row : spec.rows) {
    const bool fit = std::all_of(row.values.begin(), row.values.end(), [&](const document::ChartValue& value) {
      return !is_dot(value) || canvas.width_of(marks_of(value, true)) + 2 * kRadius + 2 <= column;
    });
    out.push_back(have_same_notes(row) || !fit);
  }
  return out;
}

/// Heads are set a little smaller rather than broken within a word, but never below the least size of a label.
geometry::TextStyle head_style_for(const Canvas& canvas, const document::ChartSpec& spec, double width) {
  constexpr double kLeastSize = 6.5;
  geometry::TextStyle out = style::panel_head();
  const double size = out.size;
  for (const std::string& head : spec.columns) {
    for (std::size_t from = 0; from < head.size();) {
      const std::size_t end = std::min(head.find(' ', from), head.size());
      const double needed = canvas.width_of(head.substr(from, end - from), style::panel_head());
      if (needed > width) out.size = std::min(out.size, size * width / needed);
      from = end + 1;
    }
  }
  out.size = std::max(out.size, kLeastSize);
  return out;
}

}  // namespace

double draw_matrix(Canvas& canvas, const document::ChartSpec& spec) {
  const geometry::TextStyle group = group_style(), place = place_style();
  const double row_height = canvas.apart(kRowHeight, kTightRow);
  double group_width = 0, place_width = 0;
  for (const auto& row : spec.rows) {
    if (!row.group.empty()) group_width = std::max(group_width, canvas.width_of(row.group, group) + 6);
    place_width = std::max(place_width, canvas.width_of(place_label(row, row.label, true)) + 4);
  }
  // Names take at most half of the width, so that each owner keeps a column; a longer one wraps.
  group_width = std::min(group_width, canvas.width() * 0.3);
  place_width = std::min(place_width, std::max(canvas.width() * 0.25, canvas.width() * 0.55 - group_width));
  const double first = group_width + place_width;
  const double column = (canvas.width() - first) / static_cast<double>(std::max<std::size_t>(spec.columns.size(), 1));
  const std::vector<bool> has_notes = rows_with_notes(canvas, spec, column);
  // Dots stand in the middle of their column, further left where their marks would not end in it.
  std::vector<double> hanging(spec.columns.size(), 0);
  for (std::size_t r = 0; r < spec.rows.size(); ++r) {
    const auto& values = spec.rows[r].values;
    for (std::size_t i = 0; i < std::min(values.size(), hanging.size()); ++i) {
      if (is_dot(values[i])) hanging[i] = std::max(hanging[i], canvas.width_of(marks_of(values[i], !has_notes[r])));
    }
  }
  const auto x = [&](std::size_t i) {
    const double start = first + column * static_cast<double>(i);
    return std::max(start + kRadius, std::min(start + column / 2, start + column - kRadius - 1 - hanging[i]));
  };
  // Heads wrap to their columns and end on one line above the rule.
  const geometry::TextStyle head_style = head_style_for(canvas, spec, column - kHeadAir);
  std::vector<std::vector<std::string>> heads;
  std::size_t most_lines = 1;
  for (const auto& head : spec.columns) {
    heads.push_back(canvas.wrap(head, head_style, column - kHeadAir));
    most_lines = std::max(most_lines, heads.back().size());
  }
  const double head_rule = 5.5 + kHeadLeading * static_cast<double>(most_lines);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    double baseline = head_rule - 5 - kHeadLeading * static_cast<double>(heads[i].size() - 1);
    for (const auto& line : heads[i]) {
      const double width = canvas.width_of(line, head_style), start = first + column * static_cast<double>(i) + kHeadAir / 2;
      canvas.text({std::clamp(x(i) - width / 2, start, std::max(start, start + column - kHeadAir - width)), baseline}, Anchor::start, line, head_style);
      baseline += kHeadLeading;
    }
  }
  canvas.line({0, head_rule}, {canvas.width(), head_rule}, palette::kInk, 0.75);

  std::vector<double> sums(spec.columns.size(), 0);
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
      sums[i] += *value.number;
      canvas.point({x(i), middle}, kRadius, Canvas::Form::circle,
                   value.dispute == document::kNone ? Canvas::Fill::filled : Canvas::Fill::dashed, palette::kAccent, value.figure);
      const Label marks = marks_of(value, !has_notes[r]);
      if (!marks.notes.empty() || marks.dispute != document::kNone) canvas.text({x(i) + kRadius + 1, middle + 2.6}, Anchor::start, marks);
    }
    y += height;
  }
  canvas.line({0, y}, {canvas.width(), y}, palette::kInk2, 0.75);
  Label total{spec.total_label, {FontFace::bold, 7.5, palette::kInk, 0, true, 0}, spec.total_figure, spec.total_notes, document::kNone};
  if (!total.text.empty()) canvas.text({0, y + 12}, Anchor::start, total);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    canvas.text({x(i), y + 12}, Anchor::middle, numfmt::grouped(sums[i], spec.lang), {FontFace::semibold, 8, palette::kInk, 0, true, 0});
  }
  canvas.line({0, y + 18}, {canvas.width(), y + 18}, palette::kInk, 0.75);
  return y + 20;
}

}  // namespace briefpack::chart
