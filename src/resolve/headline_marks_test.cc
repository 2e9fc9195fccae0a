#include "resolve/headline_marks.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::resolve;

namespace {

document::Inlines figure(document::FigureIndex index, bool is_marked) {
  document::Inlines out{document::FigureText{index, "", "7", "", {}}};
  if (is_marked) out.emplace_back(document::NoteMarks{{0}});
  return out;
}

/// One section whose only paragraph prints `body`, two figures over one observation each, the second a claim over the first's.
document::Document made(document::Inlines body) {
  document::Document document;
  document.figures.resize(2);
  document.figures[0].operands = {4};
  document.figures[1].operands = {4};
  document.figures[1].is_claim = true;
  document::Section section;
  section.body.push_back({document::Paragraph{document::TextRole::body, std::move(body)}});
  document.sections.push_back(std::move(section));
  return document;
}

std::size_t findings(const document::Document& document, document::FigureIndex used) {
  Diagnostics diagnostics;
  check_headlines(document, {{0, used, "7", {}}}, diagnostics);
  return diagnostics.size();
}

}  // namespace

TEST_CASE("a figure of a headline stands marked in the same section, or is reported") {
  CHECK(findings(made(figure(0, true)), 0) == 0);
  CHECK(findings(made(figure(0, false)), 0) == 1);
  CHECK(findings(made({}), 0) == 1);
}

TEST_CASE("a mark counts for the figures before it, not for those after it") {
  document::Inlines both = figure(0, false);
  for (auto& each : figure(1, true))
    both.push_back(each);
  CHECK(findings(made(both), 0) == 0);
  document::Inlines after = figure(1, true);
  for (auto& each : figure(0, false))
    after.push_back(each);
  CHECK(findings(made(after), 0) == 1);
}

TEST_CASE("a claim needs the figures that it rests on") {
  CHECK(findings(made(figure(0, true)), 1) == 0);
  CHECK(findings(made({}), 1) == 1);
}

TEST_CASE("a count over the document needs no mark") {
  document::Document document = made({});
  document.figures[0].is_document_count = true;
  CHECK(findings(document, 0) == 0);
}

TEST_CASE("the marked figure may stand in a table or a chart") {
  document::Document document = made({});
  document::ChartSpec chart;
  chart.rows.resize(1);
  chart.rows[0].values.resize(1);
  chart.rows[0].values[0].figure = 0;
  chart.rows[0].values[0].notes = {0};
  document::Exhibit exhibit;
  exhibit.content = chart;
  document.sections[0].body.push_back({exhibit});
  CHECK(findings(document, 0) == 0);

  document::Document with_table = made({});
  document::Table table;
  table.rows.resize(1);
  table.rows[0].cells.resize(1);
  table.rows[0].cells[0].lines.push_back(figure(0, true));
  document::Exhibit tabular;
  tabular.content = table;
  document::Columns columns;
  columns.columns.push_back({document::Block{tabular}});
  with_table.sections[0].body.push_back({columns});
  CHECK(findings(with_table, 0) == 0);
}
