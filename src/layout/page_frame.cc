#include "layout/page_frame.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/place_blocks.h"
#include "layout/place_logos.h"
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
constexpr double kLogoAboveRule = 2.5;
constexpr double kSignalWidth = 36, kSignalHeight = 9;
constexpr double kAboveBandFoot = 12;  // below the last line of a band
constexpr double kTightCloser = 4;     // what stands below a band, on a short page
// A framed cover: what office printers keep white at the edges of a page is at most 12 points wide.
constexpr double kFrameTop = 15, kFrameWeight = 3, kFramePadding = 12;
constexpr double kFramedDraftTop = 12, kFramedDraftHeight = 12, kFramedDraftBaseline = 20.6;

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

bool is_framed(const Context& context) { return context.document.theme.cover == theme::Cover::framed; }

// A role on a band: white, or dark where the band is a frame on white paper.
TypeForm band_type(const Context& context, Type type) {
  TypeForm form = form_of(type, context.lang);
  if (!is_framed(context)) return form;
  const bool is_strong = type == Type::cover_title || type == Type::profile_title || type == Type::band_unit;
  form.style.color = is_strong ? palette::kNavy : palette::kInk2;
  return form;
}

// The largest form of the title that needs no more lines than the band has; never below half of its size.
TypeForm fitted_title(Context& context, const Section& section, const BandForm& band) {
  const TypeForm full = band_type(context, band.title);
  TypeForm form = full;
  for (double scale = 1; scale > 0.5; scale -= 0.06) {
    form.style.size = full.style.size * scale;
    form.leading = full.leading * scale;
    PreparedText title(context, section.band_title, {.form = form, .shows_marks = false});
    if (title.line_count(band.title_width) <= band.title_lines) break;
  }
  return form;
}

// What the words of a band stand on, down to `height`.
void add_ground(const Context& context, Ink& ink, const PageGrid& grid, double height) {
  const auto add = [&](const Rect& box, std::optional<geometry::Color> fill, std::optional<geometry::Stroke> stroke = {}) {
    ink.add(Path::rect(box), fill, std::move(stroke), page::kArtifact, ArtifactKind::background);
  };
  if (!is_framed(context)) {
    add({0, 0, grid.size.width, height}, palette::kNavy);
    add({grid.left, 0, kSignalWidth, kSignalHeight}, palette::kAmber);
    return;
  }
  const Rect frame{grid.left - kFramePadding, kFrameTop, grid.measure + 2 * kFramePadding, height - kFrameTop};
  add(frame, {}, geometry::Stroke{palette::kNavy, 0.75, {}});
  add({frame.x, frame.y, frame.width, kFrameWeight}, palette::kNavy);
  add({grid.left, frame.y, kSignalWidth, kSignalHeight}, palette::kAmber);
}

// A style small enough for `text` to be at most `room` wide; what no size above half makes fit keeps that.
geometry::TextStyle fitted(const Context& context, std::string_view text, geometry::TextStyle style, double room) {
  const double width = context.shaper.width(text, style, context.lang);
  if (width > room) style.size *= std::max(0.5, room / width);
  return style;
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
  const TypeForm unit = band_type(context, Type::band_unit);
  const double unit_baseline = form.unit_top + baseline_in(unit, context.fonts());
  if (!section.unit_name.empty()) {
    const double taken = context.shaper.width(section.issue_line, band_type(context, Type::band_issue).style, context.lang) + kGutter;
    set_plain(context, words, section.unit_name, fitted(context, section.unit_name, unit.style, grid.measure - taken), {grid.left, unit_baseline}, Align::left, paragraph());
  }
  if (!section.issue_line.empty()) {
    set_plain(context, words, section.issue_line, band_type(context, Type::band_issue).style,
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

  const double room_for_logos = form.height - kAboveBandFoot - form.title_bottom;
  const double logos = place_cover_logos(context, words, {grid.left + grid.measure, form.height - kAboveBandFoot}, {grid.measure / 2, room_for_logos});
  setting.measure = grid.measure - (logos > 0 ? logos + kGutter : 0);
  y = form.period_top;
  double sub_x = 0;
  const auto set_lines = [&](const document::Inlines& inlines, Type type) {
    if (inlines.empty()) return;
    const TypeForm line_form = band_type(context, type);
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
    const double room = setting.measure - period.natural_width() - 8;
    if (sub.natural_width() < room) {
      sub_x = period.natural_width() + 8;
      y -= form_of(Type::period_line, context.lang).leading - 0.5;
    }
  }
  set_lines(section.sub_line, Type::sub_line);
  form.height = std::max(form.height, y + kAboveBandFoot);

  add_ground(context, band.ink, grid, form.height);
  band.ink.add(std::move(words), {0, 0});
  band.body_top = form.height + (section.variant == Section::Variant::summary ? 15 : 18) - (context.is_tight ? kTightCloser : 0);
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
    const bool framed = is_framed(context);
    const Rect band = framed ? Rect{grid.left - kFramePadding, kFramedDraftTop, grid.measure + 2 * kFramePadding, kFramedDraftHeight}
                             : Rect{0, 0, grid.size.width, kDraftHeight};
    ink.add(Path::rect(band), palette::kAlarm, {}, page::kArtifact, ArtifactKind::background);
    const TypeForm draft = form_of(Type::draft, context.lang);
    set_plain(context, ink, context.document.draft_line, draft.style, {grid.left, framed ? kFramedDraftBaseline : kDraftBaseline}, Align::left,
              page::kArtifact, ArtifactKind::header);
  }
  const auto style = form_of(Type::running, context.lang).style;
  auto strong = form_of(Type::running_strong, context.lang).style;
  const auto rule = [&](double y) {
    ink.add(Path::line({grid.left, y}, {right, y}), {}, geometry::Stroke{palette::kInk, 0.5, {}}, page::kArtifact,
            ArtifactKind::layout);
  };
  if (has_header) {
    double x = grid.left + place_running_logos(context, ink, grid.left, grid.header_rule - kLogoAboveRule);
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
  const std::string number = page_of(section.page_of, page, pages);
  const double footer_room = grid.measure - context.shaper.width(number, strong, context.lang) - kGutter;
  set_plain(context, ink, section.footer, fitted(context, section.footer, style, footer_room), {grid.left, grid.footer_baseline}, Align::left,
            page::kArtifact, ArtifactKind::footer);
  set_plain(context, ink, number, strong, {right, grid.footer_baseline}, Align::right, page::kArtifact, ArtifactKind::footer);
  return ink;
}

}  // namespace briefpack::layout
