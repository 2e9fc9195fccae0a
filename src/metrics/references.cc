#include "metrics/references.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::metrics {

namespace {

std::string folded(std::string_view id) {
  std::string out(id);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::string_view name_of(IdKind kind) {
  static constexpr std::array<std::string_view, kIdKinds> kNames{"entity",      "topic",  "source",  "metric",
                                                                 "observation", "caveat", "dispute", "action"};
  return kNames[static_cast<std::size_t>(kind)];
}

const IdTable::Entry* IdTable::add(std::string_view id, std::uint32_t index, SourceSpan span) {
  const auto [at, is_new] = by_folded_id_.emplace(folded(id), static_cast<std::uint32_t>(entries_.size()));
  if (!is_new) return &entries_[at->second];
  by_id_.emplace(id, at->second);
  entries_.push_back({std::string(id), index, span});
  return nullptr;
}

std::optional<std::uint32_t> IdTable::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  if (at == by_id_.end()) return std::nullopt;
  return entries_[at->second].index;
}

std::vector<std::string> IdTable::candidates() const {
  // Beyond this, comparing a wrong name with all of them for each of many errors would take minutes.
  constexpr std::size_t kMost = 5000;
  std::vector<std::string> out;
  if (entries_.size() > kMost) return out;
  for (const Entry& each : entries_)
    out.push_back(each.id);
  return out;
}

void References::use(Reference reference) {
  if (!of(reference.kind).find(reference.id)) waiting_.push_back(std::move(reference));
}

void References::report_unknown(Problems& problems) const {
  for (const Reference& each : waiting_) {
    if (of(each.kind).find(each.id)) continue;
    const std::string_view kind = name_of(each.kind);
    Diagnostic error = Diagnostic::error(fmt::format("metrics/unknown-{}", kind), each.span,
                                         fmt::format("no {} has the id {}", kind, quoted(each.id)))
                           .at(each.pointer);
    error.hides_source = each.hides_source;
    if (problems.keeps_errors()) {
      const std::string hint = nearest_hint(each.id, of(each.kind).candidates());
      if (!hint.empty()) error.hints.push_back(hint);
    }
    problems.add(std::move(error));
  }
}

}  // namespace briefpack::metrics
