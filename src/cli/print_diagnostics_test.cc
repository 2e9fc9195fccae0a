#include "cli/print_diagnostics.h"

#include <catch2/catch.hpp>

using namespace briefpack;

namespace {

SourceMap one_file(std::string text) {
  SourceMap sources;
  sources.add("pack.json", std::make_shared<const std::string>(std::move(text)));
  return sources;
}

}  // namespace

TEST_CASE("a diagnostic shows its line with a caret and then what helps") {
  const SourceMap sources = one_file("{\n  \"unit\": \"EURO\"\n}\n");
  const Diagnostic diagnostic = Diagnostic::error("metrics/unknown-unit", {0, 2, 11, 6}, "unit \"EURO\" is not known")
                                    .at("/unit").note({0, 1, 1, 1}, "in this object").hint("did you mean \"EUR\"?");
  CHECK(cli::format_text(diagnostic, sources, false) ==
        "pack.json:2:11: error: unit \"EURO\" is not known [metrics/unknown-unit]\n"
        "    2 |   \"unit\": \"EURO\"\n"
        "      |           ^~~~~~\n"
        "  at /unit\n"
        "  note: pack.json:1:1: in this object\n"
        "  hint: did you mean \"EUR\"?\n");
}

TEST_CASE("the caret stands right behind wide characters") {
  const SourceMap sources = one_file("한국 x");
  const std::string shown = cli::format_text(Diagnostic::error("a/b", {0, 1, 4, 1}, "m"), sources, false);
  CHECK(shown.find("      |      ^\n") != std::string::npos);
}

TEST_CASE("the line of a withheld value is not shown") {
  Diagnostic diagnostic = Diagnostic::error("a/b", {0, 1, 1, 4}, "m");
  diagnostic.hides_source = true;
  CHECK(cli::format_text(diagnostic, one_file("4321"), false) == "pack.json:1:1: error: m [a/b]\n");
}

TEST_CASE("a very long line is cut around the caret") {
  const SourceMap sources = one_file(std::string(3000, 'a') + "X");
  const std::string shown = cli::format_text(Diagnostic::error("a/b", {0, 1, 3001, 1}, "m"), sources, false);
  CHECK(shown.size() < 400);
  CHECK(shown.find("aX") != std::string::npos);
}

TEST_CASE("annotations escape what the format reserves") {
  const SourceMap sources = one_file("x");
  const Diagnostic diagnostic = Diagnostic::warning("a/b", {0, 1, 1, 1}, "50% of\nit").hint("h");
  CHECK(cli::format_github(diagnostic, sources) == "::warning file=pack.json,line=1,col=1,title=a/b::50%25 of%0Ait%0Ahint: h\n");
}

TEST_CASE("a summary counts with the right endings") {
  const Diagnostic error = Diagnostic::error("a/b", {}, "e"), warning = Diagnostic::warning("a/b", {}, "w");
  CHECK(cli::summary({error, warning, warning}) == "1 error, 2 warnings");
}

TEST_CASE("a summary counts what is not listed, too") {
  Diagnostic rest = Diagnostic::error("a/rest", {}, "and 300 more errors");
  rest.count = 300;
  CHECK(cli::summary({Diagnostic::error("a/b", {}, "e"), rest}) == "301 errors, 0 warnings");
}
