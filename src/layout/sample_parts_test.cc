#include "layout/sample_parts.h"

#include <utility>

namespace briefpack::layout::sample {

using namespace document;

Section section_of(Sample& sample, std::string label, std::string title) {
  Section section;
  section.lang = "en";
  section.label = std::move(label);
  section.title = std::move(title);
  section.running_title = "AI Country Briefing";
  section.running_period = "November 2026";
  section.footer = "AI Policy Evidence Unit · Issue 2026/11 · Data cut-off 20 November 2026";
  section.notes_line =
      "Sources in full, with publisher, title, date and link: page 8. Note numbers match the Notes sheet of the "
      "workbook.";
  section.page_of = "Page {page} of {pages}";
  section.kicker = sample.in(section.title);
  return section;
}

Exhibit table_exhibit(Sample& sample, std::uint32_t number, std::string_view title, std::string_view subtitle,
                      Table table) {
  Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.number = number;
  exhibit.number_text = "Table " + std::to_string(number);
  exhibit.label = "tab-" + std::to_string(number);
  exhibit.title = sample.in(title);
  exhibit.subtitle = sample.in(subtitle);
  exhibit.content = std::move(table);
  return exhibit;
}

TableColumn column(Sample& sample, std::string_view head, Align align, double width,
                   bool focus) {
  TableColumn column;
  column.head = sample.in(head);
  column.align = align;
  column.width = width;
  column.is_focus = focus;
  return column;
}

Block pairs(Sample& sample, const std::vector<std::string_view>& rows) {
  Table table;
  table.style = TableStyle::pairs;
  table.has_head = false;
  table.columns = {column(sample, ""), column(sample, "", Align::right)};
  for (const auto& row : rows)
    table.rows.push_back(sample.row(row));
  Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.content = std::move(table);
  return block(std::move(exhibit));
}

ChartSpec paired_chart(bool is_korean) {
  ChartSpec chart;
  chart.mark = Mark::paired;
  chart.lang = is_korean ? "ko" : "en";
  chart.axis_scale = 0.001;
  chart.panel_a = is_korean ? "A  길이: 0에서 시작하는 선형 축" : "A  Length: linear scale from zero";
  chart.panel_b = is_korean ? "B  위치: 로그 축, 한 칸 = 10배" : "B  Position: log scale, one line = ×10";
  chart.multiple_head = is_korean ? "한국 대비" : "× Korea";
  chart.withdrawn_text = is_korean ? "산출 보류" : "withdrawn";
  const auto row = [&](std::string label, std::string sub, double number, std::string text, NoteIndex note,
                       Holder holder) {
    ChartRow it;
    it.label = std::move(label);
    it.sublabel = std::move(sub);
    it.holder = holder;
    ChartValue value;
    value.number = number;
    value.label = std::move(text);
    value.figure = 0;
    value.notes = {note};
    it.values.push_back(std::move(value));
    chart.rows.push_back(std::move(it));
  };
  row(is_korean ? "중국" : "China", is_korean ? "표의 기재" : "according to the table", 350000, "350,000", 1,
      Holder::country);
  row(is_korean ? "메타" : "Meta", is_korean ? "제목의 기재" : "according to the headline", 350000, "350,000", 2,
      Holder::company);
  for (auto& it : chart.rows) {
    it.values.front().dispute = 0;
    it.values.front().figure = 1;
    it.multiple.is_withdrawn = true;
  }
  row("xAI", is_korean ? "기업" : "company", 100000, "100,000", 6, Holder::company);
  chart.rows.back().multiple.number = 50;
  chart.rows.back().multiple.label = "50";
  chart.rows.back().multiple.notes = {7};
  row(is_korean ? "테슬라" : "Tesla", is_korean ? "기업" : "company", 35000, "35,000", 6, Holder::company);
  chart.rows.back().multiple.number = 17.5;
  chart.rows.back().multiple.label = "17.5";
  chart.rows.back().multiple.notes = {24};
  row(is_korean ? "한국" : "Korea", is_korean ? "국가" : "country", 2000, "2,000", 0, Holder::country);
  chart.rows.back().is_focus = true;
  chart.rows.back().multiple.number = 1;
  chart.rows.back().multiple.label = "1";
  using Swatch = ChartSpec::KeyItem::Swatch;
  chart.key = {
      {Swatch::circle, is_korean ? "국가" : "country"},
      {Swatch::square, is_korean ? "기업" : "company"},
      {Swatch::dashed_circle, is_korean ? "점선 테두리와 빗금: 쟁점 수치"
                                        : "dashed outline or hatching: disputed, one number given to two holders"}};
  return chart;
}

Block figure_exhibit(Sample& sample, std::string number_text, std::string_view title, std::string_view subtitle,
                     std::string alt, ChartSpec chart) {
  Exhibit exhibit;
  exhibit.number = 1;
  exhibit.label = "fig-" + chart.lang + "-1";
  exhibit.number_text = std::move(number_text);
  exhibit.title = sample.in(title);
  exhibit.subtitle = sample.in(subtitle);
  exhibit.alt = std::move(alt);
  exhibit.content = std::move(chart);
  return block(std::move(exhibit));
}

}  // namespace briefpack::layout::sample
