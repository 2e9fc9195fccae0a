#include "truth/naked_number_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace briefpack::truth {

using namespace templates;

RunningText::RunningText(const Inlines& inlines, Place place) : place_(place) { add(inlines); }

RunningText::RunningText(const LocatedText& plain) : text_(plain.text), plain_span_(plain.span) {}

void RunningText::add_expression(const expression::Expression& expression) {
  const auto* reference = std::get_if<expression::Reference>(&expression.node);
  if (reference) mentions_.push_back({text_.size(), reference->metric.text, reference->entity.text});
}

void RunningText::add(const Inlines& inlines) {
  for (const Inline& each : inlines) {
    if (const auto* text = as<Text>(each)) {
      pieces_.push_back({text_.size(), &each});
      text_ += text->text;
    } else if (const auto* strong = as<Strong>(each)) {
      add(strong->content);
    } else if (const auto* emphasis = as<Emphasis>(each)) {
      add(emphasis->content);
    } else if (const auto* link = as<Link>(each)) {
      add(link->content);
    } else if (as<SoftBreak>(each)) {
      text_ += ' ';
    } else if (as<LineBreak>(each)) {
      text_ += '\n';
    } else {
      if (const auto* figure = as<FigureRole>(each)) add_expression(figure->expression);
      if (const auto* period = as<PeriodRole>(each)) add_expression(period->expression);
      if (const auto* name = as<NameRole>(each)) {
        if (name->kind == NameRole::Kind::entity) mentions_.push_back({text_.size(), "", name->name.text});
        if (name->kind == NameRole::Kind::metric) mentions_.push_back({text_.size(), name->name.text, ""});
      }
      add_opaque();
    }
  }
}

void RunningText::add_context(const RunningText& other) {
  context_ += " " + other.text_;
  for (const Mention& each : other.mentions_)
    mentions_.push_back({kInContext, each.metric, each.entity});
}

SourceSpan RunningText::span(std::size_t begin, std::size_t end) const {
  if (pieces_.empty()) {
    SourceSpan out = plain_span_;
    // A plain text stands in its line as it is, or (joined from several lines) is shown as a whole.
    if (!out.is_known() || count_code_points(text_) != out.length) return out;
    out.column += static_cast<std::uint32_t>(count_code_points(std::string_view(text_).substr(0, begin)));
    out.length = static_cast<std::uint32_t>(count_code_points(std::string_view(text_).substr(begin, end - begin)));
    return out;
  }
  auto piece =
      std::upper_bound(pieces_.begin(), pieces_.end(), begin, [](std::size_t at, const Piece& p) { return at < p.at; });
  if (piece != pieces_.begin()) --piece;
  const std::size_t size = as<Text>(*piece->text)->text.size();
  const std::size_t from = std::min(begin - std::min(begin, piece->at), size);
  return span_within(*piece->text, from, std::clamp(end - piece->at, from, size));
}

namespace {

using Place = RunningText::Place;

/// Heads of columns that number their rows.
bool is_numbering_head(std::string_view head) {
  constexpr std::array kHeads{"#", "No.", "No", "Nr.", "Nr", "№", "Item", "Step", "번호", "연번", "순번"};
  return std::find(kHeads.begin(), kHeads.end(), head) != kHeads.end();
}

class Collector {
 public:
  explicit Collector(std::vector<RunningText>& out) : out_(out) {}

  void add(const Inlines& inlines, Place place = Place::prose) {
    if (!inlines.empty()) keep(RunningText(inlines, place));
  }
  void add(const LocatedText& plain) {
    if (!plain.text.empty()) keep(RunningText(plain));
  }
  void add(const Blocks& blocks) {
    for (const Block& block : blocks)
      std::visit([this](const auto& node) { add(node); }, block.node);
  }

 private:
  void keep(RunningText text) {
    if (!text.text().empty()) out_.push_back(std::move(text));
  }
  void add(const Heading& heading) { add(heading.content, Place::heading); }
  void add(const Paragraph& paragraph) { add(paragraph.content); }
  void add(const List& list) {
    for (const ListItem& item : list.items)
      add(item.content);
  }
  void add(const Quote& quote) { add(quote.content); }
  void add(const templates::Rule&) {}
  void add(const Table& table) {
    std::vector<RunningText> heads;
    for (const TableCell& cell : table.head.cells) {
      heads.emplace_back(cell.content, Place::cell);
      keep(heads.back());
    }
    for (const TableRow& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool is_numbering = i < heads.size() && is_numbering_head(heads[i].text());
        RunningText text(row.cells[i].content, is_numbering ? Place::numbering_cell : Place::cell);
        if (i < heads.size()) text.add_context(heads[i]);
        if (i > 0) text.add_context(RunningText(row.cells.front().content, Place::cell));
        keep(std::move(text));
      }
    }
  }
  void add(const Directive& directive) {
    if (directive.kind == DirectiveKind::callout) add(directive.argument);
    for (const Option& option : directive.options) {
      const bool is_title = option.name == "title" || option.name == "kicker" || option.name == "headline";
      add(option.inlines, is_title ? Place::heading : Place::prose);
      for (const RowLine& row : option.rows)
        add(row.label);
      for (const GroupLine& group : option.groups)
        add(group.group);
      for (const std::string& label : option.period_labels)
        add(LocatedText{label, option.span});
    }
    add(directive.body);
  }

  std::vector<RunningText>& out_;
};

}  // namespace

std::vector<RunningText> running_texts(const Template& tree) {
  std::vector<RunningText> out;
  Collector collector(out);
  collector.add(tree.front_matter.title, Place::heading);
  collector.add(tree.front_matter.subtitle, Place::heading);
  collector.add(tree.blocks);
  return out;
}

}  // namespace briefpack::truth
