#include <algorithm>

#include <fmt/format.h>

#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

bool cites(const dataset::Observation& row, const std::string& source) {
  return std::any_of(row.citations.begin(), row.citations.end(), [&](const auto& each) { return each.source == source; });
}

void write_date(Sheet& sheet, RowNumber row, ColumnNumber column, const std::string& iso) {
  const auto date = dataset::parse_time_period(iso);
  if (date && date->precision() == 10) sheet.date(row, column, date->start);
  else sheet.text(row, column, iso);
}

}  // namespace

void write_sources(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::sources_what), note_line(writing, false), words(Phrase::sources_retrieval)));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, "source_id", 20, 11}, {Kind::text, "code", 10, 8}, {Kind::wrapped, words(Phrase::h_title), 44, 24},
               {Kind::wrapped, words(Phrase::h_publisher), 28, 14}, {Kind::wrapped, words(Phrase::h_author), 24, 12},
               {Kind::text, "published", 14, 11}, {Kind::text, "accessed", 14, 11}, {Kind::text, "kind", 12, 9},
               {Kind::text, "reliability", 12, 11}, {Kind::text, "same_as", 14, 10}, {Kind::wrapped, words(Phrase::h_licence), 26, 12},
               {Kind::wrapped, words(Phrase::h_remarks), 60, 24}, {Kind::number, words(Phrase::h_observations), 14, 12},
               {Kind::text, words(Phrase::h_link), 44, 12}},
              entry.rows, false, words(Phrase::none));
  for (std::size_t i = 0; i < plan.dataset.sources.size(); ++i) {
    const auto& source = plan.dataset.sources[i];
    const auto row = static_cast<RowNumber>(kFirstRow + i);
    std::string same_as;
    for (const std::string& each : source.same_as) same_as += (same_as.empty() ? "" : "; ") + each;
    const auto& rows = plan.data_rows();
    const auto uses = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t each) { return cites(plan.dataset.observations[each], source.id); });
    sheet.text(row, 0, source.id);
    sheet.text(row, 1, source.code);
    sheet.text(row, 2, source.title.in(plan.lang), Look::wrapped);
    sheet.text(row, 3, source.publisher.in(plan.lang), Look::wrapped);
    sheet.text(row, 4, source.author.in(plan.lang), Look::wrapped);
    write_date(sheet, row, 5, source.published);
    write_date(sheet, row, 6, source.accessed);
    sheet.text(row, 7, dataset::name_of(source.kind));
    sheet.text(row, 8, source.reliability);
    sheet.text(row, 9, same_as);
    sheet.text(row, 10, source.licence.in(plan.lang), Look::wrapped);
    sheet.text(row, 11, source.remarks.in(plan.lang), Look::wrapped);
    sheet.formula(row, 12, fmt::format("COUNTIFS({}[source_ids],\"*;\"&{}[[#This Row],[source_id]]&\";*\")", table::kData, table::kSources),
                  static_cast<double>(uses));
    if (!source.url.empty()) sheet.web_link(row, 13, source.url, filled(Phrase::website_of, plan.lang, {{"title", source.title.in(plan.lang)}}));
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
