// What is in doubt: open disputes, results that rest on them, values that are kept back.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "resolve/dispute_text.h"
#include "resolve/lower.h"
#include "resolve/quality_parts.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

document::TextFlags strong() {
  document::TextFlags flags;
  flags.is_strong = true;
  return flags;
}

/// "Question? By: claim². By: claim³. Settled by: what would."
document::Inlines conflict(Lowering& lowering, const dataset::Dispute& dispute, const Scope& scope) {
  const std::string& lang = scope.lang();
  document::Inlines out = text_inlines(dispute.question.in(lang), strong());
  const auto add = [&](std::string words) { append_inline(out, document::Text{std::move(words), {}, "", "", ""}); };
  for (const dataset::Position& position : dispute.positions) {
    add(" " + position.by.in(lang) + std::string(numfmt::word(Word::colon, lang)) + position.claim.in(lang));
    append_marks(out, position_notes(lowering, position, scope));
    add(".");
  }
  if (!dispute.settled_by.empty())
    add(" " + numfmt::filled(Word::settled_by, lang, {{"what", dispute.settled_by.in(lang)}}));
  return out;
}

}  // namespace

document::Blocks lower_conflicts(Lowering& lowering, const QualityRequest& request) {
  // Without a box of its own a dispute's entry is this one; a second list of conflicts is none.
  const std::string label = "conflicts";
  bool is_entry = false;
  document::List list;
  list.role = document::TextRole::small;
  document::Inlines count = count_figure(lowering, "count(disputes)", request.scope);
  for (std::uint32_t i = 0; i < lowering.dataset.disputes.size(); ++i) {
    const dataset::Dispute& dispute = lowering.dataset.disputes[i];
    if (!dispute.is_open()) continue;
    document::ListItem item;
    item.marker.emplace_back(document::DisputeTag{lowering.book.dispute(i, request.scope.lang())});
    if (lowering.placed_disputes.insert(i).second) {
      lowering.book.place_dispute(i, label);
      is_entry = true;
    }
    item.body.push_back(small_paragraph(conflict(lowering, dispute, request.scope)));
    list.items.push_back(std::move(item));
  }
  if (list.items.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(filled_inlines(Word::conflicts_open, request.scope.lang(), {{"n", std::move(count)}}),
                                is_entry ? label : ""));
  out.push_back({std::move(list)});
  return out;
}

document::Blocks lower_withdrawn(Lowering& lowering, const QualityRequest& request) {
  const auto& withdrawn = lowering.foreknown().withdrawn;
  if (withdrawn.empty()) return {};
  document::Blocks out;
  out.push_back(
      quality_heading(text_inlines(std::string(numfmt::word(Word::withdrawn_results, request.scope.lang())))));
  for (const std::string& words : withdrawn)
    out.push_back(small_paragraph(text_inlines(words)));
  return out;
}

document::Blocks lower_withheld(Lowering& lowering, const QualityRequest& request) {
  const Scope& scope = request.scope;
  document::List list;
  list.role = document::TextRole::small;
  for (const dataset::Observation& observation : lowering.dataset.observations) {
    if (!observation.is_withheld && !observation.is_confidential) continue;
    const std::string& given = observation.withhold.in(scope.lang());
    const std::string reason =
        given.empty() ? std::string(numfmt::word(Word::confidential_reason, scope.lang())) : given;
    document::ListItem item;
    // The id alone: a key would tell the period, which is part of what is kept back.
    item.marker_text = observation.id;
    document::Inlines words = text_inlines(observation_name(lowering, observation, scope) + ". ", strong());
    append_inline(words, document::Text{reason, {}, "", "", ""});
    item.body.push_back(small_paragraph(std::move(words)));
    list.items.push_back(std::move(item));
  }
  if (list.items.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::string(numfmt::word(Word::withheld_values, scope.lang())))));
  out.push_back({std::move(list)});
  return out;
}

document::Blocks lower_caveats(Lowering& lowering, const QualityRequest& request) {
  document::List list;
  list.role = document::TextRole::small;
  for (const dataset::Caveat& caveat : lowering.dataset.caveats) {
    if (caveat.weight != "high") continue;
    document::ListItem item;
    item.body.push_back(small_paragraph(text_inlines(caveat.text.in(request.scope.lang()))));
    list.items.push_back(std::move(item));
  }
  if (list.items.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::string(numfmt::word(Word::high_caveats, request.scope.lang())))));
  out.push_back({std::move(list)});
  return out;
}

namespace {

/// What an accepted finding is about, by name where it is an observation or a series, else as written.
std::string accepted_name(const Lowering& lowering, const std::string& about, const Scope& scope) {
  const dataset::Dataset& dataset = lowering.dataset;
  if (const dataset::Observation* row = dataset.find_observation(about)) return observation_name(lowering, *row, scope);
  const std::size_t point = about.find('.');
  if (point == std::string::npos) return about;
  const dataset::Metric* metric = dataset.find_metric(about.substr(0, point));
  const dataset::Entity* entity = dataset.find_entity(about.substr(point + 1));
  if (metric == nullptr || entity == nullptr) return about;
  return numfmt::metric_name(*metric, scope.lang()) + ", " + numfmt::entity_name(*entity, scope.lang());
}

}  // namespace

document::Blocks lower_accepted(Lowering& lowering, const QualityRequest& request) {
  const std::string& lang = request.scope.lang();
  if (lowering.dataset.accepted.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::string(numfmt::word(Word::accepted_findings, lang)))));
  // Findings of one code that were decided alike are one paragraph, where the first of them stands.
  struct Decision {
    std::string words, names;
  };
  std::vector<Decision> decisions;
  for (const dataset::Accepted& accepted : lowering.dataset.accepted) {
    std::string reason = accepted.reason.in(lang);
    if (!reason.ends_with('.')) reason += '.';
    const std::string by = numfmt::filled(accepted.until.empty() ? Word::accepted_by : Word::accepted_by_until, lang,
                                          {{"by", accepted.by.in(lang)}, {"date", numfmt::format_iso_date(accepted.until, numfmt::DateForm::sentence, lang)}});
    const std::string words = " (" + accepted.code + "). " + reason + " " + by;
    const std::string name = accepted_name(lowering, accepted.about, request.scope);
    const auto alike = std::find_if(decisions.begin(), decisions.end(), [&](const Decision& each) { return each.words == words; });
    if (alike == decisions.end())
      decisions.push_back({words, name});
    else
      alike->names += std::string(numfmt::word(Word::semicolon, lang)) + name;
  }
  for (const Decision& each : decisions) {
    document::Inlines words = text_inlines(each.names, strong());
    append_inline(words, document::Text{each.words, {}, "", "", ""});
    out.push_back(small_paragraph(std::move(words)));
  }
  return out;
}

}  // namespace briefpack::resolve
