#include "layout/place_scorecard.h"

#include <algorithm>
#include <utility>

#include "layout/place_blocks.h"
#include "layout/table_cells.h"

namespace briefpack::layout {

using document::Align;
using document::Cell;
using document::Row;
using document::Shade;
using document::Table;
using geometry::Path;
using geometry::Rect;
using geometry::Stroke;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

// Measures of the full text width; a narrower matrix scales them.
constexpr double kFullMeasure = 504, kLabelWidth = 128, kCountryWidth = 46.4, kFoundWidth = 51.2;
constexpr double kWidestCountry = 70;
constexpr double kRowHeight = 22.5, kTileTop = 1.6, kTileSide = 1, kTileInset = 1;
constexpr double kTotalHeight = 18, kLabelTop = 2.2;
constexpr double kLeastSize = 0.76;  // of the size of a value: not below 5.7 points
constexpr double kTagPaddingInTile = 3;  // so that the frames of tag and tile do not touch

geometry::Color text_color(Shade shade) { return shade == Shade::band1 ? palette::kWhite : palette::kInk; }

// A tag stands below the value of a disputed tile, so the cell's inlines are parted.
struct TileText {
  document::Inlines value, tags;
};

TileText parted(const document::Inlines& inlines) {
  TileText text;
  for (const auto& part : inlines) {
    const bool is_tag = std::holds_alternative<document::DisputeTag>(part) || std::holds_alternative<document::FindingMark>(part);
    (is_tag ? text.tags : text.value).push_back(part);
  }
  return text;
}

struct Tile {
  std::vector<PreparedText> values;
  std::vector<PreparedText> tags;
  Shade shade = Shade::none;
};

class ScorecardPlacer {
 public:
  ScorecardPlacer(Context& context, const Table& table, double measure, ElementId element)
      : context_(context), table_(table), measure_(measure), element_(element), form_(form_of(table.style)) {
    place_columns();
  }

  Fragment place() {
    std::vector<Fragment> parts;
    const ElementId row = context_.structure.add(Role::tr, context_.structure.add(Role::thead, element_));
    std::vector<ElementId> cells;
    for (std::size_t c = 0; c < places_.size(); ++c) {
      page::Element cell = element_of(Role::th, row);
      cell.scope = page::Scope::column;
      cells.push_back(context_.structure.add(std::move(cell)));
    }
    parts.push_back(place_head(cells));
    const ElementId body = context_.structure.add(Role::tbody, element_);
    for (const auto& it : table_.rows)
      parts.push_back(place_row(it, context_.structure.add(Role::tr, body)));
    Fragment placed = stack(measure_, std::move(parts));
    placed.is_table = true;
    placed.repeat.push_back(place_head(std::vector<ElementId>(places_.size(), page::kArtifact)));
    placed.repeat.front().is_repeat = true;
    return placed;
  }

 private:
  void place_columns() {
    std::size_t count = table_.columns.size();
    for (const auto& row : table_.rows)
      count = std::max(count, row.cells.size());
    has_found_ = table_.columns.size() > 2 && table_.columns.back().align == Align::right;
    const std::size_t countries = count - 1 - (has_found_ ? 1 : 0);
    const double scale = measure_ / kFullMeasure;
    double label = std::max(kLabelWidth * scale, std::min(82.0, measure_ / 3));
    const double found = has_found_ ? kFoundWidth * std::max(scale, 0.7) : 0;
    double country = countries > 0 ? (measure_ - label - found) / static_cast<double>(countries) : 0;
    country = std::min(country, scale == 1 && countries >= 7 ? kCountryWidth : kWidestCountry);
    double x = 0;
    for (std::size_t c = 0; c < count; ++c) {
      TableColumnPlace place;
      place.x = x;
      const bool is_found = has_found_ && c + 1 == count;
      place.width = c == 0 ? label : is_found ? measure_ - x : country;
      place.align = c == 0 ? Align::left : is_found ? Align::right : Align::center;
      places_.push_back(place);
      x += place.width;
    }
  }

  Fragment place_head(const std::vector<ElementId>& cells) {
    std::vector<PreparedText> heads;
    double height = 0;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      InlineOptions options{.form = form_of(Type::table_head, context_.lang)};
      const bool is_country = c > 0 && !(has_found_ && c + 1 == places_.size());
      if (is_country) options.form.style.color = palette::kInk;
      if (table_.columns[c].is_focus) {
        options.form.style.color = palette::kAccent;
        options.form.style.face = geometry::FontFace::bold;
      }
      heads.emplace_back(context_, table_.columns[c].head, std::move(options));
      const auto lines = heads.back().line_count(head_width(c));
      height = std::max(height, static_cast<double>(lines) * heads.back().leading());
    }
    Ink ink;
    for (std::size_t c = 0; c < heads.size(); ++c) {
      LineSetting setting;
      setting.measure = head_width(c);
      setting.align = places_[c].align;
      setting.element = cells[c];
      auto lines = heads[c].set(setting);
      double y = height - static_cast<double>(lines.size()) * heads[c].leading();
      for (auto& line : lines) {
        ink.add(std::move(line.ink), {places_[c].x + (places_[c].width - head_width(c)) / 2, y});
        y += heads[c].leading();
      }
    }
    height += 3 + kRuleWeight;
    ink.rule({0, height - kRuleWeight / 2}, measure_, palette::kInk, kRuleWeight);
    Fragment head = solid(measure_, height, std::move(ink));
    head.keeps_with_next = true;
    return head;
  }

  double head_width(std::size_t c) const {
    return places_[c].align == Align::center ? places_[c].width - 2 * kTileSide : places_[c].width;
  }

  Fragment place_row(const Row& row, ElementId tr) {
    switch (row.kind) {
      case Row::Kind::group:
        return place_group(row, tr);
      case Row::Kind::total:
        return place_total(row, tr);
      case Row::Kind::body:
        break;
    }
    return place_measure(row, tr);
  }

  Fragment place_group(const Row& row, ElementId tr) {
    page::Element element = element_of(Role::th, tr);
    element.scope = page::Scope::column;
    element.column_span = static_cast<std::uint16_t>(places_.size());
    const ElementId cell_element = context_.structure.add(std::move(element));
    Ink ink;
    double y = form_.group_top;
    if (!row.cells.empty()) {
      PreparedCell cell = prepare_cell(context_, row.cells.front(), form_.group);
      TableColumnPlace whole;
      whole.width = measure_;
      y += height_of(cell, measure_, 0);
      set_cell(cell, ink, {0, form_.group_top}, whole, cell_element);
    }
    y += form_.group_bottom;
    ink.rule({0, y}, measure_, palette::kInk2, kHairline);
    Fragment placed = solid(measure_, y + kHairline / 2, std::move(ink));
    placed.keeps_with_next = true;
    return placed;
  }

  Fragment place_total(const Row& row, ElementId tr) {
    Ink ink;
    double height = kTotalHeight;
    std::vector<PreparedCell> cells;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      Cell cell = row.cells[c];
      cell.is_strong = true;
      cells.push_back(prepare_cell(context_, cell, Type::table_cell));
      height = std::max(height, height_of(cells.back(), places_[c].width, 0) + 6);
    }
    for (std::size_t c = 0; c < places_.size(); ++c) {
      const Cell* cell = c < row.cells.size() ? &row.cells[c] : nullptr;
      const ElementId element = add_cell_element(context_, cell, c, tr);
      if (cell == nullptr) continue;
      set_cell(cells[c], ink, {places_[c].x, (height - height_of(cells[c], places_[c].width, 0)) / 2}, places_[c],
               element);
    }
    ink.rule({0, height - kRuleWeight / 2}, measure_, palette::kInk, kRuleWeight);
    return solid(measure_, height, std::move(ink));
  }

  Tile prepare_tile(const Cell& cell) {
    Tile tile;
    tile.shade = cell.shade;
    InlineOptions options{.form = form_of(Type::score_value, context_.lang)};
    options.is_strong = cell.is_strong || cell.shade != Shade::none;
    options.form.style.color = cell.is_focus && cell.shade == Shade::none ? palette::kAccent : text_color(cell.shade);
    for (const auto& line : cell.lines) {
      TileText text = parted(line);
      if (!text.value.empty()) tile.values.push_back(fitted(text.value, options));
      if (!text.tags.empty()) tile.tags.emplace_back(context_, text.tags, options);
    }
    return tile;
  }

  /// A number is never broken: one that is wider than its tile is set smaller, down to the least size that is read.
  PreparedText fitted(const document::Inlines& inlines, InlineOptions options) {
    const double width = places_[1].width - 2 * (kTileSide + kTileInset);
    const double full = options.form.style.size;
    PreparedText text(context_, inlines, options);
    while (text.least_width() + text.end_hang() > width && options.form.style.size > kLeastSize * full) {
      options.form.style.size -= 0.25;
      text = PreparedText(context_, inlines, options);
    }
    return text;
  }

  static double tile_height(Tile& tile, double width) {
    double height = 0;
    for (auto& value : tile.values)
      height += static_cast<double>(value.line_count(width)) * value.leading();
    if (!tile.tags.empty()) height += 0.6;
    for (auto& tag : tile.tags)
      height += static_cast<double>(tag.line_count(width)) * tag.leading();
    return height;
  }

  void set_tile(Tile& tile, Ink& ink, const Rect& box, ElementId element) {
    draw_tile(ink, box, tile.shade);
    LineSetting setting;
    setting.measure = box.width - 2 * kTileInset;
    setting.align = Align::center;
    setting.element = element;
    double y = box.y + (box.height - tile_height(tile, setting.measure)) / 2;
    const double x = box.x + kTileInset;
    for (auto& value : tile.values) {
      for (auto& line : value.set(setting)) {
        if (tile.shade == Shade::disputed) {
          const double left = x + (setting.measure - line.width) / 2 - 1;
          ink.add(Path::rect({left, y + 0.4, line.width + 2, value.leading() - 0.4}), palette::kWhite);
        }
        ink.add(std::move(line.ink), {x, y});
        y += value.leading();
      }
    }
    y += 0.6;
    for (auto& tag : tile.tags) {
      for (auto& line : tag.set(setting)) {
        ink.add(std::move(line.ink), {x, y});
        y += tag.leading();
      }
    }
  }

  // A measure's name and, below it, its unit.
  void set_label(std::vector<PreparedText>& lines, Ink& ink, double height, double text_height, ElementId element) {
    LineSetting setting;
    setting.measure = places_.front().width - 3;
    setting.element = element;
    double y = std::max(kLabelTop, (height - text_height) / 2 - 0.4);
    for (auto& text : lines) {
      for (auto& line : text.set(setting)) {
        ink.add(std::move(line.ink), {0, y});
        y += text.leading();
      }
    }
  }

  Fragment place_measure(const Row& row, ElementId tr) {
    double height = kRowHeight;
    std::vector<PreparedText> label;
    double label_height = 0;
    if (!row.cells.empty()) {
      for (std::size_t i = 0; i < row.cells.front().lines.size(); ++i) {
        InlineOptions options{.form = form_of(i == 0 ? Type::score_name : Type::score_unit, context_.lang)};
        label.emplace_back(context_, row.cells.front().lines[i], std::move(options));
        label_height +=
            static_cast<double>(label.back().line_count(places_.front().width - 3)) * label.back().leading();
      }
      height = std::max(height, label_height + 2 * kLabelTop);
    }
    std::vector<Tile> tiles;
    std::vector<PreparedCell> found;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      if (is_found(c)) {
        found.push_back(prepare_cell(context_, row.cells[c], Type::table_cell));
        continue;
      }
      tiles.push_back(prepare_tile(row.cells[c]));
      const double width = places_[c].width - 2 * (kTileSide + kTileInset);
      const double padding = tiles.back().tags.empty() ? 1 : kTagPaddingInTile;
      height = std::max(height, tile_height(tiles.back(), width) + 2 * kTileTop + padding);
    }

    Ink ink;
    for (std::size_t c = 0; c < places_.size(); ++c) {
      const Cell* cell = c < row.cells.size() ? &row.cells[c] : nullptr;
      const ElementId element = add_cell_element(context_, cell, c, tr);
      if (cell == nullptr) continue;
      if (c == 0) {
        set_label(label, ink, height, label_height, element);
      } else if (is_found(c)) {
        const double text_height = height_of(found.front(), places_[c].width, 0);
        set_cell(found.front(), ink, {places_[c].x, (height - text_height) / 2}, places_[c], element);
      } else {
        const Rect box{places_[c].x + kTileSide, kTileTop, places_[c].width - 2 * kTileSide, height - 2 * kTileTop};
        set_tile(tiles[c - 1], ink, box, element);
      }
    }
    ink.rule({0, height}, measure_, palette::kRule, kHairline);
    return solid(measure_, height + kHairline / 2, std::move(ink));
  }

  bool is_found(std::size_t column) const { return has_found_ && column + 1 == places_.size(); }

  Context& context_;
  const Table& table_;
  double measure_;
  ElementId element_;
  TableForm form_;
  bool has_found_ = false;
  std::vector<TableColumnPlace> places_;
};

}  // namespace

void draw_tile(Ink& ink, const Rect& box, Shade shade) {
  page::PathItem item;
  item.shape.path = Path::rect(box);
  switch (shade) {
    case Shade::none:
      return;
    case Shade::band1:
      item.shape.fill = palette::kBand1;
      break;
    case Shade::band2:
      item.shape.fill = palette::kBand2;
      break;
    case Shade::band3:
      item.shape.fill = palette::kBand3;
      break;
    case Shade::disputed:
      item.shape.path = Path::rect({box.x + 0.4, box.y + 0.4, box.width - 0.8, box.height - 0.8});
      item.shape.fill = palette::kWhite;
      item.shape.hatch = palette::kHatch;
      item.shape.stroke = Stroke{palette::kInk, 0.75, {2.2, 1.6}};
      break;
  }
  ink.items.emplace_back(std::move(item));
}

Fragment place_scorecard(Context& context, const Table& table, double measure, ElementId element) {
  return ScorecardPlacer(context, table, measure, element).place();
}

}  // namespace briefpack::layout
