#include "layout/page_frame.h"

#include <algorithm>
#include <utility>

#include "layout/place_blocks.h"
#include "layout/set_text.h"

namespace briefpack::layout {

using document::Align;
using document::Section;
using geometry::Path;
using geometry::Rect;
using page::ArtifactKind;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

constexpr double kDraftHeight = 15, kDraftBaseline = 10.3;  // above whatever else stands at the head of a page
constexpr double kSignalWidth = 36, kSignalHeight = 9;

// Where things stand on a band, points from the top of the page.
struct BandForm {
  double height, unit_top, title_bottom, title_width, period_top;
  std::size_t title_lines;
  Type title;
};

BandForm band_form(Section::Variant variant) {
  switch (variant) {
    case Section::Variant::cover:
      return {204, 33, 150, 430, 159, 2, Type::cover_title};
    case Section::Variant::profile:
      return {141, 27, 93, 504, 97, 1, Type::profile_title};
    default:
      return {132, 27, 87, 504, 94, 1, Type::profile_title};
  }
}

// The largest form of the title that needs no more lines than the band has; never below half of its size.
TypeForm fitted_title(Context& context, const Section& section, const BandForm& band) {
  const TypeForm full = form_of(band.title, context.lang);
  TypeForm form = full;
  for (double scale = 1; scale > 0.5; scale -= 0.06) {
    form.style.size = full.style.size * scale;
    form.leading = full.leading * scale;
    PreparedText title(context, section.band_title, {.form = form, .shows_marks = false});
    if (title.line_count(band.title_width) <= band.title_lines) break;
  }
  return form;
}

}  // namespace

Fragment place_page_head(Context& context, const Section& section, double measure) {
  std::vector<Fragment> parts;
  LineSetting setting;
  setting.measure = measure;
  const auto set = [&](const document::Inlines& inlines, Type type, ElementId element, bool is_upper) {
    setting.element = element;
    PreparedText text(context, inlines,
                      {.form = form_of(type, context.lang), .shows_marks = false, .is_upper = is_upper});
    const double leading = text.leading();
    parts.push_back(paragraph_of(text.set(setting), measure, leading));
    parts.back().keeps_with_next = true;
  };
  if (!section.kicker.empty()) {
    set(section.kicker, Type::kicker, context.structure.add(Role::p, context.section), true);
  }
  if (!section.headline.empty()) set(section.headline, Type::headline, add_heading(context, 1, context.section), false);
  if (!section.standfirst.empty()) {
    set(section.standfirst, Type::standfirst, context.structure.add(Role::p, context.section), false);
    parts.back().gap = 3;
  }
  Fragment head = stack(measure, std::move(parts));
  head.keeps_with_next = true;
  return head;
}

Band place_band(Context& context, const Section& section, const PageGrid& grid) {
  BandForm form = band_form(section.variant);
  Band band;
  LineSetting setting;
  setting.measure = grid.measure;
  const auto paragraph = [&] { return context.structure.add(Role::p, context.section); };

  Ink words;
  const TypeForm unit = form_of(Type::band_unit, context.lang);
  const double unit_baseline = form.unit_top + baseline_in(unit, context.fonts());
  if (!section.unit_name.empty()) {
    set_plain(context, words, section.unit_name, unit.style, {grid.left, unit_baseline}, Align::left, paragraph());
  }
  if (!section.issue_line.empty()) {
    set_plain(context, words, section.issue_line, form_of(Type::band_issue, context.lang).style,
              {grid.left + grid.measure, unit_baseline}, Align::right, paragraph());
  }

  const TypeForm title_form = fitted_title(context, section, form);
  PreparedText title(context, section.band_title, {.form = title_form, .shows_marks = false});
  setting.measure = form.title_width;
  double y = form.title_bottom;
  if (!title.is_empty()) {
    setting.element = add_heading(context, 1, context.section);
    auto lines = title.set(setting);
    const auto over = lines.size() > form.title_lines ? lines.size() - form.title_lines : 0;
    form.height += static_cast<double>(over) * title_form.leading;
    form.period_top += static_cast<double>(over) * title_form.leading;
    y = form.title_bottom - static_cast<double>(lines.size() - over) * title_form.leading;
    for (auto& line : lines) {
      words.add(std::move(line.ink), {grid.left, y});
      y += title_form.leading;
    }
  }

  setting.measure = grid.measure;
  y = form.period_top;
  double sub_x = 0;
  const auto set_lines = [&](const document::Inlines& inlines, Type type) {
    if (inlines.empty()) return;
    const TypeForm line_form = form_of(type, context.lang);
    InlineOptions options{.form = line_form, .shows_marks = false};
    setting.element = paragraph();
    for (auto& line : PreparedText(context, inlines, options).set(setting)) {
      words.add(std::move(line.ink), {grid.left + sub_x, y});
      y += line_form.leading;
    }
  };
  const bool sub_line_beside = section.variant == Section::Variant::summary && !section.period_line.empty();
  set_lines(section.period_line, Type::period_line);
  if (sub_line_beside) {
    const PreparedText period(context, section.period_line, {.form = form_of(Type::period_line, context.lang)});
    const PreparedText sub(context, section.sub_line, {.form = form_of(Type::sub_line, context.lang)});
    const double room = grid.measure - period.natural_width() - 8;
    if (sub.natural_width() < room) {
      sub_x = period.natural_width() + 8;
      y -= form_of(Type::period_line, context.lang).leading - 0.5;
    }
  }
  set_lines(section.sub_line, Type::sub_line);
  form.height = std::max(form.height, y + 12);

  band.ink.add(Path::rect({0, 0, grid.size.width, form.height}), palette::kNavy, {}, page::kArtifact,
               ArtifactKind::background);
  band.ink.add(Path::rect({grid.left, 0, kSignalWidth, kSignalHeight}), palette::kAmber, {}, page::kArtifact,
               ArtifactKind::background);
  band.ink.add(std::move(words), {0, 0});
  band.body_top = form.height + (section.variant == Section::Variant::summary ? 15 : 18);
  return band;
}

std::string page_of(const std::string& pattern, std::size_t page, std::size_t pages) {
  std::string text = pattern;
  const auto put = [&text](std::string_view name, std::size_t number) {
    const auto at = text.find(name);
    if (at != std::string::npos) text.replace(at, name.size(), std::to_string(number));
  };
  put("{pages}", pages);
  put("{page}", page);
  return text;
}

Ink running_lines(Context& context, const Section& section, const PageGrid& grid, bool has_header, std::size_t page,
                  std::size_t pages) {
  Ink ink;
  const double right = grid.left + grid.measure;
  if (!context.document.draft_line.empty()) {
    ink.add(Path::rect({0, 0, grid.size.width, kDraftHeight}), palette::kAlarm, {}, page::kArtifact, ArtifactKind::background);
    const TypeForm draft = form_of(Type::draft, context.lang);
    set_plain(context, ink, context.document.draft_line, draft.style, {grid.left, kDraftBaseline}, Align::left, page::kArtifact,
              ArtifactKind::header);
  }
  const auto style = form_of(Type::running, context.lang).style;
  auto strong = form_of(Type::running_strong, context.lang).style;
  const auto rule = [&](double y) {
    ink.add(Path::line({grid.left, y}, {right, y}), {}, geometry::Stroke{palette::kInk, 0.5, {}}, page::kArtifact,
            ArtifactKind::layout);
  };
  if (has_header) {
    double x = grid.left;
    if (!section.running_title.empty()) {
      set_plain(context, ink, section.running_title, strong, {x, grid.header_baseline}, Align::left, page::kArtifact,
                ArtifactKind::header);
      x += context.shaper.width(section.running_title, strong, context.lang);
    }
    if (!section.running_period.empty()) {
      const std::string words = (section.running_title.empty() ? "" : " · ") + section.running_period;
      set_plain(context, ink, words, style, {x, grid.header_baseline}, Align::left, page::kArtifact,
                ArtifactKind::header);
    }
    set_plain(context, ink, section.title, style, {right, grid.header_baseline}, Align::right, page::kArtifact,
              ArtifactKind::header);
    rule(grid.header_rule);
  }
  rule(grid.footer_rule);
  set_plain(context, ink, section.footer, style, {grid.left, grid.footer_baseline}, Align::left, page::kArtifact,
            ArtifactKind::footer);
  set_plain(context, ink, page_of(section.page_of, page, pages), strong, {right, grid.footer_baseline}, Align::right,
            page::kArtifact, ArtifactKind::footer);
  return ink;
}

}  // namespace briefpack::layout
