#include "metrics/field_table.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::metrics {

void report_missing(ReadContext& in, const Node& object, std::string_view field) {
  in.error("metrics/missing-field", object, fmt::format("the object has no \"{}\", which is required", field));
}

void warn_unknown(ReadContext& in, const Node& member, const std::vector<std::string_view>& fields) {
  Diagnostic warning =
      Diagnostic::warning("metrics/unknown-field", member.key_span(),
                          fmt::format("the field {} is unknown here and is ignored", quoted(member.key())))
          .at(member.pointer());
  const bool is_kept = in.problems.keeps_warnings();
  const auto near = is_kept ? nearest(member.key(), {fields.begin(), fields.end()}) : std::nullopt;
  warning.hints.push_back(near ? fmt::format("did you mean \"{}\"?", *near)
                               : "a name that starts with x_ is ignored without a warning");
  in.report(std::move(warning));
}

}  // namespace briefpack::metrics
