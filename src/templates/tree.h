#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <briefpack/source_span.h>

#include "expression/expression.h"
#include "expression/format.h"
#include "expression/parse.h"
#include "templates/directive_table.h"
#include "theme/theme.h"

/// The template as parsed: nothing is looked up or evaluated yet. Places are line and column of the template file.
namespace briefpack::templates {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

/// Words as typed, entities and backslash escapes undone.
struct Text {
  std::string text;
  /// Where text and source part company: from byte `first` of the text on, its column is `second`. Empty when the text stands
  /// in the source as it is.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shifts;
};
struct Strong {
  Inlines content;
};
struct Emphasis {
  Inlines content;
};
struct Code {
  std::string text;
};
struct Link {
  std::string url;
  std::string title;
  Inlines content;
};
struct SoftBreak {};
struct LineBreak {};

// ---- roles ----

/// {fig}`EXPR ; formats`
struct FigureRole {
  expression::Expression expression;
  expression::Formats formats;
};
/// {claim}`CONDITION => words`, {claim}`CONDITION ; unlike => words`
struct ClaimRole {
  expression::Expression condition;
  Inlines words;
  bool allows_unlike = false;
};
/// {name}`KOR`, {metric}`id`, {cite}`source`, {ref}`label`: a name that resolve/ looks up. `formats` only for name and metric.
struct NameRole {
  enum class Kind : std::uint8_t { entity, metric, source, label };
  Kind kind = Kind::entity;
  expression::Name name;
  expression::Formats formats;
};
/// {period}`EXPR`: the period of what the expression names.
struct PeriodRole {
  expression::Expression expression;
};
/// {action}`id ; field`; the title when no field is written.
struct ActionRole {
  enum class Field : std::uint8_t { title, date, end_date, status, amount, instrument, entity, summary };
  expression::Name name;
  Field field = Field::title;
};
/// {lit}`350,000`: a number that is meant as typed.
struct LiteralRole {
  std::string text;
};

/// One inline. `span` is the whole role, link or emphasis with its marks; of a span over several lines the part on its first.
struct Inline {
  std::variant<Text, Strong, Emphasis, Code, Link, SoftBreak, LineBreak, FigureRole, ClaimRole, NameRole, PeriodRole,
               ActionRole, LiteralRole>
      node;
  SourceSpan span;
};

/// Where bytes [begin, end) of a Text inline stand. REQUIRES: inline holds a Text and end <= its size.
SourceSpan span_within(const Inline& text, std::size_t begin, std::size_t end);

// ---- blocks ----

struct Heading {
  int level = 1;  ///< 1 to 6.
  Inlines content;
};
struct Paragraph {
  Inlines content;
};
struct ListItem {
  Blocks content;
  SourceSpan span;
};
struct List {
  bool is_ordered = false;
  int start = 1;
  bool is_tight = true;
  std::vector<ListItem> items;
};
struct Quote {
  Blocks content;
};
struct Rule {};

enum class Align : std::uint8_t { none, left, right, center };
struct TableCell {
  Inlines content;
  SourceSpan span;
};
struct TableRow {
  std::vector<TableCell> cells;  ///< As many as the head has.
  SourceSpan span;
};
struct Table {
  std::vector<Align> aligns;  ///< One a column.
  TableRow head;
  std::vector<TableRow> rows;
};

// ---- directives ----

/// A word with its place: "bar", "KOR".
struct LocatedText {
  std::string text;
  SourceSpan span;
};

/// One line of `:rows:`: `EXPR ; formats = label`.
struct RowLine {
  expression::Expression expression;
  expression::Formats formats;
  Inlines label;  ///< Empty when none is written.
  SourceSpan span;
};

/// One line of `:metrics:` in a comparison: `Group: m1, m2`; a line without a group has an empty one.
struct GroupLine {
  LocatedText group;
  std::vector<expression::Name> names;
};

/// One option as written. Which field holds its value follows from `kind` (directive_table.h says it for each kind).
struct Option {
  std::string name;
  OptionKind kind = OptionKind::plain;
  SourceSpan span;   ///< The value; the option's name when the value is empty.
  std::string text;  ///< The value as typed, its lines joined by a space.
  Inlines inlines;
  std::vector<LocatedText> words;
  std::vector<expression::Name> names;
  std::vector<GroupLine> groups;
  std::vector<RowLine> rows;
  std::vector<double> numbers;
  std::vector<expression::Period> periods;
  std::vector<std::string> period_labels;  ///< One a period, empty where none is written.
  expression::Where where;
  std::optional<expression::Set> set;
};

struct Directive {
  DirectiveKind kind = DirectiveKind::page;
  std::string name;                                 ///< As written: "scorecard" is a comparison.
  SourceSpan name_span;                             ///< `{chart}` on the fence line.
  LocatedText argument;                             ///< Empty when none; a label argument stands in `label` instead.
  LocatedText label;                                ///< From the argument or from `:label:`.
  std::vector<double> widths;                       ///< columns, column.
  std::optional<expression::Name> id;               ///< dispute.
  std::optional<expression::Expression> condition;  ///< if.
  std::optional<expression::Loop> loop;             ///< foreach.
  std::vector<Option> options;                      ///< In the order written, each once.
  Blocks body;
  /// The option of that name, or nullptr.
  const Option* find(std::string_view option) const;
  bool has(std::string_view option) const { return find(option) != nullptr; }
};

/// One block. `span` is its first line, from its first character; of a directive the opening fence.
struct Block {
  std::variant<Heading, Paragraph, List, Quote, Table, Rule, Directive> node;
  SourceSpan span;
};

// ---- front matter ----

/// A named quantity: `figures: {gap: EXPR}`, used as `$gap`.
struct NamedFigure {
  std::string name;
  SourceSpan name_span;
  expression::Expression expression;
};

/// All fields optional; a span is unknown when the field was not given, or came from the command line.
struct FrontMatter {
  Inlines title, subtitle;
  LocatedText lang, paper, theme;  ///< paper: "A4" or "letter".
  LocatedText focus;               ///< An entity id.
  std::optional<expression::Set> entities;
  SourceSpan entities_span;
  std::vector<LocatedText> outputs;        ///< "pdf", "xlsx", "csv", "svg".
  std::vector<LocatedText> allow_numbers;  ///< As typed.
  std::vector<NamedFigure> figures;        ///< In file order, names unique.
  const NamedFigure* figure(std::string_view name) const;
};

struct Template {
  FrontMatter front_matter;
  theme::Theme theme;  ///< That `front_matter.theme` names, once read_theme has read it.
  Blocks blocks;  ///< Included files are spliced in; their spans name their own file.
};

/// `if (const auto* role = as<FigureRole>(inline))`.
template <typename T, typename Node>
const T* as(const Node& node) {
  return std::get_if<T>(&node.node);
}

}  // namespace briefpack::templates
