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

/// One test of a where: `status != recommended`, `date missing`, `date found`, `kind in [method, corrected]`.
struct FieldTest {
  enum class Sign { equal, unequal, missing, found, among } sign = Sign::equal;
  std::string field;
  std::vector<std::string> values;
};

/// Names of the template mean something else on each page; quoted words may be in any language.
bool is_id(std::string_view value) { return value != "focus" && value.find_first_of("$\"[]") == std::string_view::npos; }

std::optional<FieldTest> parse_test(std::string_view text) {
  using Sign = FieldTest::Sign;
  const std::pair<std::string_view, Sign> states[] = {{" missing", Sign::missing}, {" found", Sign::found}};
  for (const auto& [ending, sign] : states) {
    if (text.ends_with(ending)) return FieldTest{sign, std::string(text.substr(0, text.size() - ending.size())), {}};
  }
  FieldTest out;
  std::string_view rest;
  const std::pair<std::string_view, Sign> signs[] = {{" != ", Sign::unequal}, {" = ", Sign::equal}, {" in [", Sign::among}};
  for (const auto& [words, sign] : signs) {
    const auto at = text.find(words);
    if (at == std::string_view::npos) continue;
    out = {sign, std::string(text.substr(0, at)), {}};
    rest = text.substr(at + words.size());
    break;
  }
  if (out.field.empty()) return std::nullopt;
  if (out.sign == Sign::among) {
    if (!rest.ends_with(']')) return std::nullopt;
    rest.remove_suffix(1);
  }
  constexpr std::string_view kComma = ", ";
  while (!rest.empty()) {
    const auto end = out.sign == Sign::among ? rest.find(kComma) : std::string_view::npos;
    if (!is_id(rest.substr(0, end))) return std::nullopt;
    out.values.emplace_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + kComma.size());
  }
  return out.values.empty() ? std::nullopt : std::optional(out);
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

std::vector<std::string> change_values(const Plan& plan, std::string_view field) {
  std::vector<std::string> out;
  if (!plan.document.changes) return out;
  for (const auto& change : *plan.document.changes) {
    out.push_back(field == "kind" ? change.kind : field == "metric" ? change.metric_id : field == "entity" ? change.entity_id : change.key);
  }
  return out;
}

const std::vector<Countable>& countables() {
  static const std::vector<Countable> kCountables{
      {"sources", table::kSources, "source_id", {{"same_as", "same_as"}, {"kind", "kind"}, {"reliability", "reliability"}, {"published", "published"}, {"accessed", "accessed"},
        {"id", "source_id"}}, source_values},
      {"actions", table::kPolicy, "action_id",
       {{"status", "status"}, {"instrument", "instrument"}, {"entity", "entity_id"}, {"date", "date"}, {"id", "action_id"}}, action_values},
      {"changes", table::kChanges, "kind", {{"kind", "kind"}, {"metric", "metric_id"}, {"entity", "entity_id"}, {"id", "key"}}, change_values},
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
  using Sign = FieldTest::Sign;
  const bool is_among = std::find(test.values.begin(), test.values.end(), value) != test.values.end();
  switch (test.sign) {
    case Sign::missing: return value.empty();
    case Sign::found: return !value.empty();
    case Sign::unequal: return !is_among;
    default: return is_among;
  }
}

/// The test of a whole column, 1 or 0 by row: (tbl_policy[status]<>"recommended").
std::string column_test(const std::string& column, const FieldTest& test) {
  using Sign = FieldTest::Sign;
  if (test.sign == Sign::missing) return "(" + column + "=\"\")";
  if (test.sign == Sign::found) return "(" + column + "<>\"\")";
  if (test.sign == Sign::unequal) return "(" + column + "<>" + formula_string(test.values.front()) + ")";
  std::string out;
  for (const std::string& each : test.values) out += (out.empty() ? "(" : "+(") + column + "=" + formula_string(each) + ")";
  return test.values.size() > 1 ? "(" + out + ")" : out;
}

std::optional<Live> count_rows(const Plan& plan, const Countable& countable, const std::vector<FieldTest>& tests) {
  std::vector<bool> passed(countable.values(plan, "id").size(), true);
  std::string product;
  for (const FieldTest& test : tests) {
    const auto field = std::find_if(countable.fields.begin(), countable.fields.end(), [&](const auto& each) { return each.name == test.field; });
    // An equality of a date means within it, which text does not tell.
    const bool is_date = test.field == "date" || test.field == "published" || test.field == "accessed";
    if (field == countable.fields.end() || (is_date && test.sign != FieldTest::Sign::missing && test.sign != FieldTest::Sign::found)) return std::nullopt;
    const auto values = countable.values(plan, test.field);
    for (std::size_t i = 0; i < values.size(); ++i) passed[i] = passed[i] && passes(test, values[i]);
    product += (product.empty() ? "" : "*") + column_test(fmt::format("{}[{}]", countable.table, field->column), test);
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
  const auto cells = count_comparison(plan, workings.comparison(plan), part);
  if (!cells) return std::nullopt;
  const std::string& range = cells->range;
  if (function == "found") return counted(fmt::format("COUNTA({0})-COUNTIF({0},\"[*]\")", range), cells->found);
  if (function == "cells") return counted(fmt::format("COUNTA({0})-COUNTIF({0},\"[z]\")", range), cells->cells);
  if (function == "missing") return counted(fmt::format("COUNTIF({0},\"[*]\")-COUNTIF({0},\"[z]\")", range), cells->cells - cells->found);
  if (function == "disputed") return count_disputed(plan, workings, *cells);
  return std::nullopt;
}

/// How many of the entities have rows in Data: all of them, as long as nobody takes rows away.
std::optional<Live> count_entities(const Plan& plan, Workings& workings, std::string_view ids) {
  std::vector<Part> parts;
  while (!ids.empty()) {
    const auto end = std::min(ids.find(';'), ids.size());
    const std::string id(ids.substr(0, end));
    ids.remove_prefix(std::min(end + 1, ids.size()));
    const auto& rows = plan.data_rows();
    const bool has_row = std::any_of(rows.begin(), rows.end(), [&](std::uint32_t each) { return plan.dataset.entity_of(plan.dataset.observations[each]).id == id; });
    if (!has_row) return std::nullopt;
    parts.push_back({fmt::format("COUNTIFS({}[entity_id],{})>0", table::kData, formula_string(id)), 1});
  }
  if (parts.empty()) return std::nullopt;
  return counted(count_of_true(workings, "0", parts), static_cast<double>(parts.size()));
}

std::optional<Live> new_count(const Plan& plan, Workings& workings, const std::string& words, const std::string& entities) {
  auto out = entities.empty() ? count_things(plan, words) : count_entities(plan, workings, entities);
  if (!out && entities.empty()) out = count_cells(plan, workings, words);
  if (!out) return out;
  // A sum or difference of formulas needs its parentheses where it is an operand.
  const std::string& formula = out->low->formula;
  out->low->is_atom = out->high->is_atom = !formula.starts_with("0+") && formula.find(")-") == std::string::npos && formula.find(")+") == std::string::npos;
  return out;
}

}  // namespace

std::optional<Live> live_count(const Plan& plan, Workings& workings, const document::Calculation& stated) {
  const bool is_of_entities = !stated.key.empty();
  return workings.count(is_of_entities ? "entities " + stated.key : stated.words, [&] { return new_count(plan, workings, stated.words, stated.key); });
}

}  // namespace briefpack::workbook
