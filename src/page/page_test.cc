#include "page/page.h"

#include <catch2/catch.hpp>

#include "text/shape.h"

using namespace briefpack;
using namespace briefpack::page;

namespace {

const text::Fonts& fonts() {
  static const text::Fonts loaded = text::load_fonts().value();
  return loaded;
}

TextItem item(std::string_view text, geometry::Point at, ElementId element, double rise = 0) {
  text::Shaper shaper(fonts());
  TextItem made;
  made.at = at;
  made.run =
      shaper.line(text, {geometry::FontFace::regular, 10, geometry::palette::kInk, 0, false, rise}, "en").runs[0];
  made.element = element;
  return made;
}

}  // namespace

TEST_CASE("every role has the name that the PDF standard gives it") {
  CHECK(name(Role::document) == "Document");
  CHECK(name(Role::block_quote) == "BlockQuote");
  CHECK(name(Role::h1) == "H1");
  CHECK(name(Role::p) == "P");
  CHECK(name(Role::lbody) == "LBody");
  CHECK(name(Role::td) == "TD");
  CHECK(name(Role::figure) == "Figure");
}

TEST_CASE("a text's box is as high as its letters and moves with its rise") {
  const geometry::Rect x = box_of(item("x", {20, 100}, kDocument), fonts());
  CHECK(x.x == 20);
  CHECK(x.bottom() == Approx(100).margin(0.2));
  CHECK(x.height == Approx(5.5).margin(0.3));
  const geometry::Rect g = box_of(item("Ag", {20, 100}, kDocument), fonts());
  CHECK(g.y < x.y);
  CHECK(g.bottom() > 101.5);
  CHECK(box_of(item("x", {20, 100}, kDocument, 4), fonts()).y == Approx(x.y - 4));
  CHECK(box_of(item(" ", {20, 100}, kDocument), fonts()).height == 0);
}

TEST_CASE("pages dump their items, links, outline and structure") {
  Pages pages;
  pages.size = {300, 200};
  pages.pages.resize(1);
  const ElementId heading = pages.structure.add(Role::h1, kDocument);
  const ElementId paragraph = pages.structure.add(Role::p, kDocument);
  const ElementId link = pages.structure.add(Role::link, paragraph);
  pages.structure[heading].lang = "ko";
  TextItem number = item("2,000", {20, 80}, paragraph);
  number.figure = 4;
  TextItem mark = item("1", {50, 80}, link, 4);
  mark.notes = {0, 2};
  PathItem rule;
  rule.at = {20, 90};
  rule.shape.path = geometry::Path::line({0, 0}, {100, 0});
  rule.shape.stroke = geometry::Stroke{};
  pages.pages[0].items = {item("Title", {20, 40}, heading), number, mark, rule};
  pages.destinations.push_back({0, {20, 90}});
  pages.pages[0].links.push_back({{50, 70, 5, 10}, DestinationId{0}, "Note 1", link});
  pages.pages[0].links.push_back({{20, 70, 5, 10}, "https://example.org", "Source", link});
  pages.outline.push_back({"Title", 1, {0, {20, 30}}});
  CHECK(dump(pages, fonts()) ==
        "page 1 300 200\n"
        "text 20 32.5 20.7 7.6 H1 Inter-Regular:10 \"Title\"\n"
        "text 20 72.6 27.3 9.1 P fig=4 Inter-Regular:10 \"2,000\"\n"
        "text 50 68.7 4.6 7.3 Link notes=0,2 up=4 Inter-Regular:10 \"1\"\n"
        "path 20 90 100 0 - stroke=#17212B:0.5\n"
        "link 50 70 5 10 -> page 1 20,90 \"Note 1\"\n"
        "link 20 70 5 10 -> https://example.org \"Source\"\n"
        "outline \"Title\" -> page 1 20,30\n"
        "Document\n"
        "  H1 lang=ko: Title\n"
        "  P: 2,000\n"
        "    Link: 1\n");
}
