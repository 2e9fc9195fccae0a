#include "accessibility/checks.h"

namespace briefpack::accessibility {

namespace {

constexpr auto kPdf = Output::pdf;
constexpr auto kBook = Output::workbook;
constexpr auto kMade = Basis::construction;
constexpr auto kSeen = Basis::computed;
constexpr auto kAuthor = Basis::author;
constexpr const char* kUa = "PDF/UA-1";
constexpr const char* kGuidance = "AF";

}  // namespace

const std::vector<Requirement>& requirements() {
  static const std::vector<Requirement> kAll{
      {"pdf/tagged", kPdf, true, kUa, "All content is tagged; running heads, rules and grounds are artifacts", kMade,
       "each glyph and shape belongs to an element of the structure or is an artifact", nullptr},
      {"pdf/reading-order", kPdf, true, kUa, "The order of reading is the order of meaning", kMade,
       "elements stand in the order of the template, side by side columns one after the other", nullptr},
      {"pdf/title", kPdf, true, kUa, "The document has a title, which the window shows", kSeen, "the title is not empty", no_title},
      {"pdf/language", kPdf, true, kUa, "The document says its language", kSeen, "the language is a BCP 47 tag", no_language},
      {"pdf/language-of-parts", kPdf, false, "WCAG 2.1, 3.1.2", "Words in another language are marked with it", kSeen,
       "letters of a script that the language of their text is not written in, and a template in another language than the document; names need no mark", unmarked_scripts},
      {"pdf/heading-order", kPdf, false, "WCAG 2.1, 1.3.1", "The author's headings skip no level", kSeen, "levels in the template, page by page; the tags are closed up where they do", skipped_headings},
      {"pdf/heading-tags", kPdf, true, kUa, "The tags of headings skip no level", kSeen, "H1 to H6 in the structure", skipped_structure_headings},
      {"pdf/heading-words", kPdf, true, "WCAG 2.1, 2.4.6", "Headings have words", kSeen, "headings in the template", empty_headings},
      {"pdf/alt-text", kPdf, true, kUa, "Each drawing has an alternative text", kSeen, "figures in the structure", figures_without_alt},
      {"pdf/alt-text-quality", kPdf, false, "WCAG 2.1, 1.1.1", "Alternative texts say what the drawing says", kAuthor,
       "they are made from the data: extremes, what is missing, what is disputed; read them in the dump of a chart or in the workbook", nullptr},
      {"pdf/exhibit-titles", kPdf, false, "WCAG 2.1, 2.4.6", "Each chart and captioned table has a title", kSeen, "exhibits of the document", exhibits_without_title},
      {"pdf/table-titles", kPdf, false, "WCAG 2.1, 1.3.1", "Each table has a title", kSeen, "tables in the template", tables_without_title},
      {"pdf/table-heads", kPdf, true, kUa, "Each table has header cells with their scope", kSeen, "TH in the structure of each table", tables_without_heads},
      {"pdf/table-head-words", kPdf, false, "WCAG 2.1, 1.3.1", "Header cells have words", kSeen, "first rows of tables in the template", empty_head_cells},
      {"pdf/link-words", kPdf, true, "WCAG 2.1, 2.4.4", "The text of a link says where it leads", kSeen,
       "links in the template: none is empty, a bare address or a word such as \"here\"", poor_link_texts},
      {"pdf/link-contents", kPdf, true, kUa, "Each link has a description of its target", kSeen, "link areas of the pages", links_without_words},
      {"pdf/contrast", kPdf, true, "WCAG 2.1, 1.4.3", "Text has a contrast of at least 4.5, large text of 3", kSeen,
       "the colour of each text against what is painted beneath it", low_contrast},
      {"pdf/colour-alone", kPdf, true, "WCAG 2.1, 1.4.1", "Nothing is said by colour alone", kMade,
       "shading stands behind the figures that it repeats, hatching has its tag, marks of charts have labels", nullptr},
      {"pdf/characters", kPdf, true, kUa, "Each character can be read aloud and copied", kSeen, "characters that no font has", lost_characters},
      {"pdf/fonts", kPdf, true, kUa, "Fonts are embedded and map to Unicode", kMade, "subsets with a table of what each glyph says", nullptr},
      {"pdf/bookmarks", kPdf, false, kUa, "A document of several pages has bookmarks", kSeen, "the outline and its levels", missing_bookmarks},
      {"pdf/notes", kPdf, true, kUa, "Notes are tagged, and marks lead to them and back", kMade, "a mark is a link to its note, the note's number a link back", nullptr},
      {"pdf/no-traps", kPdf, true, kUa, "No scripts, forms, sound, movement or locks on the text", kMade, "the file has none of them", nullptr},
      {"pdf/plain-words", kPdf, false, "WCAG 2.1, 3.1.5", "Sentences are plain, abbreviations explained", kAuthor, "read the text aloud", nullptr},

      {"workbook/sheet-titles", kBook, true, kGuidance, "Each worksheet has a title of its own in A1", kSeen, "A1 of each sheet; no two alike", sheet_titles},
      {"workbook/introductions", kBook, false, kGuidance, "A2 and A3 say what the sheet holds and whether it has notes", kSeen, "A2 and A3 of each sheet", sheet_introductions},
      {"workbook/sources", kBook, false, kGuidance, "Each sheet says its sources", kSeen, "A4 of each sheet", sheet_sources},
      {"workbook/links-back", kBook, false, kGuidance, "Contents lists the sheets, and each leads back", kSeen, "A5 of each sheet, and the links of Contents", way_back},
      {"workbook/text-above", kBook, true, kGuidance, "Tables begin at the left edge; texts stand above them, none beside or below", kSeen,
       "cells outside of each table", text_beside_tables},
      {"workbook/marked-tables", kBook, true, kGuidance, "Each table is marked up and named, one a sheet", kSeen, "the table of each sheet but the cover", unmarked_tables},
      {"workbook/headings", kBook, true, kGuidance, "One row of headings, each with words, no two alike", kSeen, "headings of each table", headings},
      {"workbook/no-merged-cells", kBook, true, kGuidance, "No merged, split or hidden cells, rows or columns", kMade, "the program writes none", nullptr},
      {"workbook/no-blank-rows", kBook, true, kGuidance, "No blank rows in a table", kSeen, "rows of each table", blank_rows},
      {"workbook/blank-cells", kBook, true, kGuidance, "Blank cells are explained above their table", kSeen, "columns with blank cells against A2", blank_cells},
      {"workbook/no-floating", kBook, true, kGuidance, "No page headers or footers, text boxes, pictures or backgrounds", kMade, "the program writes none", nullptr},
      {"workbook/numbers", kBook, false, kGuidance, "Numbers are numbers and dates are dates", kMade,
       "marks and bounds stand in the number format; a date that no serial number can say is a text", nullptr},
      {"workbook/notes", kBook, true, kGuidance, "Note markers in square brackets lead to texts on one sheet", kSeen, "each [note n] against sheet Notes", notes_without_text},
      {"workbook/no-superscripts", kBook, true, kGuidance, "No superscripts or signs as note marks", kMade, "markers are words in square brackets", nullptr},
      {"workbook/links", kBook, true, kGuidance, "Links stand alone in a cell, with a text that says where they lead", kSeen,
       "links of all sheets: none is empty, a bare address or a word such as \"here\"", poor_sheet_links},
      {"workbook/colour-alone", kBook, true, kGuidance, "Nothing is said by colour alone", kMade, "marks are words; what does not agree says No", nullptr},
      {"workbook/contrast", kBook, true, kGuidance, "Text has a contrast of at least 4.5", kSeen,
       "texts of charts in the theme's colours against white; those of cells are black, links and alarms in fixed dark colours", pale_chart_texts},
      {"workbook/chart-contrast", kBook, true, "WCAG 2.1, 1.4.11", "Marks of charts have a contrast of at least 3", kSeen,
       "of each bar, point and line the stronger of its fill and its edge against white", pale_chart_marks},
      {"workbook/chart-series", kBook, true, "WCAG 2.1, 1.4.1", "Series of a chart are told apart by more than colour", kSeen,
       "colour, point, line and hatching of each series in a legend; together they repeat after 24 lines, 16 kinds of points and 25 pieces of bars", like_series},
      {"workbook/font-size", kBook, false, kGuidance, "Letters have at least 12 points", kSeen, "cells and charts of each sheet; --workbook release has 12 points, the analyst's workbook 11 in cells and 9 in charts", small_letters},
      {"workbook/no-filters", kBook, false, kGuidance, "No filter buttons", kSeen, "tables with buttons; --workbook release leaves them out", filter_buttons},
      {"workbook/no-freeze-panes", kBook, false, kGuidance, "No frozen panes", kSeen, "sheets with frozen rows; --workbook release leaves them out", frozen_panes},
      {"workbook/visible-text", kBook, true, kGuidance, "All text of a cell can be seen", kSeen, "widths and heights follow the contents; a row is at most 400 points high", cut_texts},
      {"workbook/chart-alt-text", kBook, true, "WCAG 2.1, 1.1.1", "Each chart has an alternative text", kSeen, "charts of all sheets", charts_without_alt},
      {"workbook/charts-beside", kBook, false, kGuidance, "A chart covers no cells of a table", kSeen, "places of charts", charts_over_tables},
      {"workbook/cover", kBook, false, kGuidance, "The cover names publisher, contact and licence", kSeen, "fields of the metric file", cover_details},
      {"workbook/definitions", kBook, false, kGuidance, "Each measure is defined", kSeen, "definitions in the metric file", missing_definitions},
      {"workbook/source-titles", kBook, false, kGuidance, "Each source has a title", kSeen, "titles of sources in the metric file", untitled_sources},
      {"workbook/properties", kBook, false, kGuidance, "File properties say title, author and language", kSeen, "title, publisher and language", missing_properties},
      {"workbook/opens-on-cover", kBook, false, kGuidance, "The file opens on the first sheet, in A1", kMade, "the cover is the open sheet", nullptr},
      {"workbook/sheet-names", kBook, false, kGuidance, "Sheets have short names that say what they hold", kMade,
       "letters, digits and underscores, at most 31; other names are refused", nullptr},
      {"workbook/spelling", kBook, false, kGuidance, "Texts are spelt right, in plain words", kAuthor, "run a spelling checker", nullptr},
      {"workbook/own-checker", kBook, false, kGuidance, "The spreadsheet program's own accessibility checker finds nothing", kAuthor, "open the workbook and run it", nullptr},
  };
  return kAll;
}

}  // namespace briefpack::accessibility
