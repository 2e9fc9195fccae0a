// The source register: what each source is, how independent, and which notes rest on it.
#include <algorithm>
#include <utility>

#include "numfmt/period_text.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/source_text.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

std::string word(Word each, const Scope& scope) { return std::string(numfmt::word(each, scope.lang())); }

/// The address without its scheme, as people read it.
std::string shown_url(std::string url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) url.erase(0, scheme.size());
  }
  if (url.ends_with('/')) url.pop_back();
  return url;
}

/// With a small first letter, inside a sentence.
std::string in_sentence(std::string words) {
  if (words.empty()) return words;
  // ASCII, and the two bytes of À to Þ.
  const bool is_accented = words.size() > 1 && words[0] == '\xC3' && words[1] <= '\x9E' && words[1] != '\x97';
  char& letter = is_accented ? words[1] : words[0];
  if (is_accented || (letter >= 'A' && letter <= 'Z')) letter = static_cast<char>(letter + ('a' - 'A'));
  return words;
}

document::Cell title_cell(const dataset::Source& source, const Scope& scope) {
  document::TextFlags strong;
  strong.is_strong = true;
  document::Cell cell = inlines_cell(text_inlines(source.title.in(scope.lang()), strong));
  std::string publisher = source.publisher.in(scope.lang());
  const std::string& author = source.author.in(scope.lang());
  if (publisher.empty()) publisher = word(Word::publisher_not_stated, scope);
  cell.lines.push_back(text_inlines(author.empty() ? publisher : author + ", " + publisher));
  return cell;
}

document::Cell kind_cell(const dataset::Dataset& dataset, std::uint32_t index, const Scope& scope) {
  document::Cell cell = text_cell(source_kind_of(dataset.sources[index].kind, scope.lang()));
  std::string codes;
  for (const std::uint32_t copy : copies_of(dataset, index))
    codes += (codes.empty() ? "" : ", ") + dataset.sources[copy].code;
  cell.lines.push_back(text_inlines(codes.empty()
                                        ? word(Word::independent, scope)
                                        : numfmt::filled(Word::same_text_as, scope.lang(), {{"code", codes}})));
  return cell;
}

document::Cell link_cell(const dataset::Source& source, const Scope& scope) {
  if (source.url.empty()) return text_cell(word(Word::no_link, scope));
  return inlines_cell({document::Text{shown_url(source.url), {}, "", source.url, ""}});
}

document::Row source_row(const Lowering& lowering, std::uint32_t index, const std::vector<std::uint32_t>& notes,
                         const Scope& scope) {
  const dataset::Source& source = lowering.dataset.sources[index];
  document::Row row;
  row.cells.push_back(strong_cell(source.code));
  row.cells.push_back(title_cell(source, scope));
  row.cells.push_back(text_cell(
      source.published.empty() ? word(Word::source_undated, scope)
                               : numfmt::format_iso_date(source.published, numfmt::DateForm::table, scope.lang())));
  row.cells.push_back(kind_cell(lowering.dataset, index, scope));
  row.cells.push_back(link_cell(source, scope));
  row.cells.push_back(text_cell(notes.empty() ? word(Word::none, scope) : compact_ranges(notes)));
  return row;
}

/// "S1 Title, publisher, date, same text as S2, link." of each source, one behind the other.
/// `lead` stands before them.
document::Paragraph short_register(Lowering& lowering, bool only_used, document::Inlines lead, const Scope& scope) {
  document::Paragraph paragraph;
  paragraph.role = document::TextRole::remark;
  paragraph.inlines = std::move(lead);
  const auto& notes = lowering.foreknown().notes_of_source;
  document::TextFlags strong;
  strong.is_strong = true;
  const auto add = [&](std::string text, document::TextFlags flags = {}, std::string url = {}) {
    append_inline(paragraph.inlines, document::Text{std::move(text), flags, "", std::move(url), ""});
  };
  for (std::uint32_t index = 0; index < lowering.dataset.sources.size(); ++index) {
    if (only_used && (index >= notes.size() || notes[index].empty())) continue;
    const dataset::Source& source = lowering.dataset.sources[index];
    if (!paragraph.inlines.empty()) add(" ");
    add(source.code, strong);
    std::string text = " " + source.title.in(scope.lang());
    const auto append = [&](const std::string& more) {
      if (!more.empty()) text += ", " + more;
    };
    const std::string& author = source.author.in(scope.lang());
    const std::string& publisher = source.publisher.in(scope.lang());
    append(author);
    append(publisher.empty() ? in_sentence(word(Word::publisher_not_stated, scope)) : publisher);
    append(source.published.empty() ? in_sentence(word(Word::source_undated, scope))
                                    : numfmt::format_iso_date(source.published, numfmt::DateForm::table, scope.lang()));
    std::string copies;
    for (const std::uint32_t copy : copies_of(lowering.dataset, index))
      copies += (copies.empty() ? "" : ", ") + lowering.dataset.sources[copy].code;
    if (!copies.empty()) {
      const std::string same = numfmt::filled(Word::same_text_as, scope.lang(), {{"code", copies}});
      // A code that the words begin with stays as it is: "S2와 같은 글".
      append(word(Word::same_text_as, scope).front() == '{' ? same : in_sentence(same));
    }
    if (!source.url.empty()) text += ", ";
    add(text);
    if (!source.url.empty()) add(shown_url(source.url), {}, source.url);
    add(".");
  }
  return paragraph;
}

document::Table sources_table(Lowering& lowering, bool only_used, const Scope& scope) {
  document::Table table;
  const auto add_column = [&](Word head, double width) {
    table.columns.push_back({text_inlines(word(head, scope)), document::Align::left, width, false});
  };
  add_column(Word::number_abbreviated, 4);
  add_column(Word::title_publisher, 31);
  add_column(Word::date, 14);
  add_column(Word::kind_independence, 18);
  add_column(Word::link, 18);
  add_column(Word::notes, 15);
  const auto& notes_of_source = lowering.foreknown().notes_of_source;
  for (std::uint32_t i = 0; i < lowering.dataset.sources.size(); ++i) {
    const std::vector<std::uint32_t> notes =
        i < notes_of_source.size() ? notes_of_source[i] : std::vector<std::uint32_t>{};
    if (only_used && notes.empty()) continue;
    table.rows.push_back(source_row(lowering, i, notes, scope));
  }
  return table;
}

/// Every note in its full form: publisher, title, date, link, locator, the source's own words, caveats.
document::Table notes_table(Lowering& lowering, const Scope& scope) {
  document::Table table;
  table.style = document::TableStyle::ledger;
  table.columns.push_back({text_inlines(word(Word::number_abbreviated, scope)), document::Align::left, 6, false});
  table.columns.push_back({text_inlines(word(Word::notes, scope)), document::Align::left, 94, false});
  lowering.learned.lists_notes = true;
  const auto& notes = lowering.foreknown().notes_in_full;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    document::Row row;
    row.cells.push_back(strong_cell(std::to_string(i + 1)));
    row.cells.push_back(text_cell(notes[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

void lower_sources(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  const Scope cells = exhibit_scope(lowering, directive, scope, FormPlace::table);
  if (directive.has("short")) {
    document::Inlines lead = text_option(lowering, directive, "title", scope);
    for (document::Inline& each : lead) {
      if (auto* text = std::get_if<document::Text>(&each)) text->flags.is_strong = true;
    }
    to.push_back({short_register(lowering, directive.has("used"), std::move(lead), cells)});
    return;
  }
  const templates::Option* of = directive.find("of");
  const bool is_of_notes = of != nullptr && of->text == "notes";
  document::Table table = is_of_notes ? notes_table(lowering, cells) : sources_table(lowering, directive.has("used"), cells);
  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
  if (exhibit.label.empty()) exhibit.label = is_of_notes ? "notes" : "sources";
  if (!is_of_notes && lowering.learned.register_label.empty()) {
    lowering.learned.register_label = exhibit.label;
    cite_pack(lowering, scope);
  }
  exhibit.content = std::move(table);
  // The workbook has sheets Sources and Notes of its own.
  exhibit.in_workbook = false;
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
