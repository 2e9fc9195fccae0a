#include "svg/write_svg.h"

#include <catch2/catch.hpp>

namespace briefpack::svg {

namespace {

page::TextItem words(const std::string& text, double x, double y) {
  page::TextItem item;
  item.at = {x, y};
  item.run.text = text;
  item.run.style.size = 9;
  item.run.width = 40.126;
  return item;
}

std::string lines_with(const std::string& svg, std::string_view part) {
  std::string out;
  for (std::size_t at = 0; at < svg.size();) {
    const std::size_t end = svg.find('\n', at);
    const std::string line = svg.substr(at, end - at);
    if (line.find(part) != std::string::npos) out += line + "\n";
    at = end == std::string::npos ? svg.size() : end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("a picture says its title and description") {
  const std::string svg = write_svg({}, {100, 50}, {"Lakes & <rivers>", "Korea has \"17\".", "ko"});
  CHECK(svg.find("viewBox=\"0 0 100 50\"") != std::string::npos);
  CHECK(svg.find("xml:lang=\"ko\"") != std::string::npos);
  CHECK(svg.find("<title id=\"title\">Lakes &amp; &lt;rivers&gt;</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"description\">Korea has &quot;17&quot;.</desc>") != std::string::npos);
}

TEST_CASE("a text stands at its baseline, as wide as it was laid out, and is never markup") {
  page::Page page;
  page.items.emplace_back(words("a<b> & \x01" "c", 10, 20.5));
  CHECK(lines_with(write_svg(page, {100, 50}, {}), "<text") ==
        "<text x=\"10\" y=\"20.5\" font-family=\"Inter, 'Noto Sans CJK KR', 'Noto Sans', sans-serif\" font-weight=\"400\" font-size=\"9\" "
        "fill=\"#17212b\" textLength=\"40.13\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">a&lt;b&gt; &amp; c</text>\n");
}

TEST_CASE("a raised text stands higher, one from right to left ends where it began") {
  page::Page page;
  page::TextItem mark = words("2", 10, 20);
  mark.run.style.rise = 3;
  page.items.emplace_back(mark);
  page::TextItem right = words("مرحبا", 10, 30);
  right.run.right_to_left = true;
  page.items.emplace_back(right);
  const std::string svg = write_svg(page, {100, 50}, {});
  CHECK(lines_with(svg, ">2<").find("y=\"17\"") != std::string::npos);
  CHECK(lines_with(svg, "مرحبا").find("x=\"50.13\"") != std::string::npos);
  CHECK(lines_with(svg, "مرحبا").find("direction=\"rtl\"") != std::string::npos);
}

TEST_CASE("a shape is moved to its place; fill, dashes and hatching are kept") {
  page::Page page;
  page::PathItem item;
  item.at = {5, 5};
  item.shape.path = geometry::Path::rect({0, 0, 10, 4});
  item.shape.fill = geometry::palette::kBar;
  item.shape.stroke = geometry::Stroke{geometry::palette::kInk, 0.75, {2, 1.5}};
  page.items.emplace_back(item);
  item.shape.hatch = geometry::palette::kHatch;
  page.items.emplace_back(item);
  const std::string svg = write_svg(page, {100, 50}, {});
  const std::string paths = lines_with(svg, "<path");
  CHECK(paths.find("M5 5 ") != std::string::npos);
  CHECK(paths.find("fill=\"#8fa3b5\" stroke=\"#17212b\" stroke-width=\"0.75\" stroke-dasharray=\"2 1.5\"/>") != std::string::npos);
  CHECK(paths.find("fill=\"url(#hatch-d9dfe4)\"") != std::string::npos);
  CHECK(lines_with(svg, "<pattern").find("id=\"hatch-d9dfe4\"") != std::string::npos);
}

}  // namespace briefpack::svg
