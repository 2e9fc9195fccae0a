#include "resolve/changed_sentences.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "document/sentence.h"

namespace briefpack::resolve {

namespace {

using document::Document;
using document::Figure;
using document::FigureValue;
using document::Sentence;
using document::SentenceFigure;
using Earlier = ChangedSentence::Earlier;

/// A role of the template and what it stands for there: one role prints several figures in a loop.
using Use = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>;

Use use_of(const Document& document, const SentenceFigure& figure) {
  return {figure.span.file, figure.span.line, figure.span.column, document.figures[figure.figure].expression};
}

std::set<std::string> disputes_of(const Document& document, const Figure& figure) {
  std::set<std::string> out;
  for (const document::DisputeIndex each : figure.disputes) out.insert(document.disputes[each].id);
  return out;
}

bool has_value(const Figure& figure) {
  return figure.value.kind != FigureValue::Kind::missing && !(figure.is_withdrawn && figure.disputes.empty());
}

/// A sentence with revision(x) is itself about the change.
bool speaks_of_change(const Figure& figure) { return figure.expression.find("revision(") != std::string::npos; }

class Matcher {
 public:
  Matcher(const changes::Comparison& comparison, const Document& earlier, const Document& now)
      : earlier_(earlier), now_(now), sentences_(document::sentences_of(earlier)) {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (std::size_t j = 0; j < sentences_[i].figures.size(); ++j) {
        if (sentences_[i].figures[j].span.is_known()) by_use_.emplace(use_of(earlier, sentences_[i].figures[j]), Place{i, j});
      }
    }
    for (const changes::Change& each : comparison.changes) {
      if (each.kind == changes::Kind::withdrawn) hidden_.insert(*each.earlier);
    }
  }

  /// Nothing for a sentence that has not changed.
  std::optional<ChangedSentence> changed(const Sentence& sentence) const {
    ChangedSentence out;
    const Sentence* before = nullptr;
    bool has_other_words = false, is_disputed = false, is_settled = false, claim_failed = false, is_first = false;
    for (const SentenceFigure& each : sentence.figures) {
      if (!each.span.is_known() || speaks_of_change(now_.figures[each.figure])) return std::nullopt;
      const auto at = by_use_.find(use_of(now_, each));
      if (at == by_use_.end()) {
        is_first = true;
        continue;
      }
      before = &sentences_[at->second.sentence];
      const SentenceFigure& was = before->figures[at->second.figure];
      const Figure &a = earlier_.figures[was.figure], &b = now_.figures[each.figure];
      is_first = is_first || (!has_value(a) && has_value(b));
      has_other_words = has_other_words || was.text != each.text;
      claim_failed = claim_failed || (a.is_claim && a.value.number == 0 && b.value.number != 0);
      const auto disputes_before = disputes_of(earlier_, a), disputes_now = disputes_of(now_, b);
      is_disputed = is_disputed || !std::includes(disputes_before.begin(), disputes_before.end(), disputes_now.begin(), disputes_now.end());
      is_settled = is_settled || !std::includes(disputes_now.begin(), disputes_now.end(), disputes_before.begin(), disputes_before.end());
    }
    if (!is_first && !has_other_words && !claim_failed && !is_disputed && !is_settled) return std::nullopt;
    if (is_first || before == nullptr) out.state = Earlier::first;
    else if (prints_hidden(*before)) out.state = Earlier::hidden;
    else if (claim_failed) out.state = Earlier::claim_failed;
    else if (!has_other_words) out.state = is_disputed ? Earlier::now_disputed : Earlier::now_settled;
    if (out.state == Earlier::wording || out.state == Earlier::claim_failed) out.earlier = before->text;
    out.lang = sentence.lang;
    out.section_title = now_.sections[sentence.section].title;
    out.section_label = now_.sections[sentence.section].label;
    out.now = parts_of(sentence);
    return out;
  }

 private:
  struct Place {
    std::size_t sentence, figure;
  };

  bool prints_hidden(const Sentence& sentence) const {
    return std::any_of(sentence.figures.begin(), sentence.figures.end(), [&](const SentenceFigure& each) {
      const auto& operands = earlier_.figures[each.figure].operands;
      return std::any_of(operands.begin(), operands.end(), [&](std::uint32_t operand) { return hidden_.count(operand) != 0; });
    });
  }

  std::vector<ChangedSentence::Part> parts_of(const Sentence& sentence) const {
    std::vector<ChangedSentence::Part> out;
    for (const document::Inline& each : sentence.inlines) {
      if (const auto* figure = std::get_if<document::FigureText>(&each)) {
        ChangedSentence::Part part{"", now_.figures[figure->figure].key, *figure};
        // Its number in this lowering says nothing to the next one.
        part.printed.figure = document::kNone;
        part.printed.span = {};
        part.printed.flags = {};
        out.push_back(std::move(part));
        continue;
      }
      const std::string text = document::plain_text({each});
      if (text.empty()) continue;
      if (!out.empty() && out.back().key.empty()) out.back().text += text;
      else out.push_back({text, "", {}});
    }
    return out;
  }

  const Document& earlier_;
  const Document& now_;
  std::vector<Sentence> sentences_;
  std::map<Use, Place> by_use_;
  std::set<std::uint32_t> hidden_;  ///< Observations of the earlier pack that are withheld in the later one.
};

}  // namespace

bool operator==(const ChangedSentence& a, const ChangedSentence& b) {
  const auto is_same = [](const ChangedSentence::Part& x, const ChangedSentence::Part& y) {
    return x.text == y.text && x.key == y.key && x.printed.text() == y.printed.text();
  };
  return a.state == b.state && a.section_title == b.section_title && a.section_label == b.section_label && a.lang == b.lang &&
         a.earlier == b.earlier && std::equal(a.now.begin(), a.now.end(), b.now.begin(), b.now.end(), is_same);
}

std::vector<ChangedSentence> changed_sentences(const changes::Comparison& comparison, const Document& earlier, const Document& now) {
  const Matcher matcher(comparison, earlier, now);
  std::vector<ChangedSentence> out;
  std::set<std::pair<std::uint32_t, std::string>> told;
  for (const Sentence& sentence : document::sentences_of(now)) {
    if (sentence.kind == Sentence::Kind::cell) continue;
    auto changed = matcher.changed(sentence);
    if (changed && told.emplace(sentence.section, sentence.text).second) out.push_back(*std::move(changed));
  }
  return out;
}

}  // namespace briefpack::resolve
