// The scorecard: measures in groups against entities, with what was found counted along both edges.
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/rank_band.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

/// What the scorecard counts a cell as. Disputed cells are found ones; n/a cells are no cells at all.
void count_cell(const dataset::Dataset& dataset, const Found& found, CellCounts& to) {
  if (found.state == Found::State::not_applicable) return;
  ++to.cells;
  const bool has_value =
      found.state == Found::State::observation && has_printable_value(dataset.observations[*found.observation]);
  if (!has_value) {
    ++to.missing;
    return;
  }
  ++to.found;
  if (!disputes_about(dataset, *found.observation).empty()) ++to.disputed;
}

void add(CellCounts& to, const CellCounts& more) {
  to.cells += more.cells;
  to.found += more.found;
  to.missing += more.missing;
  to.disputed += more.disputed;
}

class Scorecard {
 public:
  Scorecard(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
            std::vector<MetricGroup> groups, std::vector<std::uint32_t> entities)
      : lowering_(lowering),
        directive_(directive),
        scope_(scope),
        groups_(std::move(groups)),
        entities_(std::move(entities)),
        by_entity_(entities_.size()),
        is_shaded_(choice_option(directive, "shade", "places") == "places"),
        counts_found_(directive.has("found")) {}

  /// The counts are needed before the first cell is printed: a scorecard without any value leaves no box.
  void count() {
    for (const MetricGroup& group : groups_) {
      ComparisonCounts::Group counted{group.name, {}};
      for (const std::uint32_t metric : group.metrics) {
        CellCounts row;
        for (std::size_t e = 0; e < entities_.size(); ++e) {
          CellCounts cell;
          count_cell(lowering_.dataset, found_at(metric, entities_[e]), cell);
          add(row, cell);
          add(by_entity_[e], cell);
        }
        by_metric_.push_back(row);
        add(counted.counts, row);
      }
      add(counts_.all, counted.counts);
      counts_.groups.push_back(std::move(counted));
    }
  }

  bool is_empty() const { return counts_.all.found == 0; }

  /// Tells found(L), cells(L) and the data-quality box what was counted.
  void publish(const std::string& label) {
    counts_.label = label;
    counts_.by_entity.clear();
    for (std::size_t e = 0; e < entities_.size(); ++e) counts_.by_entity.emplace_back(entities_[e], by_entity_[e]);
    lowering_.book.count_cells(label, "", counts_.all);
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      lowering_.book.count_cells(label, lowering_.dataset.entities[entities_[e]].id, by_entity_[e]);
    }
    lowering_.comparisons.push_back(counts_);
  }

  document::Table table() {
    document::Table table;
    table.style = document::TableStyle::scorecard;
    add_head(table);
    std::size_t row = 0;
    for (const MetricGroup& group : groups_) {
      if (!group.name.empty()) {
        document::Row head;
        head.kind = document::Row::Kind::group;
        head.cells.push_back(strong_cell(group.name));
        table.rows.push_back(std::move(head));
      }
      for (const std::uint32_t metric : group.metrics)
        table.rows.push_back(metric_row(metric, by_metric_[row++]));
    }
    if (counts_found_) table.rows.push_back(total_row());
    return table;
  }

  /// Values of one metric, row by row.
  std::vector<Line> lines() const {
    std::vector<Line> out;
    for (const MetricGroup& group : groups_) {
      for (const std::uint32_t metric : group.metrics) {
        Line& line = out.emplace_back();
        for (const std::uint32_t entity : entities_) {
          const Found found = found_at(metric, entity);
          const bool has_value = found.state == Found::State::observation && has_printable_value(lowering_.dataset.observations[*found.observation]);
          if (has_value) line.push_back(*found.observation);
        }
      }
    }
    return out;
  }

  /// What sheet Comparison shows: the same cells by observation.
  document::ComparisonSpec spec() const {
    document::ComparisonSpec out;
    out.entities = entities_;
    for (const MetricGroup& group : groups_) {
      for (const std::uint32_t metric : group.metrics) {
        out.metrics.push_back({metric, group.name});
        auto& cells = out.cells.emplace_back();
        auto& not_applicable = out.not_applicable.emplace_back();
        for (const std::uint32_t entity : entities_) {
          const Found found = found_at(metric, entity);
          cells.push_back(found.state == Found::State::observation ? found.observation : std::nullopt);
          not_applicable.push_back(found.state == Found::State::not_applicable);
        }
      }
    }
    return out;
  }

 private:
  /// What value_cell prints.
  Found found_at(std::uint32_t metric, std::uint32_t entity) const {
    const Found found = find(lowering_.dataset, metric, entity, {});
    return found.state == Found::State::mixed ? last_in_file(lowering_.dataset, metric, entity) : found;
  }

  void add_head(document::Table& table) const {
    table.columns.push_back(
        {text_inlines(std::string(numfmt::word(Word::measure_unit, scope_.lang()))), document::Align::left, 0, false});
    for (const std::uint32_t entity : entities_) {
      const auto& holder = lowering_.dataset.entities[entity];
      table.columns.push_back({text_inlines(numfmt::entity_name(holder, scope_.lang())), document::Align::center, 0,
                               holder.id == scope_.context.focus, holder.place_group.in(scope_.lang())});
    }
    const bool are_countries = std::all_of(entities_.begin(), entities_.end(), [&](std::uint32_t each) {
      const auto kind = lowering_.dataset.entities[each].kind;
      return kind == dataset::EntityKind::country || kind == dataset::EntityKind::economy;
    });
    if (are_countries) table.columns_of = numfmt::word(Word::countries_range, scope_.lang());
    if (counts_found_) {
      table.columns.push_back(
          {text_inlines(std::string(numfmt::word(Word::found, scope_.lang()))), document::Align::right, 0, false});
    }
  }

  document::Row metric_row(std::uint32_t metric, const CellCounts& counts) {
    const dataset::Metric& about = lowering_.dataset.metrics[metric];
    document::Row row;
    document::Cell label = strong_cell(numfmt::metric_name(about, scope_.lang()));
    if (!about.unit_label.empty()) label.lines.push_back(text_inlines(about.unit_label.in(scope_.lang())));
    row.cells.push_back(std::move(label));
    for (const std::uint32_t entity : entities_)
      row.cells.push_back(value_cell(metric, entity));
    if (counts_found_) {
      document::Cell found =
          inlines_cell(found_of_cells(lowering_, key(about.id), counts, scope_, directive_.name_span));
      found.align = document::Align::right;
      row.cells.push_back(std::move(found));
    }
    return row;
  }

  document::Cell value_cell(std::uint32_t metric, std::uint32_t entity) {
    // The row label says the unit once.
    const expression::Formats without_unit{{expression::FormatKind::nounit, 0, "", directive_.name_span}};
    const auto printed =
        lowering_.book.cell(metric, entity, {}, without_unit, scope_.context, FormPlace::table, directive_.name_span);
    if (!printed) return text_cell("");
    document::Cell cell = cell_of(*printed, document::Align::center);
    if (!printed->disputes.empty()) {
      cell.shade = document::Shade::disputed;
      move_tags_below(cell);
    } else if (is_shaded_) {
      cell.shade = shade_of(lowering_.dataset, *printed);
    }
    return cell;
  }

  /// The tag of a disputed cell stands under its value.
  static void move_tags_below(document::Cell& cell) {
    document::Inlines value, tags;
    for (document::Inline& each : cell.lines.front()) {
      (std::holds_alternative<document::DisputeTag>(each) ? tags : value).push_back(std::move(each));
    }
    cell.lines.front() = std::move(value);
    cell.lines.push_back(std::move(tags));
  }

  document::Row total_row() {
    document::Row row;
    row.kind = document::Row::Kind::total;
    row.cells.push_back(strong_cell(std::string(numfmt::word(Word::measures_found, scope_.lang()))));
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      const std::string& id = lowering_.dataset.entities[entities_[e]].id;
      document::Cell cell =
          inlines_cell(found_of_cells(lowering_, key(id), by_entity_[e], scope_, directive_.name_span));
      cell.align = document::Align::center;
      cell.is_strong = true;
      row.cells.push_back(std::move(cell));
    }
    document::Cell all =
        inlines_cell(found_of_cells(lowering_, counts_.label, counts_.all, scope_, directive_.name_span));
    all.align = document::Align::right;
    all.is_strong = true;
    row.cells.push_back(std::move(all));
    return row;
  }

  std::string key(const std::string& of) const { return fmt::format("{}, {}", counts_.label, of); }

  Lowering& lowering_;
  const templates::Directive& directive_;
  const Scope& scope_;
  std::vector<MetricGroup> groups_;
  std::vector<std::uint32_t> entities_;
  std::vector<CellCounts> by_metric_, by_entity_;
  ComparisonCounts counts_;
  bool is_shaded_, counts_found_;
};

}  // namespace

void lower_comparison(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                      document::Blocks& to) {
  const Scope cells = exhibit_scope(lowering, directive, scope, FormPlace::table);
  auto groups = groups_option(lowering, directive, cells);
  auto entities = entities_option(lowering, directive, "entities", cells);
  if (groups.empty() || !entities) return;
  if (entities->empty()) return warn_empty(lowering, directive);
  Scorecard scorecard(lowering, directive, cells, std::move(groups), std::move(*entities));
  scorecard.count();
  if (scorecard.is_empty()) {
    warn_empty(lowering, directive);
    return;
  }
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  scorecard.publish(exhibit.label);
  exhibit.content = scorecard.table();
  say_side_by_side(lowering, exhibit, scorecard.lines(), Use::table, cells);
  if (!lowering.document.comparison && cells.in_workbook) lowering.document.comparison = scorecard.spec();
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
