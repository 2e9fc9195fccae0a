#include "workbook/exhibit_sources.h"

#include <set>

#include "workbook/wrap_lines.h"

namespace briefpack::workbook {

namespace {

using document::ChartValue;

class Collector {
 public:
  explicit Collector(const Plan& plan) : plan_(plan) {}

  void add(const ChartValue& value) {
    add_figure(value.figure);
    add_notes(value.notes);
  }
  void add(const document::ChartSpec& chart) {
    for (const auto& row : chart.rows) {
      for (const ChartValue& value : row.values) add(value);
      add(row.multiple);
    }
    for (const auto& lane : chart.lanes) {
      for (const auto& item : lane.items) add_notes(item.notes);
    }
    add_figure(chart.total_figure);
    add_figure(chart.change_figure);
  }
  void add(const document::Table& table) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row.cells) {
        for (const auto& line : cell.lines) {
          for (const auto& each : line) {
            if (const auto* figure = std::get_if<document::FigureText>(&each)) add_figure(figure->figure);
            else if (const auto* marks = std::get_if<document::NoteMarks>(&each)) add_notes(marks->notes);
          }
        }
      }
    }
  }

  /// A line stands in one cell and is not broken, so many sources are named by their codes alone.
  std::string words() const {
    constexpr double kLongest = 220;  // digits; longer, and a printed sheet shrinks to the length of its line
    const std::string titles = joined(true);
    return text_width(titles) > kLongest ? joined(false) : titles;
  }

 private:
  std::string joined(bool with_titles) const {
    std::string out;
    for (const std::uint32_t each : sources_) {
      const auto& source = plan_.dataset.sources[each];
      const std::string code = source.code.empty() && !with_titles ? source.id : source.code;
      const std::string title = with_titles ? source.title.in(plan_.lang) : std::string();
      out += (out.empty() ? "" : "; ") + code + (code.empty() || title.empty() ? "" : " ") + title;
    }
    return out;
  }
  void add_figure(document::FigureIndex index) {
    if (index >= plan_.document.figures.size()) return;
    for (const std::uint32_t each : plan_.document.figures[index].sources) sources_.insert(each);
  }
  void add_notes(const std::vector<document::NoteIndex>& notes) {
    for (const document::NoteIndex note : notes) {
      if (note >= plan_.document.notes.size()) continue;
      for (const std::uint32_t each : plan_.document.notes[note].sources) sources_.insert(each);
    }
  }

  const Plan& plan_;
  std::set<std::uint32_t> sources_;
};

}  // namespace

std::string exhibit_sources(const Plan& plan, const document::Exhibit& exhibit) {
  Collector collector(plan);
  std::visit([&](const auto& content) { collector.add(content); }, exhibit.content);
  return collector.words();
}

}  // namespace briefpack::workbook
