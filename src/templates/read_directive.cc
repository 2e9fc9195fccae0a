#include "templates/read_directive.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "templates/include.h"
#include "templates/read_blocks.h"
#include "templates/read_options.h"
#include "templates/read_role.h"

namespace briefpack::templates {

namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// `{name}` at byte `at` of a line: the byte behind it, or 0 when there is none.
std::size_t end_of_braced(std::string_view line, std::size_t at) {
  if (at >= line.size() || line[at] != '{') return 0;
  std::size_t end = at + 1;
  while (end < line.size() && is_name_character(line[end]))
    ++end;
  return end > at + 1 && end < line.size() && line[end] == '}' ? end + 1 : 0;
}

std::vector<std::string> directive_names() {
  std::vector<std::string> out;
  for (const DirectiveRow& row : directives())
    out.emplace_back(row.name);
  return out;
}

std::string near_directive(std::string_view name) {
  const auto near = nearest(name, directive_names());
  return near ? "did you mean {" + *near + "}?" : std::string();
}

/// Reads one directive whose row is known.
class DirectiveReader {
 public:
  DirectiveReader(const DirectiveRow& row, const Fence& fence, int depth, Reading& reading)
      : row_(row), fence_(fence), depth_(depth), reading_(reading) {}

  Directive read(SourceSpan name_span, const Content& argument);

 private:
  void argument(const Content& text, Directive& out);
  void label(const Content& text, Directive& out);
  void take_label_option(Directive& out);
  void body(std::size_t from_line, Directive& out);
  void check_body(const Directive& directive, SourceSpan first);
  void check_columns(const Directive& directive);
  template <typename T, typename Target>
  void take(Result<T> result, Target& target) {
    if (result)
      target = std::move(*result);
    else
      reading_.report(result.take_diagnostics());
  }

  const DirectiveRow& row_;
  const Fence& fence_;
  int depth_;
  Reading& reading_;
};

Directive DirectiveReader::read(SourceSpan name_span, const Content& argument_text) {
  Directive out;
  out.kind = row_.kind;
  out.name = std::string(row_.name);
  out.name_span = name_span;
  argument(argument_text, out);
  std::size_t options_end = 0;
  out.options = read_options(row_, name_span, fence_.body, depth_, reading_, options_end);
  take_label_option(out);
  body(options_end, out);
  return out;
}

void DirectiveReader::label(const Content& text, Directive& out) {
  if (expression::is_id(text.text())) {
    out.label = {text.text(), text.span(0, text.size())};
    return;
  }
  reading_.error("template/argument", text.span(0, text.size()), quoted(text.text()) + " is no label",
                 "a label is a letter followed by letters, digits, \"-\" and \"_\"; a title goes into :title:");
}

void DirectiveReader::argument(const Content& text, Directive& out) {
  const SourceSpan place = text.span(0, text.size());
  out.argument = {text.text(), place};
  if (text.empty()) {
    if (row_.needs_argument)
      reading_.error("template/argument", out.name_span, "{" + out.name + "} needs an argument behind it");
    return;
  }
  if (text.text().find('`') != std::string::npos) {
    return reading_.error("template/argument", place, "an argument is plain text without backticks",
                          "text that holds roles goes into an option such as :title:");
  }
  switch (row_.argument) {
    case ArgumentKind::none:
      return reading_.error("template/argument", place,
                            "{" + out.name + "} takes no argument, found " + quoted(text.text()),
                            "text goes into an option such as :title:");
    case ArgumentKind::label:
      return label(text, out);
    case ArgumentKind::heading:
    case ArgumentKind::path:
      return;
    case ArgumentKind::widths:
      if (read_numbers(text, out.widths)) return;
      return reading_.error("template/argument", place, "widths are numbers such as 8 4, found " + quoted(text.text()));
    case ArgumentKind::id:
      return take(expression::parse_name(text.text(), locate_in(text)), out.id);
    case ArgumentKind::loop:
      return take(expression::parse_loop(text.text(), locate_in(text)), out.loop);
    case ArgumentKind::condition:
      return take(expression::parse_condition(text.text(), locate_in(text)), out.condition);
    case ArgumentKind::choice: {
      const auto& choices = row_.argument_choices;
      if (std::find(choices.begin(), choices.end(), text.text()) != choices.end()) return;
      return reading_.error("template/argument", place, "{" + out.name + "} does not know " + quoted(text.text()),
                            nearest_hint(text.text(), choices));
    }
  }
}

void DirectiveReader::take_label_option(Directive& out) {
  const Option* option = out.find("label");
  if (!option) return;
  if (!out.label.text.empty()) {
    return reading_.report(Diagnostic::error("template/duplicate-option", option->span, "the label stands twice")
                               .note(out.label.span, "first given here, as the argument"));
  }
  if (expression::is_id(option->text)) {
    out.label = {option->text, option->span};
    return;
  }
  reading_.error("template/option-value", option->span, quoted(option->text) + " is no label",
                 "a label is a letter followed by letters, digits, \"-\" and \"_\"");
}

void DirectiveReader::body(std::size_t from_line, Directive& out) {
  View rest;
  rest.file = fence_.body.file;
  while (from_line < fence_.body.lines.size() && trimmed(fence_.body.lines[from_line].text).empty())
    ++from_line;
  rest.lines.assign(fence_.body.lines.begin() + static_cast<std::ptrdiff_t>(from_line), fence_.body.lines.end());
  while (!rest.lines.empty() && trimmed(rest.lines.back().text).empty())
    rest.lines.pop_back();
  SourceSpan first = out.name_span;
  if (!rest.lines.empty()) {
    const ViewLine& line = rest.lines.front();
    const std::size_t indent = indent_of(line.text);
    first = rest.file->span(line.line, line.byte + indent, line.byte + indent + trimmed(line.text).size());
    if (is_late_option(row_, line.text)) return;  // reported with the options
    if (row_.body == BodyKind::none) {
      return reading_.error("template/body", first, "{" + out.name + "} has no body, only options",
                            out.kind == DirectiveKind::page || out.kind == DirectiveKind::cover
                                ? "what belongs to a page follows its closing fence"
                                : "");
    }
    if (!reading_.may_nest(depth_ + 1, out.name_span)) return;
    out.body = read_markdown(rest, depth_ + 1, reading_);
  }
  check_body(out, first);
}

void DirectiveReader::check_body(const Directive& directive, SourceSpan first) {
  const auto holds_one = [&](auto is_wanted) {
    return directive.body.size() == 1 && is_wanted(directive.body.front());
  };
  const auto is_list = [](const Block& block) { return as<List>(block) != nullptr; };
  const auto is_table = [](const Block& block) { return as<Table>(block) != nullptr; };
  const std::string name = "{" + directive.name + "}";
  switch (row_.body) {
    case BodyKind::none:
      return;
    case BodyKind::blocks:
      if (directive.body.empty()) reading_.report(Diagnostic::warning("template/body", first, name + " is empty"));
      return;
    case BodyKind::list:
      if (!holds_one(is_list)) reading_.error("template/body", first, name + " holds one list and nothing else");
      return;
    case BodyKind::optional_table:
      if (directive.body.empty()) return;
      [[fallthrough]];
    case BodyKind::table:
      if (!holds_one(is_table))
        reading_.error("template/body", first, name + " holds one Markdown table and nothing else");
      return;
    case BodyKind::columns:
      return check_columns(directive);
  }
}

void DirectiveReader::check_columns(const Directive& directive) {
  std::size_t columns = 0;
  const Block* other = nullptr;
  for (const Block& block : directive.body) {
    const auto* inner = as<Directive>(block);
    if (inner && inner->kind == DirectiveKind::column)
      ++columns;
    else if (!other)
      other = &block;
  }
  if (columns > 0 && other) {
    return reading_.error("template/columns", other->span, "this stands between columns and in none of them",
                          "{columns} holds {column} fences only, or text that flows through the columns");
  }
  if (reading_.has_unclosed_fence) return;
  if (columns > 0 && !directive.widths.empty() && columns != directive.widths.size()) {
    reading_.error(
        "template/columns", directive.argument.span,
        "the widths are " + std::to_string(directive.widths.size()) + ", the columns " + std::to_string(columns));
  }
}

/// A fence that is no directive at all.
void report_code_block(const ViewLine& opening, const SourceFile& file, std::string_view info, Reading& reading) {
  const std::string_view word = info.substr(0, info.find_first_of(" \t"));
  const SourceSpan place = file.span(opening.line, opening.byte, opening.byte + opening.text.size());
  if (info.starts_with('{')) {
    return reading.error("template/unknown-directive", place,
                         "a directive's name is missing or its brace is not closed",
                         "write {name} with a name of letters and \"-\"");
  }
  const std::string hint = directive_named(word) ? "did you mean {" + std::string(word) + "}?" : near_directive(word);
  reading.error("template/code-block", place, "a block of code has no place in a template", hint);
}

}  // namespace

void read_fence(const Fence& fence, int depth, Reading& reading, Blocks& out) {
  const SourceFile& file = *fence.body.file;
  const ViewLine& opening = fence.opening;
  char mark = 0;
  std::size_t length = 0;
  starts_fence(opening.text, mark, length);
  const std::size_t open = length + indent_of(opening.text.substr(length));
  const std::size_t close = end_of_braced(opening.text, open);
  const SourceSpan whole = file.span(opening.line, opening.byte, opening.byte + trimmed(opening.text).size());
  if (!fence.is_closed) {
    reading.error("template/unclosed-fence", whole, "this fence is never closed",
                  "a fence that holds others is longer than they are, and closes with as many marks as it opens with");
    reading.has_unclosed_fence = true;
    if (trimmed(opening.text.substr(length)).empty()) return;  // most likely meant to close another one
  }
  if (close == 0) return report_code_block(opening, file, trimmed(opening.text.substr(length)), reading);
  const std::string name(opening.text.substr(open + 1, close - open - 2));
  const SourceSpan name_span = file.span(opening.line, opening.byte + open, opening.byte + close);
  const DirectiveRow* row = directive_named(name);
  if (!row) {
    return reading.error(
        "template/unknown-directive", name_span, "there is no directive {" + name + "}",
        is_role_name(name) ? "{" + name + "} is a role: it stands in text, before a code span" : near_directive(name));
  }
  Content argument(&file);
  argument.append(opening.text.substr(close), opening.line, opening.byte + close);
  argument = argument.trimmed();
  Directive directive = DirectiveReader(*row, fence, depth, reading).read(name_span, argument);
  if (!reading.may_add_node(whole)) return;
  if (directive.kind == DirectiveKind::include) return read_include(directive.argument, depth, reading, out);
  out.push_back(Block{std::move(directive), whole});
}

bool report_lost_fences(const std::vector<ViewLine>& lines, const SourceFile& file, Reading& reading) {
  bool found = false;
  for (const ViewLine& line : lines) {
    const std::string_view text = line.text;
    const std::size_t marks = std::min(text.find_first_not_of("`~:"), text.size());
    const std::size_t open = marks + indent_of(text.substr(marks));
    const std::size_t close = end_of_braced(text, open);
    if (close == 0 || (open > marks && marks == 0)) continue;
    const std::string name(text.substr(open + 1, close - open - 2));
    const std::string_view behind = text.substr(close);
    const bool is_near = directive_named(name) || !near_directive(name).empty();
    // A role, or a brace of another meaning, is left alone; so is a code span that holds nothing but the name.
    if (marks < 3 && (is_role_name(name) || !is_near)) continue;
    if (marks == 0 && (behind.starts_with('`') || (!directive_named(name) && !trimmed(behind).empty()))) continue;
    if (text.starts_with('`') && behind.starts_with(text.substr(0, marks))) continue;
    found = true;
    const std::string hint = is_role_name(name) ? "{" + name + "} is a role: it stands in text, before a code span"
                             : !directive_named(name) && !near_directive(name).empty() ? near_directive(name)
                             : marks >= 3 && text.front() == '`'
                                 ? "an argument holds no backticks; text with roles goes into an option"
                                 : "open it with three backticks: ```{" + name + "}";
    reading.error("template/not-a-fence", file.span(line.line, line.byte, line.byte + trimmed(text).size()),
                  "this looks like the directive {" + name + "}, but is no fence", hint);
  }
  return found;
}

}  // namespace briefpack::templates
