// `trace`: read and resolve, lay out and make the workbook for the places, then tell what was asked.

#include <algorithm>
#include <charconv>
#include <optional>
#include <thread>
#include <utility>

#include <briefpack/job.h>
#include <fmt/format.h>

#include "base/file_system.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "job/read_input.h"
#include "job/run.h"
#include "job/trace.h"
#include "layout/lay_out.h"
#include "text/fonts.h"
#include "workbook/plan.h"
#include "workbook/sheet.h"
#include "workbook/write_workbook.h"

namespace briefpack {

TraceAnswer trace(const TraceOptions& given) {
  const auto files = make_disk_file_system();
  TraceOptions options = given;
  options.input = job::with_usual_tag(std::move(options.input));
  return job::trace(options, *files);
}

namespace job {

namespace {

void add_places(document::Places& to, document::Places from) {
  to.of_figure.resize(std::max(to.of_figure.size(), from.of_figure.size()));
  for (std::size_t i = 0; i < from.of_figure.size(); ++i) {
    for (document::Place& place : from.of_figure[i]) to.of_figure[i].push_back(std::move(place));
  }
}

/// Pages, exhibits and cells of all figures. What cannot be made leaves its places out: a trace is asked for when something
/// is wrong.
document::Places places_of(const Resolved& input, Result<text::Fonts> fonts, Outcome& outcome, std::vector<workbook::SheetFacts>& sheets) {
  document::Places pages, cells;
  std::optional<Result<std::vector<workbook::SheetFacts>>> placed;
  std::thread placing([&] { placed.emplace(workbook::plan_workbook(input.document, input.dataset(), cells, {})); });
  if (fonts) {
    auto laid_out = layout::lay_out(input.document, *fonts);
    if (laid_out) pages = std::move(laid_out->places);
  }
  placing.join();
  append(outcome.diagnostics, fonts.take_diagnostics());
  append(outcome.diagnostics, placed->take_diagnostics());
  if (*placed) sheets = std::move(**placed);
  add_places(pages, std::move(cells));
  return pages;
}

/// The column that letters name, from 1: "A" is 1, "AA" 27; 0 for what are no letters, or too many.
std::size_t column_of(std::string_view letters) {
  std::size_t column = 0;
  for (const char letter : letters) {
    if (letter < 'A' || letter > 'Z' || letters.size() > 3) return 0;
    column = 26 * column + static_cast<std::size_t>(letter - 'A' + 1);
  }
  return column;
}

/// Columns of the sheet that a cell such as "Figures!H12" is on; 0 when there is no such sheet.
std::size_t columns_on(const std::string& what, const std::vector<workbook::SheetFacts>& sheets) {
  const std::string sheet = what.substr(0, what.find('!'));
  for (const workbook::SheetFacts& each : sheets) {
    if (each.sheet == sheet) return each.headings.size();
  }
  return 0;
}

/// "Data!H12" names the observation of that row and "Figures!H12" the figure, whatever the column, if there is such a column.
std::optional<std::string> key_of_row(const std::string& what, const Resolved& input, const std::vector<workbook::SheetFacts>& sheets) {
  const bool is_figure = what.starts_with("Figures!");
  if (!is_figure && !what.starts_with("Data!")) return std::nullopt;
  const std::size_t digits = what.find_first_of("0123456789");
  const std::size_t mark = what.find('!');
  const std::size_t column = digits == std::string::npos ? 0 : column_of(std::string_view(what).substr(mark + 1, digits - mark - 1));
  if (column == 0 || column > columns_on(what, sheets)) return std::nullopt;
  std::size_t row = 0;
  if (digits == std::string::npos || std::from_chars(what.data() + digits, what.data() + what.size(), row).ptr != what.data() + what.size()) return std::nullopt;
  const std::size_t first = workbook::kFirstRow + 1;  // cells count rows from 1
  if (is_figure) {
    const bool is_there = row >= first && row - first < input.document.figures.size();
    return is_there ? std::optional(fmt::format("fig_{:03}", input.document.figures[row - first].number)) : std::nullopt;
  }
  const workbook::Plan plan(input.document, input.dataset(), input.document.lang);
  const auto& rows = plan.data_rows();
  if (row < first || row - first >= rows.size()) return std::nullopt;
  return input.dataset().observations[rows[row - first]].key;
}

/// What to ask instead of a page that shows no figure; nothing for other questions.
std::optional<std::string> hint_for_page(const std::string& what, const document::Places& places) {
  if (!what.starts_with("p.")) return std::nullopt;
  std::uint32_t last = 0;
  for (const auto& of_figure : places.of_figure) {
    for (const document::Place& place : of_figure) last = std::max(last, place.page);
  }
  return last == 0 ? "no page shows a figure" : fmt::format("the last page with a figure is p.{}", last);
}

/// What a sheet has, for a cell that shows nothing; nothing for other questions.
std::optional<std::string> hint_for_cell(const std::string& what, const std::vector<workbook::SheetFacts>& sheets) {
  const std::size_t columns = what.find('!') == std::string::npos ? 0 : columns_on(what, sheets);
  if (columns == 0 || columns > 26) return std::nullopt;
  return fmt::format("sheet {} has the columns A to {} from row {} on; a row of Figures or Data can be asked for, or a cell of an exhibit's sheet that shows a figure", what.substr(0, what.find('!')),
                     static_cast<char>('A' + columns - 1), workbook::kFirstRow + 1);
}

Diagnostic nothing_found(const std::string& what, const Resolved& input, const document::Places& places, const std::vector<workbook::SheetFacts>& sheets) {
  std::vector<std::string> names;
  for (const document::Figure& figure : input.document.figures) names.push_back(figure.key);
  for (const dataset::Observation& row : input.dataset().observations) names.push_back(row.id.empty() ? row.key : row.id);
  Diagnostic out = Diagnostic::error("trace/nothing-found", {}, fmt::format("nothing in this pack is called or printed {}", quoted(what)));
  if (auto hint = hint_for_page(what, places)) return std::move(out).hint(std::move(*hint));
  if (auto hint = hint_for_cell(what, sheets)) return std::move(out).hint(std::move(*hint));
  const auto near = nearest(what, names);
  return std::move(out).hint(near ? fmt::format("did you mean {}?", quoted(*near))
                                  : "ask for fig_012, a key, metric.ENTITY, an observation's id, p.3, Figures!D12 or a printed text");
}

}  // namespace

TraceAnswer trace(const TraceOptions& options, FileSystem& files) {
  TraceAnswer out;
  const bool has_places = options.with_places || options.what.starts_with("p.") || options.what.find('!') != std::string::npos;
  // Fonts take a quarter of the time and depend on nothing that is read.
  std::optional<Result<text::Fonts>> fonts;
  std::jthread loading([&] {
    if (has_places) fonts.emplace(text::load_fonts());
  });
  const auto input = read_and_resolve(options.input, false, files, out.outcome);
  if (!input) return out;
  loading.join();
  if (has_places && !input->document.theme.fonts.empty()) fonts.emplace(text::load_fonts(input->document.theme.fonts));
  std::vector<workbook::SheetFacts> sheets;
  const document::Places places = has_places ? places_of(*input, std::move(*fonts), out.outcome, sheets) : document::Places{};
  const std::string what = key_of_row(options.what, *input, sheets).value_or(options.what);
  const Found found = find_trace(what, input->dataset(), input->document, places);
  if (found.empty()) {
    out.outcome.diagnostics.push_back(nothing_found(options.what, *input, places, sheets));
    return out;
  }
  const Trace facts = trace_of(found, input->dataset(), input->document, places);
  out.is_found = true;
  out.text = options.as_json ? trace_json(facts, out.outcome.sources) : trace_text(facts, out.outcome.sources);
  return out;
}

}  // namespace job

}  // namespace briefpack
