#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/sample_document.h"

/// What the sections of the sample briefing are made of.
namespace briefpack::layout::sample {

template <typename T>
document::Block block(T content) {
  return document::Block{std::move(content)};
}

/// A page with running lines, without content.
document::Section section_of(Sample& sample, std::string label, std::string title);

document::Exhibit table_exhibit(Sample& sample, std::uint32_t number, std::string_view title, std::string_view subtitle,
                                document::Table table);
document::TableColumn column(Sample& sample, std::string_view head, document::Align align = document::Align::left,
                             double width = 0, bool focus = false);
/// A table of pairs without head: "name|| value".
document::Block pairs(Sample& sample, const std::vector<std::string_view>& rows);

/// GPUs of five holders, two of them disputed, with its words in English or Korean.
document::ChartSpec paired_chart(bool is_korean);
document::Block figure_exhibit(Sample& sample, std::string number_text, std::string_view title, std::string_view subtitle,
                               std::string alt, document::ChartSpec chart);

/// The sections behind the scorecard. Words and figures are those of the reference pages, as in briefing().
document::Section compute(Sample& sample);
document::Section policy(Sample& sample);
document::Section sources(Sample& sample);
document::Section korean(Sample& sample);

}  // namespace briefpack::layout::sample
