#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "expression/format.h"
#include "expression/functions.h"
#include "templates/directive_table.h"
#include "templates/read_role.h"
#include "templates/read_template.h"

// docs/template.md against the tables that the reader works from.

namespace briefpack::templates {
namespace {

std::string page() {
  std::ifstream stream("docs/template.md", std::ios::binary);
  std::ostringstream out;
  out << stream.rdbuf();
  return out.str();
}

/// What stands under `### heading`, up to the next heading.
std::string section(const std::string& text, const std::string& heading) {
  const std::size_t begin = text.find("\n### " + heading + "\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find("\n##", begin + 1) - begin);
}

/// The ```markdown examples of the page.
std::vector<std::string> examples(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find("`markdown\n"); at != std::string::npos; at = text.find("`markdown\n", at + 1)) {
    const std::size_t line = text.rfind('\n', at) + 1;
    const std::string fence = text.substr(line, at + 1 - line);
    const std::size_t begin = text.find('\n', at) + 1;
    const std::size_t end = text.find("\n" + fence + "\n", begin);
    REQUIRE(end != std::string::npos);
    out.push_back(text.substr(begin, end + 1 - begin));
  }
  return out;
}

}  // namespace

TEST_CASE("the reference of templates has each directive with each option and choice") {
  const std::string text = page();
  for (const DirectiveRow& row : directives()) {
    INFO(row.name);
    const std::string here = section(text, std::string(row.name));
    REQUIRE_FALSE(here.empty());
    const bool has_common = here.find("ommon") != std::string::npos || row.name == "scorecard";
    for (const OptionRow& option : row.options) {
      INFO(option.name);
      const std::string quoted = "`:" + std::string(option.name) + ":`";
      const bool is_common = section(text, "Common options").find(quoted) != std::string::npos;
      CHECK((here.find(quoted) != std::string::npos || (is_common && has_common)));
      for (const std::string& choice : option.choices)
        CHECK(text.find("`" + choice + "`") != std::string::npos);
    }
  }
}

TEST_CASE("the reference of templates has each role, function and format") {
  const std::string text = page();
  for (const std::string& role : role_names())
    CHECK(text.find("`` {" + role + "}`") != std::string::npos);
  for (const std::string& format : expression::format_names())
    CHECK(section(text, "Formats").find("`" + format) != std::string::npos);
  for (const expression::FunctionRow& row : expression::functions()) {
    CHECK(section(text, "Functions").find("`" + std::string(row.name)) != std::string::npos);
  }
  for (const std::string& thing : expression::count_things())
    CHECK(section(text, "Functions").find(thing) != std::string::npos);
}

TEST_CASE("the examples of the reference are read without a finding") {
  const auto all = examples(page());
  REQUIRE(all.size() >= 5);
  for (const std::string& example : all) {
    INFO(example);
    const Loader nothing;
    const auto result = read_template(example, 0, nothing);
    CHECK(result.ok());
    CHECK(result.diagnostics().empty());
  }
}

}  // namespace briefpack::templates
