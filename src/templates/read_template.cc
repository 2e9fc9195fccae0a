#include "templates/read_template.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "templates/check_source.h"
#include "templates/front_matter.h"
#include "templates/include.h"
#include "templates/reading.h"

namespace briefpack::templates {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Result<Template> read_template(std::string_view whole_text, std::uint32_t file_number, const Loader& loader) {
  std::string_view text = whole_text;
  if (text.size() > kTemplateLimit) {
    return Diagnostic::error("template/too-large", SourceSpan{file_number, 1, 1, 0},
                             "the template is larger than " + std::to_string(kTemplateLimit) + " bytes");
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const SourceFile file(text, file_number);
  Diagnostics unreadable = check_source(text, file);
  if (has_errors(unreadable)) return unreadable;
  Reading reading(loader);
  reading.template_text = whole_text;
  Template out;
  std::size_t body_line = 0;
  out.front_matter = read_front_matter(file, reading, body_line);
  out.blocks = read_file(file, body_line, 0, reading);
  Diagnostics findings = reading.take_diagnostics();
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.file, a.span.line, a.span.column) < std::tie(b.span.file, b.span.line, b.span.column);
  });
  if (has_errors(findings)) return findings;
  return Result<Template>(std::move(out), std::move(findings));
}

}  // namespace briefpack::templates
