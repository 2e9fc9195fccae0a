#include "job/check_templates.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "job/read_input.h"
#include "truth/accepted.h"
#include "truth/consistency.h"
#include "truth/unused.h"

namespace briefpack::job {

namespace {

/// What makes two findings one: the metric file is read for each template, so its number differs and its name does not.
using Sameness = std::tuple<std::string, std::string, std::uint32_t, std::uint32_t, std::string>;

Sameness sameness_of(const Diagnostic& finding, const SourceMap& sources) {
  return {finding.code, finding.span.is_known() ? sources.name(finding.span.file) : std::string(), finding.span.line, finding.span.column, finding.message};
}

}  // namespace

Outcome check_templates(const CheckOptions& options, FileSystem& files) {
  std::vector<std::optional<std::string>> paths{options.input.template_path};
  paths.insert(paths.end(), options.input.further_templates.begin(), options.input.further_templates.end());

  Outcome all;
  std::set<Sameness> known;
  std::map<Sameness, std::size_t> idle;  // by how many templates an entry of accepted[] was found idle
  std::vector<Resolved> resolved;
  resolved.reserve(paths.size());  // NamedDocument points into it
  std::vector<truth::NamedDocument> documents;
  for (const auto& path : paths) {
    InputOptions input = options.input;
    input.template_path = path;
    input.further_templates.clear();
    input.with_unused = false;  // what one template leaves out another one may print
    Outcome one;
    one.sources = std::move(all.sources);
    auto read = read_and_resolve(input, false, files, one);
    all.sources = std::move(one.sources);
    for (Diagnostic& each : one.diagnostics) {
      if (each.code == "truth/accepted-unused") ++idle[sameness_of(each, all.sources)];
      if (known.insert(sameness_of(each, all.sources)).second) all.diagnostics.push_back(std::move(each));
    }
    all.observations = one.observations;
    all.figures += one.figures;
    all.notes += one.notes;
    if (!read) continue;
    resolved.push_back(std::move(*read));
    documents.push_back({path.value_or("the built-in brief"), &resolved.back().document});
  }
  // What one template does not print another one may.
  std::erase_if(all.diagnostics, [&](const Diagnostic& each) {
    return each.code == "truth/accepted-unused" && idle[sameness_of(each, all.sources)] < documents.size();
  });
  if (documents.size() < 2) return all;
  if (options.input.with_unused) {
    std::vector<truth::PrintedTemplate> printed;
    for (const Resolved& each : resolved) printed.push_back({&each.tree(), &each.document});
    append(all.diagnostics, truth::without_accepted(resolved.front().dataset(), truth::find_unused(resolved.front().dataset(), printed)));
  }
  truth::Consistency consistency = truth::compare_documents(resolved.front().dataset(), documents);
  all.comparison = truth::table_text(consistency, documents);
  append(all.diagnostics, truth::without_accepted(resolved.front().dataset(), std::move(consistency.findings)));
  return all;
}

}  // namespace briefpack::job
