#include <briefpack/source_span.h>

#include <cassert>
#include <utility>

namespace briefpack {

namespace {
// A caret line longer than this tells nobody anything and could be the whole of a hostile file.
constexpr std::size_t kLongestLine = 4000;
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
  std::string_view rest = *files_[file].text;
  for (std::uint32_t at = 1; at < line; ++at) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest.substr(0, kLongestLine);
}

}  // namespace briefpack
