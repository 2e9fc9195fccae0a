// The items that say what the pack is about: pack, entities, topics, sources, accepted findings.
#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "dataset/codes.h"
#include "metrics/field_table.h"
#include "metrics/read_items.h"

namespace briefpack::metrics {

namespace {

using dataset::Accepted;
using dataset::Entity;
using dataset::EntityKind;
using dataset::Pack;
using dataset::Source;
using dataset::SourceKind;
using dataset::Topic;

constexpr Field<Pack> kPack[] = {
    {"id", set<read_id, &Pack::id>, kRequired},
    {"series", set<read_local_text, &Pack::series>},
    {"issue", set<read_text, &Pack::issue>},
    {"title", set<read_local_text, &Pack::title>, kRequired},
    {"time_period", set<read_period, &Pack::time_period>, kRequired},
    {"issued", set<read_day, &Pack::issued>, kRequired},
    {"data_cutoff", set<read_day, &Pack::data_cutoff>},
    {"next_update", set<read_day, &Pack::next_update>},
    {"version", set<read_text, &Pack::version>},
    {"supersedes", set<read_text, &Pack::supersedes>},
    {"publisher", set<read_local_text, &Pack::publisher>},
    {"contact", set<read_local_text, &Pack::contact>},
    {"licence", set<read_local_text, &Pack::licence>},
    {"lang", set<read_language, &Pack::lang>},
    {"description", set<read_local_text, &Pack::description>},
    {"marking", set<read_local_text, &Pack::marking>},
};

/// Ids of entities that may be defined anywhere.
void read_members(ReadContext& in, const Node& value, Entity& to) {
  if (!expect(in, value, JsonKind::list)) return;
  for (const Node each : value) {
    auto id = read_id(in, each);
    if (!id) continue;
    in.refer(IdKind::entity, each);
    to.members.push_back(*std::move(id));
  }
}

void read_parent(ReadContext& in, const Node& value, Entity& to) {
  set<read_id, &Entity::parent>(in, value, to);
  if (!to.parent.empty()) in.refer(IdKind::entity, value);
}

constexpr Field<Entity> kEntity[] = {
    {"id", set<read_id, &Entity::id>, kRequired},
    {"kind", set<read_enum<EntityKind, 7>, &Entity::kind>, kRequired},
    {"name", set<read_local_text, &Entity::name>},
    {"home", set<read_country, &Entity::home>},
    {"parent", read_parent},
    {"place", set<read_local_text, &Entity::place>},
    {"place_group", set<read_local_text, &Entity::place_group>},
    {"members", read_members},
};

constexpr Field<Topic> kTopic[] = {
    {"id", set<read_id, &Topic::id>, kRequired},
    {"name", set<read_local_text, &Topic::name>, kRequired},
};

/// One source id or a list of them.
void read_same_as(ReadContext& in, const Node& value, Source& to) {
  const auto add = [&](const Node& each) {
    auto id = read_id(in, each);
    if (!id) return;
    if (*id == to.id) in.error("metrics/circular", each, "a source is the same as itself");
    in.refer(IdKind::source, each);
    to.same_as.push_back(*std::move(id));
  };
  if (!value.is(JsonKind::list)) return add(value);
  if (!expect_members(in, value, JsonKind::list)) return;
  for (const Node each : value)
    add(each);
}

std::optional<std::string> read_reliability(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords{"high", "medium", "low"};
  const auto at = read_word(in, node, kWords);
  return at ? std::optional(kWords[*at]) : std::nullopt;
}

/// A full day, kept as its text.
std::optional<std::string> read_day_text(ReadContext& in, const Node& node) {
  if (!read_day(in, node)) return std::nullopt;
  return std::string(node.text());
}

constexpr Field<Source> kSource[] = {
    {"id", set<read_id, &Source::id>, kRequired},
    {"code", set<read_text, &Source::code>},
    {"title", set<read_local_text, &Source::title>, kRequired},
    {"publisher", set<read_local_text, &Source::publisher>},
    {"author", set<read_local_text, &Source::author>},
    {"published", set<read_date_text, &Source::published>},
    {"accessed", set<read_day_text, &Source::accessed>},
    {"url", set<read_url, &Source::url>},
    {"licence", set<read_local_text, &Source::licence>},
    {"kind", set<read_enum<SourceKind, 7>, &Source::kind>},
    {"reliability", set<read_reliability, &Source::reliability>},
    {"remarks", set<read_local_text, &Source::remarks>},
    {"same_as", read_same_as},
};

constexpr Field<Accepted> kAccepted[] = {
    {"code", set<read_text, &Accepted::code>, kRequired},
    {"about", set<read_text, &Accepted::about>, kRequired},
    {"reason", set<read_local_text, &Accepted::reason>, kRequired},
    {"by", set<read_local_text, &Accepted::by>, kRequired},
    {"until", set<read_day_text, &Accepted::until>},
};

bool is_same_pack(const Pack& a, const Pack& b) {
  const auto fields = [](const Pack& each) {
    return std::tie(each.id, each.series.all(), each.title.all(), each.time_period, each.issued, each.issue,
                    each.version, each.supersedes, each.data_cutoff, each.next_update, each.publisher.all(),
                    each.contact.all(), each.licence.all(), each.lang, each.description.all(), each.marking.all());
  };
  return fields(a) == fields(b);
}

}  // namespace

void read_pack(ReadContext& in, const Node& node, Draft& to) {
  Pack pack;
  if (!read_fields(in, node, kPack, pack, &pack.places)) return;
  if (!std::exchange(to.has_pack, true)) {
    to.data.pack = std::move(pack);
  } else if (!is_same_pack(pack, to.data.pack)) {
    in.report(
        Diagnostic::error("metrics/pack-differs", node.span(), "this pack is not the same as that of the first file")
            .at(node.pointer())
            .note(to.data.pack.places.object, "first given here")
            .hint("give the pack in one file only"));
  }
}

void read_entity(ReadContext& in, const Node& node, Draft& to) {
  Entity entity;
  if (!read_fields(in, node, kEntity, entity, &entity.places)) return;
  const auto id = member_of(node, "id");
  const auto kind = member_of(node, "kind");
  const bool kind_is_known = kind && kind->is(JsonKind::text) && dataset::parse_entity_kind(kind->text());
  const bool has_code = entity.kind == EntityKind::country || entity.kind == EntityKind::economy;
  if (has_code && kind_is_known && id && !entity.id.empty()) read_country(in, *id);
  if (!has_code && entity.name.empty() && !member_of(node, "name")) {
    in.error("metrics/missing-field", node,
             fmt::format("the object has no \"name\", which a {} needs", dataset::name_of(entity.kind)),
             "only a country or economy takes its name from its code");
  }
  define_id(in, node, to, IdKind::entity, entity.id, to.data.entities.size());
  to.data.entities.push_back(std::move(entity));
}

void read_topic(ReadContext& in, const Node& node, Draft& to) {
  Topic topic;
  if (!read_fields(in, node, kTopic, topic, &topic.places)) return;
  define_id(in, node, to, IdKind::topic, topic.id, to.data.topics.size());
  to.data.topics.push_back(std::move(topic));
}

void read_source(ReadContext& in, const Node& node, Draft& to) {
  Source source;
  if (!read_fields(in, node, kSource, source, &source.places)) return;
  define_id(in, node, to, IdKind::source, source.id, to.data.sources.size());
  to.data.sources.push_back(std::move(source));
}

void read_accepted(ReadContext& in, const Node& node, Draft& to) {
  Accepted accepted;
  if (!read_fields(in, node, kAccepted, accepted, nullptr)) return;
  accepted.span = node.span();
  to.data.accepted.push_back(std::move(accepted));
}

}  // namespace briefpack::metrics
