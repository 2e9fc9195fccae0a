#include "templates/reading.h"

#include <utility>

namespace briefpack::templates {

void Reading::report(Diagnostic fault) {
  if (diagnostics_.size() >= kFaultLimit) {
    ++left_out_;
    left_out_errors_ |= fault.severity == Severity::error;
    return;
  }
  diagnostics_.push_back(std::move(fault));
}

void Reading::report(Diagnostics faults) {
  for (Diagnostic& fault : faults)
    report(std::move(fault));
}

void Reading::error(std::string code, SourceSpan span, std::string message, std::string hint) {
  Diagnostic fault = Diagnostic::error(std::move(code), span, std::move(message));
  if (!hint.empty()) fault.hints.push_back(std::move(hint));
  report(std::move(fault));
}

bool Reading::may_add_node(SourceSpan span) {
  if (nodes_ < kNodeLimit) {
    ++nodes_;
    return true;
  }
  refuse_size(span);
  return false;
}

void Reading::refuse_size(SourceSpan span) {
  if (is_full_) return;
  is_full_ = true;
  error("template/too-large", span, "the template has more than " + std::to_string(kNodeLimit) + " parts");
}

bool Reading::may_nest(int depth, SourceSpan span) {
  if (depth <= kNestingLimit) return true;
  error("template/too-deep", span,
        "lists, quotes, directives and emphasis nest more than " + std::to_string(kNestingLimit) + " deep");
  return false;
}

Diagnostics Reading::take_diagnostics() {
  if (left_out_ > 0) {
    Diagnostic rest = Diagnostic::error("template/more-faults", diagnostics_.back().span,
                                        std::to_string(left_out_) + " further faults are not shown");
    rest.count = left_out_;
    if (!left_out_errors_) rest.severity = Severity::warning;
    diagnostics_.push_back(std::move(rest));
    left_out_ = 0;
  }
  return std::move(diagnostics_);
}

expression::Locate locate_in(const Content& content, std::size_t from) {
  return [&content, from](std::size_t begin, std::size_t end) { return content.span(from + begin, from + end); };
}

}  // namespace briefpack::templates
