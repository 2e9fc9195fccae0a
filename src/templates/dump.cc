#include <string>

#include "base/decimal.h"
#include "base/utf8.h"
#include "expression/canonical.h"
#include "templates/read_template.h"

namespace briefpack::templates {

namespace {

/// Where a span stands: "3:14+5", with the file in front when it is an included one.
std::string place(SourceSpan span) {
  if (!span.is_known()) return "-";
  std::string out = span.file == 0 ? "" : std::to_string(span.file) + "/";
  return out + std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

std::string figure_text(const expression::Expression& expression, const expression::Formats& formats) {
  return canonical_text(expression) + (formats.empty() ? "" : " ; " + expression::text_of(formats)) + " at " +
         place(expression.span);
}

class Dump {
 public:
  std::string take() { return std::move(out_); }

  void front_matter(const FrontMatter& fields) {
    text_field("title", fields.title);
    text_field("subtitle", fields.subtitle);
    word_field("lang", fields.lang);
    word_field("paper", fields.paper);
    word_field("theme", fields.theme);
    word_field("focus", fields.focus);
    if (fields.entities) line("field entities " + place(fields.entities_span) + " " + canonical_text(*fields.entities));
    for (const auto& each : fields.outputs)
      word_field("outputs", each);
    for (const auto& each : fields.allow_numbers)
      word_field("allow_numbers", each);
    for (const auto& each : fields.figures) {
      line("field figures." + each.name + " " + place(each.name_span) + " " + figure_text(each.expression, {}));
    }
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      span_ = block.span;
      std::visit(*this, block.node);
    }
  }

  void inlines(const Inlines& list) {
    for (const Inline& each : list) {
      span_ = each.span;
      std::visit(*this, each.node);
    }
  }

  // Inlines.
  void operator()(const Text& text) {
    std::string shifts;
    for (const auto& [offset, column] : text.shifts)
      shifts += " " + std::to_string(offset) + ">" + std::to_string(column);
    here("text", "\"" + text.text + "\"" + shifts);
  }
  void operator()(const Strong& strong) { nested("strong", "", strong.content); }
  void operator()(const Emphasis& emphasis) { nested("emphasis", "", emphasis.content); }
  void operator()(const Code& code) { here("code", "\"" + code.text + "\""); }
  void operator()(const Link& link) {
    nested("link", link.url + (link.title.empty() ? "" : " \"" + link.title + "\""), link.content);
  }
  void operator()(const SoftBreak&) { here("soft-break", ""); }
  void operator()(const LineBreak&) { here("line-break", ""); }
  void operator()(const FigureRole& role) { here("fig", figure_text(role.expression, role.formats)); }
  void operator()(const ClaimRole& role) { nested("claim", figure_text(role.condition, {}), role.words); }
  void operator()(const NameRole& role) {
    static constexpr const char* kKinds[] = {"name", "metric", "cite", "ref"};
    const std::string formats = role.formats.empty() ? "" : " ; " + expression::text_of(role.formats);
    here(kKinds[static_cast<int>(role.kind)], canonical_text(role.name) + formats + " at " + place(role.name.span));
  }
  void operator()(const PeriodRole& role) { here("period", figure_text(role.expression, {})); }
  void operator()(const ActionRole& role) {
    static constexpr const char* kFields[] = {"title",  "date",       "end_date", "status",
                                              "amount", "instrument", "entity",   "summary"};
    here("action",
         canonical_text(role.name) + " " + kFields[static_cast<int>(role.field)] + " at " + place(role.name.span));
  }
  void operator()(const LiteralRole& role) { here("lit", "\"" + role.text + "\""); }

  // Blocks.
  void operator()(const Heading& heading) { nested("heading", std::to_string(heading.level), heading.content); }
  void operator()(const Paragraph& paragraph) { nested("paragraph", "", paragraph.content); }
  void operator()(const Rule&) { here("rule", ""); }
  void operator()(const Quote& quote) {
    here("quote", "");
    deeper([&] { blocks(quote.content); });
  }
  void operator()(const List& list) {
    here("list", std::string(list.is_ordered ? "ordered from " + std::to_string(list.start) : "bullets") +
                     (list.is_tight ? " tight" : ""));
    deeper([&] {
      for (const ListItem& item : list.items) {
        line("item " + place(item.span));
        deeper([&] { blocks(item.content); });
      }
    });
  }
  void operator()(const Table& table) {
    static constexpr const char* kAligns[] = {" none", " left", " right", " center"};
    std::string aligns;
    for (const Align align : table.aligns)
      aligns += kAligns[static_cast<int>(align)];
    here("table", aligns.empty() ? "" : aligns.substr(1));
    deeper([&] {
      row("head", table.head);
      for (const TableRow& each : table.rows)
        row("row", each);
    });
  }
  void operator()(const Directive& directive) {
    here("directive", directive.name + (directive.argument.text.empty() ? ""
                                                                        : " \"" + directive.argument.text + "\" " +
                                                                              place(directive.argument.span)));
    deeper([&] {
      if (!directive.label.text.empty()) line("label " + directive.label.text + " " + place(directive.label.span));
      if (directive.id) line("id " + canonical_text(*directive.id) + " " + place(directive.id->span));
      if (directive.condition) line("condition " + figure_text(*directive.condition, {}));
      if (directive.loop)
        line("loop $" + directive.loop->variable.text + " in " + canonical_text(directive.loop->set) + " " +
             place(directive.loop->span));
      if (!directive.widths.empty()) line("widths" + numbers(directive.widths));
      for (const Option& each : directive.options)
        option(each);
      blocks(directive.body);
    });
  }

 private:
  template <typename Function>
  void deeper(Function&& function) {
    ++depth_;
    function();
    --depth_;
  }
  void line(const std::string& text) { out_ += std::string(2 * depth_, ' ') + text + "\n"; }
  void here(const std::string& name, const std::string& rest) {
    line(name + " " + place(span_) + (rest.empty() ? "" : " " + rest));
  }
  void nested(const std::string& name, const std::string& rest, const Inlines& content) {
    here(name, rest);
    deeper([&] { inlines(content); });
  }
  void word_field(const std::string& name, const LocatedText& value) {
    if (!value.text.empty()) line("field " + name + " " + place(value.span) + " \"" + value.text + "\"");
  }
  void text_field(const std::string& name, const Inlines& value) {
    if (value.empty()) return;
    line("field " + name);
    deeper([&] { inlines(value); });
  }
  void row(const std::string& name, const TableRow& row) {
    line(name + " " + place(row.span));
    deeper([&] {
      for (const TableCell& cell : row.cells) {
        line("cell " + place(cell.span));
        deeper([&] { inlines(cell.content); });
      }
    });
  }
  static std::string numbers(const std::vector<double>& values) {
    std::string out;
    for (const double value : values)
      out += " " + shortest_decimal(value);
    return out;
  }
  static std::string names(const std::vector<expression::Name>& list) {
    std::string out;
    for (const auto& name : list)
      out += " " + canonical_text(name) + "@" + place(name.span);
    return out;
  }
  void option(const Option& option) {
    std::string rest;
    for (const LocatedText& word : option.words)
      rest += " " + word.text + "@" + place(word.span);
    rest += names(option.names) + numbers(option.numbers);
    for (std::size_t i = 0; i < option.periods.size(); ++i) {
      const std::string period = canonical_text(option.periods[i]);
      rest += " " + (period.empty() ? "@latest" : period) + "@" + place(option.periods[i].span);
      if (!option.period_labels[i].empty()) rest += " \"" + option.period_labels[i] + "\"";
    }
    if (option.set) rest += " " + canonical_text(*option.set);
    if (!option.where.empty()) rest += " " + canonical_text(option.where);
    if (option.kind == OptionKind::plain) rest += " \"" + option.text + "\"";
    line("option " + option.name + " " + place(option.span) + rest);
    deeper([&] {
      inlines(option.inlines);
      for (const GroupLine& group : option.groups)
        line("group \"" + group.group.text + "\" " + place(group.group.span) + names(group.names));
      for (const RowLine& row : option.rows) {
        line("row " + place(row.span) + " " + figure_text(row.expression, row.formats));
        deeper([&] { inlines(row.label); });
      }
    });
  }

  std::string out_;
  std::size_t depth_ = 0;
  SourceSpan span_;
};

}  // namespace

std::string dump(const Template& tree) {
  Dump out;
  out.front_matter(tree.front_matter);
  out.blocks(tree.blocks);
  return out.take();
}

}  // namespace briefpack::templates
