#include "dataset/dataset.h"

#include <catch2/catch.hpp>

#include "dataset/codes.h"

using namespace briefpack;
using namespace briefpack::dataset;

namespace {

Observation observation(std::string key, std::optional<std::string_view> period,
                        std::optional<int> sequence = std::nullopt) {
  Observation out;
  out.key = std::move(key);
  if (period) out.period = parse_time_period(*period);
  out.sequence = sequence;
  return out;
}

}  // namespace

TEST_CASE("things are found by their id in the same case") {
  Dataset data;
  for (const char* id : {"KOR", "FRA", "CHN"}) {
    Entity entity;
    entity.id = id;
    data.entities.push_back(entity);
  }
  data.index();
  REQUIRE(data.find_entity("FRA") != nullptr);
  CHECK(data.find_entity("FRA") == &data.entities[1]);
  CHECK(data.find_entity("fra") == nullptr);
  CHECK(data.find_entity("") == nullptr);
}

TEST_CASE("a series has stated periods by end and start, then unstated ones by sequence, and no rejected row") {
  Dataset data;
  data.observations = {observation("a", std::nullopt, 2), observation("b", "2024"),
                       observation("c", std::nullopt, 1), observation("d", "2023"),
                       observation("e", "2010/2024"),     observation("f", "2024")};
  data.observations[5].rejected_for = 1;
  data.index();
  CHECK(data.series(0, 0) == std::vector<std::uint32_t>{3, 4, 1, 2, 0});
  CHECK(data.series(0, 1).empty());
}

TEST_CASE("an observation is found by its key and by the ids that were merged into it") {
  Dataset data;
  data.observations = {observation("C01", std::nullopt), observation("chips.KOR@2024", "2024")};
  data.observations[0].merged_ids = {"C02", "C03"};
  data.index();
  CHECK(data.find_observation("C03") == &data.observations[0]);
  CHECK(data.find_observation("chips.KOR@2024") == &data.observations[1]);
  CHECK(data.find_observation("C04") == nullptr);
}

TEST_CASE("a field's place is its object's when the field was not given") {
  FieldPlaces places;
  places.object = {0, 3, 5, 1};
  places.fields.emplace_back(field_number("obs_value"), SourceSpan{0, 4, 9, 2});
  CHECK(places.of("obs_value") == SourceSpan{0, 4, 9, 2});
  CHECK(places.of("obs_status") == places.object);
  CHECK(field_number("nothing_of_the_sort") == 255);
}

TEST_CASE("a text is given in its language, its primary language, plain, or in the first there is") {
  LocalText text;
  text.set("en", "Korea");
  text.set("ko", "한국");
  CHECK(text.in("ko") == "한국");
  CHECK(text.in("ko-KR") == "한국");
  CHECK(text.in("fr") == "Korea");
  CHECK(LocalText("Plain").in("ko") == "Plain");
  CHECK(LocalText().in("en").empty());
}

TEST_CASE("codes of countries, currencies and languages are known") {
  CHECK(is_country_code("KOR"));
  CHECK(is_country_code("ABW"));
  CHECK(is_country_code("ZWE"));
  CHECK_FALSE(is_country_code("kor"));
  CHECK_FALSE(is_country_code("EUR"));
  CHECK_FALSE(is_country_code("KO"));
  CHECK(country_codes().size() == 249);
  CHECK(is_currency_code("KRW"));
  CHECK(is_currency_code("AED"));
  CHECK_FALSE(is_currency_code("EURO"));
  CHECK_FALSE(is_currency_code("XXX"));
  CHECK(is_language_tag("en"));
  CHECK(is_language_tag("zh-Hant-TW"));
  CHECK_FALSE(is_language_tag("english"));
  CHECK_FALSE(is_language_tag("e"));
  CHECK_FALSE(is_language_tag("en-"));
  CHECK_FALSE(is_language_tag("en_GB"));
}

TEST_CASE("language tags know no case and are kept in the usual one") {
  CHECK(canonical_language_tag("KO") == "ko");
  CHECK(canonical_language_tag("ZH-hANT-tw") == "zh-Hant-TW");
  CHECK(canonical_language_tag("fr-ca") == "fr-CA");
  CHECK(canonical_language_tag("es-419") == "es-419");
  CHECK(canonical_language_tag("en-GB-OXENDICT-x-AB-Cdef") == "en-GB-oxendict-x-ab-cdef");
}

TEST_CASE("each word of an enumeration is read back") {
  for (int i = 0; i < 8; ++i)
    CHECK(parse_action_status(name_of(static_cast<ActionStatus>(i))) == static_cast<ActionStatus>(i));
  for (int i = 0; i < 7; ++i)
    CHECK(parse_entity_kind(name_of(static_cast<EntityKind>(i))) == static_cast<EntityKind>(i));
  for (int i = 0; i < 7; ++i)
    CHECK(parse_source_kind(name_of(static_cast<SourceKind>(i))) == static_cast<SourceKind>(i));
  for (int i = 0; i < 6; ++i)
    CHECK(parse_metric_type(name_of(static_cast<MetricType>(i))) == static_cast<MetricType>(i));
  for (int i = 0; i < 3; ++i)
    CHECK(parse_direction(name_of(static_cast<Direction>(i))) == static_cast<Direction>(i));
  for (int i = 1; i < 7; ++i)
    CHECK(parse_qualifier(name_of(static_cast<Qualifier>(i))) == static_cast<Qualifier>(i));
  CHECK_FALSE(parse_qualifier("none").has_value());
  CHECK_FALSE(parse_entity_kind("planet").has_value());
  CHECK(is_lower_bound(Qualifier::at_least));
  CHECK(is_upper_bound(Qualifier::up_to));
  CHECK_FALSE((is_lower_bound(Qualifier::about) || is_upper_bound(Qualifier::about)));
}
