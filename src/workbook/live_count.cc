#include "workbook/live_count.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "workbook/comparison_table.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

/// One test of a where: `status != recommended`, `date missing`.
struct FieldTest {
  std::string field, sign, value;
};

std::optional<FieldTest> parse_test(std::string_view text) {
  constexpr std::string_view kMissing = " missing";
  if (text.ends_with(kMissing)) return FieldTest{std::string(text.substr(0, text.size() - kMissing.size())), "missing", ""};
  for (const std::string_view sign : {" != ", " = "}) {
    const auto at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const std::string_view value = text.substr(at + sign.size());
    // Names of the template mean something else on each page; quoted words may be in any language.
    if (value == "focus" || value.find_first_of("$\"") != std::string_view::npos) return std::nullopt;
    return FieldTest{std::string(text.substr(0, at)), sign == " = " ? "=" : "<>", std::string(value)};
  }
  return std::nullopt;
}

std::optional<std::vector<FieldTest>> parse_tests(std::string_view text) {
  std::vector<FieldTest> out;
  while (!text.empty()) {
    constexpr std::string_view kAnd = " and ";
    const auto end = text.find(kAnd);
    const auto test = parse_test(text.substr(0, end));
    if (!test) return std::nullopt;
    out.push_back(*test);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + kAnd.size());
  }
  return out;
}

/// What can be counted: the table, a column that every row fills, and the columns that a test may name, with their values.
struct Countable {
  std::string_view thing;
  const char* table;
  const char* column;
  struct Field {
    std::string_view name;
    const char* column;
  };
  std::vector<Field> fields;
  /// Values of a field by row. The count is made from them, too, so that formula and result are two ways to one number.
  std::function<std::vector<std::string>(const Plan&, std::string_view field)> values;
};

std::vector<std::string> source_values(const Plan& plan, std::string_view field) {
  std::vector<std::string> out;
  for (const auto& source : plan.dataset.sources) {
    if (field == "same_as") out.push_back(source.same_as.empty() ? "" : source.same_as.front());
    else if (field == "kind") out.emplace_back(dataset::name_of(source.kind));
    else if (field == "reliability") out.push_back(source.reliability);
    else if (field == "published") out.push_back(source.published);
    else if (field == "accessed") out.push_back(source.accessed);
    else out.push_back(source.id);
  }
  return out;
}

std::vector<std::string> action_values(const Plan& plan, std::string_view field) {
  std::vector<std::string> out;
  for (const std::uint32_t each : plan.actions()) {
    const auto& action = plan.dataset.actions[each];
    if (field == "status") out.emplace_back(dataset::name_of(action.status));
    else if (field == "instrument") out.push_back(action.instrument);
    else if (field == "entity") out.push_back(plan.dataset.entities[action.entity].id);
    else if (field == "date") out.push_back(action.date ? action.date->text : "");
    else out.push_back(action.id);
  }
  return out;
}

const std::vector<Countable>& countables() {
  static const std::vector<Countable> kCountables{
      {"sources", table::kSources, "source_id", {{"same_as", "same_as"}, {"kind", "kind"}, {"reliability", "reliability"}, {"published", "published"}, {"accessed", "accessed"},
        {"id", "source_id"}}, source_values},
      {"actions", table::kPolicy, "action_id",
       {{"status", "status"}, {"instrument", "instrument"}, {"entity", "entity_id"}, {"date", "date"}, {"id", "action_id"}}, action_values},
  };
  return kCountables;
}

Live counted(std::string formula, double number) {
  Live out;
  out.kind = Live::Kind::number;
  out.low = out.high = LiveEnd{std::move(formula), number, false, true};
  return out;
}

bool passes(const FieldTest& test, const std::string& value) {
  if (test.sign == "missing") return value.empty();
  return (value == test.value) == (test.sign == "=");
}

std::optional<Live> count_rows(const Plan& plan, const Countable& countable, const std::vector<FieldTest>& tests) {
  std::vector<bool> passed(countable.values(plan, "id").size(), true);
  std::string product;
  for (const FieldTest& test : tests) {
    const auto field = std::find_if(countable.fields.begin(), countable.fields.end(), [&](const auto& each) { return each.name == test.field; });
    // An equality of a date means within it, which text does not tell.
    const bool is_date = test.field == "date" || test.field == "published" || test.field == "accessed";
    if (field == countable.fields.end() || (is_date && test.sign != "missing")) return std::nullopt;
    const auto values = countable.values(plan, test.field);
    for (std::size_t i = 0; i < values.size(); ++i) passed[i] = passed[i] && passes(test, values[i]);
    const std::string value = test.sign == "missing" ? "=\"\"" : test.sign + formula_string(test.value);
    product += (product.empty() ? "" : "*") + fmt::format("({}[{}]{})", countable.table, field->column, value);
  }
  const auto number = static_cast<double>(std::count(passed.begin(), passed.end(), true));
  if (tests.empty()) return counted(fmt::format("ROWS({}[{}])", countable.table, countable.column), number);
  return counted("SUMPRODUCT(1*" + product + ")", number);
}

std::optional<Live> count_things(const Plan& plan, std::string_view words) {
  constexpr std::string_view kWhere = " where ";
  const auto at = words.find(kWhere);
  const std::string_view thing = words.substr(0, at);
  const auto tests = parse_tests(at == std::string_view::npos ? std::string_view() : words.substr(at + kWhere.size()));
  if (!tests) return std::nullopt;
  for (const Countable& each : countables()) {
    const bool has_rows = !each.values(plan, "id").empty();
    if (each.thing == thing && has_rows) return count_rows(plan, each, *tests);
  }
  if (!tests->empty()) return std::nullopt;
  if (thing == "notes" && !plan.document.notes.empty()) {
    return counted(fmt::format("ROWS({}[Note])", table::kNotes), static_cast<double>(plan.document.notes.size()));
  }
  if (thing == "disputes" && !plan.dataset.disputes.empty()) {
    const auto open = std::count_if(plan.dataset.disputes.begin(), plan.dataset.disputes.end(), [](const auto& each) { return each.is_open(); });
    return counted(fmt::format("COUNTIFS({0}[position],1,{0}[state],\"open\")", table::kDisputes), static_cast<double>(open));
  }
  if (thing == "observations" && !plan.data_rows().empty()) {
    const auto& rows = plan.data_rows();
    const auto used = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t i) { return !plan.dataset.observations[i].is_rejected(); });
    return counted(fmt::format("SUMPRODUCT(1*({}[set_aside_for]=\"\"))", table::kData), static_cast<double>(used));
  }
  return std::nullopt;
}

/// How many of the found cells are disputed, asked of Data one by one.
std::optional<Live> count_disputed(const Plan& plan, Workings& workings, const ComparisonCount& cells) {
  if (cells.observations.empty()) return std::nullopt;
  std::vector<Part> parts;
  for (const std::uint32_t each : cells.observations) {
    parts.push_back({data_lookup("disputed", plan.dataset.observations[each].key) + "<>\"\"", plan.disputes_of(each).empty() ? 0.0 : 1.0});
  }
  return counted(count_of_true(workings, "0", parts), cells.disputed);
}

/// found(L), cells(L), missing(L), disputed(L), each perhaps for one entity, measure or group, of the scorecard that sheet
/// Comparison repeats.
std::optional<Live> count_cells(const Plan& plan, Workings& workings, std::string_view words) {
  const auto open = words.find('(');
  if (open == std::string_view::npos || !words.ends_with(')')) return std::nullopt;
  const std::string_view function = words.substr(0, open);
  std::string_view label = words.substr(open + 1, words.size() - open - 2), part;
  if (const auto comma = label.find(", "); comma != std::string_view::npos) {
    part = label.substr(comma + 2);
    label = label.substr(0, comma);
  }
  if (!plan.document.comparison || plan.scorecard() == nullptr || plan.scorecard()->label != label) return std::nullopt;
  const auto cells = count_comparison(plan, part);
  if (!cells) return std::nullopt;
  const std::string& range = cells->range;
  if (function == "found") return counted(fmt::format("COUNTA({0})-COUNTIF({0},\"[*]\")", range), cells->found);
  if (function == "cells") return counted(fmt::format("COUNTA({0})-COUNTIF({0},\"[z]\")", range), cells->cells);
  if (function == "missing") return counted(fmt::format("COUNTIF({0},\"[*]\")-COUNTIF({0},\"[z]\")", range), cells->cells - cells->found);
  if (function == "disputed") return count_disputed(plan, workings, *cells);
  return std::nullopt;
}

std::optional<Live> new_count(const Plan& plan, Workings& workings, std::string_view words) {
  auto out = count_things(plan, words);
  if (!out) out = count_cells(plan, workings, words);
  // A sum or difference of formulas needs its parentheses where it is an operand.
  if (out) out->low->is_atom = out->high->is_atom = out->low->formula.find(")-") == std::string::npos && out->low->formula.find(")+") == std::string::npos;
  return out;
}

}  // namespace

std::optional<Live> live_count(const Plan& plan, Workings& workings, std::string_view words) {
  return workings.count(words, [&] { return new_count(plan, workings, words); });
}

}  // namespace briefpack::workbook
