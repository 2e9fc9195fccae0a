// What is in doubt: open disputes, results that rest on them, values that are kept back.
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
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
    add(" " + position.by.in(lang) + ": " + position.claim.in(lang));
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

document::Blocks lower_accepted(Lowering& lowering, const QualityRequest& request) {
  const std::string& lang = request.scope.lang();
  if (lowering.dataset.accepted.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::string(numfmt::word(Word::accepted_findings, lang)))));
  for (const dataset::Accepted& accepted : lowering.dataset.accepted) {
    const std::string by = numfmt::filled(accepted.until.empty() ? Word::accepted_by : Word::accepted_by_until, lang,
                                          {{"by", accepted.by.in(lang)}, {"date", accepted.until}});
    document::Inlines words = text_inlines(accepted.about + " (" + accepted.code + "). ", strong());
    append_inline(words, document::Text{accepted.reason.in(lang) + " " + by, {}, "", "", ""});
    out.push_back(small_paragraph(std::move(words)));
  }
  return out;
}

}  // namespace briefpack::resolve
