#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "metrics/exact_number.h"
#include "metrics/json_item.h"
#include "metrics/problems.h"
#include "metrics/references.h"

namespace briefpack::metrics {

/// What the reading of one item needs beside the item.
struct ReadContext {
  Problems& problems;
  References& references;
  /// The item is withheld or confidential: no message may quote a value of it, no caret line may show it.
  bool is_secret = false;

  void report(Diagnostic diagnostic);
  void error(std::string code, const Node& at, std::string message, std::string hint = {});
  /// The node's text for a message, in quotes; "a withheld value" when it must not be told.
  std::string shown(const Node& node) const;
  /// The field or list element for the start of a message: `"title"`, or "this element".
  std::string name_of(const Node& node) const;
  /// `node` names a thing of this kind.
  void refer(IdKind kind, const Node& node);
};

// Each of these gives the value of a node, or reports what is wrong with it and gives nothing.

/// A text that is not blank, has no control characters (line end and tab aside) or noncharacters, and fits a cell of a workbook
/// (32,767 UTF-16 units; ECMA-376 part 1, 18.3.1.4, and Excel's limits).
std::optional<std::string> read_text(ReadContext& in, const Node& node);
/// A text, or an object of language tags and texts.
std::optional<dataset::LocalText> read_local_text(ReadContext& in, const Node& node);
/// As read_local_text, each text of at most 45 characters: it stands at the page foot.
std::optional<dataset::LocalText> read_limitation(ReadContext& in, const Node& node);
/// At most 12 words.
std::optional<std::string> read_wording(ReadContext& in, const Node& node);
/// `[A-Za-z][A-Za-z0-9_-]*`, at most 200 characters.
std::optional<std::string> read_id(ReadContext& in, const Node& node);
std::optional<bool> read_flag(ReadContext& in, const Node& node);
std::optional<ExactNumber> read_number(ReadContext& in, const Node& node);

/// A whole number from `low` to `high`.
std::optional<int> read_whole(ReadContext& in, const Node& node, int low, int high);
std::optional<int> read_unit_mult(ReadContext& in, const Node& node);  ///< -15 to 15: SDMX CL_UNIT_MULT, and below one.
std::optional<int> read_decimals(ReadContext& in, const Node& node);   ///< 0 to 15.
std::optional<int> read_positive(ReadContext& in, const Node& node);   ///< From 1.

std::optional<dataset::TimePeriod> read_period(ReadContext& in, const Node& node);
std::optional<std::string> read_period_text(ReadContext& in, const Node& node);
/// A year, month or day.
std::optional<dataset::TimePeriod> read_date_period(ReadContext& in, const Node& node);
std::optional<std::string> read_date_text(ReadContext& in, const Node& node);
/// A full date: YYYY-MM-DD.
std::optional<CivilDate> read_day(ReadContext& in, const Node& node);
std::optional<std::string> read_duration(ReadContext& in, const Node& node);

std::optional<std::string> read_language(ReadContext& in, const Node& node);
std::optional<std::string> read_country(ReadContext& in, const Node& node);
std::optional<std::string> read_currency(ReadContext& in, const Node& node);
std::optional<std::string> read_url(ReadContext& in, const Node& node);

/// One of `words`; its position among them.
std::optional<std::size_t> read_word(ReadContext& in, const Node& node, const std::vector<std::string>& words);
/// One of the words that name_of gives for the first `count` values of an enumeration.
template <typename Enum, std::size_t count>
std::optional<Enum> read_enum(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords = [] {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i)
      words.emplace_back(name_of(static_cast<Enum>(i)));
    return words;
  }();
  const auto at = read_word(in, node, kWords);
  return at ? std::optional(static_cast<Enum>(*at)) : std::nullopt;
}
std::optional<dataset::Qualifier> read_qualifier(ReadContext& in, const Node& node);
/// One status or a list of them.
std::optional<dataset::ObsStatusSet> read_obs_status(ReadContext& in, const Node& node);

/// The node is of this kind; else metrics/wrong-type.
bool expect(ReadContext& in, const Node& node, JsonKind kind);
/// As expect, and the list or object has members; else metrics/empty-text.
bool expect_members(ReadContext& in, const Node& node, JsonKind kind);

}  // namespace briefpack::metrics
