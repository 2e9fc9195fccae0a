// Markdown tables: cells in reading order, row by row; and the table directive, which captions one.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using templates::as;

document::Align align_of(templates::Align align) {
  if (align == templates::Align::right) return document::Align::right;
  return align == templates::Align::center ? document::Align::center : document::Align::left;
}

/// Lines of a cell: a hard break begins the next one, which is set in ink 2.
std::vector<document::Inlines> lines_of(document::Inlines inlines) {
  std::vector<document::Inlines> lines(1);
  for (document::Inline& each : inlines) {
    if (std::holds_alternative<document::LineBreak>(each))
      lines.emplace_back();
    else
      lines.back().push_back(std::move(each));
  }
  return lines;
}

/// True when the cell holds figures, marks and tags only: its values are then SemiBold.
bool is_value(const document::Inlines& inlines) {
  bool has_figure = false;
  for (const document::Inline& each : inlines) {
    if (const auto* figure = std::get_if<document::FigureText>(&each)) {
      if (figure->flags.is_muted) return false;
      has_figure = true;
    } else if (!std::holds_alternative<document::NoteMarks>(each) &&
               !std::holds_alternative<document::DisputeTag>(each)) {
      return false;
    }
  }
  return has_figure;
}

bool names_focus(const templates::TableCell& cell, const Scope& scope) {
  if (cell.content.size() != 1 || scope.context.focus.empty()) return false;
  const auto* role = as<templates::NameRole>(cell.content.front());
  if (role == nullptr || role->kind != templates::NameRole::Kind::entity) return false;
  if (role->name.kind == expression::Name::Kind::focus) return true;
  if (role->name.kind == expression::Name::Kind::id) return role->name.text == scope.context.focus;
  return std::any_of(scope.context.variables.begin(), scope.context.variables.end(), [&](const auto& each) {
    return each.first == role->name.text && each.second == scope.context.focus;
  });
}

document::Cell lower_cell(Lowering& lowering, const templates::TableCell& cell, const Scope& scope, bool is_stub) {
  document::Cell out;
  out.lines = lines_of(lower_inlines(lowering, cell.content, scope));
  out.is_focus = is_stub && names_focus(cell, scope);
  out.is_strong = is_stub || is_value(out.lines.front());
  return out;
}

/// The observation that a cell shows as it stands, if it shows one and nothing else.
std::optional<std::uint32_t> observation_in(const Lowering& lowering, const document::Cell& cell) {
  if (cell.lines.empty() || !is_value(cell.lines.front())) return std::nullopt;
  std::optional<std::uint32_t> out;
  for (const document::Inline& each : cell.lines.front()) {
    const auto* figure = std::get_if<document::FigureText>(&each);
    if (figure == nullptr || figure->figure == document::kNone) continue;
    const Evaluated& value = lowering.book.value(figure->figure);
    if (out || value.is_computed || value.observations.size() != 1) return std::nullopt;
    out = value.observations.front();
  }
  return out;
}

/// Rows and columns with the observations in them.
std::vector<Line> lines_of(const Lowering& lowering, const document::Table& table) {
  std::vector<Line> rows, columns(table.columns.size());
  for (const document::Row& row : table.rows) {
    Line& line = rows.emplace_back();
    for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
      const auto observation = observation_in(lowering, row.cells[i]);
      if (!observation) continue;
      line.push_back(*observation);
      columns[i].push_back(*observation);
    }
  }
  rows.insert(rows.end(), columns.begin(), columns.end());
  return rows;
}

/// The figures of each column, of cells that hold nothing else.
std::vector<std::vector<document::FigureIndex>> columns_of_figures(const document::Table& table) {
  std::vector<std::vector<document::FigureIndex>> out(table.columns.size());
  for (const document::Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size() && i < out.size(); ++i) {
      if (row.cells[i].lines.empty() || !is_value(row.cells[i].lines.front())) continue;
      for (const document::Inline& each : row.cells[i].lines.front()) {
        const auto* figure = std::get_if<document::FigureText>(&each);
        if (figure != nullptr && figure->figure != document::kNone) out[i].push_back(figure->figure);
      }
    }
  }
  return out;
}

/// A row whose cells are all empty but a bold first one is the head of the rows beneath it.
bool is_group_row(const templates::TableRow& row) {
  if (row.cells.size() < 2 || row.cells.front().content.size() != 1) return false;
  if (as<templates::Strong>(row.cells.front().content.front()) == nullptr) return false;
  return std::all_of(row.cells.begin() + 1, row.cells.end(), [](const auto& cell) { return cell.content.empty(); });
}

/// Widths and alignments of the directive's options, over what the Markdown table says.
void apply_options(Lowering& lowering, const templates::Directive& directive, document::Table& table) {
  if (const templates::Option* widths = directive.find("widths")) {
    if (widths->numbers.size() != table.columns.size()) {
      lowering.error("resolve/widths", widths->span,
                     fmt::format("{} widths for a table of {} columns", widths->numbers.size(), table.columns.size()),
                     "widths");
    } else {
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        table.columns[i].width = widths->numbers[i];
    }
  }
  if (const templates::Option* align = directive.find("align")) {
    if (align->words.size() != table.columns.size()) {
      lowering.error("resolve/align", align->span,
                     fmt::format("{} alignments for a table of {} columns", align->words.size(), table.columns.size()),
                     "align");
      return;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& word = align->words[i].text;
      table.columns[i].align = word == "left"     ? document::Align::left
                               : word == "center" ? document::Align::center
                               : word == "right"  ? document::Align::right
                                                  : document::Align::decimal;
    }
  }
}

}  // namespace

document::Table lower_table(Lowering& lowering, const templates::Table& table, const Scope& scope) {
  document::Table out;
  for (std::size_t i = 0; i < table.head.cells.size(); ++i) {
    document::TableColumn column;
    column.head = lower_inlines(lowering, table.head.cells[i].content, scope);
    column.align = i < table.aligns.size() ? align_of(table.aligns[i]) : document::Align::left;
    column.is_focus = names_focus(table.head.cells[i], scope);
    out.columns.push_back(std::move(column));
  }
  for (const templates::TableRow& row : table.rows) {
    document::Row made;
    if (is_group_row(row)) {
      made.kind = document::Row::Kind::group;
      made.cells.push_back(lower_cell(lowering, row.cells.front(), scope, true));
    } else {
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        made.cells.push_back(lower_cell(lowering, row.cells[i], scope, i == 0));
    }
    out.rows.push_back(std::move(made));
  }
  return out;
}

void lower_table_directive(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                           document::Blocks& to) {
  const templates::Table* body = nullptr;
  for (const templates::Block& block : directive.body) {
    if (body == nullptr) body = as<templates::Table>(block);
  }
  if (body == nullptr) return;
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  document::Table table = lower_table(lowering, *body, exhibit_scope(lowering, directive, scope, FormPlace::table));
  // Which cells are heads: the first row, the first column, both or none (docs/template.md).
  const std::string head = choice_option(directive, "head", "both");
  table.has_head = head == "both" || head == "row";
  if (head == "none" || head == "row") {
    for (document::Row& row : table.rows) {
      if (!row.cells.empty() && row.kind == document::Row::Kind::body)
        row.cells.front().is_strong = is_value(row.cells.front().lines.front());
    }
  }
  if (!table.has_head && table.columns.size() == 2) table.style = document::TableStyle::pairs;
  apply_options(lowering, directive, table);
  if (exhibit.number == 0) exhibit.in_workbook = false;
  say_side_by_side(lowering, exhibit, lines_of(lowering, table), Use::table, scope);
  say_rounded_shares(lowering, exhibit, columns_of_figures(table), scope);
  exhibit.content = std::move(table);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
