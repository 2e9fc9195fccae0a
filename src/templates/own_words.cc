#include "templates/own_words.h"

#include <algorithm>

namespace briefpack::templates {

namespace {

/// Digits, signs and white space are no words; any letter beyond ASCII may be one.
bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; });
}

bool has_words(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& each) {
    if (const auto* text = as<Text>(each)) return has_letter(text->text);
    if (const auto* strong = as<Strong>(each)) return has_words(strong->content);
    if (const auto* emphasis = as<Emphasis>(each)) return has_words(emphasis->content);
    if (const auto* code = as<Code>(each)) return has_letter(code->text);
    if (const auto* link = as<Link>(each)) return has_words(link->content);
    if (const auto* claim = as<ClaimRole>(each)) return has_words(claim->words);
    if (const auto* literal = as<LiteralRole>(each)) return has_letter(literal->text);
    return false;
  });
}

bool has_words(const TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const TableCell& each) { return has_words(each.content); });
}

bool has_words(const Option& option) {
  return has_words(option.inlines) || std::any_of(option.rows.begin(), option.rows.end(), [](const RowLine& each) { return has_words(each.label); }) ||
         std::any_of(option.groups.begin(), option.groups.end(), [](const GroupLine& each) { return has_letter(each.group.text); }) ||
         std::any_of(option.period_labels.begin(), option.period_labels.end(), has_letter);
}

bool has_words(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (const auto* heading = as<Heading>(block)) return has_words(heading->content);
    if (const auto* paragraph = as<Paragraph>(block)) return has_words(paragraph->content);
    if (const auto* quote = as<Quote>(block)) return has_words(quote->content);
    if (const auto* list = as<List>(block))
      return std::any_of(list->items.begin(), list->items.end(), [](const ListItem& each) { return has_words(each.content); });
    if (const auto* table = as<Table>(block))
      return has_words(table->head) || std::any_of(table->rows.begin(), table->rows.end(), [](const TableRow& each) { return has_words(each); });
    const auto* directive = as<Directive>(block);
    if (directive == nullptr) return false;
    // The argument of a callout is its heading; of others it is a name.
    if (directive->kind == DirectiveKind::callout && has_letter(directive->argument.text)) return true;
    return has_words(directive->body) || std::any_of(directive->options.begin(), directive->options.end(), [](const Option& each) { return has_words(each); });
  });
}

}  // namespace

bool has_own_words(const Template& source) {
  return has_words(source.front_matter.title) || has_words(source.front_matter.subtitle) || has_words(source.blocks);
}

}  // namespace briefpack::templates
