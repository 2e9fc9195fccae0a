#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "resolve/changed_sentences.h"
#include "resolve/document_counts.h"

namespace briefpack::resolve {

/// What a document says about its own later parts: contents, references to exhibits, the register's list of notes, counts.
/// One lowering learns it and the next one is given it, until both agree (resolve.cc).
struct Foreknowledge {
  struct Section {
    std::string title, label, lang;
    bool is_cover = false;
    friend bool operator==(const Section&, const Section&) = default;
  };
  DocumentCounts counts;
  std::map<std::string, std::string> exhibits;  ///< Label → "Table 2".
  std::vector<Section> sections;
  std::vector<std::vector<std::uint32_t>> notes_of_source;  ///< Note numbers by source index, ascending.
  bool lists_notes = false;                                 ///< A register shows every note in full.
  std::vector<std::string> notes_in_full;                   ///< By note number − 1, when one does.
  std::vector<std::uint32_t> used_observations;             ///< Sorted.
  std::vector<std::string> withdrawn;                       ///< In words.
  std::string register_label;                               ///< Of the source register, or "".
  bool lists_changes = false;                               ///< A directive shows what changed.
  std::vector<ChangedSentence> changed_sentences;           ///< Since the edition before, when one does.
  friend bool operator==(const Foreknowledge&, const Foreknowledge&) = default;
};

}  // namespace briefpack::resolve
