#include "layout/place_scorecard.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
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
constexpr double kRowHeight = 22.5, kTightRow = 21, kTileTop = 1.6, kTileSide = 1, kTileInset = 1;
constexpr double kTotalHeight = 18, kLabelTop = 2.2;
constexpr double kLeastValueSize = 6.5;  // visual specification, section 6: no label below that
constexpr std::size_t kMostCountries = 8;  // section 5: more are divided by country group
constexpr double kTagPaddingInTile = 5.5, kTightTagPadding = 3;  // so that neither value nor tag come close to the frame of the tile

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
  double least_width = 0;  // of its values, points
  Shade shade = Shade::none;
};

// A label is prepared for each part, a tile once for all: it stands in one part only.
class ScorecardPlacer {
 public:
  ScorecardPlacer(Context& context, const Table& table, double measure)
      : context_(context), table_(table), measure_(measure), form_(form_of(table.style, context.is_tight)) {
    for (const auto& row : table.rows) columns_ = std::max(columns_, row.cells.size());
    columns_ = std::max(columns_, table.columns.size());
    has_found_ = table.columns.size() > 2 && table.columns.back().align == Align::right;
    for (const auto& row : table.rows) {
      auto& tiles = tiles_.emplace_back();
      if (row.kind != Row::Kind::body) continue;
      for (std::size_t c = 1; c < row.cells.size() && !is_found(c); ++c) tiles.push_back(prepare_tile(row.cells[c]));
    }
  }

  /// Countries in each part.
  std::vector<std::size_t> sizes() const {
    std::vector<std::string> groups;
    for (std::size_t c = 1; c < columns_ - found_columns(); ++c)
      groups.push_back(c < table_.columns.size() ? table_.columns[c].group : "");
    const double room = measure_ - label_width() - found_width();
    const double wanted = std::max(least_country(), room / static_cast<double>(kMostCountries));
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room / wanted + 0.01)));
    return part_sizes(groups, most);
  }

  Fragment place(std::size_t from, std::size_t to, ElementId table) {
    pick_columns(from, to);
    std::vector<Fragment> parts;
    const ElementId row = context_.structure.add(Role::tr, context_.structure.add(Role::thead, table));
    std::vector<ElementId> cells;
    for (std::size_t c = 0; c < places_.size(); ++c) {
      page::Element cell = element_of(Role::th, row);
      cell.scope = page::Scope::column;
      cells.push_back(context_.structure.add(std::move(cell)));
    }
    parts.push_back(place_head(cells));
    const ElementId body = context_.structure.add(Role::tbody, table);
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
      parts.push_back(place_row(r, context_.structure.add(Role::tr, body)));
    // The first row of measures stands behind the head and, if there is one, the name of its group.
    keep_ends(parts, !table_.rows.empty() && table_.rows.front().kind == Row::Kind::group ? 2 : 1);
    Fragment placed = stack(measure_, std::move(parts));
    placed.is_table = true;
    placed.repeat.push_back(place_head(std::vector<ElementId>(places_.size(), page::kArtifact)));
    placed.repeat.front().is_repeat = true;
    return placed;
  }

 private:
  std::size_t found_columns() const { return has_found_ ? 1 : 0; }
  double scale() const { return measure_ / kFullMeasure; }
  double label_width() const { return std::max(kLabelWidth * scale(), std::min(82.0, measure_ / 3)); }
  double found_width() const { return has_found_ ? kFoundWidth * std::max(scale(), 0.7) : 0; }

  // The narrowest column that takes all values in a size that can be read.
  double least_country() const {
    double widest = 0;
    for (const auto& row : tiles_) {
      for (const auto& tile : row) widest = std::max(widest, tile.least_width);
    }
    return widest + 2 * (kTileSide + kTileInset) + 0.1;
  }

  // The label, the countries `from` up to `to`, and behind the last country the column "found".
  void pick_columns(std::size_t from, std::size_t to) {
    picked_.assign(1, 0);
    for (std::size_t c = from; c < to; ++c) picked_.push_back(c);
    const bool shows_found = has_found_ && to + 1 == columns_;
    if (shows_found) picked_.push_back(to);
    const std::size_t countries = to - from;
    const double label = label_width(), found = shows_found ? found_width() : 0;
    double country = countries > 0 ? (measure_ - label - found) / static_cast<double>(countries) : 0;
    country = std::min(country, scale() == 1 && countries >= 7 ? std::max(kCountryWidth, least_country()) : kWidestCountry);
    double x = 0;
    places_.clear();
    for (const std::size_t c : picked_) {
      TableColumnPlace place;
      place.x = x;
      place.width = c == 0 ? label : is_found(c) ? measure_ - x : country;
      place.align = c == 0 ? Align::left : is_found(c) ? Align::right : Align::center;
      places_.push_back(place);
      x += place.width;
    }
  }

  Fragment place_head(const std::vector<ElementId>& cells) {
    std::vector<PreparedText> heads;
    double height = 0;
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const std::size_t c = picked_[i];
      InlineOptions options{.form = form_of(Type::table_head, context_.lang)};
      if (c >= table_.columns.size()) {
        heads.emplace_back(context_, document::Inlines{}, std::move(options));
        continue;
      }
      if (c > 0 && !is_found(c)) options.form.style.color = palette::kInk;
      if (table_.columns[c].is_focus) {
        options.form.style.color = palette::kAccent;
        options.form.style.face = geometry::FontFace::bold;
      }
      heads.emplace_back(context_, table_.columns[c].head, std::move(options));
      const auto lines = heads.back().line_count(head_width(i));
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

  Fragment place_row(std::size_t r, ElementId tr) {
    const Row& row = table_.rows[r];
    switch (row.kind) {
      case Row::Kind::group:
        return place_group(row, tr);
      case Row::Kind::total:
        return place_total(row, tr);
      case Row::Kind::body:
        break;
    }
    Fragment placed = place_measure(r, tr);
    placed.resume = resume_;
    return placed;
  }

  Fragment place_group(const Row& row, ElementId tr) {
    page::Element element = element_of(Role::th, tr);
    element.scope = page::Scope::column;
    element.column_span = static_cast<std::uint16_t>(places_.size());
    // Where a page ends inside the group, the next one says again which it is.
    resume_ = std::make_shared<Fragment>(set_group(row, page::kArtifact));
    return set_group(row, context_.structure.add(std::move(element)));
  }

  Fragment set_group(const Row& row, ElementId cell_element) {
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
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      Cell cell = picked_[i] < row.cells.size() ? row.cells[picked_[i]] : Cell{};
      cell.is_strong = true;
      cells.push_back(prepare_cell(context_, cell, Type::table_cell));
      height = std::max(height, height_of(cells.back(), places_[i].width, 0) + 6);
    }
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const Cell* cell = picked_[i] < row.cells.size() ? &row.cells[picked_[i]] : nullptr;
      const ElementId element = add_cell_element(context_, cell, i, tr);
      if (cell == nullptr) continue;
      set_cell(cells[i], ink, {places_[i].x, (height - height_of(cells[i], places_[i].width, 0)) / 2}, places_[i],
               element);
    }
    ink.rule({0, height - kRuleWeight / 2}, measure_, palette::kInk, kRuleWeight);
    return solid(measure_, height, std::move(ink));
  }

  InlineOptions tile_options(const Cell& cell) const {
    InlineOptions options{.form = form_of(Type::score_value, context_.lang)};
    options.is_strong = cell.is_strong || cell.shade != Shade::none;
    options.form.style.color = cell.is_focus && cell.shade == Shade::none ? palette::kAccent : text_color(cell.shade);
    return options;
  }

  Tile prepare_tile(const Cell& cell) {
    Tile tile;
    tile.shade = cell.shade;
    const InlineOptions options = tile_options(cell);
    for (const auto& line : cell.lines) {
      TileText text = parted(line);
      if (!text.value.empty()) {
        tile.values.emplace_back(context_, text.value, options);
        tile.least_width = std::max(tile.least_width, least_width(tile.values.back(), text.value, options));
      }
      if (!text.tags.empty()) tile.tags.emplace_back(context_, text.tags, options);
    }
    return tile;
  }

  /// In the least size that is read; a value that is wide even so may break at its spaces: "up to", "894,100,000".
  double least_width(const PreparedText& value, const document::Inlines& inlines, const InlineOptions& options) {
    const double by = std::min(1.0, kLeastValueSize / options.form.style.size);
    const double width = (value.least_width() + value.end_hang()) * by;
    if (width <= kCountryWidth * scale() - 2 * (kTileSide + kTileInset)) return width;
    PreparedText loose(context_, inlines, options);
    loose.loosen();
    return std::min(width, (loose.least_width() + loose.end_hang()) * by);
  }

  /// A number is never broken: one that is wider than its tile is set smaller, down to the least size that is read.
  void fit(Tile& tile, const Cell& cell, double width) {
    const auto is_too_wide = [&](const PreparedText& text) { return text.least_width() + text.end_hang() > width; };
    std::size_t at = 0;
    for (const auto& line : cell.lines) {
      const TileText text = parted(line);
      if (text.value.empty()) continue;
      PreparedText& value = tile.values[at++];
      InlineOptions options = tile_options(cell);
      while (is_too_wide(value) && options.form.style.size > kLeastValueSize) {
        options.form.style.size = std::max(kLeastValueSize, options.form.style.size - 0.25);
        value = PreparedText(context_, text.value, options);
      }
    }
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

  Fragment place_measure(std::size_t r, ElementId tr) {
    const Row& row = table_.rows[r];
    double height = context_.is_tight ? kTightRow : kRowHeight;
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
    std::optional<PreparedCell> found;
    for (std::size_t i = 1; i < picked_.size() && picked_[i] < row.cells.size(); ++i) {
      const Cell& cell = row.cells[picked_[i]];
      if (is_found(picked_[i])) {
        found = prepare_cell(context_, cell, Type::table_cell);
        continue;
      }
      Tile& tile = tiles_[r][picked_[i] - 1];
      const double width = places_[i].width - 2 * (kTileSide + kTileInset);
      fit(tile, cell, width);
      const double padding = tile.tags.empty() ? 1 : context_.is_tight ? kTightTagPadding : kTagPaddingInTile;
      height = std::max(height, tile_height(tile, width) + 2 * kTileTop + padding);
    }

    Ink ink;
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const Cell* cell = picked_[i] < row.cells.size() ? &row.cells[picked_[i]] : nullptr;
      const ElementId element = add_cell_element(context_, cell, i, tr);
      if (cell == nullptr) continue;
      if (i == 0) {
        set_label(label, ink, height, label_height, element);
      } else if (is_found(picked_[i])) {
        const double text_height = height_of(*found, places_[i].width, 0);
        set_cell(*found, ink, {places_[i].x, (height - text_height) / 2}, places_[i], element);
      } else {
        const Rect box{places_[i].x + kTileSide, kTileTop, places_[i].width - 2 * kTileSide, height - 2 * kTileTop};
        set_tile(tiles_[r][picked_[i] - 1], ink, box, element);
      }
    }
    ink.rule({0, height}, measure_, palette::kRule, kHairline);
    return solid(measure_, height + kHairline / 2, std::move(ink));
  }

  bool is_found(std::size_t column) const { return has_found_ && column + 1 == columns_; }

  Context& context_;
  const Table& table_;
  double measure_;
  TableForm form_;
  std::size_t columns_ = 0;
  bool has_found_ = false;
  std::vector<std::vector<Tile>> tiles_;  // by row; of the countries alone
  std::vector<std::size_t> picked_;       // columns of the part at hand
  std::vector<TableColumnPlace> places_;  // of those
  std::shared_ptr<const Fragment> resume_;  // the group that the rows at hand belong to
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

Fragment place_scorecard(Context& context, const Table& table, double measure, const TableOwner& owner) {
  ScorecardPlacer placer(context, table, measure);
  return place_parts(context, owner, table, placer.sizes(), measure,
                     [&](std::size_t from, std::size_t to, ElementId element) { return placer.place(from, to, element); });
}

}  // namespace briefpack::layout
