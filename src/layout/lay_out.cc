#include "layout/lay_out.h"

#include <algorithm>
#include <map>
#include <utility>

#include "layout/collect_targets.h"
#include "layout/page_frame.h"
#include "layout/page_grid.h"
#include "layout/paginate.h"
#include "layout/place_blocks.h"

namespace briefpack::layout {

using document::Document;
using document::Section;
using page::Role;

namespace {

// Room that the longest usual note block takes from a page; charts are drawn to leave it.
constexpr double kUsualNotes = 90;

std::string title_of(const Section& section) {
  if (!section.title.empty()) return section.title;
  const std::string headline = plain_text(section.headline.empty() ? section.band_title : section.headline);
  return headline.empty() ? section.label : headline;
}

page::DocumentInfo info_of(const Document& document) {
  page::DocumentInfo info;
  info.title = document.title;
  if (info.title.empty()) info.title = document.sections.empty() ? "briefpack" : title_of(document.sections.front());
  if (info.title.empty()) info.title = "briefpack";
  if (!document.draft_line.empty()) info.title = document.draft_line + " " + info.title;
  info.author = document.author;
  info.subject = document.subtitle;
  info.lang = document.lang;
  return info;
}

// One pass over the document with page numbers of the widths that `digits` says.
struct Pass {
  LaidOut result;
  std::map<std::string, int> digits;  // as they turned out to be
  Diagnostics warnings;
  SourceSpan missing_place;  // of the first character that no font has, if this pass was the first to meet it
};

void add_section(Context& context, Paginator& paginator, page::Pages& pages, const PageGrid& grid, std::size_t index) {
  const Section& section = context.document.sections[index];
  context.lang = section.lang.empty() ? context.document.lang : section.lang;
  context.variant = section.variant;
  context.page_words = &section;
  page::Element element = element_of(Role::sect, page::kDocument);
  element.title = title_of(section);
  if (context.lang != context.document.lang) element.lang = context.lang;
  context.section = pages.structure.add(std::move(element));
  context.page_room = grid.notes_bottom - grid.body_top - kUsualNotes;

  const std::size_t missing = context.shaper.missing_count();
  Ink opening;
  double top = grid.body_top;
  std::vector<Fragment> parts;
  const bool has_band = section.variant != Section::Variant::plain;
  if (has_band) {
    Band band = place_band(context, section, grid);
    opening = std::move(band.ink);
    top = band.body_top;
  } else {
    parts.push_back(place_page_head(context, section, grid.measure));
  }
  context.keep_missing_place(missing, section.span);
  opening.anchors.push_back({section.label, {grid.left, 0}, title_of(section), 1});
  auto blocks = place_blocks(context, section.body, grid.measure, context.section);
  if (!blocks.empty()) blocks.front().gap = section.standfirst.empty() ? 7.5 : 12;
  for (auto& block : blocks)
    parts.push_back(std::move(block));
  NoteBlock notes(context, section.notes_line, section.notes_target, grid.measure, section.notes_continued, section.notes_continue);
  paginator.add_section(index, stack(grid.measure, std::move(parts)), std::move(opening), top, has_band, notes);
}

void draw_running_lines(Context& context, Paginator& paginator, page::Pages& pages, const PageGrid& grid) {
  for (const auto& filled : paginator.filled()) {
    const Section& section = context.document.sections[filled.section];
    context.lang = section.lang.empty() ? context.document.lang : section.lang;
    const std::size_t missing = context.shaper.missing_count();
    paginator.place(running_lines(context, section, grid, !filled.has_band, filled.page + 1, pages.pages.size()),
                    {0, 0}, filled.page);
    context.keep_missing_place(missing, section.span);
  }
}

Pass run_pass(const Document& document, text::Shaper& shaper, const std::map<std::string, std::string>& targets,
              const std::map<std::string, int>& digits) {
  Pass pass;
  auto& pages = pass.result.pages;
  pass.result.places.of_figure.resize(document.figures.size());
  const PageGrid grid = grid_of(document.paper);
  pages.size = grid.size;
  pages.palette = document.theme.palette;
  pages.info = info_of(document);
  Context context{document, shaper, pages.structure, pass.result.places, pass.warnings};
  context.targets = targets;
  context.digits = digits;
  context.is_tight = grid.is_tight;
  for (const auto& dispute : document.disputes)
    context.dispute_ids.push_back(dispute.id);

  Paginator paginator(context, pages, grid);
  for (std::size_t i = 0; i < document.sections.size(); ++i)
    add_section(context, paginator, pages, grid, i);
  if (pages.pages.empty()) pages.pages.emplace_back();
  paginator.resolve_references();
  draw_running_lines(context, paginator, pages, grid);
  for (const auto& [label, title] : targets) {
    pass.digits[label] = static_cast<int>(std::to_string(paginator.page_of(label)).size());
  }
  pass.missing_place = context.missing_place;
  return pass;
}

}  // namespace

Result<LaidOut> lay_out(const Document& document, const text::Fonts& fonts) { return Typesetter(fonts).lay_out(document); }

Result<LaidOut> Typesetter::lay_out(const Document& document) {
  shaper_.forget_missing();
  const auto targets = collect_targets(document);
  std::map<std::string, int> digits;
  Pass pass = run_pass(document, shaper_, targets, digits);
  const SourceSpan missing_place = pass.missing_place;
  // Page numbers were set as wide as one digit. Where one has more, the pages are made again with the widths that were
  // found, which only grow, so that this ends; a number has at most five digits.
  for (int round = 0; round < 5; ++round) {
    bool is_wider = false;
    for (const auto& [label, count] : pass.digits) {
      const auto known = digits.find(label);
      if (count <= (known == digits.end() ? 1 : known->second)) continue;
      digits[label] = count;
      is_wider = true;
    }
    if (!is_wider) break;
    pass = run_pass(document, shaper_, targets, digits);
  }
  Diagnostics warnings = std::move(pass.warnings);
  if (auto missing = shaper_.missing_warning()) {
    missing->span = missing_place;
    warnings.push_back(std::move(*missing));
  }
  return Result<LaidOut>(std::move(pass.result), std::move(warnings));
}

}  // namespace briefpack::layout
