#include <algorithm>

#include <fmt/format.h>

#include "numfmt/period_text.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

/// Lines from the top of the sheet, each in column A.
class Lines {
 public:
  Lines(Sheet& sheet, std::string lang) : sheet_(sheet), lang_(std::move(lang)) {}

  void section(Phrase words) { sheet_.text(row_++, 0, phrase(words, lang_), Look::section); }
  void text(std::string_view words) {
    if (!words.empty()) sheet_.text(row_++, 0, words, Look::wrapped);
  }
  void text(Phrase words) { text(phrase(words, lang_)); }
  void labelled(Phrase words, const std::string& value) {
    if (!value.empty()) text(filled(words, lang_, {{"value", value}}));
  }
  void check(const std::string& formula, const std::string& result) { sheet_.formula(row_++, 0, formula, result); }
  void link(const std::string& sheet, Phrase words) { sheet_.sheet_link(row_++, 0, sheet, std::string(phrase(words, lang_))); }

 private:
  Sheet& sheet_;
  std::string lang_;
  RowNumber row_ = 1;
};

/// A sentence with two numbers as a formula: "…: "&COUNT…&" of "&ROWS….
std::string counting_formula(const std::string& sentence, const std::string& first, const std::string& second) {
  std::string out;
  std::string_view rest = sentence;
  const auto add_text = [&](std::string_view part) {
    if (!part.empty()) out += (out.empty() ? "\"" : "&\"") + std::string(part) + "\"";
  };
  while (!rest.empty()) {
    const auto at = rest.find('{');
    add_text(rest.substr(0, at));
    if (at == std::string_view::npos) break;
    const auto end = rest.find('}', at);
    out += (out.empty() ? "" : "&") + (rest.substr(at, end - at + 1) == "{a}" ? first : second);
    rest = rest.substr(end + 1);
  }
  return out;
}

void write_checks(Lines& lines, const Writing& writing) {
  const std::string& lang = writing.plan.lang;
  const auto agreeing = std::count_if(writing.figures.begin(), writing.figures.end(), [](const FigureRow& row) { return row.agrees; });
  const std::string agrees = std::string(phrase(Phrase::h_agrees, lang)), yes(phrase(Phrase::yes, lang));
  lines.check(counting_formula(std::string(phrase(Phrase::cover_check_figures, lang)), fmt::format("COUNTIFS({}[{}],\"{}\")", table::kFigures, agrees, yes),
                               fmt::format("COUNTA({}[key])", table::kFigures)),
              filled(Phrase::cover_check_figures, lang, {{"a", std::to_string(agreeing)}, {"b", std::to_string(writing.figures.size())}}));
  const auto& rows = writing.plan.data_rows();
  const auto without = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t i) { return !writing.plan.dataset.observations[i].has_any_value(); });
  const std::string total = fmt::format("COUNTA({}[metric_id])", table::kData);
  // A row has a number, words (also of a range) or neither.
  const std::string empty = fmt::format("SUMPRODUCT(({0}[metric_id]<>\"\")*({0}[value]=\"\")*({0}[text]=\"\"))", table::kData);
  lines.check(counting_formula(std::string(phrase(Phrase::cover_check_data, lang)), total, empty),
              filled(Phrase::cover_check_data, lang, {{"a", std::to_string(rows.size())}, {"b", std::to_string(without)}}));
}

}  // namespace

void write_cover(const Writing& writing, const SheetEntry& entry) {
  const auto& pack = writing.plan.dataset.pack;
  const std::string& lang = writing.plan.lang;
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.column_width(0, 100);
  sheet.title(entry.title);
  Lines lines(sheet, lang);
  lines.text(writing.plan.document.subtitle);
  lines.text(pack.description.in(lang));
  lines.labelled(Phrase::cover_what, pack.id);
  lines.labelled(Phrase::cover_marking, pack.marking.in(lang));
  lines.section(Phrase::cover_use);
  lines.text(Phrase::cover_tables);
  lines.text(Phrase::cover_notes);
  lines.text(Phrase::cover_marks);
  lines.text(Phrase::cover_missing);
  lines.text(Phrase::cover_withheld);
  lines.section(Phrase::cover_checks);
  write_checks(lines, writing);
  lines.section(Phrase::cover_publication);
  const auto date = [&](const std::optional<CivilDate>& day) {
    return day ? numfmt::format_date(*day, numfmt::DateForm::sentence, lang) : std::string();
  };
  lines.labelled(Phrase::cover_publisher, pack.publisher.in(lang));
  lines.labelled(Phrase::cover_issue, pack.issue);
  lines.labelled(Phrase::cover_version, pack.version);
  lines.labelled(Phrase::cover_issued, date(pack.issued));
  lines.labelled(Phrase::cover_cutoff, date(pack.data_cutoff));
  lines.labelled(Phrase::cover_next, date(pack.next_update));
  lines.labelled(Phrase::cover_supersedes, pack.supersedes);
  lines.labelled(Phrase::cover_contact, pack.contact.in(lang));
  lines.labelled(Phrase::cover_licence, pack.licence.in(lang));
  lines.link("Contents", Phrase::to_contents);
  sheet.open_first();
  sheet.finish();
}

}  // namespace briefpack::workbook
