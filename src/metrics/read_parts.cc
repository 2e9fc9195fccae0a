// Parts that several kinds of items have in common (read_items.h).
#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Citation;

constexpr Field<Citation> kCitation[] = {
    {"source",
     [](ReadContext& in, const Node& value, Citation& to) {
       set<read_id, &Citation::source>(in, value, to);
       if (!to.source.empty()) in.refer(IdKind::source, value);
     },
     kRequired},
    {"locator", set<read_local_text, &Citation::locator>, kRequired},
    {"as_stated",
     [](ReadContext& in, const Node& value, Citation& to) {
       set<read_wording, &Citation::as_stated>(in, value, to);
       to.span = value.span();  // where a wording is given it is what findings are about
     }},
};

}  // namespace

std::optional<std::vector<Citation>> read_citations(ReadContext& in, const Node& node) {
  if (!expect_members(in, node, JsonKind::list)) return std::nullopt;
  std::vector<Citation> out;
  for (const Node each : node) {
    Citation citation;
    citation.span = each.span();
    if (read_fields(in, each, kCitation, citation, nullptr)) out.push_back(std::move(citation));
  }
  return out;
}

std::optional<std::vector<std::string>> read_names(ReadContext& in, const Node& node) {
  if (!expect_members(in, node, JsonKind::list)) return std::nullopt;
  std::vector<std::string> out;
  for (const Node each : node) {
    if (auto text = read_text(in, each)) out.push_back(*std::move(text));
  }
  return out;
}

std::optional<Node> member_of(const Node& object, std::string_view name) {
  for (const Node member : object) {
    if (member.key() == name) return member;
  }
  return std::nullopt;
}

void define_id(ReadContext& in, const Node& object, Draft& draft, IdKind kind, std::string_view id, std::size_t index) {
  if (id.empty()) return;  // missing or faulty, and reported
  const auto place = member_of(object, "id");
  const SourceSpan span = place ? place->span() : object.span();
  const IdTable::Entry* known = draft.references.of(kind).add(id, static_cast<std::uint32_t>(index), span);
  if (known == nullptr) return;
  const bool is_same = known->id == id;
  in.report(
      Diagnostic::error("metrics/duplicate-id", span,
                        is_same ? fmt::format("the id {} already names another {}", quoted(id), name_of(kind))
                                : fmt::format("the id {} differs from {} in case alone", quoted(id), quoted(known->id)))
          .at(place ? place->pointer() : object.pointer())
          .note(known->span, "first given here"));
}

std::uint32_t link_to(Draft& draft, IdKind kind, LateLink link) {
  if (link.id.empty()) return kNotYet;
  if (const auto index = draft.references.of(kind).find(link.id)) return *index;
  draft.late_links.push_back(std::move(link));
  return kNotYet;
}

}  // namespace briefpack::metrics
