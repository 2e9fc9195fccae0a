#include "workbook/workings.h"

#include <algorithm>

#include <fmt/format.h>

#include "workbook/guard.h"

namespace briefpack::workbook {

namespace {

// A formula takes 8,192 characters and 255 arguments; what is made here may stand several times in another one.
constexpr std::size_t kLongest = 3500, kMostParts = 120;

using Reduce = double (*)(const std::vector<Part>&, std::size_t, std::size_t);

std::string listed(const std::vector<Part>& parts, std::size_t from, std::size_t to, const char* separator) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += (i == from ? "" : separator) + parts[i].formula;
  return out;
}

/// Where the group that begins at `from` ends.
std::size_t end_of_group(const std::vector<Part>& parts, std::size_t from) {
  std::size_t length = 0, to = from;
  while (to < parts.size() && to - from < kMostParts && (to == from || length + parts[to].formula.size() <= kLongest)) length += parts[to++].formula.size() + 3;
  return to;
}

double sum(const std::vector<Part>& parts, std::size_t from, std::size_t to) {
  double out = 0;
  for (std::size_t i = from; i < to; ++i) out += parts[i].value;
  return out;
}
double least(const std::vector<Part>& parts, std::size_t from, std::size_t to) {
  double out = parts[from].value;
  for (std::size_t i = from; i < to; ++i) out = std::min(out, parts[i].value);
  return out;
}
double most(const std::vector<Part>& parts, std::size_t from, std::size_t to) {
  double out = parts[from].value;
  for (std::size_t i = from; i < to; ++i) out = std::max(out, parts[i].value);
  return out;
}
double size(const std::vector<Part>&, std::size_t from, std::size_t to) { return static_cast<double>(to - from); }

/// The groups as parts of their own: each a look-up of its cell.
std::vector<Part> grouped(Workings& workings, const std::vector<Part>& parts, Reduce reduce, const std::function<std::string(std::size_t, std::size_t)>& write) {
  std::vector<Part> out;
  for (std::size_t from = 0; from < parts.size();) {
    const std::size_t to = end_of_group(parts, from);
    const double value = reduce(parts, from, to);
    out.push_back({workings.put(write(from, to), value), value});
    from = to;
  }
  return out;
}

bool fits(const std::vector<Part>& parts) { return end_of_group(parts, 0) == parts.size(); }

/// A function whose groups combine by `outer`, which is the function itself or SUM of counts.
std::string folded(Workings& workings, const char* function, const char* outer, const std::vector<Part>& parts, Reduce reduce, Reduce reduce_groups) {
  if (fits(parts)) return fmt::format("{}({})", function, listed(parts, 0, parts.size(), ","));
  const auto groups = grouped(workings, parts, reduce, [&](std::size_t from, std::size_t to) { return fmt::format("{}({})", function, listed(parts, from, to, ",")); });
  return folded(workings, outer, outer, groups, reduce_groups, reduce_groups);
}

/// A cell holds no TRUE that the library could store beside its formula, so a condition is 1 or 0 there.
std::string folded_conditions(Workings& workings, const char* function, const std::vector<Part>& parts, Reduce reduce) {
  if (fits(parts)) return fmt::format("{}({})", function, listed(parts, 0, parts.size(), ","));
  auto groups = grouped(workings, parts, reduce, [&](std::size_t from, std::size_t to) { return fmt::format("IF({}({}),1,0)", function, listed(parts, from, to, ",")); });
  for (Part& each : groups) each.formula += "=1";
  return folded_conditions(workings, function, groups, reduce);
}

}  // namespace

std::string Workings::put(std::string formula, std::variant<double, std::string> result) {
  const auto [known, is_new] = known_.try_emplace(formula, fmt::format("w{}", rows_.size() + 1));
  if (is_new) rows_.push_back({known->second, std::move(formula), std::move(result)});
  return fmt::format("INDEX({0}[result],MATCH({1},{0}[working],0))", table::kWorkings, formula_string(known->second));
}

std::string Workings::put_set(const char* function, const std::vector<Part>& operands, double result) {
  // Operands have a column of their own: the function's own cell is no part of what it reads.
  const std::string set = fmt::format("s{}", ++sets_);
  for (const Part& each : operands) rows_.push_back({fmt::format("w{}", rows_.size() + 1), each.formula, each.value, set});
  const std::string formula = fmt::format("{0}(IF({1}[set]={2},{1}[operand],\"\"))", function, table::kWorkings, formula_string(set));
  const std::string cell = put(formula, result);
  rows_.back().is_array = true;
  return cell;
}

const ComparisonTable& Workings::comparison(const Plan& plan) {
  if (!comparison_) comparison_ = comparison_table(plan);
  return *comparison_;
}

const std::optional<Live>& Workings::count(std::string_view words, const std::function<std::optional<Live>()>& make) {
  const auto known = counts_.find(words);
  if (known != counts_.end()) return known->second;
  return counts_.emplace(std::string(words), make()).first->second;
}

std::string sum_of(Workings& workings, const std::vector<Part>& parts) { return folded(workings, "SUM", "SUM", parts, sum, sum); }
std::string least_of(Workings& workings, const std::vector<Part>& parts) { return folded(workings, "MIN", "MIN", parts, least, least); }
std::string most_of(Workings& workings, const std::vector<Part>& parts) { return folded(workings, "MAX", "MAX", parts, most, most); }
std::string number_of(Workings& workings, const std::vector<Part>& parts) { return folded(workings, "COUNT", "SUM", parts, size, sum); }
std::string words_of(Workings& workings, const std::vector<Part>& parts) { return folded(workings, "COUNTA", "SUM", parts, size, sum); }
std::string all_of(Workings& workings, const std::vector<Part>& parts) { return folded_conditions(workings, "AND", parts, least); }
std::string any_of(Workings& workings, const std::vector<Part>& parts) { return folded_conditions(workings, "OR", parts, most); }

std::string mean_of(Workings& workings, const std::vector<Part>& parts) {
  if (fits(parts)) return fmt::format("AVERAGE({})", listed(parts, 0, parts.size(), ","));
  return fmt::format("({}/{})", sum_of(workings, parts), parts.size());
}

std::string median_of(Workings& workings, const std::vector<Part>& parts, double median) {
  if (fits(parts)) return fmt::format("MEDIAN({})", listed(parts, 0, parts.size(), ","));
  // The median of groups is not the median of all, so each operand has its cell.
  return workings.put_set("MEDIAN", parts, median);
}

std::string count_of_true(Workings& workings, const std::string& first, const std::vector<Part>& conditions) {
  std::vector<Part> summands;
  for (const Part& each : conditions) summands.push_back({"(" + each.formula + ")", each.value});
  while (!summands.empty() && !fits(summands)) {
    summands = grouped(workings, summands, sum, [&](std::size_t from, std::size_t to) { return "0+" + listed(summands, from, to, "+"); });
  }
  return summands.empty() ? first : first + "+" + listed(summands, 0, summands.size(), "+");
}

}  // namespace briefpack::workbook
