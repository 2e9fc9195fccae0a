#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "templates/parse_markdown.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// Finds where each inline stands. cmark-gfm's columns are wrong after a line break, behind lazy quote lines, in table cells
/// with `\|` and before entities; so the inlines, which come in the order of the source, are matched against the block's own
/// text from front to back: what stands between two of them can only be markup. Offsets are bytes of the content.
class Aligner {
 public:
  explicit Aligner(const Content& content) : text_(content.text()) {}

  /// Where the next inline starts.
  std::size_t at() const { return at_; }
  /// Moves over a text; the offset of each of its bytes, and of its end.
  std::vector<std::uint32_t> text(std::string_view literal);
  /// Moves over a code span; the offset of its first literal byte. Each further byte follows the one before.
  std::size_t code(std::string_view literal);
  void html(std::string_view literal);
  /// Moves over a line end with the spaces or the backslash before it.
  void line_break();
  void enter(MarkdownNode::Kind kind);
  void leave(MarkdownNode::Kind kind);

 private:
  /// Moves to `literal` where it stands further on; stays where it is when it does not.
  void seek(std::string_view literal);
  bool stands_here(std::string_view literal) const;
  bool skip(char c);
  void skip_link_target();

  const std::string& text_;
  std::size_t at_ = 0;
  std::vector<bool> autolinks_;  ///< For each open link: whether it is `<…>`.
};

}  // namespace briefpack::templates
