#include "workbook/facts.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace briefpack::workbook {

namespace {

// What the workbook's sentences (numfmt/strings_*.cc) say of blanks, in each of its languages.
constexpr std::string_view kOfAllCells[] = {"blank cell", "빈칸", "cellules vides", "cellule vide"};
constexpr std::string_view kOfSome[] = {"blank", "비어", "빈 ", "vide"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

std::vector<std::string> unexplained_blanks(const SheetFacts& facts) {
  const std::string what = lower(facts.what);
  const auto says = [&](std::string_view words) { return what.find(words) != std::string::npos; };
  std::vector<std::string> out;
  if (std::any_of(std::begin(kOfAllCells), std::end(kOfAllCells), says)) return out;
  const bool names_some = std::any_of(std::begin(kOfSome), std::end(kOfSome), says);
  for (std::size_t i = 0; i < facts.filled.size() && facts.rows > 0; ++i) {
    const std::string& heading = facts.headings[i];
    if (facts.filled[i] < facts.rows && !(names_some && says(lower(heading)))) out.push_back(heading);
  }
  return out;
}

}  // namespace briefpack::workbook
