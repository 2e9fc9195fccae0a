#pragma once

#include <vector>

#include "document/block.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

namespace briefpack::layout {

/// The blocks as fragments below each other, each with its gap above. `parent` is the structure element they belong to.
std::vector<Fragment> place_blocks(Context& context, const document::Blocks& blocks, double measure,
                                   page::ElementId parent);

Fragment place_paragraph(Context& context, const document::Paragraph& paragraph, double measure,
                         page::ElementId parent);
Fragment place_heading(Context& context, const document::Heading& heading, double measure, page::ElementId parent);
Fragment place_list(Context& context, const document::List& list, double measure, page::ElementId parent);
Fragment place_quote(Context& context, const document::Quote& quote, double measure, page::ElementId parent);
/// A rule over the measure.
Fragment place_spacer(double measure);

Fragment place_key_figures(Context& context, const document::KeyFigures& strip, double measure, page::ElementId parent);
Fragment place_key_messages(Context& context, const document::KeyMessages& messages, double measure,
                            page::ElementId parent);
Fragment place_contents(Context& context, const document::Contents& contents, double measure, page::ElementId parent);
Fragment place_legend(Context& context, const document::Legend& legend, double measure, page::ElementId parent);

Fragment place_box(Context& context, const document::Box& box, double measure, page::ElementId parent);
Fragment place_columns(Context& context, const document::Columns& columns, double measure, page::ElementId parent);

/// Accent bar, number and title, subtitle, table or chart, remark. Only the content when the exhibit has no number.
Fragment place_exhibit(Context& context, const document::Exhibit& exhibit, double measure, page::ElementId parent);
/// A table that is too wide is divided by its columns (table_parts.h).
Fragment place_table(Context& context, const document::Table& table, double measure, const TableOwner& owner);

/// A heading element of at most `level`, but no more than one below the heading before it (PDF/UA-1, 7.4.2).
page::ElementId add_heading(Context& context, int level, page::ElementId parent);

/// The type of a paragraph's role.
Type type_of(document::TextRole role);

/// All lines in one piece, which is never split.
Fragment solid_paragraph(std::vector<LineBox> lines, double width, double leading);

/// Rules of tables and headings, and between rows. Points.
inline constexpr double kRuleWeight = 0.75;
inline constexpr double kHairline = 0.4;

}  // namespace briefpack::layout
