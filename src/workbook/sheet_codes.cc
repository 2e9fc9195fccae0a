#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "numfmt/marks.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using dataset::ObsStatus;

constexpr std::array kAll{ObsStatus::A, ObsStatus::B, ObsStatus::D, ObsStatus::V, ObsStatus::P, ObsStatus::E, ObsStatus::I, ObsStatus::F,
                          ObsStatus::U, ObsStatus::N, ObsStatus::O, ObsStatus::L, ObsStatus::M, ObsStatus::Q, ObsStatus::K, ObsStatus::W};

/// The sign beside a value in the PDF, where there is one.
std::string sign_in_pdf(ObsStatus status, const std::string& lang) {
  if (dataset::is_missing(status) || status == ObsStatus::N) return numfmt::missing_mark(status, lang);
  dataset::ObsStatusSet alone;
  alone.add(status);
  if (numfmt::is_estimate(alone)) return numfmt::estimate_sign(lang);
  std::string suffix = numfmt::status_suffix(alone, false);
  constexpr std::string_view kSpace = "\u00A0";
  return suffix.starts_with(kSpace) ? suffix.substr(kSpace.size()) : suffix;
}

}  // namespace

std::size_t count_of_codes() { return kAll.size(); }

void write_codes(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::codes_what), note_line(writing, false), words(Phrase::codes_source)));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, "status", 10, 9}, {Kind::text, words(Phrase::h_shorthand), 14, 12}, {Kind::text, words(Phrase::h_in_pdf), 14, 12},
               {Kind::wrapped, words(Phrase::h_meaning), 60, 40}, {Kind::number, words(Phrase::h_observations), 14, 12}},
              entry.rows, false, words(Phrase::none));
  RowNumber row = kFirstRow;
  for (const ObsStatus status : kAll) {
    const auto& rows = plan.data_rows();
    const auto uses = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t each) { return plan.dataset.observations[each].status.has(status); });
    sheet.text(row, 0, std::string(1, dataset::code_of(status)));
    sheet.text(row, 1, dataset::shorthand_of(status));
    sheet.text(row, 2, sign_in_pdf(status, plan.lang));
    sheet.text(row, 3, numfmt::status_name(status, plan.lang), Look::wrapped);
    // Several codes of one row are joined by ";". Each code is one letter.
    sheet.formula(row, 4, fmt::format("COUNTIFS({}[status],\"*\"&{}[[#This Row],[status]]&\"*\")", table::kData, table::kCodes), static_cast<double>(uses));
    ++row;
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
