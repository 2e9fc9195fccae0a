#include "truth/unused_names.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "expression/canonical.h"

namespace briefpack::truth {

using namespace templates;

namespace {

class Collector {
 public:
  void front_matter(const FrontMatter& fields) {
    inlines(fields.title);
    inlines(fields.subtitle);
    if (fields.entities) text(expression::canonical_text(*fields.entities));
    for (const NamedFigure& each : fields.figures)
      text(expression::canonical_text(each.expression));
  }

  void blocks(const Blocks& all) {
    for (const Block& block : all)
      std::visit([this](const auto& node) { add(node); }, block.node);
  }

  std::set<std::string, std::less<>> take() { return std::move(out_); }

 private:
  /// Each `$name` in an expression as written or in its canonical form.
  void text(std::string_view written) {
    for (std::size_t at = written.find('$'); at != std::string_view::npos; at = written.find('$', at + 1)) {
      const std::size_t end = std::min(
          written.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", at + 1),
          written.size());
      if (end > at + 1) out_.insert(std::string(written.substr(at + 1, end - at - 1)));
    }
  }
  void name(const expression::Name& each) {
    if (each.kind == expression::Name::Kind::variable) out_.insert(each.text);
  }

  void inlines(const Inlines& all) {
    for (const Inline& each : all) {
      if (const auto* strong = as<Strong>(each)) inlines(strong->content);
      if (const auto* emphasis = as<Emphasis>(each)) inlines(emphasis->content);
      if (const auto* link = as<Link>(each)) inlines(link->content);
      if (const auto* figure = as<FigureRole>(each)) text(expression::canonical_text(figure->expression));
      if (const auto* period = as<PeriodRole>(each)) text(expression::canonical_text(period->expression));
      if (const auto* role = as<NameRole>(each)) name(role->name);
      if (const auto* action = as<ActionRole>(each)) name(action->name);
      if (const auto* claim = as<ClaimRole>(each)) {
        text(expression::canonical_text(claim->condition));
        inlines(claim->words);
      }
    }
  }

  void add(const Heading& heading) { inlines(heading.content); }
  void add(const Paragraph& paragraph) { inlines(paragraph.content); }
  void add(const List& list) {
    for (const ListItem& item : list.items)
      blocks(item.content);
  }
  void add(const Quote& quote) { blocks(quote.content); }
  void add(const Rule&) {}
  void add(const Table& table) {
    for (const TableCell& cell : table.head.cells)
      inlines(cell.content);
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells)
        inlines(cell.content);
    }
  }
  void add(const Directive& directive) {
    // An option's text as typed holds whatever expression stands in it.
    for (const Option& option : directive.options)
      text(option.text);
    text(directive.argument.text);
    if (directive.condition) text(expression::canonical_text(*directive.condition));
    if (directive.loop) text(expression::canonical_text(directive.loop->set));
    if (directive.id) name(*directive.id);
    blocks(directive.body);
  }

  std::set<std::string, std::less<>> out_;
};

}  // namespace

std::set<std::string, std::less<>> names_used(const Template& tree) {
  Collector collector;
  collector.front_matter(tree.front_matter);
  collector.blocks(tree.blocks);
  return collector.take();
}

}  // namespace briefpack::truth
