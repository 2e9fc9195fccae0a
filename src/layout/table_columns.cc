#include "layout/table_columns.h"

#include <algorithm>
#include <numeric>

namespace briefpack::layout {

using document::Align;

namespace {

constexpr double kCellGap = 6;
constexpr double kPairsGap = 10;

double gutter_of(const ColumnNeeds& needs, bool is_last, bool text_follows) {
  if (needs.align != Align::right) return is_last ? 0 : kCellGap;
  if (is_last) return needs.hang;
  double gutter = needs.hang + 1.5;
  for (const double step : {14.0, 27.0, 38.0}) {
    if (needs.hang <= step) {
      gutter = step;
      break;
    }
  }
  // A text begins where the marks of the number before it end.
  return gutter + (text_follows && needs.hang > 0 ? kCellGap : 0);
}

void set_x(std::vector<TableColumnPlace>& places) {
  double x = 0;
  for (auto& place : places) {
    place.x = x;
    x += place.width + place.gutter;
  }
}

// Takes from columns that have more than their least width and gives to those that have less.
void mend(std::vector<TableColumnPlace>& places, std::span<const ColumnNeeds> needs) {
  double lacking = 0, spare = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    lacking += std::max(0.0, needs[i].least - places[i].width);
    spare += std::max(0.0, places[i].width - needs[i].least);
  }
  if (lacking == 0 || spare == 0) return;
  const double given = std::min(lacking, spare);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double over = places[i].width - needs[i].least;
    places[i].width += over < 0 ? -over * given / lacking : -over * given / spare;
  }
}

// Short texts count as unbreakable as long as all columns together can afford it.
void keep_short_texts(std::vector<ColumnNeeds>& needs, double room) {
  double wanted = 0;
  for (const auto& column : needs)
    wanted += std::max(column.least, column.short_text);
  if (wanted > room) return;
  for (auto& column : needs)
    column.least = std::max(column.least, column.short_text);
}

}  // namespace

std::vector<TableColumnPlace> place_columns(std::span<const ColumnNeeds> asked, double measure) {
  std::vector<ColumnNeeds> needs(asked.begin(), asked.end());
  std::vector<TableColumnPlace> places(needs.size());
  if (needs.empty()) return places;
  double gutters = 0, shares = 0, least = 0, natural = 0, unshared = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    places[i].align = needs[i].align;
    const bool is_last = i + 1 == needs.size();
    places[i].gutter = gutter_of(needs[i], is_last, !is_last && needs[i + 1].align == Align::left);
    gutters += places[i].gutter;
    shares += needs[i].share;
    natural += needs[i].natural;
    if (needs[i].share == 0) unshared += needs[i].natural + places[i].gutter;
  }
  const double room = std::max(measure - gutters, measure / 2);
  keep_short_texts(needs, room);
  for (const auto& column : needs)
    least += column.least;

  if (shares > 0) {
    // Shares divide what the columns without one leave, gutters included, as a template gives widths of whole columns.
    const double divided = std::max(measure - unshared, measure / 2);
    for (std::size_t i = 0; i < needs.size(); ++i) {
      places[i].width =
          needs[i].share > 0 ? std::max(1.0, needs[i].share / shares * divided - places[i].gutter) : needs[i].natural;
    }
    double total = 0;
    for (const auto& place : places)
      total += place.width;
    for (auto& place : places)
      place.width *= room / total;
  } else if (natural <= room) {
    for (std::size_t i = 0; i < needs.size(); ++i) {
      const double part = natural > 0 ? needs[i].natural / natural : 1.0 / static_cast<double>(needs.size());
      places[i].width = needs[i].natural + (room - natural) * part;
    }
  } else if (least < room && natural > least) {
    const double part = (room - least) / (natural - least);
    for (std::size_t i = 0; i < needs.size(); ++i) {
      places[i].width = needs[i].least + (needs[i].natural - needs[i].least) * part;
    }
  } else {
    for (std::size_t i = 0; i < needs.size(); ++i)
      places[i].width = std::max(1.0, room * needs[i].least / least);
  }
  mend(places, needs);
  set_x(places);
  return places;
}

std::vector<TableColumnPlace> place_pairs(std::span<const ColumnNeeds> needs, double measure) {
  if (needs.size() != 2) return place_columns(needs, measure);
  std::vector<TableColumnPlace> places(2);
  places[0].align = needs[0].align;
  places[1].align = needs[1].align;
  places[0].gutter = kPairsGap;
  if (needs[1].align == Align::right) {
    places[1].gutter = needs[1].hang;
    places[1].width = std::min(needs[1].natural, measure / 2);
    places[0].width = measure - places[1].width - places[1].gutter - kPairsGap;
  } else {
    const double first = needs[0].share > 0 && needs[1].share > 0
                             ? measure * needs[0].share / (needs[0].share + needs[1].share) - kPairsGap
                             : std::min(needs[0].natural + needs[0].hang, measure * 0.4);
    places[0].width = std::max(1.0, first);
    places[1].width = std::max(1.0, measure - places[0].width - kPairsGap);
  }
  set_x(places);
  return places;
}

}  // namespace briefpack::layout
