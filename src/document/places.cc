#include "document/places.h"

#include <algorithm>
#include <utility>

namespace briefpack::document {

namespace {

// The list of a figure's places; it grows with the figures that are met.
std::vector<Place>& list_of(Places& places, FigureIndex figure) {
  if (figure >= places.of_figure.size()) places.of_figure.resize(figure + 1);
  return places.of_figure[figure];
}

}  // namespace

void Places::add_page(FigureIndex figure, std::uint32_t page, const std::string& text) {
  auto& list = list_of(*this, figure);
  auto found = std::find_if(list.begin(), list.end(), [&](const Place& place) {
    return place.kind == Place::Kind::page && place.page == page;
  });
  if (found == list.end()) {
    Place place;
    place.page = page;
    found = list.insert(list.end(), std::move(place));
  }
  auto& texts = found->texts;
  // A dot of a matrix stands on the page without words.
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

void Places::add_exhibit(FigureIndex figure, const std::string& exhibit) {
  Place place;
  place.kind = Place::Kind::exhibit;
  place.exhibit = exhibit;
  auto& list = list_of(*this, figure);
  if (std::find(list.begin(), list.end(), place) == list.end()) list.push_back(std::move(place));
}

void Places::add_cell(FigureIndex figure, const std::string& sheet, const std::string& cell) {
  Place place;
  place.kind = Place::Kind::cell;
  place.sheet = sheet;
  place.cell = cell;
  auto& list = list_of(*this, figure);
  if (std::find(list.begin(), list.end(), place) == list.end()) list.push_back(std::move(place));
}

}  // namespace briefpack::document
