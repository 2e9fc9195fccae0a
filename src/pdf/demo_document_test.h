#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "text/shape.h"

namespace briefpack::pdf {

/// Puts together pages for the tests: text at given places, no layout.
class DemoComposer {
 public:
  explicit DemoComposer(const text::Fonts& fonts) : shaper_(fonts) {
    pages.info = {
        "AI compute: a comparison — 비교", "Example Unit", "Demonstration", "compute, talent", "en", 1'795'996'800};
    pages.pages.resize(1);
  }

  page::Pages pages;

  page::Page& current() { return pages.pages.back(); }
  std::uint32_t page_number() const { return static_cast<std::uint32_t>(pages.pages.size() - 1); }
  void next_page() { pages.pages.emplace_back(); }

  page::ElementId element(page::Role role, page::ElementId parent = page::kDocument) {
    return pages.structure.add(role, parent);
  }

  /// A line of one style; returns its width.
  double text(std::string_view words, geometry::Point at, geometry::TextStyle style, page::ElementId element,
              std::string_view lang = "en") {
    const text::ShapedText line = shaper_.line(words, style, lang);
    double x = at.x;
    for (const text::GlyphRun& run : line.runs) {
      page::TextItem item;
      item.at = {x, at.y};
      item.run = run;
      item.element = element;
      x += run.width;
      current().items.push_back(std::move(item));
    }
    return line.width;
  }

  /// The last item put down.
  page::TextItem& last_text() { return std::get<page::TextItem>(current().items.back()); }

  void shape(geometry::PathShape shape, page::ElementId element, geometry::Point at = {}) {
    current().items.push_back(page::PathItem{at, std::move(shape), element, page::ArtifactKind::layout});
  }
  void rule(double y, double width = 0.5) {
    geometry::PathShape line;
    line.path = geometry::Path::line({45.64, y}, {549.64, y});
    line.stroke = geometry::Stroke{geometry::palette::kRule, width, {}};
    shape(std::move(line), page::kArtifact);
  }

  void running_lines() {
    const geometry::TextStyle style{geometry::FontFace::regular, 7, geometry::palette::kInk2};
    text("AI Country Briefing · November 2026", {45.64, 35}, style, page::kArtifact);
    last_text().artifact = page::ArtifactKind::header;
    text("Page " + std::to_string(page_number() + 1) + " of 2", {500, 815}, style, page::kArtifact);
    last_text().artifact = page::ArtifactKind::footer;
    rule(42);
    rule(803);
  }

  void link(geometry::Rect box, std::variant<page::DestinationId, std::string> target, std::string contents,
            page::ElementId element) {
    current().links.push_back({box, std::move(target), std::move(contents), element});
  }

 private:
  text::Shaper shaper_;
};

/// Two pages with every kind of content that the pages of a briefing hold.
inline page::Pages demo_document(const text::Fonts& fonts) {
  using namespace page;
  using geometry::FontFace;
  using geometry::TextStyle;
  namespace palette = geometry::palette;
  DemoComposer demo(fonts);
  const TextStyle body{FontFace::regular, 9}, head{FontFace::display_bold, 20, palette::kInk, -0.01},
      bold{FontFace::bold, 9};
  const TextStyle mark{FontFace::semibold, 5.76, palette::kNavy, 0, false, 3.78};
  TextStyle cell{FontFace::semibold, 7.5};
  cell.tabular = true;

  // Reserved first, filled in where they come to lie: link there and back.
  demo.pages.destinations.resize(3);
  constexpr DestinationId kToNote = 0, kToMark = 1, kToDetails = 2;

  demo.running_lines();
  const ElementId h1 = demo.element(Role::h1);
  demo.text("Korea’s 2,000 GPUs, AVATAR to WAVE", {45.64, 84}, head, h1);
  demo.pages.outline.push_back({"Korea’s 2,000 GPUs", 1, {0, {45.64, 60}}});

  const ElementId toc = demo.element(Role::toc), toci = demo.element(Role::toci, toc),
                  reference = demo.element(Role::reference, toci);
  const ElementId toc_link = demo.element(Role::link, reference);
  const double toc_width = demo.text("Details … 2", {45.64, 108}, {FontFace::regular, 9, palette::kNavy}, toc_link);
  demo.last_text().underline = 0.4;
  demo.link({45.64, 100, toc_width, 11}, kToDetails, "Go to Details, page 2", toc_link);

  const ElementId p = demo.element(Role::p);
  double x = 45.64 + demo.text("Revenue of “fast” é ü ß Œ € → ₩1,234 rose 12.4% to ", {45.64, 130}, body, p);
  x += demo.text("2,000", {x, 130}, body, p);
  demo.last_text().figure = 0;
  const ElementId mark_link = demo.element(Role::link, demo.element(Role::reference, p));
  const double mark_width = demo.text("1,2", {x, 130}, mark, mark_link);
  demo.last_text().notes = {0, 1};
  demo.link({x, 120, mark_width, 8}, kToNote, "Note 1", mark_link);
  demo.pages.destinations[kToMark] = {0, {x, 115}};
  x += mark_width;
  demo.text(" units; Привет, Ελληνικά, Việt Nam.", {x, 130}, body, p);

  const ElementId combining = demo.element(Role::p);
  demo.text(
      "Marks e\u0301 x\u0304\u0301, mathematics \U0001D49C, hyphens a\u2010b and a\u2011b, Ohm \u2126 and \u03A9.",
      {45.64, 148}, body, combining);

  const ElementId korean = demo.element(Role::p);
  demo.pages.structure[korean].lang = "ko";
  demo.text("매출은 전년 대비 12.4% 증가했습니다. ₩1,234,567 (2024년) 뷁", {45.64, 168}, body, korean, "ko");

  // Its structure gives the logical text to a screen reader, whatever a viewer makes of the order on the page.
  const ElementId arabic = demo.element(Role::span, demo.element(Role::p));
  demo.pages.structure[arabic].lang = "ar";
  demo.pages.structure[arabic].actual_text = "محمد بن سلمان لا";
  demo.text("محمد بن سلمان لا", {45.64, 190}, {FontFace::regular, 12}, arabic, "ar");
  const ElementId others = demo.element(Role::p);
  demo.text("हिन्दी क्षि", {200, 190}, {FontFace::regular, 12}, others, "hi");
  demo.text(" ไทย שלום", {260, 190}, {FontFace::regular, 12}, others, "th");

  const ElementId h2 = demo.element(Role::h2);
  demo.text("Table and chart", {45.64, 220}, {FontFace::bold, 10.5}, h2);
  demo.pages.outline.push_back({"Table and chart", 2, {0, {45.64, 210}}});
  const ElementId table = demo.element(Role::table);
  const ElementId thead = demo.element(Role::thead, table), tbody = demo.element(Role::tbody, table);
  const char* cells[3][3] = {
      {"Measure", "Korea", "France"}, {"H100 GPUs", "2,000", ".."}, {"특허 Patents", "111", "90"}};
  for (int row = 0; row < 3; ++row) {
    const ElementId tr = demo.element(Role::tr, row == 0 ? thead : tbody);
    for (int column = 0; column < 3; ++column) {
      const bool is_head = row == 0 || column == 0;
      const ElementId td = demo.element(is_head ? Role::th : Role::td, tr);
      if (is_head) demo.pages.structure[td].scope = row == 0 ? Scope::column : Scope::row;
      demo.text(cells[row][column], {45.64 + 110.0 * column, 240 + 18.0 * row}, cell, td,
                row == 2 && column == 0 ? "ko" : "en");
    }
    demo.rule(245 + 18.0 * row, row == 0 ? 0.75 : 0.4);
  }

  const ElementId figure = demo.element(Role::figure);
  demo.pages.structure[figure].alt = "Two bars: 2,000 and, disputed, 350,000.";
  demo.pages.structure[figure].box = geometry::Rect{45.64, 300, 300, 80};
  geometry::PathShape bar;
  bar.path = geometry::Path::rect({0, 0, 20, 15});
  bar.fill = palette::kAccent;
  bar.figure = 0;
  demo.shape(bar, figure, {45.64, 305});
  bar.path = geometry::Path::rounded({0, 0, 200, 15}, 3);
  bar.fill = palette::kWhite;
  bar.hatch = palette::kInk2;
  bar.stroke = geometry::Stroke{palette::kInk, 0.75, {2, 1.5}};
  demo.shape(bar, figure, {45.64, 330});
  geometry::PathShape dot;
  dot.path = geometry::Path::circle({0, 0}, 4);
  dot.fill = palette::kTeal;
  dot.stroke = geometry::Stroke{palette::kInk, 1, {}};
  demo.shape(dot, figure, {60, 362});
  dot.path = geometry::Path::diamond({0, 0}, 4);
  demo.shape(dot, figure, {80, 362});
  dot.path = geometry::Path::triangle({0, 0}, 4);
  demo.shape(dot, figure, {100, 362});
  demo.text("2,000", {70, 316}, cell, figure);
  demo.last_text().figure = 0;
  demo.text("350,000", {250, 341}, cell, figure);

  const ElementId list = demo.element(Role::l);
  demo.pages.structure[list].numbering = ListNumbering::decimal;
  for (int i = 0; i < 2; ++i) {
    const ElementId li = demo.element(Role::li, list);
    demo.text(std::to_string(i + 1), {45.64, 400 + 14.0 * i}, bold, demo.element(Role::lbl, li));
    demo.text(i == 0 ? "First message" : "Second message", {60, 400 + 14.0 * i}, body, demo.element(Role::lbody, li));
  }

  const ElementId note = demo.element(Role::note, p);
  demo.pages.structure[note].id = "note-1";
  const ElementId back = demo.element(Role::link, demo.element(Role::lbl, note));
  const double back_width = demo.text("1", {45.64, 780}, {FontFace::semibold, 6.75, palette::kNavy}, back);
  demo.link({45.64, 773, back_width, 9}, kToMark, "Back to the text", back);
  demo.text("S1, para. 2. Undated.", {58, 780}, {FontFace::regular, 6.75, palette::kInk2}, note);
  demo.pages.destinations[kToNote] = {0, {45.64, 770}};

  demo.next_page();
  demo.running_lines();
  const ElementId h2b = demo.element(Role::h2);
  demo.text("Details", {45.64, 84}, head, h2b);
  demo.pages.destinations[kToDetails] = {1, {0, 60}};
  demo.pages.outline.push_back({"Details — 세부", 1, {1, {0, 60}}});
  // A paragraph that runs over the page: its second piece lies on another page than its first.
  demo.text("… and so it goes on.", {45.64, 104}, body, p);
  const ElementId source = demo.element(Role::p), source_link = demo.element(Role::link, source);
  const double source_width = demo.text("https://example.org/ä", {45.64, 124}, body, source_link);
  demo.link({45.64, 116, source_width, 11}, "https://example.org/ä?(x)", "Source S1", source_link);
  demo.pages.labels.push_back({0, PageLabel::Style::decimal, "", 1});
  return std::move(demo.pages);
}

}  // namespace briefpack::pdf
