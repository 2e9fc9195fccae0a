// The items of the list "observations", and what can be said of one without knowing its metric.
#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Observation;
using dataset::Revision;

/// An observation with the ids that will become its indices.
struct Row : Observation {
  std::string metric_id, entity_id;
};

void read_metric_of(ReadContext& in, const Node& value, Row& to) {
  set<read_id, &Row::metric_id>(in, value, to);
  if (!to.metric_id.empty()) in.refer(IdKind::metric, value);
}

void read_entity_of(ReadContext& in, const Node& value, Row& to) {
  set<read_id, &Row::entity_id>(in, value, to);
  if (!to.entity_id.empty()) in.refer(IdKind::entity, value);
}

/// A number, a category or null.
void read_value(ReadContext& in, const Node& value, Row& to) {
  if (value.is(JsonKind::null)) return;
  if (value.is(JsonKind::text)) {
    const bool is_number =
        !value.text().empty() && value.text().find_first_not_of("0123456789.,-+ ") == std::string_view::npos;
    if (is_number) {
      read_number(in, value);  // says that the quotes are too many
    } else if (auto category = read_text(in, value)) {
      to.category = *std::move(category);
    }
    return;
  }
  if (!value.is(JsonKind::number)) {
    in.error("metrics/wrong-type", value,
             fmt::format("{} is {}; expected a number, a category or null", in.name_of(value), in_words(value.kind())));
    return;
  }
  if (const auto number = read_number(in, value)) {
    to.value = number->value;
    to.value_decimals = number->decimals;
  }
}

/// Two numbers, the lower one first.
void read_range(ReadContext& in, const Node& value, Row& to) {
  if (!expect(in, value, JsonKind::list)) return;
  std::vector<double> ends;
  bool is_good = true;
  std::size_t count = 0;
  for (const Node each : value) {
    if (++count > 2) break;
    const auto number = read_number(in, each);
    if (number) ends.push_back(number->value);
    is_good = is_good && number;
  }
  if (!is_good) return;
  if (count != 2) {
    in.error("metrics/range", value, "a range has two numbers: [low, high]");
  } else if (ends[0] > ends[1]) {
    in.error("metrics/range", value, "the low end of the range lies above its high end",
             in.is_secret ? "" : fmt::format("write [{}, {}]", ends[1], ends[0]));
  } else {
    to.range = {ends[0], ends[1]};
  }
}

std::optional<std::string> read_revision_kind(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords{"revised_by_source", "corrected", "method"};
  const auto at = read_word(in, node, kWords);
  return at ? std::optional(kWords[*at]) : std::nullopt;
}

/// The former value: a number as written, or a text.
std::optional<std::string> read_former_value(ReadContext& in, const Node& node) {
  if (node.is(JsonKind::text)) return read_text(in, node);
  if (!read_number(in, node)) return std::nullopt;
  return std::string(node.text());
}

std::optional<std::string> read_day_text(ReadContext& in, const Node& node) {
  if (!read_day(in, node)) return std::nullopt;
  return std::string(node.text());
}

constexpr Field<Revision> kRevision[] = {
    {"kind", set<read_revision_kind, &Revision::kind>, kRequired},
    {"was", set<read_former_value, &Revision::was>, kRequired},
    {"reason", set<read_local_text, &Revision::reason>},
    {"date", set<read_day_text, &Revision::date>},
};

constexpr Field<Row> kObservation[] = {
    {"id", set<read_id, &Row::id>},
    {"metric", read_metric_of, kRequired},
    {"entity", read_entity_of, kRequired},
    {"time_period", set_or_null<read_period, &Row::period>, kRequired},
    {"period_label", set<read_local_text, &Row::period_label>},
    {"sequence", set<read_positive, &Row::sequence>},
    {"obs_value", read_value, kRequired},
    {"obs_range", read_range},
    {"obs_text", set<read_local_text, &Row::text>},
    {"obs_status", set<read_obs_status, &Row::status>},
    {"qualifier", set<read_qualifier, &Row::qualifier>},
    {"sources", set<read_citations, &Row::citations>},
    {"limitation", set<read_limitation, &Row::limitation>},
    {"comment", set<read_local_text, &Row::comment>},
    {"definition", set<read_local_text, &Row::definition>},
    {"unit_measure", set<read_text, &Row::unit_measure>},
    {"unit_mult", set<read_unit_mult, &Row::unit_mult>},
    {"currency", set<read_currency, &Row::currency>},
    {"out_of", set<read_positive, &Row::out_of>},
    {"preferred", set<read_flag, &Row::is_preferred>},
    {"reason", set<read_local_text, &Row::reason>},
    {"withhold", set<read_local_text, &Row::withhold>},
    {"confidential", set<read_flag, &Row::is_confidential>},
    {"revision",
     [](ReadContext& in, const Node& value, Row& to) { read_fields(in, value, kRevision, to.revision, nullptr); }},
};

/// What an observation gives in the file, whether it could be read or not: a faulty value is no missing one.
struct Given {
  std::optional<Node> value, range, text, status, sources, sequence, qualifier, preferred, reason;
  explicit Given(const Node& node);
  bool has_value() const { return value && !value->is(JsonKind::null); }
  bool says_something() const { return has_value() || range || text; }
};

Given::Given(const Node& node) {
  static constexpr std::pair<std::string_view, std::optional<Node> Given::*> kMembers[] = {
      {"obs_value", &Given::value},   {"obs_range", &Given::range},       {"obs_text", &Given::text},
      {"obs_status", &Given::status}, {"sources", &Given::sources},       {"sequence", &Given::sequence},
      {"qualifier", &Given::qualifier}, {"preferred", &Given::preferred}, {"reason", &Given::reason},
  };
  for (const Node member : node) {
    const std::string_view key = member.key();
    for (const auto& [name, place] : kMembers) {
      if (key == name && !(this->*place)) this->*place = member;
    }
  }
}

void check_value_and_status(ReadContext& in, const Node& node, const Given& given, const Row& row) {
  if (given.has_value() && (given.range || given.text)) {
    in.error("metrics/value-and-range", *given.value,
             fmt::format("a value stands beside {}", given.range ? "obs_range" : "obs_text"),
             "set obs_value to null where the source gives no single value");
  }
  const auto missing = row.status.missing();
  const bool status_is_faulty = given.status && row.status.empty();
  if (given.value && !given.says_something() && !missing && !status_is_faulty) {
    in.error("metrics/missing-without-status", *given.value, "obs_value is null, and no range, text or status says why",
             "give an obs_status of O (missing), L (not collected), M (cannot exist) or Q (suppressed)");
  }
  if (given.says_something() && missing) {
    in.error("metrics/status-with-value", *given.status,
             fmt::format("obs_status {} says that there is no value, and one is given", dataset::code_of(*missing)));
  }
  std::size_t missing_statuses = 0;
  for (const dataset::ObsStatus each : row.status.list())
    missing_statuses += dataset::is_missing(each);
  if (missing_statuses > 1) {
    in.error("metrics/status-with-value", *given.status, "obs_status gives more than one reason why there is no value");
  }
  if (!given.sources) {
    if (given.says_something()) {
      in.error("metrics/value-without-source", node, "the observation states something and names no source",
               "add \"sources\": [{\"source\": …, \"locator\": …}]");
    } else {
      report_missing(in, node, "sources");
    }
  }
}

void check_helpers(ReadContext& in, const Given& given, const Row& row) {
  if (given.sequence && row.period) {
    in.error("metrics/sequence", *given.sequence,
             fmt::format("sequence orders unstated periods, and this period is {}", quoted(row.period->text)));
  }
  if (row.is_preferred && row.reason.empty() && !given.reason) {
    in.error("metrics/preferred", *given.preferred, "the observation is preferred without a reason",
             "add \"reason\"");
  }
  const auto& qualifier = given.qualifier;
  if (qualifier && !given.has_value() && !given.range) {
    Diagnostic warning = Diagnostic::warning("metrics/qualifier", qualifier->span(),
                                             "the qualifier stands without a number and says nothing");
    in.report(std::move(warning).at(qualifier->pointer()));
  }
}

}  // namespace

void read_observation(ReadContext& in, const Node& node, Draft& to) {
  const std::size_t errors_before = in.problems.error_count();
  Row row;
  if (!read_fields(in, node, kObservation, row, &row.places)) return;
  const Given given(node);
  check_value_and_status(in, node, given, row);
  check_helpers(in, given, row);
  if (!given.status) row.status.add(dataset::ObsStatus::A);
  row.is_withheld = in.is_secret;

  const auto index = static_cast<std::uint32_t>(to.data.observations.size());
  row.metric = link_to(to, IdKind::metric, {LateLink::Target::observation_metric, index, row.metric_id});
  row.entity = link_to(to, IdKind::entity, {LateLink::Target::observation_entity, index, row.entity_id});
  define_id(in, node, to, IdKind::observation, row.id, index);
  to.data.observations.push_back(std::move(static_cast<Observation&>(row)));
  to.faulty_observations.push_back(in.problems.error_count() != errors_before);
}

}  // namespace briefpack::metrics
