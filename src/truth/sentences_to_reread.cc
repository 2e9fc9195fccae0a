#include "truth/sentences_to_reread.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "document/sentence.h"

namespace briefpack::truth {

namespace {

using document::Sentence;

constexpr std::size_t kLongestSentence = 160;  // code points

/// The names under which a finding may speak of an observation.
std::vector<std::string> names_of(const dataset::Dataset& dataset, const dataset::Observation& row) {
  std::vector<std::string> out{row.key, dataset.metric_of(row).id + "." + dataset.entity_of(row).id};
  if (!row.id.empty() && row.id != row.key) out.push_back(row.id);
  return out;
}

/// Findings about the data alone: one at a claim or figure shows its own sentence, and the others change with the data.
bool wants_sentences(const Diagnostic& finding) {
  return is_about_data(finding) && finding.severity == Severity::error && finding.fault == Fault::truth && !finding.about.empty();
}

class Rereading {
 public:
  Rereading(const dataset::Dataset& dataset, const document::Document& document) : sentences_(document::sentences_of(document)) {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (sentences_[i].kind == Sentence::Kind::cell) continue;
      for (const document::SentenceFigure& figure : sentences_[i].figures) {
        if (figure.figure >= document.figures.size()) continue;
        for (const std::uint32_t operand : document.figures[figure.figure].operands) {
          for (std::string& name : names_of(dataset, dataset.observations[operand])) by_name_[std::move(name)].insert({i, &figure});
        }
      }
    }
  }

  void add_to(Diagnostic& finding) const {
    std::set<std::pair<std::size_t, const document::SentenceFigure*>> found;
    for (const std::string& name : finding.about) {
      const auto at = by_name_.find(name);
      if (at != by_name_.end()) found.insert(at->second.begin(), at->second.end());
    }
    std::set<std::string> told;
    std::size_t more = 0;
    for (const auto& [index, figure] : found) {
      const Sentence& sentence = sentences_[index];
      const bool is_here = figure->span.file == finding.span.file && figure->span.line == finding.span.line;
      if (is_here || !told.insert(sentence.text).second) continue;
      if (told.size() > kMostSentences) ++more;
      else finding.notes.push_back({figure->span, fmt::format("to be reread: \"{}\"", shortened(sentence.text, kLongestSentence))});
    }
    if (more > 0) finding.notes.push_back({{}, fmt::format("and {} more sentence{}", more, more == 1 ? "" : "s")});
  }

 private:
  std::vector<Sentence> sentences_;
  /// Sentences, and the first figure in each that rests on what is named.
  std::map<std::string, std::set<std::pair<std::size_t, const document::SentenceFigure*>>> by_name_;
};

}  // namespace

bool is_about_data(const Diagnostic& finding) { return finding.code.starts_with("truth/") || finding.code.starts_with("metrics/"); }

void add_sentences_to_reread(Diagnostics& findings, const dataset::Dataset& dataset, const document::Document& document) {
  if (std::none_of(findings.begin(), findings.end(), wants_sentences)) return;
  const Rereading rereading(dataset, document);
  for (Diagnostic& each : findings) {
    if (wants_sentences(each)) rereading.add_to(each);
  }
}

}  // namespace briefpack::truth
