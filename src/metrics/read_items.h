#pragma once

#include "metrics/draft.h"
#include "metrics/json_item.h"
#include "metrics/read_values.h"

namespace briefpack::metrics {

// One function for each kind of item of the metric file (DESIGN.md section 2): reads it through its field table, checks
// what can be checked without the rest of the file, and adds it to the draft. Faults go to the context; a faulty item is added
// as far as it was read, so that what refers to it is no second fault.

void read_pack(ReadContext& in, const Node& node, Draft& to);
void read_entity(ReadContext& in, const Node& node, Draft& to);
void read_topic(ReadContext& in, const Node& node, Draft& to);
void read_source(ReadContext& in, const Node& node, Draft& to);
void read_metric(ReadContext& in, const Node& node, Draft& to);
void read_observation(ReadContext& in, const Node& node, Draft& to);
void read_caveat(ReadContext& in, const Node& node, Draft& to);
void read_dispute(ReadContext& in, const Node& node, Draft& to);
void read_action(ReadContext& in, const Node& node, Draft& to);
void read_accepted(ReadContext& in, const Node& node, Draft& to);

/// The list `sources` of an observation, a position or an action.
std::optional<std::vector<dataset::Citation>> read_citations(ReadContext& in, const Node& node);

/// A list of ids, or of what `about` may name; not checked further.
std::optional<std::vector<std::string>> read_names(ReadContext& in, const Node& node);

/// The member of this name, or nothing.
std::optional<Node> member_of(const Node& object, std::string_view name);

/// Puts the id of a thing that was just read into the table of its kind; reports metrics/duplicate-id.
void define_id(ReadContext& in, const Node& object, Draft& draft, IdKind kind, std::string_view id, std::size_t index);

/// `index` of the thing of this kind, or kNotYet with a late link that fills it in later.
std::uint32_t link_to(Draft& draft, IdKind kind, LateLink link);

}  // namespace briefpack::metrics
