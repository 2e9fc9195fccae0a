#include "truth/accepted.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/embedded_files.h"
#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::truth {

namespace {

using dataset::Accepted;

/// Code and name.
using Key = std::pair<std::string_view, std::string_view>;

/// The codes of all findings that leave a document: the rows of docs/diagnostics.md in the areas of facts and template.
std::vector<std::string> acceptable_codes() {
  std::vector<std::string> out;
  std::string_view page;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == "docs/diagnostics.md") page = file.contents;
  }
  constexpr std::string_view kRow = "\n| `";
  for (std::size_t at = page.find(kRow); at != std::string_view::npos; at = page.find(kRow, at)) {
    at += kRow.size();
    const std::string_view code = page.substr(at, page.find('`', at) - at);
    for (const std::string_view area : {"truth/", "resolve/", "metrics/", "template/", "expression/"}) {
      if (code.starts_with(area)) out.emplace_back(code);
    }
  }
  return out;
}

Diagnostic ended(const Accepted& entry) {
  return Diagnostic::warning("truth/accepted-ended", entry.span,
                             fmt::format("{} about {} was accepted until {}, which is past, and is told again", entry.code,
                                         quoted(entry.about), entry.until))
      .hint("decide again: mend what the finding tells, or give a later day in \"until\"")
      .concerns(entry.about);
}

/// `found`: names by code, of what was found in this run.
Diagnostic unused(const Accepted& entry, const std::map<std::string, std::vector<std::string>, std::less<>>& found) {
  Diagnostic out = Diagnostic::warning("truth/accepted-unused", entry.span,
                                       fmt::format("nothing was found of {} about {}", entry.code, quoted(entry.about)))
                       .concerns(entry.about);
  const auto names = found.find(entry.code);
  if (names != found.end() && !names->second.empty()) {
    const auto near = nearest(entry.about, names->second);
    return std::move(out).hint(near ? fmt::format("did you mean the one about \"{}\"?", *near)
                                    : fmt::format("this code was found about {}", quoted(names->second.front())));
  }
  const std::vector<std::string> codes = acceptable_codes();
  if (std::find(codes.begin(), codes.end(), entry.code) == codes.end()) {
    const auto near = nearest(entry.code, codes);
    return std::move(out).hint(near ? fmt::format("there is no such code that could be accepted; did you mean \"{}\"?", *near)
                                    : "there is no such code that could be accepted; docs/diagnostics.md lists them");
  }
  return std::move(out).hint("remove the entry: what it accepted is mended");
}

/// The entries of a pack, looked up by code and name, so that never all pairs are compared.
class Entries {
 public:
  explicit Entries(const dataset::Dataset& dataset) : dataset_(dataset), matched_(dataset.accepted.size(), false) {
    for (std::uint32_t i = 0; i < dataset.accepted.size(); ++i)
      by_key_[{dataset.accepted[i].code, dataset.accepted[i].about}].push_back(i);
  }

  bool has_ended(const Accepted& entry) const {
    const auto until = dataset::parse_time_period(entry.until);
    return until && until->end < dataset_.pack.issued;
  }
  bool has_matched(std::uint32_t entry) const { return matched_[entry]; }

  /// The first entry that silences the finding; all that name it have matched, also those that have ended.
  std::optional<std::uint32_t> silencing(const Diagnostic& finding) {
    std::optional<std::uint32_t> out;
    for (const std::string& name : finding.about) {
      const auto at = by_key_.find({finding.code, name});
      if (at == by_key_.end()) continue;
      for (const std::uint32_t entry : at->second) {
        matched_[entry] = true;
        if (!out && !has_ended(dataset_.accepted[entry])) out = entry;
      }
    }
    return out;
  }

 private:
  const dataset::Dataset& dataset_;
  std::map<Key, std::vector<std::uint32_t>> by_key_;
  std::vector<bool> matched_;
};

/// Moves what is not accepted to `out`.
void sift(Entries& entries, Diagnostics findings, Accepting& out) {
  for (Diagnostic& each : findings) {
    const auto entry = each.is_fatal() ? std::nullopt : entries.silencing(each);
    if (entry)
      ++out.silenced[*entry];
    else
      out.findings.push_back(std::move(each));
  }
}

}  // namespace

Accepting apply_accepted(const dataset::Dataset& dataset, Diagnostics findings, const Unseen& unseen) {
  Accepting out;
  out.silenced.assign(dataset.accepted.size(), 0);
  Entries entries(dataset);
  std::map<std::string, std::vector<std::string>, std::less<>> names_by_code;  // for hints
  if (!dataset.accepted.empty()) {
    for (const Diagnostic& each : findings) {
      auto& names = names_by_code[each.code];
      if (!each.is_fatal()) names.insert(names.end(), each.about.begin(), each.about.end());
    }
  }
  sift(entries, std::move(findings), out);
  for (const Diagnostic& each : unseen.unprinted)
    (void)entries.silencing(each);
  for (std::uint32_t i = 0; i < dataset.accepted.size(); ++i) {
    const Accepted& entry = dataset.accepted[i];
    const bool is_looked_for = std::find(unseen.codes.begin(), unseen.codes.end(), entry.code) == unseen.codes.end();
    if (!entries.has_matched(i) && is_looked_for)
      out.findings.push_back(unused(entry, names_by_code));
    else if (entries.has_matched(i) && entries.has_ended(entry))
      out.findings.push_back(ended(entry));
  }
  return out;
}

Diagnostics without_accepted(const dataset::Dataset& dataset, Diagnostics findings) {
  Accepting out;
  out.silenced.assign(dataset.accepted.size(), 0);
  Entries entries(dataset);
  sift(entries, std::move(findings), out);
  return std::move(out.findings);
}

}  // namespace briefpack::truth
