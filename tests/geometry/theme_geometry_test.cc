// The same rules under other themes and on letter paper, and what themes alone promise: contrast and white margins.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "laid_out.h"
#include "templates/read_theme.h"
#include "theme/contrast.h"

namespace briefpack {

namespace {

/// What every text of the pages stands on: the colour of the last shape filled under its middle, else paper.
std::set<std::string> texts_and_grounds(const page::Pages& pages, const text::Fonts& fonts) {
  std::set<std::string> out;
  for (const page::Page& page : pages.pages) {
    std::vector<std::pair<geometry::Rect, geometry::Color>> grounds;
    for (const page::Item& item : page.items) {
      if (const auto* path = std::get_if<page::PathItem>(&item)) {
        if (path->shape.fill) grounds.emplace_back(page::box_of(*path), *path->shape.fill);
        continue;
      }
      const auto* text = std::get_if<page::TextItem>(&item);
      if (text == nullptr || text->run.text.find_first_not_of(' ') == std::string::npos) continue;
      const geometry::Rect box = page::box_of(*text, fonts);
      const geometry::Point middle{box.x + box.width / 2, box.y + box.height / 2};
      geometry::Color ground = geometry::Color::white;
      for (const auto& [area, color] : grounds) {
        if (middle.x > area.x && middle.x < area.right() && middle.y > area.y && middle.y < area.bottom()) ground = color;
      }
      out.insert(std::string(name(text->run.style.color)) + " on " + std::string(name(ground)));
    }
  }
  return out;
}

/// The theme of tests/themes, with fonts of its own and a logo in each place.
theme::Theme lake_office() {
  const templates::Loader loader = [](const std::string& path, SourceSpan) -> Result<templates::LoadedFile> {
    const std::string folder = path.ends_with(".png") ? "tests/golden/png/" : "tests/themes/";
    std::ifstream stream(folder + path, std::ios::binary);
    return templates::LoadedFile{0, std::make_shared<const std::string>(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>())};
  };
  return templates::read_theme({"lake-office.yaml", {}}, loader).value();
}

constexpr const char* kMetrics = "inputs/korea-ai.json";
constexpr const char* kBriefs[] = {"templates/monthly-brief.md", "templates/country-profile.md"};
constexpr const char* kPapers[] = {"A4", "letter"};

}  // namespace

TEST_CASE("every pair of text and ground that the pages use is held to its contrast") {
  std::set<std::string> held, used;
  for (const theme::TextOnGround& pair : theme::texts_on_grounds()) held.insert(std::string(name(pair.text)) + " on " + std::string(name(pair.ground)));
  for (const char* look : {"plain", "office"}) {
    for (const char* brief : kBriefs) used.merge(texts_and_grounds(checked_pages(resolved(kMetrics, brief, {{"theme", look}})), own_fonts()));
  }
  used.merge(texts_and_grounds(checked_pages(resolved(BRIEFPACK_STRESS "/stress.json", BRIEFPACK_STRESS "/stress.md")), own_fonts()));
  CHECK(used.size() >= 8);
  std::vector<std::string> missing;
  std::set_difference(used.begin(), used.end(), held.begin(), held.end(), std::back_inserter(missing));
  CHECK(joined(missing) == "");
}

TEST_CASE("other themes and letter paper keep apart what stands on a page") {
  for (const char* look : {"plain", "office", "evergreen"}) {
    for (const char* paper : kPapers) {
      for (const char* brief : kBriefs) {
        INFO(look << " " << paper << " " << brief);
        const page::Pages pages = checked_pages(resolved(kMetrics, brief, {{"theme", look}, {"paper", paper}}));
        CHECK(pages.size.width == (std::string(paper) == "A4" ? 595.28 : 612));
      }
    }
  }
}

TEST_CASE("what fills a page of A4 fits one of letter paper") {
  for (const char* brief : kBriefs) {
    INFO(brief);
    const auto pages_on = [&](const char* paper) { return checked_pages(resolved(kMetrics, brief, {{"paper", paper}})).pages.size(); };
    CHECK(pages_on("letter") == pages_on("A4"));
  }
  const auto korean_on = [&](const char* paper) { return checked_pages(resolved(kMetrics, kBriefs[0], {{"paper", paper}}, "ko")).pages.size(); };
  CHECK(korean_on("letter") == korean_on("A4"));
}

TEST_CASE("so do other fonts, and logos on covers and in running heads") {
  const theme::Theme theme = lake_office();
  const auto fonts = text::load_fonts(theme.fonts);
  REQUIRE(fonts.ok());
  for (const char* paper : kPapers) {
    for (const char* brief : kBriefs) {
      INFO(paper << " " << brief);
      document::Document document = resolved(kMetrics, brief, {{"paper", paper}});
      document.theme = theme;
      const page::Pages pages = checked_pages(document, *fonts);
      std::size_t figures = 0, artifacts = 0;
      for (const page::Page& page : pages.pages) {
        for (const page::Item& item : page.items) {
          const auto* image = std::get_if<page::ImageItem>(&item);
          if (image == nullptr) continue;
          ++(image->element == page::kArtifact ? artifacts : figures);
        }
      }
      CHECK(figures > 0);
      CHECK(artifacts + figures == pages.pages.size());
    }
  }
}

TEST_CASE("a framed cover leaves white what office printers cannot reach") {
  constexpr double kMargin = 12;
  for (const char* paper : kPapers) {
    document::Document document = resolved(kMetrics, kBriefs[0], {{"theme", "office"}, {"paper", paper}});
    document.draft_line = "DRAFT";
    const page::Pages pages = checked_pages(document);
    std::vector<std::string> outside;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      for (const page::Item& item : pages.pages[i].items) {
        const auto* path = std::get_if<page::PathItem>(&item);
        if (path == nullptr) continue;
        const geometry::Rect box = page::box_of(*path);
        const bool is_inside = box.x >= kMargin && box.y >= kMargin && box.right() <= pages.size.width - kMargin && box.bottom() <= pages.size.height - kMargin;
        if (!is_inside) outside.push_back("page " + std::to_string(i + 1));
      }
    }
    CHECK(joined(outside) == "");
  }
}

}  // namespace briefpack
