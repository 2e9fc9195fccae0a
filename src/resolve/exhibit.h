#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.h"
#include "resolve/lowering.h"
#include "resolve/side_by_side.h"
#include "templates/tree.h"

/// What all directives share: reading options, numbering and captioning of exhibits.
namespace briefpack::resolve {

// ---- options ----

/// An option that may hold roles, or nothing.
document::Inlines text_option(Lowering& lowering, const templates::Directive& directive, std::string_view name,
                              const Scope& scope);
/// The single word of a choice, else `otherwise`.
std::string choice_option(const templates::Directive& directive, std::string_view name, std::string otherwise);
/// Entities of a set option, else the page's default set, as indices. Nothing when a name was unknown (reported).
std::optional<std::vector<std::uint32_t>> entities_option(Lowering& lowering, const templates::Directive& directive,
                                                          std::string_view name, const Scope& scope);
/// One metric as found in a list of names, or nothing (reported).
std::optional<std::uint32_t> metric_index(Lowering& lowering, const expression::Name& name, const Scope& scope);

/// Metrics in groups: of an option of kind groups, or of kind names as one group without a name. Unknown ones are reported.
struct MetricGroup {
  std::string name;
  std::vector<std::uint32_t> metrics;
};
std::vector<MetricGroup> groups_option(Lowering& lowering, const templates::Directive& directive, const Scope& scope);

/// The scope with what `only` says.
Scope with_only(const templates::Directive& directive, Scope scope);

// ---- exhibits ----

/// The scope of an exhibit's cells or rows: its form place, its `unlike` reason and `only`.
Scope exhibit_scope(Lowering& lowering, const templates::Directive& directive, const Scope& scope, FormPlace place);

/// Number, label, title and subtitle: the first things read. A table without a title gets no number.
document::Exhibit begin_exhibit(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                                bool is_table);

/// The remark beneath (`note`, then the reason for setting unlike values side by side), and the exhibit itself into `to`.
void end_exhibit(Lowering& lowering, document::Exhibit exhibit, const templates::Directive& directive,
                 const Scope& scope, document::Blocks& to);

/// Puts into the remark what is not alike in lines of one metric side by side: "France 2024; others 2025."
void say_side_by_side(Lowering& lowering, document::Exhibit& exhibit, const std::vector<Line>& lines, Use use, const Scope& scope);

/// The same for shares that make up their whole and, as printed, do not: each list is one column, row or chart.
void say_rounded_shares(Lowering& lowering, document::Exhibit& exhibit, const std::vector<std::vector<document::FigureIndex>>& lists, const Scope& scope);

/// Warns resolve/empty-exhibit: an exhibit without any value leaves no box.
void warn_empty(Lowering& lowering, const templates::Directive& directive);

// ---- figures in cells ----

/// A cell holding a printed figure: values SemiBold; "..", "n/a" and the like regular and muted.
document::Cell cell_of(const Printed& printed, document::Align align);
document::Cell text_cell(std::string text);
document::Cell strong_cell(std::string text);
document::Cell inlines_cell(document::Inlines inlines);

}  // namespace briefpack::resolve
