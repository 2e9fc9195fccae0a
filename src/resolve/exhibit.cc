#include "resolve/exhibit.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

using numfmt::Word;

document::Inlines text_option(Lowering& lowering, const templates::Directive& directive, std::string_view name,
                              const Scope& scope) {
  const templates::Option* option = directive.find(name);
  return option == nullptr ? document::Inlines{} : lower_inlines(lowering, option->inlines, scope);
}

std::string choice_option(const templates::Directive& directive, std::string_view name, std::string otherwise) {
  const templates::Option* option = directive.find(name);
  return option == nullptr || option->words.empty() ? std::move(otherwise) : option->words.front().text;
}

std::optional<std::vector<std::uint32_t>> entities_option(Lowering& lowering, const templates::Directive& directive,
                                                          std::string_view name, const Scope& scope) {
  const templates::Option* option = directive.find(name);
  if (option != nullptr && option->set) return lowering.book.lookup().entities(*option->set, scope.context);
  expression::Set all;
  all.members.push_back({expression::Name::Kind::id, "entities", directive.name_span});
  return lowering.book.lookup().entities(all, scope.context);
}

std::optional<std::uint32_t> metric_index(Lowering& lowering, const expression::Name& name, const Scope& scope) {
  const auto* metric = lowering.book.lookup().metric(name, scope.context);
  if (metric == nullptr) return std::nullopt;
  return static_cast<std::uint32_t>(metric - lowering.dataset.metrics.data());
}

std::vector<MetricGroup> groups_option(Lowering& lowering, const templates::Directive& directive, const Scope& scope) {
  std::vector<MetricGroup> out;
  const templates::Option* option = directive.find("metrics");
  if (option == nullptr) return out;
  const auto add = [&](std::string group, const std::vector<expression::Name>& names) {
    MetricGroup made{std::move(group), {}};
    for (const expression::Name& name : names) {
      if (const auto metric = metric_index(lowering, name, scope)) made.metrics.push_back(*metric);
    }
    if (!made.metrics.empty()) out.push_back(std::move(made));
  };
  for (const templates::GroupLine& line : option->groups)
    add(line.group.text, line.names);
  if (!option->names.empty()) add("", option->names);
  return out;
}

Scope with_only(const templates::Directive& directive, Scope scope) {
  const std::string only = choice_option(directive, "only", "");
  if (only == "pdf") scope.in_workbook = false;
  if (only == "xlsx") scope.in_pdf = false;
  return scope;
}

Scope exhibit_scope(Lowering& lowering, const templates::Directive& directive, const Scope& scope, FormPlace place) {
  Scope out = with_only(directive, scope);
  out.place = place;
  out.role = document::TextRole::small;
  if (const templates::Option* unlike = directive.find("unlike"))
    out.context.unlike = lower_to_text(lowering, unlike->inlines, scope);
  return out;
}

document::Exhibit begin_exhibit(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                                bool is_table) {
  const Scope outer = with_only(directive, scope);
  document::Exhibit exhibit;
  exhibit.is_table = is_table;
  exhibit.in_pdf = outer.in_pdf;
  exhibit.in_workbook = outer.in_workbook;
  exhibit.label = directive.label.text;
  if (!exhibit.label.empty()) lowering.take_label(exhibit.label, directive.label.span);
  if (!directive.has("title")) return exhibit;

  exhibit.number = lowering.next_exhibit(is_table, scope.lang());
  const std::string number = std::to_string(exhibit.number);
  exhibit.number_text = numfmt::filled(is_table ? Word::table_n : Word::figure_n, scope.lang(), {{"n", number}});
  // Every exhibit has a label, as places and counts name it; a number alone is not unique over two languages.
  if (exhibit.label.empty()) {
    const bool is_second_language = scope.lang() != lowering.document.lang;
    exhibit.label = (is_table ? "table-" : "figure-") + number + (is_second_language ? "-" + scope.lang() : "");
  }
  lowering.learned.exhibits[exhibit.label] = exhibit.number_text;
  Scope caption = outer;
  caption.place = FormPlace::prose;
  exhibit.title = text_option(lowering, directive, "title", caption);
  exhibit.subtitle = text_option(lowering, directive, "subtitle", caption);
  return exhibit;
}

void end_exhibit(Lowering& lowering, document::Exhibit exhibit, const templates::Directive& directive,
                 const Scope& scope, document::Blocks& to) {
  Scope caption = with_only(directive, scope);
  caption.place = FormPlace::prose;
  document::Inlines remark = text_option(lowering, directive, "note", caption);
  if (const templates::Option* unlike = directive.find("unlike")) {
    if (!remark.empty()) append_inline(remark, document::Text{" ", {}, "", "", ""});
    append_inlines(remark, lower_inlines(lowering, unlike->inlines, caption));
  }
  if (!remark.empty() && !exhibit.remark.empty()) append_inline(exhibit.remark, document::Text{" ", {}, "", "", ""});
  append_inlines(exhibit.remark, std::move(remark));
  to.push_back({std::move(exhibit)});
}

namespace {

void add_remark(document::Exhibit& exhibit, const std::string& text) {
  if (!exhibit.remark.empty()) append_inline(exhibit.remark, document::Text{" ", {}, "", "", ""});
  append_inlines(exhibit.remark, text_inlines(text));
}

}  // namespace

void say_rounded_shares(Lowering& lowering, document::Exhibit& exhibit, const std::vector<std::vector<document::FigureIndex>>& lists, const Scope& scope) {
  for (const auto& list : lists) {
    std::vector<PrintedShare> parts;
    std::optional<double> whole;
    bool is_one_whole = true;
    for (const document::FigureIndex each : list) {
      const Evaluated& value = lowering.book.value(each);
      const document::Figure& figure = lowering.book.printed(each);
      const bool is_share = value.measure.kind == Measure::Kind::share || value.measure.kind == Measure::Kind::fraction;
      if (!is_share || value.value.kind != document::FigureValue::Kind::number) continue;
      const double its_whole = value.measure.kind == Measure::Kind::share ? 100 : 1;
      is_one_whole &= whole.value_or(its_whole) == its_whole;
      whole = its_whole;
      parts.push_back({value.value.number, figure.printed / figure.scale});
    }
    if (!whole || !is_one_whole || !do_not_sum(parts, *whole)) continue;
    add_remark(exhibit, std::string(numfmt::word(Word::shares_do_not_sum, scope.lang())));
    return;
  }
}

void say_side_by_side(Lowering& lowering, document::Exhibit& exhibit, const std::vector<Line>& lines, Use use, const Scope& scope) {
  const std::string text = side_by_side(lowering.dataset, lines, use, scope.lang());
  if (!text.empty()) add_remark(exhibit, text);
}

void warn_empty(Lowering& lowering, const templates::Directive& directive) {
  lowering.warning("resolve/empty-exhibit", directive.name_span,
                   fmt::format("nothing was found to show here, so the {} is left out",
                               directive.name == "actions" ? "table of actions" : directive.name),
                   "{" + directive.name + "}");
}

document::Cell inlines_cell(document::Inlines inlines) {
  document::Cell cell;
  cell.lines.push_back(std::move(inlines));
  return cell;
}

document::Cell text_cell(std::string text) { return inlines_cell(text_inlines(std::move(text))); }

document::Cell strong_cell(std::string text) {
  document::Cell cell = text_cell(std::move(text));
  cell.is_strong = true;
  return cell;
}

document::Cell cell_of(const Printed& printed, document::Align align) {
  document::Cell cell = inlines_cell(printed.inlines());
  cell.align = align;
  cell.is_strong = !printed.value.is_missing() && !printed.value.is_withdrawn();
  if (!cell.is_strong) {
    for (document::Inline& each : cell.lines.front()) {
      if (auto* figure = std::get_if<document::FigureText>(&each)) figure->flags.is_muted = true;
    }
  }
  return cell;
}

}  // namespace briefpack::resolve
