#include "workbook/plan.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "workbook/figure_names.h"
#include "workbook/guard.h"

namespace briefpack::workbook {

namespace {

using document::Block;
using document::Exhibit;

void collect(const document::Blocks& blocks, std::vector<const Exhibit*>& out);

struct Collector {
  std::vector<const Exhibit*>& out;
  void operator()(const Exhibit& exhibit) const { out.push_back(&exhibit); }
  void operator()(const document::Columns& columns) const {
    for (const auto& column : columns.columns) collect(column, out);
  }
  void operator()(const document::Box& box) const { collect(box.body, out); }
  void operator()(const document::Quote& quote) const { collect(quote.body, out); }
  void operator()(const document::List& list) const {
    for (const auto& item : list.items) collect(item.body, out);
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

void collect(const document::Blocks& blocks, std::vector<const Exhibit*>& out) {
  for (const Block& block : blocks) std::visit(Collector{out}, block.content);
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// Letters, digits and single underscores of `text`.
std::string word_of(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
    else if (!out.empty() && out.back() != '_') out += '_';
  }
  while (out.ends_with('_')) out.pop_back();
  return out;
}

/// Exhibits with a caption; a table without one is a layout of its page.
bool has_sheet(const Exhibit& exhibit) {
  if (!exhibit.in_workbook || exhibit.number == 0) return false;
  const auto* chart = std::get_if<document::ChartSpec>(&exhibit.content);
  if (chart != nullptr) return !chart->rows.empty() || !chart->lanes.empty();
  const auto& table = std::get<document::Table>(exhibit.content);
  return !table.rows.empty() && !table.columns.empty();
}

/// `base`, or with the smallest number behind it that makes it new; at most `limit` bytes.
std::string new_name(const std::string& base, std::size_t limit, std::set<std::string>& taken) {
  std::string name = base.substr(0, limit);
  for (int number = 2; !taken.insert(lower(name)).second; ++number) {
    const std::string ending = fmt::format("_{}", number);
    name = base.substr(0, limit - ending.size()) + ending;
  }
  return name;
}

std::string joined(const std::string& text, const std::string& more, std::string_view separator) {
  return text.empty() ? more : text + std::string(separator) + more;
}

}  // namespace

bool is_secret(const dataset::Observation& observation) { return observation.is_withheld || observation.is_confidential; }

int unit_mult_of(const dataset::Dataset& dataset, const dataset::Observation& observation) {
  return observation.unit_mult.value_or(dataset.metric_of(observation).unit_mult);
}

std::string note_marker(std::uint32_t number) { return fmt::format("[note {}]", number); }

std::string note_markers(const document::Document& document, const std::vector<document::NoteIndex>& notes) {
  std::string out;
  for (const auto note : notes) {
    if (note < document.notes.size()) out = joined(out, note_marker(document.notes[note].number), "; ");
  }
  return out;
}

Plan::Plan(const document::Document& document_in, const dataset::Dataset& dataset_in, std::string lang_in)
    : document(document_in), dataset(dataset_in), lang(std::move(lang_in)), figure_names_(workbook::figure_names(document.figures)) {
  plan_data();
  plan_exhibits();
  plan_actions();
  plan_marks();
}

void Plan::plan_data() {
  is_in_data_.assign(dataset.observations.size(), false);
  for (std::uint32_t i = 0; i < dataset.observations.size(); ++i) {
    if (is_secret(dataset.observations[i])) continue;
    is_in_data_[i] = true;
    data_rows_.push_back(i);
  }
}

void Plan::plan_exhibits() {
  for (const auto& section : document.sections) collect(section.body, all_exhibits_);
  for (const Exhibit* exhibit : all_exhibits_) {
    const auto* content = std::get_if<document::Table>(&exhibit->content);
    if (scorecard_ == nullptr && exhibit->in_workbook && content != nullptr && content->style == document::TableStyle::scorecard) scorecard_ = exhibit;
  }
  std::set<std::string> sheets{"cover", "contents", "figures", "comparison", "disputes", "changes", "rankings", "workings", "policy_actions",
                               "data",  "metrics",  "sources", "codes",      "notes"};
  std::set<std::string> tables;
  for (const char* name : {table::kContents, table::kFigures, table::kComparison, table::kDisputes, table::kChanges, table::kRankings, table::kWorkings, table::kPolicy, table::kData,
                           table::kMetrics, table::kSources, table::kCodes, table::kNotes}) {
    tables.insert(name);
  }
  for (const Exhibit* exhibit : all_exhibits_) {
    // The first scorecard is sheet Comparison.
    if (!has_sheet(*exhibit) || exhibit == scorecard_) continue;
    const std::string label = word_of(exhibit->label.empty() ? fmt::format("exhibit_{}", exhibit->number) : exhibit->label);
    std::string sheet = fmt::format("{}_{}_{}", exhibit->is_table ? "Table" : "Figure", exhibit->number, label);
    if (is_sheet_name(exhibit->sheet)) sheet = exhibit->sheet;
    exhibits_.push_back({exhibit, new_name(sheet, 31, sheets), new_name("tbl_" + label, 100, tables)});
  }
}

std::string Plan::exhibit_title(const std::string& label) const {
  for (const Exhibit* exhibit : all_exhibits_) {
    if (!exhibit->label.empty() && exhibit->label == label && !exhibit->number_text.empty()) return exhibit->number_text;
  }
  return label;
}

void Plan::plan_actions() {
  for (std::uint32_t i = 0; i < dataset.actions.size(); ++i) actions_.push_back(i);
  std::stable_sort(actions_.begin(), actions_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto &x = dataset.actions[a], &y = dataset.actions[b];
    if (x.date.has_value() != y.date.has_value()) return x.date.has_value();
    if (x.date && x.date->start != y.date->start) return y.date->start < x.date->start;
    return x.id < y.id;
  });
  for (const auto& action : dataset.actions) {
    if (!action.amount || !action.amount->value) continue;
    const AmountUnit unit{action.amount->currency, action.amount->unit_mult};
    if (std::find(amount_units_.begin(), amount_units_.end(), unit) == amount_units_.end()) amount_units_.push_back(unit);
  }
}

void Plan::plan_marks() {
  disputes_.resize(dataset.observations.size());
  notes_.resize(dataset.observations.size());
  action_notes_.resize(dataset.actions.size());
  for (const auto& dispute : dataset.disputes) {
    if (!dispute.is_open()) continue;
    for (const std::uint32_t each : dispute.observations) {
      if (each < disputes_.size()) disputes_[each] = joined(disputes_[each], dispute.id, ";");
    }
  }
  for (const auto& note : document.notes) {
    // A calculation's note belongs to the result, not to the values it was made from.
    if (note.is_calculation) continue;
    for (const std::uint32_t each : note.observations) {
      if (each < notes_.size()) notes_[each] = joined(notes_[each], note_marker(note.number), "; ");
    }
    for (const std::uint32_t each : note.actions) {
      if (each < action_notes_.size()) action_notes_[each] = joined(action_notes_[each], note_marker(note.number), "; ");
    }
  }
}

const dataset::Observation* Plan::find_in_data(const std::string& key) const {
  const auto* found = dataset.find_observation(key);
  return found != nullptr && is_in_data_[dataset.index_of(*found)] ? found : nullptr;
}

const std::string& Plan::disputes_of(std::uint32_t observation) const { return disputes_[observation]; }
const std::string& Plan::notes_of(std::uint32_t observation) const { return notes_[observation]; }
std::string Plan::notes_of_action(std::uint32_t action) const { return action_notes_[action]; }

}  // namespace briefpack::workbook
