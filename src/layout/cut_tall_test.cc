#include "layout/cut_tall.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::layout;

namespace {

page::TextItem line_at(double baseline, document::NoteIndex note = document::kNone) {
  page::TextItem item;
  item.at = {0, baseline};
  item.run.style.size = 9;
  if (note != document::kNone) item.notes = {note};
  return item;
}

}  // namespace

TEST_CASE("a piece taller than a page is cut between its lines and loses none") {
  Ink ink;
  for (document::NoteIndex line = 0; line < 100; ++line) ink.items.emplace_back(line_at(12.0 * line + 9, line));
  ink.add(geometry::Path::rect({0, 0, 50, 1200}), geometry::palette::kInk);
  for (document::NoteIndex line = 0; line < 100; ++line) merge(ink.notes, {line});
  Fragment fragment = solid(50, 1200, std::move(ink));
  REQUIRE(cut_tall(fragment, 500).size() == 1);
  CHECK(fragment.height == Approx(1200));
  CHECK(fragment.children.size() >= 3);
  std::size_t lines = 0;
  double covered = 0;
  for (const auto& piece : fragment.children) {
    CHECK(piece.height <= 500);
    for (const auto& item : piece.ink.items) {
      if (const auto* text = std::get_if<page::TextItem>(&item)) {
        ++lines;
        CHECK(text->at.y - 9 >= -0.01);
        CHECK(text->at.y + 2.7 <= piece.height + 0.01);
      } else {
        const auto& path = std::get<page::PathItem>(item);
        covered += path.shape.path.bounds().height;
        CHECK(path.at.y + path.shape.path.bounds().y >= -0.01);
        CHECK(path.at.y + path.shape.path.bounds().bottom() <= piece.height + 0.01);
      }
    }
  }
  CHECK(lines == 100);
  CHECK(covered == Approx(1200));
  CHECK(notes_of(fragment).size() == 100);
}

TEST_CASE("what fits a page is left as it is") {
  Fragment fragment = solid(50, 400, {});
  CHECK(cut_tall(fragment, 500).empty());
  CHECK(fragment.flow == Fragment::Flow::solid);
}

TEST_CASE("what has no gap between lines is made smaller") {
  Ink ink;
  ink.items.emplace_back(line_at(900));
  std::get<page::TextItem>(ink.items.back()).run.style.size = 900;
  Fragment fragment = solid(50, 1000, std::move(ink));
  REQUIRE(cut_tall(fragment, 500).size() == 1);
  CHECK(fragment.height == Approx(500));
}

TEST_CASE("a head of more than a third of a page is not repeated") {
  std::vector<Fragment> rows;
  for (int i = 0; i < 10; ++i) rows.push_back(solid(50, 100, {}));
  Fragment table = stack(50, std::move(rows));
  table.repeat.push_back(solid(50, 200, {}));
  cut_tall(table, 500);
  CHECK(table.repeat.empty());
}

TEST_CASE("the blocks that are cut are named once each by their places, the innermost one that has a place") {
  const auto tall = [](SourceSpan place) {
    Fragment made = solid(50, 1200, {});
    made.place = place;
    return made;
  };
  Fragment block = stack(50, {tall({}), tall({})});
  block.place = {0, 7, 1, 3};
  Fragment body = stack(50, {std::move(block), tall({0, 9, 1, 3}), tall({})});
  CHECK(cut_tall(body, 500, {0, 2, 1, 1}) == std::vector<SourceSpan>{{0, 7, 1, 3}, {0, 9, 1, 3}, {0, 2, 1, 1}});
}
