#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <briefpack/result.h>

#include "templates/tree.h"

namespace briefpack::templates {

/// A file that `include` names, already in the run's SourceMap as number `file`.
struct LoadedFile {
  std::uint32_t file = 0;
  std::shared_ptr<const std::string> text;
};

/// Opens an included file. `path` is relative to the template's folder, with `/`, checked to stay inside it, and normalised.
/// `asked_at` is the place of the path, for the loader's own error.
using Loader = std::function<Result<LoadedFile>(const std::string& path, SourceSpan asked_at)>;

// Limits, so that a hostile template is refused in bounded time and memory.
inline constexpr std::size_t kTemplateLimit = 4u << 20;  ///< Bytes of one file.
inline constexpr std::size_t kFrontMatterLimit = 64u << 10;
inline constexpr std::size_t kNodeLimit = 200'000;  ///< Blocks, inlines and cells, included files counted.
inline constexpr int kNestingLimit = 32;            ///< Lists, quotes, directives and emphasis inside one another.
inline constexpr int kIncludeLimit = 8;
inline constexpr std::size_t kFaultLimit = 200;  ///< Further errors are only counted.

/// Reads a template: `text` is file number `file`. Phases: check the bytes, cut off the front matter, CommonMark blocks by
/// cmark-gfm, places of inlines by matching them against the source lines, roles and directives, bodies again.
/// All errors are collected (codes template/… and expression/…); unknown front matter fields are warnings.
Result<Template> read_template(std::string_view text, std::uint32_t file, const Loader& loader);

/// Sets a front matter field from the command line: `title`, `focus`, `entities` … or `figures.NAME` (or the name of a figure
/// that is there). Errors have no place and name the key: template/override.
Result<bool> override_front_matter(FrontMatter& front_matter, std::string_view key, std::string_view value);

/// One node a line, indented, with places: for goldens and for looking.
std::string dump(const Template& tree);

}  // namespace briefpack::templates
