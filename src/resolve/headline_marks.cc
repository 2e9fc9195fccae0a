#include "resolve/headline_marks.h"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "base/utf8.h"

namespace briefpack::resolve {

namespace {

/// The figures that stand in a body with a mark behind them.
class MarkedFigures {
 public:
  explicit MarkedFigures(const document::Blocks& body) { take(body); }
  const std::set<document::FigureIndex>& figures() const { return figures_; }

 private:
  void take(const document::Blocks& blocks) {
    for (const document::Block& block : blocks) {
      std::visit([this](const auto& content) { take(content); }, block.content);
    }
  }

  /// A run of figures up to the next mark belongs to that mark: "13th → 5th" carries one for both.
  void take(const document::Inlines& inlines) {
    std::vector<document::FigureIndex> run;
    for (const document::Inline& each : inlines) {
      if (const auto* figure = std::get_if<document::FigureText>(&each)) run.push_back(figure->figure);
      if (!std::holds_alternative<document::NoteMarks>(each)) continue;
      figures_.insert(run.begin(), run.end());
      run.clear();
    }
  }

  void take(const document::ChartValue& value) {
    if (!value.notes.empty()) figures_.insert(value.figure);
  }
  void take(const document::Paragraph& paragraph) { take(paragraph.inlines); }
  void take(const document::Heading& heading) { take(heading.inlines); }
  void take(const document::List& list) {
    for (const auto& item : list.items)
      take(item.body);
  }
  void take(const document::KeyFigures& strip) {
    for (const auto& item : strip.items) {
      take(item.figure);
      take(item.caption);
    }
  }
  void take(const document::KeyMessages& messages) {
    for (const auto& item : messages.items)
      take(item);
  }
  void take(const document::Columns& columns) {
    for (const auto& column : columns.columns)
      take(column);
  }
  void take(const document::Box& box) {
    take(box.heading);
    take(box.aside);
    take(box.body);
  }
  void take(const document::Exhibit& exhibit) {
    for (const document::Inlines* each : {&exhibit.title, &exhibit.subtitle, &exhibit.remark})
      take(*each);
    std::visit([this](const auto& content) { take(content); }, exhibit.content);
  }
  void take(const document::Table& table) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row.cells) {
        for (const auto& line : cell.lines)
          take(line);
      }
    }
  }
  void take(const document::ChartSpec& chart) {
    for (const auto& row : chart.rows) {
      for (const auto& value : row.values)
        take(value);
      take(row.multiple);
    }
    if (!chart.change_notes.empty()) figures_.insert(chart.change_figure);
    if (!chart.total_notes.empty()) figures_.insert(chart.total_figure);
  }
  void take(const document::Quote& quote) { take(quote.body); }
  void take(const document::Contents&) {}
  void take(const document::Legend&) {}
  void take(const document::Spacer&) {}
  void take(const document::PageBreak&) {}

  std::set<document::FigureIndex> figures_;
};

bool is_covered(const document::Document& document, const document::Figure& figure, document::FigureIndex index,
                const std::set<document::FigureIndex>& marked) {
  if (figure.is_document_count || figure.operands.empty() || marked.count(index) != 0) return true;
  if (!figure.is_claim) return false;
  return std::all_of(figure.operands.begin(), figure.operands.end(), [&](std::uint32_t operand) {
    return std::any_of(marked.begin(), marked.end(), [&](document::FigureIndex other) {
      if (other >= document.figures.size()) return false;
      const auto& operands = document.figures[other].operands;
      return std::find(operands.begin(), operands.end(), operand) != operands.end();
    });
  });
}

}  // namespace

void check_headlines(const document::Document& document, const std::vector<HeadlineUse>& uses,
                     Diagnostics& diagnostics) {
  for (std::uint32_t s = 0; s < document.sections.size(); ++s) {
    std::vector<const HeadlineUse*> here;
    for (const HeadlineUse& use : uses) {
      if (use.section == s) here.push_back(&use);
    }
    if (here.empty()) continue;
    const MarkedFigures marked(document.sections[s].body);
    for (const HeadlineUse* use : here) {
      const document::Figure& figure = document.figures[use->figure];
      if (is_covered(document, figure, use->figure, marked.figures())) continue;
      diagnostics.push_back(
          Diagnostic::warning(
              "resolve/headline-without-mark", use->span,
              fmt::format("{} stands in a headline, which shows no marks, and not with its mark on the same page",
                          quoted(use->text)))
              .hint(figure.is_claim ? "print the figures of the claim in a text, table or chart of this page"
                                    : "print the same figure in a text, table or chart of this page"));
    }
  }
}

}  // namespace briefpack::resolve
