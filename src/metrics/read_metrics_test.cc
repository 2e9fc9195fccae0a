#include "metrics/read_metrics.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <algorithm>
#include <ctime>
#include <memory>

#include "base/test_file.h"
#include "metrics/json_stream.h"
#include "metrics/problems.h"

using namespace briefpack;
using namespace briefpack::dataset;

namespace {

/// Text of a made-up metric file; each part can be replaced.
struct Parts {
  std::string pack = R"({"id": "made-up", "title": "Made-up data", "time_period": "2026-01", "issued": "2026-01-15"})";
  std::string entities = R"([{"id": "KOR", "kind": "country"}, {"id": "FRA", "kind": "country"}])";
  std::string sources = R"([{"id": "a", "title": "Made-up yearbook"}, {"id": "b", "title": "Made-up report"}])";
  std::string metrics = R"([{"id": "chips", "name": "Chips", "topic": "compute", "type": "quantity"}])";
  std::string observations = "[]";
  std::string more;

  std::string text() const {
    return fmt::format(
        "{{\"schema_version\": 1, \"pack\": {},\n\"entities\": {},\n\"sources\": {},\n\"metrics\": "
        "{},\n\"observations\": {}{}}}",
        pack, entities, sources, metrics, observations, more);
  }
};

/// An observation of chips.KOR@2024 from source a, with these fields.
std::string chips(const std::string& fields, const std::string& source = "a", const std::string& period = "\"2024\"") {
  return fmt::format(
      R"({{"metric": "chips", "entity": "KOR", "time_period": {}, {}, "sources": [{{"source": "{}", "locator": "p. 1"}}]}})",
      period, fields, source);
}

std::string list(const std::vector<std::string>& items) { return fmt::format("[{}]", fmt::join(items, ",\n")); }

struct Read {
  SourceMap sources;
  Result<Dataset> result;

  explicit Read(const std::vector<std::string>& texts) : result(Diagnostics{Diagnostic::error("", {}, "")}) {
    std::vector<std::uint32_t> files;
    for (const std::string& text : texts) {
      files.push_back(sources.add(fmt::format("{}.json", files.size()), std::make_shared<const std::string>(text)));
    }
    result = metrics::read_metrics(sources, files);
  }
  explicit Read(const Parts& parts) : Read(std::vector{parts.text()}) {}

  /// The data; fails the test with the first error when there is none.
  const Dataset& data() const {
    if (!result.ok()) FAIL(result.diagnostics().front().message << " at " << result.diagnostics().front().pointer);
    return result.value();
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& each : result.diagnostics())
      out.push_back(each.code);
    return out;
  }
};

Read read_sources(const std::string& sources) {
  Parts parts;
  parts.sources = sources;
  return Read(parts);
}

/// Unlike the wall clock, not slowed down by what else the machine does.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What stands at a span: `length` code points of its line.
std::string at(const SourceMap& sources, const SourceSpan& span) {
  const std::string_view line = sources.line(span.file, span.line);
  std::string out;
  std::uint32_t column = 0;
  for (const char c : line) {
    if ((c & '\xC0') != '\x80') ++column;
    if (column >= span.column && column < span.column + span.length) out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("the sample pack is read whole and without a warning") {
  const std::string text = contents("inputs/korea-ai.json");
  const Read read(std::vector{text});
  const Dataset& data = read.data();
  CHECK(read.result.diagnostics().empty());
  CHECK(data.observations.size() == 111);
  CHECK(data.disputes.size() == 3);
  REQUIRE(data.find_observation("C01") != nullptr);
  CHECK(data.find_observation("C01")->value == 2000.0);
  CHECK(data.find_source("S2")->same_as == std::vector<std::string>{"S1"});
  REQUIRE(data.find_dispute("D1") != nullptr);
  CHECK(data.find_dispute("D1")->observations.size() == 2);
}

TEST_CASE("every place of the sample pack holds the value that was read there") {
  const Read read(std::vector{contents("inputs/korea-ai.json")});
  const Dataset& data = read.data();
  for (const Observation& each : data.observations) {
    INFO(each.key);
    CHECK(at(read.sources, each.places.of("metric")) == fmt::format("\"{}\"", data.metric_of(each).id));
    CHECK(at(read.sources, each.places.of("entity")) == fmt::format("\"{}\"", data.entity_of(each).id));
    CHECK(at(read.sources, each.places.object) == "{");
    if (each.value) CHECK(std::stod(at(read.sources, each.places.of("obs_value"))) == *each.value);
    for (const Citation& citation : each.citations) {
      const std::string place = at(read.sources, citation.span);
      // Of a withheld row the wording is gone and its place is not.
      CHECK((place == "{" || place.front() == '"'));
      if (!citation.as_stated.empty()) CHECK(place.front() == '"');
    }
  }
}

TEST_CASE("columns count code points, and a number ends where it ends") {
  Parts parts;
  parts.observations =
      list({R"({"x_한국": "대한민국", "obs_value":-12.50e1,"metric":"chips","entity":"KOR","time_period":null,)"
            "\r\n"
            R"(  "sources":[{"locator":"\"둘\"쪽","source":"a"}],"unit_mult":3})"});
  const Read read(parts);
  const Observation& o = read.data().observations.front();
  CHECK(o.value == -125.0);
  CHECK(at(read.sources, o.places.of("obs_value")) == "-12.50e1");
  CHECK(o.places.of("obs_value").column == 47);
  CHECK(at(read.sources, o.places.of("unit_mult")) == "3");
  CHECK(o.places.of("unit_mult").line == o.places.object.line + 1);
  CHECK(o.citations.front().locator.in("en") == "\"둘\"쪽");
}

TEST_CASE("a byte order mark takes no column") {
  const Read read(std::vector{"\xEF\xBB\xBF" + Parts{}.text()});
  CHECK(read.data().pack.places.object.column == 31);
}

TEST_CASE("a character that cannot be printed is found at any place of a text, and those beside it are none") {
  const auto has_fault = [](const std::string& title) {
    return !read_sources("[{\"id\": \"a\", \"title\": \"" + title + "\"}]").result.ok();
  };
  for (std::size_t at = 0; at < 20; ++at) {
    const std::string before(at, 'a'), behind(19 - at, '~');
    for (const char* bad : {"\\u0001", "\\u001F", "\x7F", "\u0085", "\uFFFE"}) CHECK(has_fault(before + bad + behind));
    for (const char* good : {" ", "~", "\u00A0", "\uAC00", "\\t"}) CHECK_FALSE(has_fault(before + good + behind));
  }
  CHECK(has_fault("        "));
  CHECK(has_fault(std::string(32'768, 'a')));
  CHECK_FALSE(has_fault(std::string(32'767, 'a')));
}

TEST_CASE("a key given twice is told in objects of any size") {
  for (std::size_t others = 0; others < 40; ++others) {
    std::string object = "{\"x_k\": 1, \"id\": \"a\"";
    for (std::size_t i = 0; i < others; ++i) object += fmt::format(", \"field_{}\": 1", i);
    CHECK(read_sources("[" + object + ", \"title\": \"T\"}]").result.ok());
    const Read twice = read_sources("[" + object + ", \"title\": \"T\", \"id\": \"a\"}]");
    const Diagnostics& found = twice.result.diagnostics();
    CHECK(std::count_if(found.begin(), found.end(), [](const Diagnostic& each) { return each.code == "metrics/duplicate-key"; }) == 1);
  }
}

TEST_CASE("keys that start with x_ are left out with all that is under them") {
  Parts parts;
  parts.observations = list(
      {chips(R"("obs_value": 1, "x_note": {"obs_value": [1, {"deep": null}]}, "x_other": 0.1234567890123456789)")});
  parts.more = R"(, "x_top": [[[{"a": 1, "a": 2}]]])";
  const Read read(parts);
  CHECK(read.data().observations.front().value == 1.0);
  CHECK(read.result.diagnostics().empty());
}

TEST_CASE("definitions may follow their use") {
  const std::string text = R"({"observations": [{"metric": "m", "entity": "E", "time_period": null, "obs_value": 1,
    "sources": [{"source": "s", "locator": "p. 1"}]}], "caveats": [{"id": "X1", "weight": "low", "about": ["m.E"], "text": "Made up"}],
    "metrics": [{"id": "m0", "name": "M", "topic": "t", "type": "index"}, {"id": "m", "name": "M", "topic": "t", "type": "index"}],
    "topics": [{"id": "t", "name": "T"}], "sources": [{"id": "s", "title": "Made up"}],
    "entities": [{"id": "E0", "kind": "other", "name": "E"}, {"id": "E", "kind": "other", "name": "E"}],
    "pack": {"id": "p", "title": "Made up", "time_period": "2026", "issued": "2026-01-01"}, "schema_version": 1})";
  const Read read(std::vector{text});
  const Dataset& data = read.data();
  CHECK(data.metric_of(data.observations.front()).id == "m");
  CHECK(data.entity_of(data.observations.front()).id == "E");
  CHECK(data.caveats.front().observations == std::vector<std::uint32_t>{0});
}

TEST_CASE("topics and source codes have defaults") {
  const Read read(Parts{});
  const Dataset& data = read.data();
  CHECK(data.topics.size() == 4);
  CHECK(data.find_topic("rankings")->name.in("en") == "Rankings");
  CHECK(data.sources[1].code == "S2");
}

TEST_CASE("equal values of one key become one observation with the sources of all") {
  Parts parts;
  parts.observations = list({chips(R"("id": "C1", "obs_value": 2000, "obs_status": "U")", "a"),
                             chips(R"("obs_value": 7)", "a", "\"2023\""),
                             chips(R"("id": "C2", "obs_value": 2000.0, "limitation": "Made up")", "b")});
  const Read read(parts);
  const Dataset& data = read.data();
  REQUIRE(data.observations.size() == 2);
  const Observation& merged = data.observations.front();
  CHECK(merged.citations.size() == 2);
  CHECK(merged.limitation.in("en") == "Made up");
  CHECK(merged.status.text() == "U");
  CHECK(data.find_observation("C1") == &merged);
  CHECK(data.find_observation("C2") == &merged);
  CHECK(data.find_observation("chips.KOR@2023") == &data.observations[1]);
}

TEST_CASE("of unlike values the preferred one wins and names the others") {
  Parts parts;
  parts.observations =
      list({chips(R"("obs_value": 1)"), chips(R"("obs_value": 2100)", "b"), chips(R"("obs_value": 1)", "b"),
            chips(R"("id": "best", "obs_value": 2000, "preferred": true, "reason": "Made up")")});
  const Read read(parts);
  const Dataset& data = read.data();
  REQUIRE(data.observations.size() == 3);
  const Observation& best = *data.find_observation("best");
  CHECK(best.rejected == std::vector<std::uint32_t>{0, 1});
  CHECK(data.find_observation("chips.KOR@2024#2")->rejected_for == data.index_of(best));
  CHECK(data.series(best.metric, best.entity) == std::vector<std::uint32_t>{data.index_of(best)});
}

TEST_CASE("more conflicts than are listed leave the data as fewer do") {
  std::vector<std::string> rows;
  for (int year = 1700; year < 1950; ++year) {
    rows.push_back(chips("\"obs_value\": 1", "a", fmt::format("\"{}\"", year)));
    rows.push_back(chips("\"obs_value\": 2", "b", fmt::format("\"{}\"", year)));
  }
  Parts parts;
  parts.observations = list(rows);
  const Read read(parts);
  REQUIRE(read.result.ok());
  CHECK(read.codes().size() == metrics::Problems::kLimit + 1);
  CHECK(read.codes().back() == "metrics/too-many-problems");
  CHECK(count_of(read.result.diagnostics(), Severity::error) == 250);
}

TEST_CASE("the tags of a text know no case, so that one language is given once") {
  Parts parts;
  parts.pack = R"({"id": "made-up", "lang": "KO", "title": {"EN": "Made-up data", "Ko": "지어낸 자료"}, "time_period": "2026-01", "issued": "2026-01-15"})";
  CHECK(Read(parts).data().pack.lang == "ko");
  CHECK(Read(parts).data().pack.title.in("ko") == "지어낸 자료");
  parts.pack = R"({"id": "made-up", "title": {"EN": "Made-up data", "en": "Others"}, "time_period": "2026-01", "issued": "2026-01-15"})";
  CHECK(Read(parts).codes() == std::vector<std::string>{"metrics/language"});
}

TEST_CASE("values of another unit or definition are another thing") {
  Parts parts;
  parts.observations = list({chips(R"("obs_value": 2000)"), chips(R"("obs_value": 2, "unit_mult": 3)"),
                             chips(R"("obs_value": 9, "definition": "Held and ordered")")});
  const Read read(parts);
  CHECK(read.data().observations.size() == 3);
  CHECK(read.data().find_observation("chips.KOR@2024#3")->value == 9.0);
}

TEST_CASE("unstated periods are ordered by their sequence, and after stated ones") {
  Parts parts;
  parts.observations =
      list({chips(R"("obs_value": 5, "sequence": 2)", "a", "null"),
            chips(R"("obs_value": 13, "sequence": 1)", "a", "null"), chips(R"("obs_value": 1)", "a", "\"2024-Q2\""),
            chips(R"("obs_value": 2)", "a", "\"2024\""), chips(R"("obs_value": 3)", "a", "\"2010/2024\"")});
  const Read read(parts);
  const Dataset& data = read.data();
  CHECK(data.observations[0].key == "chips.KOR@ns2");
  CHECK(data.series(0, 0) == std::vector<std::uint32_t>{2, 4, 3, 1, 0});
}

TEST_CASE("nothing of a withheld row stays but what it is about and why") {
  Parts parts;
  parts.observations =
      list({chips(R"("id": "W1", "obs_value": 31337, "qualifier": "over", "limitation": "SECRET", "comment": "SECRET",
      "revision": {"kind": "corrected", "was": 31336}, "withhold": "Made-up reason")"),
            chips(R"("obs_value": 2000)"), chips(R"("obs_value": null, "obs_text": "SECRET", "confidential": true)")});
  parts.observations.replace(parts.observations.find("\"p. 1\""), 6, "\"p. 1\", \"as_stated\": \"31,337 SECRET\"");
  const Read read(parts);
  const Dataset& data = read.data();
  REQUIRE(data.observations.size() == 3);
  for (const std::uint32_t i : {0u, 2u}) {
    const Observation& o = data.observations[i];
    CHECK(o.is_withheld);
    CHECK_FALSE(o.has_any_value());
    CHECK(o.qualifier == Qualifier::none);
    CHECK((o.limitation.empty() && o.comment.empty() && o.revision.was.empty()));
    CHECK(o.citations.front().as_stated.empty());
    CHECK(o.citations.front().locator.in("en") == "p. 1");
  }
  CHECK(data.observations[0].withhold.in("en") == "Made-up reason");
  CHECK(data.observations[2].is_confidential);
  CHECK(data.series(0, 0) == std::vector<std::uint32_t>{0, 2, 1});
}

TEST_CASE("a caveat may concern an observation, a series and an action") {
  Parts parts;
  parts.observations = list({chips(R"("id": "C1", "obs_value": 1)", "a", "\"2023\""), chips(R"("obs_value": 2)")});
  parts.more =
      R"(, "actions": [{"id": "P1", "entity": "KOR", "title": "Plan", "date": null, "sources": [{"source": "a", "locator": "p. 1"}]}],
    "caveats": [{"id": "X1", "weight": "high", "about": ["chips.KOR@2024", "chips.KOR", "P1"], "text": "Made up"}])";
  const Read read(parts);
  CHECK(read.data().caveats.front().observations == std::vector<std::uint32_t>{1, 0});
  CHECK(read.data().caveats.front().actions == std::vector<std::uint32_t>{0});
}

TEST_CASE("a caveat about a faulty observation is no second fault") {
  Parts parts;
  parts.observations = R"([{"id": "C1", "metric": "chips", "entity": "KRO", "time_period": "2024", "obs_value": 1,
    "sources": [{"source": "a", "locator": "p. 1"}]}])";
  parts.more = R"(, "caveats": [{"id": "X1", "weight": "high", "about": ["C1"], "text": "Made up"}])";
  CHECK(Read(parts).codes() == std::vector<std::string>{"metrics/unknown-entity"});
}

TEST_CASE("a value is kept as written, with its own multiplier beside it") {
  Parts parts;
  parts.metrics = R"([{"id": "chips", "name": "Chips", "topic": "compute", "type": "quantity", "unit_mult": 6}])";
  parts.observations =
      list({chips(R"("obs_value": 1.50)"), chips(R"("obs_value": 1500, "unit_mult": 3)", "a", "\"2023\"")});
  const Read read(parts);
  CHECK(read.data().observations[0].value == 1.5);
  CHECK(read.data().observations[0].value_decimals == 2);
  CHECK_FALSE(read.data().observations[0].unit_mult.has_value());
  CHECK(read.data().observations[1].value == 1500.0);
  CHECK(read.data().observations[1].unit_mult == 3);
}

TEST_CASE("a number that no double holds is told wherever it stands, with the faults behind it") {
  // Blanks before it move the number over all places at which the reader may look for it.
  for (const std::string& number : {std::string("1e999"), std::string("7.5E+400"), std::string(400, '9'), std::string(310, '9') + ".5"}) {
    for (std::size_t blanks = 0; blanks < 130; blanks += number.size() < 10 ? 1 : 13) {
      Parts parts;
      parts.observations = list({std::string(blanks, ' ') + chips("\"obs_value\": " + number), chips("\"obs_value\": 5, \"out_of\": 0", "a", "\"2023\"")});
      INFO(number << " behind " << blanks << " blanks");
      CHECK(Read(parts).codes() == std::vector<std::string>{"metrics/number", "metrics/not-whole"});
    }
  }
  Parts parts;
  parts.observations = list({chips(R"("obs_value": 1e5)"), chips(R"("obs_value": 12.5, "comment": "dc2301057e08e86, 1e999")", "a", "\"2023\"")});
  CHECK(Read(parts).codes().empty());
}

TEST_CASE("a second file adds to the first and may repeat its pack") {
  Parts first, second;
  first.observations = list({chips(R"("obs_value": 2000)")});
  second.entities = R"([{"id": "CHN", "kind": "country"}])";
  second.sources = "[]";
  second.metrics = "[]";
  second.observations = list({chips(R"("obs_value": 2000)", "b")});
  const Read read(std::vector{first.text(), second.text()});
  CHECK(read.data().entities.size() == 3);
  CHECK(read.data().observations.size() == 1);
  CHECK(read.data().observations.front().citations.size() == 2);
}

TEST_CASE("a hundred megabytes of brackets are refused at once") {
  const double start = processor_seconds();
  const Read read(std::vector{std::string(100'000'000, '[')});
  CHECK(read.codes() == std::vector<std::string>{"metrics/wrong-type"});
  const Read deeper(std::vector{"{\"x_a\": " + std::string(100'000'000, '[')});
  CHECK(deeper.codes() == std::vector<std::string>{"metrics/too-deep"});
  CHECK(processor_seconds() - start < 5.0);
}

TEST_CASE("limits on size are errors that name them") {
  SECTION("values of one item") {
    Parts parts;
    std::string members = "\"KOR\"";
    for (std::size_t i = 0; i < metrics::kLargestItem; ++i)
      members += ",1";
    parts.entities = R"([{"id": "KOR", "kind": "country"}, {"id": "G", "kind": "group", "name": "G", "members": [)" +
                     members + "]}]";
    CHECK(Read(parts).codes() == std::vector<std::string>{"metrics/too-large"});
  }
  SECTION("rows of one key") {
    Parts parts;
    std::vector<std::string> rows;
    for (int i = 0; i < 1001; ++i)
      rows.push_back(chips(fmt::format("\"obs_value\": {}", i)));
    parts.observations = list(rows);
    CHECK(Read(parts).codes() == std::vector<std::string>{"metrics/too-large"});
  }
  SECTION("bytes of the file") {
    const Read read(std::vector{std::string(metrics::kLargestFile + 1, ' ')});
    CHECK(read.codes() == std::vector<std::string>{"metrics/too-large"});
  }
}

TEST_CASE("many keys in one object, and many twice, take no quadratic time") {
  std::string keys;
  for (int i = 0; i < 49'000; ++i)
    keys += fmt::format(", \"k{0}\": 1, \"k{0}\": 2", i);
  Parts parts;
  parts.observations = list({chips("\"obs_value\": 1" + keys)});
  const double start = processor_seconds();
  const Read read(parts);
  CHECK_FALSE(read.result.ok());
  CHECK(processor_seconds() - start < 10.0);
}
