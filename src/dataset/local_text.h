#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace briefpack::dataset {

/// A text for readers in one or more languages. A plain JSON string is stored under the language "" and serves all.
class LocalText {
 public:
  LocalText() = default;
  explicit LocalText(std::string text) { set("", std::move(text)); }

  void set(std::string lang, std::string text);
  bool empty() const { return by_lang_.empty(); }

  /// The text in `lang` (BCP 47), else in its primary language, else the plain one, else the first given; "" when empty.
  const std::string& in(std::string_view lang) const;

  /// The languages in file order with their texts.
  const std::vector<std::pair<std::string, std::string>>& all() const { return by_lang_; }

 private:
  std::vector<std::pair<std::string, std::string>> by_lang_;
};

}  // namespace briefpack::dataset
