#include "truth/accepted.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/embedded_files.h"
#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::truth {

namespace {

using dataset::Accepted;

/// Codes and names of the findings of a run, so that each entry is looked up and never all pairs are compared.
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
Diagnostic unused(const Accepted& entry, const std::map<std::string_view, std::vector<std::string>>& found) {
  Diagnostic out = Diagnostic::warning("truth/accepted-unused", entry.span,
                                       fmt::format("nothing was found of {} about {}", entry.code, quoted(entry.about)))
                       .concerns(entry.about);
  const auto names = found.find(entry.code);
  if (names != found.end()) {
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

}  // namespace

Accepting apply_accepted(const dataset::Dataset& dataset, Diagnostics findings, const Diagnostics& unprinted) {
  Accepting out;
  out.silenced.assign(dataset.accepted.size(), 0);
  if (dataset.accepted.empty()) {
    out.findings = std::move(findings);
    return out;
  }
  const CivilDate issued = dataset.pack.issued;
  const auto has_ended = [&](const Accepted& entry) {
    const auto until = dataset::parse_time_period(entry.until);
    return until && until->end < issued;
  };
  // Several entries may name one finding; the first silences it, and all have matched.
  std::map<Key, std::vector<std::uint32_t>> entries;
  std::vector<bool> has_matched(dataset.accepted.size(), false);
  for (std::uint32_t i = 0; i < dataset.accepted.size(); ++i) {
    const Accepted& entry = dataset.accepted[i];
    entries[{entry.code, entry.about}].push_back(i);
  }
  std::map<std::string_view, std::vector<std::string>> names_by_code;
  std::vector<bool> is_silenced(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Diagnostic& finding = findings[i];
    if (finding.is_fatal()) continue;
    for (const std::string& name : finding.about) {
      names_by_code[finding.code].push_back(name);
      const auto at = entries.find({finding.code, name});
      if (at == entries.end()) continue;
      for (const std::uint32_t entry : at->second) {
        has_matched[entry] = true;
        if (has_ended(dataset.accepted[entry]) || is_silenced[i]) continue;
        is_silenced[i] = true;
        ++out.silenced[entry];
      }
    }
  }
  for (const Diagnostic& each : unprinted) {
    for (const std::string& name : each.about) {
      const auto at = entries.find({each.code, name});
      if (at == entries.end()) continue;
      for (const std::uint32_t entry : at->second)
        has_matched[entry] = true;
    }
  }
  Diagnostics about_entries;
  for (std::uint32_t i = 0; i < dataset.accepted.size(); ++i) {
    const Accepted& entry = dataset.accepted[i];
    if (!has_matched[i])
      about_entries.push_back(unused(entry, names_by_code));
    else if (has_ended(entry))
      about_entries.push_back(ended(entry));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!is_silenced[i]) out.findings.push_back(std::move(findings[i]));
  }
  append(out.findings, std::move(about_entries));
  return out;
}

}  // namespace briefpack::truth
