#include "workbook/live_leader.h"

#include <algorithm>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "workbook/guard.h"
#include "workbook/live.h"
#include "workbook/live_arithmetic.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

using document::Calculation;

struct Member {
  std::string name, test;
  bool is_first = false;
};

/// The name of the first member in [from, to) whose test holds, else "". Nested, so at most as many as a formula has levels for.
std::string first_of(const std::vector<Member>& members, std::size_t from, std::size_t to) {
  std::string out, ending;
  for (std::size_t i = from; i < to; ++i) {
    out += "IF(" + members[i].test + "," + formula_string(members[i].name) + ",";
    ending += ")";
  }
  return out + "\"\"" + ending;
}

std::string first_name(const std::vector<Member>& members, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (members[i].is_first) return members[i].name;
  }
  return "";
}

}  // namespace

std::optional<LiveFigure> live_leader(const Plan& plan, Workings& workings, const Calculation& calculation) {
  const auto values = live_values(plan, workings, calculation);
  if (values.size() < 2) return std::nullopt;
  if (!std::all_of(values.begin(), values.end(), [](const Live& each) { return each.is_point(); })) return std::nullopt;
  const Live best = aggregate(workings, calculation.is_descending ? Calculation::Kind::max : Calculation::Kind::min, values);
  // It stands once for each member.
  Live compared = best;
  compared.low->formula = workings.put(best.low->formula, best.low->value);
  compared.high = compared.low;
  std::vector<Member> members;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Calculation& argument = calculation.arguments[i];
    const auto* row = plan.find_in_data(argument.arguments.empty() ? argument.key : argument.arguments.front().key);
    if (row == nullptr) return std::nullopt;
    const Live test = compare(Calculation::Kind::equal, values[i], compared);
    members.push_back({numfmt::entity_name(plan.dataset.entity_of(*row), plan.lang), test.formula, test.is_true});
  }
  constexpr std::size_t kGroup = 25;  // levels of one formula; Excel takes 64
  if (members.size() > kGroup) {
    std::vector<Member> groups;
    for (std::size_t from = 0; from < members.size(); from += kGroup) {
      const std::size_t to = std::min(from + kGroup, members.size());
      const std::string name = first_name(members, from, to);
      const std::string cell = workings.put(first_of(members, from, to), name);
      groups.push_back({name, cell, !name.empty()});
    }
    // A group is not a test and a name but both in one cell.
    std::string formula, ending;
    for (const Member& each : groups) {
      formula += "IF(" + each.test + "<>\"\"," + each.test + ",";
      ending += ")";
    }
    LiveFigure out;
    out.formula = formula + "\"\"" + ending;
    out.text = first_name(groups, 0, groups.size());
    return out;
  }
  LiveFigure out;
  out.formula = first_of(members, 0, members.size());
  out.text = first_name(members, 0, members.size());
  return out;
}

}  // namespace briefpack::workbook
