// The items of the list "metrics".
#include <fmt/format.h>

#include <limits>
#include <utility>

#include "base/utf8.h"
#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Category;
using dataset::Direction;
using dataset::Metric;
using dataset::MetricType;
using dataset::NotApplicable;

constexpr Field<Category> kCategory[] = {
    {"id", set<read_id, &Category::id>, kRequired},
    {"name", set<read_local_text, &Category::name>},
};

/// Category ids, or objects of id and name.
void read_categories(ReadContext& in, const Node& value, Metric& to) {
  if (!expect_members(in, value, JsonKind::list)) return;
  IdTable ids;
  for (const Node each : value) {
    Category category;
    if (each.is(JsonKind::text)) {
      if (auto id = read_id(in, each)) category.id = *std::move(id);
    } else {
      read_fields(in, each, kCategory, category, nullptr);
    }
    if (category.id.empty()) continue;
    if (const auto* known = ids.add(category.id, 0, each.span())) {
      in.report(Diagnostic::error("metrics/duplicate-id", each.span(),
                                  fmt::format("the category {} is given twice", quoted(category.id)))
                    .at(each.pointer())
                    .note(known->span, "first given here"));
    }
    to.categories.push_back(std::move(category));
  }
}

constexpr Field<NotApplicable> kNotApplicable[] = {
    {"entity",
     [](ReadContext& in, const Node& value, NotApplicable& to) {
       set<read_id, &NotApplicable::entity>(in, value, to);
       if (!to.entity.empty()) in.refer(IdKind::entity, value);
       to.span = value.span();
     },
     kRequired},
    {"reason", set<read_local_text, &NotApplicable::reason>, kRequired},
};

void read_not_applicable(ReadContext& in, const Node& value, Metric& to) {
  read_list(in, value, kNotApplicable, to.not_applicable);
}

void read_topic_of(ReadContext& in, const Node& value, Metric& to) {
  set<read_id, &Metric::topic>(in, value, to);
  if (!to.topic.empty()) in.refer(IdKind::topic, value);
}

std::optional<Direction> read_direction(ReadContext& in, const Node& node) { return read_enum<Direction, 3>(in, node); }

constexpr Field<Metric> kMetric[] = {
    {"id", set<read_id, &Metric::id>, kRequired},
    {"name", set<read_local_text, &Metric::name>, kRequired},
    {"short_name", set<read_local_text, &Metric::short_name>},
    {"topic", read_topic_of, kRequired},
    {"type", set<read_enum<MetricType, 6>, &Metric::type>, kRequired},
    {"unit_measure", set<read_text, &Metric::unit_measure>},
    {"unit_label", set<read_local_text, &Metric::unit_label>},
    {"unit_counter", set<read_local_text, &Metric::unit_counter>},
    {"unit_mult", set<read_unit_mult, &Metric::unit_mult>},
    {"currency", set<read_currency, &Metric::currency>},
    {"decimals", set<read_decimals, &Metric::decimals>},
    {"direction", set<read_direction, &Metric::direction>},
    {"categories", read_categories},
    {"out_of", set<read_positive, &Metric::out_of>},
    {"definition", set<read_local_text, &Metric::definition>},
    {"not_applicable", read_not_applicable},
    {"max_age", set<read_duration, &Metric::max_age>},
    {"method_break", set<read_period_text, &Metric::method_break>},
};

}  // namespace

void read_metric(ReadContext& in, const Node& node, Draft& to) {
  const std::size_t errors_before = in.problems.error_count();
  Metric metric;
  if (!read_fields(in, node, kMetric, metric, &metric.places)) return;
  // A metric whose observations are all in words (obs_text) has type category and may list none.
  const auto categories = member_of(node, "categories");
  if (categories && categories->is(JsonKind::list) && metric.type != MetricType::category && member_of(node, "type")) {
    in.error("metrics/category", *categories,
             fmt::format("a metric of type {} has no categories", dataset::name_of(metric.type)));
  }
  define_id(in, node, to, IdKind::metric, metric.id, to.data.metrics.size());
  to.data.metrics.push_back(std::move(metric));
  to.faulty_metrics.push_back(in.problems.error_count() != errors_before);
}

}  // namespace briefpack::metrics
