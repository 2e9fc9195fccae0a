#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/source_span.h>

#include "templates/tree.h"

namespace briefpack::truth {

/// A stretch of a template that is printed as one text: a paragraph, a heading, a cell, a title. Emphasis and links are
/// written out; each role, code span and claim is one U+FFFC, so that what they print is never taken for typed words.
class RunningText {
 public:
  enum class Place : std::uint8_t {
    prose,
    heading,
    cell,
    numbering_cell
  };  ///< numbering_cell: below the head "No." or "#".

  static constexpr std::size_t kInContext = static_cast<std::size_t>(-1);
  /// What a role names, at byte `at` or in the context: any of the two may be empty. "focus" and `$c` are left as they are.
  struct Mention {
    std::size_t at = 0;
    std::string metric, entity;
  };

  RunningText(const templates::Inlines& inlines, Place place);
  /// A text without roles, such as a group's name.
  explicit RunningText(const templates::LocatedText& plain);

  const std::string& text() const { return text_; }
  Place place() const { return place_; }
  const std::vector<Mention>& mentions() const { return mentions_; }
  /// What says of what a cell's number is: the head of its column and the first cell of its row. Empty elsewhere.
  const std::string& context() const { return context_; }
  /// Takes text and mentions of `other` into the context.
  void add_context(const RunningText& other);
  /// Where bytes [begin, end) stand in the template; of several pieces the part in the first.
  SourceSpan span(std::size_t begin, std::size_t end) const;

 private:
  struct Piece {
    std::size_t at = 0;
    const templates::Inline* text = nullptr;
  };
  void add(const templates::Inlines& inlines);
  void add_opaque() { text_ += "\uFFFC"; }
  void add_expression(const expression::Expression& expression);

  std::string text_, context_;
  std::vector<Piece> pieces_;  ///< Point into the tree, which must outlive this.
  std::vector<Mention> mentions_;
  SourceSpan plain_span_;
  Place place_ = Place::prose;
};

/// Everything that a template prints as typed, in reading order: front matter titles, blocks, texts of directives, labels
/// of rows, groups and periods. Only texts that could hold a number.
std::vector<RunningText> running_texts(const templates::Template& tree);

}  // namespace briefpack::truth
