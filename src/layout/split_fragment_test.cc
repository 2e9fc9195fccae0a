#include "layout/split_fragment.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "layout/set_text.h"

using namespace briefpack;
using namespace briefpack::layout;

namespace {

constexpr double kPage = 600;

Fragment piece(double height, NoteSet notes = {}) {
  Ink ink;
  ink.rule({0, 0}, 10, geometry::palette::kInk, 1);
  ink.notes = std::move(notes);
  return solid(100, height, std::move(ink));
}

Fragment heading() {
  Fragment fragment = piece(20);
  fragment.keeps_with_next = true;
  return fragment;
}

// Each note takes ten points.
Room room_of(double height) {
  Room room;
  room.height = height;
  room.empty_page = kPage;
  room.notes_height = [](const NoteSet& notes) { return 10.0 * static_cast<double>(notes.size()); };
  return room;
}

Fragment table(std::size_t rows, double height) {
  std::vector<Fragment> parts;
  parts.push_back(heading());
  for (std::size_t i = 0; i < rows; ++i)
    parts.push_back(piece(height));
  Fragment made = stack(100, std::move(parts));
  made.is_table = true;
  made.repeat.push_back(heading());
  made.repeat.front().is_repeat = true;
  return made;
}

}  // namespace

TEST_CASE("a page takes whole pieces as long as they and their notes fit") {
  std::vector<Fragment> pieces;
  for (document::NoteIndex i = 0; i < 5; ++i)
    pieces.push_back(piece(100, {i}));
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(340));
  REQUIRE(part);
  CHECK(part->children.size() == 3);
  CHECK(notes_of(*part) == NoteSet{0, 1, 2});
  CHECK(body.children.size() == 2);
  CHECK_FALSE(is_done(body));
}

TEST_CASE("a note that the page has already takes no more room") {
  std::vector<Fragment> pieces;
  for (int i = 0; i < 3; ++i)
    pieces.push_back(piece(100, {7}));
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(310));
  REQUIRE(part);
  CHECK(part->children.size() == 3);
  CHECK(is_done(body));
}

TEST_CASE("no page ends with a heading") {
  std::vector<Fragment> pieces;
  pieces.push_back(piece(100));
  pieces.push_back(heading());
  pieces.push_back(piece(100));
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(150));
  REQUIRE(part);
  CHECK(part->children.size() == 1);
  CHECK(body.children.size() == 2);
}

TEST_CASE("a block that does not fit moves on whole when little white is left") {
  std::vector<Fragment> pieces;
  pieces.push_back(piece(500));
  pieces.push_back(table(20, 10));
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(kPage));
  REQUIRE(part);
  CHECK(part->children.size() == 1);
  CHECK(body.children.front().children.size() == 21);
}

TEST_CASE("a table is split when it would leave a fifth of the page white") {
  std::vector<Fragment> pieces;
  pieces.push_back(piece(300));
  pieces.push_back(table(40, 10));
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(kPage));
  REQUIRE(part);
  REQUIRE(part->children.size() == 2);
  CHECK(part->height == Approx(600));
  CHECK(part->children.back().children.size() == 29);
}

TEST_CASE("a table runs over pages between its rows and repeats its head") {
  Fragment body = table(100, 10);
  std::size_t rows = 0, pages = 0;
  while (!is_done(body)) {
    const auto part = take_fitting(body, room_of(kPage));
    REQUIRE(part);
    REQUIRE(part->height <= kPage);
    CHECK(part->children.front().is_repeat == (pages > 0));
    rows += part->children.size() - 1;
    ++pages;
    REQUIRE(pages < 10);
  }
  CHECK(rows == 100);
  CHECK(pages == 2);
}

TEST_CASE("what keeps with the next row does not end a page of a table") {
  Fragment body = table(0, 10);
  for (int group = 0; group < 30; ++group) {
    body.children.push_back(heading());
    for (int i = 0; i < 2; ++i)
      body.children.push_back(piece(15));
  }
  settle(body);
  while (!is_done(body)) {
    const auto part = take_fitting(body, room_of(200));
    REQUIRE(part);
    CHECK_FALSE(part->children.back().keeps_with_next);
  }
}

TEST_CASE("the group of the rows is named again where a page ends inside it") {
  Fragment body = table(0, 10);
  auto name = std::make_shared<Fragment>(heading());
  for (int i = 0; i < 80; ++i) {
    body.children.push_back(piece(10));
    if (i >= 20) body.children.back().resume = name;  // the group begins with row 19
  }
  settle(body);
  std::size_t rows = 0;
  for (int page = 0; !is_done(body); ++page) {
    const auto part = take_fitting(body, room_of(400));
    REQUIRE(part);
    REQUIRE(part->height <= 400);
    const auto repeats = std::count_if(part->children.begin(), part->children.end(), [](const Fragment& f) { return f.is_repeat; });
    CHECK(repeats == (page == 0 ? 0 : 2));
    rows += part->children.size() - static_cast<std::size_t>(page == 0 ? 1 : 2);
  }
  CHECK(rows == 80);
}

TEST_CASE("text is split wherever the page is full, with at least two lines on each side") {
  for (double room = 95; room < 200; room += 5) {
    std::vector<Fragment> pieces;
    pieces.push_back(piece(90));
    std::vector<LineBox> lines(5);
    for (auto& line : lines) line.ink.rule({0, 0}, 10, geometry::palette::kInk, 1);
    pieces.push_back(paragraph_of(std::move(lines), 100, 10));
    Fragment body = stack(100, std::move(pieces));
    const auto part = take_fitting(body, room_of(room));
    REQUIRE(part);
    const std::size_t here = part->children.size() == 2 ? part->children.back().children.size() : 0;
    CAPTURE(room, here);
    CHECK(here != 1);
    CHECK(here != 4);
    CHECK(here == (room < 110 ? 0 : room < 120 ? 2 : room < 140 ? 3 : 5));
  }
}

TEST_CASE("an entry does not stand on another page than its number") {
  std::vector<Fragment> sides;
  sides.push_back(piece(10));
  sides.push_back(piece(40));
  Fragment body = beside(100, std::move(sides));
  CHECK_FALSE(take_fitting(body, room_of(20)));
}

TEST_CASE("a text in columns fills them evenly and in order, on one page and on several") {
  const auto text = [](std::size_t lines) {
    std::vector<Fragment> pieces;
    for (std::size_t i = 0; i < lines; ++i) pieces.push_back(piece(10, {static_cast<document::NoteIndex>(i)}));
    return stack(50, std::move(pieces));
  };
  Fragment even = dealt(in_columns(170, text(30), {0, 60, 120}));
  REQUIRE(even.children.size() == 3);
  for (const auto& column : even.children) CHECK(column.children.size() == 10);
  CHECK(even.children[1].x == 60);
  CHECK(even.children[1].children.front().ink.notes == NoteSet{10});

  Fragment long_text = in_columns(170, text(100), {0, 60, 120});
  Room room = room_of(200);
  room.notes_height = [](const NoteSet&) { return 0.0; };
  const auto part = take_fitting(long_text, room);
  REQUIRE(part);
  CHECK(part->flow == Fragment::Flow::across);
  for (const auto& column : part->children) CHECK(column.children.size() == 20);
  CHECK(part->children[2].children.back().ink.notes == NoteSet{59});
  CHECK_FALSE(is_done(long_text));
  CHECK(long_text.height == Approx(140));
}

TEST_CASE("the notes of a text in columns take room from all of them") {
  std::vector<Fragment> pieces;
  for (document::NoteIndex i = 0; i < 100; ++i) pieces.push_back(piece(10, {i}));
  Fragment body = in_columns(110, stack(50, std::move(pieces)), {0, 60});
  const Room room = room_of(kPage);
  const auto part = take_fitting(body, room);
  REQUIRE(part);
  CHECK(part->height + room.notes_height(notes_of(*part)) <= kPage);
  CHECK(part->height >= 180);
}

TEST_CASE("the notes of one column take room from the other") {
  std::vector<Fragment> columns;
  for (document::NoteIndex c = 0; c < 2; ++c) {
    std::vector<Fragment> pieces;
    for (document::NoteIndex i = 0; i < 10; ++i)
      pieces.push_back(piece(50, {c * 100 + i}));
    columns.push_back(stack(100, std::move(pieces)));
  }
  Fragment body = beside(200, std::move(columns));
  std::size_t pieces = 0;
  for (int page = 0; !is_done(body); ++page) {
    REQUIRE(page < 10);
    const Room room = room_of(kPage);
    const auto part = take_fitting(body, room);
    REQUIRE(part);
    CHECK(part->height + room.notes_height(notes_of(*part)) <= kPage);
    for (const auto& column : part->children)
      pieces += column.children.size();
  }
  CHECK(pieces == 20);
}

TEST_CASE("a framed stack that is split has its padding on both pages") {
  Frame frame;
  frame.top = frame.bottom = 20;
  std::vector<Fragment> pieces;
  for (int i = 0; i < 40; ++i)
    pieces.push_back(piece(20));
  Fragment body = stack(100, std::move(pieces), frame);
  const auto part = take_fitting(body, room_of(kPage));
  REQUIRE(part);
  CHECK(part->height == Approx(600));
  CHECK(part->children.size() == 28);
  CHECK(body.height == Approx(40 + 12 * 20));
}

TEST_CASE("where nothing fits the least part is taken, and taking it comes to an end") {
  std::vector<Fragment> pieces;
  pieces.push_back(heading());
  pieces.push_back(piece(5000));
  pieces.push_back(table(3, 900));
  std::vector<Fragment> columns;
  columns.push_back(stack(50, std::move(pieces)));
  columns.push_back(stack(50, {}));
  Fragment body = beside(100, std::move(columns));
  int taken = 0;
  while (!is_done(body)) {
    CHECK_FALSE(take_fitting(body, room_of(kPage)));
    take_least(body);
    REQUIRE(++taken < 10);
  }
  CHECK(taken == 4);
}

TEST_CASE("a piece that starts a page ends the one before it") {
  std::vector<Fragment> pieces;
  pieces.push_back(piece(50));
  pieces.push_back(piece(50));
  pieces.back().starts_page = true;
  Fragment body = stack(100, std::move(pieces));
  const auto part = take_fitting(body, room_of(kPage));
  REQUIRE(part);
  CHECK(part->children.size() == 1);
  CHECK(body.children.size() == 1);
}

TEST_CASE("a sliced piece keeps all its items, each in the strip of its line") {
  Ink ink;
  for (int line = 0; line < 5; ++line) {
    page::TextItem item;
    item.at = {0, 4 + 10.0 * line + 7};
    item.notes = {static_cast<document::NoteIndex>(line)};
    ink.items.emplace_back(std::move(item));
    merge(ink.notes, {static_cast<document::NoteIndex>(line)});
  }
  const Fragment strips = sliced(solid(100, 58, std::move(ink)), 4, 10);
  CHECK(strips.height == Approx(58));
  REQUIRE(strips.children.size() == 6);
  for (std::size_t line = 0; line < 5; ++line) {
    REQUIRE(strips.children[line].ink.items.size() == 1);
    CHECK(notes_of(strips.children[line]) == NoteSet{static_cast<document::NoteIndex>(line)});
  }
  CHECK(strips.children[5].ink.items.empty());
}
