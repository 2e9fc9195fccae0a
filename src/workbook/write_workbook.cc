#include "workbook/write_workbook.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "workbook/csv.h"
#include "workbook/figure_row.h"
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

/// "1,048,570"
std::string with_commas(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

void write_sheets(const Plan& plan, Book& book, document::Places& places, const std::vector<FigureRow>& figures, const Workings& workings) {
  const auto sheets = list_sheets(plan, workings);
  const Writing writing{plan, book, places, figures, sheets, workings, plan.document.paper == "letter"};
  for (const SheetEntry& entry : sheets) entry.write(writing, entry);
}

Diagnostic too_many_rows(std::size_t rows, std::size_t most) {
  return Diagnostic::error("workbook/too-large", {},
                           fmt::format("the pack has {} observations; sheet Data of a workbook holds {}", with_commas(rows), with_commas(most)))
      .hint("--only csv writes them all as CSV, which has no such limit; --only pdf --attach none makes the PDF without a workbook");
}

}  // namespace

Result<WorkbookBytes> write_workbook(const document::Document& document, const dataset::Dataset& dataset, document::Places& places,
                                     const WorkbookOptions& options) {
  const Plan plan(document, dataset, options.lang.empty() ? document.lang : options.lang);
  if (plan.data_rows().size() > options.most_rows) return too_many_rows(plan.data_rows().size(), options.most_rows);
  Workings workings;
  const auto figures = figure_rows(plan, workings);
  if (Diagnostics wrong = disagreements(plan, figures); !wrong.empty()) return wrong;

  Book book(properties_of(plan, options));
  write_sheets(plan, book, places, figures, workings);
  auto bytes = book.finish();
  if (!bytes) return bytes.take_diagnostics();
  return WorkbookBytes{std::move(*bytes), options.has_csv ? data_csv(plan) : std::string(), book.facts()};
}

Result<std::vector<SheetFacts>> plan_workbook(const document::Document& document, const dataset::Dataset& dataset, document::Places& places,
                                              const WorkbookOptions& options) {
  const Plan plan(document, dataset, options.lang.empty() ? document.lang : options.lang);
  Workings workings;
  const auto figures = figure_rows(plan, workings);
  if (Diagnostics wrong = disagreements(plan, figures); !wrong.empty()) return wrong;
  Book book(options.is_release, plan.document.theme.palette);
  write_sheets(plan, book, places, figures, workings);
  return book.facts();
}

std::string write_csv(const document::Document& document, const dataset::Dataset& dataset, const std::string& lang) {
  return data_csv(Plan(document, dataset, lang.empty() ? document.lang : lang));
}

}  // namespace briefpack::workbook
