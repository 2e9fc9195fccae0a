#include "workbook/native_chart.h"

#include <catch2/catch.hpp>

using namespace briefpack::workbook;

TEST_CASE("an axis of places begins at 1 and has few lines, the last one beyond the last place") {
  const ChartAxis few = place_axis(5), many = place_axis(38), all = place_axis(200);
  CHECK(few.min == 1);
  CHECK(few.is_reversed);
  CHECK(few.major == 1);
  CHECK(few.max == 5);
  CHECK(many.major == 10);
  CHECK(many.max == 41);
  CHECK(all.major == 50);
  CHECK(all.max == 201);
  CHECK_FALSE(place_axis(1).max.has_value());
}

TEST_CASE("labels at a line's end stand where they stay within the chart") {
  const Book book(false, {}), release(true, {});
  const std::vector<PointLabel> shorts{{"", false}, {"6th", false}}, longs{{"", false}, {"597,250,000", false}}, words{{"", false}, {"201,300,000 in the words of the office [D1]", false}};
  CHECK(end_place(book, shorts, 8) == LabelPlace::right);
  CHECK(end_place(book, longs, 2) == LabelPlace::right);
  CHECK(end_place(book, longs, 8) == LabelPlace::above);
  CHECK(end_place(release, longs, 8) == LabelPlace::above);
  CHECK(end_place(book, words, 8) == LabelPlace::left);
  CHECK(label_distance(release) > label_distance(book));
}

TEST_CASE("a chart of bars is higher where its names need more lines") {
  const std::vector<std::string> names(20, "Country"), long_names(20, "The Federal and Democratic Republic of the Longest Names and the Widest Plains");
  CHECK(chart_height(names) == chart_height(20));
  CHECK(chart_height(long_names) == chart_height(20) + 20 * 20);
}
