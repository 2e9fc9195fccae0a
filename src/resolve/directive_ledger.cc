// The ledger of one country: every figure with its period, the best comparator found, a flag and its sources.
#include <algorithm>
#include <optional>
#include <utility>

#include "numfmt/isolate.h"
#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "resolve/action_text.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/source_text.h"
#include "truth/freshness.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

class Ledger {
 public:
  Ledger(Lowering& lowering, const Scope& scope, SourceSpan span, std::uint32_t focus,
         std::vector<std::uint32_t> comparators)
      : lowering_(lowering), scope_(scope), span_(span), focus_(focus), comparators_(std::move(comparators)) {}

  document::Table table(const std::vector<MetricGroup>& groups) {
    document::Table table;
    table.style = document::TableStyle::ledger;
    add_column(table, std::string(numfmt::word(Word::measure, lang())), document::Align::left, 30);
    add_column(table, numfmt::entity_name(lowering_.dataset.entities[focus_], lang()), document::Align::right, 16);
    table.columns.back().is_focus = true;
    add_column(table, std::string(numfmt::word(Word::reference_period, lang())), document::Align::left, 15);
    add_column(table, std::string(numfmt::word(Word::best_comparator, lang())), document::Align::left, 21);
    add_column(table, std::string(numfmt::word(Word::flag, lang())), document::Align::left, 9);
    add_column(table, std::string(numfmt::word(Word::source, lang())), document::Align::right, 9);
    for (const MetricGroup& group : groups) {
      if (!group.name.empty()) {
        document::Row head;
        head.kind = document::Row::Kind::group;
        head.cells.push_back(strong_cell(group.name));
        table.rows.push_back(std::move(head));
      }
      for (const std::uint32_t metric : group.metrics)
        table.rows.push_back(metric_row(metric));
    }
    return table;
  }

  const std::vector<Line>& lines() const { return lines_; }

 private:
  const std::string& lang() const { return scope_.lang(); }

  static void add_column(document::Table& table, std::string head, document::Align align, double width) {
    table.columns.push_back({text_inlines(std::move(head)), align, width, false});
  }

  document::Cell muted(std::string text) const {
    document::TextFlags flags;
    flags.is_muted = true;
    return inlines_cell(text_inlines(std::move(text), flags));
  }
  document::Cell muted(Word word) const { return muted(std::string(numfmt::word(word, lang()))); }

  document::Row metric_row(std::uint32_t metric) {
    lines_.emplace_back();
    const Found found = find(lowering_.dataset, metric, focus_, {});
    const bool has_row = found.state == Found::State::observation;
    const dataset::Observation* observation = has_row ? &lowering_.dataset.observations[*found.observation] : nullptr;
    document::Row row;
    row.cells.push_back(text_cell(numfmt::metric_name(lowering_.dataset.metrics[metric], lang())));
    const auto printed = lowering_.book.cell(metric, focus_, {}, {}, scope_.context, FormPlace::table, span_);
    row.cells.push_back(printed ? cell_of(*printed, document::Align::right) : text_cell(""));
    if (observation != nullptr && has_printable_value(*observation)) lines_.back().push_back(*found.observation);
    row.cells.push_back(observation == nullptr ? muted(numfmt::missing_mark(lang()))
                        : observation->period  ? text_cell(period_of(*observation, scope_))
                                               : muted(period_of(*observation, scope_)));
    row.cells.push_back(comparator_cell(metric));
    row.cells.push_back(observation == nullptr ? muted(numfmt::missing_mark(lang())) : flag_cell(*observation));
    row.cells.push_back(observation == nullptr ? muted(numfmt::missing_mark(lang())) : source_cell(*observation));
    row.cells.back().align = document::Align::right;
    return row;
  }

  /// Smaller is better for places and where the metric says so; of categories the first is best.
  std::optional<double> merit(const dataset::Metric& metric, const dataset::Observation& observation) const {
    if (!observation.category.empty()) {
      const auto at = std::find_if(metric.categories.begin(), metric.categories.end(),
                                   [&](const auto& each) { return each.id == observation.category; });
      return -static_cast<double>(at - metric.categories.begin());
    }
    if (!observation.value) return std::nullopt;
    const bool is_lower_better =
        metric.type == dataset::MetricType::rank || metric.direction == dataset::Direction::lower_is_better;
    return is_lower_better ? -*observation.value : *observation.value;
  }

  struct Comparator {
    std::uint32_t entity = 0, observation = 0;
    bool is_disputed = false;
    std::optional<double> merit;
  };

  /// The best undisputed value, else any text, else a disputed one, which is named but never ranked.
  std::optional<Comparator> best_comparator(std::uint32_t metric) const {
    std::optional<Comparator> best;
    const auto is_better = [](const Comparator& a, const Comparator& b) {
      if (a.is_disputed != b.is_disputed) return !a.is_disputed;
      if (!a.merit || !b.merit) return a.merit.has_value() && !b.merit.has_value();
      return *a.merit > *b.merit;
    };
    for (const std::uint32_t entity : comparators_) {
      if (entity == focus_) continue;
      const Found found = find(lowering_.dataset, metric, entity, {});
      if (found.state != Found::State::observation) continue;
      const dataset::Observation& observation = lowering_.dataset.observations[*found.observation];
      if (!has_printable_value(observation)) continue;
      const Comparator made{entity, *found.observation, !disputes_about(lowering_.dataset, *found.observation).empty(),
                            merit(lowering_.dataset.metrics[metric], observation)};
      if (!best || is_better(made, *best)) best = made;
    }
    return best;
  }

  document::Cell comparator_cell(std::uint32_t metric) {
    const auto best = best_comparator(metric);
    if (!best)
      return muted(comparators_apply(metric) ? numfmt::missing_mark(lang())
                                             : numfmt::missing_mark(dataset::ObsStatus::M, lang()));
    document::Inlines inlines =
        text_inlines(numfmt::isolated(numfmt::entity_name(lowering_.dataset.entities[best->entity], lang())) + " ");
    if (best->is_disputed) {
      // A disputed value is named and never set beside others as a number.
      append_inlines(inlines, text_inlines(std::string(numfmt::word(Word::disputed, lang()))));
      append_marks(inlines, {lowering_.book.note_of_observation(best->observation, lang())});
      for (const std::uint32_t dispute : disputes_about(lowering_.dataset, best->observation)) {
        append_inline(inlines, document::DisputeTag{lowering_.book.dispute(dispute, lang())});
      }
      return inlines_cell(std::move(inlines));
    }
    lines_.back().push_back(best->observation);
    const auto printed = lowering_.book.figure(best->observation, {}, scope_.context, FormPlace::table, span_);
    if (printed) append_inlines(inlines, printed->inlines());
    return inlines_cell(std::move(inlines));
  }

  bool comparators_apply(std::uint32_t metric) const {
    return std::any_of(comparators_.begin(), comparators_.end(), [&](std::uint32_t entity) {
      return find(lowering_.dataset, metric, entity, {}).state != Found::State::not_applicable;
    });
  }

  /// The first that applies: no count, opinion, stale, undated.
  document::Cell flag_cell(const dataset::Observation& observation) const {
    if (!has_printable_value(observation)) return muted(numfmt::missing_mark(lang()));
    const auto is_opinion = [&](const dataset::Citation& citation) {
      const dataset::Source* source = lowering_.dataset.find_source(citation.source);
      return source != nullptr && source->kind == dataset::SourceKind::opinion;
    };
    Word word = Word::none;
    if (!observation.value && !observation.range && observation.category.empty())
      word = Word::flag_no_count;
    else if (std::all_of(observation.citations.begin(), observation.citations.end(), is_opinion))
      word = Word::flag_opinion;
    else if (truth::is_stale(lowering_.dataset, observation))
      word = Word::flag_stale;
    else if (!observation.period)
      word = Word::undated;
    return text_cell(std::string(numfmt::word(word, lang())));
  }

  document::Cell source_cell(const dataset::Observation& observation) const {
    std::string codes;
    std::vector<const dataset::Source*> shown;
    for (const dataset::Citation& citation : observation.citations) {
      const dataset::Source* source = lowering_.dataset.find_source(citation.source);
      // Copies of one text are named once.
      const auto is_known = [&](const dataset::Source* other) {
        return other == source || is_same_text(*other, *source);
      };
      if (source == nullptr || std::any_of(shown.begin(), shown.end(), is_known)) continue;
      shown.push_back(source);
      codes += (codes.empty() ? "" : ", ") + source->code;
    }
    return text_cell(codes);
  }

  Lowering& lowering_;
  const Scope& scope_;
  SourceSpan span_;
  std::uint32_t focus_;
  std::vector<std::uint32_t> comparators_;
  std::vector<Line> lines_;  ///< The country's value and its comparator's, row by row.
};

}  // namespace

void lower_ledger(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  // A ledger may also be a Markdown table in the tight style of one.
  if (!directive.body.empty()) {
    lower_table_directive(lowering, directive, scope, to);
    if (auto* exhibit = to.empty() ? nullptr : std::get_if<document::Exhibit>(&to.back().content)) {
      if (auto* table = std::get_if<document::Table>(&exhibit->content)) table->style = document::TableStyle::ledger;
    }
    return;
  }
  const Scope cells = exhibit_scope(lowering, directive, scope, FormPlace::table);
  const auto groups = groups_option(lowering, directive, cells);
  if (groups.empty()) {
    lowering.error("resolve/empty-ledger", directive.name_span, "a ledger needs the option metrics or a table",
                   "{ledger}");
    return;
  }
  const dataset::Entity* focus = lowering.dataset.find_entity(cells.context.focus);
  if (focus == nullptr) {
    lowering.error("resolve/no-focus", directive.name_span,
                   "a ledger is about the focus country, and the template has none", "{ledger}",
                   "set `focus` in the front matter");
    return;
  }
  auto comparators = entities_option(lowering, directive, "comparators", cells);
  if (!comparators) return;
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  const auto index = static_cast<std::uint32_t>(focus - lowering.dataset.entities.data());
  Ledger ledger(lowering, cells, directive.name_span, index, std::move(*comparators));
  exhibit.content = ledger.table(groups);
  say_side_by_side(lowering, exhibit, ledger.lines(), Use::table, cells);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
