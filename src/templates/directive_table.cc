#include "templates/directive_table.h"

#include <algorithm>
#include <initializer_list>

namespace briefpack::templates {

namespace {

using enum OptionKind;
using Choices = std::vector<std::string>;

OptionRow option(std::string_view name, OptionKind kind, Choices choices = {}) {
  return {name, kind, std::move(choices), false};
}
OptionRow required(std::string_view name, OptionKind kind, Choices choices = {}) {
  return {name, kind, std::move(choices), true};
}

/// What every directive that prints something may say.
std::vector<OptionRow> with_common(std::vector<OptionRow> own) {
  for (OptionRow each : {option("title", text), option("subtitle", text), option("label", plain), option("note", text),
                         option("only", choice, {"pdf", "xlsx"}), option("unlike", text)}) {
    own.push_back(std::move(each));
  }
  return own;
}

/// The same for exhibits, whose title says what they show and is never left out.
std::vector<OptionRow> with_title(std::vector<OptionRow> own) {
  std::vector<OptionRow> all = with_common(std::move(own));
  for (OptionRow& each : all) {
    if (each.name == "title") each.is_required = true;
  }
  return all;
}

const Choices kMarks{"bar", "paired", "dot", "range", "line", "slope", "bump", "list-range", "matrix", "share"};
const Choices kSorts{"down", "up", "none", "name", "date", "entity"};
const Choices kAligns{"left", "right", "center", "decimal"};
const Choices kParts{"conflicts", "missing",  "stale",     "undated", "dependent",
                     "estimated", "withheld", "withdrawn", "caveats", "accepted"};

std::vector<OptionRow> page_options() {
  return with_common({option("variant", choice, {"brief", "profile", "summary"}), option("lang", plain),
                      option("kicker", text), option("headline", text), option("standfirst", text),
                      option("line", text)});
}

std::vector<OptionRow> table_columns() {
  return {option("widths", numbers), option("align", choices, kAligns),
          option("head", choice, {"both", "row", "column", "none"})};
}

std::vector<OptionRow> ledger_options() {
  std::vector<OptionRow> own = table_columns();
  own.push_back(option("metrics", groups));
  own.push_back(option("comparators", set));
  return with_title(std::move(own));
}

std::vector<OptionRow> action_options() {
  return with_title({option("entities", set), option("where", where), option("sort", choice, kSorts),
                     option("from", period), option("to", period)});
}

std::vector<DirectiveRow> all_rows() {
  using Kind = DirectiveKind;
  using Argument = ArgumentKind;
  using Body = BodyKind;
  const auto comparison_options = with_title({required("metrics", groups), option("entities", set),
                                              option("shade", choice, {"places", "none"}), option("found", flag)});
  return {
      {Kind::cover, "cover", Argument::none, false, {}, Body::none, page_options()},
      {Kind::page, "page", Argument::none, false, {}, Body::none, page_options()},
      {Kind::key_figures, "key-figures", Argument::label, false, {}, Body::list, with_common({})},
      {Kind::key_messages, "key-messages", Argument::label, false, {}, Body::list, with_common({})},
      {Kind::comparison, "comparison", Argument::label, false, {}, Body::none, comparison_options},
      {Kind::comparison, "scorecard", Argument::label, false, {}, Body::none, comparison_options},
      {Kind::chart,
       "chart",
       Argument::label,
       false,
       {},
       Body::none,
       with_title({required("mark", choice, kMarks), option("rows", rows), option("metrics", names),
                   option("entities", set), option("periods", periods), option("sort", choice, kSorts),
                   option("scale", choice, {"linear", "log"}), option("relative-to", row), option("unit", plain),
                   option("reference", row)})},
      {Kind::table, "table", Argument::label, false, {}, Body::table, with_common(table_columns())},
      {Kind::ledger, "ledger", Argument::label, false, {}, Body::optional_table, ledger_options()},
      {Kind::actions, "actions", Argument::label, false, {}, Body::none, action_options()},
      {Kind::timeline, "timeline", Argument::label, false, {}, Body::none, action_options()},
      {Kind::dispute,
       "dispute",
       Argument::id,
       true,
       {},
       Body::none,
       with_common({option("style", choice, {"box", "text"})})},
      {Kind::quality,
       "quality",
       Argument::label,
       false,
       {},
       Body::none,
       with_common({option("parts", choices, kParts), option("of", names)})},
      {Kind::coverage,
       "coverage",
       Argument::label,
       false,
       {},
       Body::none,
       with_title({option("of", names), option("parts", choices, {"entities", "groups"})})},
      {Kind::changes,
       "changes",
       Argument::label,
       false,
       {},
       Body::none,
       with_common({option("parts", choices, {"sentences", "table"}), option("where", where)})},
      {Kind::columns,
       "columns",
       Argument::widths,
       true,
       {},
       Body::columns,
       {option("balance", flag), option("only", choice, {"pdf", "xlsx"})}},
      {Kind::column, "column", Argument::widths, false, {}, Body::blocks, {option("only", choice, {"pdf", "xlsx"})}},
      {Kind::callout, "callout", Argument::heading, false, {}, Body::blocks, with_common({})},
      {Kind::foreach, "foreach", Argument::loop, true, {}, Body::blocks, {}},
      {Kind::if_, "if", Argument::condition, true, {}, Body::blocks, {}},
      {Kind::legend,
       "legend",
       Argument::choice,
       false,
       {"marks", "shading", "status", "all-marks"},
       Body::none,
       with_common({option("used", flag)})},
      {Kind::sources,
       "sources",
       Argument::none,
       false,
       {},
       Body::none,
       with_common({option("used", flag), option("short", flag), option("of", choice, {"sources", "notes"})})},
      {Kind::contents, "contents", Argument::none, false, {}, Body::none, with_common({})},
      {Kind::include, "include", Argument::path, true, {}, Body::none, {}},
      {Kind::pagebreak, "pagebreak", Argument::none, false, {}, Body::none, {}},
  };
}

const std::vector<DirectiveRow>& table_of_directives() {
  static const std::vector<DirectiveRow> kRows = all_rows();
  return kRows;
}

}  // namespace

std::span<const DirectiveRow> directives() { return table_of_directives(); }

const DirectiveRow* directive_named(std::string_view name) {
  const auto& all = table_of_directives();
  const auto row = std::find_if(all.begin(), all.end(), [&](const DirectiveRow& r) { return r.name == name; });
  return row == all.end() ? nullptr : &*row;
}

std::string_view name_of(DirectiveKind kind) {
  const auto& all = table_of_directives();
  const auto row = std::find_if(all.begin(), all.end(), [&](const DirectiveRow& r) { return r.kind == kind; });
  return row == all.end() ? std::string_view{} : row->name;
}

}  // namespace briefpack::templates
