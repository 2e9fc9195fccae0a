#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>

#include "expression/parse.h"
#include "templates/read_template.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// What the parts of the reader share while one template is read, included files among it.
class Reading {
 public:
  explicit Reading(const Loader& include_loader) : loader(include_loader) {}

  /// Adds a fault; behind kFaultLimit of them the rest is only counted.
  void report(Diagnostic fault);
  void report(Diagnostics faults);
  void error(std::string code, SourceSpan span, std::string message, std::string hint = {});
  /// True while the tree may grow; reports template/too-large once.
  bool may_add_node(SourceSpan span);
  /// Reports template/too-large, once.
  void refuse_size(SourceSpan span);
  std::size_t nodes_left() const { return kNodeLimit - nodes_; }
  /// True while `depth` is allowed; reports template/too-deep.
  bool may_nest(int depth, SourceSpan span);
  Diagnostics take_diagnostics();

  const Loader& loader;
  std::vector<std::string> including;  ///< Paths being read, the outermost first.
  std::size_t includes = 0;
  std::string_view template_text;   ///< The outermost file, which has no path here: it must not include itself either.
  bool has_unclosed_fence = false;  ///< What stands in which directive is then guesswork, and counts are not checked.

 private:
  Diagnostics diagnostics_;
  std::size_t left_out_ = 0;
  bool left_out_errors_ = false;
  std::size_t nodes_ = 0;
  bool is_full_ = false;
};

/// Places of an expression that is all of `content`. `content` must outlive it.
expression::Locate locate_in(const Content& content, std::size_t from = 0);

}  // namespace briefpack::templates
