#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "changes/compare.h"
#include "document/document.h"

namespace briefpack::resolve {

/// A sentence of the document that would have read otherwise with the values of the edition before.
struct ChangedSentence {
  /// What can be told of the earlier wording.
  enum class Earlier : std::uint8_t {
    wording,        ///< `earlier`.
    claim_failed,   ///< `earlier`, in which a claim did not hold.
    first,          ///< None: a value was not there yet.
    hidden,         ///< It would print a value that is withheld now.
    now_disputed,   ///< The same words, whose value is disputed now; or no longer.
    now_settled,
  };
  /// A stretch of plain text, or a figure by its key.
  struct Part {
    std::string text;
    std::string key;
    document::FigureText printed;
  };
  Earlier state = Earlier::wording;
  std::string section_title, section_label, lang;
  std::string earlier;
  std::vector<Part> now;
};
bool operator==(const ChangedSentence& a, const ChangedSentence& b);

/// The sentences of `now` outside of tables whose figures or claims changed, in reading order, each once a section. `earlier` is
/// what the same template makes of the edition before, so the wording told is this template's: figures are matched by their
/// role in it and what they stand for. Sentences that the program printed again itself are left out.
std::vector<ChangedSentence> changed_sentences(const changes::Comparison& comparison, const document::Document& earlier,
                                               const document::Document& now);

}  // namespace briefpack::resolve
