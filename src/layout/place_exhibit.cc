// Captioned charts and tables.
#include <algorithm>
#include <utility>

#include "layout/place_blocks.h"
#include "layout/place_chart.h"

namespace briefpack::layout {

using document::Exhibit;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

constexpr double kBarWidth = 24, kBarHeight = 3, kBarToTitle = 4.5;
constexpr double kUsualNotes = 90;      // what context.page_room leaves for them
constexpr double kPageHead = 72;        // kicker, headline and standfirst
constexpr double kContinuedLine = 13, kBetweenParts = 15;
constexpr double kTitleToSubtitle = 1, kCaptionToContent = 4, kContentToRemark = 3;

Ink caption_of(Context& context, const Exhibit& exhibit, double measure, ElementId owner, double& y, ElementId* made = nullptr) {
  Ink ink;
  ink.add(geometry::Path::rect({0, y, kBarWidth, kBarHeight}), palette::kAccent);
  y += kBarHeight + kBarToTitle;
  const ElementId caption = context.structure.add(Role::caption, owner);
  if (made != nullptr) *made = caption;
  LineSetting setting;
  setting.measure = measure;
  const auto set = [&](const document::Inlines& inlines, InlineOptions options) {
    setting.element = context.structure.add(Role::p, caption);
    const double leading = options.form.leading;
    for (auto& line : PreparedText(context, inlines, std::move(options)).set(setting)) {
      ink.add(std::move(line.ink), {0, y});
      y += leading;
    }
  };
  InlineOptions title{.form = form_of(Type::exhibit_title, context.lang)};
  title.lead = exhibit.number_text;
  set(exhibit.title, std::move(title));
  if (!exhibit.subtitle.empty()) {
    y += kTitleToSubtitle;
    set(exhibit.subtitle, {.form = form_of(Type::exhibit_subtitle, context.lang)});
  }
  y += kCaptionToContent;
  return ink;
}

bool has_caption(const Exhibit& exhibit) { return exhibit.number != 0 || !exhibit.title.empty(); }

std::string bookmark_of(const Exhibit& exhibit) {
  const std::string title = plain_text(exhibit.title);
  if (exhibit.number_text.empty()) return title;
  return title.empty() ? exhibit.number_text : exhibit.number_text + "  " + title;
}

Fragment place_table_exhibit(Context& context, const Exhibit& exhibit, const document::Table& table, double measure,
                             ElementId parent) {
  page::Element element = element_of(Role::table, parent);
  element.summary = exhibit.alt;
  const ElementId owner = context.structure.add(std::move(element));
  Ink head;
  double y = 0;
  TableOwner owning{parent, owner};
  if (has_caption(exhibit)) {
    head = caption_of(context, exhibit, measure, owner, y, &owning.caption);
    owning.number_text = exhibit.number_text;
  }
  if (!exhibit.label.empty() || has_caption(exhibit)) {
    head.anchors.push_back({exhibit.label, {0, 0}, exhibit.number == 0 ? "" : bookmark_of(exhibit), 2});
  }
  std::vector<Fragment> parts;
  if (y > 0 || !head.anchors.empty()) {
    parts.push_back(solid(measure, y, std::move(head)));
    parts.back().keeps_with_next = true;
  }
  parts.push_back(place_table(context, table, measure, owning));
  Fragment placed = stack(measure, std::move(parts));
  placed.is_table = true;
  return placed;
}

Fragment place_chart_exhibit(Context& context, const Exhibit& exhibit, const document::ChartSpec& chart, double measure,
                             ElementId parent) {
  page::Element element = element_of(Role::figure, parent);
  element.alt = !exhibit.alt.empty() ? exhibit.alt : bookmark_of(exhibit);
  if (element.alt.empty()) element.alt = chart.unit.empty() ? "…" : chart.unit;
  const ElementId owner = context.structure.add(std::move(element));
  Ink ink;
  double y = 0;
  if (has_caption(exhibit)) ink = caption_of(context, exhibit, measure, owner, y);
  const auto finish = [&](PlacedChart drawn, ElementId figure, Ink around, double top) {
    around.add(std::move(drawn.ink), {0, top});
    around.boxes.push_back({figure, {0, 0, measure, top + drawn.height}});
    return solid(measure, top + drawn.height, std::move(around));
  };
  ink.anchors.push_back({exhibit.label, {0, 0}, exhibit.number == 0 ? "" : bookmark_of(exhibit), 2});
  if (auto whole = place_chart(context, chart, measure, context.page_room - y, owner)) return finish(std::move(*whole), owner, std::move(ink), y);
  // The notes of the rows are counted with them; the first part may stand below the head of its page.
  const double page = context.page_room + kUsualNotes;
  const auto rows = chart_parts(context, chart, measure, page - y - kPageHead, page - kContinuedLine);
  std::vector<Fragment> parts;
  std::size_t from = 0;
  for (const std::size_t count : rows) {
    ElementId figure = owner;
    if (from > 0) {
      page::Element further = element_of(Role::figure, parent);
      const std::string continued = context.page_words != nullptr ? " " + context.page_words->continued : "";
      further.alt = exhibit.number_text + continued + ": " + rows_named(chart, from, from + count);
      figure = context.structure.add(std::move(further));
      Fragment line = place_continued(context, exhibit.number_text, "", measure, page::kArtifact);
      ink = std::move(line.ink);
      y = line.height;
    }
    parts.push_back(finish(place_chart_part(context, chart, from, from + count, measure, figure), figure, std::move(ink), y));
    if (from > 0) parts.back().gap = kBetweenParts;
    ink = Ink();
    from += count;
  }
  Fragment placed = stack(measure, std::move(parts));
  placed.is_text = true;
  return placed;
}

}  // namespace

Fragment place_exhibit(Context& context, const Exhibit& exhibit, double measure, ElementId parent) {
  // A table without a number is part of the text around it; its figures stand in that exhibit, if in any.
  std::string outer = context.exhibit;
  if (exhibit.number != 0) context.exhibit = exhibit.label.empty() ? exhibit.number_text : exhibit.label;

  Fragment content =
      std::holds_alternative<document::Table>(exhibit.content)
          ? place_table_exhibit(context, exhibit, std::get<document::Table>(exhibit.content), measure, parent)
          : place_chart_exhibit(context, exhibit, std::get<document::ChartSpec>(exhibit.content), measure, parent);
  if (!exhibit.remark.empty()) {
    LineSetting setting;
    setting.measure = measure;
    setting.element = context.structure.add(Role::p, parent);
    const InlineOptions options{.form = form_of(Type::remark, context.lang)};
    Fragment remark = set_paragraph(context, exhibit.remark, options, setting);
    remark.gap = kContentToRemark;
    const bool is_table = content.is_table;
    content.keeps_with_next = true;
    std::vector<Fragment> parts;
    parts.push_back(std::move(content));
    parts.push_back(std::move(remark));
    content = stack(measure, std::move(parts));
    content.is_table = is_table;
  }
  context.exhibit = std::move(outer);
  return content;
}

}  // namespace briefpack::layout
