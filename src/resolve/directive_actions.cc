// Policy actions as a table and as lanes over time.
#include <algorithm>
#include <utility>

#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "resolve/action_list.h"
#include "resolve/action_text.h"
#include "resolve/chart_alt.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

bool has_any(const std::vector<EntityActions>& lists) {
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) { return !list.actions.empty(); });
}

document::Cell muted_cell(std::string text) {
  document::TextFlags muted;
  muted.is_muted = true;
  return inlines_cell(text_inlines(std::move(text), muted));
}

class ActionTable {
 public:
  ActionTable(Lowering& lowering, const Scope& scope, SourceSpan span)
      : lowering_(lowering), scope_(scope), span_(span) {}

  document::Table table(const std::vector<EntityActions>& lists) {
    document::Table table;
    // Widths of the visual specification's page 6.
    add_column(table, Word::country, document::Align::left, 11.5);
    add_column(table, Word::date, document::Align::left, 9);
    add_column(table, Word::instrument, document::Align::left, 32);
    add_column(table, Word::type, document::Align::left, 16.5);
    add_column(table, Word::amount, document::Align::right, 13);
    add_column(table, Word::status, document::Align::left, 18);
    for (const EntityActions& list : lists) {
      for (std::size_t i = 0; i < list.actions.size(); ++i) {
        document::Row row = action_row(list.actions[i], list.entity, i == 0);
        row.has_group_rule = i == 0 && !table.rows.empty();
        table.rows.push_back(std::move(row));
      }
    }
    return table;
  }

 private:
  void add_column(document::Table& table, Word head, document::Align align, double width) const {
    table.columns.push_back({text_inlines(std::string(numfmt::word(head, scope_.lang()))), align, width, false});
  }

  document::Row action_row(std::uint32_t index, std::uint32_t entity, bool is_first) {
    const dataset::Action& action = lowering_.dataset.actions[index];
    document::Row row;
    row.cells.push_back(country_cell(entity, is_first));
    row.cells.push_back(action.date ? text_cell(date_of(action, scope_))
                                    : muted_cell(numfmt::missing_mark(scope_.lang())));
    row.cells.push_back(title_cell(action, index));
    row.cells.push_back(text_cell(instrument_of(action, scope_.lang())));
    row.cells.push_back(amount_cell(action, index));
    row.cells.push_back(status_cell(action));
    shown_.push_back(index);
    return row;
  }

  /// A country's name is printed once, beside its first action.
  document::Cell country_cell(std::uint32_t entity, bool is_first) const {
    if (!is_first) return text_cell("");
    const dataset::Entity& holder = lowering_.dataset.entities[entity];
    document::Cell cell = strong_cell(numfmt::entity_name(holder, scope_.lang()));
    cell.is_focus = holder.id == scope_.context.focus;
    return cell;
  }

  document::Cell title_cell(const dataset::Action& action, std::uint32_t index) {
    document::TextFlags strong;
    strong.is_strong = true;
    document::Inlines title = text_inlines(action.title.in(scope_.lang()), strong);
    append_marks(title, {lowering_.book.note_of_action(index, scope_.lang())});
    document::Cell cell = inlines_cell(std::move(title));
    if (!action.summary.empty()) cell.lines.push_back(text_inlines(action.summary.in(scope_.lang())));
    return cell;
  }

  document::Cell amount_cell(const dataset::Action& action, std::uint32_t index) {
    if (action.amount && !action.amount->within.empty()) {
      document::Cell cell = muted_cell(included_in(action.amount->within));
      cell.align = document::Align::right;
      return cell;
    }
    const auto printed = lowering_.book.amount(index, {}, scope_.context, FormPlace::table, span_);
    return printed ? cell_of(*printed, document::Align::right) : text_cell("");
  }

  /// "see above" where the action with the amount stands in a row above, else its name.
  std::string included_in(const std::string& id) const {
    const dataset::Action* whole = lowering_.dataset.find_action(id);
    const bool is_above = whole != nullptr && std::any_of(shown_.begin(), shown_.end(), [&](std::uint32_t each) {
                            return &lowering_.dataset.actions[each] == whole;
                          });
    if (whole == nullptr || is_above) return std::string(numfmt::word(Word::see_above, scope_.lang()));
    return numfmt::filled(Word::part_of, scope_.lang(), {{"whole", whole->title.in(scope_.lang())}});
  }

  document::Cell status_cell(const dataset::Action& action) const {
    document::Inlines inlines{document::Symbol{dot_of(action.status), false, ""}};
    append_inline(inlines, document::Text{" " + status_of(action, scope_.lang()), {}, "", "", ""});
    return inlines_cell(std::move(inlines));
  }

  Lowering& lowering_;
  const Scope& scope_;
  SourceSpan span_;
  std::vector<std::uint32_t> shown_;  ///< Actions of the rows so far.
};

document::LaneItem lane_item(Lowering& lowering, std::uint32_t index, const Scope& scope) {
  const dataset::Action& action = lowering.dataset.actions[index];
  document::LaneItem item;
  item.action = index;
  item.label = action.title.in(scope.lang());
  item.notes = {lowering.book.note_of_action(index, scope.lang())};
  item.dot = dot_of(action.status);
  item.is_start_estimated = action.date_inferred;
  if (!action.date) return item;
  if (action.end_date || action.date->is_interval()) {
    item.start = start_year(*action.date);
    item.end = end_year(action.end_date ? *action.end_date : *action.date);
  } else {
    item.start = year_of(*action.date);
  }
  return item;
}

/// The statuses that the lanes show, as the key under them: the file's own words differ from action to action.
std::vector<document::ChartSpec::KeyItem> status_key(const document::ChartSpec& chart, const std::string& lang) {
  using Kind = document::SymbolKind;
  using Swatch = document::ChartSpec::KeyItem::Swatch;
  struct KeyRow {
    Kind dot;
    Swatch swatch;
    Word word;
  };
  constexpr KeyRow kRows[] = {{Kind::dot_filled, Swatch::dot_filled, Word::key_released},
                              {Kind::dot_half, Swatch::dot_half, Word::key_under_way},
                              {Kind::dot_open, Swatch::dot_open, Word::key_announced},
                              {Kind::dot_dashed, Swatch::dot_dashed, Word::key_not_stated}};
  std::vector<document::ChartSpec::KeyItem> key;
  for (const KeyRow& row : kRows) {
    const bool is_used = std::any_of(chart.lanes.begin(), chart.lanes.end(), [&](const auto& lane) {
      return std::any_of(lane.items.begin(), lane.items.end(),
                         [&](const auto& item) { return item.dot == row.dot && !item.end; });
    });
    if (is_used) key.push_back({row.swatch, std::string(numfmt::word(row.word, lang))});
  }
  return key;
}

document::ChartSpec lanes_of(Lowering& lowering, const std::vector<EntityActions>& lists, const Scope& scope) {
  document::ChartSpec chart;
  chart.mark = document::Mark::lanes;
  chart.lang = scope.lang();
  const auto word = [&](Word each) { return std::string(numfmt::word(each, scope.lang())); };
  chart.undated_head = word(Word::date_not_stated);
  chart.none_text = word(Word::no_dated_instrument);
  if (const auto& cut_off = lowering.dataset.pack.data_cutoff) {
    chart.cut_off = year_of(*cut_off);
    chart.cut_off_label = word(Word::cut_off);
  }
  for (const EntityActions& list : lists) {
    const dataset::Entity& entity = lowering.dataset.entities[list.entity];
    document::Lane lane;
    lane.label = numfmt::entity_name(entity, scope.lang());
    lane.is_focus = entity.id == scope.context.focus;
    for (const std::uint32_t action : list.actions)
      lane.items.push_back(lane_item(lowering, action, scope));
    chart.lanes.push_back(std::move(lane));
  }
  chart.key = status_key(chart, scope.lang());
  return chart;
}

}  // namespace

void lower_actions(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  const Scope cells = exhibit_scope(lowering, directive, scope, FormPlace::table);
  const auto lists = actions_of(lowering, directive, cells);
  if (!lists) return;
  if (!has_any(*lists)) return warn_empty(lowering, directive);
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  exhibit.content = ActionTable(lowering, cells, directive.name_span).table(*lists);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

void lower_timeline(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                    document::Blocks& to) {
  const Scope rows = exhibit_scope(lowering, directive, scope, FormPlace::chart);
  const auto lists = actions_of(lowering, directive, rows);
  if (!lists) return;
  if (!has_any(*lists)) return warn_empty(lowering, directive);
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, false);
  document::ChartSpec chart = lanes_of(lowering, *lists, rows);
  exhibit.alt = alt_of(chart, exhibit);
  exhibit.content = std::move(chart);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
