#include "layout/place_blocks.h"

#include <type_traits>
#include <utility>

namespace briefpack::layout {

using document::Block;
using document::TextRole;
using page::ElementId;

namespace {

// White space between two blocks, points: a table of what stands above and below. The measures are those of the
// reference pages; what is not named is kBlockGap, or kNarrowGap in a column or box.
constexpr double kBlockGap = 16.5, kNarrowGap = 12;

template <typename T>
const T* as(const Block& block) {
  return std::get_if<T>(&block.content);
}

bool is_small(TextRole role) { return role != TextRole::body; }

bool is_pairs(const Block& block) {
  const auto* exhibit = as<document::Exhibit>(block);
  if (exhibit == nullptr || exhibit->number != 0) return false;
  const auto* table = std::get_if<document::Table>(&exhibit->content);
  return table != nullptr && !table->has_head;
}

double below_heading(const document::Heading& heading, const Block& below) {
  if (is_pairs(below)) return 0;
  if (as<document::KeyMessages>(below)) return 6;
  if (heading.has_rule) return 4.5;
  return 2;
}

double below_paragraph(const document::Paragraph& above, const Block& below) {
  if (const auto* paragraph = as<document::Paragraph>(below)) {
    if (above.role == TextRole::column_head) return paragraph->role == TextRole::claim ? 4 : 3;
    if (above.role == TextRole::claim) return 0;
    return is_small(above.role) ? 3.5 : 6;
  }
  if (as<document::List>(below)) return 3;
  return 0;
}

double gap_between(const Block& above, const Block& below, double measure) {
  const bool is_narrow = measure < 330;
  const double usual = is_narrow ? kNarrowGap : kBlockGap;
  if (const auto* heading = as<document::Heading>(above)) return below_heading(*heading, below);
  if (const auto* paragraph = as<document::Paragraph>(above)) {
    if (const double gap = below_paragraph(*paragraph, below); gap > 0 || paragraph->role == TextRole::claim)
      return gap;
  }
  if (const auto* paragraph = as<document::Paragraph>(below); paragraph != nullptr && paragraph->role == TextRole::remark && as<document::Exhibit>(above)) return 9;
  if (as<document::KeyFigures>(above) || as<document::KeyFigures>(below)) return 18;
  if (const auto* legend = as<document::Legend>(below)) return legend->is_row ? 7.5 : 6;
  if (as<document::Spacer>(above)) return 6;
  if (as<document::Spacer>(below)) return 18;
  if (as<document::List>(above) && as<document::Paragraph>(below)) return 6;
  if (as<document::Quote>(above) || as<document::Quote>(below)) return 9;
  if (as<document::Heading>(below)) return is_narrow ? 12 : 15;
  return usual;
}

Fragment place_block(Context& context, const Block& block, double measure, ElementId parent) {
  return std::visit(
      [&](const auto& content) -> Fragment {
        using T = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<T, document::Paragraph>) return place_paragraph(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Heading>) return place_heading(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::List>) return place_list(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::KeyFigures>)
          return place_key_figures(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::KeyMessages>)
          return place_key_messages(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Columns>) return place_columns(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Box>) return place_box(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Exhibit>) return place_exhibit(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Contents>) return place_contents(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Legend>) return place_legend(context, content, measure, parent);
        if constexpr (std::is_same_v<T, document::Spacer>) return place_spacer(measure);
        if constexpr (std::is_same_v<T, document::Quote>) return place_quote(context, content, measure, parent);
        return solid(measure, 0, {});
      },
      block.content);
}

// The block's place goes along, for what is found on the way; an inner block without one is a part of the outer.
Fragment place_block_at(Context& context, const Block& block, double measure, ElementId parent) {
  const SourceSpan outer = context.place;
  if (block.span.is_known()) context.place = block.span;
  const std::size_t missing = context.shaper.missing_count();
  Fragment fragment = place_block(context, block, measure, parent);
  fragment.place = block.span;
  context.keep_missing_place(missing, context.place);
  context.place = outer;
  return fragment;
}

bool is_in_pdf(const Block& block) {
  const auto* exhibit = as<document::Exhibit>(block);
  return exhibit == nullptr || exhibit->in_pdf;
}

}  // namespace

std::vector<Fragment> place_blocks(Context& context, const document::Blocks& blocks, double measure, ElementId parent) {
  std::vector<Fragment> placed;
  const Block* above = nullptr;
  bool starts_page = false;
  for (const auto& block : blocks) {
    if (as<document::PageBreak>(block)) {
      // Only the pages of a section break; inside a box or column there is no page to begin.
      starts_page = parent == context.section;
      continue;
    }
    if (!is_in_pdf(block)) continue;
    Fragment fragment = place_block_at(context, block, measure, parent);
    if (above != nullptr) fragment.gap = gap_between(*above, block, measure);
    fragment.starts_page = std::exchange(starts_page, false);
    placed.push_back(std::move(fragment));
    above = &block;
  }
  return placed;
}

}  // namespace briefpack::layout
