#include "workbook/write_workbook.h"

#include <utility>

#include "base/memory_file.h"
#include "workbook/csv.h"
#include "workbook/figure_row.h"
#include "workbook/package.h"
#include "workbook/phrases.h"
#include "workbook/plan.h"
#include "workbook/sheets.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

BookProperties properties_of(const Plan& plan, const WorkbookOptions& options) {
  const auto& pack = plan.dataset.pack;
  BookProperties out;
  out.title = plan.document.title;
  out.subject = plan.document.subtitle;
  out.author = plan.document.author.empty() ? pack.publisher.in(plan.lang) : plan.document.author;
  out.company = pack.publisher.in(plan.lang);
  out.category = pack.series.in(plan.lang);
  for (const auto& topic : plan.dataset.topics) {
    out.keywords += (out.keywords.empty() ? "" : ", ") + (topic.name.empty() ? topic.id : topic.name.in(plan.lang));
  }
  out.comments = filled(Phrase::cover_what, plan.lang, {{"value", pack.id}});
  out.lang = plan.lang;
  out.pack = pack.version.empty() ? pack.id : pack.id + " / " + pack.version;
  out.input_sha256 = options.input_sha256;
  out.created = options.created;
  out.draft_line = plan.document.draft_line;
  out.is_release = options.is_release;
  out.palette = plan.document.theme.palette;
  return out;
}

}  // namespace

Result<WorkbookBytes> write_workbook(const document::Document& document, const dataset::Dataset& dataset, document::Places& places,
                                     const WorkbookOptions& options) {
  const Plan plan(document, dataset, options.lang.empty() ? document.lang : options.lang);
  Workings workings;
  const auto figures = figure_rows(plan, workings);
  if (Diagnostics wrong = disagreements(plan, figures); !wrong.empty()) return wrong;

  auto file = MemoryFile::make();
  if (!file) return file.take_diagnostics();
  Book book(*file, properties_of(plan, options));
  const auto sheets = list_sheets(plan, workings);
  const Writing writing{plan, book, places, figures, sheets, workings, document.paper == "letter"};
  for (const SheetEntry& entry : sheets) entry.write(writing, entry);
  if (auto finished = book.finish(); !finished) return finished.take_diagnostics();

  auto bytes = checked_package(*file, plan.lang);
  if (!bytes) return bytes.take_diagnostics();
  return WorkbookBytes{std::move(*bytes), data_csv(plan)};
}

Result<bool> place_cells(const document::Document& document, const dataset::Dataset& dataset, document::Places& places) {
  const Plan plan(document, dataset, document.lang);
  Workings workings;
  const auto figures = figure_rows(plan, workings);
  if (Diagnostics wrong = disagreements(plan, figures); !wrong.empty()) return wrong;
  Book book;
  const auto sheets = list_sheets(plan, workings);
  const Writing writing{plan, book, places, figures, sheets, workings, document.paper == "letter"};
  for (const SheetEntry& entry : sheets) entry.write(writing, entry);
  return true;
}

}  // namespace briefpack::workbook
