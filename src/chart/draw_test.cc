#include "chart/draw.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "chart/canvas.h"

using namespace briefpack;
using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using document::Mark;

namespace {

/// Half the size for each byte: enough for geometry, and the same everywhere.
double fixed_advance(std::string_view text, const geometry::TextStyle& style) {
  return static_cast<double>(text.size()) * style.size * 0.5;
}

ChartValue number(double value, std::string label) {
  ChartValue out;
  out.number = value;
  out.label = std::move(label);
  return out;
}

ChartRow row(std::string label, std::vector<ChartValue> values) {
  ChartRow out;
  out.label = std::move(label);
  out.values = std::move(values);
  return out;
}

/// Rectangles of filled bars of one colour.
std::vector<geometry::Rect> bars(const geometry::Picture& picture, geometry::Color color) {
  std::vector<geometry::Rect> out;
  for (const auto& shape : picture.shapes) {
    const auto* path = std::get_if<geometry::PathShape>(&shape);
    if (path && path->fill == color) out.push_back(path->path.bounds());
  }
  return out;
}

bool has_text(const geometry::Picture& picture, std::string_view text) {
  return std::any_of(picture.shapes.begin(), picture.shapes.end(), [&](const geometry::Shape& shape) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    return label && std::any_of(label->pieces.begin(), label->pieces.end(), [&](const auto& piece) { return piece.text == text; });
  });
}

/// Every text lies inside the picture, half a point of slack aside.
void check_inside(const geometry::Picture& picture) {
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (!label) continue;
    REQUIRE(label->anchor == geometry::Anchor::start);
    double width = 0;
    for (const auto& piece : label->pieces) width += fixed_advance(piece.text, piece.style);
    INFO(label->pieces.front().text);
    CHECK(label->at.x >= -0.5);
    CHECK(label->at.x + width <= picture.size.width + 0.5);
    CHECK(label->at.y <= picture.size.height);
  }
}

}  // namespace

TEST_CASE("bars start at zero and their lengths are as their values") {
  ChartSpec spec;
  spec.mark = Mark::bar;
  spec.rows = {row("A", {number(100, "100")}), row("B", {number(50, "50")})};
  const auto picture = chart::draw(spec, 246, fixed_advance);
  const auto found = bars(picture, geometry::palette::kBar);
  REQUIRE(found.size() == 2);
  CHECK(found[0].x == Approx(found[1].x));
  CHECK(found[0].width == Approx(2 * found[1].width));
  check_inside(picture);
}

TEST_CASE("the smallest bar is seen, and the zero line stands whole over it") {
  ChartSpec spec;
  spec.mark = Mark::bar;
  spec.rows = {row("A", {number(1e6, "1 m")}), row("B", {number(1, "1")}), row("C", {number(0, "0")})};
  const auto picture = chart::draw(spec, 246, fixed_advance);
  const auto found = bars(picture, geometry::palette::kBar);
  REQUIRE(found.size() == 3);
  CHECK(found[1].width == Approx(0.8));
  CHECK(found[2].width == 0);
  const auto place_of = [&](const auto& test) {
    const auto shape = std::find_if(picture.shapes.begin(), picture.shapes.end(), [&](const auto& each) {
      const auto* path = std::get_if<geometry::PathShape>(&each);
      return path && test(*path);
    });
    REQUIRE(shape != picture.shapes.end());
    return shape - picture.shapes.begin();
  };
  const auto line = place_of([](const auto& path) { return path.stroke && path.stroke->color == geometry::palette::kInk; });
  CHECK(line > place_of([&](const auto& path) { return path.fill == geometry::palette::kBar && path.path.bounds().width == found[2].width; }));
}

TEST_CASE("a missing value draws no bar but its mark") {
  ChartSpec spec;
  spec.mark = Mark::bar;
  ChartValue missing;
  missing.label = "..";
  spec.rows = {row("A", {number(100, "100")}), row("B", {missing})};
  const auto picture = chart::draw(spec, 246, fixed_advance);
  CHECK(bars(picture, geometry::palette::kBar).size() == 1);
  CHECK(has_text(picture, ".."));
}

TEST_CASE("a disputed bar is hatched, tagged and above the separator") {
  ChartSpec spec;
  spec.mark = Mark::paired;
  spec.multiple_head = "× A";
  spec.withdrawn_text = "withdrawn";
  auto disputed = number(350000, "350,000");
  disputed.dispute = 0;
  spec.rows = {row("C", {disputed}), row("M", {disputed}), row("X", {number(100000, "100,000")}), row("A", {number(2000, "2,000")})};
  spec.rows[2].multiple = number(50, "50");
  const auto picture = chart::draw(spec, 504, fixed_advance, {"D1"});
  const auto hatched = std::count_if(picture.shapes.begin(), picture.shapes.end(), [](const geometry::Shape& shape) {
    const auto* path = std::get_if<geometry::PathShape>(&shape);
    return path && path->hatch.has_value();
  });
  CHECK(hatched == 2);
  CHECK(has_text(picture, "D1"));
  CHECK(has_text(picture, "withdrawn"));
  CHECK(has_text(picture, "50"));
  check_inside(picture);
}

TEST_CASE("a slope with a missing end draws no line to an invented value") {
  ChartSpec spec;
  spec.mark = Mark::slope;
  spec.columns = {"earlier", "latest"};
  spec.no_earlier_text = "no earlier value found";
  ChartValue missing;
  missing.label = "..";
  spec.rows = {row("France", {number(13, "13th"), number(5, "5th")}), row("China", {missing, number(2, "2nd")})};
  const auto picture = chart::draw(spec, 246, fixed_advance);
  CHECK(has_text(picture, "no earlier value found"));
  int solid_lines = 0;
  for (const auto& shape : picture.shapes) {
    const auto* path = std::get_if<geometry::PathShape>(&shape);
    if (path && path->stroke && path->stroke->width >= 2 && path->stroke->dash.empty()) ++solid_lines;
  }
  CHECK(solid_lines == 1);
  check_inside(picture);
}

TEST_CASE("labels of a slope keep their distance") {
  ChartSpec spec;
  spec.mark = Mark::slope;
  spec.columns = {"earlier", "latest"};
  for (int place = 1; place <= 6; ++place) {
    spec.rows.push_back(row("E" + std::to_string(place), {number(place, "a" + std::to_string(place)), number(place, "b" + std::to_string(place))}));
  }
  const auto picture = chart::draw(spec, 246, fixed_advance);
  std::vector<double> baselines;
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (label && label->pieces.front().text.starts_with("b")) baselines.push_back(label->at.y);
  }
  REQUIRE(baselines.size() == 6);
  std::sort(baselines.begin(), baselines.end());
  for (std::size_t i = 1; i < baselines.size(); ++i) CHECK(baselines[i] - baselines[i - 1] >= 10.9);
}

TEST_CASE("a list of unknown length ends in a question mark, a known one in its end") {
  ChartSpec spec;
  spec.mark = Mark::list_range;
  spec.list_end_text = "list ends at {}";
  spec.rows = {row("Patents", {number(3, "3rd")}), row("Productivity", {number(33, "33rd")})};
  spec.rows[1].out_of = 38;
  const auto picture = chart::draw(spec, 246, fixed_advance);
  CHECK(has_text(picture, "?"));
  CHECK(has_text(picture, "list ends at 38"));
  check_inside(picture);
}

TEST_CASE("a share of 19 per cent fills 19 per cent of its frame") {
  ChartSpec spec;
  spec.mark = Mark::share;
  spec.axis_scale = 0.01;
  spec.rows = {row("", {number(19, "about 19%")})};
  spec.rows[0].text = "of export value";
  const auto picture = chart::draw(spec, 246, fixed_advance);
  const auto filled = bars(picture, geometry::palette::kNavy);
  REQUIRE(filled.size() == 1);
  CHECK(filled[0].width == Approx(0.19 * 245.4));
}

TEST_CASE("a share without a figure has no frame, which would say zero") {
  ChartSpec spec;
  spec.mark = Mark::share;
  spec.axis_scale = 0.01;
  ChartValue none;
  none.label = "..";
  spec.rows = {row("", {none}), row("", {number(19, "19%")})};
  spec.rows[0].text = "of imports";
  const auto picture = chart::draw(spec, 246, fixed_advance);
  CHECK(has_text(picture, ".."));
  CHECK(bars(picture, geometry::palette::kWhite).size() == 1);
}

TEST_CASE("lanes put labels where nothing touches") {
  ChartSpec spec;
  spec.mark = Mark::lanes;
  document::Lane lane;
  lane.label = "Korea";
  for (int i = 0; i < 5; ++i) {
    document::LaneItem item;
    item.label = "Action with a long name " + std::to_string(i);
    item.start = 2019 + 0.2 * i;
    lane.items.push_back(item);
  }
  spec.lanes = {lane};
  spec.cut_off = 2026.9;
  const auto picture = chart::draw(spec, 504, fixed_advance);
  std::vector<geometry::Rect> boxes;
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (!label || !label->pieces.front().text.starts_with("Action")) continue;
    boxes.push_back({label->at.x, label->at.y - 6, fixed_advance(label->pieces.front().text, label->pieces.front().style), 8});
  }
  REQUIRE(boxes.size() == 5);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].intersects(boxes[j]));
  }
}

namespace {

/// Strokes of one colour and weight between two points.
std::vector<geometry::Rect> strokes(const geometry::Picture& picture, geometry::Color color, double weight) {
  std::vector<geometry::Rect> out;
  for (const auto& shape : picture.shapes) {
    const auto* path = std::get_if<geometry::PathShape>(&shape);
    if (path && path->stroke && path->stroke->color == color && path->stroke->width == Approx(weight)) out.push_back(path->path.bounds());
  }
  return out;
}

ChartSpec three_dates(Mark mark, std::vector<ChartRow> rows) {
  ChartSpec spec;
  spec.mark = mark;
  spec.columns = {"2019", "2020", "2024"};
  spec.positions = {2019.5, 2020.5, 2024.5};
  spec.rows = std::move(rows);
  return spec;
}

ChartRow focus(ChartRow row) {
  row.is_focus = true;
  return row;
}

}  // namespace

TEST_CASE("no line fills the gaps between the dashes of an estimated start") {
  ChartSpec spec;
  spec.mark = Mark::lanes;
  document::LaneItem item;
  item.label = "Plan";
  item.start = 2015;
  item.end = 2025;
  item.is_start_estimated = true;
  spec.lanes = {{"Korea", false, {item}}};
  const auto picture = chart::draw(spec, 504, fixed_advance);
  const auto filled = bars(picture, geometry::palette::kBar);
  REQUIRE(filled.size() == 1);
  const auto edges = strokes(picture, geometry::palette::kNavy, 0.75);
  REQUIRE(edges.size() == 3);
  const auto stands_at_start = [&](const geometry::Rect& edge) { return edge.height > edge.width && edge.x < filled[0].x + 1; };
  CHECK(std::none_of(edges.begin(), edges.end(), stands_at_start));
}

TEST_CASE("a line has its dates at their distances in time and its zero at the foot") {
  const auto spec = three_dates(Mark::line, {focus(row("A", {number(0, "0"), number(10, "10"), number(40, "40")}))});
  const auto picture = chart::draw(spec, 504, fixed_advance);
  const auto lines = strokes(picture, geometry::palette::kAccent, 2.5);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].width == Approx(4 * lines[0].width));
  CHECK(lines[1].height == Approx(3 * lines[0].height));
  CHECK(has_text(picture, "40"));
  check_inside(picture);
}

TEST_CASE("a date without a value breaks the line and says so") {
  ChartValue missing;
  missing.label = "..";
  const auto spec = three_dates(Mark::line, {focus(row("A", {number(5, "5"), missing, number(40, "40")}))});
  const auto picture = chart::draw(spec, 504, fixed_advance);
  CHECK(strokes(picture, geometry::palette::kAccent, 2.5).empty());
  CHECK(has_text(picture, ".."));
}

TEST_CASE("values below zero have their axis reach below zero") {
  const auto spec = three_dates(Mark::line, {focus(row("A", {number(-8, "-8"), number(2, "2"), number(10, "10")}))});
  const auto picture = chart::draw(spec, 504, fixed_advance);
  CHECK(has_text(picture, "\u221210"));
  for (const auto& line : strokes(picture, geometry::palette::kAccent, 2.5)) CHECK(line.bottom() <= picture.size.height);
  check_inside(picture);
}

TEST_CASE("in a bump chart first stands above fifth and both ends are named") {
  const auto spec = three_dates(Mark::bump, {focus(row("Korea", {number(5, "5th"), number(3, "3rd"), number(1, "1st")})),
                                             row("France", {number(1, "1st"), number(2, "2nd"), number(5, "5th")})});
  const auto picture = chart::draw(spec, 504, fixed_advance);
  CHECK(strokes(picture, geometry::palette::kAccent, 2.5).size() == 2);
  std::size_t names = 0;
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (label && label->pieces.front().text == "Korea ") ++names;
  }
  CHECK(names == 2);
  check_inside(picture);
}

TEST_CASE("values of a dot chart touch neither each other nor the next row") {
  ChartSpec spec;
  spec.mark = Mark::dot;
  spec.columns = {"A", "B", "C", "D"};
  spec.focus_column = 1;
  spec.rows = {row("One", {number(100, "100,000"), number(101, "101,000"), number(102, "102,000"), number(103, "103,000")}),
               row("Two", {number(1, "1,000"), number(200, "200,000"), number(201, "201,000"), number(2, "2,000")})};
  const auto picture = chart::draw(spec, 504, fixed_advance);
  std::vector<geometry::Rect> boxes;
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (!label || label->pieces.front().text.find(",000") == std::string::npos) continue;
    double width = 0;
    for (const auto& piece : label->pieces) width += fixed_advance(piece.text, piece.style);
    boxes.push_back({label->at.x, label->at.y - 7, width, 8});
  }
  REQUIRE(boxes.size() == 8);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].intersects(boxes[j]));
  }
  check_inside(picture);
}

TEST_CASE("places of a dot chart begin with first at the left") {
  ChartSpec spec;
  spec.mark = Mark::dot;
  spec.of_places = true;
  spec.columns = {"A", "B"};
  spec.rows = {row("Rank", {number(1, "1st"), number(9, "9th")})};
  const auto picture = chart::draw(spec, 504, fixed_advance);
  double first = 0, ninth = 0;
  for (const auto& shape : picture.shapes) {
    const auto* label = std::get_if<geometry::TextShape>(&shape);
    if (label && label->pieces.front().text == "1st" && label->at.y > 15) first = label->at.x;
    if (label && label->pieces.front().text == "9th") ninth = label->at.x;
  }
  CHECK(first < ninth);
}

TEST_CASE("heads of many dates leave room for each other, the last one always stands") {
  ChartSpec spec;
  spec.mark = Mark::line;
  std::vector<ChartValue> values;
  for (int year = 1990; year < 2030; ++year) {
    spec.columns.push_back(std::to_string(year));
    spec.positions.push_back(year + 0.5);
    values.push_back(number(year, std::to_string(year)));
  }
  spec.rows = {row("A", values)};
  const auto picture = chart::draw(spec, 246, fixed_advance);
  CHECK(has_text(picture, "1990"));
  CHECK(has_text(picture, "2029"));
  CHECK_FALSE(has_text(picture, "2028"));
  check_inside(picture);
}

TEST_CASE("a chart of hostile numbers stays finite") {
  ChartSpec spec;
  for (const Mark mark : {Mark::bar, Mark::paired, Mark::slope, Mark::list_range, Mark::range, Mark::share, Mark::matrix, Mark::lanes, Mark::line, Mark::bump, Mark::dot}) {
    spec.mark = mark;
    spec.columns = {"a", "b"};
    spec.rows = {row("A", {number(1e300, "1e300"), number(0, "0")}), row("B", {number(-5, "-5"), number(1e-300, "1e-300")})};
    const auto picture = chart::draw(spec, 246, fixed_advance);
    CHECK(std::isfinite(picture.size.height));
    CHECK(picture.size.height < 2000);
  }
}

TEST_CASE("the head of a narrow column is set smaller before it breaks within a word") {
  ChartSpec spec;
  spec.mark = Mark::matrix;
  spec.columns = {"Samsung", "SK", "Hyundai", "LG"};
  auto place = row("Massachusetts", {number(1, ""), number(1, ""), number(1, ""), number(1, "")});
  place.group = "North America";
  spec.rows = {place};
  const auto picture = chart::draw(spec, 238, fixed_advance);
  CHECK(has_text(picture, "Samsung"));
  CHECK(has_text(picture, "Hyundai"));
  check_inside(picture);
}

TEST_CASE("a matrix gives each column the widest word of its head, and shares what is left") {
  document::ChartSpec spec;
  spec.mark = Mark::matrix;
  spec.columns = {"LG", "SK", "Carmakersgroup", "KT"};
  document::ChartRow place;
  place.label = "Seoul";
  place.values.resize(4);
  for (auto& value : place.values) value.number = 1;
  spec.rows = {place};
  const auto picture = chart::draw(spec, 150, fixed_advance);
  CHECK(has_text(picture, "Carmakersgroup"));
  for (const auto& shape : picture.shapes) {
    const auto* text = std::get_if<geometry::TextShape>(&shape);
    if (text != nullptr && text->pieces.front().text == "Carmakersgroup") CHECK(text->pieces.front().style.size == 7);
  }
  check_inside(picture);
}
