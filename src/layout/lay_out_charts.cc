#include "layout/lay_out_charts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "layout/context.h"
#include "layout/note_block.h"
#include "layout/page_grid.h"
#include "layout/paginate.h"
#include "layout/place_blocks.h"
#include "text/shape.h"

namespace briefpack::layout {

namespace {

using document::Exhibit;

constexpr double kMargin = 24, kToNotes = 10, kToSources = 3;  // points
constexpr double kMostHeight = 14000;          // no page cuts a chart here; the largest that PDF viewers show, too

/// The charts of a section's body, wherever they stand in it.
void collect(const document::Blocks& blocks, std::vector<const Exhibit*>& to) {
  for (const document::Block& block : blocks) {
    if (const auto* exhibit = std::get_if<Exhibit>(&block.content)) {
      if (exhibit->in_pdf && std::holds_alternative<document::ChartSpec>(exhibit->content)) to.push_back(exhibit);
    } else if (const auto* columns = std::get_if<document::Columns>(&block.content)) {
      for (const document::Blocks& column : columns->columns) collect(column, to);
    } else if (const auto* box = std::get_if<document::Box>(&block.content)) {
      collect(box->body, to);
    } else if (const auto* quote = std::get_if<document::Quote>(&block.content)) {
      collect(quote->body, to);
    } else if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::ListItem& item : list->items) collect(item.body, to);
    }
  }
}

/// "S1: Title; S5: Title": a drawing leaves the document and its register behind.
document::Paragraph sources_of(const document::Document& document, const dataset::Dataset& dataset, const NoteSet& notes, const std::string& lang) {
  std::set<std::uint32_t> sources;
  for (const document::NoteIndex note : notes) {
    if (note < document.notes.size()) sources.insert(document.notes[note].sources.begin(), document.notes[note].sources.end());
  }
  std::string words;
  for (const std::uint32_t each : sources) {
    const dataset::Source& source = dataset.sources[each];
    words += (words.empty() ? "" : "; ") + source.code + ": " + source.title.in(lang);
  }
  document::Paragraph out;
  out.role = document::TextRole::remark;
  if (!words.empty()) out.inlines.push_back(document::Text{words + ".", {}, "", "", ""});
  return out;
}

ChartSheet sheet_of(const document::Document& document, const dataset::Dataset& dataset, text::Shaper& shaper, const Exhibit& exhibit, const std::string& lang) {
  page::Pages pages;
  pages.pages.emplace_back();
  document::Places places;
  places.of_figure.resize(document.figures.size());
  Diagnostics warnings;  // the same as those of the pages, which the PDF tells
  Context context{document, shaper, pages.structure, places, warnings};
  context.lang = lang;
  context.page_room = kMostHeight;
  for (const auto& dispute : document.disputes) context.dispute_ids.push_back(dispute.id);

  const PageGrid grid = grid_of(document.paper);
  Paginator paginator(context, pages, grid);
  Fragment content = place_exhibit(context, exhibit, grid.measure, page::kDocument);
  const NoteSet notes = notes_of(content);
  double bottom = kMargin + content.height;
  paginator.place(std::move(content), {kMargin, kMargin}, 0);
  NoteBlock block(context, "", "", grid.measure);
  if (!notes.empty()) {
    bottom += kToNotes;
    paginator.place(block.set(notes, 1), {kMargin, bottom}, 0);
    bottom += block.height(notes) + kToSources;
    Fragment sources = place_paragraph(context, sources_of(document, dataset, notes, lang), grid.measure, page::kDocument);
    const double height = sources.height;
    paginator.place(std::move(sources), {kMargin, bottom}, 0);
    bottom += height;
  }

  ChartSheet out;
  out.label = exhibit.label;
  out.title = document::plain_text(exhibit.title);
  if (!exhibit.number_text.empty()) out.title = exhibit.number_text + (out.title.empty() ? "" : ": " + out.title);
  out.alt = exhibit.alt;
  out.lang = lang;
  out.size = {grid.measure + 2 * kMargin, bottom + kMargin};
  out.page = std::move(pages.pages.front());
  return out;
}

}  // namespace

std::vector<ChartSheet> lay_out_charts(const document::Document& document, const dataset::Dataset& dataset, const text::Fonts& fonts) {
  text::Shaper shaper(fonts);
  std::vector<ChartSheet> out;
  for (const document::Section& section : document.sections) {
    std::vector<const Exhibit*> charts;
    collect(section.body, charts);
    const std::string& lang = section.lang.empty() ? document.lang : section.lang;
    for (const Exhibit* each : charts) {
      ChartSheet sheet = sheet_of(document, dataset, shaper, *each, lang);
      if (sheet.label.empty()) sheet.label = "figure-" + std::to_string(each->number);
      // Pages in two languages number their exhibits apart.
      const std::string label = sheet.label;
      const auto is_taken = [&](const ChartSheet& other) { return other.label == sheet.label; };
      for (int n = 2; std::any_of(out.begin(), out.end(), is_taken); ++n) sheet.label = label + "-" + std::to_string(n);
      out.push_back(std::move(sheet));
    }
  }
  return out;
}

}  // namespace briefpack::layout
