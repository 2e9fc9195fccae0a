#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

#include "document/document.h"

namespace briefpack::document {

/// A figure inside a sentence.
struct SentenceFigure {
  FigureIndex figure = kNone;
  SourceSpan span;           ///< Its role in the template (FigureText::span).
  std::string text;          ///< As printed here: "over 500"; the words of a claim.
  std::size_t at = 0;        ///< Byte of Sentence::text at which it starts.
};

/// Printed words around at least one figure: what a reader has before the eyes when a number or a claim changes.
struct Sentence {
  /// prose: paragraphs, list items, messages, boxes. cell: a table cell. A headline is the one of a page, with title and
  /// standfirst of its band; a title is the one of an exhibit, with subtitle and remark.
  enum class Kind : std::uint8_t { headline, standfirst, key_figure, prose, title, cell } kind = Kind::prose;
  std::string text;          ///< Plain, as printed; without marks and tags. A cell: "Korea, H100 GPUs: 2,000".
  Inlines inlines;           ///< The same with its figures, marks and tags; of a cell without stub and head.
  std::vector<SentenceFigure> figures;  ///< In printing order; never empty.
  std::uint32_t section = 0; ///< Index into Document::sections.
  std::string heading;       ///< The last heading above it, else the section's title.
  std::string exhibit;       ///< Label of the exhibit that it belongs to; its number ("Table 2") without one; or "".
  std::string lang;          ///< The section's.
};

/// Every printed sentence that holds a figure, in reading order. Marks of charts, contents and legends are none. A sentence
/// ends at a full stop, question or exclamation mark before a space and a new beginning; abbreviations ("e.g.", "para. 2",
/// "U.S.") and decimals end none.
std::vector<Sentence> sentences_of(const Document& document);

/// The byte offsets in `text` behind the end of each sentence but the last, at the space that follows it.
std::vector<std::size_t> sentence_ends(const std::string& text);

}  // namespace briefpack::document
