// Tables with horizontal rules: report tables, ledgers, pairs. The shaded matrix is in place_scorecard.cc.
#include <algorithm>
#include <utility>

#include "layout/place_blocks.h"
#include "layout/place_scorecard.h"
#include "layout/table_cells.h"
#include "layout/table_columns.h"

namespace briefpack::layout {

using document::Align;
using document::Row;
using document::Table;
using document::TableStyle;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

constexpr double kBarWidth = 80, kLeastBarWidth = 40;
constexpr double kMostHang = 72;  // wider groups of marks are broken
constexpr double kLeastGutter = 6;  // between columns of text

// One table on its way to the page: everything shaped once, then measured, then set.
class TablePlacer {
 public:
  TablePlacer(Context& context, const Table& table, double measure)
      : context_(context), table_(table), measure_(measure), form_(form_of(table.style, context.is_tight)) {
    is_grouped_ = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& r) { return r.has_group_rule; });
    prepare();
    align_decimals();
    places_ = table.style == TableStyle::pairs ? place_pairs(needs_, measure) : place_columns(needs_, measure);
  }

  /// Sizes of the parts into which the columns behind the first have to be divided, so that no column is narrower than its
  /// longest word; one when the table is not too wide.
  std::vector<std::size_t> sizes() const {
    const std::size_t count = needs_.empty() ? 0 : needs_.size() - 1;
    if (count < 3 || table_.style == TableStyle::pairs) return {count};
    const std::vector<std::string> groups(count);
    for (std::size_t parts = 1; parts < count; ++parts) {
      auto tried = part_sizes(groups, (count + parts - 1) / parts);
      if (all_fit(tried)) return tried;
    }
    return std::vector<std::size_t>(count, 1);
  }

  Fragment place(ElementId element) {
    std::vector<Fragment> parts;
    if (table_.has_head) {
      const ElementId row = context_.structure.add(Role::tr, context_.structure.add(Role::thead, element));
      std::vector<ElementId> cells;
      for (std::size_t c = 0; c < places_.size(); ++c) {
        page::Element cell = element_of(Role::th, row);
        cell.scope = page::Scope::column;
        cells.push_back(context_.structure.add(std::move(cell)));
      }
      parts.push_back(place_head(cells));
    }
    const ElementId body = context_.structure.add(Role::tbody, element);
    const std::size_t first = parts.size();
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
      parts.push_back(place_row(r, body));
    keep_ends(parts, first);
    Fragment placed = stack(measure_, std::move(parts));
    placed.is_table = true;
    if (table_.has_head) {
      // On further pages the head is decoration: those who listen have heard it.
      placed.repeat.push_back(place_head(std::vector<ElementId>(places_.size(), page::kArtifact)));
      placed.repeat.front().is_repeat = true;
    }
    return placed;
  }

 private:
  bool all_fit(const std::vector<std::size_t>& sizes) const {
    // A word that is longer than this may break; it does not divide a table.
    const auto least = [&](std::size_t c) { return std::min(needs_[c].least, measure_ / 4) + kLeastGutter + needs_[c].hang; };
    std::size_t column = 1;
    for (const std::size_t size : sizes) {
      double width = least(0);
      for (std::size_t i = 0; i < size; ++i) width += least(column++);
      if (width > measure_ + kLeastGutter) return false;
    }
    return true;
  }

  // Numbers of a column below each other by their decimal points: where the column asks for it, and where numbers of one
  // unit stand on the right and only some have decimals.
  void align_decimals() {
    const std::string point = context_.page_words != nullptr ? context_.page_words->decimal_point : ".";
    for (std::size_t c = 0; c < needs_.size(); ++c) {
      const bool is_asked = c < table_.columns.size() && table_.columns[c].align == Align::decimal;
      if (needs_[c].align != Align::right) continue;
      std::vector<std::pair<PreparedCell*, DecimalTail>> numbers;
      for (std::size_t r = 0; r < cells_.size(); ++r) {
        if (table_.rows[r].kind == Row::Kind::group || c >= cells_[r].size() || cells_[r][c].lines.empty()) continue;
        if (auto tail = cells_[r][c].lines.front().decimal_tail(point)) numbers.emplace_back(&cells_[r][c], std::move(*tail));
      }
      if (numbers.empty()) continue;
      const auto has_fraction = [](const auto& number) { return number.second.has_fraction; };
      const auto is_like_first = [&](const auto& number) { return number.second.unit == numbers.front().second.unit; };
      const bool is_mixed = std::any_of(numbers.begin(), numbers.end(), has_fraction) &&
                            std::all_of(numbers.begin(), numbers.end(), is_like_first);
      if (!is_asked && !is_mixed) continue;
      double widest = 0;
      for (const auto& [cell, tail] : numbers) widest = std::max(widest, tail.width);
      for (auto& [cell, tail] : numbers) {
        cell->shift = widest - tail.width;
        const double width = cell->lines.front().natural_width() + cell->shift;
        needs_[c].natural = std::max(needs_[c].natural, width);
        needs_[c].least = std::max(needs_[c].least, std::min(width, measure_ / 4));
      }
    }
  }

  void prepare() {
    std::size_t columns = table_.columns.size();
    for (const auto& row : table_.rows) {
      if (row.kind != Row::Kind::group) columns = std::max(columns, row.cells.size());
    }
    needs_.resize(columns);
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      heads_.push_back(prepare_head(context_, table_.columns[c]));
      needs_[c].align = table_.columns[c].align == Align::decimal ? Align::right : table_.columns[c].align;
      needs_[c].share = table_.columns[c].width;
      if (table_.has_head) widen(needs_[c], heads_[c]);
    }
    for (const auto& row : table_.rows) {
      std::vector<PreparedCell> cells;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        Type type = row.kind == Row::Kind::group ? form_.group : form_.cell;
        document::Cell cell = row.cells[c];
        if (row.kind == Row::Kind::total) cell.is_strong = true;
        cells.push_back(prepare_cell(context_, cell, type));
        if (row.kind == Row::Kind::group) continue;
        for (const auto& line : cells.back().lines)
          widen(needs_[c], line);
        if (cell.bar) {
          needs_[c].natural = std::max(needs_[c].natural, kBarWidth);
          needs_[c].least = std::max(needs_[c].least, kLeastBarWidth);
        }
      }
      cells_.push_back(std::move(cells));
    }
  }

  void widen(ColumnNeeds& needs, const PreparedText& text) const {
    const double hang = std::min(text.end_hang(), kMostHang);
    // Marks hang in a gutter where numbers stand on the right; elsewhere they are part of the text.
    const double inside = needs.align == Align::right ? 0 : hang;
    needs.least = std::max(needs.least, text.least_width() + inside);
    const double natural = text.natural_width() + inside;
    needs.natural = std::max(needs.natural, natural);
    if (natural <= kShortText) needs.short_text = std::max(needs.short_text, natural);
    if (needs.align == Align::right) needs.hang = std::max(needs.hang, hang);
  }

  Fragment place_head(const std::vector<ElementId>& cells) {
    double text_height = 0;
    std::vector<double> heights(heads_.size(), 0);
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      heights[c] = static_cast<double>(heads_[c].line_count(places_[c].width, places_[c].hang_room())) * heads_[c].leading();
      text_height = std::max(text_height, heights[c]);
    }
    Ink ink;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      LineSetting setting;
      setting.measure = places_[c].width;
      setting.gutter = places_[c].hang_room();
      setting.align = places_[c].align;
      setting.element = cells[c];
      double y = 3 + text_height - heights[c];
      for (auto& line : heads_[c].set(setting)) {
        ink.add(std::move(line.ink), {places_[c].x, y});
        y += heads_[c].leading();
      }
    }
    const double height = text_height + 6 + kRuleWeight;
    ink.rule({0, height - kRuleWeight / 2}, measure_, palette::kInk, kRuleWeight);
    Fragment head = solid(measure_, height, std::move(ink));
    head.keeps_with_next = true;
    return head;
  }

  // The rule below a row: between groups it is stronger, at the end of a grouped table too.
  void add_rule(Ink& ink, std::size_t row, double y) const {
    const bool is_last = row + 1 == table_.rows.size();
    const bool is_strong = is_last ? is_grouped_ : table_.rows[row + 1].has_group_rule;
    const auto kind = table_.rows[row].kind;
    if (kind == Row::Kind::total) {
      ink.rule({0, y}, measure_, palette::kInk, kRuleWeight);
    } else if (kind == Row::Kind::group || is_strong) {
      ink.rule({0, y}, measure_, palette::kInk2, kRuleWeight);
    } else {
      ink.rule({0, y}, measure_, palette::kRule, kHairline);
    }
  }

  Fragment place_group(std::size_t r, ElementId tr) {
    page::Element element = element_of(Role::th, tr);
    element.scope = page::Scope::column;
    element.column_span = static_cast<std::uint16_t>(std::max<std::size_t>(1, places_.size()));
    Fragment placed = set_group(r, context_.structure.add(std::move(element)));
    // Where a page ends inside the group, the next one says again which it is.
    resume_ = std::make_shared<Fragment>(set_group(r, page::kArtifact));
    resume_cell_ = nullptr;
    return placed;
  }

  Fragment set_group(std::size_t r, ElementId cell) {
    TableColumnPlace whole;
    whole.width = measure_;
    Ink ink;
    double height = form_.group_top;
    if (!cells_[r].empty()) {
      height += height_of(cells_[r].front(), measure_, 0);
      set_cell(cells_[r].front(), ink, {0, form_.group_top}, whole, cell);
    }
    height += form_.group_bottom;
    add_rule(ink, r, height);
    Fragment placed = solid(measure_, height + kHairline, std::move(ink));
    placed.keeps_with_next = true;
    return placed;
  }

  Fragment place_row(std::size_t r, ElementId body) {
    const ElementId tr = context_.structure.add(Role::tr, body);
    const Row& row = table_.rows[r];
    if (row.kind == Row::Kind::group) return place_group(r, tr);
    const bool begins_value = !row.cells.empty() && !is_blank(row.cells.front());
    if (begins_value && (resume_ == nullptr || resume_cell_ != nullptr)) resume_value(r);
    double content = 0;
    for (std::size_t c = 0; c < cells_[r].size(); ++c) {
      content = std::max(content, height_of(cells_[r][c], places_[c].width, places_[c].hang_room()));
    }
    const double height = std::max(form_.least_row, content + form_.above_and_below);
    Ink ink;
    for (std::size_t c = 0; c < places_.size(); ++c) {
      const bool is_there = c < cells_[r].size();
      const ElementId cell = add_cell_element(context_, is_there ? &row.cells[c] : nullptr, c, tr);
      if (!is_there) continue;
      fill_shade(ink, row.cells[c], c, height);
      set_cell(cells_[r][c], ink, {places_[c].x, form_.top}, places_[c], cell);
    }
    add_rule(ink, r, height - kHairline / 2);
    Fragment placed = solid(measure_, height, std::move(ink));
    if (!begins_value || resume_cell_ == nullptr) {
      if (resume_cell_ == nullptr || height >= resume_height_) placed.resume = resume_;
    }
    // A row taller than half a page runs over pages line by line, as its text would.
    if (height > context_.page_room / 2)
      return sliced(std::move(placed), form_.top, form_of(form_.cell, context_.lang).leading);
    return placed;
  }

  // A value of the first column that stands once, before several rows, stands again beside the first of them on a page.
  void resume_value(std::size_t r) {
    resume_ = nullptr;
    resume_cell_ = &cells_[r].front();
    const bool is_for_more = r + 1 < table_.rows.size() && table_.rows[r + 1].kind != Row::Kind::group &&
                             !table_.rows[r + 1].cells.empty() && is_blank(table_.rows[r + 1].cells.front());
    if (!is_for_more) return;
    PreparedCell copy = prepare_cell(context_, table_.rows[r].cells.front(), form_.cell);
    resume_height_ = height_of(copy, places_.front().width, places_.front().hang_room()) + form_.above_and_below;
    Ink ink;
    set_cell(copy, ink, {places_.front().x, form_.top}, places_.front(), page::kArtifact);
    resume_ = std::make_shared<Fragment>(solid(measure_, 0, std::move(ink)));
  }

  void fill_shade(Ink& ink, const document::Cell& cell, std::size_t c, double height) const {
    if (cell.shade == document::Shade::none) return;
    draw_tile(ink, {places_[c].x - 3, 1, places_[c].width + places_[c].gutter + 2, height - 2}, cell.shade);
  }

  Context& context_;
  const Table& table_;
  double measure_;
  TableForm form_;
  bool is_grouped_ = false;
  std::shared_ptr<const Fragment> resume_;      // of the group or value that the rows at hand belong to
  const PreparedCell* resume_cell_ = nullptr;   // the value, when it is one
  double resume_height_ = 0;                    // a row needs so much to take the value in
  std::vector<PreparedText> heads_;
  std::vector<std::vector<PreparedCell>> cells_;
  std::vector<ColumnNeeds> needs_;
  std::vector<TableColumnPlace> places_;
};

}  // namespace

Fragment place_table(Context& context, const Table& table, double measure, const TableOwner& owner) {
  if (table.columns.empty() && table.rows.empty()) return solid(measure, 0, {});
  if (table.style == TableStyle::scorecard) return place_scorecard(context, table, measure, owner);
  TablePlacer whole(context, table, measure);
  const auto sizes = whole.sizes();
  return place_parts(context, owner, table, sizes, measure, [&](std::size_t from, std::size_t to, ElementId element) {
    if (sizes.size() == 1) return whole.place(element);
    const Table part = with_columns(table, from, to);
    return TablePlacer(context, part, measure).place(element);
  });
}

}  // namespace briefpack::layout
