#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "job/read_input.h"
#include "layout/lay_out.h"
#include "layout/page_checks.h"

namespace briefpack {

/// The first twenty lines.
inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size() && i < 20; ++i) out += lines[i] + "\n";
  if (lines.size() > 20) out += "and " + std::to_string(lines.size() - 20) + " more\n";
  return out;
}

/// The program's own fonts, loaded once.
inline const text::Fonts& own_fonts() {
  static const text::Fonts fonts = text::load_fonts().value();
  return fonts;
}

/// A pack with a template, resolved; `overrides` as `--set` gives them, `lang` as `--lang`.
inline document::Document resolved(const std::string& metrics, const std::string& brief, std::vector<std::pair<std::string, std::string>> overrides = {}, std::optional<std::string> lang = {}) {
  const auto files = make_disk_file_system();
  Outcome outcome;
  InputOptions options;
  options.metrics = {metrics};
  options.template_path = brief;
  options.overrides = std::move(overrides);
  options.lang = std::move(lang);
  auto input = job::read_and_resolve(options, false, *files, outcome);
  for (const Diagnostic& each : outcome.diagnostics) UNSCOPED_INFO(each.code + ": " + each.message);
  REQUIRE(input.has_value());
  return std::move(input->document);
}

/// The document's pages, held to the rules of page_checks.h.
inline page::Pages checked_pages(const document::Document& document, const text::Fonts& fonts = own_fonts()) {
  auto laid_out = layout::lay_out(document, fonts);
  REQUIRE(laid_out.ok());
  CHECK(joined(layout::sample::geometry_faults(laid_out->pages, fonts)) == "");
  CHECK(joined(layout::sample::structure_faults(laid_out->pages)) == "");
  CHECK(joined(layout::sample::legibility_faults(laid_out->pages, fonts)) == "");
  CHECK(joined(layout::sample::white_faults(laid_out->pages, fonts, 0.5)) == "");
  return std::move(laid_out->pages);
}

}  // namespace briefpack
