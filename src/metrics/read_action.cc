// The items of the list "actions".
#include <fmt/format.h>

#include <utility>

#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Action;
using dataset::ActionStatus;
using dataset::Amount;

/// An action with the id that will become its index.
struct Row : Action {
  std::string entity_id;
};

void read_amount_value(ReadContext& in, const Node& value, Amount& to) {
  if (const auto number = read_number(in, value)) {
    to.value = number->value;
    to.value_decimals = number->decimals;
  }
}

void read_within(ReadContext& in, const Node& value, Amount& to) {
  set<read_id, &Amount::within>(in, value, to);
  if (!to.within.empty()) in.refer(IdKind::action, value);
}

constexpr Field<Amount> kAmount[] = {
    {"value", read_amount_value},
    {"currency", set<read_currency, &Amount::currency>},
    {"unit_mult", set<read_unit_mult, &Amount::unit_mult>},
    {"qualifier", set<read_qualifier, &Amount::qualifier>},
    {"within", read_within},
    {"obs_status", set<read_obs_status, &Amount::status>},
};

/// An amount has one of three forms: {value, currency, …}, {within}, {obs_status}.
void check_form(ReadContext& in, const Node& node, const Amount& amount) {
  const auto has = [&](std::string_view name) { return member_of(node, name).has_value(); };
  const int forms = has("value") + has("within") + has("obs_status");
  if (forms != 1) {
    in.error("metrics/amount", node, forms == 0 ? "the amount says nothing" : "the amount has two forms at once",
             "give value and currency, or within, or obs_status");
  } else if (has("value") && !has("currency")) {
    in.error("metrics/currency", node, "the amount has no currency");
  } else if (has("obs_status") && !amount.status.empty() && !amount.status.missing()) {
    in.error("metrics/amount", *member_of(node, "obs_status"),
             "the amount has a status that does not say why it is missing",
             "O: missing, L: not collected, M: cannot exist, Q: suppressed");
  } else if (!has("value") && (has("currency") || has("unit_mult") || has("qualifier"))) {
    in.error("metrics/amount", node, "the amount has a currency, multiplier or qualifier without a value");
  }
}

void read_amount(ReadContext& in, const Node& value, Row& to) {
  Amount amount;
  if (!read_fields(in, value, kAmount, amount, nullptr)) return;
  check_form(in, value, amount);
  to.amount = std::move(amount);
}

void read_entity_of(ReadContext& in, const Node& value, Row& to) {
  set<read_id, &Row::entity_id>(in, value, to);
  if (!to.entity_id.empty()) in.refer(IdKind::entity, value);
}

std::optional<std::string> read_instrument(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords{"strategy",       "funding",  "regulation",    "skills",
                                               "infrastructure", "research", "international", "other"};
  const auto at = read_word(in, node, kWords);
  return at ? std::optional(kWords[*at]) : std::nullopt;
}

constexpr Field<Row> kAction[] = {
    {"id", set<read_id, &Row::id>, kRequired},
    {"entity", read_entity_of, kRequired},
    {"title", set<read_local_text, &Row::title>, kRequired},
    {"date", set_or_null<read_date_period, &Row::date>, kRequired},
    {"end_date", set_or_null<read_date_period, &Row::end_date>},
    {"date_inferred", set<read_flag, &Row::date_inferred>},
    {"as_of", set<read_date_text, &Row::as_of>},
    {"instrument", set<read_instrument, &Row::instrument>},
    {"instrument_label", set<read_local_text, &Row::instrument_label>},
    {"status", set<read_enum<ActionStatus, 8>, &Row::status>},
    {"status_label", set<read_local_text, &Row::status_label>},
    {"amount", read_amount},
    {"summary", set<read_local_text, &Row::summary>},
    {"limitation", set<read_limitation, &Row::limitation>},
    {"sources", set<read_citations, &Row::citations>, kRequired},
    {"obs_status", set<read_obs_status, &Row::obs_status>},
    {"comment", set<read_local_text, &Row::comment>},
};

}  // namespace

void read_action(ReadContext& in, const Node& node, Draft& to) {
  Row row;
  if (!read_fields(in, node, kAction, row, &row.places)) return;
  if (row.date && row.end_date && row.end_date->end < row.date->start) {
    in.error("metrics/date", *member_of(node, "end_date"), "the action ends before it starts");
  }
  if (row.obs_status.empty()) row.obs_status.add(dataset::ObsStatus::A);
  const auto index = static_cast<std::uint32_t>(to.data.actions.size());
  row.entity = link_to(to, IdKind::entity, {LateLink::Target::action_entity, index, row.entity_id});
  define_id(in, node, to, IdKind::action, row.id, index);
  to.data.actions.push_back(std::move(static_cast<Action&>(row)));
}

}  // namespace briefpack::metrics
