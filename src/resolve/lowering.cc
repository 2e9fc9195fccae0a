#include "resolve/lowering.h"

#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace briefpack::resolve {

namespace {

Diagnostic with_details(Diagnostic diagnostic, std::string pointer, std::string hint) {
  diagnostic.pointer = std::move(pointer);
  if (!hint.empty()) diagnostic.hints.push_back(std::move(hint));
  return diagnostic;
}

}  // namespace

bool Lowering::take_label(const std::string& label, SourceSpan span) {
  const auto [at, is_new] = labels_.try_emplace(label, span);
  if (!is_new) {
    book.diagnostics().push_back(
        Diagnostic::error("resolve/duplicate-label", span, fmt::format("the label {} is given twice", quoted(label)))
            .note(at->second, "first given here")
            .hint("a label names one exhibit or page"));
  }
  return is_new;
}

void Lowering::error(std::string code, SourceSpan span, std::string message, std::string pointer, std::string hint) {
  book.diagnostics().push_back(
      with_details(Diagnostic::error(std::move(code), span, std::move(message)), std::move(pointer), std::move(hint)));
}

void Lowering::warning(std::string code, SourceSpan span, std::string message, std::string pointer, std::string hint) {
  book.diagnostics().push_back(with_details(Diagnostic::warning(std::move(code), span, std::move(message)),
                                            std::move(pointer), std::move(hint)));
}

}  // namespace briefpack::resolve
