#include "dataset/local_text.h"

namespace briefpack::dataset {

void LocalText::set(std::string lang, std::string text) { by_lang_.emplace_back(std::move(lang), std::move(text)); }

const std::string& LocalText::in(std::string_view lang) const {
  static const std::string kNone;
  const auto find = [&](std::string_view wanted) -> const std::string* {
    for (const auto& [name, text] : by_lang_) {
      if (name == wanted) return &text;
    }
    return nullptr;
  };
  if (const auto* exact = find(lang)) return *exact;
  if (const auto* primary = find(lang.substr(0, lang.find('-')))) return *primary;
  if (const auto* plain = find("")) return *plain;
  return by_lang_.empty() ? kNone : by_lang_.front().second;
}

}  // namespace briefpack::dataset
