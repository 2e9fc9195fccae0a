#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace briefpack {

/// A place in an input file. Lines and columns count from 1; columns count code points, as editors do.
/// `line == 0` means "no place": the fault lies in no file (a command-line option, a missing font).
struct SourceSpan {
  std::uint32_t file = 0;    ///< Index into the run's SourceMap.
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;  ///< In code points on that line; 0 marks the single position.

  bool is_known() const { return line != 0; }
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// The input files of one run: names for messages, texts for the line that a caret points into.
/// A file's index stays valid for the life of the map. Texts are shared, never copied.
class SourceMap {
 public:
  /// Adds a file and returns its index. `name` is what messages print, as the user gave it.
  std::uint32_t add(std::string name, std::shared_ptr<const std::string> text);
  std::size_t size() const { return files_.size(); }
  const std::string& name(std::uint32_t file) const;
  const std::string& text(std::uint32_t file) const;
  /// Line `line` (from 1) without its end; empty when there is none. At most the first 4,000 bytes. The first question about a
  /// file goes through it once, so two threads must not ask at the same time.
  std::string_view line(std::uint32_t file, std::uint32_t line) const;

 private:
  struct File {
    std::string name;
    std::shared_ptr<const std::string> text;
    mutable std::vector<std::size_t> line_starts{};  ///< Empty until the first question.
  };
  std::vector<File> files_;
};

}  // namespace briefpack
