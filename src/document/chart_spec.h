#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "document/inline.h"

namespace briefpack::document {

enum class Mark : std::uint8_t { bar, paired, slope, list_range, range, share, matrix, lanes, line, bump, dot };
std::string name_of(Mark mark);

/// What a mark stands for; it decides shape and colour: circle for a country, square for a company or institution.
enum class Holder : std::uint8_t { country, company, other };

/// One value of a chart with everything that its label shows. A value that is missing has no `number` and no interval;
/// its label is then "..".
struct ChartValue {
  std::optional<double> number;                ///< In data units.
  std::optional<double> low, high;             ///< An interval: drawn as a bar, never as a point.
  std::string label;                           ///< Printed text: "2,000", "> 500", "early 50s", "..".
  FigureIndex figure = kNone;                  ///< The figure whose text `label` is.
  std::vector<NoteIndex> notes;
  DisputeIndex dispute = kNone;                ///< Disputed: hatched or dashed, with tag; never sorted or ranked.
  bool is_estimated = false;                   ///< Dashed edge, "c.".
  dataset::Qualifier qualifier = dataset::Qualifier::none;
  bool is_withdrawn = false;                   ///< Label says so; nothing is drawn.
  bool is_claim = false;                       ///< A position without a number: hollow diamond at `number`.
  std::string claim_text;                      ///< "or “on par” with the US".
  bool is_given() const { return number || low; }
};

struct ChartRow {
  std::string label;                           ///< "Korea".
  std::string sublabel;                        ///< "country", "according to the table".
  std::string group;                           ///< Row group of a matrix.
  std::string entity;                          ///< Entity id, may be empty.
  Holder holder = Holder::country;
  bool is_focus = false;
  bool is_second = false;                      ///< First comparator: teal or navy series colour.
  /// bar, paired, share, list_range: one value. slope: earlier, later. range: one or more. matrix, line, bump, dot: one per column.
  std::vector<ChartValue> values;
  ChartValue multiple;                         ///< paired: the multiple of the focus row.
  std::optional<int> out_of;                   ///< list_range: length of the list when known.
  std::string text;                            ///< share: what the whole is ("of AI patents involve machine learning, 2010–2021").
};

/// One act or plan of a lanes chart.
struct LaneItem {
  std::string label;
  std::vector<NoteIndex> notes;
  std::uint32_t action = kNone;                ///< Index into the dataset's actions.
  std::optional<double> start, end;            ///< Years with fraction; no start: undated. `end` makes it a period.
  bool is_start_estimated = false;
  SymbolKind dot = SymbolKind::dot_dashed;     ///< Its style is the status.
};

struct Lane {
  std::string label;
  bool is_focus = false;
  std::vector<LaneItem> items;
};

/// A chart, described once and drawn twice: as vectors in the PDF, as a native chart in the workbook.
/// All words in it are final and in the page's language.
struct ChartSpec {
  Mark mark = Mark::bar;
  std::string lang = "en";
  std::vector<ChartRow> rows;                  ///< Final order; disputed rows of bar and paired first, above the separator.
  std::vector<std::string> columns;            ///< slope: "a year earlier", "latest"; matrix: owners; line, bump: dates; dot: entities.
  std::vector<double> positions;               ///< line, bump: the dates as years with fraction, ascending; empty: at equal distances.
  std::vector<Lane> lanes;
  std::optional<std::size_t> focus_column;     ///< dot: the column in the accent.
  bool of_places = false;                      ///< dot: the axis counts places, 1st at the left.
  double axis_scale = 1;                       ///< Axis numbers = data × this ("thousand units": 0.001).
  std::string unit;                            ///< Unit of the data in words, for alt text and the workbook's axis title.
  std::string axis_unit;                       ///< Unit of the axis numbers ("thousand units").
  std::optional<double> axis_min, axis_max;    ///< In data units, when the template fixes them.
  std::string panel_a, panel_b, multiple_head; ///< paired: panel heads and "× Korea".
  std::string undated_head, cut_off_label, none_text;  ///< lanes: "date not stated", "cut-off", "no dated instrument found".
  std::string no_earlier_text;                 ///< slope: "no earlier value found".
  std::string change_text;                     ///< slope: the change label ("up 8 places") of the row that has both ends,
  FigureIndex change_figure = kNone;           ///< with its figure
  std::vector<NoteIndex> change_notes;         ///< and notes.
  std::string withdrawn_text;                  ///< "withdrawn".
  std::string list_end_text;                   ///< list_range: "list ends at {}" with the number put in.
  std::string total_label;                     ///< matrix: "Centres named: 9".
  FigureIndex total_figure = kNone;
  std::vector<NoteIndex> total_notes;
  std::optional<double> cut_off;               ///< lanes: year with fraction.
  /// Key line under the plot: only for shapes and patterns.
  struct KeyItem {
    enum class Swatch : std::uint8_t { circle, square, diamond, dashed_circle, hatch, dot_filled, dot_half, dot_open, dot_dashed, diamond_filled, circle_hollow, square_hollow, dashed_bar } swatch;
    std::string text;
    bool is_focus = false;          ///< In the accent.
  };
  std::vector<KeyItem> key;
};

}  // namespace briefpack::document
