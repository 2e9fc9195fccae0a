#include "truth/naked_numbers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "truth/naked_number_find.h"
#include "truth/naked_number_hints.h"
#include "truth/naked_number_scan.h"
#include "truth/naked_number_text.h"

namespace briefpack::truth {

namespace {

constexpr std::size_t kFindingLimit =
    200;  // a template with more was not written for figures: the rest is only counted

/// The whole numbers with which headings start: "2" of "2. Rankings", "2 Rankings" and "2.1 Patents".
SectionNumbers section_numbers(const std::vector<RunningText>& texts) {
  SectionNumbers out;
  for (const RunningText& each : texts) {
    int n = 0;
    if (each.place() != RunningText::Place::heading || each.text().empty() || !is_digit(each.text().front())) continue;
    const auto read = std::from_chars(each.text().data(), each.text().data() + each.text().size(), n);
    if (read.ec == std::errc() && n < 100) out.insert(n);
  }
  return out;
}

class Search {
 public:
  Search(const Pack& pack, const std::vector<RunningText>& texts, Diagnostics& findings)
      : pack_(pack), lexicon_(lexicon_of(pack.dataset)), sections_(section_numbers(texts)), findings_(findings) {}

  void in(const RunningText& text) {
    std::vector<Token> tokens = scan(text.text());
    if (find(text, tokens).empty()) return;
    // Names are looked for only where there is a number at all.
    for (const auto& allowed : pack_.tree.front_matter.allow_numbers)
      skip_phrase(text.text(), allowed.text, tokens);
    if (!names_) names_ = names_with_numbers(pack_.dataset);
    for (const std::string& name : *names_)
      skip_phrase(text.text(), name, tokens);
    for (const NakedNumber& each : find(text, tokens))
      report(text, tokens, each);
  }

  void report_rest() {
    if (left_out_ == 0) return;
    findings_.push_back(Diagnostic::warning("truth/naked-number", {},
                                            fmt::format("{} more numbers are typed into the template", left_out_)));
  }

 private:
  std::vector<NakedNumber> find(const RunningText& text, const std::vector<Token>& tokens) const {
    std::vector<NakedNumber> out = find_digits(text, tokens, lexicon_, sections_);
    for (const auto& more : {find_words(tokens, lexicon_), find_korean_words(tokens, lexicon_)})
      out.insert(out.end(), more.begin(), more.end());
    std::stable_sort(out.begin(), out.end(),
                     [](const NakedNumber& a, const NakedNumber& b) { return a.begin < b.begin; });
    return out;
  }

  void report(const RunningText& text, const std::vector<Token>& tokens, const NakedNumber& number) {
    if (!suggestions_) suggestions_.emplace(pack_.dataset, pack_.tree.front_matter.focus.text);
    const auto fitting = suggestions_->fitting(text, tokens, number);
    if (number.could_be_year && fitting.empty()) return;
    if (reported_ == kFindingLimit) {
      ++left_out_;
      return;
    }
    ++reported_;
    const std::string words = text.text().substr(number.begin, number.end - number.begin);
    auto finding = Diagnostic::warning("truth/naked-number", text.span(number.begin, number.end),
                                       fmt::format("{} is typed: nothing says where it comes from", quoted(words)));
    if (fitting.size() == 1)
      finding.hints.push_back(fmt::format("write {{fig}}`{}` if that value is meant", fitting[0]));
    if (fitting.size() == 2)
      finding.hints.push_back(
          fmt::format("write {{fig}}`{}` or {{fig}}`{}` if one of these values is meant", fitting[0], fitting[1]));
    if (fitting.empty())
      finding.hints.push_back(
          "print it with {fig} or bind the words with {claim}; what is no fact stands in {lit} or in allow_numbers");
    finding.about.push_back(words);
    findings_.push_back(std::move(finding));
  }

  const Pack& pack_;
  Lexicon lexicon_;
  SectionNumbers sections_;
  std::optional<std::vector<std::string>> names_;  ///< names_with_numbers, made for the first number.
  std::optional<Suggestions> suggestions_;  ///< Made for the first number: most templates have none.
  Diagnostics& findings_;
  std::size_t reported_ = 0, left_out_ = 0;
};

}  // namespace

void find_naked_numbers(const Pack& pack, Diagnostics& findings) {
  const std::vector<RunningText> texts = running_texts(pack.tree);
  Search search(pack, texts, findings);
  for (const RunningText& text : texts)
    search.in(text);
  search.report_rest();
}

}  // namespace briefpack::truth
