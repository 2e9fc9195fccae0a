#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack::document {

/// Indices into Document's lists. kNone: there is none.
using FigureIndex = std::uint32_t;
using NoteIndex = std::uint32_t;
using DisputeIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// How a stretch of text differs from the text around it.
struct TextFlags {
  bool is_strong = false;
  bool is_emphasis = false;
  bool is_code = false;
  bool is_muted = false;          ///< Missing values and side remarks.
  friend bool operator==(const TextFlags&, const TextFlags&) = default;
};

/// Plain text. `lang` is set where it differs from the page's; `url` makes it a link to the web, `target` to an exhibit or
/// page label in this document.
struct Text {
  std::string text;
  TextFlags flags;
  std::string lang;
  std::string url;
  std::string target;
};

/// A printed figure: the only way by which a number from data gets into the document. "over 500" in prose, "> 500" in
/// tables. `lead` and `tail` ("> USD ", " bn", " of 38") are set smaller in headline figures.
struct FigureText {
  FigureIndex figure = kNone;
  std::string lead, number, tail;
  TextFlags flags;
  SourceSpan span{};              ///< The role that printed it, or the directive; unknown where the program repeats a figure.
  std::string text() const { return lead + number + tail; }
};

/// Superscript note marks "2,3", each a link to its note.
struct NoteMarks {
  std::vector<NoteIndex> notes;
};

/// The framed tag of a dispute, a link to its entry.
struct DisputeTag {
  DisputeIndex dispute = kNone;
};

/// A finding that a draft was made in spite of, at the place where it was found: "[3 resolve/false-claim]", in a narrow place
/// "[3]". `number` counts from 1 in the draft's list of findings.
struct FindingMark {
  std::uint32_t number = 0;
  std::string code;               ///< Empty in a narrow place.
  std::string text() const;
  friend bool operator==(const FindingMark&, const FindingMark&) = default;
};

/// Signs drawn as paths, since fonts lack some of them (visual specification, section 2).
enum class SymbolKind : std::uint8_t { arrow_right, dot_filled, dot_half, dot_open, dot_dashed, square_filled, diamond_filled, diamond_open, not_equal, plus, triangle, cross };

struct Symbol {
  SymbolKind kind = SymbolKind::arrow_right;
  bool is_focus = false;          ///< In the accent colour.
  std::string alt;                ///< What a screen reader says ("to"); empty: an artifact, as a word follows.
};

struct LineBreak {};

/// The number of the page on which `label` (an exhibit or section label) stands; known after layout.
struct PageNumber {
  std::string label;
};

using Inline = std::variant<Text, FigureText, NoteMarks, DisputeTag, FindingMark, Symbol, LineBreak, PageNumber>;
using Inlines = std::vector<Inline>;

/// The text of inlines without marks and tags: contents, bookmarks, alt text.
std::string plain_text(const Inlines& inlines);

}  // namespace briefpack::document
