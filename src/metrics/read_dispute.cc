// The items of the lists "caveats" and "disputes".
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Caveat;
using dataset::Dispute;
using dataset::Position;

std::optional<std::string> read_weight(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords{"high", "medium", "low"};
  const auto at = read_word(in, node, kWords);
  return at ? std::optional(kWords[*at]) : std::nullopt;
}

constexpr Field<Caveat> kCaveat[] = {
    {"id", set<read_id, &Caveat::id>, kRequired},
    {"weight", set<read_weight, &Caveat::weight>, kRequired},
    {"about", set<read_names, &Caveat::about>, kRequired},
    {"text", set<read_local_text, &Caveat::text>, kRequired},
};

/// One name or a list of them.
std::optional<std::vector<std::string>> read_name_or_names(ReadContext& in, const Node& node) {
  if (node.is(JsonKind::list)) return read_names(in, node);
  auto one = read_text(in, node);
  return one ? std::optional(std::vector{*std::move(one)}) : std::nullopt;
}

constexpr Field<Position> kPosition[] = {
    {"by", set<read_local_text, &Position::by>, kRequired},
    {"claim", set<read_local_text, &Position::claim>, kRequired},
    {"text", set<read_local_text, &Position::text>},
    {"about", set<read_name_or_names, &Position::about>},
    {"equals", set<read_local_text, &Position::equals>},
    {"sources", set<read_citations, &Position::citations>},
};

void read_positions(ReadContext& in, const Node& value, Dispute& to) {
  if (!expect_members(in, value, JsonKind::list)) return;
  for (const Node each : value) {
    Position position;
    position.span = each.span();
    if (!read_fields(in, each, kPosition, position, nullptr)) continue;
    to.positions.push_back(std::move(position));
  }
}

constexpr Field<Dispute> kTreatment[] = {
    {"claim", set<read_local_text, &Dispute::treatment_claim>, kRequired},
    {"text", set<read_local_text, &Dispute::treatment_text>, kRequired},
};

constexpr Field<Dispute> kDispute[] = {
    {"id", set<read_id, &Dispute::id>, kRequired},
    {"question", set<read_local_text, &Dispute::question>, kRequired},
    {"about", set<read_names, &Dispute::about>, kRequired},
    {"positions", read_positions, kRequired},
    {"treatment",
     [](ReadContext& in, const Node& value, Dispute& to) { read_fields(in, value, kTreatment, to, nullptr); },
     kRequired},
    {"settled_by", set<read_local_text, &Dispute::settled_by>},
    {"since", set<read_date_text, &Dispute::since>},
    {"closed", set<read_date_text, &Dispute::closed>},
};

bool is_dispute_number(std::string_view id) {
  return id.size() >= 2 && id.front() == 'D' && id[1] != '0' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Keeps what the member `about` of `node` names, to be found later. `name` gives owner and indices.
void keep_about(Draft& to, const Node& node, const AboutName& name) {
  const auto about = member_of(node, "about");
  if (!about) return;
  const auto keep = [&](const Node& each) {
    if (!each.is(JsonKind::text)) return;  // reported where it was read
    AboutName kept = name;
    kept.name = each.text();
    kept.span = each.span();
    kept.pointer = each.pointer();
    to.about_names.push_back(std::move(kept));
  };
  if (!about->is(JsonKind::list)) return keep(*about);
  for (const Node each : *about)
    keep(each);
}

}  // namespace

void read_caveat(ReadContext& in, const Node& node, Draft& to) {
  Caveat caveat;
  if (!read_fields(in, node, kCaveat, caveat, &caveat.places)) return;
  const auto index = static_cast<std::uint32_t>(to.data.caveats.size());
  keep_about(to, node, {AboutName::Owner::caveat, index, 0, {}, {}, {}});
  define_id(in, node, to, IdKind::caveat, caveat.id, index);
  to.data.caveats.push_back(std::move(caveat));
}

void read_dispute(ReadContext& in, const Node& node, Draft& to) {
  Dispute dispute;
  if (!read_fields(in, node, kDispute, dispute, &dispute.places)) return;
  if (!dispute.id.empty() && !is_dispute_number(dispute.id)) {
    in.error("metrics/id", *member_of(node, "id"),
             fmt::format("{} is no dispute number: expected D1, D2 and so on", quoted(dispute.id)));
  }
  const auto index = static_cast<std::uint32_t>(to.data.disputes.size());
  keep_about(to, node, {AboutName::Owner::dispute, index, 0, {}, {}, {}});
  if (const auto positions = member_of(node, "positions")) {
    std::uint32_t position = 0;
    for (const Node each : *positions) {
      if (each.is(JsonKind::object)) keep_about(to, each, {AboutName::Owner::position, index, position++, {}, {}, {}});
    }
  }
  define_id(in, node, to, IdKind::dispute, dispute.id, index);
  to.data.disputes.push_back(std::move(dispute));
}

}  // namespace briefpack::metrics
