#include "accessibility/judge.h"

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "accessibility/checks.h"

using namespace briefpack;
using namespace briefpack::accessibility;

namespace {

/// A pack that meets every line that is computed, until a test spoils it.
struct Pack {
  document::Document document;
  dataset::Dataset dataset;
  templates::Template tree;
  page::Pages pages;
  std::vector<workbook::SheetFacts> sheets;

  Pack() {
    document.title = document.author = "Lakes";
    dataset.pack.publisher = dataset.pack.contact = dataset.pack.licence = dataset::LocalText("Lake office");
    pages.info.title = "Lakes";
    pages.pages.resize(1);
    for (const char* name : {"Cover", "Contents", "Data"}) {
      workbook::SheetFacts sheet;
      sheet.sheet = sheet.title = name;
      if (sheet.sheet != "Cover") {
        sheet.what = "One table.";
        sheet.notes = "No notes.";
        sheet.sources = "Sources.";
        sheet.back_link = "Back";
        sheet.table = "tbl";
        sheet.headings = {"a", "b"};
        sheet.rows = 2;
        sheet.filled = {2, 2};
      }
      sheets.push_back(sheet);
    }
    sheets[1].links.push_back({"A7", "Data", ""});
  }

  workbook::SheetFacts& data() { return sheets.back(); }

  page::TextItem& text(const std::string& words, geometry::Color color, double size = 9) {
    page::TextItem item;
    item.at = {100, 100};
    item.run.text = words;
    item.run.style.color = color;
    item.run.style.size = size;
    item.run.width = 50;
    item.element = pages.structure.add(page::Role::p, page::kDocument);
    pages.pages.front().items.emplace_back(item);
    return std::get<page::TextItem>(pages.pages.front().items.back());
  }

  void ground(geometry::Color color) {
    page::PathItem item;
    item.shape.path.steps = {{page_step(geometry::PathStep::Kind::move, 90, 80)}, {page_step(geometry::PathStep::Kind::line, 200, 80)},
                             {page_step(geometry::PathStep::Kind::line, 200, 110)}, {page_step(geometry::PathStep::Kind::close, 90, 80)}};
    item.shape.fill = color;
    pages.pages.front().items.emplace_back(item);
  }
  static geometry::PathStep page_step(geometry::PathStep::Kind kind, double x, double y) {
    geometry::PathStep step;
    step.kind = kind;
    step.to = {x, y};
    return step;
  }

  std::vector<Line> lines() const { return judge({document, dataset, tree, pages, sheets}); }
  /// Ids of the lines that are not met.
  std::set<std::string> unmet() const {
    std::set<std::string> out;
    for (const Line& each : lines()) {
      if (each.verdict == Verdict::not_met) out.insert(each.requirement->id);
    }
    return out;
  }
};

templates::Block heading(int level, const std::string& words, std::uint32_t line) {
  templates::Heading node;
  node.level = level;
  if (!words.empty()) node.content.push_back({templates::Text{words, {}}, {}});
  return {node, {0, line, 1, 1}};
}

templates::Block paragraph_with_link(const std::string& words) {
  templates::Link link;
  link.url = "https://example.org/a";
  if (!words.empty()) link.content.push_back({templates::Text{words, {}}, {}});
  templates::Paragraph node;
  node.content.push_back({link, {0, 7, 3, 1}});
  return {node, {0, 7, 1, 1}};
}

using Set = std::set<std::string>;

}  // namespace

TEST_CASE("requirements have ids of their own, and a check exactly where they are computed") {
  std::set<std::string> ids;
  for (const Requirement& each : requirements()) {
    CHECK(ids.insert(each.id).second);
    CHECK(std::string(each.id).starts_with(std::string(name_of(each.output)) + "/"));
    CHECK((each.check != nullptr) == (each.basis == Basis::computed));
    CHECK_FALSE(std::string(each.words).empty());
    CHECK_FALSE(std::string(each.judged).empty());
  }
}

TEST_CASE("a pack without faults meets every line that the program can judge") {
  const Pack pack;
  for (const Line& each : pack.lines()) {
    INFO(each.requirement->id);
    CHECK(each.verdict == (each.requirement->basis == Basis::author ? Verdict::author : Verdict::met));
  }
}

TEST_CASE("a heading that skips a level is found with its line, and a new page begins anew") {
  Pack pack;
  pack.tree.blocks = {heading(2, "One", 3), heading(4, "Two", 5), heading(2, "Three", 8)};
  CHECK(pack.unmet() == Set{"pdf/heading-order"});
  for (const Line& each : pack.lines()) {
    if (each.verdict != Verdict::not_met) continue;
    REQUIRE(each.faults.size() == 1);
    CHECK(each.faults.front().span.line == 5);
    CHECK(each.faults.front().what == "a heading of level 4 follows one of level 2");
  }
  templates::Directive page;
  page.kind = templates::DirectiveKind::page;
  page.body = {heading(3, "Three", 9)};
  pack.tree.blocks = {heading(2, "One", 3), {page, {0, 8, 1, 1}}};
  CHECK(pack.unmet() == Set{"pdf/heading-order"});
}

TEST_CASE("headings and links without words, and links that show an address, are found") {
  Pack pack;
  pack.tree.blocks = {heading(1, "", 3)};
  CHECK(pack.unmet() == Set{"pdf/heading-words"});
  for (const char* words : {"", " ", "https://example.org/a", "www.example.org", "here", "Click here", "여기"}) {
    pack.tree.blocks = {paragraph_with_link(words)};
    INFO(words);
    CHECK(pack.unmet() == Set{"pdf/link-words"});
  }
  pack.tree.blocks = {paragraph_with_link("The survey of lakes")};
  CHECK(pack.unmet().empty());
}

TEST_CASE("a table without a title or with a blank header cell is found") {
  Pack pack;
  templates::Table table;
  table.head.cells.resize(1);
  table.head.cells.front().content.push_back({templates::Text{"Lake", {}}, {}});
  pack.tree.blocks = {{table, {0, 4, 1, 1}}};
  CHECK(pack.unmet() == Set{"pdf/table-titles"});
  pack.tree.blocks.insert(pack.tree.blocks.begin(), heading(2, "Lakes", 2));
  CHECK(pack.unmet().empty());
  pack.tree.blocks.erase(pack.tree.blocks.begin());
  templates::Directive directive;
  directive.kind = templates::DirectiveKind::table;
  templates::Option title;
  title.name = "title";
  directive.options.push_back(title);
  directive.body = pack.tree.blocks;
  pack.tree.blocks = {{directive, {0, 3, 1, 1}}};
  CHECK(pack.unmet().empty());
  table.head.cells.front().content.clear();
  directive.body = {{table, {0, 4, 1, 1}}};
  pack.tree.blocks = {{directive, {0, 3, 1, 1}}};
  CHECK(pack.unmet() == Set{"pdf/table-head-words"});
}

TEST_CASE("words of a template in another language than the document are not marked as what they are") {
  Pack pack;
  pack.tree.front_matter.lang = {"en-GB", {0, 2, 7, 5}};
  CHECK(pack.unmet().empty());
  pack.pages.info.lang = "ko";
  CHECK(pack.unmet() == Set{"pdf/language-of-parts"});
}

TEST_CASE("contrast is that of WCAG, against what lies beneath the text") {
  using geometry::Color;
  Pack pack;
  pack.pages.palette[Color::muted] = geometry::rgb(0x767676);  // 4.54 on white
  pack.text("grey", Color::muted);
  CHECK(pack.unmet().empty());
  pack.pages.palette[Color::muted] = geometry::rgb(0x777777);  // 4.48
  CHECK(pack.unmet() == Set{"pdf/contrast"});

  Pack large;
  large.pages.palette[Color::muted] = geometry::rgb(0x777777);
  large.text("paler, but large", Color::muted, 18);
  CHECK(large.unmet().empty());

  Pack dark;
  dark.ground(Color::navy);
  dark.text("white on navy", Color::white);
  CHECK(dark.unmet().empty());
  dark.text("ink on navy", Color::ink);
  CHECK(dark.unmet() == Set{"pdf/contrast"});
}

TEST_CASE("letters of another script need their language") {
  Pack pack;
  pack.text("서울", geometry::palette::kInk);
  CHECK(pack.unmet() == Set{"pdf/language-of-parts"});
  Pack marked;
  marked.text("서울", geometry::palette::kInk).run.lang = "ko";
  CHECK(marked.unmet().empty());
  Pack korean;
  korean.pages.info.lang = "ko-KR";
  korean.dataset.pack.lang = "ko";
  korean.text("서울 漢城", geometry::palette::kInk);
  CHECK(korean.unmet().empty());
}

TEST_CASE("what is missing on pages is found") {
  Pack pack;
  pack.pages.info.title = " ";
  CHECK(pack.unmet() == Set{"pdf/title"});
  pack = {};
  pack.pages.info.lang = "";
  CHECK(pack.unmet() == Set{"pdf/language"});
  pack = {};
  page::Element figure;
  figure.role = page::Role::figure;
  pack.pages.structure.add(figure);
  CHECK(pack.unmet() == Set{"pdf/alt-text"});
  pack = {};
  pack.pages.structure.add(page::Role::h2, page::kDocument);
  CHECK(pack.unmet() == Set{"pdf/heading-tags"});
  pack = {};
  const auto table = pack.pages.structure.add(page::Role::table, page::kDocument);
  const auto row = pack.pages.structure.add(page::Role::tr, table);
  CHECK(pack.unmet() == Set{"pdf/table-heads"});
  page::Element head;
  head.role = page::Role::th;
  head.parent = row;
  head.scope = page::Scope::column;
  pack.pages.structure.add(head);
  CHECK(pack.unmet().empty());
  pack.pages.pages.resize(2);
  CHECK(pack.unmet() == Set{"pdf/bookmarks"});
  pack = {};
  pack.pages.pages.front().links.emplace_back();
  CHECK(pack.unmet() == Set{"pdf/link-contents"});
  pack = {};
  pack.text("a \xEF\xBF\xBD", geometry::palette::kInk);
  CHECK(pack.unmet() == Set{"pdf/characters"});
  pack = {};
  document::Exhibit exhibit;
  exhibit.number = 1;
  pack.document.sections.emplace_back().body.push_back({exhibit});
  CHECK(pack.unmet() == Set{"pdf/exhibit-titles"});
}

TEST_CASE("what is missing on sheets is found") {
  const auto spoilt = [](auto spoil) {
    Pack pack;
    spoil(pack);
    return pack.unmet();
  };
  CHECK(spoilt([](Pack& p) { p.data().title = "Contents"; }) == Set{"workbook/sheet-titles"});
  CHECK(spoilt([](Pack& p) { p.data().what = ""; }) == Set{"workbook/introductions"});
  CHECK(spoilt([](Pack& p) { p.data().sources = ""; }) == Set{"workbook/sources"});
  CHECK(spoilt([](Pack& p) { p.sheets[1].links.clear(); }) == Set{"workbook/links-back"});
  CHECK(spoilt([](Pack& p) { p.data().first_outside = "H9"; }) == Set{"workbook/text-above"});
  CHECK(spoilt([](Pack& p) { p.data().table = ""; }) == Set{"workbook/marked-tables"});
  CHECK(spoilt([](Pack& p) { p.data().headings = {"a", "a"}; }) == Set{"workbook/headings"});
  CHECK(spoilt([](Pack& p) { p.data().blank_rows = 1; }) == Set{"workbook/no-blank-rows"});
  CHECK(spoilt([](Pack& p) { p.data().filled = {2, 1}; }) == Set{"workbook/blank-cells"});
  CHECK(spoilt([](Pack& p) { p.data().note_markers = {{3, "C9"}}; }) == Set{"workbook/notes"});
  CHECK(spoilt([](Pack& p) { p.data().links.push_back({"A9", "https://example.org", "https://example.org"}); }) == Set{"workbook/links"});
  CHECK(spoilt([](Pack& p) { p.data().has_filter = true; }) == Set{"workbook/no-filters"});
  CHECK(spoilt([](Pack& p) { p.data().is_frozen = true; }) == Set{"workbook/no-freeze-panes"});
  CHECK(spoilt([](Pack& p) { p.data().charts.push_back({"D6", "", true}); }) == Set{"workbook/chart-alt-text"});
  CHECK(spoilt([](Pack& p) { p.data().charts.push_back({"A6", "Bars.", false}); }) == Set{"workbook/charts-beside"});
  CHECK(spoilt([](Pack& p) { p.data().charts.push_back({"D6", "Bars.", true, 4.4}); }) == Set{"workbook/contrast"});
  CHECK(spoilt([](Pack& p) { p.data().charts.push_back({"D6", "Bars.", true, 4.6, 2.9}); }) == Set{"workbook/chart-contrast"});
  CHECK(spoilt([](Pack& p) { p.data().charts.push_back({"D6", "Bars.", true, 4.6, 3, "A, B"}); }) == Set{"workbook/chart-series"});
  CHECK(spoilt([](Pack& p) { p.data().least_points = 11; }) == Set{"workbook/font-size"});
  CHECK(spoilt([](Pack& p) { p.data().first_cut = "B9"; }) == Set{"workbook/visible-text"});
  CHECK(spoilt([](Pack& p) { p.dataset.pack.contact = {}; }) == Set{"workbook/cover"});
  CHECK(spoilt([](Pack& p) { p.dataset.metrics.emplace_back().id = "m"; }) == Set{"workbook/definitions"});
  CHECK(spoilt([](Pack& p) { p.dataset.sources.emplace_back().id = "s"; }) == Set{"workbook/source-titles"});
  CHECK(spoilt([](Pack& p) { p.document.title.clear(); }) == Set{"workbook/properties"});
}

TEST_CASE("of many faults the first twenty are kept and all are counted") {
  Pack pack;
  for (std::uint32_t i = 0; i < 30; ++i) pack.tree.blocks.push_back(heading(1, "", i + 1));
  for (const Line& each : pack.lines()) {
    if (each.verdict != Verdict::not_met) continue;
    CHECK(each.faults.size() == kMostFaults);
    CHECK(each.fault_count == 30);
  }
  CHECK(pack.unmet() == Set{"pdf/heading-words"});
}
