#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "accessibility/judge.h"

namespace briefpack::accessibility {

using Faults = std::vector<Fault>;

// What the author wrote (check_template.cc).
Faults skipped_headings(const Subject& subject);
Faults empty_headings(const Subject& subject);
Faults poor_link_texts(const Subject& subject);
Faults tables_without_title(const Subject& subject);
Faults empty_head_cells(const Subject& subject);

// What stands on the pages (check_pages.cc).
Faults no_title(const Subject& subject);
Faults no_language(const Subject& subject);
Faults unmarked_scripts(const Subject& subject);
Faults figures_without_alt(const Subject& subject);
Faults exhibits_without_title(const Subject& subject);
Faults skipped_structure_headings(const Subject& subject);
Faults tables_without_heads(const Subject& subject);
Faults links_without_words(const Subject& subject);
Faults lost_characters(const Subject& subject);
Faults missing_bookmarks(const Subject& subject);
Faults low_contrast(const Subject& subject);

// What stands on the sheets (check_sheets.cc).
Faults sheet_titles(const Subject& subject);
Faults sheet_introductions(const Subject& subject);
Faults sheet_sources(const Subject& subject);
Faults way_back(const Subject& subject);
Faults text_beside_tables(const Subject& subject);
Faults unmarked_tables(const Subject& subject);
Faults headings(const Subject& subject);
Faults blank_rows(const Subject& subject);
Faults blank_cells(const Subject& subject);
Faults notes_without_text(const Subject& subject);
Faults poor_sheet_links(const Subject& subject);
Faults filter_buttons(const Subject& subject);
Faults frozen_panes(const Subject& subject);
Faults charts_without_alt(const Subject& subject);
Faults charts_over_tables(const Subject& subject);
Faults pale_chart_texts(const Subject& subject);
Faults pale_chart_marks(const Subject& subject);
Faults like_series(const Subject& subject);
Faults small_letters(const Subject& subject);
Faults cut_texts(const Subject& subject);
Faults cover_details(const Subject& subject);
Faults missing_definitions(const Subject& subject);
Faults untitled_sources(const Subject& subject);
Faults missing_properties(const Subject& subject);

/// Why a link's text does not say where it leads, or nothing: it is empty, an address, or a word such as "here".
std::optional<std::string_view> link_text_fault(std::string_view text);

}  // namespace briefpack::accessibility
