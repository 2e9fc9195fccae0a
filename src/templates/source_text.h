#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack::templates {

/// One file cut into lines, with columns in code points. Line ends are LF, CR LF or CR. The text must outlive it.
class SourceFile {
 public:
  SourceFile(std::string_view text, std::uint32_t number);
  const std::vector<std::string_view>& lines() const { return lines_; }
  /// Bytes [begin, end) of line `line`, counted from 1; cut at the line's end.
  SourceSpan span(std::uint32_t line, std::size_t begin, std::size_t end) const;

 private:
  std::size_t code_points_before(std::uint32_t line, std::size_t byte) const;

  std::uint32_t number_;
  std::vector<std::string_view> lines_;
  // Counts every kStep bytes of the line asked for last, so that many places in one long line cost little.
  mutable std::uint32_t counted_line_ = 0;
  mutable std::vector<std::uint32_t> counts_;
};

/// A line of a text that is parsed as Markdown: the tail of a line of the file, from byte `byte` on.
struct ViewLine {
  std::string_view text;
  std::uint32_t line = 0;
  std::uint32_t byte = 0;
};

/// The whole file, or the body of a fence in it with its indentation taken off.
struct View {
  const SourceFile* file = nullptr;
  std::vector<ViewLine> lines;
  std::string joined() const;
};
View view_of(const SourceFile& file, std::size_t from_line = 0);

/// A text put together from pieces of the file that knows where each of its bytes stands. Without a file (a value from the
/// command line) every span is unknown.
class Content {
 public:
  explicit Content(const SourceFile* file) : file_(file) {}
  static Content without_place(std::string text);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  /// Appends `piece`, which stands at byte `byte` of line `line`.
  void append(std::string_view piece, std::uint32_t line, std::size_t byte);
  void append(const Content& more);
  /// Appends a character that stands nowhere by itself: the line end between two pieces.
  void append_joint(char joint) { text_.push_back(joint); }
  SourceSpan span(std::size_t begin, std::size_t end) const;
  /// Bytes [begin, end) of this text.
  Content slice(std::size_t begin, std::size_t end) const;
  /// Without spaces at both ends.
  Content trimmed() const;
  /// The same places with another text of the same length (line ends made spaces).
  Content with_text(std::string text) const;

 private:
  struct Piece {
    std::size_t at = 0;
    std::uint32_t line = 0;
    std::size_t byte = 0;
  };
  std::size_t piece_at(std::size_t offset) const;

  const SourceFile* file_;
  std::string text_;
  std::vector<Piece> pieces_;
};

std::string_view trimmed(std::string_view text);
/// How many spaces and tabs `text` starts with.
std::size_t indent_of(std::string_view text);

}  // namespace briefpack::templates
