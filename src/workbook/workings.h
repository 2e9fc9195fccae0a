#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "workbook/comparison_table.h"
#include "workbook/live.h"

namespace briefpack::workbook {

/// One operand of many, with what it gives.
struct Part {
  std::string formula;
  double value = 0;
};

/// What the formulas of figures share: parts that are too long for one cell, each with a cell of sheet Workings, and counts over the
/// document, each worked out once. Filled while the live values are made, before any sheet is written.
class Workings {
 public:
  struct Row {
    std::string key;                        ///< "w12".
    std::string formula;                    ///< Without "=".
    std::variant<double, std::string> result;
    std::string set{};                      ///< Of an operand: the set that it is a member of, "s1".
    bool is_array = false;                  ///< The formula takes columns row by row.
  };

  /// Gives the formula a cell of its own, the same formula the same cell; what comes back looks that cell up by its key, so that
  /// sorting changes nothing.
  std::string put(std::string formula, std::variant<double, std::string> result);
  /// FUNCTION over operands that need a row each, and its result. The rows are found by the name of their set, wherever they stand.
  std::string put_set(const char* function, const std::vector<Part>& operands, double result);
  const std::vector<Row>& rows() const { return rows_; }

  /// comparison_table(plan), made once. REQUIRES: the document has a comparison.
  const ComparisonTable& comparison(const Plan& plan);
  /// What `make` gives for `words`, made once.
  const std::optional<Live>& count(std::string_view words, const std::function<std::optional<Live>()>& make);

 private:
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::string> known_;  ///< Formula → key; never walked through.
  std::size_t sets_ = 0;
  std::map<std::string, std::optional<Live>, std::less<>> counts_;
  std::optional<ComparisonTable> comparison_;
};

/// FUNCTION(a,b,…) over any number of parts. More than a formula holds (8,192 characters, 255 arguments) are gathered in groups, each
/// in a cell of Workings, and the groups once more. REQUIRES: not empty.
std::string sum_of(Workings& workings, const std::vector<Part>& parts);       ///< SUM
std::string least_of(Workings& workings, const std::vector<Part>& parts);     ///< MIN
std::string most_of(Workings& workings, const std::vector<Part>& parts);      ///< MAX
std::string mean_of(Workings& workings, const std::vector<Part>& parts);      ///< AVERAGE
std::string median_of(Workings& workings, const std::vector<Part>& parts, double median);  ///< MEDIAN, which gives `median`
std::string number_of(Workings& workings, const std::vector<Part>& parts);    ///< COUNT: parts are numbers
std::string words_of(Workings& workings, const std::vector<Part>& parts);     ///< COUNTA: parts are texts
std::string all_of(Workings& workings, const std::vector<Part>& parts);       ///< AND of conditions, 1 or 0
std::string any_of(Workings& workings, const std::vector<Part>& parts);       ///< OR
/// `first`+(a)+(b)+… over conditions: `first` and how many hold.
std::string count_of_true(Workings& workings, const std::string& first, const std::vector<Part>& conditions);

}  // namespace briefpack::workbook
