#include "templates/include.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "templates/check_source.h"
#include "templates/front_matter.h"
#include "templates/read_blocks.h"

namespace briefpack::templates {

namespace {

constexpr std::size_t kMostIncludes = 200;

}  // namespace

std::optional<std::string> normalised_path(std::string_view path) {
  if (path.empty() || path.size() > 400 || path.front() == '/' || path.front() == '~') return std::nullopt;
  if (path.find_first_of("\\:") != std::string_view::npos) return std::nullopt;
  std::string out;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t slash = std::min(path.find('/', from), path.size());
    const std::string_view part = path.substr(from, slash - from);
    from = slash + 1;
    if (part == ".") continue;
    if (part == ".." || part.empty()) return std::nullopt;
    out += (out.empty() ? "" : "/") + std::string(part);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

Blocks read_file(const SourceFile& file, std::size_t first_line, int depth, Reading& reading) {
  return read_markdown(view_of(file, first_line), depth, reading);
}

void read_include(const LocatedText& path, int depth, Reading& reading, Blocks& out) {
  if (path.text.empty() || path.text.find('`') != std::string::npos) return;  // reported with the argument
  const auto fail = [&](std::string message, std::string hint = {}) {
    reading.error("template/include", path.span, std::move(message), std::move(hint));
  };
  const auto name = normalised_path(path.text);
  if (!name)
    return fail(quoted(path.text) + " leaves the template's folder", "give a path below it, such as parts/method.md");
  if (std::find(reading.including.begin(), reading.including.end(), *name) != reading.including.end()) {
    return fail(quoted(*name) + " includes itself");
  }
  if (reading.including.size() >= kIncludeLimit)
    return fail("includes nest more than " + std::to_string(kIncludeLimit) + " deep");
  if (++reading.includes > kMostIncludes) return fail("more than " + std::to_string(kMostIncludes) + " includes");
  if (!reading.loader) return fail("nothing can be included here");
  auto loaded = reading.loader(*name, path.span);
  if (!loaded) return reading.report(loaded.take_diagnostics());
  if (*loaded->text == reading.template_text) return fail(quoted(*name) + " includes itself");
  if (loaded->text->size() > kTemplateLimit) {
    return fail(quoted(*name) + " is larger than " + std::to_string(kTemplateLimit) + " bytes");
  }
  const SourceFile file(*loaded->text, loaded->file);
  Diagnostics faults = check_source(*loaded->text, file);
  if (has_errors(faults)) return reading.report(std::move(faults));
  if (has_front_matter(file)) {
    return reading.error("template/include", file.span(1, 0, 3), "an included file has no front matter",
                         "move its fields to the template that includes it");
  }
  reading.including.push_back(*name);
  Blocks blocks = read_file(file, 0, depth, reading);
  reading.including.pop_back();
  std::move(blocks.begin(), blocks.end(), std::back_inserter(out));
}

}  // namespace briefpack::templates
