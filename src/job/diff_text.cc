// Changes for people, on a terminal and as Markdown.

#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "changes/change_text.h"
#include "job/diff.h"

namespace briefpack::job {

namespace {

using changes::Change;
using changes::Comparison;
using changes::Kind;

constexpr std::string_view kLang = "en";

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// "1 change", "3 changes"
std::string counted(std::size_t number, std::string_view thing) { return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s"); }

std::string date_of(const CivilDate& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::string pack_name(const dataset::Pack& pack) { return fmt::format("{} ({})", pack.id, date_of(pack.issued)); }

/// "Entities: 1 new, 2 removed"; nothing when none came or went.
std::vector<std::string> turnover_lines(const Comparison& comparison) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view things, const changes::Turnover& turnover) {
    if (turnover == changes::Turnover{}) return;
    out.push_back(fmt::format("{}: {} new, {} removed", things, turnover.added, turnover.removed));
  };
  add("Entities", comparison.entities);
  add("Metrics", comparison.metrics);
  add("Sources", comparison.sources);
  if (comparison.new_withheld > 0) out.push_back(fmt::format("New rows that are withheld: {}", comparison.new_withheld));
  return out;
}

/// The dispute's id stands before its question.
std::string reason_of(const Change& change) {
  const std::string reason = changes::reason_text(change, kLang);
  if (change.dispute.empty()) return reason;
  return reason.empty() ? change.dispute : change.dispute + ", " + reason;
}

std::string line_of(const Comparison& comparison, const Change& change) {
  std::string out = fmt::format("  {}  {}  {} → {}  {}", change.entity, changes::subject_text(comparison, change, kLang),
                                changes::earlier_text(comparison, change, kLang), changes::later_text(comparison, change, kLang),
                                changes::kind_text(change.kind, kLang));
  const std::string reason = reason_of(change);
  if (!reason.empty()) out += ": " + reason;
  return out + "\n";
}

/// A cell of a Markdown table: data never becomes markup, so all that CommonMark lets stand behind a backslash has one.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    const bool is_mark = std::string_view("\\`*_{}[]()#+-.!|<>&~$").find(c) != std::string_view::npos;
    // A number keeps its look: a point, comma or minus in it can mark nothing here.
    if (is_mark && std::string_view(".-()+").find(c) == std::string_view::npos) out += '\\';
    out += is_control ? ' ' : c;
  }
  return out;
}

/// A search of the printed words for "350,000 units" must find them.
std::string with_plain_spaces(std::string text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (std::size_t at = text.find(kNoBreakSpace); at != std::string::npos; at = text.find(kNoBreakSpace, at)) text.replace(at, kNoBreakSpace.size(), " ");
  return text;
}

template <typename Each>
void for_each_kind(const Comparison& comparison, const Each& each) {
  for (const Kind kind : changes::all_kinds()) {
    std::vector<const Change*> list;
    for (const Change& change : comparison.changes) {
      if (change.kind == kind) list.push_back(&change);
    }
    if (!list.empty()) each(kind, list);
  }
}

}  // namespace

std::string diff_text(const Comparison& comparison) {
  std::string out = fmt::format("{} → {}: {}\n", pack_name(comparison.earlier->pack), pack_name(comparison.later->pack),
                                comparison.changes.empty() ? "no changes" : counted(comparison.changes.size(), "change"));
  for_each_kind(comparison, [&](Kind kind, const std::vector<const Change*>& list) {
    out += fmt::format("\n{} ({})\n", capitalised(changes::kind_text(kind, kLang)), list.size());
    for (const Change* change : list) out += line_of(comparison, *change);
  });
  const auto lines = turnover_lines(comparison);
  if (!lines.empty()) out += "\n";
  for (const std::string& line : lines) out += line + "\n";
  return with_plain_spaces(std::move(out));
}

std::string diff_markdown(const Comparison& comparison) {
  std::string out = fmt::format("# {} → {}\n\n{}.\n", cell(pack_name(comparison.earlier->pack)), cell(pack_name(comparison.later->pack)),
                                comparison.changes.empty() ? "No changes" : counted(comparison.changes.size(), "change"));
  for_each_kind(comparison, [&](Kind kind, const std::vector<const Change*>& list) {
    out += fmt::format("\n## {}\n\n| Country or holder | {} | Earlier | Now | Reason |\n|:--|:--|:--|:--|:--|\n",
                       capitalised(changes::kind_text(kind, kLang)), changes::is_about_action(kind) ? "Action" : "Measure");
    for (const Change* change : list) {
      out += fmt::format("| {} | {} | {} | {} | {} |\n", cell(changes::entity_text(comparison, *change, kLang)),
                         cell(changes::subject_text(comparison, *change, kLang)), cell(changes::earlier_text(comparison, *change, kLang)),
                         cell(changes::later_text(comparison, *change, kLang)), cell(reason_of(*change)));
    }
  });
  const auto lines = turnover_lines(comparison);
  if (!lines.empty()) out += "\n";
  for (const std::string& line : lines) out += "- " + line + "\n";
  return with_plain_spaces(std::move(out));
}

}  // namespace briefpack::job
