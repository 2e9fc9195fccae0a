#include "document/figure.h"

#include <algorithm>

namespace briefpack::document {

const NoteText& Note::in(const std::string& lang) const {
  static const NoteText kNothing;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const NoteText& text) { return text.lang == lang; });
  if (found != texts.end()) return *found;
  return texts.empty() ? kNothing : texts.front();
}

}  // namespace briefpack::document
