#include <briefpack/source_span.h>

#include <cassert>
#include <utility>

namespace briefpack {

namespace {
// A file may be one line, as a minified one is, and its faults are shown in it; of a hostile one no more is gone through for each.
constexpr std::size_t kLongestLine = 256u << 10;
}  // namespace

std::uint32_t SourceMap::add(std::string name, std::shared_ptr<const std::string> text) {
  files_.push_back({std::move(name), std::move(text)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

const std::string& SourceMap::name(std::uint32_t file) const {
  assert(file < files_.size());
  return files_[file].name;
}

const std::string& SourceMap::text(std::uint32_t file) const {
  assert(file < files_.size());
  return *files_[file].text;
}

std::string_view SourceMap::line(std::uint32_t file, std::uint32_t line) const {
  if (file >= files_.size() || line == 0) return {};
  const File& asked = files_[file];
  const std::string_view text = *asked.text;
  if (asked.line_starts.empty()) {
    asked.line_starts.push_back(0);
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) asked.line_starts.push_back(end + 1);
  }
  if (line > asked.line_starts.size()) return {};
  std::string_view rest = text.substr(asked.line_starts[line - 1]);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest.substr(0, kLongestLine);
}

}  // namespace briefpack
