#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/block.h"
#include "document/figure.h"
#include "theme/theme.h"

namespace briefpack::document {

/// A dispute as the document shows it.
struct DisputeEntry {
  std::uint32_t dispute = 0;      ///< Index into the dataset.
  std::string id;                 ///< "D1".
  std::string label;              ///< Link target of its tag ("dispute:D1"), or "" when no page has an entry.
  std::string tag_alt;            ///< "disputed, see D1".
};

/// A comparison as the workbook's sheet Comparison needs it: values and periods of the template's first scorecard.
struct ComparisonSpec {
  struct Metric {
    std::uint32_t metric = 0;
    std::string group;
  };
  std::vector<Metric> metrics;
  std::vector<std::uint32_t> entities;
  /// Observation index by metric and entity (rows: metrics): nothing where none was found; kNotApplicable for n/a.
  std::vector<std::vector<std::optional<std::uint32_t>>> cells;
  std::vector<std::vector<bool>> not_applicable;
};

/// A result that would have rested on a disputed or withheld value, for the quality box and the manifest.
struct Withdrawn {
  FigureIndex figure = kNone;
  std::string words;
};

/// One change since the edition before, in the document's words, for the workbook. Nothing of a withheld value is in it.
struct ChangeEntry {
  std::string key;                ///< obs_id, or an action's id.
  std::string kind, kind_words;   ///< "revised_by_source", "revised by the source".
  std::string entity_id, entity;
  std::string metric_id;          ///< Empty for an action.
  std::string subject;            ///< Measure with its period, or the action's title.
  std::string earlier, now;       ///< As printed.
  /// The earlier number in the unit and power of ten of the row that Data has now; only where both are single numbers of one
  /// unit, so that they can be subtracted.
  std::optional<double> earlier_number;
  std::string because, date;
  std::vector<std::string> sources;  ///< Ids.
};

/// The resolved document: everything that both writers print, with the provenance of each number. Immutable after resolve.
struct Document {
  std::string lang = "en";
  std::string title, subtitle, author;
  std::string template_name;      ///< Base name.
  std::string paper = "A4";
  theme::Theme theme;
  std::vector<Section> sections;
  std::vector<Figure> figures;    ///< In reading order.
  std::vector<Note> notes;        ///< In number order: notes[i].number == i + 1.
  std::vector<DisputeEntry> disputes;
  std::vector<Withdrawn> withdrawn;
  std::optional<ComparisonSpec> comparison;
  std::vector<std::uint32_t> used_observations;  ///< Sorted.
  std::optional<std::vector<ChangeEntry>> changes;  ///< Since the edition before; nothing when none was given.
  std::vector<std::uint32_t> revised_observations;  ///< Those with another value than in the edition before; sorted.
  std::string draft_line;         ///< On a band on every page of a draft, and in the head of every sheet; empty otherwise.
  Diagnostics findings;           ///< Warnings that the quality box and the manifest list.
};

/// The whole document as indented text, for goldens.
std::string dump(const Document& document, const dataset::Dataset& dataset);

}  // namespace briefpack::document
